/** The rules on sums of the fee schedule and on the life of its codes, on synthetic rows: what each finds, and what it leaves alone. */

import { describe, expect, test } from 'vitest';
import { codeValidity, feeScheduleEntry } from '../../../db/tables/index.ts';
import { conflicts, type TestRow, type TestRowValues } from './conflicting.ts';

const year = { validFrom: '2025-01-01', validTo: '2026-01-01' };

/** A priced row whose totals are the sums of its RVUs. */
function fee(id: string, values: TestRowValues = {}): TestRow {
  const { workRvu = 0, practiceExpenseRvuNonFacility: practice = 0, malpracticeRvu = 0 } = values;
  const total = Number(workRvu) + Number(practice) + Number(malpracticeRvu);
  const totals = {
    totalRvuNonFacility: total,
    totalRvuFacility: total,
    practiceExpenseRvuFacility: practice,
  };
  return [feeScheduleEntry, id, { statusCode: 'A', pcTcIndicator: '0', ...year, ...totals, ...values }];
}

describe('a row of the fee schedule', () => {
  test('whose RVUs do not add up to its totals is a conflict with itself that nothing decides', () => {
    const row = fee('row', { workRvu: 20, malpracticeRvu: 1, totalRvuNonFacility: 22 });
    expect(conflicts(row)).toEqual([
      { kind: 'FEE_SCHEDULE_SUMS', resolution: 'UNRESOLVED', preferred: null, members: 'row' },
    ]);
  });

  test('that adds up is none, and neither is one that is no longer held', () => {
    expect(conflicts(fee('row', { workRvu: 20, malpracticeRvu: 1 }))).toEqual([]);
    expect(
      conflicts(fee('row', { workRvu: 20, totalRvuNonFacility: 22, recordedTo: '2026-01-01T00:00:00Z' })),
    ).toEqual([]);
  });
});

describe('a code that modifiers split', () => {
  const split = { pcTcIndicator: '1' };
  const rows = (technical: TestRowValues): TestRow[] => [
    fee('whole', { ...split, workRvu: 20, practiceExpenseRvuNonFacility: 90 }),
    fee('professional', { ...split, modifierId: 'Modifier:CPT_MODIFIER:26', workRvu: 20 }),
    fee('technical', { ...split, modifierId: 'Modifier:HCPCS_MODIFIER:TC', ...technical }),
  ];

  test('has rows 26 and TC that add up to the whole; where they do not, all three conflict', () => {
    expect(conflicts(...rows({ practiceExpenseRvuNonFacility: 90 }))).toEqual([]);
    expect(conflicts(...rows({ practiceExpenseRvuNonFacility: 89 }))).toEqual([
      {
        kind: 'FEE_SCHEDULE_SUMS',
        resolution: 'UNRESOLVED',
        preferred: null,
        members: 'professional technical whole',
      },
    ]);
  });

  test('adds up to nothing where the contractor prices a part, or where a part holds on other days', () => {
    expect(conflicts(...rows({ practiceExpenseRvuNonFacility: 89, statusCode: 'C' }))).toEqual([]);
    expect(
      conflicts(
        ...rows({ practiceExpenseRvuNonFacility: 89, validFrom: '2026-01-01', validTo: '2027-01-01' }),
      ),
    ).toEqual([]);
  });
});

describe('the life of a code', () => {
  const life = (values: TestRowValues): TestRow => [
    codeValidity,
    'life',
    { codeStatus: 'ACTIVE', ...values },
  ];

  test('decides over a row of the fee schedule that begins before it or outlasts it', () => {
    const decided = {
      kind: 'FEE_SCHEDULE_OUTSIDE_CODE',
      resolution: 'RESOLVED_BY_AUTHORITY',
      preferred: 'life',
      members: 'life row',
    };
    expect(conflicts(fee('row'), life({ validFrom: '2025-04-01' }))).toEqual([
      { ...decided, members: 'life row' },
    ]);
    expect(conflicts(fee('row'), life({ validFrom: null, validTo: '2025-10-01' }))).toEqual([decided]);
  });

  test('may come in several spells, and one without dates rules out nothing', () => {
    expect(conflicts(fee('row'), life({ validFrom: '2020-01-01' }))).toEqual([]);
    expect(conflicts(fee('row'), life({ validFrom: null }))).toEqual([]);
    const spells: TestRow[] = [
      [codeValidity, 'first', { codeStatus: 'ACTIVE', validFrom: '2025-01-01', validTo: '2025-07-01' }],
      [codeValidity, 'second', { codeStatus: 'ACTIVE', validFrom: '2025-07-01' }],
    ];
    expect(conflicts(fee('row'), ...spells)).toEqual([]);
  });
});
