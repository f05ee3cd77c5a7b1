/** The schema as clients read it: everything in it is described, and the committed SDL is what the code makes. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import * as enums from '../../../db/enums/index.ts';
import { schema } from '../../../schema/index.ts';
import { sdl } from '../../../schema/tools/print.ts';

/** What only routers ask. */
const federation = /^_/;

const types = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type) && !federation.test(type.name),
);

interface Described {
  readonly at: string;
  readonly description: string | null | undefined;
}

function within(type: GraphQLNamedType): Described[] {
  const at = (name: string, { description }: { description?: string | null | undefined }) => ({
    at: `${type.name}.${name}`,
    description,
  });
  if (isEnumType(type)) return type.getValues().map((value) => at(value.name, value));
  if (isInputObjectType(type)) return Object.values(type.getFields()).map((field) => at(field.name, field));
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  const fields = Object.values(type.getFields()).filter(({ name }) => !federation.test(name));
  return fields.flatMap((field) => [
    at(field.name, field),
    ...field.args.map((arg) => at(`${field.name}(${arg.name})`, arg)),
  ]);
}

const described: Described[] = types.flatMap((type) => [
  { at: type.name, description: type.description },
  ...within(type),
]);

test('every type, field, argument, enum value and input field says what it is', () => {
  expect(described.length).toBeGreaterThan(500);
  const silent = described.filter(({ description }) => !description?.trim());
  expect(silent.map(({ at }) => at)).toEqual([]);
});

/** What it looks like is not plain from its name; a cursor is opaque, and says so. */
const ofAForm =
  /\b(id|ids|\w+Ids?|code|codes|slug|number|cursor|\w+Cursor|apc|sha256|locator|\w+On|release)$/;

/** How a description gives an example, or says that there is nothing to write by hand. */
const example = /[Ss]uch as|\b[Oo]paque\b|\b[Cc]ursor\b|of the same form|in the exact words/;

const isText = (type: GraphQLType) => ['ID', 'String'].includes(getNamedType(type).name);

test('every custom scalar, and all text that clients write, comes with an example', () => {
  const written = types.flatMap((type) => {
    if (isScalarType(type)) return { at: type.name, description: type.description };
    if (isInputObjectType(type)) return inputs(type.name, Object.values(type.getFields()), '.');
    if (!isObjectType(type)) return [];
    return Object.values(type.getFields()).flatMap(({ name, args }) =>
      inputs(`${type.name}.${name}`, args, ':'),
    );
  });
  expect(written.length).toBeGreaterThan(100);
  expect(written.filter(({ description }) => !example.test(description ?? ''))).toEqual([]);
});

test('every custom scalar says by what it is specified, to introspection and in the SDL', () => {
  const scalars = types.filter(isScalarType);
  expect(scalars.map(({ name }) => name).toSorted()).toEqual([
    'Code',
    'Date',
    'DateTime',
    'Decimal',
    'JSON',
    'URL',
  ]);
  const printed = sdl();
  for (const { name, specifiedByURL } of scalars) {
    expect(specifiedByURL, name).toMatch(/^https:\/\/www\.(?:rfc-editor|w3|cms)\./);
    expect(printed).toContain(`scalar ${name} @specifiedBy(url: "${specifiedByURL}")`);
  }
});

test('every field of a form that its name does not tell comes with an example', () => {
  const formed = types.flatMap((type) =>
    isObjectType(type)
      ? Object.values(type.getFields())
          .filter((field) => isText(field.type) && ofAForm.test(field.name))
          .map(({ name, description }) => ({ at: `${type.name}.${name}`, description }))
      : [],
  );
  expect(formed.length).toBeGreaterThan(100);
  expect(formed.filter(({ description }) => !example.test(description ?? ''))).toEqual([]);
});

function inputs(
  of: string,
  fields: readonly (GraphQLArgument | GraphQLInputField)[],
  mark: string,
): Described[] {
  return fields
    .filter(({ type }) => isText(type))
    .map(({ name, description }) => ({ at: `${of}${mark}${name}`, description }));
}

test('schema/schema.graphql is the schema that the code makes', () => {
  const committed = readFileSync(join(import.meta.dirname, '../../../schema/schema.graphql'), 'utf8');
  expect(committed).toBe(sdl());
});

describe('an enum', () => {
  const lists = Object.values(enums).filter((list) => typeof list === 'object');

  test.each(lists.filter(({ name }) => schema.getType(name)))(
    '$name of the graph holds the values of the store',
    ({ name, values }) => {
      const type = schema.getType(name);
      expect(
        isEnumType(type) &&
          type
            .getValues()
            .map((value) => value.name)
            .sort(),
      ).toEqual(Object.keys(values).sort());
    },
  );
});

test('what is absent is never a bare null: a root field is null only where an id or key leads nowhere', () => {
  const nullable = Object.values(schema.getQueryType()?.getFields() ?? {})
    .filter(({ type, name }) => !String(type).endsWith('!') && !federation.test(name))
    .filter(({ args }) => args.length === 0);
  expect(nullable.map(({ name }) => name)).toEqual([]);
});
