/** When files enter the library: the order of these moments is that of merging. */

import { instantOf } from '../../../db/kit/as-of.ts';
import type { Loaded } from './library.ts';

/** A moment for each file, to the second: each later than the one before, and none in the future where possible. */
export function momentsAfter(loads: readonly Loaded[], now: Date, count: number): readonly string[] {
  const last = loads.at(-1)?.loadedAt;
  const earliest = last ? Date.parse(last) + 1_000 : 0;
  const first = Math.max(earliest, now.getTime() - Math.max(0, count - 1) * 1_000);
  return Array.from({ length: count }, (_, index) => instantOf(new Date(first + index * 1_000)));
}
