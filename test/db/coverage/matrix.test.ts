/** The coverage matrix on a synthetic service: which statements reach which cell. */

import { expect, test } from 'vitest';
import { coverageMatrix } from '../../../db/coverage/matrix.ts';
import type { MatrixQuestion } from '../../../db/coverage/matrix-columns.ts';
import type { WritableStore } from '../../../db/kit/store.ts';
import { memoryOf } from '../../../db/release/small-tables.ts';
import {
  billingUnit,
  codeValidity,
  coverage,
  dataGap,
  modifier,
  priorAuthorization,
  serviceComponent,
} from '../../../db/tables/index.ts';
import { add, ids, releaseOf, serviceStore } from '../../kit/synthetic.ts';

const asOf = { dateOfService: '2025-06-01', knownAt: '2025-06-01T00:00:00Z' };
const professional = 'ServiceComponent:synthetic/professional';

function say(store: WritableStore, id: string, values: Parameters<typeof add>[2]): void {
  const about = {
    componentId: ids.component,
    codeId: ids.code,
    payerId: ids.payer,
    lineOfBusiness: 'COMMERCIAL',
  };
  add(store, coverage, {
    id: `CoverageStatement:${id}`,
    ...about,
    covered: 'COVERED',
    statedAt: 'NAMED_CODE',
    ...values,
  });
}

function cells(store: WritableStore, question: Partial<MatrixQuestion> = {}) {
  const whole = {
    componentIds: [ids.component],
    payerIds: [ids.payer],
    linesOfBusiness: null,
    asOf,
    ...question,
  };
  return coverageMatrix(store, memoryOf(releaseOf(store)), whole).rows.flatMap((row) => row.cells);
}

test('where nothing is said the cell is there, and nobody has looked yet', () => {
  expect(cells(serviceStore())).toMatchObject([
    {
      payerId: ids.payer,
      lineOfBusiness: 'ANY_NOT_STATED',
      state: 'UNKNOWN',
      reach: 'NONE',
      unknownReason: 'NOT_YET_REVIEWED',
      priorAuthorization: 'UNKNOWN',
    },
  ]);
});

test('what one payer says reaches no other', () => {
  const store = serviceStore();
  say(store, 'one', {});
  const [one, other] = cells(store, { payerIds: [ids.payer, ids.otherPayer] });
  expect([one?.state, other?.state]).toEqual(['COVERED', 'UNKNOWN']);
});

test('what is said of one line of business reaches no other; what names none reaches each', () => {
  const store = serviceStore();
  say(store, 'commercial', { covered: 'COVERED' });
  say(store, 'any', { lineOfBusiness: 'ANY_NOT_STATED', covered: 'COVERED', componentId: ids.component });
  const found = cells(store, { linesOfBusiness: ['COMMERCIAL', 'MEDICAID'] });
  expect(found.map(({ statements }) => statements.length)).toEqual([2, 1]);
});

test('a deprecated statement is left out of every cell, and changes none', () => {
  const store = serviceStore();
  say(store, 'right', { covered: 'COVERED' });
  const before = cells(store);
  say(store, 'wrong', { covered: 'NOT_COVERED', rank: 'DEPRECATED', rankReason: 'Synthetic.' });
  expect(cells(store)).toEqual(before);
});

test('a statement outside its days, or not yet held, is left out', () => {
  const store = serviceStore();
  say(store, 'over', { validFrom: '2020-01-01', validTo: '2025-06-01' });
  say(store, 'to-come', { validFrom: '2025-06-02' });
  say(store, 'not-yet-held', { recordedFrom: '2025-06-02T00:00:00Z' });
  expect(cells(store)).toMatchObject([{ state: 'UNKNOWN', statements: [] }]);
});

test('what is said of the code alone reaches a component that a modifier names, and says that it is an entailment', () => {
  const store = serviceStore();
  add(store, modifier, { id: 'Modifier:CPT_MODIFIER:26', code: '26' });
  add(store, serviceComponent, { id: professional, familyId: ids.family, seq: 1 });
  add(store, billingUnit, {
    componentId: professional,
    codeId: ids.code,
    modifierId: 'Modifier:CPT_MODIFIER:26',
  });
  say(store, 'code', {});
  const both = { componentIds: [ids.component, professional] };
  expect(cells(store, both).map(({ state, reach }) => [state, reach])).toEqual([
    ['COVERED', 'STATED'],
    ['COVERED', 'SAME_CODE'],
  ]);

  say(store, 'own', { componentId: professional, covered: 'NOT_COVERED' });
  expect(cells(store, both).map(({ state, reach }) => [state, reach])).toEqual([
    ['COVERED', 'STATED'],
    ['NOT_COVERED', 'STATED'],
  ]);
});

test('prior authorization is an axis of its own: neither follows from the other', () => {
  const store = serviceStore();
  const about = {
    componentId: ids.component,
    codeId: ids.code,
    payerId: ids.payer,
    lineOfBusiness: 'COMMERCIAL',
  };
  say(store, 'covered', {});
  expect(cells(store)).toMatchObject([
    { state: 'COVERED', priorAuthorization: 'UNKNOWN', priorAuthorizationReason: 'NOT_YET_REVIEWED' },
  ]);
  add(store, priorAuthorization, {
    id: 'PriorAuthorizationStatement:a',
    ...about,
    priorAuthorization: 'NO_AUTH',
  });
  expect(cells(store)).toMatchObject([
    { state: 'COVERED', priorAuthorization: 'NO_AUTH', priorAuthorizationReason: null },
  ]);
  add(store, priorAuthorization, {
    id: 'PriorAuthorizationStatement:b',
    ...about,
    priorAuthorization: 'AUTH_NEEDED',
  });
  expect(cells(store)).toMatchObject([
    { priorAuthorization: 'UNKNOWN', priorAuthorizationReason: 'SOURCES_CONFLICT' },
  ]);
});

test('a gap gives the reason of a cell in which nothing is said', () => {
  const store = serviceStore();
  const about = {
    componentId: ids.component,
    codeId: ids.code,
    payerId: ids.payer,
    lineOfBusiness: 'COMMERCIAL',
  };
  add(store, dataGap, { id: 'DataGap:a', ...about, reason: 'NO_POLICY_FOUND' });
  expect(cells(store)).toMatchObject([
    { state: 'UNKNOWN', unknownReason: 'NO_POLICY_FOUND', gaps: [{ id: 'DataGap:a' }] },
  ]);
});

test('a code that was not valid on the day applies to nothing; one of which no validity is held may', () => {
  const store = serviceStore();
  say(store, 'one', {});
  expect(cells(store)).toMatchObject([{ state: 'COVERED' }]);
  add(store, codeValidity, {
    id: 'CodeValidity:a',
    codeId: ids.code,
    codeStatus: 'ACTIVE',
    validFrom: '2026-01-01',
  });
  expect(cells(store)).toMatchObject([{ state: 'NOT_APPLICABLE', reach: 'NONE', statements: [] }]);
});

test('the columns are the lines that are asked for, or those that anything is known of', () => {
  const store = serviceStore();
  say(store, 'one', {});
  say(store, 'two', { lineOfBusiness: 'MEDICAID' });
  const lines = (question: Partial<MatrixQuestion>) =>
    cells(store, question).map(({ lineOfBusiness }) => lineOfBusiness);
  expect(lines({})).toEqual(['COMMERCIAL', 'MEDICAID']);
  expect(lines({ linesOfBusiness: ['TRICARE'] })).toEqual(['TRICARE']);
});
