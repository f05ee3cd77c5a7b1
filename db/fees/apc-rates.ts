/** Rates of ambulatory payment classifications on a day, read in one batch. */

import { type AsOf, live } from '../kit/as-of.ts';
import type { Store } from '../kit/store.ts';
import { type Row, selectList } from '../kit/table.ts';
import { apcRate } from '../tables/index.ts';

type Rate = Row<typeof apcRate>;

const ratesOfApcs = `
  select ${selectList(apcRate, 't')}
  from json_each(:apcs) k
  cross join apc_rate t
  where t.apc = k.value and t.payer_id = 'Payer:medicare' and ${live('t')}
  order by t.apc, t.id`;

/** The rate of each APC in the order of `apcs`; null where none was read for the day. */
export function ratesOf(store: Store, apcs: readonly string[], asOf: AsOf): (Rate | null)[] {
  const rows = store.all<Rate>(ratesOfApcs, { ...asOf, apcs: JSON.stringify(apcs) });
  const byApc = Map.groupBy(rows, ({ apc }) => apc);
  return apcs.map((apc) => byApc.get(apc)?.[0] ?? null);
}
