/** Texts as they are compared where case and blanks do not matter: in SQL the function `folded`. */

/** A text in small letters of any alphabet, each accent one with its letter, with single blanks. */
export function folded(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}
