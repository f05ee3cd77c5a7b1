/** Days, moments and the as-of pair that every dated read is made with. */

import { ValidationError } from './errors.ts';

/** The day that the claim is about, and the moment whose state of knowledge answers. */
export interface AsOf {
  /** YYYY-MM-DD, tested against validity. */
  readonly dateOfService: string;
  /** YYYY-MM-DDTHH:MM:SSZ, tested against recorded. */
  readonly knownAt: string;
}

/** A real day as YYYY-MM-DD, years 1900 to 2199; else an error that says what was found. */
export function parseDay(value: string): string {
  const match = /^(19|20|21)\d\d-\d\d-\d\d$/.test(value);
  const time = match ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value) {
    throw new ValidationError(
      `Expected a day of the calendar as YYYY-MM-DD, such as 2025-10-15, got ${JSON.stringify(value)}.`,
    );
  }
  return value;
}

/** A moment in any ISO 8601 form with a time zone, cut to the second in UTC; else an error that says what was found. */
export function parseInstant(value: string): string {
  const wellFormed = /^(19|20|21)\d\d-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/.test(value);
  if (wellFormed) parseDay(value.slice(0, 10));
  const time = wellFormed ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time)) {
    throw new ValidationError(
      `Expected a moment with its time zone, such as 2025-07-01T00:00:00Z, got ${JSON.stringify(value)}.`,
    );
  }
  return instantOf(new Date(time));
}

/** A moment as the store keeps it, cut to the second. */
export function instantOf(moment: Date): string {
  return `${moment.toISOString().slice(0, 19)}Z`;
}

/** The as-of pair of this moment. */
export function asOfNow(moment: Date): AsOf {
  const knownAt = instantOf(moment);
  return { dateOfService: knownAt.slice(0, 10), knownAt };
}

/** Whether a row is in force on a day, as `inForce` tests it in SQL. */
export function holdsOn(
  day: string,
  { validFrom, validTo }: { readonly validFrom: string | null; readonly validTo: string | null },
): boolean {
  return (validFrom === null || validFrom <= day) && (validTo === null || validTo > day);
}

/** SQL: the row of `alias` is in force on `:dateOfService` and was recorded as known at `:knownAt`. An unknown beginning or end excludes nothing. */
export function inForce(alias: string): string {
  return [
    `(${alias}.valid_from is null or ${alias}.valid_from <= :dateOfService)`,
    `(${alias}.valid_to is null or ${alias}.valid_to > :dateOfService)`,
    recorded(alias),
  ].join(' and ');
}

/** SQL: the same, and it is not deprecated: what an answer may rest on. */
export function live(alias: string): string {
  return `${inForce(alias)} and ${alias}.rank <> 'DEPRECATED'`;
}

/** SQL: the row of `alias` was recorded as known at `:knownAt` and is not deprecated, whatever the day on which it is in force. */
export function accepted(alias: string): string {
  return `${recorded(alias)} and ${alias}.rank <> 'DEPRECATED'`;
}

/** SQL: the row of `alias` was recorded as known at `:knownAt`. */
export function recorded(alias: string): string {
  return `${alias}.recorded_from <= :knownAt and (${alias}.recorded_to is null or ${alias}.recorded_to > :knownAt)`;
}
