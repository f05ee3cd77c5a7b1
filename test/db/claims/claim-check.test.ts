/** The check of a whole claim on a synthetic service: what each line is judged by, and what the check ends in. */

import { describe, expect, test } from 'vitest';
import { checkClaim } from '../../../db/claims/check/check.ts';
import type { Claim, ClaimLine } from '../../../db/claims/claim.ts';
import type { WritableStore } from '../../../db/kit/store.ts';
import { memoryOf } from '../../../db/release/small-tables.ts';
import * as t from '../../../db/tables/index.ts';
import { add, ids, releaseOf, serviceStore } from '../../kit/synthetic.ts';

const otherCode = 'BillingCode:CPT:99998';
const part = 'ServiceComponent:synthetic/part';
const diagnosis = 'DiagnosisCode:ICD_10_CM:M81.0';
const medicare = 'Payer:medicare';
const about = { componentId: ids.component, payerId: medicare, lineOfBusiness: 'MEDICARE_FFS' };

/** A service of which everything is known that the rules ask for: each line on it passes. */
function knownService(): WritableStore {
  const store = serviceStore();
  add(store, t.payer, { id: medicare, slug: 'medicare', kind: 'MEDICARE_FFS' });
  add(store, t.billingCode, { id: otherCode, code: '99998', familyId: ids.family });
  add(store, t.serviceComponent, { id: part, familyId: ids.family, seq: 1, role: 'TECHNICAL' });
  add(store, t.modifier, { id: 'Modifier:CPT_MODIFIER:26', code: '26' });
  for (const [codeId, modifierId] of [
    [otherCode, ''],
    [ids.code, 'Modifier:CPT_MODIFIER:26'],
  ])
    add(store, t.billingUnit, { componentId: part, codeId: codeId ?? '', modifierId: modifierId ?? '' });
  add(store, t.diagnosisCode, { id: diagnosis, code: 'M81.0', billable: 1 });
  const release = { billable: 1, validFrom: '2024-10-01', validTo: '2025-10-01' };
  add(store, t.diagnosisValidity, { id: 'DiagnosisValidity:known', diagnosisId: diagnosis, ...release });
  const duplicates = { id: 'BillingRule:billing/duplicate-lines', subjectId: medicare };
  add(store, t.billingRule, { ...duplicates, kind: 'BILLING' });
  add(store, t.policy, { id: 'Policy:p', payerId: medicare });
  add(store, t.policyVersion, { id: 'PolicyVersion:p/1', policyId: 'Policy:p' });
  add(store, t.placeOfService, { id: 'PlaceOfService:11', code: '11', setting: 'NON_FACILITY' });
  for (const [key, codeId] of [
    ['a', ids.code],
    ['b', otherCode],
  ] as const) {
    add(store, t.codeValidity, { id: `CodeValidity:${key}`, codeId, codeStatus: 'ACTIVE' });
    add(store, t.pcTcIndicator, {
      id: `PcTcIndicatorStatement:${key}`,
      codeId,
      indicator: 'DIAGNOSTIC_TEST_1',
    });
    add(store, t.feeScheduleEntry, {
      id: `FeeScheduleEntry:${key}`,
      codeId,
      statusCode: 'A',
      globalDays: 'XXX',
    });
    const limit = { serviceType: 'PRACTITIONER', maxUnits: 1, adjudication: '1' };
    add(store, t.unitLimit, { id: `UnitLimit:${key}`, codeId, ...limit });
    add(store, t.diagnosisSupport, {
      id: `DiagnosisSupport:${key}`,
      codeId,
      diagnosisId: diagnosis,
      policyVersionId: 'PolicyVersion:p/1',
      effect: 'SUPPORTS_MEDICAL_NECESSITY',
    });
  }
  for (const [key, componentId] of [
    ['whole', ids.component],
    ['part', part],
  ] as const) {
    const row = { ...about, componentId, codeId: ids.code };
    add(store, t.coverage, { id: `CoverageStatement:${key}`, ...row, covered: 'COVERED' });
    const none = { priorAuthorization: 'NO_AUTH' };
    add(store, t.priorAuthorization, { id: `PriorAuthorizationStatement:${key}`, ...row, ...none });
  }
  return store;
}

type Line = Partial<Omit<ClaimLine, 'index'>>;

function check(store: WritableStore, lines: readonly Line[], claim: Partial<Claim> = {}) {
  const whole: Claim = {
    payerId: medicare,
    lineOfBusiness: 'MEDICARE_FFS',
    claimForm: 'PROFESSIONAL_837P_CMS1500',
    ...claim,
    lines: lines.map((line, index) => ({
      index,
      codeId: ids.code,
      modifiers: [],
      units: 1,
      placeOfService: '11',
      diagnosisIds: [diagnosis],
      dateOfService: '2025-06-01',
      lastServiceOn: null,
      ...line,
    })),
  };
  const memory = memoryOf(releaseOf(store));
  const context = {
    store,
    memory,
    knownAt: '2025-07-01T00:00:00Z',
    today: '2025-07-01',
    release: 'synthetic',
  };
  const { verdict, findings, notChecked } = checkClaim(context, whole);
  return {
    verdict,
    findings: findings.map(({ line, rule, because }) => [line, rule, ...because]),
    notChecked: notChecked.map(({ line, rule }) => [line, rule]),
  };
}

const clean = { verdict: 'NO_FINDINGS', findings: [], notChecked: [] };

describe('the verdict', () => {
  test('is that nothing was found where every rule could judge every line', () => {
    expect(check(knownService(), [{}, { codeId: otherCode, dateOfService: '2025-06-02' }])).toEqual(clean);
  });

  test('is that it cannot tell where a rule was left open', () => {
    expect(check(knownService(), [{ placeOfService: null }])).toEqual({
      verdict: 'CANNOT_TELL',
      findings: [],
      notChecked: [[0, 'PLACE_OF_SERVICE']],
    });
  });

  test.each([
    ['CONDITIONAL', 'NO_FINDINGS'],
    ['INDETERMINATE', 'FINDINGS'],
    ['NOT_COVERED', 'FINDINGS'],
  ])('of a line that is %s is %s', (covered, verdict) => {
    const store = knownService();
    store.run('update coverage_row set covered = :covered', { covered });
    expect(check(store, [{}])).toEqual({
      verdict,
      findings: [[0, 'COVERAGE', 'CoverageStatement:whole']],
      notChecked: [],
    });
  });

  test('is that something was found, though a rule was left open', () => {
    expect(check(knownService(), [{ units: 2, placeOfService: null }])).toMatchObject({
      verdict: 'FINDINGS',
    });
  });
});

test('what is found and what is left open come in the order of the lines', () => {
  const late = { dateOfService: '2025-07-02' };
  const { findings, notChecked } = check(knownService(), [
    { ...late, units: 3 },
    { placeOfService: null, units: 2 },
    { dateOfService: '2025-07-03' },
  ]);
  expect(findings).toEqual([
    [0, 'UNITS_OVER_LIMIT', 'UnitLimit:a'],
    [1, 'UNITS_OVER_LIMIT', 'UnitLimit:a'],
  ]);
  expect(notChecked).toEqual([
    [0, 'DATE_OF_SERVICE'],
    [1, 'PLACE_OF_SERVICE'],
    [2, 'DATE_OF_SERVICE'],
  ]);
});

describe('a line is judged', () => {
  test('by what holds on its own day', () => {
    const store = knownService();
    store.run("update coverage_row set covered = 'NOT_COVERED', valid_from = '2025-06-02'");
    const days = ['2025-06-01', '2025-06-02'].map((dateOfService) => ({ dateOfService }));
    expect(check(store, days)).toMatchObject({
      findings: [[1, 'COVERAGE', 'CoverageStatement:whole']],
      notChecked: [[0, 'COVERAGE']],
    });
  });

  test('by the component that its code with its modifiers bills', () => {
    const store = knownService();
    store.run("update coverage_row set covered = 'NOT_COVERED' where component_id = :part", { part });
    expect(check(store, [{}, { modifiers: ['26'] }]).findings).toEqual([
      [1, 'COVERAGE', 'CoverageStatement:part'],
    ]);
  });

  test('by the line of business that the claim names, and left open where it names none and there are two', () => {
    const store = knownService();
    const row = { ...about, codeId: ids.code, lineOfBusiness: 'MEDICARE_ADVANTAGE', covered: 'NOT_COVERED' };
    add(store, t.coverage, { id: 'CoverageStatement:other', ...row });
    const named = { lineOfBusiness: 'MEDICARE_ADVANTAGE' } as const;
    expect(check(store, [{}])).toEqual(clean);
    expect(check(store, [{}], named).findings).toEqual([[0, 'COVERAGE', 'CoverageStatement:other']]);
    expect(check(store, [{}], { lineOfBusiness: null }).notChecked).toEqual([
      [0, 'COVERAGE'],
      [0, 'PRIOR_AUTHORIZATION'],
    ]);
  });

  test('by no payer where the claim names none', () => {
    expect(check(knownService(), [{}], { payerId: null }).notChecked).toEqual([
      [0, 'DIAGNOSIS'],
      [0, 'COVERAGE'],
      [0, 'PRIOR_AUTHORIZATION'],
    ]);
  });

  test('as one that bills nothing that is held, where its code is not', () => {
    const { notChecked } = check(knownService(), [{ codeId: 'BillingCode:CPT:99997' }]);
    expect(notChecked).toContainEqual([0, 'CODE_VALIDITY']);
    expect(notChecked).toContainEqual([0, 'COVERAGE']);
  });

  test('by the end of its modifiers of Level II, as far as it holds and was recorded', () => {
    const ended = { codeStatus: 'DELETED', validFrom: '2025-01-01' };
    for (const [values, found] of [
      [{}, true],
      [{ modifierId: 'Modifier:CPT_MODIFIER:ZZ' }, false],
      [{ modifierId: 'Modifier:HCPCS_MODIFIER:YY' }, false],
      [{ validFrom: '2025-06-02' }, false],
      [{ recordedFrom: '2025-07-02T00:00:00Z' }, false],
      [{ rank: 'DEPRECATED', rankReason: 'Synthetic.' }, false],
    ] as const) {
      const store = knownService();
      const row = { id: 'ModifierValidity:a', modifierId: 'Modifier:HCPCS_MODIFIER:ZZ' };
      add(store, t.modifierValidity, { ...row, ...ended, ...values });
      expect(check(store, [{ modifiers: ['59', 'ZZ'] }]).findings).toEqual(
        found ? [[0, 'CODE_VALIDITY', 'ModifierValidity:a']] : [],
      );
    }
  });

  test('by the release of diagnoses that was loaded for its day', () => {
    const store = knownService();
    const other = { id: 'DiagnosisValidity:b', diagnosisId: 'DiagnosisCode:ICD_10_CM:M81.1' };
    const before = { billable: 1, validFrom: '2023-10-01', validTo: '2024-10-01' };
    add(store, t.diagnosisValidity, { ...other, ...before });
    expect(check(store, [{ dateOfService: '2024-06-01', diagnosisIds: [diagnosis] }]).findings).toEqual([
      [0, 'DIAGNOSIS', 'DiagnosisValidity:known'],
    ]);
    expect(check(store, [{}])).toEqual(clean);
    expect(check(store, [{ dateOfService: '2023-06-01' }]).notChecked).toContainEqual([0, 'DIAGNOSIS']);
  });
});

describe('the whole and its parts are reduced apart', () => {
  const both = [{}, { codeId: otherCode }];
  const found = (pattern: string) => {
    const store = knownService();
    store.run("delete from billing_unit where modifier_id <> ''");
    store.run('update service_family set pattern = :pattern', { pattern });
    return check(store, both).findings;
  };

  test('where they have codes of their own, and nowhere else', () => {
    // Code by code, in the order of their ids.
    const because = ['PcTcIndicatorStatement:b', 'PcTcIndicatorStatement:a'];
    expect(found('STAND_ALONE_CODES')).toEqual([[0, 'GLOBAL_AND_COMPONENT', ...because]]);
    expect(found('MODIFIER_SPLIT')).toEqual([]);
  });
});
