/** Drops secondary indexes while many rows are written and creates them again at the end, which costs a fraction. */

import type { WritableStore } from './store.ts';
import { ownName, type Table } from './table.ts';

interface Index {
  readonly name: string;
  readonly sql: string;
}

const secondary = `
  select s.name, s.sql from sqlite_schema s
  where s.type = 'index' and s.tbl_name = :table and s.sql is not null
  order by s.name`;

export interface Indexes {
  /** Drops the secondary indexes of a table; its primary key stays. */
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
      for (const name of [ownName(table), ...(table.plain ?? []).map((place) => place.name)]) {
        const indexes = store.all<Index>(secondary, { table: name });
        for (const index of indexes) store.exec(`drop index ${index.name}`);
        aside.push(...indexes);
      }
    },
    makeAgain() {
      for (const { sql } of aside) store.exec(sql);
    },
  };
}
