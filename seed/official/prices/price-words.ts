/** Words that the price files of hospitals and of payers share: those that name a term, and those that are kept as they are written. */

import type { BillingClass, CareSetting } from '../../../db/enums/index.ts';
import type { ValueOf } from '../../../db/kit/enums.ts';
import type { Reading } from '../../load/format/format.ts';

/** A word of a file in lower case, without blanks around it; empty where there is none. */
export function wordIn(value: unknown): string {
  return String(value ?? '')
    .trim()
    .toLowerCase();
}

/** What a file writes where it says nothing. */
const nothing = new Set(['', 'n/a', '#n/a', 'na', 'nan', 'none', 'null', 'not applicable', '-', '.']);

/** A formula or a note as a file writes it; empty where it writes that there is none. */
export function statedText(text: string): string {
  return nothing.has(text.toLowerCase().trim()) ? '' : text;
}

/** A text with single blanks, or all texts of a list or an object; null where there is none. */
export function wordsIn(value: unknown): string | null {
  if (typeof value === 'object' && value !== null)
    return Object.values(value).map(wordsIn).filter(Boolean).join(' | ') || null;
  const isText = typeof value === 'string' || typeof value === 'number';
  return (isText && statedText(String(value).replace(/\s+/g, ' ').trim())) || null;
}

const settings: Readonly<Record<string, ValueOf<typeof CareSetting>>> = {
  inpatient: 'INPATIENT',
  ip: 'INPATIENT',
  outpatient: 'OUTPATIENT',
  op: 'OUTPATIENT',
  both: 'BOTH',
};

const classes: Readonly<Record<string, ValueOf<typeof BillingClass>>> = {
  facility: 'INSTITUTIONAL',
  institutional: 'INSTITUTIONAL',
  hospital: 'INSTITUTIONAL',
  professional: 'PROFESSIONAL',
  physician: 'PROFESSIONAL',
  both: 'BOTH',
};

/** The one term of all words of a value, such as `Inpatient & Outpatient`; `BOTH` where they are several, null where one of them is none. */
function termOf<T extends string>(
  terms: Readonly<Record<string, T | null>>,
  value: string,
): T | 'BOTH' | null {
  const words = value.split(/[^a-z-]+|\band\b/).filter((word) => word !== '');
  const found = new Set(words.map((word) => (Object.hasOwn(terms, word) ? terms[word] : null)));
  const [one = null] = found;
  if (found.has(null)) return null;
  return found.size > 1 ? 'BOTH' : one;
}

/** The care setting; null where none is stated, or one of no known name. */
export function careSettingIn(value: unknown): ValueOf<typeof CareSetting> | null {
  return termOf(settings, wordIn(value));
}

/** The kind of claim; null where none is stated, or one of no known name. */
export function billingClassIn(value: unknown): ValueOf<typeof BillingClass> | null {
  return termOf(classes, wordIn(value));
}

/**
 * What a file says of a price in words of no known term, such as `setting EMERGENCY`: it goes into the notes, since prices
 * of which different things are said are different prices. Null where the word was read, or there is none.
 */
export function unreadWords(
  what: string,
  value: unknown,
  read: unknown,
  skip: Reading['skip'],
): string | null {
  if (read !== null && read !== undefined) return null;
  const words = wordsIn(value);
  if (words === null) return null;
  skip(`${what} of no known name, its words kept as a note`, words);
  return `${what} ${words}`;
}

/** Whether notes have the words of a kind of claim that is not known, which may be either. */
export function isOfUnknownClass(notes: string | null): boolean {
  return notes !== null && /(?:^|\| )billing class /.test(notes);
}
