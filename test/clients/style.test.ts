/** What linters of schemas and Relay's compiler ask of names and pages, held without them. */

import {
  type GraphQLNamedType,
  getNamedType,
  isEnumType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
} from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';

/** Named by specifications of others. */
const machinery = /^_|^(link|federation)__/;

const types = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !machinery.test(type.name),
);

const fields = types.flatMap((type) =>
  isObjectType(type) || isInterfaceType(type)
    ? Object.values(type.getFields())
        .filter(({ name }) => !machinery.test(name))
        .map((field) => ({ ...field, parent: type, at: `${type.name}.${field.name}` }))
    : [],
);

test('every connection pages both ways', () => {
  const connections = fields.filter(({ type }) => getNamedType(type).name.endsWith('Connection'));
  expect(connections.length).toBeGreaterThan(50);
  const oneWay = connections.filter(({ args }) =>
    ['first', 'after', 'last', 'before'].some((name) => !args.some((arg) => arg.name === name)),
  );
  expect(oneWay.map(({ at }) => at)).toEqual([]);
});

/** What the name of a type of a kind may neither begin nor end with: the kind. */
function kindOf(type: GraphQLNamedType): string | undefined {
  if (isObjectType(type)) return 'Type';
  if (isInterfaceType(type)) return 'Interface';
  return isEnumType(type) ? 'Enum' : undefined;
}

test('no type says in its name what kind of type it is', () => {
  const saying = types.filter((type) => {
    const kind = kindOf(type);
    return kind !== undefined && (type.name.startsWith(kind) || type.name.endsWith(kind));
  });
  expect(saying.map(({ name }) => name)).toEqual([]);
});

test('no field repeats the name of its type, and no question says that it is one', () => {
  const repeating = fields.filter(({ name, parent }) =>
    name.toLowerCase().startsWith(parent.name.toLowerCase()),
  );
  const questions = Object.keys(schema.getQueryType()?.getFields() ?? {});
  expect(repeating.map(({ at }) => at)).toEqual([]);
  expect(questions.filter((name) => /^(query|get)|Query$/.test(name))).toEqual([]);
});
