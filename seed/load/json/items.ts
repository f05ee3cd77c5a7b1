/**
 * Cuts JSON of any size, an object at its root, into its values and the items of its big arrays, without reading what is
 * in them. Only what is wanted is held; whoever asked for it parses it.
 */

import type { OfficialFile } from '../format/file.ts';
import type { Cut, Part } from './cut.ts';
import { cutter, slice } from './cutter.ts';

/** Cuts the JSON of a file, some parts at a time. */
export async function* partsOf(file: OfficialFile, cut: Cut): AsyncGenerator<readonly Part[], void> {
  const cutting = cutter(file.path, cut);
  for await (const chunk of file.chunks()) {
    for (let at = 0; at < chunk.length; at += slice) {
      const parts = cutting.feed(chunk.subarray(at, at + slice));
      if (parts.length > 0) yield parts;
    }
  }
  cutting.end();
}

/** Cuts JSON that is in memory. */
export function* partsIn(path: string, bytes: Uint8Array, cut: Cut): Generator<Part, void> {
  const cutting = cutter(path, cut);
  for (let at = 0; at < bytes.length; at += slice) yield* cutting.feed(bytes.subarray(at, at + slice));
  cutting.end();
}
