/** Empty databases with every table: made once for each worker and copied, since making the tables costs more than most tests. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStore, type WritableStore } from '../../db/kit/store.ts';
import { createTables } from '../../db/release/schema-sql.ts';

let empty: Buffer | undefined;

/** Makes a database with every table and no row, in memory unless a file is named, and opens it for writing. */
export function createEmpty(file?: string): WritableStore {
  empty ??= makeEmpty();
  if (file === undefined) return createStore(empty);
  writeFileSync(file, empty);
  return createStore(file);
}

/** In smaller pages than a build makes: each of hundreds of tables and indexes begins with one of its own, and few rows come. */
function makeEmpty(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'coverage-graph-empty-'));
  const file = join(folder, 'empty.sqlite');
  const store = createStore(file);
  createTables(store);
  store.exec('pragma page_size = 4096; vacuum');
  store.close();
  const bytes = readFileSync(file);
  rmSync(folder, { recursive: true });
  return bytes;
}
