/** The fee schedule pays the code separately: a row with a status such as bundled or not covered says that it does not. */

import { lastPart } from '../kit/id-parts.ts';
import { found, nothing, type Rule, unjudged } from './claim.ts';
import { feeRow, isByFeeSchedule, noFeeRow } from './fee-row.ts';

const rule = 'PAYMENT_STATUS';
/** Status codes of rows for which nothing is paid under the fee schedule (RVU25D.pdf, Attachment A). */
const notPaid: ReadonlySet<string> = new Set(['B', 'E', 'I', 'M', 'N', 'P', 'X']);
/** Those of rows for which something may be paid; C and R as the contractor prices them. */
const paid: ReadonlySet<string> = new Set(['A', 'C', 'R']);
/** That of anaesthesia, which another schedule pays. */
const anaesthesia = 'J';
/** That of rows for which something is paid where no other service of the day is paid under the schedule. */
const paidAlone = 'T';

export const paymentStatus: Rule = (line, claim, evidence) => {
  if (!isByFeeSchedule(claim, evidence)) return nothing;
  const code = lastPart(line.codeId);
  const fee = feeRow(line, evidence);
  if (!fee) return unjudged(rule, line, noFeeRow(line));
  const meaning = evidence.meanings.get(`status/${fee.statusCode}`);
  const finding = {
    rule,
    line: line.index,
    message: `${code} has status ${fee.statusCode} on the Medicare fee schedule${meaning ? `: ${meaning.meaning}` : '.'}`,
    because: [fee.id, ...(meaning ? [meaning.id] : [])],
  } as const;
  if (notPaid.has(fee.statusCode)) return found({ ...finding, severity: 'ERROR', fix: null });
  if (paid.has(fee.statusCode) || fee.statusCode === anaesthesia) return nothing;
  if (fee.statusCode !== paidAlone)
    return unjudged(
      rule,
      line,
      `What status ${fee.statusCode} of the fee schedule row of ${code} means for payment was not read.`,
    );
  const others = claim.lines
    .filter(({ codeId, dateOfService }) => codeId !== line.codeId && dateOfService === line.dateOfService)
    .toSorted((a, b) => (a.codeId < b.codeId ? -1 : 1));
  const rows = others.map((other) => feeRow(other, evidence));
  if (rows.some((row) => row && paid.has(row.statusCode)))
    return found({ ...finding, severity: 'WARNING', fix: `Leave ${code} out where one clinician did both.` });
  const [unread] = others.filter((_other, i) => !rows[i]);
  return unread ? unjudged(rule, line, noFeeRow(unread)) : nothing;
};
