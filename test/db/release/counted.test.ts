/** Counts that are remembered: those worth it, for the parents that were given, and for nothing else. */

import { expect, test } from 'vitest';
import { counted, countMemoryOf } from '../../../db/release/counted.ts';
import { release } from '../../kit/graph.ts';

/** A release of its own for each test, so that nothing was counted in it. */
const fresh = () => countMemoryOf({ ...release });
const sizes: Readonly<Record<string, number>> = { few: 3, many: 5_000, more: 7_000 };

/** Counts and keeps what was read. */
function counting(counts: ReturnType<typeof countMemoryOf> | undefined) {
  const read: string[][] = [];
  const count = (what: readonly unknown[], ...parents: string[]) =>
    counted(counts, { what, worth: (n: number) => n >= 1_000 }, parents, (missing) => {
      read.push([...missing]);
      return missing.map((parent) => sizes[parent] ?? 0);
    });
  return { read, count };
}

test('a large count is read once, a small one each time, and all come in order', () => {
  const { read, count } = counting(fresh());
  expect(count(['edge'], 'many', 'few')).toEqual([5_000, 3]);
  expect(count(['edge'], 'few', 'more', 'many')).toEqual([3, 7_000, 5_000]);
  expect(count(['edge'], 'many', 'more')).toEqual([5_000, 7_000]);
  expect(read).toEqual([
    ['many', 'few'],
    ['few', 'more'],
  ]);
});

test('what else they depend on keeps them apart', () => {
  const { read, count } = counting(fresh());
  count(['edge', { day: '2026-01-01' }], 'many');
  count(['edge', { day: '2026-01-02' }], 'many');
  count(['other edge', { day: '2026-01-01' }], 'many');
  expect(read.length).toBe(3);
});

test('those of another release are others', () => {
  const [one, other] = [counting(fresh()), counting(fresh())];
  one.count(['edge'], 'many');
  other.count(['edge'], 'many');
  expect(other.read.length).toBe(1);
  expect(countMemoryOf(release)).toBe(countMemoryOf(release));
});

test('nobody remembers more than four million characters', () => {
  const counts = fresh();
  const { count } = counting(counts);
  for (let n = 0; n < 200; n++) count([`${n}`.padEnd(100_000, 'x')], 'many');
  expect(counts.size).toBeGreaterThan(30);
  expect(counts.size).toBeLessThan(42);
});

test('without a memory each is read', () => {
  const { read, count } = counting(undefined);
  count(['edge'], 'many');
  count(['edge'], 'many');
  expect(read.length).toBe(2);
});
