/** Writes rows into a new database, and hashes the data of a database. */

import { createHash } from 'node:crypto';
import type { Store, WritableStore } from '../../db/kit/store.ts';
import { insertSql, snake, storedColumns, type Table } from '../../db/kit/table.ts';
import { bookkeeping, tables } from '../../db/tables/index.ts';
import type { Entry } from '../kit/entry.ts';

/** Writes all rows in one transaction. They were checked before; what the database still refuses is a fault of this program. */
export function write(store: WritableStore, entries: readonly Entry[]): void {
  const inserts = new Map(tables.map((table) => [table.name, insertSql(table)]));
  store.transaction(() => {
    for (const { table, row, place } of entries) {
      try {
        store.run(
          inserts.get(table.name) ?? insertSql(table),
          row as Readonly<Record<string, string | number | null>>,
        );
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new Error(
          `${place.file}:${place.line}: the database refuses a row of ${table.name}: ${reason}.`,
          { cause: error },
        );
      }
    }
  });
}

/** The tables of data, without those of bookkeeping. */
const dataTables = tables.filter((table) => !bookkeeping.has(table));

/** Rows per table. */
export function countRows(store: Store): Readonly<Record<string, number>> {
  const counts = dataTables.map((table) => {
    const found = store.get<{ n: number }>(`select count(*) as n from ${table.name}`);
    return [table.name, found?.n ?? 0] as const;
  });
  return Object.fromEntries(counts);
}

/** Sums that represent a table of millions of rows in the hash; the hashes of the files behind them are in their sources. */
function sumsOf({ columns }: Table): readonly string[] {
  const numbers = Object.entries(columns).filter(([, { sql }]) => sql === 'integer');
  return ['count(*)', ...numbers.map(([name], place) => `sum(${snake(name)} * ${place + 1})`)];
}

/** A hash over every row of every table, in the order of the primary keys: the same data gives the same hash, whenever it was built. */
export function contentHash(store: Store): string {
  const hash = createHash('sha256');
  for (const table of dataTables) {
    const columns = Object.keys(storedColumns(table)).map(snake).join(', ');
    const order = table.cluster.map(snake).join(', ');
    hash.update(`${table.name}\n`);
    const rows = store.each<{ row: string }>(
      table.summed
        ? `select json_array(${sumsOf(table).join(', ')}) as row from ${table.name}`
        : `select json_array(${columns}) as row from ${table.name} order by ${order}`,
    );
    for (const { row } of rows) hash.update(`${row}\n`);
  }
  return hash.digest('hex');
}
