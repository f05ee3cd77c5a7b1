/** Batches: which questions are read together, and that no two kinds of question ever answer each other. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { graphContext } from '../../../schema/kit/context.ts';
import { loaderOf } from '../../../schema/kit/loader.ts';
import { noon, release } from '../../kit/graph.ts';

const request = () => graphContext(release, new Headers(), noon);

/** A loader that answers each key with what it was asked with, and the batches it was called for. */
function observed<K, A>() {
  const batches: (readonly K[])[] = [];
  const load = loaderOf((_context, keys: readonly K[], args: A) => {
    batches.push(keys);
    return keys.map((key) => ({ key, args }));
  });
  return { batches, load };
}

test('what is asked at once is read at once, each key once', async () => {
  const { batches, load } = observed<string, void>();
  const context = request();
  await Promise.all(['a', 'b', 'a'].map((key) => load(context, key)));
  await load(context, 'b');
  expect(batches).toEqual([['a', 'b']]);
});

test('nothing is kept from one request to the next', async () => {
  const { batches, load } = observed<string, void>();
  await load(request(), 'a');
  await load(request(), 'a');
  expect(batches).toEqual([['a'], ['a']]);
});

test('keys may be several values: they are one key when all of them are equal', async () => {
  const { batches, load } = observed<{ readonly payerId: string; readonly codeId: string }, void>();
  const context = request();
  const keys = [
    { payerId: 'a', codeId: 'b' },
    { payerId: 'a', codeId: 'b' },
    { payerId: 'a', codeId: 'c' },
  ];
  await Promise.all(keys.map((key) => load(context, key)));
  expect(batches).toEqual([[keys[0], keys[2]]]);
});

test('two loaders never share a batch, though both are asked the same', async () => {
  const context = request();
  const [one, other] = [observed<string, string>(), observed<string, string>()];
  await Promise.all([one, other].map(({ load }) => load(context, 'key', 'args')));
  expect([one.batches, other.batches]).toEqual([[['key']], [['key']]]);
});

// Texts that a key put together by hand would confuse: parts that hold what parts are joined by.
const part = fc.constantFrom('', ' ', 'a', 'a b', 'b', '"', ',', 'null', '{}');
const args = fc.record({
  asOf: fc.record({ dateOfService: part, knownAt: part }),
  where: fc.array(fc.record({ sql: part, params: fc.dictionary(part, part) }), { maxLength: 2 }),
  slice: fc.option(fc.record({ limit: fc.nat(2), after: fc.option(part) })),
});

test('two questions share a batch exactly when all that they are asked with is equal', async () => {
  const property = fc.asyncProperty(args, args, async (a, b) => {
    const { batches, load } = observed<string, typeof a>();
    const context = request();
    const answers = await Promise.all([load(context, 'x', a), load(context, 'y', b)]);
    expect(answers).toEqual([
      { key: 'x', args: a },
      { key: 'y', args: b },
    ]);
    expect(batches).toHaveLength(JSON.stringify(a) === JSON.stringify(b) ? 1 : 2);
  });
  await fc.assert(property);
});
