/** How an amount of the fee schedule was worked out, in figures, or why there is none, in words. */

import { formatDecimal } from '../kit/decimal.ts';
import { lastPart } from '../kit/id-parts.ts';
import type { Row } from '../kit/table.ts';
import type { Memory } from '../release/small-tables.ts';
import type { feeScheduleEntry } from '../tables/index.ts';
import type { Indices, PracticeSetting, unpriced } from './rvu-arithmetic.ts';

type Fee = Row<typeof feeScheduleEntry>;

const dollars = (amount: number) => `$${formatDecimal(amount, 2)}`;
const places = { FACILITY: 'facility', NON_FACILITY: 'non-facility' } as const;

/** The text where no row has the requested modifier; `other` is a row of the code with another modifier. */
export function noRow(modifierId: string | null, other: Fee | undefined): string {
  if (!other || modifierId === null)
    return 'No row of the fee schedule that was read speaks of the code on that day.';
  return `The fee schedule has no row of the code with modifier ${lastPart(modifierId)}; its PC/TC indicator is ${other.pcTcIndicator}. A modifier without a row of its own picks no other row: ask without it.`;
}

/** Why a row sets no amount. */
export function noSum(
  because: NonNullable<ReturnType<typeof unpriced>>['because'],
  { statusCode }: Fee,
  setting: PracticeSetting,
  memory: Memory,
): string {
  if (because === 'setting')
    return `The file flags the ${places[setting]} amount as not applicable: the service is rarely or never given there.`;
  if (because === 'no RVUs') return `The row has status ${statusCode} and no RVUs, so it sets no amount.`;
  const meaning = memory.get('indicator', `Indicator:status/${statusCode}`);
  return `The row has status ${statusCode}${meaning ? ` (${String(meaning.label)})` : ''} and is not paid by RVUs.`;
}

/** That the row of an earlier quarter was taken, as no release that states it was read for the day. */
export function notConfirmed(last: string): string {
  return `The row is not confirmed after ${last}: no release of the fee schedule for a later quarter that states it was read.`;
}

/** What a cap does to an amount that it is below, or to one that somebody else sets. */
export function capInWords(cap: number, lowers: boolean): string {
  return lowers
    ? `The hospital outpatient system would pay ${dollars(cap)}, which is less: imaging is paid no more than that.`
    : `Whatever is paid may not exceed ${dollars(cap)}.`;
}

/** The sum of a row in figures. */
export function sumInFigures(
  entry: Fee,
  setting: PracticeSetting,
  indices: Indices,
  factor: number,
  amount: number,
): string {
  const practice =
    setting === 'FACILITY' ? entry.practiceExpenseRvuFacility : entry.practiceExpenseRvuNonFacility;
  const terms = [
    [entry.workRvu, indices.workGpci],
    [practice, indices.practiceExpenseGpci],
    [entry.malpracticeRvu, indices.malpracticeGpci],
  ] as const;
  const weighed = terms.map(([rvu, gpci]) => `${formatDecimal(rvu, 2)} × ${formatDecimal(gpci, 3)}`);
  return `(${weighed.join(' + ')}) × ${formatDecimal(factor, 4)} = ${dollars(amount)}: work, practice expense and malpractice RVU each times its index, together times the conversion factor, rounded half up.`;
}
