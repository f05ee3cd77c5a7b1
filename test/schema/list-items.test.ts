/** That every list of a schema is counted as it is resolved, on a synthetic schema. */

import { buildSchema, graphql, isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import type { AnswerSize } from '../../schema/kit/context.ts';
import { countItems } from '../../schema/list-items.ts';

const schema = buildSchema(`
  interface Named { names: [String!]! }
  type Thing implements Named { names: [String!]!, parent: Thing, children: [Thing] }
  type Query { things: [Thing!]!, later: [Thing!], one: Thing, none: [Thing!] }`);
countItems(schema);

const thing = { names: ['a', 'b'], children: () => [null, { names: ['c'] }] };
const root = {
  things: () => [thing, thing, thing],
  later: async () => [thing],
  one: thing,
  none: null,
};

/** What was counted of an answer, by the field, and the answer. */
async function counted(source: string, check: () => void = () => {}) {
  const items: [string, number][] = [];
  const answerSize: AnswerSize = {
    check,
    restart: () => {},
    take: (count, info) => void items.push([`${info.parentType}.${info.fieldName}`, count]),
  };
  const answer = await graphql({ schema, source, rootValue: root, contextValue: { answerSize } });
  return { items, answer };
}

test.each<[string, readonly [string, number][]]>([
  ['{ things { __typename } }', [['Query.things', 3]]],
  ['{ later { __typename } }', [['Query.later', 1]]],
  ['{ one { names } }', [['Thing.names', 2]]],
  [
    '{ one { children { names } } }',
    [
      ['Thing.children', 2],
      ['Thing.names', 1],
    ],
  ],
  ['{ one { parent { names } } none { names } }', []],
])('%s counts %j', async (source, expected) => {
  const { items, answer } = await counted(source);
  expect([items, answer.errors]).toEqual([expected, undefined]);
});

test('no list is resolved once the answer is too large', async () => {
  const refuse = () => {
    throw new Error('too large');
  };
  const { items, answer } = await counted('{ one { names } none { names } }', refuse);
  expect([items, answer.errors?.map(({ message }) => message)]).toEqual([[], ['too large', 'too large']]);
});

test('where nobody counts, answers are as they were, and introspection is left alone', async () => {
  const source = '{ things { names } later { names } }';
  const plain = await graphql({ schema, source, rootValue: root, contextValue: {} });
  expect(plain).toEqual((await counted(source)).answer);
  const field = schema.getType('__Schema');
  expect(isObjectType(field) && field.getFields().types?.resolve?.length).toBe(1);
});
