/**
 * No line is paid less because of another of the day. Which line is reduced, and by how much, is not judged: it follows
 * from amounts, from sessions and from who did what, and the base codes of endoscopies are not in the graph.
 */

import { lastPart } from '../../kit/id-parts.ts';
import type { Row } from '../../kit/table.ts';
import type * as t from '../../tables/index.ts';
import { found, isMedicare, nothing, type Rule, unjudged } from '../claim.ts';
import { feeRow, isByFeeSchedule, noFeeRow } from '../fee-row.ts';

type FeeRow = Row<typeof t.feeScheduleEntry>;

const rule = 'MULTIPLE_PROCEDURES';
/** Values that reduce nothing, and those that are ranked with each other (RVU25D.pdf, record layout). */
const whole: ReadonlySet<string> = new Set(['0', '9']);
const ranked: ReadonlySet<string> = new Set(['1', '2', '3']);
const imaging = '4';

/** Whether two services of a day come under one rule. */
function areReduced(one: FeeRow, other: FeeRow): boolean {
  const [value, beside] = [one.multipleProcedure, other.multipleProcedure];
  if (ranked.has(value)) return ranked.has(beside);
  return value === beside && (value !== imaging || one.imagingFamily === other.imagingFamily);
}

export const multipleProcedures: Rule = (line, claim, evidence) => {
  const others = claim.lines
    .filter(({ codeId, dateOfService }) => codeId !== line.codeId && dateOfService === line.dateOfService)
    .toSorted((a, b) => (a.codeId < b.codeId ? -1 : 1));
  if (others.length === 0) return nothing;
  if (!isByFeeSchedule(claim, evidence))
    return isMedicare(claim, evidence)
      ? nothing // a hospital is not paid by the fee schedule
      : unjudged(
          rule,
          line,
          'Reductions of several procedures are those of Medicare; those of this payer are not known.',
        );
  const fee = feeRow(line, evidence);
  if (!fee) return unjudged(rule, line, noFeeRow(line));
  if (whole.has(fee.multipleProcedure)) return nothing;
  const meaning = evidence.meanings.get(`multipleProcedure/${fee.multipleProcedure}`);
  if (!meaning)
    return unjudged(
      rule,
      line,
      `No source that was read gives the meaning of multiple procedure indicator ${fee.multipleProcedure}.`,
    );
  const rows = others.map((other) => feeRow(other, evidence));
  const beside = rows.flatMap((row) => (row && areReduced(fee, row) ? [lastPart(row.codeId)] : []));
  if (beside.length > 0)
    return found({
      rule,
      severity: 'INFO',
      line: line.index,
      message: `${lastPart(line.codeId)} beside ${[...new Set(beside)].join(', ')}: multiple procedure indicator ${fee.multipleProcedure} on the Medicare fee schedule. ${meaning.meaning} Which line is paid less is not judged.`,
      fix: null,
      because: [fee.id, meaning.id],
    });
  const [unread] = others.filter((_other, i) => !rows[i]);
  return unread ? unjudged(rule, line, noFeeRow(unread)) : nothing;
};
