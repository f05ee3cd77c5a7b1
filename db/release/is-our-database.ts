/** Checks the path where a database is to be written: it is free or has one of ours. Any other file is left alone. */

import { open } from 'node:fs/promises';
import { ReleaseError } from '../kit/errors.ts';
import { applicationId } from '../kit/store.ts';

/** Whether the path has a database of ours. Throws a ReleaseError where it has anything else: a mistyped DATABASE must never cost anyone a file. */
export async function isOurDatabase(file: string): Promise<boolean> {
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new ReleaseError(
      `${file} cannot be read (${error.code}). Set DATABASE to another path, or let this user read it.`,
    );
  });
  if (!handle) return false;
  try {
    if ((await handle.stat()).isFile()) {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(72), 0, 72, 0);
      if (bytesRead === 0) return false;
      // SQLite's file format keeps the application id at byte 68.
      if (bytesRead === 72 && buffer.readInt32BE(68) === applicationId) return true;
    }
  } finally {
    await handle.close();
  }
  throw new ReleaseError(
    `${file} is not a Coverage Graph database. Set DATABASE to another path, or move it.`,
  );
}
