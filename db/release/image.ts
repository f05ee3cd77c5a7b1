/** The file of a release as bytes: the file that was opened, even if another one has replaced it at the path since. */

import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, read, statSync } from 'node:fs';
import { promisify } from 'node:util';

/** An open file that is only read. */
export interface Image {
  /** The path at which it was opened; another file may be there by now. */
  readonly file: string;
  readonly bytes: number;
  /** All of it in parts. Throws when the file was truncated in the meantime. */
  parts(): AsyncGenerator<Uint8Array, void>;
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

  async function* parts(): AsyncGenerator<Uint8Array, void> {
    if (closing) throw new Error(`${file} was closed before it was read.`);
    readers += 1;
    try {
      for (let at = 0; at < bytes; ) {
        const part = Buffer.allocUnsafe(Math.min(partBytes, bytes - at));
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
