/** Prices of one purpose as a distribution: their number, percentiles, omissions and outliers. Exact, in cents. */

import { nearestRanks } from '../../../db/prices/nearest-ranks.ts';
import { isPlaceholder } from '../../../db/prices/placeholder.ts';

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

/** The number of outliers: below a tenth of a reference figure, and above ten times it. */
export interface Outliers {
  readonly low: number;
  readonly high: number;
}

const times = 10;

/** Counts prices. A class, to save memory: a hospital file makes hundreds of thousands, most with one price. */
export class Distribution {
  zeros = 0;
  placeholders = 0;
  #n = 0;
  #only: number | undefined;
  #counts: Map<number, number> | undefined;
  readonly #percentages: boolean;

  constructor(percentages = false) {
    this.#percentages = percentages;
  }

  /** Adds a price `count` times. Zeros and placeholders are only counted. */
  add(cents: number, count: number): void {
    if (cents === 0) this.zeros += count;
    else if (isPlaceholder(cents, this.#percentages)) this.placeholders += count;
    else {
      if (this.#only === undefined) this.#only = cents;
      else if (this.#counts ?? cents !== this.#only) {
        this.#counts ??= new Map([[this.#only, this.#n]]);
        this.#counts.set(cents, (this.#counts.get(cents) ?? 0) + count);
      }
      this.#n += count;
    }
  }

  /** The figures; undefined where no price remains. */
  figures(): Figures | undefined {
    const sorted = this.#entries().sort(([a], [b]) => a - b);
    const first = sorted.at(0);
    const last = sorted.at(-1);
    if (!first || !last) return undefined;
    const [p10 = 0, p25 = 0, p50 = 0, p75 = 0, p90 = 0] = nearestRanks(sorted, this.#n, [10, 25, 50, 75, 90]);
    return { n: this.#n, p10, p25, p50, p75, p90, minimum: first[0], maximum: last[0] };
  }

  outliers(against: number): Outliers {
    let low = 0;
    let high = 0;
    for (const [cents, count] of this.#entries()) {
      if (cents * times < against) low += count;
      if (cents > against * times) high += count;
    }
    return { low, high };
  }

  /** The different prices. */
  prices(): readonly number[] {
    return this.#entries().map(([cents]) => cents);
  }

  #entries(): (readonly [number, number])[] {
    if (this.#counts) return [...this.#counts];
    return this.#only === undefined ? [] : [[this.#only, this.#n]];
  }
}
