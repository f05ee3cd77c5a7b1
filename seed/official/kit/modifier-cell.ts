/** Modifiers as price files write them, read in one way for payers and hospitals. */

import { isCode } from '../../../db/codes/code-shapes.ts';

/** What the modifier cell of a price says. */
export interface ModifierCell {
  /** Distinct and sorted. */
  readonly modifiers: readonly string[];
  /** Words that mean that there is none, such as NONE. */
  readonly none: readonly string[];
  /** Words that are not of the form of a modifier, such as PROF: what they mean is not known. */
  readonly unread: readonly string[];
}

/** What files write where there is no modifier, as `N/A` and `NO MODIFIER` are read. */
const nothing = new Set(['NONE', 'NA', 'N.A.', 'NULL', 'NIL', 'NO', '0', '00', '.']);

/** Words between modifiers. With `or` they are not all of one price. */
const between = 'AND';
const either = 'OR';

/** Two modifiers of CPT without anything between them; those of CPT are 22 to 99, so that a revenue code or a year is not taken for two. */
const packed = /^([3-9]\d|2[2-9])([3-9]\d|2[2-9])$/;

/** A text in ASCII where it was in full-width letters or with other blanks, and in capitals. */
export function plainCapitals(text: string): string {
  return text.normalize('NFKC').trim().toUpperCase();
}

/** Reads a cell or a list of them, whatever separates the modifiers: `["26,59"]`, `26;59`, `26 59`, `2659`. */
export function modifierCell(value: unknown): ModifierCell {
  const found = new Set<string>();
  const none: string[] = [];
  const unread: string[] = [];
  for (const cell of Array.isArray(value) ? value : [value]) {
    const text = plainCapitals(String(cell ?? '')).replaceAll('N/A', 'NONE');
    for (const word of text.split(/MOD(?:IFIERS?)?\b|[^0-9A-Z.]+/)) {
      // Spreadsheets make a number of a modifier: `26.0`.
      const bare = word.replace(/^(\d\d)\.0*$/, '$1');
      const [, first, second] = packed.exec(word) ?? [];
      if (word === '' || word === between) continue;
      if (nothing.has(word)) none.push(word);
      else if (word !== either && isCode('MODIFIER', bare)) found.add(bare);
      else if (first && second) found.add(first).add(second);
      else unread.push(word);
    }
  }
  return { modifiers: [...found].sort(), none, unread };
}

/**
 * The modifiers of a cell with those written elsewhere. Words for none are reported and read as none; what is no modifier
 * is reported, and as it is not known under which the price holds, there is no list but the words of the file.
 */
export function readModifiers(
  value: unknown,
  elsewhere: readonly string[] | undefined,
  skip: (reason: string) => void,
): { readonly modifiers: readonly string[] | null; readonly words: string | null } {
  const { modifiers, none, unread } = modifierCell(value);
  if (none.length > 0) skip('modifier that is a word for none, read as none');
  if (unread.length > 0) {
    skip('modifier that is not of the form of one, its words kept as a note');
    return { modifiers: null, words: `modifier ${[...modifiers, ...unread].join(', ')}` };
  }
  return { modifiers: [...new Set([...modifiers, ...(elsewhere ?? [])])].sort(), words: null };
}
