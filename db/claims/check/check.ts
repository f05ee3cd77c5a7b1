/** Checks a draft claim: reads the evidence once, lets every rule judge every line, and reports what could not be judged. */

import type * as e from '../../enums/index.ts';
import { addOnCode } from '../add-on-code.ts';
import type { CheckContext, Claim, Finding, NotChecked, Rule } from '../claim.ts';
import { codePairEdit } from '../code-pair-edit.ts';
import { codeValidity } from '../code-validity.ts';
import { coverage } from '../coverage.ts';
import { dateOfService } from '../date-of-service.ts';
import { diagnosis } from '../diagnosis.ts';
import { duplicateLine } from '../duplicate-line.ts';
import { readEvidence } from '../evidence.ts';
import { frequency } from '../frequency.ts';
import { globalAndComponent } from '../global-and-component.ts';
import { missingComponentModifier } from '../missing-component-modifier.ts';
import { modifierVsPcTcIndicator } from '../modifier-vs-pctc-indicator.ts';
import { paymentStatus } from '../payment-status.ts';
import { placeOfService } from '../place-of-service.ts';
import { priorAuthorization } from '../prior-authorization.ts';
import { assistantAtSurgery } from '../surgery/assistant-at-surgery.ts';
import { bilateral } from '../surgery/bilateral.ts';
import { coSurgeons } from '../surgery/co-surgeons.ts';
import { globalPeriod } from '../surgery/global-period.ts';
import { multipleProcedures } from '../surgery/multiple-procedures.ts';
import { teamSurgery } from '../surgery/team-surgery.ts';
import { unitsOverLimit } from '../units-over-limit.ts';
import { asConfirmed, confirmedOn } from './confirmed.ts';

/** The rules, in the order in which a biller looks. */
const rules: readonly Rule[] = [
  dateOfService,
  codeValidity,
  modifierVsPcTcIndicator,
  missingComponentModifier,
  globalAndComponent,
  addOnCode,
  codePairEdit,
  unitsOverLimit,
  duplicateLine,
  globalPeriod,
  bilateral,
  assistantAtSurgery,
  coSurgeons,
  teamSurgery,
  multipleProcedures,
  paymentStatus,
  placeOfService,
  diagnosis,
  frequency,
  coverage,
  priorAuthorization,
];

/** The result of a check. */
export interface ClaimCheck {
  readonly verdict: keyof typeof e.ClaimVerdict.values;
  readonly findings: readonly Finding[];
  readonly notChecked: readonly NotChecked[];
}

/** Checks a claim. Adding a line never takes away a finding on another: rules judge lines, and no finding depends on a finding. */
export function checkClaim(context: CheckContext, claim: Claim): ClaimCheck {
  const evidence = readEvidence(context, claim);
  const judged = claim.lines.flatMap((line) => {
    const confirmed = confirmedOn(line.dateOfService, evidence);
    return rules.map((rule) => {
      const judgement = rule(line, claim, evidence);
      return confirmed
        ? asConfirmed(line, evidence, judgement, () => rule(line, claim, confirmed))
        : judgement;
    });
  });
  const findings = judged.flatMap((judgement) => judgement.findings);
  const notChecked = judged.flatMap((judgement) => judgement.notChecked);
  const serious = findings.some(({ severity }) => severity !== 'INFO');
  return {
    verdict: serious ? 'FINDINGS' : notChecked.length > 0 ? 'CANNOT_TELL' : 'NO_FINDINGS',
    findings,
    notChecked,
  };
}
