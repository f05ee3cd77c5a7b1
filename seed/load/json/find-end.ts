/**
 * Finds where a JSON value that nests ends, in gigabytes of text: brackets are counted, those in strings are not. Every byte
 * passes through the two inner loops here (`bench/scan` measures a whole file).
 */

import { isNested, mark } from './tokens.ts';

/** No official file nests deeper. */
const deepest = 512;

/** 1 for the bytes that count outside of strings: one look-up takes less time than five comparisons. */
const counts = new Uint8Array(256);
for (const byte of [mark.quote, mark.openArray, mark.openObject, mark.closeArray, mark.closeObject])
  counts[byte] = 1;

/** Reads values that nest, each over as many pieces of text as it spans. */
export interface Nesting {
  /** The place after the last bracket of the value whose first bracket is just before `from`; undefined where the piece ends before. */
  end(piece: Uint8Array, from: number): number | undefined;
  /** The same of a value that began in a piece before, and did not end in it. */
  goOn(piece: Uint8Array): number | undefined;
}

/** Thrown where a value nests deeper than any official file. */
export class TooDeep extends Error {
  override readonly name = 'TooDeep';
}

/** Reads one value after the other. */
export function nesting(): Nesting {
  let depth = 0;
  let inString = false;
  /** Where the next piece goes on: at 1 where this one ended with a backslash, which escapes the first byte of the next. */
  let next = 0;

  function scan(piece: Uint8Array, from: number): number | undefined {
    const { length } = piece;
    let at = from;
    while (at < length) {
      if (inString) {
        while (at < length && piece[at] !== mark.quote && piece[at] !== mark.backslash) at += 1;
        if (at >= length) break;
        inString = piece[at] === mark.backslash;
        at += inString ? 2 : 1;
      } else {
        while (at < length && counts[piece[at] ?? 0] === 0) at += 1;
        if (at >= length) break;
        const byte = piece[at];
        at += 1;
        if (byte === mark.quote) inString = true;
        else if (isNested(byte)) depth += 1;
        else depth -= 1;
        if (depth === 0) return at;
        if (depth > deepest) throw new TooDeep(`It nests deeper than ${deepest} brackets.`);
      }
    }
    next = at - length;
    return undefined;
  }

  return {
    end(piece, from) {
      depth = 1;
      inString = false;
      return scan(piece, from);
    },
    goOn: (piece) => scan(piece, next),
  };
}
