/** Before the first test: the database of the seed, one for all tests. It is built when the seed or the program has changed since the last run. */

import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { build } from '../../seed/build/build.ts';
import { contentHash } from '../../seed/build/content-hash.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The file of the seeded database; read it, never write it. */
    readonly database: string;
  }
}

const folder = join(import.meta.dirname, '../../.data/test');

/** Builds it, aside and renamed, so that a file that is there is whole whoever else runs tests at the same time. */
export default async function setup(project: TestProject): Promise<void> {
  const database = join(folder, `${contentHash(join(folder, 'none'))}.sqlite`);
  if (!existsSync(database)) {
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
    const draft = join(folder, `draft-${process.pid}`, 'seeded.sqlite');
    // The cursors in kept answers name the feed.
    await build({ database: draft, newFeed: 'seeded', log: () => {} });
    renameSync(draft, database);
    rmSync(dirname(draft), { recursive: true });
  }
  project.provide('database', database);
}
