/** The rates of a code in one file under the same terms, as a distribution: what is paid to how many tax ids. */

import { type Counted, nearestRanks } from '../prices/nearest-ranks.ts';
import { isPrice } from './is-price.ts';
import type { RateCount, RateKey } from './rate-store.ts';

/** Figures in cents, or hundredths of a percent; null where no amount remains. */
export interface RateDistribution {
  /** The key of a rate with these terms. */
  readonly key: RateKey;
  /** How many times a tax id is paid one of the amounts. */
  readonly n: number;
  /** How many times zeros or placeholders stand in place of an amount. They are in no figure. */
  readonly withoutAmount: number;
  readonly minimum: number | null;
  readonly p10: number | null;
  readonly p25: number | null;
  readonly p50: number | null;
  readonly p75: number | null;
  readonly p90: number | null;
  readonly maximum: number | null;
}

function distributionOf(counts: readonly RateCount[]): RateDistribution {
  const [first] = counts;
  if (!first) throw new Error('There is no distribution of nothing.');
  const { file, code, seq } = first;
  const priced = counts.filter(({ cents, amountKind }) => isPrice(cents, amountKind));
  const all = (some: readonly RateCount[]) => some.reduce((sum, { n }) => sum + n, 0);
  const n = all(priced);
  const sorted = priced.map(({ cents, n }): Counted => [cents, n]);
  const [p10 = null, p25 = null, p50 = null, p75 = null, p90 = null] = nearestRanks(
    sorted,
    n,
    [10, 25, 50, 75, 90],
  );
  const [minimum, maximum] = [priced.at(0)?.cents ?? null, priced.at(-1)?.cents ?? null];
  const figures =
    n > 0 ? { p10, p25, p50, p75, p90 } : { p10: null, p25: null, p50: null, p75: null, p90: null };
  return { key: { file, code, seq }, n, withoutAmount: all(counts) - n, minimum, ...figures, maximum };
}

/** The distributions of counts that come in the order of files, codes, purposes and amounts. */
export function distributionsOf(counts: readonly RateCount[]): readonly RateDistribution[] {
  const groups = Map.groupBy(counts, ({ file, code, purpose }) => `${file} ${code} ${purpose}`);
  return [...groups.values()].map(distributionOf);
}
