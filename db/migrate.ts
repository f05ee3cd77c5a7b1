/** Brings a new database to the newest schema: the migrations in name order, each with its number as user_version. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WritableStore } from './store.ts';

const folder = join(import.meta.dirname, 'migrations');

/** The migration files in the order they run. */
export function migrationFiles(): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort();
}

/** The number of the newest migration; a database with another one was built by another version of this project. */
export function schemaVersion(): number {
  return migrationFiles().length;
}

/** Runs every migration on an empty database. */
export function migrate(store: WritableStore): void {
  store.transaction(() => {
    for (const file of migrationFiles()) store.exec(readFileSync(join(folder, file), 'utf8'));
  });
  store.exec(`pragma user_version = ${schemaVersion()}`);
}
