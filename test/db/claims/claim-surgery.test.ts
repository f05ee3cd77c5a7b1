/** Rules by the indicators of surgery on the fee schedule, each alone: what it finds, what it leaves open and what it lets pass. */

import { describe, expect, test } from 'vitest';
import type { Rule } from '../../../db/claims/claim.ts';
import { assistantAtSurgery } from '../../../db/claims/surgery/assistant-at-surgery.ts';
import { bilateral } from '../../../db/claims/surgery/bilateral.ts';
import { coSurgeons } from '../../../db/claims/surgery/co-surgeons.ts';
import { multipleProcedures } from '../../../db/claims/surgery/multiple-procedures.ts';
import { teamSurgery } from '../../../db/claims/surgery/team-surgery.ts';
import type { Row } from '../../../db/kit/table.ts';
import type * as t from '../../../db/tables/index.ts';
import { codes, found, judge, open, passed, row } from './claim-rule.ts';

type Draft = Parameters<typeof judge>[1];
type Fee = Partial<Row<typeof t.feeScheduleEntry>>;

const hospital = { claimForm: 'INSTITUTIONAL_837I_UB04' } as const;
const commercial = { payerId: 'Payer:synthetic-one' };
const fee = (values: Fee = {}) =>
  row<typeof t.feeScheduleEntry>('FeeScheduleEntry:a', { modifierId: null, ...values });

type Verdict = 'ERROR' | 'WARNING' | 'INFO' | 'PASSES' | 'OPEN';

const indicators: readonly {
  readonly rule: string;
  readonly judged: Rule;
  readonly column: keyof Fee;
  readonly field: string;
  readonly modifiers: readonly string[];
  readonly verdicts: Readonly<Record<string, Verdict>>;
}[] = [
  {
    ...{ rule: 'BILATERAL', judged: bilateral, column: 'bilateralSurgery', field: 'bilateral' },
    modifiers: ['50'],
    verdicts: { 0: 'WARNING', 1: 'PASSES', 2: 'WARNING', 3: 'PASSES', 9: 'WARNING' },
  },
  {
    ...{ rule: 'ASSISTANT_AT_SURGERY', judged: assistantAtSurgery },
    ...{ column: 'assistantSurgery', field: 'assistant' },
    modifiers: ['80', '81', '82', 'AS'],
    verdicts: { 0: 'WARNING', 1: 'ERROR', 2: 'PASSES', 9: 'WARNING' },
  },
  {
    ...{ rule: 'CO_SURGEONS', judged: coSurgeons, column: 'coSurgeons', field: 'coSurgeons' },
    modifiers: ['62'],
    verdicts: { 0: 'ERROR', 1: 'WARNING', 2: 'OPEN', 9: 'WARNING' },
  },
  {
    ...{ rule: 'TEAM_SURGERY', judged: teamSurgery, column: 'teamSurgery', field: 'teamSurgery' },
    modifiers: ['66'],
    verdicts: { 0: 'ERROR', 1: 'WARNING', 2: 'INFO', 9: 'WARNING' },
  },
];

describe.each(indicators)('$rule', ({ rule, judged, column, field, modifiers, verdicts }) => {
  const on = (modifier: string, value: string, draft: Draft = {}) =>
    judge(judged, {
      line: { modifiers: ['59', modifier] },
      evidence: { fees: [fee({ [column]: value })] },
      ...draft,
    });
  const cases = modifiers.flatMap((modifier) =>
    Object.entries(verdicts).map(([value, verdict]) => [modifier, value, verdict] as const),
  );

  test.each(cases)('%s with indicator %s: %s', (modifier, value, verdict) => {
    const meaning = `Synthetic meaning of ${field} ${value}\\.`;
    const message = new RegExp(`^99999 with ${modifier}: .* indicator ${value} .* ${meaning}`);
    const expected =
      verdict === 'PASSES'
        ? passed
        : verdict === 'OPEN'
          ? open(rule, message)
          : found(rule, verdict, message, /./, ['FeeScheduleEntry:a', `Indicator:${field}/${value}`]);
    expect(on(modifier, value)).toEqual(expected);
  });

  test('says nothing of a line without such a modifier, for any payer', () => {
    expect(on('51', '0')).toEqual(passed);
    expect(on('51', '0', { line: {}, claim: commercial })).toEqual(passed);
  });

  const [modifier = ''] = modifiers;
  const line = { modifiers: [modifier] };
  test.each<[string, Draft, RegExp]>([
    ['of which no row was read', {}, /^No fee-schedule row of 99999 was read for 2025-06-01\.$/],
    [
      'of which no row holds on the day',
      { evidence: { fees: [fee({ [column]: '0', validTo: '2025-06-01' })] } },
      /No fee-schedule row/,
    ],
    ['of another code', { evidence: { fees: [fee({ [column]: '0', codeId: codes.part })] } }, /row of 99999/],
    [
      'whose indicator the record layout does not have',
      { evidence: { fees: [fee({ [column]: '7' })] } },
      /meaning of .* indicator 7/,
    ],
    [
      'whose indicator has no meaning in the graph',
      { evidence: { fees: [fee({ [column]: '0' })], meanings: new Map() } },
      /meaning of .* indicator 0/,
    ],
    ['of another payer', { claim: commercial }, /that of Medicare for professional claims/],
    ['of a hospital', { claim: hospital }, /that of Medicare for professional claims/],
  ])('leaves a line open %s', (_title, draft, reason) => {
    expect(judge(judged, { line, ...draft })).toEqual(open(rule, reason));
  });
});

describe('BILATERAL by sides', () => {
  const sides = (value: string, own: string, ...others: Draft['others'] & object) =>
    judge(bilateral, {
      line: { modifiers: own.split(' ') },
      others,
      evidence: { fees: [fee({ bilateralSurgery: value })] },
    });
  const asOne = (value: string) =>
    found('BILATERAL', 'WARNING', /^99999 with RT and LT: /, /without 50, RT and LT/, [
      'FeeScheduleEntry:a',
      `Indicator:bilateral/${value}`,
    ]);

  test('finds RT and LT, on one line or on two of the day, where both sides are paid as one', () => {
    for (const value of ['0', '2']) {
      expect(sides(value, 'RT LT')).toEqual(asOne(value));
      expect(sides(value, 'LT', { modifiers: ['RT'] })).toEqual(asOne(value));
    }
  });

  test('lets them pass where each side is paid, where supplies have sides, and one side alone', () => {
    for (const value of ['1', '3', '9']) expect(sides(value, 'LT', { modifiers: ['RT'] })).toEqual(passed);
    expect(sides('0', 'LT')).toEqual(passed);
    expect(sides('0', 'LT', { modifiers: ['LT'] })).toEqual(passed);
    expect(sides('0', 'LT', { modifiers: ['RT'], dateOfService: '2025-06-02' })).toEqual(passed);
    expect(sides('0', 'LT', { modifiers: ['RT'], codeId: codes.part })).toEqual(passed);
    expect(sides('0', '59', { modifiers: ['RT'] }, { modifiers: ['LT'] })).toEqual(passed);
  });
});

describe('MULTIPLE_PROCEDURES', () => {
  const other = { codeId: codes.part };
  const both = (own: Fee, beside: Fee) => [
    fee({ imagingFamily: '99', ...own }),
    fee({ id: 'FeeScheduleEntry:b', codeId: codes.part, imagingFamily: '99', ...beside }),
  ];
  const of = (own: string, beside: string, draft: Draft = {}) =>
    judge(multipleProcedures, {
      others: [other],
      evidence: { fees: both({ multipleProcedure: own }, { multipleProcedure: beside }) },
      ...draft,
    });
  const reduced = (value: string) => ({
    findings: [
      {
        ...{ rule: 'MULTIPLE_PROCEDURES', severity: 'INFO', line: 3, fix: null },
        because: ['FeeScheduleEntry:a', `Indicator:multipleProcedure/${value}`],
        message: expect.stringMatching(/^99999 beside 99998: .* Which line is paid less is not judged\.$/),
      },
    ],
    notChecked: [],
  });

  test.each([
    ['2', '2'],
    ['2', '3'],
    ['3', '1'],
    ['1', '2'],
    ['5', '5'],
    ['6', '6'],
    ['7', '7'],
  ])('tells of %s beside %s, which come under one rule', (own, beside) => {
    expect(of(own, beside)).toEqual(reduced(own));
  });

  test.each([
    ['0', '2'],
    ['9', '9'],
    ['2', '0'],
    ['2', '4'],
    ['5', '6'],
  ])('lets %s beside %s pass', (own, beside) => {
    expect(of(own, beside)).toEqual(passed);
  });

  test('reduces imaging within one family alone', () => {
    const family = (own: string, beside: string) =>
      of('4', '4', {
        evidence: {
          fees: both(
            { multipleProcedure: '4', imagingFamily: own },
            { multipleProcedure: '4', imagingFamily: beside },
          ),
        },
      });
    expect(family('88', '88')).toEqual(reduced('4'));
    expect(family('88', '99')).toEqual(passed);
  });

  test('says nothing alone, beside its own code, on another day, or to a hospital', () => {
    expect(of('2', '2', { others: [] })).toEqual(passed);
    expect(of('2', '2', { others: [{}] })).toEqual(passed);
    expect(of('2', '2', { others: [{ ...other, dateOfService: '2025-06-02' }] })).toEqual(passed);
    expect(of('2', '2', { claim: hospital })).toEqual(passed);
  });

  test.each<[string, Draft, RegExp]>([
    ['of another payer', { claim: commercial }, /those of Medicare/],
    ['without a row', { evidence: { fees: [] } }, /row of 99999 was read/],
    [
      'beside a code without a row',
      { evidence: { fees: [fee({ multipleProcedure: '2' })] } },
      /row of 99998 was read/,
    ],
    [
      'whose indicator has no meaning in the graph',
      { evidence: { fees: [fee({ multipleProcedure: '8' })] } },
      /meaning of multiple procedure indicator 8/,
    ],
  ])('leaves a line open %s', (_title, draft, reason) => {
    expect(of('2', '2', draft)).toEqual(open('MULTIPLE_PROCEDURES', reason));
  });
});
