/** The schema as clients read it: everything in it is described, and the committed SDL is what the code makes. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import * as enums from '../../db/enums.ts';
import { schema } from '../../schema/index.ts';
import { sdl } from '../../schema/print.ts';

/** Made by the federation library, which describes none of it. */
const federation = /^_|^(link|FieldSet)/;

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

/** Arguments of pages come from the library, the same everywhere. */
const pageArgument = /\((first|last|after|before)\)$/;

test('every type, field, argument, enum value and input field says what it is', () => {
  expect(described.length).toBeGreaterThan(500);
  const silent = described.filter(({ at, description }) => !description?.trim() && !pageArgument.test(at));
  expect(silent.map(({ at }) => at)).toEqual([]);
});

test('schema/schema.graphql is the schema that the code makes', () => {
  const committed = readFileSync(join(import.meta.dirname, '..', '..', 'schema', 'schema.graphql'), 'utf8');
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
