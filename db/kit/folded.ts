/** Texts as they are compared where case, blanks or punctuation do not matter: in SQL the functions `folded` and `unmarked`. */

/** A text in small letters of any alphabet, each accent one with its letter, with single blanks. */
export function folded(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** A text without the blanks and marks that people leave out or type differently. */
export function unmarked(text: string): string {
  return text.replace(/[ .\-/,:;()[\]&'"+_%]/g, '');
}
