/** Counts of rates as distributions. */

import { expect, test } from 'vitest';
import { distributionsOf } from '../../../db/rates/rate-distribution.ts';
import type { RateCount } from '../../../db/rates/rate-store.ts';

const count = (cents: number, n: number, more: Partial<RateCount> = {}): RateCount => ({
  ...{ file: 'aaaa', code: '77092', seq: 1, purpose: 1, cents, n },
  amountKind: 'NEGOTIATED_RATE',
  ...more,
});

test('percentiles are amounts that were published, each counted for its tax ids', () =>
  expect(distributionsOf([count(1_000, 3), count(2_000, 5), count(9_000, 2)])).toEqual([
    {
      ...{ key: { file: 'aaaa', code: '77092', seq: 1 }, n: 10, withoutAmount: 0 },
      ...{ minimum: 1_000, p10: 1_000, p25: 1_000, p50: 2_000, p75: 2_000, p90: 9_000, maximum: 9_000 },
    },
  ]));

test('zeros and placeholders are counted and in no figure', () => {
  expect(distributionsOf([count(0, 2), count(500, 1), count(99_999_999_900, 4)])).toMatchObject([
    { n: 1, withoutAmount: 6, minimum: 500, p50: 500, maximum: 500 },
  ]);
  expect(distributionsOf([count(0, 2)])).toMatchObject([
    { n: 0, withoutAmount: 2, minimum: null, p10: null, p50: null, p90: null, maximum: null },
  ]);
});

test('of percentages other figures are placeholders than of dollars', () => {
  expect(distributionsOf([count(1, 1)])).toMatchObject([{ n: 0, withoutAmount: 1 }]);
  const share = { amountKind: 'NEGOTIATED_PERCENTAGE' } as const;
  expect(distributionsOf([count(1, 1, share)])).toMatchObject([{ n: 1, minimum: 1 }]);
});

test('terms, codes and files are never in one figure', () => {
  const apart = [count(1, 1), count(100, 1, { purpose: 2 }), count(100, 1, { code: '77080' })];
  expect(distributionsOf([...apart, count(100, 1, { file: 'bbbb' })])).toHaveLength(4);
});
