/** A judgement as far as releases were published for the day: a row goes on until another is read, and the next one may end it. */

import type { ClaimLine, Evidence, Judgement } from '../claim.ts';

const dated = ['indicators', 'addOnEdits', 'limits', 'fees', 'oppsStatuses', 'diagnosisValidity'] as const;

/** The evidence without what releases state that were published for days before this one; undefined where that is all. */
export function confirmedOn(day: string, evidence: Evidence): Evidence | undefined {
  const isConfirmed = ({ id }: { readonly id: string }) => evidence.lastConfirmed(id, day) === null;
  if (dated.every((kind) => evidence[kind].every(isConfirmed))) return undefined;
  const { indicators, addOnEdits, limits, fees, oppsStatuses, diagnosisValidity } = evidence;
  return {
    ...evidence,
    indicators: indicators.filter(isConfirmed),
    addOnEdits: addOnEdits.filter(isConfirmed),
    limits: limits.filter(isConfirmed),
    fees: fees.filter(isConfirmed),
    oppsStatuses: oppsStatuses.filter(isConfirmed),
    diagnosisValidity: diagnosisValidity.filter(isConfirmed),
    // What a release of the day would leave out cannot be distinguished from what a release of another day leaves out.
    ...(diagnosisValidity.every(isConfirmed) ? {} : { diagnosisDays: new Set() }),
  };
}

/** A judgement by all evidence, and the same rule by what is confirmed: no pass rests on what is not, and a finding says so. */
export function asConfirmed(
  line: ClaimLine,
  { lastConfirmed }: Evidence,
  judged: Judgement,
  byConfirmed: () => Judgement,
): Judgement {
  if (judged.findings.length === 0 && judged.notChecked.length === 0)
    return { findings: [], notChecked: byConfirmed().notChecked };
  const lastDay = (because: readonly string[]) =>
    because.map((id) => lastConfirmed(id, line.dateOfService)).find((last) => last !== null);
  return {
    ...judged,
    findings: judged.findings.map((finding) => {
      const last = finding.rule === 'CODE_VALIDITY' ? undefined : lastDay(finding.because);
      return last
        ? {
            ...finding,
            message: `${finding.message} The release that was read was published for the days up to ${last}.`,
          }
        : finding;
    }),
  };
}
