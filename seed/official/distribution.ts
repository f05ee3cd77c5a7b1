/** Prices of one kind as a distribution: how many, the percentiles, and what was left out or stands out. Exact, in cents. */

/** In cents, or in hundredths of a percent. */
export interface Figures {
  readonly n: number;
  readonly p10: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p90: number;
  readonly minimum: number;
  readonly maximum: number;
}

/** How many stand out: below a tenth of a figure, and above ten times it. */
export interface Outliers {
  readonly low: number;
  readonly high: number;
}

export interface Distribution {
  /** Takes a price, so many times. What is 0, or a placeholder, is counted and left out. */
  add(cents: number, times: number): void;
  /** Undefined where everything was left out. */
  figures(): Figures | undefined;
  outliers(against: number): Outliers;
  readonly zeros: number;
  readonly placeholders: number;
}

/** In cents: nine nines, which hospitals write where they have no price. The official validator takes them as such. */
export const placeholder = 999_999_999_00;
const times = 10;

export function distribution(): Distribution {
  // Most distributions of hospital files are one price; a map for each would cost more than all the rest.
  let only: number | undefined;
  let counts: Map<number, number> | undefined;
  let n = 0;
  let zeros = 0;
  let placeholders = 0;

  const entries = (): (readonly [number, number])[] =>
    counts ? [...counts] : only === undefined ? [] : [[only, n]];

  return {
    add(cents, count) {
      if (cents === 0) zeros += count;
      else if (cents >= placeholder) placeholders += count;
      else {
        if (only === undefined) only = cents;
        else if (counts ?? cents !== only) {
          counts ??= new Map([[only, n]]);
          counts.set(cents, (counts.get(cents) ?? 0) + count);
        }
        n += count;
      }
    },
    figures() {
      const sorted = entries().sort(([a], [b]) => a - b);
      const first = sorted.at(0);
      const last = sorted.at(-1);
      if (!first || !last) return undefined;
      const [p10 = 0, p25 = 0, p50 = 0, p75 = 0, p90 = 0] = nearestRanks(sorted, n, [10, 25, 50, 75, 90]);
      return { n, p10, p25, p50, p75, p90, minimum: first[0], maximum: last[0] };
    },
    outliers(against) {
      let low = 0;
      let high = 0;
      for (const [cents, count] of entries()) {
        if (cents * times < against) low += count;
        if (cents > against * times) high += count;
      }
      return { low, high };
    },
    get zeros() {
      return zeros;
    },
    get placeholders() {
      return placeholders;
    },
  };
}

/** The smallest price that is at least so many hundredths of all, for each; the percents ascend. */
function nearestRanks(
  sorted: readonly (readonly [number, number])[],
  n: number,
  percents: readonly number[],
): readonly number[] {
  const ranks = percents.map((percent) => Math.ceil((percent * n) / 100));
  const found: number[] = [];
  let below = 0;
  for (const [cents, count] of sorted) {
    below += count;
    while (found.length < ranks.length && (ranks[found.length] ?? 0) <= below) found.push(cents);
  }
  return found;
}
