/** The indexes beside the tables, put aside while many rows are written: sorted once at the end they cost a fraction. */

import type { WritableStore } from './store.ts';

interface Index {
  readonly name: string;
  readonly sql: string;
}

const own = `select name, sql from sqlite_schema where type = 'index' and sql is not null order by name`;

/** Drops every index but the tables' own order; the answer makes them again. */
export function withoutIndexes(store: WritableStore): () => void {
  const indexes = store.all<Index>(own);
  for (const { name } of indexes) store.exec(`drop index ${name}`);
  return () => {
    for (const { sql } of indexes) store.exec(sql);
  };
}
