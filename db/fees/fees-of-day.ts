/** The rows of the fee schedule on a day, as checks of files are made against them. */

import { type AsOf, live } from '../kit/as-of.ts';
import type { Store } from '../kit/store.ts';
import { type Row, selectList } from '../kit/table.ts';
import { feeScheduleEntry } from '../tables/index.ts';

type Fee = Row<typeof feeScheduleEntry>;

/** The most differences that a check lists one by one. */
export const mostListed = 100;

const liveFees = `
  select ${selectList(feeScheduleEntry, 't')} from fee_schedule_entry t
  where ${live('t')}`;

const key = ({ codeId, modifierId }: Pick<Fee, 'codeId' | 'modifierId'>) => `${codeId} ${modifierId}`;

/** Finds the row of a code and modifier among those of the day; undefined where there is none. */
export function feesOfDay(
  store: Store,
  asOf: AsOf,
): (of: Pick<Fee, 'codeId' | 'modifierId'>) => Fee | undefined {
  const fees = new Map(store.all<Fee>(liveFees, { ...asOf }).map((fee) => [key(fee), fee]));
  return (of) => fees.get(key(of));
}
