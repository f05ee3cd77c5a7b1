/** The fee schedule pays the code separately: a row with a status such as bundled or not covered says that it does not. */

import { lastPart } from '../kit/id-parts.ts';
import { found, isMedicare, nothing, on, type Rule, unjudged } from './claim.ts';

/** Status codes of rows for which nothing is paid under the fee schedule (RVU25D.pdf, Attachment A). */
const notPaid: ReadonlySet<string> = new Set(['B', 'E', 'I', 'M', 'N', 'P', 'X']);

export const paymentStatus: Rule = (line, claim, evidence) => {
  // The schedule is that of Medicare, for professional claims.
  if (claim.claimForm !== 'PROFESSIONAL_837P_CMS1500' || !isMedicare(claim, evidence)) return nothing;
  const code = lastPart(line.codeId);
  const modifier = line.modifiers.find((used) => evidence.componentModifiers.has(used)) ?? null;
  const rows = on(line.dateOfService, evidence.fees).filter(({ codeId }) => codeId === line.codeId);
  const of = (wanted: string | null) =>
    rows.find(({ modifierId }) => (modifierId === null ? null : lastPart(modifierId)) === wanted);
  const fee = of(modifier) ?? of(null);
  if (!fee)
    return unjudged(
      'PAYMENT_STATUS',
      line,
      `No fee-schedule row of ${code} was read for ${line.dateOfService}.`,
    );
  if (!notPaid.has(fee.statusCode)) return nothing;
  const meaning = evidence.statusMeanings.get(fee.statusCode);
  return found({
    rule: 'PAYMENT_STATUS',
    severity: 'ERROR',
    line: line.index,
    message: `${code} has status ${fee.statusCode} on the Medicare fee schedule${meaning ? `: ${meaning.meaning}` : '.'}`,
    fix: null,
    because: [fee.id, ...(meaning ? [meaning.id] : [])],
  });
};
