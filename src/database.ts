/** Sees to it at start that there is a database, built from the seeds as they are now. */

import { accessSync, constants, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { ReleaseError } from '../db/kit/errors.ts';
import { isOurDatabase } from '../db/release/is-our-database.ts';
import { openIfSound, openRelease, type Release } from '../db/release/release.ts';
import { contentHash } from '../seed/build/content-hash.ts';
import { FolderError } from '../seed/build/errors.ts';
import { FileError } from '../seed/load/format/file.ts';
import { snapshotOf } from './kit/snapshot.ts';

/** Builds the database when it is missing, was made by other seeds or cannot be read. `tell` hears of progress. */
export async function ensureDatabase(file: string, announce: (sentence: string) => void): Promise<void> {
  try {
    const reason = await reasonToBuild(file);
    if (!reason) return;
    announce(reason);
    announce('Building it from seed/.');
    const started = performance.now();
    // What reads the seeds is half of the program: a start that builds nothing does without.
    const { build } = await import('../seed/build/build.ts');
    await build({ database: resolve(file), log: announce });
    announce(`Built ${file} in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  } catch (error) {
    // Neither a loaded file that cannot be read again nor a folder that cannot be written is a reason to stop serving.
    const current = (error instanceof FileError || error instanceof FolderError) && openIfSound(file);
    if (!current) throw error;
    current.close();
    announce(error.message);
    announce(`The release in ${file} is served as it is.`);
  }
}

/** Makes the folder in which what is followed is kept. Throws FolderError where nothing can be written there. */
export function makeFolderOf(file: string): void {
  const folder = dirname(file);
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : error;
    throw new FolderError(
      `What DATABASE names cannot be kept, because ${folder} cannot be written (${code}). Set DATABASE_COPY to a path in a folder that can be.`,
    );
  }
}

async function reasonToBuild(file: string): Promise<string | undefined> {
  if (!(await isOurDatabase(file))) return `There is no database at ${file} yet.`;
  try {
    const { info } = (await snapshotOf(file)) ?? checked(file);
    return info.hash === contentHash(resolve(file))
      ? undefined
      : `The seeds changed since ${file} was built.`;
  } catch (error) {
    if (error instanceof ReleaseError) return error.message;
    throw error;
  }
}

/** Reads every page of a file. Throws a ReleaseError where it cannot be served. */
function checked(file: string): Release {
  const release = openRelease(file);
  release.close();
  return release;
}
