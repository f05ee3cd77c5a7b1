/** The figures of the limits, by value: whoever changes one changes it here too, and says so in the changelog. */

import { describe, expect, test } from 'vitest';
import { assumed, limits } from '../../../src/limits/limits.ts';
import { codes, serve } from '../kit/fixture.ts';

test('every limit has its figure', () => {
  expect(limits).toEqual({
    bodyBytes: 262_144,
    documentCharacters: 30_000,
    tokens: 3_000,
    operations: 50,
    fragments: 100,
    fields: 600,
    aliases: 60,
    directives: 60,
    depth: 20,
    jsonDepth: 32,
    validationErrors: 10,
    pageItems: 100,
    listItems: 500,
    cost: 50_000,
    values: 150_000,
    answerCharacters: 16_777_216,
    atOnce: 50,
    inFront: 4_000,
    workInFront: 500,
    inFrontMs: 50,
    rememberedRuns: 5_000,
    cheap: 2_000,
    waiting: 500_000,
    exportBatch: 200,
    exportRates: 1_000,
    exportGroup: 5_000,
    exportStallMs: 30_000,
    registeredOperations: 1_000,
    registeredBytes: 4_194_304,
    introspections: 3,
    schemas: 10,
  });
});

test('a list of which nothing is known is taken to have ten items, and a page 25', () => {
  expect(assumed).toEqual({ pageItems: 25, listItems: 10 });
});

describe('the most that is let in, and one more', () => {
  const times = (count: number, one: (n: number) => string) =>
    Array.from({ length: count }, (_, n) => one(n)).join(' ');
  const cases: readonly (readonly [code: string, most: number, document: (count: number) => string])[] = [
    ['DOCUMENT_TOO_LONG', 30_000, (n) => '{ release } #'.padEnd(n, 'x')],
    ['TOO_MANY_TOKENS', 3_000, (n) => `{ ${times(n - 2, () => 'release')} }`],
    ['TOO_MANY_OPERATIONS', 50, (n) => times(n, (i) => `query Q${i} { release }`)],
    [
      'TOO_MANY_FRAGMENTS',
      100,
      (n) => `{ release } ${times(n, (i) => `fragment F${i} on Query { release }`)}`,
    ],
    ['TOO_MANY_FIELDS', 600, (n) => `{ ${times(n, () => 'release')} }`],
    ['TOO_MANY_ALIASES', 60, (n) => `{ ${times(n, (i) => `a${i}: release`)} }`],
    ['TOO_MANY_DIRECTIVES', 60, (n) => `{ release ${times(n, () => '@include(if: true)')} }`],
    ['TOO_DEEP', 20, (n) => `{ thing ${'{ parent '.repeat(n - 2)}{ name }${' }'.repeat(n - 1)}`],
  ];
  test.each(cases)('%s: %i', async (code, most, document) => {
    const { ask: post } = await serve();
    // What is let in may be refused for something else that there is too much of.
    expect(codes(await post(document(most)))).not.toContain(code);
    expect(codes(await post(document(most + 1)))).toEqual([code]);
  });

  test('32 values within values of a body', async () => {
    const { ask: post } = await serve();
    // The body, its variables and the variable are three of them.
    const nested = (depth: number) => JSON.parse(`${'['.repeat(depth)}1${']'.repeat(depth)}`) as unknown;
    const asked = async (depth: number) => {
      const { body } = await post('query ($of: Any) { release }', { of: nested(depth) });
      return body.errors?.[0]?.message ?? '';
    };
    const [most, more] = [await asked(30), await asked(31)];
    expect([most, more]).toEqual([
      expect.not.stringContaining('levels deep'),
      expect.stringContaining('levels deep'),
    ]);
  });

  test.each(['first', 'last'])('100 items of a page by %s', async (side) => {
    const { ask: post } = await serve();
    const page = (size: number) => post(`{ things(${side}: ${size}) { totalCount } }`);
    expect(codes(await page(100))).toEqual([]);
    expect(codes(await page(101))).toEqual(['BAD_USER_INPUT']);
  });

  test('500 items of a list', async () => {
    const { ask: post } = await serve();
    const list = (count: number) =>
      post('query ($names: [String!]!) { thingsByName(names: $names) { name } }', {
        names: Array.from({ length: count }, (_, n) => `n${n}`),
      });
    expect(codes(await list(500))).toEqual([]);
    expect(codes(await list(501))).toEqual(['BAD_USER_INPUT']);
  });
});
