/** What the Medicare physician fee schedule pays: RVUs, locality indices and the conversion factor, exactly, rounded half up once. */

import type { FeeSetting, UnknownReason, ValueOf } from '../enums/index.ts';
import type { Row } from '../kit/table.ts';
import type { feeScheduleEntry, localityIndex } from '../tables/index.ts';

/** Which practice expense is paid. */
export type PracticeSetting = ValueOf<typeof FeeSetting>;

type Fee = Row<typeof feeScheduleEntry>;

/** The indices of a locality, in thousandths. */
export type Indices = Pick<Row<typeof localityIndex>, 'workGpci' | 'practiceExpenseGpci' | 'malpracticeGpci'>;

/** Every index taken as 1, as the national amounts have it. */
export const nationalIndices: Indices = { workGpci: 1000, practiceExpenseGpci: 1000, malpracticeGpci: 1000 };

/** Status codes of rows that are paid by their RVUs (RVU25D.pdf, Attachment A). */
const paidByRvu: ReadonlySet<string> = new Set(['A', 'R', 'T']);

/** How the national amounts of a row are worked out, in the words that stand beside them. */
export const nationalDerivation =
  'Total RVU times the conversion factor, every GPCI taken as 1, rounded half up to the cent, before any OPPS cap; none unless the status code is A, R or T and there are RVUs, nor where the setting is flagged not applicable.';

/** Hundredths of an RVU, each to be weighed by its index. */
interface Parts {
  readonly work: number;
  readonly practiceExpense: number;
  readonly malpractice: number;
}

/** RVUs are hundredths, indices thousandths, factors ten-thousandths: their product is billionths of a dollar. */
const billionthsPerCent = 10_000_000n;

function cents({ work, practiceExpense, malpractice }: Parts, indices: Indices, factor: number): number {
  const { workGpci, practiceExpenseGpci, malpracticeGpci } = indices;
  const weighed =
    BigInt(work) * BigInt(workGpci) +
    BigInt(practiceExpense) * BigInt(practiceExpenseGpci) +
    BigInt(malpractice) * BigInt(malpracticeGpci);
  return Number((weighed * BigInt(factor) + billionthsPerCent / 2n) / billionthsPerCent);
}

type Priced = Pick<
  Fee,
  'workRvu' | 'practiceExpenseRvuNonFacility' | 'practiceExpenseRvuFacility' | 'malpracticeRvu'
>;
type Compared = Pick<Fee, 'workRvu' | 'oppsPeNonFacility' | 'oppsPeFacility' | 'oppsMalpractice'>;
type Conditions = Pick<
  Fee,
  | 'statusCode'
  | 'nonFacilityNotApplicable'
  | 'facilityNotApplicable'
  | 'totalRvuNonFacility'
  | 'totalRvuFacility'
>;

/** What the RVUs of a row make in cents, whatever its status: `factor` is in ten-thousandths of a dollar per RVU. */
export function rvuAmount(row: Priced, setting: PracticeSetting, indices: Indices, factor: number): number {
  const practiceExpense =
    setting === 'FACILITY' ? row.practiceExpenseRvuFacility : row.practiceExpenseRvuNonFacility;
  return cents({ work: row.workRvu, practiceExpense, malpractice: row.malpracticeRvu }, indices, factor);
}

/** What the hospital outpatient system would pay for the same, in cents: imaging is paid no more. Null where the row names no such values. */
export function capAmount(
  row: Compared,
  setting: PracticeSetting,
  indices: Indices,
  factor: number,
): number | null {
  const practiceExpense = setting === 'FACILITY' ? row.oppsPeFacility : row.oppsPeNonFacility;
  if (practiceExpense === 0 && row.oppsMalpractice === 0) return null;
  return cents({ work: row.workRvu, practiceExpense, malpractice: row.oppsMalpractice }, indices, factor);
}

/** Why a row sets no amount in a setting; undefined where it sets one. */
export function unpriced(
  row: Conditions,
  setting: PracticeSetting,
):
  | { readonly reason: ValueOf<typeof UnknownReason>; readonly because: 'status' | 'setting' | 'no RVUs' }
  | undefined {
  const facility = setting === 'FACILITY';
  if (!paidByRvu.has(row.statusCode)) return { reason: 'NOT_PRICED_UNDER_SCHEDULE', because: 'status' };
  if (facility ? row.facilityNotApplicable : row.nonFacilityNotApplicable)
    return { reason: 'NOT_APPLICABLE_IN_SETTING', because: 'setting' };
  const total = facility ? row.totalRvuFacility : row.totalRvuNonFacility;
  return total === 0 ? { reason: 'NOT_PRICED_UNDER_SCHEDULE', because: 'no RVUs' } : undefined;
}

/** The national amount of a row in a setting, in cents; null where it sets none. */
export function nationalAmount(row: Conditions, setting: PracticeSetting, factor: number): number | null {
  if (unpriced(row, setting)) return null;
  const work = setting === 'FACILITY' ? row.totalRvuFacility : row.totalRvuNonFacility;
  return cents({ work, practiceExpense: 0, malpractice: 0 }, nationalIndices, factor);
}
