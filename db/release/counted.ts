/** Counts that a release fixes: those that take long are worked out once for each as-of and filter, where a server keeps them. */

import { LRUCache } from 'lru-cache';
import type { Release } from './release.ts';

/** The counts of one release on one thread, by what was counted. A release never changes, so none of them ever does. */
export type CountMemory = LRUCache<string, object | number>;

/** Characters of all keys together. */
const mostCharacters = 4 * 1024 * 1024;

const memories = new WeakMap<Release, CountMemory>();

/** The counts of a release, for as long as it is open. */
export function countMemoryOf(release: Release): CountMemory {
  const found =
    memories.get(release) ??
    new LRUCache({
      maxSize: mostCharacters,
      sizeCalculation: (value, key) =>
        key.length + (typeof value === 'number' ? 8 : JSON.stringify(value).length),
    });
  memories.set(release, found);
  return found;
}

/** From how many rows a count is remembered: below it is counted sooner than it is found. */
export const manyRows = 1_000;

/** What is counted, and what of it is worth remembering. */
interface Counting<V> {
  /** Everything that the counts depend on besides their parents, as plain data. */
  readonly what: readonly unknown[];
  readonly worth: (count: V) => boolean;
}

/** Counts for each parent, in their order: those that are remembered, and the others as `read` gives them. */
export function counted<V extends object | number>(
  counts: CountMemory | undefined,
  { what, worth }: Counting<V>,
  parents: readonly string[],
  read: (parents: readonly string[]) => readonly V[],
): readonly V[] {
  if (!counts) return read(parents);
  const prefix = JSON.stringify(what);
  const known = new Map<string, V>();
  for (const parent of parents) {
    const count = counts.get(`${prefix} ${parent}`) as V | undefined; // what is counted alike has the same form
    if (count !== undefined) known.set(parent, count);
  }
  const missing = parents.filter((parent) => !known.has(parent));
  if (missing.length === 0) return parents.map((parent) => known.get(parent) as V); // none is missing
  const found = read(missing);
  for (const [i, parent] of missing.entries()) {
    const count = found[i] as V; // one for each
    known.set(parent, count);
    if (worth(count)) counts.set(`${prefix} ${parent}`, count);
  }
  return parents.map((parent) => known.get(parent) as V);
}
