/** What may cause a finding: each kind of evidence does while it holds, and none once it is deprecated, over, to come or not held. */

import { describe, expect, test } from 'vitest';
import * as t from '../../../db/tables/index.ts';
import { ids } from '../../kit/synthetic.ts';
import { about, type Case, diagnosis, findings, otherCode, type TestValues } from './claim-world.ts';

const medicare = { lineOfBusiness: 'MEDICARE_FFS' } as const;
const cases: readonly Case[] = [
  {
    table: t.pcTcIndicator,
    values: { codeId: ids.code, indicator: 'TECHNICAL_COMPONENT_ONLY_3' },
    rule: 'MODIFIER_VS_PCTC_INDICATOR',
    line: { modifiers: ['TC'] },
  },
  {
    table: t.pcTcIndicator,
    values: { codeId: ids.code, indicator: 'DIAGNOSTIC_TEST_1' },
    rule: 'MISSING_COMPONENT_MODIFIER',
    line: { placeOfService: '22' },
  },
  {
    table: t.pcTcIndicator,
    values: { codeId: ids.code, indicator: 'GLOBAL_TEST_ONLY_4' },
    rule: 'GLOBAL_AND_COMPONENT',
    others: [{ codeId: otherCode }],
  },
  {
    table: t.codePairEdit,
    values: { column1Id: otherCode, column2Id: ids.code, serviceType: 'PRACTITIONER', modifierIndicator: 0 },
    rule: 'CODE_PAIR_EDIT',
    others: [{ codeId: otherCode }],
    claim: medicare,
  },
  {
    table: t.unitLimit,
    values: { codeId: ids.code, serviceType: 'PRACTITIONER', maxUnits: 1, adjudication: '1' },
    rule: 'UNITS_OVER_LIMIT',
    line: { units: 2 },
    claim: medicare,
  },
  {
    table: t.feeScheduleEntry,
    values: { codeId: ids.code, facilityNotApplicable: 1 },
    rule: 'PLACE_OF_SERVICE',
    line: { placeOfService: '22' },
    claim: medicare,
  },
  {
    table: t.oppsStatus,
    values: { codeId: ids.code, statusIndicator: 'M' },
    rule: 'PLACE_OF_SERVICE',
    claim: { ...medicare, claimForm: 'INSTITUTIONAL_837I_UB04' },
  },
  {
    table: t.diagnosisSupport,
    values: {
      codeId: ids.code,
      diagnosisId: diagnosis,
      policyVersionId: 'PolicyVersion:p/1',
      effect: 'DOES_NOT_SUPPORT',
    },
    rule: 'DIAGNOSIS',
    line: { diagnosisIds: [diagnosis] },
  },
  {
    table: t.coverageCriterion,
    values: {
      policyVersionId: 'PolicyVersion:p/1',
      kind: 'FREQUENCY',
      interval: 12,
      intervalUnit: 'MONTHS',
    },
    rule: 'FREQUENCY',
    line: { lastServiceOn: '2025-01-01' },
  },
  { table: t.coverage, values: { ...about, covered: 'NOT_COVERED' }, rule: 'COVERAGE' },
  {
    table: t.priorAuthorization,
    values: { ...about, priorAuthorization: 'AUTH_NEEDED' },
    rule: 'PRIOR_AUTHORIZATION',
    severity: 'WARNING',
  },
];

const dead: readonly [string, TestValues][] = [
  ['deprecated', { rank: 'DEPRECATED', rankReason: 'Synthetic.' }],
  ['over', { validFrom: '2020-01-01', validTo: '2025-06-01' }],
  ['to come', { validFrom: '2025-06-02' }],
  ['not yet held', { recordedFrom: '2025-06-02T00:00:00Z' }],
  ['no longer held', { recordedTo: '2025-06-01T00:00:00Z' }],
];

describe.each(cases.map((one) => [one.rule, one.table.type, one] as const))(
  '%s from a %s',
  (_rule, type, one) => {
    test('is found while the statement holds, and rests on it', () => {
      expect(findings(one, { validFrom: '2025-06-01', validTo: '2025-06-02' })).toMatchObject([
        {
          line: 0,
          because: expect.arrayContaining([`${type}:synthetic/0`]),
          ...(one.severity && { severity: one.severity }),
        },
      ]);
    });

    test.each(dead)('is not found once the statement is %s', (_title, envelope) => {
      expect(findings(one, envelope)).toEqual([]);
    });
  },
);

test.each([
  ['MEDICARE_FFS', true],
  ['MEDICARE_CONTRACTOR', true],
  ['NATIONAL_COMMERCIAL', false],
  ['BLUE_LICENSEE', false],
])('a payer of kind %s, whatever its name, is judged by the edits of Medicare: %s', (payerKind, isJudged) => {
  const limit: Case = {
    table: t.unitLimit,
    values: { codeId: ids.code, serviceType: 'PRACTITIONER', maxUnits: 1, adjudication: '1' },
    rule: 'UNITS_OVER_LIMIT',
    line: { units: 2 },
    payerKind,
  };
  expect(findings(limit, {}).length > 0).toBe(isJudged);
});

test('a limit by line looks at each line alone, one by day at all of them', () => {
  const limit = (adjudication: string): Case => ({
    table: t.unitLimit,
    values: { codeId: ids.code, serviceType: 'PRACTITIONER', maxUnits: 1, adjudication },
    rule: 'UNITS_OVER_LIMIT',
    others: [{}],
    claim: medicare,
  });
  expect(['1', '2', '3'].map((adjudication) => findings(limit(adjudication), {}).length)).toEqual([0, 2, 2]);
});

test('of two limits that hold on the day the preferred one judges', () => {
  const [limit] = cases.filter(({ rule }) => rule === 'UNITS_OVER_LIMIT');
  if (limit)
    expect(findings(limit, {}, [{ maxUnits: 3, rank: 'PREFERRED', rankReason: 'Synthetic.' }])).toEqual([]);
});
