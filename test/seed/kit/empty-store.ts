/** A database with every table and nothing in it, to take rows in as a build does. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { WritableStore } from '../../../db/kit/store.ts';
import { createEmpty } from '../../kit/empty-database.ts';

/** It is in a temporary folder that is removed when the test has ended. */
export function emptyStore(): WritableStore {
  const folder = mkdtempSync(join(tmpdir(), 'coverage-graph-empty-'));
  const store = createEmpty(join(folder, 'synthetic.sqlite'));
  onTestFinished(() => {
    store.close();
    rmSync(folder, { recursive: true });
  });
  return store;
}
