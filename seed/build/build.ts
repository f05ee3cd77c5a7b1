/** Makes a database beside the one in place, checked, then renamed into place: from the seed's text and all files, or from a copy and the files that arrived. */

import { accessSync, constants, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { flush } from '../../db/kit/flush.ts';
import { holdLock } from '../../db/kit/store.ts';
import { isOurDatabase } from '../../db/release/is-our-database.ts';
import { openIfSound } from '../../db/release/release.ts';
import { contentHash, ownFolder } from './content-hash.ts';
import { appended, type BuildOptions, builtAnew } from './drafts.ts';
import { FolderError, LockError } from './errors.ts';
import type { Brought } from './merge-files.ts';

export interface BuildReport {
  readonly contentHash: string;
  readonly counts: Readonly<Record<string, number>>;
  /** What each official file brought. */
  readonly brought: readonly Brought[];
  readonly milliseconds: number;
}

/** Builds the database. Whatever goes wrong, the one in place stays as it was and nothing is left beside it. */
export async function build(options: BuildOptions): Promise<BuildReport> {
  const { database } = options;
  // Refuses what is no database of ours.
  await isOurDatabase(database);
  const letGo = lock(database);
  if (!letGo) {
    throw new LockError(
      `Another build of ${basename(database)} is running. Wait for it to end, then start again.`,
    );
  }
  const draft = `${database}.draft`;
  try {
    // A build that was killed may have left its draft; nobody else is at it while the lock is held.
    rmSync(draft, { force: true });
    options.stopper?.leaves(draft);
    return await makeDraft(draft, options);
  } finally {
    rmSync(draft, { force: true });
    letGo();
  }
}

/** Takes the lock beside a database, in a folder that is made; throws a FolderError where nothing can be written. */
function lock(database: string): ReturnType<typeof holdLock> {
  const folder = dirname(database);
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return holdLock(`${database}.lock`);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : error;
    throw new FolderError(
      `${basename(database)} cannot be built, because ${folder} cannot be written (${code}). Set DATABASE to a path in a folder that can be.`,
    );
  }
}

async function makeDraft(draft: string, options: BuildOptions): Promise<BuildReport> {
  const { database, log, folder = ownFolder, arrivals, dryRun = false, stopper } = options;
  const begun = performance.now();
  const hash = contentHash(database, folder, arrivals?.loads);
  const base = arrivals && goesOn(options) ? database : undefined;
  const { store, brought, counts } = await (base
    ? appended(base, draft, hash, options)
    : builtAnew(draft, hash, options));
  store.close();
  if (!dryRun) {
    stopper?.placing();
    // The library first: should the power fail in between, the next start builds with what was loaded.
    arrivals?.enter();
    putInPlace(draft, database);
    log(`${basename(database)} holds release ${hash.slice(0, 12)}.`);
  }
  return { contentHash: hash, counts, brought, milliseconds: Math.round(performance.now() - begun) };
}

/** Whether arrivals can be added to a copy of the release in place: it is sound, of this program, this text and this library. */
function goesOn({ database, folder = ownFolder }: BuildOptions): boolean {
  const last = openIfSound(database);
  last?.close();
  return last?.info.hash === contentHash(database, folder);
}

/** On disk first, then under its name: after a power cut there is the old file or the new one, never half of one. */
function putInPlace(draft: string, database: string): void {
  flush(draft);
  renameSync(draft, database);
  flush(dirname(database));
}
