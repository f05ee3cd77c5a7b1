/** In which releases statements are, and whether any release of a table was read for a day. */

import type { AsOf } from '../kit/as-of.ts';
import { typeOf } from '../kit/id-parts.ts';
import type { Store } from '../kit/store.ts';
import { ownName, type Row, selectList, type Table } from '../kit/table.ts';
import { edition, statementTables } from '../tables/index.ts';

type Edition = Row<typeof edition>;

/** Those of a run; one that is not whole states only the rows that begin with it. */
const editionsOfTable = (table: Table) => `
  select k.key as "slot", ${selectList(edition, 'e')}
  from json_each(:ids) k
  cross join ${table.name} t
  cross join run u
  cross join edition e
  where t.id = k.value and u.number = t.run and e.series = u.series and e.source_id is not null
    and e.number >= u.first_edition and (u.last_edition is null or e.number <= u.last_edition)
    and (e.whole = 1 or e.number = u.first_edition)
  order by k.key, e.number`;

const tableByType = new Map(statementTables.map((table) => [table.type, table]));

/** The releases that each of some statements is in, earliest first; none where no file states it. */
export function editionsOfStatements(store: Store, ids: readonly string[]): Edition[][] {
  const found: Edition[][] = ids.map(() => []);
  for (const [type, slots] of Map.groupBy(ids.keys(), (slot) => typeOf(ids[slot] ?? ''))) {
    const table = tableByType.get(type);
    if (!table) continue;
    const params = { ids: JSON.stringify(slots.map((slot) => ids[slot])) };
    for (const { slot, ...row } of store.all<Edition & { readonly slot: number }>(
      editionsOfTable(table),
      params,
    ))
      found[slots[slot] ?? 0]?.push(row as unknown as Edition); // without the slot it is the row again
  }
  return found;
}

/** Whether a release of a table holds on a day, as it was known: else nothing can be said of what is not in it. */
export function isReleaseRead(store: Store, table: Table, asOf: AsOf): boolean {
  const sql = `
    select 1 from run_days d cross join ${ownName(table)} r
    where d.valid_from <= :dateOfService and (d.valid_to is null or d.valid_to > :dateOfService)
      and d.recorded_from <= :knownAt and (d.recorded_to is null or d.recorded_to > :knownAt) and r.run = d.run
    limit 1`;
  return store.get(sql, { ...asOf }) !== undefined;
}
