/** Gaps that follow from what is said: a coverage statement without a value is a gap, for as long as it is held. */

import { describe, expect, test } from 'vitest';
import { derive } from '../../../db/findings/derive.ts';
import {
  codeValidity,
  coverage,
  dataGap,
  diagnosisSupport,
  priorAuthorization,
  rateBenchmark,
  reportPassage,
  utilization,
} from '../../../db/tables/index.ts';
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
    `select statement_id as "statementId", reason, recorded_from as "recordedFrom", recorded_to as "recordedTo" from ${dataGap.name}
     where property = 'COVERAGE' order by id`,
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

type Added = readonly [table: Parameters<typeof add>[1], values: Parameters<typeof add>[2]];

/** The gaps of a code of which these rows and its validity are recorded, without the coverage of payers. */
function gapsWith(...rows: readonly Added[]) {
  const store = serviceStore();
  add(store, codeValidity, { id: 'CodeValidity:synthetic', codeId: ids.code, recordedFrom: since });
  for (const [table, values] of rows)
    add(store, table, { ...('codeId' in table.columns && { codeId: ids.code }), ...values });
  derive(store);
  return store.all<{
    property: string;
    reason: string;
    payerId: string | null;
    statementId: string | null;
    recordedTo: string | null;
  }>(
    `select property, reason, payer_id as "payerId", statement_id as "statementId", recorded_to as "recordedTo"
     from ${dataGap.name} order by id`,
  );
}

const since = '2024-01-01T00:00:00Z';
const later = '2025-01-01T00:00:00Z';

describe('what no source states of a code', () => {
  test('is a gap for each thing, whatever payers say', () => {
    expect(gapsWith().map(({ property }) => property)).toEqual([
      'DIAGNOSES',
      'PRIOR_AUTHORIZATION',
      'PROVIDER_TAXONOMIES',
      'RATES',
      'UTILIZATION',
    ]);
    expect(
      gapsWith().every(({ reason, recordedTo }) => reason === 'NOT_STATED_IN_SOURCE' && !recordedTo),
    ).toBe(true);
  });

  test.each<[string, Added]>([
    ['DIAGNOSES', [diagnosisSupport, { id: 'DiagnosisSupport:a', diagnosisId: 'DiagnosisCode:a' }]],
    [
      'PRIOR_AUTHORIZATION',
      [
        priorAuthorization,
        {
          id: 'PriorAuthorizationStatement:a',
          componentId: ids.component,
          payerId: ids.payer,
          priorAuthorization: 'NO_AUTH',
        },
      ],
    ],
    ['RATES', [rateBenchmark, { id: 'RateBenchmark:a', subjectId: ids.code, amount: 100 }]],
    ['UTILIZATION', [utilization, { id: 'UtilizationStatement:a', subjectId: ids.code, value: 100 }]],
  ])(
    'is no gap of %s where a statement gives it, and was one until it was recorded',
    (property, [table, values]) => {
      const row = (recordedFrom: string): Added => [table, { ...values, recordedFrom }];
      const of = (added: Added) => gapsWith(added).filter((gap) => gap.property === property);
      expect(of(row(since))).toEqual([]);
      expect(of(row(later)).map(({ recordedTo }) => recordedTo)).toEqual([later]);
    },
  );
});

test('a statement on prior authorization without a value is a gap of its payer', () => {
  const row = {
    id: 'PriorAuthorizationStatement:a',
    componentId: ids.component,
    payerId: ids.payer,
    ...unknown,
  };
  const found = gapsWith([priorAuthorization, row]).filter(({ payerId }) => payerId);
  expect(found).toMatchObject([
    { property: 'PRIOR_AUTHORIZATION', reason: 'POLICY_SILENT_ON_CODE', statementId: row.id },
  ]);
});

describe('a passage of a report', () => {
  const passage = (section: string, values = {}): Added => [
    reportPassage,
    { id: `ReportPassage:${section}`, section, ...values },
  ];
  const of = (added: Added) =>
    gapsWith(added)
      .filter(({ statementId }) => statementId)
      .map(({ property, reason }) => [property, reason]);

  test('that gives what it announces is none', () => expect(of(passage('DIAGNOSES'))).toEqual([]));

  test('that gives none is a gap of that', () => {
    const silent = { valueState: 'UNKNOWN_VALUE', unknownReason: 'NOT_STATED_IN_SOURCE' };
    expect(of(passage('TAXONOMIES', silent))).toEqual([['PROVIDER_TAXONOMIES', 'NOT_STATED_IN_SOURCE']]);
    expect(of(passage('BENCHMARKS', silent))).toEqual([['RATES', 'NOT_STATED_IN_SOURCE']]);
  });

  test('on the limits of the report is a gap that names nothing in particular', () => {
    expect(of(passage('DATA_LIMITATIONS'))).toEqual([['REPORT_DATA', 'NOT_STATED_IN_SOURCE']]);
  });
});
