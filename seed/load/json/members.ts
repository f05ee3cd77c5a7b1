/** Looks up members of a JSON object in its bytes, without parsing the rest of it. */

import { nesting } from './find-end.ts';
import { parsed } from './mend.ts';
import { blanksEnd, isNested, mark, scalarEnd, stringEnd, unfinished } from './tokens.ts';

/** That the object has no such member. */
export const absent = -2;

export interface Members {
  /**
   * Where the values of members begin, in the order of their names, of the object that begins at `from`: `absent`, or
   * `unfinished` where the bytes end before it is found. The answer is good until the next call.
   */
  at(bytes: Buffer, names: readonly string[], from?: number): readonly number[];
  /** The texts of all values that an object gives a member, in its order. */
  all(bytes: Buffer, name: string): readonly string[];
  /** The text of the value that begins here; undefined where the bytes end within it. */
  text(bytes: Buffer, from: number): string | undefined;
  /** How many items the array has that begins here; undefined where no array does, or the bytes end within it. */
  count(bytes: Buffer, from: number): number | undefined;
}

/** Reads members of objects. */
export function members(): Members {
  const nest = nesting();
  const places: number[] = [];

  function valueEnd(bytes: Buffer, from: number): number {
    if (!isNested(bytes[from])) return scalarEnd(bytes, from);
    return nest.end(bytes, from + 1) ?? unfinished;
  }

  /** Those that were not found are not there, or may still come. */
  function ended(missing: number): readonly number[] {
    for (let which = 0; which < places.length; which += 1)
      if (places[which] === undefined || (places[which] ?? 0) < 0) places[which] = missing;
    return places;
  }

  return {
    at(bytes, names, from = 0) {
      places.length = names.length;
      places.fill(unfinished);
      let missing = names.length;
      let next = blanksEnd(bytes, from);
      if (bytes[next] !== mark.openObject) return ended(absent);
      do {
        next = blanksEnd(bytes, next + 1);
        if (next >= bytes.length) return ended(unfinished);
        if (bytes[next] !== mark.quote) return ended(absent);
        const end = stringEnd(bytes, next);
        if (end === unfinished) return ended(unfinished);
        const value = blanksEnd(bytes, blanksEnd(bytes, end) + 1);
        if (value >= bytes.length) return ended(unfinished);
        const which = placeOf(bytes, next, end, names);
        if (which >= 0 && places[which] === unfinished) {
          places[which] = value;
          missing -= 1;
          if (missing === 0) return places;
        }
        next = valueEnd(bytes, value);
        if (next === unfinished) return ended(unfinished);
        next = blanksEnd(bytes, next);
        if (next >= bytes.length) return ended(unfinished);
      } while (bytes[next] === mark.comma);
      return ended(absent);
    },
    all(bytes, name) {
      const found: string[] = [];
      let next = blanksEnd(bytes, 0);
      while (next < bytes.length) {
        next = blanksEnd(bytes, next + 1);
        if (bytes[next] !== mark.quote) break;
        const end = stringEnd(bytes, next);
        const value = end === unfinished ? bytes.length : blanksEnd(bytes, blanksEnd(bytes, end) + 1);
        const after = value < bytes.length ? valueEnd(bytes, value) : unfinished;
        if (after === unfinished) break;
        if (isName(bytes, next, end, name)) found.push(bytes.toString('utf8', value, after));
        next = blanksEnd(bytes, after);
      }
      return found;
    },
    text(bytes, from) {
      const end = valueEnd(bytes, from);
      return end === unfinished ? undefined : bytes.toString('utf8', from, end);
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

/** Which of the names the string between the two places is. */
function placeOf(bytes: Buffer, from: number, end: number, names: readonly string[]): number {
  for (let which = 0; which < names.length; which += 1)
    if (isName(bytes, from, end, names[which] ?? '')) return which;
  return -1;
}

/** Whether the string between the two places is this name, which a file may write with escapes. */
function isName(bytes: Buffer, from: number, end: number, name: string): boolean {
  let same = end - from - 2 === name.length;
  for (let at = from + 1; at < end - 1; at += 1) {
    if (bytes[at] === mark.backslash) return parsed(bytes.toString('utf8', from, end)) === name;
    same &&= bytes[at] === name.charCodeAt(at - from - 1);
  }
  return same;
}
