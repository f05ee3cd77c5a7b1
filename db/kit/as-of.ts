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

/** The day before a day. */
export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
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

/** SQL: a pair of dates holds the day or moment; an unknown beginning or end excludes nothing. */
const holds = (from: string, to: string, parameter: string) =>
  `(${from} is null or ${from} <= :${parameter}) and (${to} is null or ${to} > :${parameter})`;

/** SQL: the run of the statement `alias` speaks under these conditions on its days `d` (see tables/editions.ts). */
const speaks = (alias: string, conditions: string) =>
  `exists (select 1 from run_days d where d.run = ${alias}.run and ${conditions})`;

/** SQL: the row `alias` was on record at `:knownAt`; since when is always known. */
const known = (alias: string) =>
  `${alias}.recorded_from <= :knownAt and (${alias}.recorded_to is null or ${alias}.recorded_to > :knownAt)`;

/** SQL: the statement `alias` is in force on `:dateOfService` and was recorded as known at `:knownAt`. An unknown beginning or end excludes nothing. */
export function inForce(alias: string): string {
  return `${holds(`${alias}.own_from`, `${alias}.own_to`, 'dateOfService')} and ${speaks(
    alias,
    `${holds('d.valid_from', 'd.valid_to', 'dateOfService')} and ${known('d')}`,
  )}`;
}

/** SQL: the statement `alias` is not deprecated. */
export const notDeprecated = (alias: string) => `${alias}.rank <> 'DEPRECATED'`;

/** SQL: the same, and it is not deprecated: what an answer may rest on. */
export function live(alias: string): string {
  return `${inForce(alias)} and ${notDeprecated(alias)}`;
}

/** SQL: the statement `alias` was recorded as known at `:knownAt` and is not deprecated, whatever the day on which it is in force. */
export function accepted(alias: string): string {
  return `${recorded(alias)} and ${notDeprecated(alias)}`;
}

/** SQL: the statement `alias` was recorded as known at `:knownAt`. */
export function recorded(alias: string): string {
  return speaks(alias, known('d'));
}

/** SQL: the same as `inForce` of a row that is in no run: its own dates decide. */
export function inForceByDates(alias: string): string {
  return `${holds(`${alias}.valid_from`, `${alias}.valid_to`, 'dateOfService')} and ${recordedByDates(alias)}`;
}

/** SQL: the same as `live` of a row that is in no run. */
export function liveByDates(alias: string): string {
  return `${inForceByDates(alias)} and ${notDeprecated(alias)}`;
}

/** SQL: the same as `recorded` of a row that is in no run. */
export function recordedByDates(alias: string): string {
  return known(alias);
}
