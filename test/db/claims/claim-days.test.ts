/** Rules that hold a line against others of the claim and their days: duplicates, and visits in a global period. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { duplicateLine } from '../../../db/claims/duplicate-line.ts';
import { globalPeriod } from '../../../db/claims/surgery/global-period.ts';
import type { Row } from '../../../db/kit/table.ts';
import type * as t from '../../../db/tables/index.ts';
import { codes, found, judge, open, passed, row } from './claim-rule.ts';

type Draft = Parameters<typeof judge>[1];

const hospital = { claimForm: 'INSTITUTIONAL_837I_UB04' } as const;
const commercial = { payerId: 'Payer:synthetic-one' };
const billing = (key: string, values: Partial<Row<typeof t.billingRule>> = {}) => {
  const rule = row<typeof t.billingRule>(`BillingRule:billing/${key}`, values);
  return new Map([[rule.id, rule]]);
};

describe('DUPLICATE_LINE', () => {
  const evidence = { billingRules: billing('duplicate-lines') };
  const of = (modifiers: readonly string[], ...others: Draft['others'] & object) =>
    judge(duplicateLine, { line: { modifiers }, others, evidence });
  const because = ['BillingRule:billing/duplicate-lines'];
  const exact = found(
    'DUPLICATE_LINE',
    'ERROR',
    /^Another line .* 99999 too, .* denied\.$/,
    /76, 77/,
    because,
  );

  test('finds a line that another of the day repeats, with the same modifiers in any order', () => {
    expect(of([], {})).toEqual(exact);
    expect(of(['LT', '26'], { modifiers: ['26', 'LT'] }).findings).toHaveLength(1);
  });

  test('warns of one with other units or another place, beside what is found of an exact one', () => {
    const suspect = found('DUPLICATE_LINE', 'WARNING', /held for review/, /76, 77/, because);
    expect(of([], { units: 2 })).toEqual(suspect);
    expect(of([], { placeOfService: '22' })).toEqual(suspect);
    expect(of([], {}, { units: 2 }).findings.map(({ severity }) => severity)).toEqual(['ERROR', 'WARNING']);
  });

  test.each(['59', 'XE', 'XP', 'XS', 'XU', '76', '77', '91'])('lets a line be with %s', (modifier) => {
    expect(of([], { modifiers: [modifier] })).toEqual(passed);
    expect(of([modifier], {})).toEqual(passed);
    expect(of([modifier], { modifiers: [modifier] })).toEqual(
      open('DUPLICATE_LINE', /distinct or repeated service/),
    );
  });

  test('lets a line pass alone, beside another code, day or modifier', () => {
    expect(of([])).toEqual(passed);
    expect(of([], { codeId: codes.part })).toEqual(passed);
    expect(of([], { dateOfService: '2025-06-02' })).toEqual(passed);
    expect(of(['26'], { modifiers: ['TC'] })).toEqual(passed);
  });

  test.each<[string, Draft, RegExp]>([
    ['of another payer', { claim: commercial, evidence }, /this payer takes for a duplicate/],
    ['where no source says what one is', { evidence: {} }, /no source that was read by then/],
    [
      'where the rule does not hold on the day',
      { evidence: { billingRules: billing('duplicate-lines', { validFrom: '2025-06-02' }) } },
      /no source/,
    ],
  ])('leaves a repeated line open %s', (_title, draft, reason) => {
    expect(judge(duplicateLine, { others: [{}], ...draft })).toEqual(open('DUPLICATE_LINE', reason));
    expect(judge(duplicateLine, draft)).toEqual(passed);
  });
});

describe('GLOBAL_PERIOD', () => {
  const visit = 'BillingCode:CPT:99213';
  const days = (count: number) =>
    new Date(Date.parse('2025-06-01') + count * 86_400_000).toISOString().slice(0, 10);
  const fee = (globalDays: string, values: Partial<Row<typeof t.feeScheduleEntry>> = {}) =>
    row<typeof t.feeScheduleEntry>('FeeScheduleEntry:a', { modifierId: null, globalDays, ...values });
  const evidence = (globalDays: string) => ({
    fees: [fee(globalDays)],
    billingRules: billing('global-period'),
  });
  /** A visit so many days after an operation with these global days on 2025-06-01. */
  const after = (count: number, globalDays: string, modifiers: string[] = [], draft: Draft = {}) =>
    judge(globalPeriod, {
      line: { codeId: visit, dateOfService: days(count), modifiers },
      others: [{}],
      evidence: evidence(globalDays),
      ...draft,
    });
  const within = (globalDays: string, message: RegExp) =>
    found('GLOBAL_PERIOD', 'WARNING', message, /^Leave the visit out/, [
      'FeeScheduleEntry:a',
      `Indicator:global/${globalDays}`,
      'BillingRule:billing/global-period',
    ]);

  test('finds a visit in the period, counted from the day after the operation, and none outside of it', () => {
    const periods = { '000': [0, 0], '010': [0, 10], '090': [-1, 90] } as const;
    const globals = fc.constantFrom(...(Object.keys(periods) as (keyof typeof periods)[]));
    fc.assert(
      fc.property(globals, fc.integer({ min: -5, max: 100 }), (globalDays, count) => {
        const [first, last] = periods[globalDays];
        const { findings, notChecked } = after(count, globalDays);
        expect([findings.length, notChecked]).toEqual([count >= first && count <= last ? 1 : 0, []]);
      }),
    );
    for (const [globalDays, [first, last]] of Object.entries(periods)) {
      expect([first - 1, first, last, last + 1].map((n) => after(n, globalDays).findings.length)).toEqual([
        0, 1, 1, 0,
      ]);
    }
  });

  test('says where the visit lies and what it lacks', () => {
    expect(after(0, '000')).toEqual(within('000', /^99213 is on the day of 99999 .* no modifier 25\. Synth/));
    expect(after(0, '090')).toEqual(within('090', /on the day of 99999 .* no modifier 57 or 25\./));
    expect(after(-1, '090')).toEqual(within('090', /on the day before 99999 .* no modifier 57\./));
    expect(after(7, '010')).toEqual(within('010', /7 days after 99999 \(2025-06-01, .* no modifier 24\./));
  });

  test.each<[string, number, string, boolean]>([
    ['25', 0, '000', true],
    ['25', 0, '010', true],
    ['25', 0, '090', true],
    ['57', 0, '090', true],
    ['57', -1, '090', true],
    ['24', 5, '010', true],
    ['24', 50, '090', true],
    ['57', 0, '000', false],
    ['57', 0, '010', false],
    ['24', 0, '010', false],
    ['25', -1, '090', false],
    ['25', 5, '010', false],
    ['57', 50, '090', false],
  ])(
    'takes %s %i days after an operation with global days %s: %s',
    (modifier, count, globalDays, isTaken) => {
      expect(after(count, globalDays, [modifier]).findings.length === 0).toBe(isTaken);
    },
  );

  test('lets a visit pass beside a code without period, and of what is no visit', () => {
    for (const globalDays of ['XXX', 'ZZZ']) expect(after(0, globalDays)).toEqual(passed);
    for (const codeId of [
      'BillingCode:CPT:99201',
      'BillingCode:CPT:99500',
      'BillingCode:HCPCS_LEVEL_II:G0463',
    ])
      expect(after(0, '090', [], { line: { codeId } })).toEqual(passed);
    for (const codeId of ['BillingCode:CPT:99202', 'BillingCode:CPT:99499'])
      expect(after(0, '090', [], { line: { codeId } }).findings).toHaveLength(1);
    expect(after(0, '090', [], { others: [] })).toEqual(passed);
    expect(after(0, '090', [], { others: [{ codeId: 'BillingCode:CPT:99214' }] })).toEqual(passed);
  });

  test.each(['MMM', 'YYY', 'QQQ'])(
    'leaves a visit open near an operation with global days %s',
    (globalDays) => {
      expect(after(3, globalDays)).toEqual(
        open(
          'GLOBAL_PERIOD',
          new RegExp(`^99999 of 2025-06-01 has global days ${globalDays}.* not known here`),
        ),
      );
      expect(after(91, globalDays)).toEqual(passed);
    },
  );

  test.each<[string, Draft, RegExp]>([
    ['of which no row was read', { evidence: {} }, /^No fee-schedule row of 99999 was read for 2025-06-01/],
    [
      'where no source says which modifiers',
      { evidence: { ...evidence('090'), billingRules: new Map() } },
      /No source that was read by then/,
    ],
    ['of another payer', { claim: commercial }, /those of Medicare/],
    ['on the claim of a hospital', { claim: hospital }, /those of Medicare/],
  ])('leaves a visit near an operation open %s', (_title, draft, reason) => {
    expect(after(1, '090', [], draft)).toEqual(open('GLOBAL_PERIOD', reason));
  });

  test('finds one for each operation, and says nothing twice', () => {
    const operation = (dateOfService: string) => ({ dateOfService });
    const others = [operation('2025-06-01'), operation('2025-06-01'), operation('2025-05-30')];
    const { findings } = after(1, '010', [], { others });
    expect(findings.map(({ message }) => message.slice(0, 28))).toEqual([
      '99213 is 3 days after 99999 ',
      '99213 is 1 day after 99999 (',
    ]);
  });

  test('leaves a procedure in the days after another open, unless a modifier says what it is', () => {
    const second = (count: number, modifiers: string[], own = '090') =>
      judge(globalPeriod, {
        line: { codeId: codes.part, dateOfService: days(count), modifiers },
        others: [{}],
        evidence: { fees: [fee('090'), fee(own, { id: 'FeeScheduleEntry:b', codeId: codes.part })] },
      });
    expect(second(30, [])).toEqual(
      open('GLOBAL_PERIOD', /^99998 is a procedure 30 days after 99999 \(global days 090\)/),
    );
    for (const modifier of ['58', '78', '79']) expect(second(30, [modifier])).toEqual(passed);
    expect(second(0, [])).toEqual(passed);
    expect(second(91, [])).toEqual(passed);
    expect(second(30, [], 'XXX')).toEqual(passed);
  });
});
