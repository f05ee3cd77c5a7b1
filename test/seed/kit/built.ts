/** The seed as it is now, built once for the tests that only read it. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { openStore, type Store } from '../../../db/kit/store.ts';
import { type BuildReport, build } from '../../../seed/build/build.ts';

export interface Built {
  readonly store: () => Store;
  readonly report: () => BuildReport;
  readonly file: () => string;
}

/** Builds before the tests of a file and clears up after them. */
export function built(): Built {
  const folder = mkdtempSync(join(tmpdir(), 'coverage-graph-built-'));
  const file = join(folder, 'coverage.sqlite');
  let report: BuildReport | undefined;
  let store: Store | undefined;
  beforeAll(async () => {
    report = await build({ database: file, log: () => {} });
    store = openStore(file);
  });
  afterAll(() => {
    store?.close();
    rmSync(folder, { recursive: true });
  });
  return { store: () => present(store), report: () => present(report), file: () => file };
}

function present<T>(value: T | undefined): T {
  if (value === undefined)
    throw new Error('The seed is built before the tests run, not while they are declared.');
  return value;
}
