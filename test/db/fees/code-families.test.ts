/** The family of a code that people put in none, on synthetic rows: what it follows from, on which day, as known when. */

import { describe, expect, test } from 'vitest';
import { type CodeFamily, familiesOfCodes, familiesOfWholes } from '../../../db/fees/code-families.ts';
import { withFamiliesNamed } from '../../../db/fees/memory-with-families.ts';
import { codeOfFamily, familyOfCode } from '../../../db/fees/proposed-ids.ts';
import { memoryOf } from '../../../db/release/small-tables.ts';
import {
  billingCode,
  feeScheduleEntry,
  indicator,
  modifier,
  pcTcIndicator,
} from '../../../db/tables/index.ts';
import { add, ids, releaseOf, serviceStore } from '../../kit/synthetic.ts';

type Values = Readonly<Record<string, string | number | null>>;
const asOf = { dateOfService: '2025-06-01', knownAt: '2025-06-01T00:00:00Z' };
const bare = (id: string) => id.slice(-5);

/** A row of the fee schedule: its code, indicator and RVUs (work, practice expense, malpractice). */
type Fee = readonly [
  code: string,
  indicator: string,
  rvus: readonly [number, number, number],
  values?: Values,
];

/** The synthetic service, whose code 99999 people put in a family, and codes with rows of the fee schedule. */
function world(fees: readonly Fee[], besides: readonly string[] = []) {
  const store = serviceStore();
  for (const [value, allows] of [
    ['0', 0],
    ['1', 1],
    ['2', 0],
    ['3', 0],
    ['4', 0],
  ] as const)
    add(store, indicator, {
      id: `Indicator:pctc/${value}`,
      field: 'pctc',
      value,
      meaning: 'Synthetic meaning.',
      allowsComponentModifiers: allows,
    });
  for (const [code, componentRole] of [
    ['26', 'PROFESSIONAL_INTERPRETATION_AND_REPORT'],
    ['TC', 'TECHNICAL'],
    ['59', null],
  ] as const)
    add(store, modifier, { id: `Modifier:CPT_MODIFIER:${code}`, code, componentRole });
  const known = new Set(['99999']);
  for (const code of [...fees.map(([each]) => each), ...besides]) {
    if (!known.has(code))
      add(store, billingCode, { id: `BillingCode:CPT:${code}`, code, label: `Synthetic ${code}` });
    known.add(code);
  }
  for (const [i, [code, pcTc, [workRvu, practice, malpracticeRvu], values]] of fees.entries())
    add(store, feeScheduleEntry, {
      id: `FeeScheduleEntry:CPT:${code}/${i}`,
      codeId: `BillingCode:CPT:${code}`,
      pcTcIndicator: pcTc,
      ...{ workRvu, practiceExpenseRvuNonFacility: practice, malpracticeRvu },
      totalRvuNonFacility: workRvu + practice + malpracticeRvu,
      statusCode: 'A',
      ...values,
    });
  return { store, memory: memoryOf(releaseOf(store)) };
}

type World = ReturnType<typeof world>;

function familyOf({ store, memory }: World, code: string, at: Partial<typeof asOf> = {}) {
  const [found] = familiesOfCodes(store, memory, [`BillingCode:CPT:${code}`], { ...asOf, ...at });
  return found && shown(found);
}

function shown({ row, components, rule, because }: CodeFamily) {
  const billed = components.map(({ row: { role }, unit }) => {
    const code = bare(unit.codeId) + (unit.modifierId ? `-${unit.modifierId.slice(-2)}` : '');
    return `${code} ${role}`;
  });
  return {
    id: row.id,
    pattern: row.pattern,
    billed,
    rule,
    because: because.map(({ id }) => id.split(':').at(-1)),
  };
}

const whole: Fee = ['88010', '4', [20, 90, 3]];
const technical: Fee = ['88011', '3', [0, 80, 2]];
const professional: Fee = ['88013', '2', [20, 10, 1]];
const sum = {
  id: 'ServiceFamily:proposed-88010',
  pattern: 'STAND_ALONE_CODES',
  billed: ['88010 GLOBAL', '88011 TECHNICAL', '88013 PROFESSIONAL'],
  rule: 'sum-of-parts',
  because: ['88010/0', '88011/1', '88013/2'],
};
const alone = (code: string, role = 'GLOBAL') => ({
  id: `ServiceFamily:proposed-${code}`,
  billed: [`${code} ${role}`],
});

describe('a code', () => {
  test('that is the whole of a sum, or a part of it, is in the family of the whole', () => {
    const found = world([whole, technical, professional]);
    for (const code of ['88010', '88011', '88013']) expect(familyOf(found, code)).toEqual(sum);
  });

  test('that modifiers split has the whole and each part that a modifier names', () => {
    expect(familyOf(world([['88020', '1', [1, 2, 0]]]), '88020')).toEqual({
      id: 'ServiceFamily:proposed-88020',
      pattern: 'MODIFIER_SPLIT',
      billed: ['88020 GLOBAL', '88020-TC TECHNICAL', '88020-26 PROFESSIONAL_INTERPRETATION_AND_REPORT'],
      rule: 'pctc-indicator',
      because: ['88020/0'],
    });
  });

  test.each([
    ['0', 'GLOBAL'],
    ['2', 'PROFESSIONAL'],
    ['3', 'TECHNICAL'],
    ['4', 'GLOBAL'],
  ])('with indicator %s and no sum is alone', (value, role) => {
    expect(familyOf(world([['88020', value, [1, 2, 0]]]), '88020')).toMatchObject({
      ...alone('88020', role),
      rule: 'pctc-indicator',
    });
  });

  test('of which nothing holds is a family of one, and says why', () => {
    const { store, memory } = world([], ['88030']);
    const [found] = familiesOfCodes(store, memory, ['BillingCode:CPT:88030'], asOf);
    expect(found && shown(found)).toMatchObject({ ...alone('88030'), rule: 'nothing-known', because: [] });
    expect(found?.note).toMatch(/No PC\/TC indicator .* holds for it on 2025-06-01/);
  });

  test('is known by the statement of its indicator before the row of the schedule, the preferred first', () => {
    const { store, memory } = world([['88020', '0', [1, 2, 0]]]);
    const statement = { codeId: 'BillingCode:CPT:88020', indicator: 'PHYSICIAN_SERVICE_0' };
    add(store, pcTcIndicator, { ...statement, id: 'PcTcIndicatorStatement:CPT:88020/a' });
    add(store, pcTcIndicator, {
      ...statement,
      id: 'PcTcIndicatorStatement:CPT:88020/b',
      indicator: 'DIAGNOSTIC_TEST_1',
      rank: 'PREFERRED',
      rankReason: 'Synthetic.',
    });
    expect(familyOf({ store, memory }, '88020')).toMatchObject({
      pattern: 'MODIFIER_SPLIT',
      because: ['88020/b'],
    });
  });

  test('that people put in a family has none worked out, nor has one that the graph does not have', () => {
    const found = world([['99999', '1', [1, 2, 0]]]);
    expect(familyOf(found, '99999')).toBeUndefined();
    expect(familyOf(found, '88040')).toBeUndefined();
  });

  test('is not put with a code that people put in a family, though the sum fits', () => {
    const found = world([
      ['99990', '4', [20, 90, 3]],
      ['99999', '3', [0, 80, 2]],
      ['99991', '2', [20, 10, 1]],
    ]);
    expect(familyOf(found, '99990')).toMatchObject(alone('99990'));
    expect(familyOf(found, '99991')).toMatchObject(alone('99991', 'PROFESSIONAL'));
  });

  test('that fits two wholes is in the family of the one it is nearer to, and the other is left alone', () => {
    const other: Fee = ['88019', '4', [20, 90, 3]];
    const found = world([whole, technical, professional, other]);
    for (const code of ['88010', '88011', '88013']) expect(familyOf(found, code)).toEqual(sum);
    expect(familyOf(found, '88019')).toMatchObject({ ...alone('88019'), rule: 'pctc-indicator' });
  });

  test('is asked for with others as it is alone', () => {
    const { store, memory } = world([whole, technical, professional, ['88020', '1', [1, 2, 0]]], ['88030']);
    const codes = ['88013', '99999', '88030', '88020', '88013'].map((code) => `BillingCode:CPT:${code}`);
    expect(familiesOfCodes(store, memory, codes, asOf)).toEqual(
      codes.flatMap((code) => familiesOfCodes(store, memory, [code], asOf)),
    );
  });
});

describe('what is worked out', () => {
  const dated: readonly Fee[] = [
    whole,
    technical,
    [
      '88013',
      '2',
      [20, 10, 1],
      { validFrom: '2025-01-01', validTo: '2026-01-01', recordedFrom: '2025-03-01T00:00:00Z' },
    ],
  ];

  test.each<[string, Partial<typeof asOf>, boolean]>([
    ['on the day of its rows', {}, true],
    ['on their last day', { dateOfService: '2025-12-31' }, true],
    ['on the day after', { dateOfService: '2026-01-01' }, false],
    ['on the day before', { dateOfService: '2024-12-31' }, false],
    ['as known before they were recorded', { knownAt: '2025-02-28T00:00:00Z' }, false],
  ])('%s: %s', (_title, at, holds) => {
    const found = world(dated);
    expect(familyOf(found, '88010', at)?.rule === 'sum-of-parts').toBe(holds);
    expect(familyOf(found, '88013', at)?.id).toBe(holds ? sum.id : 'ServiceFamily:proposed-88013');
  });

  test('has an id by which it is found on every day, as long as the graph has its code', () => {
    const { store, memory } = world([whole, technical, professional]);
    for (const code of ['88010', '88013']) {
      const codeId = `BillingCode:CPT:${code}`;
      const [found] = familiesOfWholes(store, memory, [codeId], { ...asOf, dateOfService: '2030-01-01' });
      expect(found?.row.id).toBe(familyOfCode(codeId).id);
      expect(codeOfFamily(familyOfCode(codeId).id)).toBe(codeId);
    }
    const [none, reviewed] = familiesOfWholes(store, memory, ['BillingCode:CPT:88040', ids.code], asOf);
    expect([none, reviewed]).toEqual([undefined, undefined]);
  });

  test.each([
    'ServiceFamily:proposed-',
    'ServiceFamily:proposed-8801',
    'ServiceFamily:proposed-G0403',
    'ServiceFamily:synthetic',
  ])('is never meant by %s', (id) => {
    expect(codeOfFamily(id)).toBeUndefined();
  });

  test('lies beside the tables in memory, which stay as they are where people put everything in families', () => {
    const { store, memory } = world([whole, technical, professional]);
    const component = `${sum.id.replace('Family', 'Component')}/88011`;
    const both = withFamiliesNamed(store, memory, [ids.component, component], asOf);
    expect(both.unitsOf(component)).toEqual([
      { componentId: component, codeId: 'BillingCode:CPT:88011', modifierId: null },
    ]);
    expect(both.unitsWith('BillingCode:CPT:88011')).toEqual(both.unitsOf(component));
    expect(both.by('service_component', 'familyId', sum.id)).toHaveLength(3);
    expect(both.get('service_family', sum.id)).toMatchObject({ slug: 'proposed-88010' });
    expect(both.units).toHaveLength(memory.units.length + 3);
    for (const table of ['unitsOf', 'unitsWith'] as const)
      expect(both[table](table === 'unitsOf' ? ids.component : ids.code)).toEqual(
        memory[table](table === 'unitsOf' ? ids.component : ids.code),
      );
    expect(withFamiliesNamed(store, memory, [ids.component, ids.family], asOf)).toBe(memory);
  });
});
