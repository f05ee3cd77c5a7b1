/** What is held of a JSON value that goes on from piece to piece, until its first bytes tell that it is not wanted. */

/**
 * Whether a value is wanted, told from its first bytes; undefined where they do not tell. Then it is asked again with
 * more of them, at last with all.
 */
export type Wanted = (begun: Buffer, whole: boolean) => boolean | undefined;

export const always: Wanted = () => true;
export const never: Wanted = () => false;

/** In bytes. No value of a known format that is held comes near this. */
const largest = 256 * 1024 * 1024;

/** Thrown where a value is longer than any of a known format. */
export class TooLong extends Error {
  override readonly name = 'TooLong';
}

export interface Held {
  /** Takes bytes of a value that goes on after them. */
  add(piece: Buffer): void;
  /** Takes the last bytes and gives the whole value; undefined where it is not wanted. */
  end(last: Buffer): Buffer | undefined;
}

export function held(wanted: Wanted): Held {
  let keep = wanted === always ? true : wanted === never ? false : undefined;
  let pieces: Buffer[] = [];
  let length = 0;
  /** How many bytes did not tell whether it is wanted. */
  let asked = 0;
  return {
    add(piece) {
      if (keep === false) return;
      pieces.push(piece);
      length += piece.length;
      if (length > largest)
        throw new TooLong(`It is longer than ${largest} bytes, which no value of a known format is.`);
      // Asked again when there is twice as much to tell it from, so that asking costs no more than reading.
      if (keep !== undefined || length < 2 * asked) return;
      asked = length;
      keep = wanted(pieces.length === 1 ? piece : Buffer.concat(pieces), false);
      if (keep === false) pieces = [];
    },
    end(last) {
      if (keep === false) return undefined;
      const whole = pieces.length === 0 ? last : Buffer.concat([...pieces, last]);
      return keep || wanted(whole, true) ? whole : undefined;
    },
  };
}
