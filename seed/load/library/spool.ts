/** A spool in a file of its own. */

import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import type { Spool } from '../format/rate-sink.ts';

/** A spool that is open. */
export interface OpenSpool extends Spool {
  /** Removes the file. */
  end(): void;
}

/** Bytes are written so many at a time. */
const batch = 1 << 20;

/** Makes the file with the first bytes that are kept. */
export function spoolAt(path: string): OpenSpool {
  const places = new Map<number, readonly [offset: number, length: number]>();
  let file: number | undefined;
  let waiting: Uint8Array[] = [];
  let size = 0;
  let written = 0;

  function write(): void {
    if (waiting.length === 0) return;
    file ??= openSync(path, 'w+');
    const bytes = Buffer.concat(waiting);
    writeSync(file, bytes, 0, bytes.length, written);
    written += bytes.length;
    waiting = [];
  }

  return {
    keep(number, bytes) {
      places.set(number, [size, bytes.length]);
      // A copy: the bytes of a reader are overwritten.
      waiting.push(Buffer.from(bytes));
      size += bytes.length;
      if (size - written >= batch) write();
    },
    read(number) {
      const place = places.get(number);
      if (!place) return undefined;
      write();
      const [offset, length] = place;
      const bytes = Buffer.alloc(length);
      if (file !== undefined) readSync(file, bytes, 0, length, offset);
      return bytes;
    },
    end() {
      if (file === undefined) return;
      closeSync(file);
      rmSync(path, { force: true });
      file = undefined;
    },
  };
}
