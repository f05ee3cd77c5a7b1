/** How long after the last service the next is paid is read from the criterion: its number, its unit, and nothing else. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as t from '../../../db/tables/index.ts';
import { type Case, judged, type TestValues } from './claim-world.ts';

/** The criterion of a payer, and a line whose last service was on a day. */
function criterion(values: TestValues, lastServiceOn: string, dateOfService: string, claim = {}): Case {
  return {
    table: t.coverageCriterion,
    values: { policyVersionId: 'PolicyVersion:p/1', kind: 'FREQUENCY', ...values },
    rule: 'FREQUENCY',
    line: { lastServiceOn, dateOfService },
    claim,
  };
}

const isTooSoon = (interval: number, intervalUnit: string, last: string, next: string) =>
  judged(criterion({ interval, intervalUnit }, last, next), {}).findings.length === 1;

const dayOf = (month: number, day: number) => new Date(Date.UTC(2000, month, day)).toISOString().slice(0, 10);

// Every property makes databases, so few runs and many values in each.
const few = { numRuns: 8 } as const;
const apart = fc.integer({ min: 1, max: 40 });

describe('an interval is counted', () => {
  const month = fc.integer({ min: 60, max: 260 });

  test('in days: so many days later is late enough for it, and not for one day more', () => {
    fc.assert(
      fc.property(month, fc.integer({ min: 1, max: 28 }), apart, (start, day, days) => {
        const [last, next] = [dayOf(start, day), dayOf(start, day + days)];
        expect([days, days + 1].map((interval) => isTooSoon(interval, 'DAYS', last, next))).toEqual([
          false,
          true,
        ]);
      }),
      few,
    );
  });

  test('in months to the day: on the same day of a later month it has passed, the day before it has not', () => {
    fc.assert(
      fc.property(month, fc.integer({ min: 2, max: 28 }), apart, (start, day, months) => {
        const last = dayOf(start, day);
        const nexts = [dayOf(start + months, day), dayOf(start + months, day - 1)];
        expect(nexts.map((next) => isTooSoon(months, 'MONTHS', last, next))).toEqual([false, true]);
      }),
      few,
    );
  });

  test('in full months: the months of both services do not count, whatever their days', () => {
    const date = fc.integer({ min: 1, max: 28 });
    fc.assert(
      fc.property(month, date, date, apart, (start, first, second, months) => {
        const [last, next] = [dayOf(start, first), dayOf(start + months + 1, second)];
        expect(
          [months, months + 1].map((interval) => isTooSoon(interval, 'FULL_MONTHS', last, next)),
        ).toEqual([false, true]);
      }),
      few,
    );
  });

  test('and never below none', () => {
    const { findings } = judged(
      criterion({ interval: 1, intervalUnit: 'FULL_MONTHS' }, '2025-06-01', '2025-06-20'),
      {},
    );
    expect(findings[0]?.message).toMatch(/^0 full months lie/);
  });
});

test.each(['COMMERCIAL', 'MEDICARE_FFS'] as const)(
  'a criterion without an interval judges nothing, be the line of business %s: what it says is quoted',
  (lineOfBusiness) => {
    const one = criterion({ summary: 'Synthetic: now and then.' }, '2025-05-31', '2025-06-01', {
      lineOfBusiness,
    });
    expect(judged(one, {})).toEqual({
      findings: [],
      notChecked: [expect.objectContaining({ reason: expect.stringMatching(/no interval.*now and then/) })],
    });
  },
);

test('one that says when less is enough is quoted beside the one that is not kept, and one that is kept is not', () => {
  const one = criterion({}, '2025-05-20', '2025-06-01');
  const { findings } = judged(one, { interval: 30, intervalUnit: 'DAYS', summary: 'Thirty.' }, [
    { summary: 'Sooner where needed.' },
    { interval: 7, intervalUnit: 'DAYS', summary: 'Seven.' },
  ]);
  expect(findings).toMatchObject([
    {
      message: expect.stringMatching(/asks for 30: Thirty\. \/ Sooner where needed\.$/),
      because: ['CoverageCriterion:synthetic/0', 'CoverageCriterion:synthetic/1'],
    },
  ]);
});
