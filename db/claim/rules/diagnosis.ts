/** The diagnoses are billable, and where a policy of the payer lists diagnoses, at least one of the line's is listed. */

import { type Finding, on, type Rule, unjudged, written } from '../claim.ts';

export const diagnosis: Rule = (line, claim, evidence) => {
  if (line.diagnosisIds.length === 0) return unjudged('DIAGNOSIS', line, 'The line gives no diagnosis.');
  const findings: Finding[] = [];
  const unknown = line.diagnosisIds.filter((id) => !evidence.diagnoses.has(id));
  for (const id of line.diagnosisIds) {
    const held = evidence.diagnoses.get(id);
    if (held?.billable === 0) {
      findings.push({
        rule: 'DIAGNOSIS',
        severity: 'ERROR',
        line: line.index,
        message: `${held.code} is a heading and cannot stand on a claim (ICD-10-CM, ${held.release}).`,
        fix: 'Give a code below it.',
        because: [held.id],
      });
    }
  }
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
      message: `${out.map(({ diagnosisId }) => written(diagnosisId)).join(', ')} was taken out of the diagnoses that support ${written(line.codeId)}.`,
      fix: 'Give the diagnosis that the record supports and the policy lists.',
      because: out.map(({ id }) => id),
    });
  }
  const notChecked = [];
  if (unknown.length > 0)
    notChecked.push(
      `${unknown.map(written).join(', ')} is not among the diagnoses held; whether it is billable is not known here.`,
    );
  if (!supported && out.length === 0) {
    // The lists that were read are known to be partial, so that absence from them is no finding.
    notChecked.push(
      listed.length === 0
        ? `No list of diagnoses of this payer for ${written(line.codeId)} was read.`
        : `None of the diagnoses stands in the part of the payer's list that was read; the rest of the list is not known.`,
    );
  }
  return {
    findings,
    notChecked: notChecked.flatMap((reason) => unjudged('DIAGNOSIS', line, reason).notChecked),
  };
};
