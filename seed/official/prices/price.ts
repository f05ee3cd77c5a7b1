/** Parses prices of price files: numbers, and texts that should be numbers. */

import { roundedIn } from '../kit/rounded.ts';

/** The result for a price that cannot be read. */
export const unreadable = Symbol('unreadable');

/**
 * A price in cents, rounded half up from its shortest decimal form; null where there is none, `unreadable` for anything
 * else, such as a negative number or a word.
 */
export function priceIn(value: unknown): number | null | typeof unreadable {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'number' && typeof value !== 'string') return unreadable;
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

/** A percentage in hundredths of a percent, with or without `%`; null and `unreadable` as for a price. */
export function shareIn(value: unknown): number | null | typeof unreadable {
  return priceIn(typeof value === 'string' ? value.replace(/\s*%\s*$/, '') : value);
}

/** A number as text without an exponent. */
function written(value: number): string {
  const text = String(value);
  return text.includes('e-') ? value.toFixed(20) : text;
}
