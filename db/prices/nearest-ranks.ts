/** Percentiles by nearest rank: each is a figure that is there, and of an even number the median is the lower of the middle two. */

/** A figure and how many times it is there. */
export type Counted = readonly [figure: number, times: number];

/** The nearest-rank percentiles of figures sorted in ascending order, `n` in all; the percents must ascend. */
export function nearestRanks(
  sorted: readonly Counted[],
  n: number,
  percents: readonly number[],
): readonly number[] {
  const ranks = percents.map((percent) => Math.ceil((percent * n) / 100));
  const found: number[] = [];
  let below = 0;
  for (const [figure, times] of sorted) {
    below += times;
    while (found.length < ranks.length && (ranks[found.length] ?? 0) <= below) found.push(figure);
  }
  return found;
}
