/** Gaps that follow from what is said: a coverage statement without a value is a gap, for as long as it is held. */

import { expect, test } from 'vitest';
import { derive } from '../../../db/findings/derive.ts';
import { coverage, dataGap } from '../../../db/tables/index.ts';
import { add, ids, serviceStore } from '../../kit/synthetic.ts';

interface Gap {
  readonly statementId: string;
  readonly reason: string;
  readonly recordedFrom: string;
  readonly recordedTo: string | null;
}

function gaps(values: Parameters<typeof add>[2], search?: Parameters<typeof add>[2]): readonly Gap[] {
  const store = serviceStore();
  const about = {
    componentId: ids.component,
    codeId: ids.code,
    payerId: ids.payer,
    lineOfBusiness: 'COMMERCIAL',
  };
  const stated = { policyVersionId: 'PolicyVersion:synthetic', ...about, ...values };
  add(store, coverage, { id: 'CoverageStatement:synthetic', ...stated });
  if (search) add(store, dataGap, { id: 'DataGap:synthetic', ...about, statementId: null, ...search });
  derive(store);
  return store.all<Gap>(
    `select statement_id as "statementId", reason, recorded_from as "recordedFrom", recorded_to as "recordedTo" from ${dataGap.name} order by id`,
  );
}

const unknown = { valueState: 'UNKNOWN_VALUE', unknownReason: 'POLICY_SILENT_ON_CODE' } as const;

test('a statement that holds no value makes a gap, with its reason and while it is held', () => {
  const held = { recordedFrom: '2024-01-01T00:00:00Z', recordedTo: '2025-01-01T00:00:00Z' };
  expect(gaps({ ...unknown, ...held })).toEqual([
    { statementId: 'CoverageStatement:synthetic', reason: 'POLICY_SILENT_ON_CODE', ...held },
  ]);
});

test('a statement that holds a value makes none', () => expect(gaps({ covered: 'NOT_COVERED' })).toEqual([]));

test('a report that only names the payer makes none, and a search stays what was searched', () => {
  const mention = { ...unknown, policyVersionId: null };
  expect(gaps(mention)).toEqual([]);
  const search = { reason: unknown.unknownReason, recordedFrom: '2020-01-01T00:00:00Z', recordedTo: null };
  expect(gaps(mention, search)).toEqual([{ statementId: null, ...search }]);
});

test('a statement that was found wrong makes none', () => {
  expect(gaps({ ...unknown, rank: 'DEPRECATED', rankReason: 'Synthetic.' })).toEqual([]);
});

const stated = {
  statementId: 'CoverageStatement:synthetic',
  reason: 'POLICY_SILENT_ON_CODE',
  recordedTo: null,
};
const late = { recordedFrom: '2026-01-01T00:00:00Z' };

test('a search that found the same is the gap of the statement', () => {
  expect(gaps({ ...unknown, ...late }, { ...late, reason: 'POLICY_SILENT_ON_CODE' })).toEqual([
    { ...stated, ...late },
  ]);
});

test('a search that found less stays beside it: for days of which the statement does not speak', () => {
  const search = { reason: 'NO_POLICY_FOUND', recordedFrom: '2025-01-01T00:00:00Z', recordedTo: null };
  expect(gaps({ ...unknown, ...late }, search)).toEqual([
    { ...stated, ...late },
    { statementId: null, ...search },
  ]);
});

test('a search that was closed before the statement was recorded stays what was known until then', () => {
  const search = {
    ...{ reason: 'POLICY_SILENT_ON_CODE', recordedFrom: '2025-01-01T00:00:00Z' },
    recordedTo: late.recordedFrom,
  };
  expect(gaps({ ...unknown, ...late }, search)).toEqual([
    { ...stated, ...late },
    { statementId: null, ...search },
  ]);
});
