/** Makes the tables of a new database: the migrations in name order; and tells by a hash whether a file has these tables. */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createStore, type Store, type WritableStore } from '../kit/store.ts';

const folder = join(import.meta.dirname, 'migrations');

/** The migration files in the order they run. */
export function migrationFiles(): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort();
}

/** Runs every migration on an empty database. */
export function migrate(store: WritableStore): void {
  store.transaction(() => {
    for (const file of migrationFiles()) store.exec(readFileSync(join(folder, file), 'utf8'));
  });
}

const definitions = `
  select s.type, s.name, s.sql from sqlite_schema s
  where s.name not like 'sqlite_%' order by s.type, s.name`;

/** A hash over the tables, views and indexes that a file really has, but for those of SQLite itself. */
export function tablesHash(store: Store): string {
  return createHash('sha256')
    .update(JSON.stringify(store.all(definitions)))
    .digest('hex');
}

let own: string | undefined;

/** The same of the tables that this program makes and reads. */
export function ownTablesHash(): string {
  if (own === undefined) {
    const store = createStore(':memory:');
    migrate(store);
    own = tablesHash(store);
    store.close();
  }
  return own;
}
