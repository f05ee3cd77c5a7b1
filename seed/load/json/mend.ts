/** Mends text that is not JSON where only one reading of it is possible, so that nothing is lost. */

const validEscape = /^\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/;
const blank = /\s/;
const digit = /\d/;
/** What programs write in place of a number that they do not have. */
const startsWithNoNumber = /^-?(?:NaN|Infinity)\b/;

/**
 * The text with bare backslashes and control characters in strings escaped, without commas that nothing follows or
 * precedes, with `null` for what is no number, such as `NaN`, and with the zero before a point. What else is wrong with it is left as it is.
 */
export function mended(text: string): string {
  const pieces: string[] = [];
  let begun = 0;
  let at = 0;
  /** Takes the text up to here, and goes on behind `length` characters with another text in their place. */
  const replace = (length: number, by: string) => {
    pieces.push(text.slice(begun, at), by);
    at += length;
    begun = at;
  };
  while (at < text.length) {
    if (text[at] !== '"') {
      const [noNumber] = text[at] === ',' ? [] : (startsWithNoNumber.exec(text.slice(at, at + 10)) ?? []);
      if (text[at] === ',' && isTooMany(text, at)) replace(1, '');
      else if (noNumber) replace(noNumber.length, 'null');
      else if (text[at] === '.' && !digit.test(text[at - 1] ?? '')) replace(1, '0.');
      else at += 1;
      continue;
    }
    at += 1;
    while (at < text.length && text[at] !== '"') {
      if (text[at] === '\\') {
        const length = validEscape.exec(text.slice(at, at + 6))?.[0].length;
        if (length) at += length;
        else replace(1, '\\\\');
      } else if (text.charCodeAt(at) < 0x20)
        replace(1, `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`);
      else at += 1;
    }
    at += 1;
  }
  return [...pieces, text.slice(begun)].join('');
}

/** What JSON says, mended where it is none; throws where that does not help. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return JSON.parse(mended(text));
  }
}

/** Whether a comma, outside of strings, separates nothing. */
function isTooMany(text: string, at: number): boolean {
  let next = at + 1;
  while (blank.test(text[next] ?? '')) next += 1;
  let before = at - 1;
  while (blank.test(text[before] ?? '')) before -= 1;
  return /[,\]}]/.test(text[next] ?? '') || /[[{]/.test(text[before] ?? '');
}
