/** The diagnoses are billable, and where a policy of the payer lists diagnoses, at least one of the line's is listed. */

import { expectedOf, isCode } from '../codes/code-shapes.ts';
import { lastPart } from '../kit/id-parts.ts';
import {
  billingRuleOn,
  type ClaimLine,
  type Evidence,
  type Finding,
  type Judgement,
  on,
  type Rule,
  unjudged,
} from './claim.ts';

const sinceIcd10 = 'BillingRule:billing/icd-10-since-2015';

/** Whether a diagnosis can be on a claim of the day: by the release of the day; where none was loaded, only a heading is found. */
function billable(line: ClaimLine, evidence: Evidence, id: string): Judgement {
  const finding = (
    message: string,
    fix: string,
    severity: 'ERROR' | 'WARNING',
    because: readonly string[],
  ) => ({
    findings: [{ rule: 'DIAGNOSIS', severity, line: line.index, message, fix, because } as const],
    notChecked: [],
  });
  const day = line.dateOfService;
  if (!isCode('DIAGNOSIS', lastPart(id))) {
    const message = `${lastPart(id)} is not of the form of an ICD-10-CM code. Expected ${expectedOf('DIAGNOSIS')}.`;
    const billing = billingRuleOn(day, sinceIcd10, evidence);
    return billing
      ? finding(`${message} ${billing.summary}`, 'Give the code of ICD-10-CM.', 'ERROR', [billing.id])
      : unjudged('DIAGNOSIS', line, message);
  }
  const releases = evidence.diagnosisValidity.filter(({ diagnosisId }) => diagnosisId === id);
  const validity = evidence.diagnoses.get(id);
  const heading = (release: string, because: string) =>
    finding(
      `${lastPart(id)} is a heading and cannot stand on a claim (ICD-10-CM, ${release}).`,
      'Give a code below it.',
      'ERROR',
      [because],
    );
  const [holding] = on(day, releases);
  if (holding)
    return holding.billable ? { findings: [], notChecked: [] } : heading(holding.release, holding.id);
  if (releases.length > 0 && evidence.diagnosisDays.has(day))
    return finding(
      `${lastPart(id)} does not stand in the release of ICD-10-CM that was loaded for ${day}; it stands in ${releases.map(({ release }) => release).join(', ')}.`,
      'Use the code that was valid on the date of service.',
      'WARNING',
      releases.map((row) => row.id),
    );
  if (validity?.billable === 0) return heading(validity.release, validity.id);
  if (validity)
    return unjudged(
      'DIAGNOSIS',
      line,
      `${lastPart(id)} can be billed by the ICD-10-CM of ${validity.release}; no release that states it was read for ${day}: whether it can then is not known here.`,
    );
  return unjudged(
    'DIAGNOSIS',
    line,
    `${lastPart(id)} is not among the diagnoses of this graph; whether it is billable is not known here.`,
  );
}

export const diagnosis: Rule = (line, claim, evidence) => {
  if (line.diagnosisIds.length === 0) return unjudged('DIAGNOSIS', line, 'The line gives no diagnosis.');
  const judged = line.diagnosisIds.map((id) => billable(line, evidence, id));
  const findings: Finding[] = judged.flatMap((each) => each.findings);
  const listed = on(line.dateOfService, evidence.support).filter(
    ({ codeId, payerId }) => codeId === line.codeId && payerId !== null && payerId === claim.payerId,
  );
  const out = listed.filter(
    ({ diagnosisId, effect }) => line.diagnosisIds.includes(diagnosisId) && effect === 'DOES_NOT_SUPPORT',
  );
  const supporting = listed.filter(({ effect }) => effect === 'SUPPORTS_MEDICAL_NECESSITY');
  const supported = supporting.some(({ diagnosisId }) => line.diagnosisIds.includes(diagnosisId));
  if (out.length > 0 && !supported) {
    findings.push({
      rule: 'DIAGNOSIS',
      severity: 'WARNING',
      line: line.index,
      message: `${out.map(({ diagnosisId }) => lastPart(diagnosisId)).join(', ')} was taken out of the diagnoses that support ${lastPart(line.codeId)}.`,
      fix: 'Give the diagnosis that the record supports and the policy lists.',
      because: out.map(({ id }) => id),
    });
  }
  const notChecked = judged.flatMap((each) => each.notChecked.map(({ reason }) => reason));
  if (!supported && out.length === 0) {
    // The lists that were read are known to be partial, so that absence from them is no finding.
    notChecked.push(
      listed.length === 0
        ? `No list of diagnoses of this payer for ${lastPart(line.codeId)} was read.`
        : `None of the diagnoses stands in the part of the payer's list that was read; the rest of the list is not known.`,
    );
  }
  return {
    findings,
    notChecked: notChecked.flatMap((reason) => unjudged('DIAGNOSIS', line, reason).notChecked),
  };
};
