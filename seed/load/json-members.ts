/** Looks up members of a JSON object in its bytes, without parsing the rest of it. */

import { largestPiece, nesting } from './json-nesting.ts';
import { blanksEnd, isNested, mark, scalarEnd, stringEnd, unfinished } from './json-tokens.ts';

/** That the object has no such member. */
export const absent = -2;

export interface Members {
  /**
   * Where the values of members begin, in the order of their names; `absent`, or `unfinished` for all that were not found
   * where the bytes end within the object.
   */
  at(bytes: Uint8Array, names: readonly string[]): readonly number[];
  /** The text of the value that begins here; undefined where the bytes end within it. */
  text(bytes: Uint8Array, from: number): string | undefined;
  /** How many items the array has that begins here; undefined where no array does, or the bytes end within it. */
  count(bytes: Uint8Array, from: number): number | undefined;
}

/** Reads members of objects of up to `largestPiece` bytes; of longer ones those that stand in as many. */
export function members(): Members {
  const nest = nesting();
  let loaded: Uint8Array | undefined;

  function valueEnd(bytes: Uint8Array, from: number): number {
    if (!isNested(bytes[from])) return scalarEnd(bytes, from);
    if (loaded !== bytes) nest.load(bytes.length > largestPiece ? bytes.subarray(0, largestPiece) : bytes);
    loaded = bytes;
    return nest.end(from + 1) ?? unfinished;
  }

  return {
    at(bytes, names) {
      const places = names.map(() => unfinished);
      let missing = names.length;
      const ended = () => places.map((place) => (place === unfinished ? absent : place));
      let next = blanksEnd(bytes, 0);
      if (bytes[next] !== mark.openObject) return ended();
      do {
        next = blanksEnd(bytes, next + 1);
        if (next >= bytes.length) return places;
        if (bytes[next] !== mark.quote) return ended();
        const end = stringEnd(bytes, next);
        if (end === unfinished) return places;
        const value = blanksEnd(bytes, blanksEnd(bytes, end) + 1);
        if (value >= bytes.length) return places;
        const which = names.findIndex((name) => isName(bytes, next, end, name));
        if (which >= 0 && places[which] === unfinished) {
          places[which] = value;
          missing -= 1;
          if (missing === 0) return places;
        }
        next = valueEnd(bytes, value);
        if (next === unfinished) return places;
        next = blanksEnd(bytes, next);
        if (next >= bytes.length) return places;
      } while (bytes[next] === mark.comma);
      return ended();
    },
    text(bytes, from) {
      const end = valueEnd(bytes, from);
      return end === unfinished ? undefined : textOf(bytes, from, end);
    },
    count(bytes, from) {
      if (bytes[from] !== mark.openArray) return undefined;
      let next = blanksEnd(bytes, from + 1);
      if (bytes[next] === mark.closeArray) return 0;
      for (let items = 1; ; items += 1) {
        next = valueEnd(bytes, next);
        if (next === unfinished) return undefined;
        next = blanksEnd(bytes, next);
        if (bytes[next] === mark.closeArray) return items;
        if (bytes[next] !== mark.comma) return undefined;
        next = blanksEnd(bytes, next + 1);
      }
    },
  };
}

function textOf(bytes: Uint8Array, from: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, end - from).toString();
}

/** Whether the string between the two places is this name, which a file may write with escapes. */
function isName(bytes: Uint8Array, from: number, end: number, name: string): boolean {
  let same = end - from - 2 === name.length;
  for (let at = from + 1; at < end - 1; at += 1) {
    if (bytes[at] === mark.backslash) return JSON.parse(textOf(bytes, from, end)) === name;
    same &&= bytes[at] === name.charCodeAt(at - from - 1);
  }
  return same;
}
