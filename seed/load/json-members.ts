/** Looks up single members of a JSON object in its bytes, without parsing the rest of it. */

import { largestPiece, type Nesting, nesting } from './json-nesting.ts';
import { blanksEnd, isNested, mark, scalarEnd, stringEnd, unfinished } from './json-tokens.ts';

/** That the object has no such member. */
export const absent = -2;

export interface Members {
  /** Where the value of a member begins; `absent`, or `unfinished` where the bytes end before it. */
  at(bytes: Uint8Array, key: string): number;
  /** What a member holds; undefined where it is absent or the bytes end before. */
  value(bytes: Uint8Array, key: string): unknown;
  /** How many items the array has that begins here; undefined where no array does, or the bytes end within it. */
  count(bytes: Uint8Array, from: number): number | undefined;
}

/** Reads members of objects of up to `largestPiece` bytes; of longer ones those that stand in as many. */
export function members(nest: Nesting = nesting()): Members {
  let loaded: Uint8Array | undefined;

  function nestedEnd(bytes: Uint8Array, from: number): number {
    if (loaded !== bytes) nest.load(bytes.subarray(0, largestPiece));
    loaded = bytes;
    nest.open();
    return nest.close(from + 1) ?? unfinished;
  }

  function valueEnd(bytes: Uint8Array, from: number): number {
    return isNested(bytes[from]) ? nestedEnd(bytes, from) : scalarEnd(bytes, from);
  }

  function at(bytes: Uint8Array, key: string): number {
    let next = blanksEnd(bytes, 0);
    if (bytes[next] !== mark.openObject) return absent;
    do {
      next = blanksEnd(bytes, next + 1);
      if (next >= bytes.length) return unfinished;
      if (bytes[next] !== mark.quote) return absent;
      const end = stringEnd(bytes, next);
      if (end === unfinished) return unfinished;
      const value = blanksEnd(bytes, blanksEnd(bytes, end) + 1);
      if (value >= bytes.length) return unfinished;
      if (isKey(bytes, next, end, key)) return value;
      next = valueEnd(bytes, value);
      if (next === unfinished) return unfinished;
      next = blanksEnd(bytes, next);
      if (next >= bytes.length) return unfinished;
    } while (bytes[next] === mark.comma);
    return absent;
  }

  return {
    at,
    value(bytes, key) {
      const from = at(bytes, key);
      const end = from < 0 ? unfinished : valueEnd(bytes, from);
      return end === unfinished ? undefined : (JSON.parse(textOf(bytes, from, end)) as unknown);
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

function isKey(bytes: Uint8Array, from: number, end: number, key: string): boolean {
  const escaped = bytes.subarray(from, end).includes(mark.backslash);
  if (escaped) return JSON.parse(textOf(bytes, from, end)) === key;
  if (end - from - 2 !== key.length) return false;
  for (let place = 0; place < key.length; place += 1)
    if (bytes[from + 1 + place] !== key.charCodeAt(place)) return false;
  return true;
}
