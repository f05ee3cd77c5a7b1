/** Exact decimals: text outside, a whole number of 10^-places in the store, never a float. */

import { ValidationError } from './errors.ts';

/** "41.53" with 2 places is 4153. Refuses what has more places than the column keeps, so that nothing is rounded silently. */
export function parseDecimal(value: string, places: number): number {
  const match = /^(-?)(\d{1,12})(?:\.(\d+))?$/.exec(value);
  const fraction = (match?.[3] ?? '').replace(/0+$/, '');
  if (!match || fraction.length > places) {
    throw new ValidationError(
      `Expected a number with at most ${places} decimal places, such as 41.53, got ${JSON.stringify(value)}.`,
    );
  }
  const scaled = Number(`${match[2]}${fraction.padEnd(places, '0')}`);
  if (!Number.isSafeInteger(scaled)) throw new ValidationError(`${value} is too large to be kept exactly.`);
  return match[1] ? -scaled : scaled;
}

/** 4153 with 2 places is "41.53". Zeros after the first `shown` places are left out: 415300 with 4 places, 2 of them shown, is "41.53". */
export function formatDecimal(scaled: number, places: number, shown = places): string {
  const digits = String(Math.abs(scaled)).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = places ? digits.slice(-places) : '';
  const kept = fraction.slice(0, shown) + fraction.slice(shown).replace(/0+$/, '');
  return `${scaled < 0 ? '-' : ''}${whole}${kept ? `.${kept}` : ''}`;
}
