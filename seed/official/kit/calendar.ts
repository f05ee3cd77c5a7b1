/** Dates in official files: months and quarters in names, years, days of the year. */

import { parseDay } from '../../../db/kit/as-of.ts';
import { firstOfQuarter } from '../../../db/kit/quarter.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month =
  '(?<![a-z])(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])';
const monthThenYear = new RegExp(`${month}[\\s_,.-]*(?:\\d{1,2}[\\s_,.-]+)?(20\\d\\d)(?!\\d)`, 'i');
const yearThenMonth = new RegExp(`(?<!\\d)(20\\d\\d)[\\s_,.-]*${month}`, 'i');

/** The first day of the month and year in a text such as `2026 April Web Addendum B` or `HCPC2026_OCT`; undefined where there is none. */
export function monthNamed(text: string): string | undefined {
  const after = monthThenYear.exec(text);
  const before = yearThenMonth.exec(text);
  const [name, year] = after ? [after[1], after[2]] : [before?.[2], before?.[1]];
  if (!name || !year) return undefined;
  const number = months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  return `${year}-${String(number).padStart(2, '0')}-01`;
}

/** `Oct26`, `JAN'26`: with anything else between them the number may be a day. */
const monthThenShortYear = new RegExp(`${month}'?(\\d\\d)(?!\\d)`, 'i');
const yearThenQuarter = /(?<!\d)(20\d\d)[\s_,.-]*Q([1-4])(?![a-z0-9])/i;
const quarterThenYear = /(?<![a-z0-9])Q([1-4])[\s_,.-]*(20\d\d)(?!\d)/i;

/** The first day of the month or quarter in the name of a file: as `monthNamed`, or `Oct26`, `2026-q3`, `Q3 2026`. */
export function monthInName(name: string): string | undefined {
  const full = monthNamed(name);
  if (full) return full;
  const [, year, quarter] = yearThenQuarter.exec(name) ?? [];
  if (year && quarter) return firstOfQuarter(year, quarter);
  const [, before, after] = quarterThenYear.exec(name) ?? [];
  if (before && after) return firstOfQuarter(after, before);
  const [, word, short] = monthThenShortYear.exec(name) ?? [];
  return word && monthNamed(`${word} 20${short}`);
}

const dayWritten = String.raw`([A-Z][a-z]{2,8})\.?\s+(\d{1,2}),?\s+(20\d\d)`;
const span = new RegExp(String.raw`Effective\s+${dayWritten}\s*(?:through|thru|to|-|–)\s*${dayWritten}`, 'i');

/** The days of `Effective January 1, 2026 through March 31, 2026`: the first, and the day after the last; undefined where a text has none. */
export function effectiveSpan(text: string): { readonly from: string; readonly to: string } | undefined {
  const [, firstMonth, firstDay, firstYear, lastMonth, lastDay, lastYear] = span.exec(text) ?? [];
  const from = dayOf(firstMonth, firstDay, firstYear, 0);
  const to = dayOf(lastMonth, lastDay, lastYear, 1);
  return from && to && from < to ? { from, to } : undefined;
}

function dayOf(name = '', dayOfMonth = '', year = '', later: 0 | 1): string | undefined {
  const number = months.indexOf(name.slice(0, 3).toLowerCase());
  if (number < 0) return undefined;
  return new Date(Date.UTC(Number(year), number, Number(dayOfMonth) + later)).toISOString().slice(0, 10);
}

/** The first day of the year after that of a day. */
export function yearAfter(day: string): string {
  return `${Number(day.slice(0, 4)) + 1}-01-01`;
}

/** A day written YYYYDDD (day of the year), as YYYY-MM-DD; null where the cell is empty. Throws on anything else. */
export function dayOfYearIn(cell: string): string | null {
  const found = cell.trim();
  // Blank, or a placeholder for no day.
  if (/^(|0+|9999\d{3})$/.test(found)) return null;
  const match = /^(\d{4})(\d{3})$/.exec(found);
  const day = match && dayNumbered(Number(match[1]), Number(match[2]));
  if (day) return day;
  throw new Error(`Expected a day as YYYYDDD, such as 2026001 for 1 January, got ${JSON.stringify(found)}.`);
}

function dayNumbered(year: number, number: number): string | undefined {
  const day = new Date(Date.UTC(year, 0, number)).toISOString().slice(0, 10);
  return number > 0 && day.startsWith(String(year)) ? parseDay(day) : undefined;
}
