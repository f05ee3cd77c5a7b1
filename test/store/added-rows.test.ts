/** Rows that are added wait for others, and nobody can tell. All of them are synthetic. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { createStore, type WritableStore } from '../../db/store.ts';

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
