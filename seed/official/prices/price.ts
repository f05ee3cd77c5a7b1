/** Parses prices of price files: numbers, and texts that should be numbers. */

import { isPlaceholder } from '../../../db/prices/placeholder.ts';
import { roundedIn } from '../kit/rounded.ts';

/** The result for a price that cannot be read. */
export const unreadable = Symbol('unreadable');

/** Commas between thousands. Any other may stand for a decimal point: `12,5` is no 125. */
const grouped = /^[\s$]*\d{1,3}(?:,\d{3})+(?:\.\d*)?[\s*]*$/;

/**
 * A price in cents, rounded half up from its shortest decimal form; null where there is none, `unreadable` for anything
 * else, such as a negative number or a word.
 */
export function priceIn(value: unknown): number | null | typeof unreadable {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'number' && typeof value !== 'string') return unreadable;
  if (typeof value === 'string' && value.includes(',') && !grouped.test(value)) return unreadable;
  try {
    const cents = roundedIn(typeof value === 'number' ? written(value) : value, 2);
    return cents !== null && cents < 0 ? unreadable : cents;
  } catch {
    return unreadable;
  }
}

/** A readable price as written where it has more decimals than are kept; undefined where nothing is rounded. */
export function roundedFrom(value: unknown): string | undefined {
  const text = typeof value === 'number' ? written(value) : String(value ?? '');
  const [found] = /[\d,]*\.\d{2}\d*[1-9]\d*/.exec(text) ?? [];
  return found && /\.\d\d\d/.test(found) ? found : undefined;
}

/** In hundredths of a percent. Some plans pay several times a fee schedule, none more than ten times what was billed. */
const mostShare = 1_000_00;

/**
 * A percentage in hundredths of a percent, with or without `%`; null and `unreadable` as for a price, and over 1,000 percent.
 * Nine nines stand for no figure.
 */
export function shareIn(value: unknown): number | null | typeof unreadable {
  const found = priceIn(typeof value === 'string' ? value.replace(/\s*%\s*$/, '') : value);
  return typeof found === 'number' && found > mostShare && !isPlaceholder(found, true) ? unreadable : found;
}

/** A number as text without an exponent. */
function written(value: number): string {
  const text = String(value);
  return text.includes('e-') ? value.toFixed(20) : text;
}
