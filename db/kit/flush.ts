/** Onto the disk: what stands in a file, or which names stand in a folder, survives a power cut from then on. */

import { closeSync, fsyncSync, openSync } from 'node:fs';

export function flush(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
