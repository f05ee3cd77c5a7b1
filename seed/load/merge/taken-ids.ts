/** The ids that rows of statements have, by table. */

import type { Store } from '../../../db/kit/store.ts';
import { ownName, type Table } from '../../../db/kit/table.ts';

/** The ids of a table's rows, for as long as those who write rows keep it so. */
export type TakenIds = (table: Table) => Set<string>;

/** Reads the ids of a table once, for all files of a load: to ask for each would write every row that waits, one by one. */
export function takenIds(store: Store): TakenIds {
  const tables = new Map<Table, Set<string>>();
  return (table) => {
    const known = tables.get(table);
    if (known) return known;
    const rows = store.all<{ readonly id: string }>(`select r.id from ${ownName(table)} r`);
    const found = new Set(rows.map(({ id }) => id));
    tables.set(table, found);
    return found;
  };
}
