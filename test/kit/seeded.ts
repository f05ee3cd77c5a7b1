/** Before the first test: the database of the seed, built once for the whole run into a folder of its own. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { build } from '../../seed/build/build.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The file of the seeded database; read it, never write it. */
    readonly database: string;
  }
}

/** Builds it; what it returns takes it away again. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'coverage-graph-'));
  const database = join(folder, 'seeded.sqlite');
  // The cursors in kept answers name the feed.
  await build({ database, newFeed: 'seeded', log: () => {} });
  project.provide('database', database);
  return () => rmSync(folder, { recursive: true, force: true });
}
