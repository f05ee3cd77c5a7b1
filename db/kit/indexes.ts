/** Drops secondary indexes while many rows are written and creates them again at the end, which costs a fraction. */

import type { WritableStore } from './store.ts';
import { ownName, type Table } from './table.ts';

interface Index {
  readonly name: string;
  readonly sql: string;
}

const secondary = `
  select s.name, s.sql from sqlite_schema s
  where s.type = 'index' and s.tbl_name = :table and s.sql is not null and s.sql not like 'create unique%'
    and s.name not glob '*_run'
  order by s.name`;

const isThere = "select 1 from sqlite_schema s where s.type = 'index' and s.name = :name";

/** Where a table has more rows, making its indexes again costs more than writing to them. */
const fewRows = 20_000;

export interface Indexes {
  /** Drops the secondary indexes of a table of few rows; what a load looks rows up by stays. */
  putAside(table: Table): void;
  /** Creates again all that were dropped. */
  makeAgain(): void;
}

export function indexesOf(store: WritableStore): Indexes {
  const seen = new Set<Table>();
  const aside: Index[] = [];

  return {
    putAside(table) {
      if (seen.has(table)) return;
      seen.add(table);
      const name = ownName(table);
      const many = `select 1 from ${name} limit 1 offset ${fewRows}`;
      if (store.get(many) !== undefined) return;
      const indexes = store.all<Index>(secondary, { table: name });
      for (const index of indexes) store.exec(`drop index ${index.name}`);
      aside.push(...indexes);
    },
    makeAgain() {
      // A transaction that was rolled back has brought some back.
      for (const { name, sql } of aside) if (store.get(isThere, { name }) === undefined) store.exec(sql);
    },
  };
}
