/** Dates in official files: months and quarters in names, years, days of the year. */

import { parseDay } from '../../../db/kit/as-of.ts';

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

/** The first day of a quarter. */
export function firstOfQuarter(year: string | number, quarter: string | number): string {
  return `${year}-${String(3 * Number(quarter) - 2).padStart(2, '0')}-01`;
}

/** The first day of the quarter after that of a day. */
export function quarterAfter(day: string): string {
  const quarter = Math.ceil(Number(day.slice(5, 7)) / 3);
  return quarter === 4 ? yearAfter(day) : firstOfQuarter(day.slice(0, 4), quarter + 1);
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
