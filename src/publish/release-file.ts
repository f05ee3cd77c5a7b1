/** A finished release that is to be published: its bytes are those of the file that was opened, whatever is renamed into its place. */

import type { Image } from '../../db/release/image.ts';
import { openRelease } from '../../db/release/release.ts';

/** The release, and its file as bytes. */
export interface ReleaseFile {
  /** The content hash of the release. */
  readonly hash: string;
  readonly file: string;
  readonly image: Image;
  /** Of the file, in hexadecimal digits. */
  readonly sha256: string;
  close(): void;
}

/** Where it was published, and whether it was there before. */
export interface PublishOutcome {
  readonly place: string;
  readonly wasThere: boolean;
}

/** Something kept a release from being published; the message says what, and the way out. */
export class PublishError extends Error {
  override readonly name = 'PublishError';
}

/** The name of the file where a target names a place alone. */
export const fileName = 'coverage.sqlite';

/** Opens a finished file, which is read whole. Throws ReleaseError where it is none that this program serves. */
export async function releaseFileOf(file: string): Promise<ReleaseFile> {
  const { info, image, close } = openRelease(file);
  if (!image) throw new PublishError(`${file} is not a file.`);
  try {
    return { hash: info.hash, file, image, sha256: await image.sha256(), close };
  } catch (error) {
    close();
    throw error;
  }
}
