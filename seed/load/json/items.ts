/**
 * Cuts JSON of any size, with an object at its root, into its values and the items of its big arrays, without parsing
 * them. Only wanted parts are kept in memory; the caller parses them.
 */

import type { OfficialFile } from '../format/file.ts';
import type { Cut, Part } from './cut.ts';
import { cutter, slice } from './cutter.ts';

/** Cuts the JSON of a file into batches of parts. */
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
