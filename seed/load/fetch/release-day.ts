/** The first day of a release, in the parts by which names and addresses write it, and the calendar of releases. */

import { parseDay } from '../../../db/kit/as-of.ts';
import { firstOfQuarter, quarterOf } from '../../../db/kit/quarter.ts';
import type { Listing } from './catalog.ts';

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);
const letters = 'abcd';
/** The first version of pair edits is of 1996; a version is ten times the years since this one, and the quarter. */
const versionZero = 1994;

/** The parts of a day that a template may name, each with the expression that reads it and the text that it is written as. */
const parts = {
  yyyy: { reads: '20\\d\\d', of: ({ year }) => `${year}` },
  yy: { reads: '\\d\\d', of: ({ year }) => `${year}`.slice(2) },
  mm: { reads: '0[1-9]|1[0-2]', of: ({ month }) => two(month) },
  dd: { reads: '[0-3]\\d', of: ({ day }) => two(day) },
  letter: { reads: '[a-d]', of: ({ month }) => letters.charAt(quarterOf(month) - 1) },
  quarter: { reads: '[1-4]', of: ({ month }) => `${quarterOf(month)}` },
  month: { reads: months.join('|'), of: ({ month }) => months[month - 1] ?? '' },
  fiscal: { reads: '20\\d\\d', of: ({ year, month }) => `${month >= 10 ? year + 1 : year}` },
  version: {
    reads: '\\d{2,3}',
    of: ({ year, month }) => `${10 * (year - versionZero) + quarterOf(month) - 1}`,
  },
  half: { reads: '[01]', of: ({ month }) => (month > 6 ? '1' : '0') },
} as const satisfies Record<string, { reads: string; of: (day: Calendar) => string }>;

interface Calendar {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

type PartName = keyof typeof parts;
const placeholder = new RegExp(`\\{(${Object.keys(parts).join('|')})\\}`, 'g');
const two = (n: number) => String(n).padStart(2, '0');

/** A template such as `rvu{yy}{letter}` with the parts of a day filled in. */
export function filled(template: string, first: string): string {
  const [year = 0, month = 0, day = 0] = first.split('-').map(Number);
  return template.replace(placeholder, (_, name: PartName) => parts[name].of({ year, month, day }));
}

/** A template as an expression, capitals aside, whose groups are the parts. */
export function expressionOf(template: string): RegExp {
  return new RegExp(
    template.replace(placeholder, (_, name: PartName) => `(?<${name}>${parts[name].reads})`),
    'i',
  );
}

/** The first day that the groups of such an expression tell; undefined where they tell none or no day of the calendar. */
export function dayOf(found: Readonly<Partial<Record<PartName, string>>>): string | undefined {
  const { yyyy, yy, mm, dd, letter, quarter, month, fiscal, version, half } = found;
  if (version) return quarterDay(versionZero + Math.floor(Number(version) / 10), (Number(version) % 10) + 1);
  if (fiscal) return `${Number(fiscal) - 1}-10-01`;
  const year = yyyy ?? (yy && `20${yy}`);
  if (!year) return undefined;
  if (letter) return quarterDay(year, letters.indexOf(letter.toLowerCase()) + 1);
  if (quarter) return quarterDay(year, Number(quarter));
  if (half) return `${year}-${half === '1' ? '07' : '01'}-01`;
  const number = month ? months.indexOf(month.toLowerCase()) + 1 : Number(mm ?? 1);
  return calendarDay(`${year}-${two(number)}-${dd ?? '01'}`);
}

const quarterDay = (year: string | number, quarter: number) =>
  quarter >= 1 && quarter <= 4 ? firstOfQuarter(year, quarter) : undefined;

function calendarDay(text: string): string | undefined {
  try {
    return parseDay(text);
  } catch {
    return undefined;
  }
}

/** What the listing has for releases that begin on such a day of the year. */
const firstOf = ({ firsts }: Listing, day: string) => firsts.find((each) => day.endsWith(each.day));

/** The name of a release by its first day, such as `cms:rvu26d`; that of the listing where it has no releases. */
export function nameOf(listing: Listing, first: string | undefined): string {
  const template = (first && firstOf(listing, first)?.written) ?? listing.written;
  return first && template ? filled(template, first) : listing.name;
}

/** The address by rule, for each part; empty where the listing has no rule. */
export function addressesByRule(listing: Listing, first: string): readonly string[] {
  const rule = firstOf(listing, first)?.rule ?? listing.rule;
  if (!rule) return [];
  return ofEachPart(listing, filled(rule, first));
}

/** An address for each of the parts of a release, where it has any. */
export function ofEachPart({ parts: all }: Listing, url: string): readonly string[] {
  return url.includes('{part}') ? all.map((part) => url.replace('{part}', part)) : [url];
}

/** The first day of the release of this name; undefined where it is no name of one. */
export function firstDayNamed(listing: Listing, name: string): string | undefined {
  const templates = [listing.written, ...listing.firsts.map(({ written }) => written)];
  for (const template of templates.filter((each) => each !== undefined)) {
    const groups = expressionOf(`^${template}$`).exec(name)?.groups;
    const day = groups && dayOf(groups);
    if (day) return day;
  }
  return undefined;
}

/** A release that the calendar has, whether or not it was seen. */
export interface Due {
  readonly name: string;
  readonly first: string;
  /** When it appears, in words. */
  readonly appears: string;
}

/** The release in force by the calendar, and the next one; undefined for what has no releases. */
export function dueBy(
  listing: Listing,
  today: string,
): { readonly now: Due; readonly next: Due } | undefined {
  const year = Number(today.slice(0, 4));
  const since = Math.ceil(listing.lag / 12) + 1;
  const all = Array.from({ length: since + 2 }, (_, index) => year - since + index)
    .flatMap((each) => listing.firsts.map(({ day, appears }) => ({ first: `${each}-${day}`, appears })))
    .map(({ first, appears }) => ({ name: nameOf(listing, first), first, appears }))
    .sort((a, b) => (a.first < b.first ? -1 : 1));
  const now = all.findLast(({ first }) => monthsAfter(first, listing.lag) <= today);
  const next = all.find(({ first }) => monthsAfter(first, listing.lag) > today);
  return now && next && { now, next };
}

function monthsAfter(day: string, count: number): string {
  const [year = 0, month = 0, rest = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + count, rest)).toISOString().slice(0, 10);
}
