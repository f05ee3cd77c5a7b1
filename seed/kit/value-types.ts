/** The words of the text: closed lists in lower case, days, moments, decimals, all of them still text. */

import { z } from 'zod';
import { type CodeKind, expectedOf, isCode } from '../../db/codes/code-shapes.ts';
import type { Enum, ValueOf } from '../../db/enums/index.ts';
import { parseDay, parseInstant } from '../../db/kit/as-of.ts';
import { parseDecimal } from '../../db/kit/decimal.ts';

/** Text that is not empty. */
export const text = z.string().min(1, 'This is empty. Write a value or take the key out.');

/** Text of which a writer cannot guess what belongs in it: `what` says it where the text is missing. */
export const textOf = (what: string) => text.describe(what);

/** One of the values of a closed list, in lower case: `medical_policy` for MEDICAL_POLICY. */
export function word(values: Enum) {
  return oneOf(Object.keys(values.values).map((value) => value.toLowerCase()));
}

/** One of some words. */
export function oneOf(words: readonly string[]) {
  return z.enum(words);
}

/** The value of a closed list that a word names. */
export function valueIn<E extends Enum>(values: E, found: string): ValueOf<E> {
  const value = found.toUpperCase();
  if (!Object.hasOwn(values.values, value)) throw new Error(`${values.name} has no value ${value}.`);
  return value as ValueOf<E>;
}

/** Text that a parser takes; its message becomes the problem. */
function parsed(parse: (found: string) => unknown) {
  return text.superRefine((found, context) => {
    try {
      parse(found);
    } catch (error) {
      context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) });
    }
  });
}

/** A day, or the month or year where the source gives no more. */
export const dayOrLess = parsed((found) => parseDay(firstDay(found)));
/** The same, or `unknown` where a start would otherwise be taken from the text around it. */
export const dayOrUnknown = parsed((found) => found === 'unknown' || parseDay(firstDay(found)));
export const day = parsed(parseDay);
export const moment = parsed((found) => {
  if (parseInstant(found) !== found)
    throw new Error(`Expected a moment such as 2026-11-24T00:00:00Z, got "${found}".`);
});

export function decimal(places: number) {
  return parsed((found) => parseDecimal(found, places));
}

export const whole = parsed((found) => parseDecimal(found, 0));
export const yes = z.literal('yes', {
  error: ({ input }) => `Expected yes or no key at all, got "${String(input)}".`,
});

/** Text of the shape of a code. */
export function coded(kind: CodeKind) {
  return z.string().refine((found) => isCode(kind, found), {
    error: ({ input }) => `Expected ${expectedOf(kind)}, got "${String(input)}".`,
  });
}

export const code = coded('BILLING_CODE');
export const modifierCode = coded('MODIFIER');
export const slug = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/, {
  error: ({ input }) => `Expected a short name such as mac-palmetto, got "${String(input)}".`,
});

/** The first day of what may be a month or a year. */
export function firstDay(found: string): string {
  return `${found}${'-01-01'.slice(found.length - 4)}`;
}

/** What to tell a reader of a date that is not given to the day; undefined when it is. */
export function dateNote(which: string, found: string): string | undefined {
  if (found.length === 10) return undefined;
  return `Of the ${which} the source gives the ${found.length === 7 ? 'month' : 'year'} only.`;
}

/** The day after: where an interval that ends on a day ends as a half-open one. */
export function dayAfter(found: string): string {
  const next = new Date(`${parseDay(found)}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

/** The day before. */
export function dayBefore(found: string): string {
  const last = new Date(`${parseDay(found)}T00:00:00Z`);
  last.setUTCDate(last.getUTCDate() - 1);
  return last.toISOString().slice(0, 10);
}

/** A decimal of the text in units of its last place, or null where the key is not there. */
export function scaled(found: string | undefined, places: number): number | null {
  return found === undefined ? null : parseDecimal(found, places);
}
