/** Compares rows of a file for qualifying participants with the rows of the graph; only the conversion factor may differ. A check: nothing is stored. */

import type { AsOf } from '../kit/as-of.ts';
import type { Store } from '../kit/store.ts';
import type { Row } from '../kit/table.ts';
import type { feeScheduleEntry } from '../tables/index.ts';
import { feesOfDay, mostListed } from './fees-of-day.ts';

type Fee = Row<typeof feeScheduleEntry>;

/** What two files of one release must say alike. */
const alike = [
  'statusCode',
  'workRvu',
  'practiceExpenseRvuNonFacility',
  'nonFacilityNotApplicable',
  'practiceExpenseRvuFacility',
  'facilityNotApplicable',
  'malpracticeRvu',
  'totalRvuNonFacility',
  'totalRvuFacility',
  'pcTcIndicator',
  'globalDays',
  'multipleProcedure',
  'bilateralSurgery',
  'assistantSurgery',
  'coSurgeons',
  'teamSurgery',
  'supervision',
  'imagingFamily',
  'oppsPeNonFacility',
  'oppsPeFacility',
  'oppsMalpractice',
] as const satisfies readonly (keyof Fee)[];

type Compared = Pick<Fee, 'codeId' | 'modifierId' | (typeof alike)[number]>;

/** A row of a file. */
export interface FeeRowRead {
  readonly line: number;
  readonly values: Compared;
}

/** How far the rows agree. */
export interface FeeRowAgreement {
  readonly rows: number;
  readonly agree: number;
  readonly differ: number;
  /** The first of those that differ, and in which columns. */
  readonly differences: readonly {
    readonly line: number;
    readonly codeId: string;
    readonly modifierId: string | null;
    readonly columns: readonly string[];
  }[];
  /** Rows of the file without a row of the graph for that day. */
  readonly missing: number;
}

/** Compares row by row with those in force on a day. */
export async function feeRowAgreement(
  store: Store,
  read: AsyncIterable<FeeRowRead>,
  asOf: AsOf,
): Promise<FeeRowAgreement> {
  const feeOf = feesOfDay(store, asOf);
  const differences: FeeRowAgreement['differences'][number][] = [];
  let [rows, agree, differ, missing] = [0, 0, 0, 0];
  for await (const { line, values } of read) {
    rows += 1;
    const fee = feeOf(values);
    const columns = fee ? alike.filter((column) => fee[column] !== values[column]) : [];
    if (!fee) missing += 1;
    else if (columns.length === 0) agree += 1;
    else {
      differ += 1;
      const { codeId, modifierId } = values;
      if (differences.length < mostListed) differences.push({ line, codeId, modifierId, columns });
    }
  }
  return { rows, agree, differ, differences, missing };
}
