/** The row of the Medicare physician fee schedule that a line is judged by. */

import { lastPart } from '../kit/id-parts.ts';
import type { Row } from '../kit/table.ts';
import type * as t from '../tables/index.ts';
import { type Claim, type ClaimLine, type Evidence, isMedicare, on } from './claim.ts';

type FeeRow = Row<typeof t.feeScheduleEntry>;

/** Whether the fee schedule judges a claim: it is that of Medicare, for professional claims. */
export function isByFeeSchedule(claim: Claim, evidence: Evidence): boolean {
  return claim.claimForm === 'PROFESSIONAL_837P_CMS1500' && isMedicare(claim, evidence);
}

/** The row of the line on its day: that of its component modifier, else the one without. */
export function feeRow(
  { codeId, modifiers, dateOfService }: ClaimLine,
  evidence: Evidence,
): FeeRow | undefined {
  const modifier = modifiers.find((used) => evidence.componentModifiers.has(used)) ?? null;
  const rows = on(
    dateOfService,
    evidence.fees.filter((row) => row.codeId === codeId),
  );
  const of = (wanted: string | null) =>
    rows.find(({ modifierId }) => (modifierId === null ? null : lastPart(modifierId)) === wanted);
  return of(modifier) ?? of(null);
}

/** What a rule says where no row was read for the day. */
export function noFeeRow({ codeId, dateOfService }: ClaimLine): string {
  return `No fee-schedule row of ${lastPart(codeId)} was read for ${dateOfService}.`;
}
