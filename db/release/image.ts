/** The file of a release as bytes: the file that was opened, even if another one has replaced it at the path since. */

import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, read, statSync } from 'node:fs';
import { promisify } from 'node:util';

/** Some bytes of a file. */
export interface ByteRange {
  readonly from: number;
  /** The first that is not among them. */
  readonly to: number;
}

/** An open file that is only read. */
export interface Image {
  /** The path at which it was opened; another file may be there by now. */
  readonly file: string;
  readonly bytes: number;
  /** All of it in parts, or the bytes of a range, its end not included. Throws when the file was truncated in the meantime. */
  parts(range?: ByteRange): AsyncGenerator<Uint8Array, void>;
  /** Its hash, computed once, on first use. */
  sha256(): Promise<string>;
  /** Whether it is the file at that path now. */
  isAt(file: string): boolean;
  /** Closes it once all readers have ended. */
  close(): void;
}

const partBytes = 256 * 1024;
const readAt = promisify(read);

/** Opens a file; throws when there is none. */
export function openImage(file: string): Image {
  const fd = openSync(file, 'r');
  const { size: bytes } = fstatSync(fd);
  let readers = 0;
  let closing = false;
  let hash: Promise<string> | undefined;

  /** Never closes it while it is being read: its descriptor could be reused for another file. */
  function closeIfUnused(): void {
    if (closing && readers === 0) closeSync(fd);
  }

  async function* parts({ from, to }: ByteRange = { from: 0, to: bytes }): AsyncGenerator<Uint8Array, void> {
    if (closing) throw new Error(`${file} was closed before it was read.`);
    readers += 1;
    try {
      for (let at = from; at < to; ) {
        const part = Buffer.allocUnsafe(Math.min(partBytes, to - at));
        const { bytesRead } = await readAt(fd, part, 0, part.length, at);
        if (bytesRead === 0) throw new Error(`${file} was cut short while it was read.`);
        at += bytesRead;
        yield part.subarray(0, bytesRead);
      }
    } finally {
      readers -= 1;
      closeIfUnused();
    }
  }

  async function hashed(): Promise<string> {
    const sum = createHash('sha256');
    for await (const part of parts()) sum.update(part);
    return sum.digest('hex');
  }

  return {
    file,
    bytes,
    parts,
    sha256() {
      hash ??= hashed();
      return hash;
    },
    isAt(path) {
      const [own, there] = [fstatSync(fd, { bigint: true }), statSync(path, { bigint: true })];
      return own.ino === there.ino && own.dev === there.dev;
    },
    close() {
      if (closing) return;
      closing = true;
      closeIfUnused();
    },
  };
}

/** The SHA-256 of a file, in hexadecimal digits. Throws when there is none. */
export async function sha256Of(file: string): Promise<string> {
  const image = openImage(file);
  try {
    return await image.sha256();
  } finally {
    image.close();
  }
}
