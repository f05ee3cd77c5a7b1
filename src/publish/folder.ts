/** Publishes into a folder, such as that of a web server: written beside, read again, renamed into place. */

import { access, constants, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { holdLock } from '../../db/kit/store.ts';
import { sha256Of } from '../../db/release/image.ts';
import { isOurDatabase } from '../../db/release/is-our-database.ts';
import { flush } from '../kit/snapshot.ts';
import { fileName, PublishError, type PublishOutcome, type ReleaseFile } from './release-file.ts';

/** Publishes to the path of a folder, or of a file that ends in `.sqlite`. A reader that has it open has the last release whole. */
export async function publishToFolder(
  target: string,
  { image, sha256 }: ReleaseFile,
): Promise<PublishOutcome> {
  const place = target.endsWith('.sqlite') ? target : join(target, fileName);
  const draft = `${place}.draft`;
  await mkdir(dirname(place), { recursive: true });
  await access(dirname(place), constants.W_OK);
  const letGo = holdLock(`${place}.lock`);
  if (!letGo) throw new PublishError(`Another release is being published to ${place}. Wait for it to end.`);
  try {
    const isThere = await isOurDatabase(place).catch(() => {
      throw new PublishError(
        `${place} is not a Coverage Graph database, and is left as it is. Publish to another path, or move it.`,
      );
    });
    // A file that is written anew has another ETag: all who follow would fetch what they have.
    if (isThere && (await sha256Of(place)) === sha256) return { place, wasThere: true };
    const file = await open(draft, 'w', 0o644);
    try {
      for await (const part of image.parts()) await file.writeFile(part);
      await file.sync();
    } finally {
      await file.close();
    }
    if ((await sha256Of(draft)) !== sha256)
      throw new PublishError(`${draft} is not what was written to it. Look at the disk, then publish again.`);
    await rename(draft, place);
    await flush(dirname(place));
    return { place, wasThere: false };
  } finally {
    await rm(draft, { force: true });
    letGo();
  }
}
