/** Finds where JSON tokens end, in bytes. The marks are ASCII, whatever the encoding of the text in between. */

export const mark = {
  quote: 0x22,
  comma: 0x2c,
  colon: 0x3a,
  backslash: 0x5c,
  openArray: 0x5b,
  closeArray: 0x5d,
  openObject: 0x7b,
  closeObject: 0x7d,
} as const;

/** The value continues after the last byte. */
export const unfinished = -1;

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** The first position that is not a blank. */
export function blanksEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  while (isBlank(bytes[at])) at += 1;
  return at;
}

/** The position after the string that begins here. */
export function stringEnd(bytes: Uint8Array, from: number): number {
  for (let at = from + 1; ; at += 1) {
    at = bytes.indexOf(mark.quote, at);
    if (at < 0) return unfinished;
    let before = at - 1;
    while (bytes[before] === mark.backslash) before -= 1;
    // Backslashes in pairs escape each other.
    if ((at - before) % 2 === 1) return at + 1;
  }
}

/** The position after the number or word that begins here. */
export function wordEnd(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === mark.comma || byte === mark.closeArray || byte === mark.closeObject || isBlank(byte))
      return at;
  }
  return unfinished;
}

/** The position after the string, number or word that begins here. */
export function scalarEnd(bytes: Uint8Array, from: number): number {
  return bytes[from] === mark.quote ? stringEnd(bytes, from) : wordEnd(bytes, from);
}

/** Whether an array or object begins here. */
export function isNested(byte: number | undefined): boolean {
  return byte === mark.openArray || byte === mark.openObject;
}
