/** Cuts JSON as it comes, piece by piece, wherever the pieces end: the root object's keys are read, what is in their values is not. */

import { FileError } from '../format/file.ts';
import type { Cut, Part } from './cut.ts';
import { nesting, TooDeep } from './find-end.ts';
import { always, type KeptBytes, keepBytes, never, TooLong, type Wanted } from './kept-bytes.ts';
import { writtenSo } from './text.ts';
import { blanksEnd, isNested, mark, scalarEnd, unfinished } from './tokens.ts';

/** How many bytes are fed at most. */
export const slice = 512 * 1024;

type Expects =
  | 'root'
  | 'key or end'
  | 'key'
  | 'colon'
  | 'value'
  | 'comma or end'
  | 'item or end'
  | 'item'
  | 'comma or end of items'
  | 'nothing';

const expected: Readonly<Record<Expects, string>> = {
  root: 'an object, `{`, or a list of one',
  'key or end': 'a key in quotes, or `}`',
  key: 'a key in quotes',
  colon: '`:`',
  value: 'a value',
  'comma or end': '`,` or `}`',
  'item or end': 'an item, or `]`',
  item: 'an item',
  'comma or end of items': '`,` or `]`',
  nothing: 'nothing more',
};

/** The value under a key of a file, which may be one that every object has, such as `constructor`. */
function own<T>(of: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(of, key) ? of[key] : undefined;
}

/** Takes pieces of at most `slice` bytes and gives the parts that ended with each. */
export function cutter(path: string, { items, passOver = [], begins, stray, inPlace = {} }: Cut) {
  const nest = nesting();
  const passed = new Set(passOver);
  let expects: Expects = 'root';
  /** Whether the object stands in a list, as some publishers write it. */
  let isListed = false;
  let key = '';
  let index = 0;
  /** Takes the items of the array that is cut, where it does. */
  let taker: NonNullable<Cut['inPlace']>[string] | undefined;
  /** The array or object that has begun and not ended. */
  let begun: KeptBytes | undefined;
  /** What did not end with the last piece. */
  let rest: Buffer = Buffer.alloc(0);
  let read = 0;
  let parts: Part[] = [];

  function fail(at: number, problem: string): never {
    throw new FileError({ path, column: `byte ${read + at}` }, problem);
  }

  function unexpected(bytes: Buffer, at: number): never {
    const found = JSON.stringify(bytes.toString('latin1', at, at + 1));
    fail(at, `This is not JSON: found ${found}, expected ${expected[expects]}. ${writtenSo}`);
  }

  const inItems = () => expects === 'item' || expects === 'item or end';
  const name = () => (inItems() ? `${key}[${index}]` : key);

  function ended(): void {
    if (inItems()) {
      index += 1;
      expects = 'comma or end of items';
    } else expects = 'comma or end';
  }

  function finish(bytes: Buffer | undefined): void {
    const place = inItems() ? index : undefined;
    if (place !== undefined && taker && bytes) taker(bytes, 0, bytes.length, index);
    else if (bytes || place === undefined) parts.push({ key, index: place, bytes });
    ended();
  }

  function wantedHere(): Wanted {
    if (inItems()) return taker ? always : (own(items, key) ?? never);
    return passed.has(key) ? never : always;
  }

  /** Takes what there is of the value that has begun; the place after it, or undefined where it goes on. */
  function close(value: KeptBytes, bytes: Buffer, from: number, end: number | undefined): number | undefined {
    if (end === undefined) value.add(bytes.subarray(from));
    else {
      begun = undefined;
      finish(value.end(bytes.subarray(from, end)));
    }
    return end;
  }

  /** Reads a value or an item; the place after it, or undefined where it goes on. */
  function value(bytes: Buffer, at: number): number | undefined {
    const first = bytes[at];
    if (first === mark.openArray && expects === 'value' && (own(items, key) || own(inPlace, key))) {
      expects = 'item or end';
      index = 0;
      taker = own(inPlace, key);
      begins?.(key);
      return at + 1;
    }
    if (isNested(first)) {
      const end = nest.end(bytes, at + 1);
      if (inItems() && taker && end !== undefined) {
        taker(bytes, at, end, index);
        ended();
        return end;
      }
      begun = keepBytes(wantedHere(), index);
      return close(begun, bytes, at, end);
    }
    if (
      first === mark.comma ||
      first === mark.colon ||
      first === mark.closeArray ||
      first === mark.closeObject
    )
      unexpected(bytes, at);
    const end = scalarEnd(bytes, at);
    if (end === unfinished) return undefined;
    finish(keepBytes(wantedHere(), index).end(bytes.subarray(at, end)));
    return end;
  }

  /** Reads what is next; the place after it, or undefined where it goes on. */
  function step(bytes: Buffer, at: number): number | undefined {
    const byte = bytes[at];
    const next = (state: Expects) => {
      expects = state;
      return at + 1;
    };
    if (expects === 'root' && byte === mark.openObject) return next('key or end');
    if (expects === 'root' && byte === mark.openArray && !isListed) {
      isListed = true;
      return at + 1;
    }
    if (expects === 'nothing' && isListed && byte === mark.closeArray) {
      isListed = false;
      return at + 1;
    }
    if (expects === 'nothing' && isListed && byte === mark.comma)
      fail(
        at,
        'Its root is a list of several objects, each of which is a file. Write each to a file of its own, and load these.',
      );
    if (stray && byte === mark.comma && (inItems() || expects === 'key' || expects === 'key or end')) {
      stray(inItems() ? `before ${name()}` : `after ${key || 'its beginning'}`);
      return next(inItems() ? 'item' : 'key');
    }
    if (stray && expects === 'item' && byte === mark.closeArray) {
      stray(`before the end of ${key}`);
      return next('comma or end');
    }
    if (stray && expects === 'key' && byte === mark.closeObject) {
      stray(`after ${key}`);
      return next('nothing');
    }
    if (expects === 'colon' && byte === mark.colon) return next('value');
    if (expects === 'comma or end' && byte === mark.comma) return next('key');
    if (expects === 'comma or end of items' && byte === mark.comma) return next('item');
    if ((expects === 'comma or end' || expects === 'key or end') && byte === mark.closeObject)
      return next('nothing');
    if ((expects === 'comma or end of items' || expects === 'item or end') && byte === mark.closeArray)
      return next('comma or end');
    if ((expects === 'key' || expects === 'key or end') && byte === mark.quote) {
      const end = scalarEnd(bytes, at);
      if (end === unfinished) return undefined;
      key = keyIn(bytes, at, end);
      expects = 'colon';
      return end;
    }
    if (expects === 'value' || inItems()) return value(bytes, at);
    return unexpected(bytes, at);
  }

  function keyIn(bytes: Buffer, at: number, end: number): string {
    try {
      return String(JSON.parse(bytes.toString('utf8', at, end)));
    } catch {
      return unexpected(bytes, at);
    }
  }

  function feed(piece: Uint8Array): readonly Part[] {
    const bytes =
      rest.length > 0
        ? Buffer.concat([rest, piece])
        : Buffer.from(piece.buffer, piece.byteOffset, piece.length);
    parts = [];
    rest = Buffer.alloc(0);
    try {
      let at: number | undefined = begun ? close(begun, bytes, 0, nest.goOn(bytes)) : 0;
      if (read === 0 && expects === 'root' && at === 0 && bytes[0] === 0xef) {
        // A byte-order mark.
        if (bytes.length < 3) at = undefined;
        else if (bytes[1] === 0xbb && bytes[2] === 0xbf) at = 3;
      }
      let last = at ?? 0;
      while (at !== undefined && !begun) {
        at = blanksEnd(bytes, at);
        last = at;
        if (at >= bytes.length) break;
        at = step(bytes, at);
      }
      if (!begun) rest = bytes.subarray(last);
      if (rest.length > slice)
        fail(last, `${name()} is longer than ${slice} bytes, which is no text of a known format.`);
      read += bytes.length - rest.length;
    } catch (error) {
      if (error instanceof TooDeep || error instanceof TooLong)
        throw new FileError({ path, column: name() }, error.message);
      throw error;
    }
    return parts;
  }

  function end(): void {
    if (expects !== 'nothing' || isListed || rest.length > 0)
      throw new FileError(
        { path, column: `byte ${read + rest.length}` },
        `The file ends within ${expects === 'root' || key === '' ? 'its beginning' : name()}, expected ${begun ? 'the rest of it' : expected[expects]}. It is cut short: fetch it again.`,
      );
  }

  return { feed, end };
}
