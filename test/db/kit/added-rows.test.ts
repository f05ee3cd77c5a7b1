/** Rows that are added wait for others, and nobody can tell. All of them are synthetic. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { createStore, type WritableStore } from '../../../db/kit/store.ts';

const into = 'synthetic (n, word)';

function emptyStore(): WritableStore {
  const folder = mkdtempSync(join(tmpdir(), 'coverage-graph-added-'));
  const store = createStore(join(folder, 'synthetic.sqlite'));
  onTestFinished(() => {
    store.close();
    rmSync(folder, { recursive: true });
  });
  store.exec('create table synthetic (n integer primary key, word text not null) strict');
  return store;
}

const numbers = (store: WritableStore) =>
  store.all<{ n: number }>('select n from synthetic order by n').map(({ n }) => n);

test('whatever is asked between additions finds every row that was added before', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('add', 'read', 'update', 'exec'), { maxLength: 40 }), (steps) => {
      const store = emptyStore();
      let added = 0;
      for (const step of steps) {
        if (step === 'add') {
          store.add(into, [added, 'as added']);
          added += 1;
        } else if (step === 'read') expect(numbers(store)).toEqual([...Array(added).keys()]);
        else if (step === 'update') {
          expect(store.put('update synthetic set word = ?', ['changed'])).toBe(added);
        } else store.exec('delete from synthetic where n < 0');
      }
      expect(numbers(store)).toEqual([...Array(added).keys()]);
    }),
    { numRuns: 50 },
  );
});

test('rows by the hundred stand as they were added, whether a column holds the same in all, in some or in none', () => {
  const word = fc.constantFrom('same', 'other');
  fc.assert(
    fc.property(fc.array(word, { minLength: 60, maxLength: 120 }), fc.nat(60), (words, alike) => {
      const store = emptyStore();
      const rows = words.map((each, n) => ({ n, word: n < alike ? 'same' : each }));
      for (const row of rows) store.add(into, [row.n, row.word]);
      expect(store.all('select n, word from synthetic order by n')).toEqual(rows);
    }),
    { numRuns: 50 },
  );
});

test('what all rows hold alike stands as it was added, whatever is in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.nat(40), (word, extra) => {
      const store = emptyStore();
      for (let n = 0; n < 16 + extra; n += 1) store.add(into, [n, word]);
      expect(store.all('select distinct word, length(cast(word as blob)) as bytes from synthetic')).toEqual([
        { word: Buffer.from(word).toString(), bytes: Buffer.byteLength(word) },
      ]);
    }),
    {
      numRuns: 100,
      examples: [
        ["it's; --", 0],
        ['nul \0 within', 0],
        ['?, :c1 $x @y', 0],
        ['x'.repeat(300), 0],
      ],
    },
  );
});

test('a column that nothing was in may hold something from any row on', () => {
  const store = emptyStore();
  store.exec('create table sparse (n integer primary key, word text) strict');
  const words = Array.from({ length: 70 }, (_, n) => (n < 40 ? null : `word ${n}`));
  for (const [n, word] of words.entries()) store.add('sparse (n, word)', [n, word]);
  expect(store.all('select word from sparse order by n')).toEqual(words.map((word) => ({ word })));
});

test('however its rows differ, a table is filled by few statements', () => {
  const store = emptyStore();
  const seen = new Set<string>();
  const stop = store.observe((sql) => seen.add(sql));
  for (let n = 0; n < 1_000; n += 1) store.add(into, [n, n % 40 < 20 ? 'same' : `word ${n}`]);
  stop();
  expect(seen.size).toBeLessThanOrEqual(3);
});

test('rows of a transaction that fails are gone, those before it stay', () => {
  const store = emptyStore();
  store.add(into, [1, 'before']);
  expect(() =>
    store.transaction(() => {
      store.add(into, [2, 'within']);
      throw new Error('synthetic failure');
    }),
  ).toThrow('synthetic failure');
  expect(numbers(store)).toEqual([1]);
});

test('a row that the database refuses is told of when the next thing is asked', () => {
  const store = emptyStore();
  store.add(into, [1, null]);
  expect(() => numbers(store)).toThrow(/NOT NULL/);
});
