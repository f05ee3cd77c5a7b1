/** Writes rows into a new database, and counts those of a database. */

import type { Store, WritableStore } from '../../db/kit/store.ts';
import { ownName } from '../../db/kit/table.ts';
import { bookkeeping, tables } from '../../db/tables/index.ts';
import type { Entry } from '../kit/entry.ts';
import { textWriter } from '../kit/text-editions.ts';

/** Writes all rows in one transaction. They were checked before; what the database still refuses is a fault of this program. */
export function write(store: WritableStore, entries: readonly Entry[]): void {
  store.transaction(() => {
    const text = textWriter(store);
    for (const { table, row, place } of entries) {
      try {
        text.add(table, row);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new Error(
          `${place.file}:${place.line}: the database refuses a row of ${table.name}: ${reason}.`,
          { cause: error },
        );
      }
    }
    text.settle();
  });
}

/** The tables of data, without those of bookkeeping. */
const dataTables = tables.filter((table) => !bookkeeping.has(table));

/** Rows that are stored, by table. */
export function countRows(store: Store): Readonly<Record<string, number>> {
  const counts = dataTables.map((table) => {
    const found = store.get<{ n: number }>(`select count(*) as n from ${ownName(table)}`);
    return [table.name, found?.n ?? 0] as const;
  });
  return Object.fromEntries(counts);
}
