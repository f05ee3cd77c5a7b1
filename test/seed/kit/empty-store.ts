/** A database with every table and nothing in it, to take rows in as a build does. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createStore, type WritableStore } from '../../../db/kit/store.ts';
import { createTables } from '../../../db/release/schema-sql.ts';

/** It is in a temporary folder that is removed when the test has ended. */
export function emptyStore(): WritableStore {
  const folder = mkdtempSync(join(tmpdir(), 'coverage-graph-empty-'));
  const store = createStore(join(folder, 'synthetic.sqlite'));
  onTestFinished(() => {
    store.close();
    rmSync(folder, { recursive: true });
  });
  createTables(store);
  return store;
}
