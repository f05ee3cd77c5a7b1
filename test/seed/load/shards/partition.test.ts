/** How a list of files is divided into shards. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashOfList, placesOfShard } from '../../../../seed/load/shards/partition.ts';

const list = fc.array(fc.record({ name: fc.string(), size: fc.nat({ max: 50 }) }), { maxLength: 60 });
const shards = fc.integer({ min: 1, max: 8 });
const partsOf = (files: Parameters<typeof placesOfShard>[0], of: number) =>
  Array.from({ length: of }, (_, index) => placesOfShard(files, { number: index + 1, of }));

test('each file is in one shard, and files of one size in the same', () => {
  fc.assert(
    fc.property(list, shards, (files, of) => {
      const parts = partsOf(files, of);
      expect(parts.flat().sort((a, b) => a - b)).toEqual(files.map((_, place) => place));
      const sizes = parts.flatMap((part) => [...new Set(part.map((place) => files[place]?.size))]);
      expect(new Set(sizes).size).toBe(sizes.length);
    }),
  );
});

test('no shard has more than its share and one group of files of a size', () => {
  fc.assert(
    fc.property(list, shards, (files, of) => {
      const weight = (places: readonly number[]) =>
        places.reduce((sum, place) => sum + (files[place]?.size ?? 0) + 1, 0);
      const groups = [...Map.groupBy(files.keys(), (place) => files[place]?.size).values()];
      const largest = Math.max(0, ...groups.map((group) => weight([...group])));
      const share = weight([...files.keys()]) / of;
      for (const part of partsOf(files, of)) expect(weight(part)).toBeLessThanOrEqual(share + largest);
    }),
  );
});

test('a list is known by the names, sizes and order of its files', () => {
  const files = [
    { name: 'a', size: 1 },
    { name: 'b', size: 2 },
  ];
  const lists = [files, files.toReversed(), files.slice(1), files.map((file) => ({ ...file, size: 1 }))];
  expect(new Set(lists.map(hashOfList)).size).toBe(4);
  expect(hashOfList([...files])).toBe(hashOfList(files));
});
