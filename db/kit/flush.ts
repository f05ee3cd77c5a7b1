/** Flushes the content of a file, or the names in a folder, to disk, so that they survive a power cut. */

import { closeSync, fsyncSync, openSync } from 'node:fs';

export function flush(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
