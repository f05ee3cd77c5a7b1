/** How JSON is to be cut, and the parts that come of it. */

import type { Wanted } from './held-value.ts';

/** A value of the root object, or an item of one of its arrays. */
export interface Part {
  readonly key: string;
  /** The item's place in its array, counted from 0; undefined for a value of the root object. */
  readonly index: number | undefined;
  /** Its JSON; undefined where it was passed over as a whole. */
  readonly bytes: Buffer | undefined;
}

export interface Cut {
  /** The arrays of the root object that are cut into items, and which of these are wanted. */
  readonly items: Readonly<Record<string, Wanted>>;
  /** Keys of the root object whose values are passed over. */
  readonly passOver?: readonly string[];
  /** Told of each array that is cut, even where it is empty: a value that is no array is not cut but a part. */
  readonly begins?: (key: string) => void;
  /**
   * Takes items of a root array where they stand, which makes no part of them: millions of small ones are looked at without
   * anything being made for each. The bytes are good for as long as the call.
   */
  readonly inPlace?: Readonly<
    Record<string, (bytes: Buffer, from: number, to: number, index: number) => void>
  >;
}
