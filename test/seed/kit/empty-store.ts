/** A database with every table and nothing in it, to take rows in as a build does. */

import { onTestFinished } from 'vitest';
import type { WritableStore } from '../../../db/kit/store.ts';
import { createEmpty } from '../../kit/empty-database.ts';

/** It is in memory, and closed when the test has ended. */
export function emptyStore(): WritableStore {
  const store = createEmpty();
  onTestFinished(() => store.close());
  return store;
}
