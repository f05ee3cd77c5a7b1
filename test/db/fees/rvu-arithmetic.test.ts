/** The payment formula: exact, rounded half up once, by setting, capped where there are comparison values. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  capAmount,
  nationalAmount,
  nationalIndices,
  rvuAmount,
  unpriced,
} from '../../../db/fees/rvu-arithmetic.ts';

/** A synthetic row. */
const row = {
  statusCode: 'A',
  workRvu: 20,
  practiceExpenseRvuNonFacility: 96,
  practiceExpenseRvuFacility: 7,
  malpracticeRvu: 2,
  totalRvuNonFacility: 118,
  totalRvuFacility: 29,
  nonFacilityNotApplicable: 0,
  facilityNotApplicable: 0,
  oppsPeNonFacility: 50,
  oppsPeFacility: 40,
  oppsMalpractice: 1,
} as const;
const indices = { workGpci: 1_042, practiceExpenseGpci: 1_194, malpracticeGpci: 690 };

test('each RVU is weighed by its index, and the setting picks the practice expense', () => {
  // (0.20 × 1.042 + 0.96 × 1.194 + 0.02 × 0.690) × 32.3465 = 44.2653… and with 0.07 in place of 0.96: 9.8906…
  expect(rvuAmount(row, 'NON_FACILITY', indices, 323_465)).toBe(4_426);
  expect(rvuAmount(row, 'FACILITY', indices, 323_465)).toBe(989);
});

test('half a cent is rounded up, and nothing is rounded before', () => {
  const half = { ...row, workRvu: 1, practiceExpenseRvuNonFacility: 0, malpracticeRvu: 0 };
  // 0.01 × 1.000 × 0.5000 = 0.005
  expect(rvuAmount(half, 'NON_FACILITY', nationalIndices, 5_000)).toBe(1);
  expect(rvuAmount(half, 'NON_FACILITY', nationalIndices, 4_999)).toBe(0);
  // Three times 0.004 is 0.012: rounded each by itself they would make nothing.
  const parts = { ...half, practiceExpenseRvuNonFacility: 1, malpracticeRvu: 1 };
  expect(rvuAmount(parts, 'NON_FACILITY', nationalIndices, 4_000)).toBe(1);
});

test('it is exact for any row, however large', () => {
  const hundredths = fc.integer({ min: 0, max: 99_999_999 });
  const thousandths = fc.integer({ min: 1, max: 9_999 });
  fc.assert(
    fc.property(
      fc.tuple(hundredths, hundredths, hundredths),
      fc.tuple(thousandths, thousandths, thousandths),
      fc.integer({ min: 1, max: 999_999 }),
      ([work, practice, malpractice], [w, p, m], factor) => {
        const amount = rvuAmount(
          { ...row, workRvu: work, practiceExpenseRvuFacility: practice, malpracticeRvu: malpractice },
          'FACILITY',
          { workGpci: w, practiceExpenseGpci: p, malpracticeGpci: m },
          factor,
        );
        const billionths = BigInt(work * w + practice * p + malpractice * m) * BigInt(factor);
        // Within half a cent, which is five million billionths; half itself goes up.
        const over = 10_000_000n * BigInt(amount) - billionths;
        return -5_000_000n < over && over <= 5_000_000n;
      },
    ),
  );
});

describe('the cap', () => {
  test('is the same sum with the comparison values, work included', () => {
    // (0.20 × 1.042 + 0.50 × 1.194 + 0.01 × 0.690) × 32.3465 = 26.2750…
    expect(capAmount(row, 'NON_FACILITY', indices, 323_465)).toBe(2_628);
    expect(capAmount(row, 'FACILITY', indices, 323_465)).toBe(2_241);
  });

  test('is none where the row has no comparison values', () => {
    const none = { ...row, oppsPeNonFacility: 0, oppsPeFacility: 0, oppsMalpractice: 0 };
    expect(capAmount(none, 'NON_FACILITY', indices, 323_465)).toBeNull();
  });
});

describe('a national amount', () => {
  test('is set for rows of status A, R and T', () => {
    for (const statusCode of ['A', 'R', 'T'])
      expect(nationalAmount({ ...row, statusCode }, 'NON_FACILITY', 323_465)).toBe(3_817);
  });

  test.each([
    ['C', 'status', 'NOT_PRICED_UNDER_SCHEDULE'],
    ['N', 'status', 'NOT_PRICED_UNDER_SCHEDULE'],
    ['X', 'status', 'NOT_PRICED_UNDER_SCHEDULE'],
  ])('is not set for status %s', (statusCode, because, reason) => {
    expect(unpriced({ ...row, statusCode }, 'NON_FACILITY')).toEqual({ because, reason });
    expect(nationalAmount({ ...row, statusCode }, 'NON_FACILITY', 323_465)).toBeNull();
  });

  test('is not set in a setting that is flagged, nor where there are no RVUs', () => {
    const flagged = { ...row, facilityNotApplicable: 1 } as const;
    expect(unpriced(flagged, 'FACILITY')).toEqual({
      because: 'setting',
      reason: 'NOT_APPLICABLE_IN_SETTING',
    });
    expect(nationalAmount(flagged, 'NON_FACILITY', 323_465)).toBe(3_817);
    const empty = { ...row, totalRvuFacility: 0 };
    expect(unpriced(empty, 'FACILITY')).toEqual({ because: 'no RVUs', reason: 'NOT_PRICED_UNDER_SCHEDULE' });
  });
});
