/** Sees to it at start that there is a database, built from the seeds as they are now. */

import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ReleaseError } from '../db/errors.ts';
import { openRelease } from '../db/release.ts';
import { applicationId } from '../db/store.ts';
import { build, seedHash } from '../seed/build.ts';

/** Builds the database when it is missing, was made by other seeds or cannot be read. `tell` hears of progress. */
export async function ensureDatabase(file: string, tell: (sentence: string) => void): Promise<void> {
  const reason = await reasonToBuild(file);
  if (!reason) return;
  tell(reason);
  tell('Building it from seed/.');
  const started = performance.now();
  await build({ database: resolve(file), log: tell });
  tell(`Built ${file} in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}

async function reasonToBuild(file: string): Promise<string | undefined> {
  const kind = await kindOfFile(file);
  if (kind === 'none') return `There is no database at ${file} yet.`;
  if (kind === 'foreign') {
    // A mistyped DATABASE must never cost anyone a file.
    throw new ReleaseError(
      `${file} is not a Coverage Graph database. Set DATABASE to another path, or move it.`,
    );
  }
  try {
    const release = openRelease(file);
    release.close();
    return release.info.seedHash === seedHash(resolve(file))
      ? undefined
      : `The seeds changed since ${file} was built.`;
  } catch (error) {
    if (error instanceof ReleaseError) return error.message;
    throw error;
  }
}

async function kindOfFile(file: string): Promise<'none' | 'ours' | 'foreign'> {
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!handle) return 'none';
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(72), 0, 72, 0);
    if (bytesRead === 0) return 'none';
    // SQLite's file format keeps the application id at byte 68.
    return bytesRead === 72 && buffer.readInt32BE(68) === applicationId ? 'ours' : 'foreign';
  } finally {
    await handle.close();
  }
}
