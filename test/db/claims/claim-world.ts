/** A synthetic service in which one kind of evidence speaks against a line of a claim. */

import { type ClaimCheck, checkClaim } from '../../../db/claims/check/check.ts';
import type { Claim, ClaimLine } from '../../../db/claims/claim.ts';
import type { Table } from '../../../db/kit/table.ts';
import { memoryOf } from '../../../db/release/small-tables.ts';
import * as t from '../../../db/tables/index.ts';
import { add, addIndicators, ids, releaseOf, serviceStore } from '../../kit/synthetic.ts';

/** Columns and what they hold. */
export type TestValues = Parameters<typeof add>[2];
type Rule = ClaimCheck['findings'][number]['rule'];

/** A part of the service. */
export const otherCode = 'BillingCode:CPT:99998';
const otherComponent = 'ServiceComponent:synthetic/part';
/** A diagnosis of the graph. */
export const diagnosis = 'DiagnosisCode:ICD_10_CM:M81.0';
/** What a statement of the payer is about. */
export const about = {
  componentId: ids.component,
  codeId: ids.code,
  payerId: ids.payer,
  lineOfBusiness: 'COMMERCIAL',
};

/** A kind of evidence: the statement, the line that it speaks against, and the rule that says so. */
export interface Case {
  readonly table: Table;
  readonly values: TestValues;
  readonly rule: Rule;
  readonly severity?: string;
  readonly line?: Partial<ClaimLine>;
  readonly others?: readonly Partial<ClaimLine>[];
  readonly claim?: Partial<Claim>;
  readonly payerKind?: string;
}

/** What the rule finds on the claim where the evidence holds those columns, once for each envelope. */
export function findings(one: Case, envelope: TestValues, more: TestValues[] = []) {
  return judged(one, envelope, more).findings;
}

/** What the rule finds, and what it cannot judge. */
export function judged(
  { table, values, rule, line = {}, others = [], claim = {}, payerKind = 'NATIONAL_COMMERCIAL' }: Case,
  envelope: TestValues,
  more: TestValues[] = [],
): Pick<ClaimCheck, 'findings' | 'notChecked'> {
  const store = serviceStore();
  store.run('update payer set kind = :payerKind where id = :id', { payerKind, id: ids.payer });
  add(store, t.billingCode, { id: otherCode, code: '99998', familyId: ids.family });
  add(store, t.serviceComponent, {
    id: otherComponent,
    familyId: ids.family,
    seq: 1,
    role: 'PROFESSIONAL_INTERPRETATION_AND_REPORT',
  });
  add(store, t.billingUnit, { componentId: otherComponent, codeId: otherCode, modifierId: '' });
  add(store, t.placeOfService, { id: 'PlaceOfService:22', code: '22', setting: 'FACILITY' });
  add(store, t.diagnosisCode, { id: diagnosis, code: 'M81.0', billable: 1 });
  add(store, t.modifier, { id: 'Modifier:HCPCS_MODIFIER:TC', code: 'TC', componentRole: 'TECHNICAL' });
  addIndicators(store);
  add(store, t.policy, { id: 'Policy:p', payerId: ids.payer });
  add(store, t.policyVersion, { id: 'PolicyVersion:p/1', policyId: 'Policy:p' });
  for (const [i, extra] of [envelope, ...more].entries()) {
    const id = `${table.type}:synthetic/${i}`;
    add(store, table, { id, ...values, ...extra });
    if (table === t.coverageCriterion)
      add(store, t.statementCode, { statementId: id, codeId: ids.code, type: table.type });
  }
  const whole = (index: number, some: Partial<ClaimLine>): ClaimLine => ({
    index,
    codeId: ids.code,
    modifiers: [],
    units: 1,
    placeOfService: null,
    diagnosisIds: [],
    dateOfService: '2025-06-01',
    lastServiceOn: null,
    ...some,
  });
  const lines = [line, ...others].map((some, index) => whole(index, some));
  const draft: Claim = {
    payerId: ids.payer,
    lineOfBusiness: 'COMMERCIAL',
    claimForm: 'PROFESSIONAL_837P_CMS1500',
    ...claim,
    lines,
  };
  const context = {
    store,
    memory: memoryOf(releaseOf(store)),
    knownAt: '2025-06-01T00:00:00Z',
    today: '2025-06-01',
    release: 'synthetic',
  };
  const found = checkClaim(context, draft);
  store.close();
  return {
    findings: found.findings.filter((finding) => finding.rule === rule),
    notChecked: found.notChecked.filter((reason) => reason.rule === rule),
  };
}
