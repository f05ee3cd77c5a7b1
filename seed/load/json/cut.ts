/** How JSON is cut, and the resulting parts. */

import type { Wanted } from './kept-bytes.ts';

/** A value of the root object, or an item of one of its arrays. */
export interface Part {
  readonly key: string;
  /** The item's index in its array, from 0; undefined for a value of the root object. */
  readonly index: number | undefined;
  /** Its JSON; undefined where it was skipped as a whole. */
  readonly bytes: Buffer | undefined;
}

export interface Cut {
  /** The arrays of the root object that are cut into items, and which of these are wanted. */
  readonly items: Readonly<Record<string, Wanted>>;
  /** Keys of the root object whose values are skipped. */
  readonly passOver?: readonly string[];
  /** Called for each array that is cut, even an empty one; a value that is not an array becomes a part and is not cut. */
  readonly begins?: (key: string) => void;
  /** Called with the place of each comma that separates nothing; without it such a comma is an error. */
  readonly stray?: (place: string) => void;
  /**
   * Processes items of a root array in place instead of making parts: millions of small ones are inspected without
   * allocating anything for each. The bytes are valid only during the call.
   */
  readonly inPlace?: Readonly<
    Record<string, (bytes: Buffer, from: number, to: number, index: number) => void>
  >;
}
