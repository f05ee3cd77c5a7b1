/** What the matrix lets into its cells and which columns it has, beside what cells are decided by. */

import { describe, expect, test } from 'vitest';
import { cellsBilled, componentBilled } from '../../../db/coverage/claim-line.ts';
import { coverageMatrix } from '../../../db/coverage/matrix.ts';
import type { MatrixQuestion } from '../../../db/coverage/matrix-columns.ts';
import type { Table } from '../../../db/kit/table.ts';
import { memoryOf } from '../../../db/release/small-tables.ts';
import {
  billingCode,
  billingUnit,
  codeValidity,
  coverage,
  dataGap,
  modifier,
  policy,
  priorAuthorization,
  serviceComponent,
} from '../../../db/tables/index.ts';
import { add, ids, releaseOf, serviceStore } from '../../kit/synthetic.ts';

type Values = Parameters<typeof add>[2];
type Given = readonly [table: Table, key: string, values: Values];
const asOf = { dateOfService: '2025-06-01', knownAt: '2025-06-01T00:00:00Z' };
const about = { componentId: ids.component, codeId: ids.code, payerId: ids.payer };
const part = 'ServiceComponent:synthetic/part';
const otherCode = 'BillingCode:CPT:99998';

/** A store with rows of some tables, each about the synthetic service unless it says otherwise. */
function storeOf(...rows: readonly Given[]) {
  const store = serviceStore();
  for (const [table, key, values] of rows) {
    const own = table.kind === 'link' ? {} : { id: `${table.type}:${key}` };
    const named = 'lineOfBusiness' in table.columns ? { ...about, lineOfBusiness: 'COMMERCIAL' } : {};
    add(store, table, { ...own, ...named, ...values });
  }
  return { store, memory: memoryOf(releaseOf(store)) };
}

function cells({ store, memory }: ReturnType<typeof storeOf>, question: Partial<MatrixQuestion> = {}) {
  const whole = {
    componentIds: [ids.component],
    payerIds: [ids.payer],
    linesOfBusiness: null,
    asOf,
    ...question,
  };
  return coverageMatrix(store, memory, whole).rows.flatMap((row) => row.cells);
}

const keys = (rows: readonly { readonly id: string }[]) =>
  rows.map(({ id }) => id.slice(id.indexOf(':') + 1));

describe.each([
  ['on coverage', coverage, { covered: 'COVERED' }, 'statements'],
  [
    'on prior authorization',
    priorAuthorization,
    { priorAuthorization: 'NO_AUTH' },
    'priorAuthorizationStatements',
  ],
] as const)('a statement %s', (_name, table, value, found) => {
  test.each<[string, boolean, Values]>([
    ['that holds', true, {}],
    ['that is preferred', true, { rank: 'PREFERRED', rankReason: 'Synthetic.' }],
    ['from that day on', true, { validFrom: '2025-06-01' }],
    ['up to that day', true, { validTo: '2025-06-02' }],
    ['that is deprecated', false, { rank: 'DEPRECATED', rankReason: 'Synthetic.' }],
    ['that is over', false, { validTo: '2025-06-01' }],
    ['that is to come', false, { validFrom: '2025-06-02' }],
    ['that was recorded later', false, { recordedFrom: '2025-06-01T00:00:01Z' }],
    ['that is no longer recorded', false, { recordedTo: '2025-06-01T00:00:00Z' }],
    ['of another payer', false, { payerId: ids.otherPayer }],
    ['of another component', false, { componentId: part }],
    ['of another line of business', false, { lineOfBusiness: 'MEDICAID' }],
    ['that names no line of business', true, { lineOfBusiness: 'ANY_NOT_STATED' }],
  ])('%s is let in: %s', (_title, isThere, values) => {
    const world = storeOf([table, 'a', { ...value, ...values }]);
    const [cell] = cells(world, { linesOfBusiness: ['COMMERCIAL'] });
    expect(keys(cell?.[found] ?? [])).toEqual(isThere ? ['a'] : []);
  });
});

test('a gap that a statement brought is left out: the statement says it', () => {
  const reason = { reason: 'NO_POLICY_FOUND' };
  const world = storeOf(
    [dataGap, 'searched', reason],
    [dataGap, 'derived', { ...reason, statementId: 'CoverageStatement:a' }],
    [dataGap, 'closed', { ...reason, recordedTo: '2025-06-01T00:00:00Z' }],
    [dataGap, 'later', { ...reason, recordedFrom: '2025-06-02T00:00:00Z' }],
    [dataGap, 'other', { ...reason, payerId: ids.otherPayer }],
  );
  expect(cells(world).map(({ gaps }) => keys(gaps))).toEqual([['searched']]);
});

describe('a column', () => {
  test('for no line in particular has what names no line, once', () => {
    const unnamed = { lineOfBusiness: 'ANY_NOT_STATED' };
    const world = storeOf(
      [coverage, 'a', { ...unnamed, covered: 'COVERED' }],
      [coverage, 'b', { covered: 'COVERED' }],
      [priorAuthorization, 'a', { ...unnamed, priorAuthorization: 'NO_AUTH' }],
    );
    const [cell] = cells(world, { linesOfBusiness: ['ANY_NOT_STATED'] });
    expect([keys(cell?.statements ?? []), keys(cell?.priorAuthorizationStatements ?? [])]).toEqual([
      ['a'],
      ['a'],
    ]);
  });

  const lines = (...rows: readonly Given[]) => cells(storeOf(...rows)).map((cell) => cell.lineOfBusiness);
  const ofPolicy = (key: string, ...list: string[]) =>
    [policy, key, { payerId: ids.payer, linesOfBusiness: JSON.stringify(list) }] as const;

  test('stands for each line of a policy, a statement or a gap of the payer, in the order of their names', () => {
    expect(
      lines(
        ofPolicy('p', 'TRICARE', 'MEDICAID'),
        [coverage, 'a', { lineOfBusiness: 'MEDICARE_FFS', covered: 'COVERED' }],
        [dataGap, 'a', { lineOfBusiness: 'COMMERCIAL', reason: 'NO_POLICY_FOUND' }],
      ),
    ).toEqual(['COMMERCIAL', 'MEDICAID', 'MEDICARE_FFS', 'TRICARE']);
  });

  test('for no line in particular is there only where no line is known of', () => {
    const unnamed = ofPolicy('p', 'ANY_NOT_STATED');
    expect(lines()).toEqual(['ANY_NOT_STATED']);
    expect(lines(unnamed)).toEqual(['ANY_NOT_STATED']);
    expect(lines(ofPolicy('p', 'MEDICAID'))).toEqual(['MEDICAID']);
    expect(lines(unnamed, [coverage, 'a', { covered: 'COVERED' }])).toEqual(['COMMERCIAL']);
  });

  test('comes of no report that only names the payer', () => {
    const mention = { valueState: 'UNKNOWN_VALUE', unknownReason: 'NOT_STATED_IN_SOURCE' };
    expect(lines([coverage, 'a', mention])).toEqual(['ANY_NOT_STATED']);
    expect(lines([coverage, 'a', { ...mention, policyVersionId: 'PolicyVersion:p' }])).toEqual([
      'COMMERCIAL',
    ]);
  });

  test('comes of no other payer', () => {
    const other = [policy, 'p', { payerId: ids.otherPayer, linesOfBusiness: '["MEDICAID"]' }] as const;
    expect(lines(other, [coverage, 'a', { payerId: ids.otherPayer, covered: 'COVERED' }])).toEqual([
      'ANY_NOT_STATED',
    ]);
  });
});

/** A part of the service by modifier 26 on the same code, and a second code that reports the whole. */
const split = [
  [modifier, 'CPT_MODIFIER:26', { code: '26' }],
  [serviceComponent, 'synthetic/part', { familyId: ids.family, seq: 1 }],
  [billingUnit, '', { componentId: part, codeId: ids.code, modifierId: 'Modifier:CPT_MODIFIER:26' }],
] as const;
const second = [
  [billingCode, 'CPT:99998', { code: '99998', familyId: ids.family }],
  [billingUnit, '', { componentId: ids.component, codeId: otherCode, modifierId: '' }],
] as const;

describe('what is said of the code alone', () => {
  test('reaches its part by modifier: gaps and prior authorization beside what is said of the part', () => {
    const world = storeOf(
      ...split,
      [dataGap, 'whole', { reason: 'NO_POLICY_FOUND' }],
      [dataGap, 'part', { reason: 'POLICY_TEXT_NOT_SEEN', componentId: part }],
      [priorAuthorization, 'whole', { priorAuthorization: 'NO_AUTH' }],
      [priorAuthorization, 'part', { priorAuthorization: 'NO_AUTH', componentId: part }],
    );
    const [ofPart] = cells(world, { componentIds: [part] });
    expect(keys(ofPart?.gaps ?? [])).toEqual(['part', 'whole']);
    expect(keys(ofPart?.priorAuthorizationStatements ?? [])).toEqual(['part', 'whole']);
    const [ofWhole] = cells(world);
    expect([keys(ofWhole?.gaps ?? []), keys(ofWhole?.priorAuthorizationStatements ?? [])]).toEqual([
      ['whole'],
      ['whole'],
    ]);
  });
});

describe('a component of two codes', () => {
  const validity = (key: string, codeId: string, values: Values = {}) =>
    [codeValidity, key, { codeId, codeStatus: 'ACTIVE', ...values }] as const;
  const over = { validFrom: '2020-01-01', validTo: '2025-06-01' };
  const state = (...rows: readonly Given[]) => {
    const [cell] = cells(storeOf(...second, [coverage, 'a', { covered: 'COVERED' }], ...rows));
    return [cell?.state, keys(cell?.because ?? [])];
  };
  const there = ['COVERED', ['a']];

  test('is there as long as one of them is valid, or may have been', () => {
    expect(state(validity('one', ids.code, over), validity('two', otherCode))).toEqual(there);
    expect(state(validity('one', ids.code, over))).toEqual(there);
    expect(state(validity('two', otherCode, over))).toEqual(there);
    const deleted = validity('gone', ids.code, { codeStatus: 'DELETED', validFrom: '2025-07-01' });
    expect(state(validity('one', ids.code), deleted, validity('two', otherCode, over))).toEqual(there);
  });

  test('is not once both are over, because of all that says so', () => {
    const both = [validity('one', ids.code, over), validity('two', otherCode, over)];
    expect(state(...both)).toEqual(['NOT_APPLICABLE', ['two', 'one']]);
  });
});

describe('what a claim line bills', () => {
  const { memory } = storeOf(...split, ...second);
  test.each<[string, readonly string[], string | undefined]>([
    [ids.code, [], ids.component],
    [ids.code, ['26'], part],
    [ids.code, ['59', '26'], part],
    [ids.code, ['59'], ids.component],
    [ids.code, ['6'], ids.component],
    [ids.code, ['CPT_MODIFIER:26'], ids.component],
    [otherCode, ['26'], ids.component],
    ['BillingCode:CPT:99997', [], undefined],
    ['BillingCode:CPT:99997', ['26'], undefined],
  ])('%s with %j is %s', (codeId, modifiers, componentId) => {
    expect(componentBilled(memory, codeId, modifiers)).toBe(componentId);
  });

  test('of which a code with a modifier alone bills nothing without it', () => {
    const only = storeOf(...split, [
      billingUnit,
      '',
      { componentId: part, codeId: otherCode, modifierId: 'Modifier:CPT_MODIFIER:26' },
    ]);
    expect(componentBilled(only.memory, otherCode, [])).toBeUndefined();
  });
});

describe('the cells of what is billed', () => {
  const { store, memory } = storeOf(
    ...split,
    [coverage, 'whole', { covered: 'COVERED' }],
    [coverage, 'part', { covered: 'NOT_COVERED', componentId: part, lineOfBusiness: 'MEDICAID' }],
    [coverage, 'other', { covered: 'CONDITIONAL', payerId: ids.otherPayer }],
  );
  const billed = [
    { componentId: part, payerId: ids.payer },
    { componentId: ids.component, payerId: ids.otherPayer },
    { componentId: ids.component, payerId: ids.payer },
    { componentId: part, payerId: ids.payer },
  ];
  const read = (lineOfBusiness: 'COMMERCIAL' | 'MEDICAID' | null) =>
    cellsBilled(store, memory, billed, lineOfBusiness, asOf).map((some) =>
      some.map((cell) => [cell.componentId, cell.payerId, cell.lineOfBusiness, cell.state]),
    );

  test('are those of its component and payer, in the order of what is billed, in the line that is named', () => {
    const ofPart = [[part, ids.payer, 'MEDICAID', 'NOT_COVERED']];
    expect(read('MEDICAID')).toEqual([
      ofPart,
      [[ids.component, ids.otherPayer, 'MEDICAID', 'UNKNOWN']],
      [[ids.component, ids.payer, 'MEDICAID', 'UNKNOWN']],
      ofPart,
    ]);
  });

  test('are one for each line that is known of it, where none is named', () => {
    const ofPart = [
      [part, ids.payer, 'COMMERCIAL', 'COVERED'],
      [part, ids.payer, 'MEDICAID', 'NOT_COVERED'],
    ];
    expect(read(null)).toEqual([
      ofPart,
      [[ids.component, ids.otherPayer, 'COMMERCIAL', 'CONDITIONAL']],
      [[ids.component, ids.payer, 'COMMERCIAL', 'COVERED']],
      ofPart,
    ]);
  });
});

test('a payer of which nothing is known on the day has the lines of which it states something on other days', () => {
  const over = { covered: 'COVERED', validTo: '2025-05-01' };
  const world = storeOf(
    [coverage, 'over', over],
    [coverage, 'unnamed', { ...over, lineOfBusiness: 'ANY_NOT_STATED', validTo: '2025-05-02' }],
    [coverage, 'of-other', { covered: 'COVERED', payerId: ids.otherPayer, lineOfBusiness: 'MEDICAID' }],
    [coverage, 'over-of-other', { ...over, payerId: ids.otherPayer }],
  );
  const payerIds = [ids.payer, ids.otherPayer];
  expect(
    cells(world, { payerIds }).map(({ lineOfBusiness, unknownReason, nearest }) => [
      lineOfBusiness,
      unknownReason,
      nearest,
    ]),
  ).toEqual([
    ['COMMERCIAL', 'STATED_FOR_OTHER_DAYS', { before: '2025-05-01', after: null }],
    // Where something is known of the day, other days add no column.
    ['MEDICAID', null, null],
  ]);
});
