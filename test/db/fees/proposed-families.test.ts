/** Which services may be split into stand-alone codes, on synthetic rows: what is proposed, how exactly, and what is not. */

import { expect, test } from 'vitest';
import { proposedFamilies } from '../../../db/fees/proposed-families.ts';
import { billingCode, feeScheduleEntry } from '../../../db/tables/index.ts';
import { add, emptyStore } from '../../kit/synthetic.ts';

const asOf = { dateOfService: '2025-10-15', knownAt: '2026-01-01T00:00:00Z' };

/** Code, indicator and RVUs: work, practice expense, malpractice. */
type Fee = readonly [code: string, indicator: string, work: number, practice: number, malpractice: number];

function proposals(fees: readonly Fee[], values: Readonly<Record<string, string | number>> = {}) {
  const store = emptyStore();
  for (const [code, pcTcIndicator, workRvu, practiceExpenseRvuNonFacility, malpracticeRvu] of fees) {
    add(store, billingCode, { id: `BillingCode:CPT:${code}`, code });
    add(store, feeScheduleEntry, {
      id: `FeeScheduleEntry:CPT:${code}/2025-01-01`,
      codeId: `BillingCode:CPT:${code}`,
      ...{ pcTcIndicator, workRvu, practiceExpenseRvuNonFacility, malpracticeRvu },
      totalRvuNonFacility: workRvu + practiceExpenseRvuNonFacility + malpracticeRvu,
      statusCode: 'A',
      ...values,
    });
  }
  const bare = (id: string) => id.slice(-5);
  return proposedFamilies(store, asOf).map(({ whole, parts, differences, alternatives }) => ({
    whole: bare(whole.codeId),
    parts: parts.map(({ codeId }) => bare(codeId)).join(' '),
    differences: Object.values(differences).join(' '),
    alternatives,
  }));
}

const whole: Fee = ['99910', '4', 20, 90, 3];
const professional: Fee = ['99913', '2', 20, 10, 1];
const technical: Fee = ['99911', '3', 0, 80, 2];
const exact = { whole: '99910', parts: '99911 99913', differences: '0 0 0 0', alternatives: 0 };

test('a whole whose RVUs are those of a professional and technical parts near it is proposed', () => {
  expect(proposals([whole, technical, professional])).toEqual([exact]);
  const second: Fee = ['99912', '3', 0, 40, 1];
  const first: Fee = ['99911', '3', 0, 40, 1];
  expect(proposals([whole, first, second, professional])).toEqual([{ ...exact, parts: '99911 99912 99913' }]);
});

test('a sum that misses by what rounding can do is proposed with its differences', () => {
  const rounded: Fee = ['99911', '3', 0, 79, 2];
  expect(proposals([whole, rounded, professional])).toEqual([{ ...exact, differences: '0 1 0 1' }]);
  const wide: Fee = ['99911', '3', 0, 78, 2];
  expect(proposals([whole, wide, professional])).toEqual([]);
});

test('an exact sum goes before a rounded one; sets that add up alike are counted, the nearest is given', () => {
  const rounded: Fee = ['99912', '3', 0, 79, 2];
  expect(proposals([whole, technical, rounded, professional])).toEqual([exact]);
  const twin: Fee = ['99919', '3', 0, 80, 2];
  expect(proposals([whole, technical, professional, twin])).toEqual([{ ...exact, alternatives: 1 }]);
});

test('nothing is proposed without a part of each kind, from afar, or from another kind of code', () => {
  const otherTechnical: Fee = ['99913', '3', 20, 10, 1];
  expect(proposals([whole, technical, otherTechnical])).toEqual([]);
  const far: Fee = ['99921', '2', 20, 10, 1];
  expect(proposals([whole, technical, far])).toEqual([]);
  const categoryThree: Fee = ['9991T', '2', 20, 10, 1];
  expect(proposals([whole, technical, categoryThree])).toEqual([]);
  const split: Fee = ['99910', '1', 20, 90, 3];
  expect(proposals([split, technical, professional])).toEqual([]);
});

test('nothing is proposed from rows that are not priced or do not hold on the day', () => {
  expect(proposals([whole, technical, professional], { statusCode: 'C' })).toEqual([]);
  expect(proposals([whole, technical, professional], { validTo: '2025-07-01' })).toEqual([]);
  expect(proposals([whole, technical, professional], { recordedTo: '2025-12-31T00:00:00Z' })).toEqual([]);
});
