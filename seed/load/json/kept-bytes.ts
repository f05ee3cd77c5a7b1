/** Collects a JSON value that spans several chunks, until its first bytes show that it is not wanted. */

/**
 * Decides from its first bytes whether a value is wanted; undefined where they do not suffice. It is then called again
 * with more of them, finally with all. The place of an item in its list is counted from 0.
 */
export type Wanted = (begun: Buffer, whole: boolean, index: number) => boolean | undefined;

export const always: Wanted = () => true;
export const never: Wanted = () => false;

/** In bytes. No value of a known format that is wanted comes near this. */
const largest = 256 * 1024 * 1024;

/** Thrown where a value is longer than any of a known format. */
export class TooLong extends Error {
  override readonly name = 'TooLong';
}

export interface KeptBytes {
  /** Adds bytes of a value that continues after them. */
  add(piece: Buffer): void;
  /** Adds the last bytes and returns the whole value; undefined where it is not wanted. */
  end(last: Buffer): Buffer | undefined;
}

export function keepBytes(wanted: Wanted, index = 0): KeptBytes {
  let keep = wanted === always ? true : wanted === never ? false : undefined;
  let pieces: Buffer[] = [];
  let length = 0;
  /** How many bytes did not suffice to decide whether it is wanted. */
  let requested = 0;
  return {
    add(piece) {
      if (keep === false) return;
      pieces.push(piece);
      length += piece.length;
      if (length > largest)
        throw new TooLong(`It is longer than ${largest} bytes, which no value of a known format is.`);
      // Decided again only when there are twice as many bytes, so that deciding costs no more than reading.
      if (keep !== undefined || length < 2 * requested) return;
      requested = length;
      keep = wanted(pieces.length === 1 ? piece : Buffer.concat(pieces), false, index);
      if (keep === false) pieces = [];
    },
    end(last) {
      if (keep === false) return undefined;
      const whole = pieces.length === 0 ? last : Buffer.concat([...pieces, last]);
      return keep || wanted(whole, true, index) ? whole : undefined;
    },
  };
}
