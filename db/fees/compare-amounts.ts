/** Compares amounts that somebody published under the fee schedule with those worked out from the rows of the graph. A check: nothing is stored. */

import { type AsOf, live } from '../kit/as-of.ts';
import type { Store } from '../kit/store.ts';
import { type Row, selectList } from '../kit/table.ts';
import { type feeScheduleEntry, localityIndex } from '../tables/index.ts';
import { feesOfDay, mostListed } from './fees-of-day.ts';
import { capAmount, type PracticeSetting, rvuAmount, unpriced } from './rvu-arithmetic.ts';

/** Amounts that a file publishes for a code in a locality, in cents. */
export interface PublishedFee {
  /** Where in the file. */
  readonly line: number;
  readonly codeId: string;
  readonly modifierId: string | null;
  readonly jurisdictionId: string;
  readonly nonFacility: number;
  readonly facility: number;
  /** What the file caps them at; null where it caps nothing. */
  readonly cap: { readonly nonFacility: number; readonly facility: number } | null;
}

/** An amount on which the file and the rows of the graph do not agree, in cents. */
export interface FeeDifference
  extends Pick<PublishedFee, 'line' | 'codeId' | 'modifierId' | 'jurisdictionId'> {
  readonly setting: PracticeSetting;
  readonly of: 'amount' | 'cap';
  readonly published: number;
  readonly workedOut: number | null;
}

/** How far a file agrees. */
export interface FeeAgreement {
  readonly rows: number;
  /** Rows of which every amount agrees to the cent. */
  readonly agree: number;
  readonly differ: number;
  /** The first of those that differ. */
  readonly differences: readonly FeeDifference[];
  /** How many rows could not be compared, by reason. */
  readonly notCompared: Readonly<Record<string, number>>;
}

type Fee = Row<typeof feeScheduleEntry>;
type Index = Row<typeof localityIndex>;

const indicesOfDay = `
  select ${selectList(localityIndex, 't')} from locality_index t
  where ${live('t')}`;

/** Compares row by row; no more than one row of the file is in memory at a time. */
export async function feeAgreement(
  store: Store,
  published: AsyncIterable<PublishedFee>,
  asOf: AsOf,
): Promise<FeeAgreement> {
  const feeOf = feesOfDay(store, asOf);
  const indices = new Map(
    store.all<Index>(indicesOfDay, { ...asOf }).map((index) => [index.jurisdictionId, index]),
  );
  const notCompared: Record<string, number> = {};
  const differences: FeeDifference[] = [];
  let [rows, agree, differ] = [0, 0, 0];
  for await (const row of published) {
    rows += 1;
    const fee = feeOf(row);
    const index = indices.get(row.jurisdictionId);
    const reason = whyNot(fee, index);
    if (!fee || !index || reason) {
      notCompared[reason ?? ''] = (notCompared[reason ?? ''] ?? 0) + 1;
      continue;
    }
    const found = [...differencesOf(row, fee, index)];
    if (found.length === 0) agree += 1;
    else differ += 1;
    differences.push(...found.slice(0, Math.max(0, mostListed - differences.length)));
  }
  return { rows, agree, differ, differences, notCompared };
}

function whyNot(fee: Fee | undefined, index: Index | undefined): string | undefined {
  if (!fee) return 'no row of the fee schedule is loaded for that day';
  if (!index) return 'no index of the locality is loaded for that day';
  const because = unpriced({ ...fee, nonFacilityNotApplicable: 0 }, 'NON_FACILITY')?.because;
  return because && 'the row held is not paid by RVUs';
}

/** A file of amounts has one also where the schedule flags the setting as not applicable: both columns hold the same RVUs then. */
function* differencesOf(row: PublishedFee, fee: Fee, index: Index): Generator<FeeDifference> {
  const { line, codeId, modifierId, jurisdictionId } = row;
  const where = { line, codeId, modifierId, jurisdictionId };
  for (const setting of ['NON_FACILITY', 'FACILITY'] as const) {
    const side = setting === 'FACILITY' ? 'facility' : 'nonFacility';
    const workedOut = rvuAmount(fee, setting, index, fee.conversionFactor);
    if (workedOut !== row[side]) yield { ...where, setting, of: 'amount', published: row[side], workedOut };
    const cap = row.cap && capAmount(fee, setting, index, fee.conversionFactor);
    if (row.cap && cap !== row.cap[side])
      yield { ...where, setting, of: 'cap', published: row.cap[side], workedOut: cap };
  }
}
