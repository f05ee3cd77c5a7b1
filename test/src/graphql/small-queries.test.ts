/** Small queries whose document came before are answered in a straight line, and no client can tell. */

import { buildSchema, parse } from 'graphql';
import { expect, test } from 'vitest';
import { createSmallQueries, plainType } from '../../../src/graphql/small-queries.ts';
import { serve } from '../kit/fixture.ts';

const query = 'query Spin($ms: Int = 0) { spin(ms: $ms, cost: 1) release }';

/** Small queries that know the document. */
function knowing(text: string, valid = true) {
  const small = createSmallQueries();
  const documentAST = parse(text);
  const validated = small.plugin.onValidate?.({
    params: { documentAST, schema: buildSchema('type Query { a: Int }') },
  } as never);
  (validated as (result: { valid: boolean }) => void)({ valid });
  return small;
}

test('an answer is the same the first time and after, headers included', async () => {
  const { url } = await serve({ repeatBytes: 0 });
  const post = async (accept: string) => {
    const headers = { 'content-type': 'application/json', accept };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
    const shown = [...response.headers].filter(([name]) => name !== 'x-request-id' && name !== 'date');
    return { shown, status: response.status, text: await response.text() };
  };
  const ways = ['*/*', 'application/json', 'application/graphql-response+json, application/json;q=0.9'];
  for (const accept of ways) {
    // A charset takes the long way each time.
    const long = await post(`${accept};charset=utf-8`);
    expect(await post(accept)).toEqual(long);
    expect(await post(accept)).toEqual(long);
  }
});

test('only a valid query that came before is known, with nothing unusual beside it', () => {
  const small = knowing(query);
  expect(small.find({ query })).toMatchObject({ operationName: undefined, variableValues: undefined });
  expect(small.find({ query, variables: { ms: 1 }, operationName: 'Spin' })?.variableValues).toEqual({
    ms: 1,
  });
  expect(small.find({ query: `${query} ` })).toBeUndefined();
  expect(small.find({ query, operationName: 'Other' })).toBeUndefined();
  expect(small.find({ query, variables: [] as never })).toBeUndefined();
  expect(small.find({ query, id: 'a' })).toBeUndefined();
  expect(small.find({ query, extensions: { persistedQuery: {} } })).toBeUndefined();
  expect(small.find({ query, ...{ stranger: 1 } })).toBeUndefined();
  expect(knowing(query, false).find({ query })).toBeUndefined();
  const subscription = 'subscription { a }';
  expect(knowing(subscription).find({ query: subscription })).toBeUndefined();
});

test('a document that was too large once takes the long way at once', () => {
  const small = knowing(query);
  small.find({ query })?.tooLarge();
  expect(small.find({ query })).toBeUndefined();
});

test.each([
  [undefined, 'application/json; charset=utf-8'],
  ['*/*', 'application/json; charset=utf-8'],
  ['application/graphql-response+json, */*', 'application/graphql-response+json; charset=utf-8'],
  ['text/event-stream', undefined],
  ['application/json;charset=latin1', undefined],
])('who accepts %s is sent %s', (accept, type) => {
  expect(plainType({ headers: accept === undefined ? {} : { accept } })).toBe(type);
});
