/** The release of a physician fee schedule file, from its title or name (`RVU25D`), and the participants of its conversion factor. */

import type { ApmStatus, ValueOf } from '../../../db/enums/index.ts';
import { dayIn } from '../../load/format/cells.ts';
import type { Recognised, Sighting } from '../../load/format/format.ts';
import { yearAfter } from '../kit/calendar.ts';

const title = /(20\d\d) National Physician Fee Schedule Relative Value File,?\s+([A-Za-z]{3})[a-z]* Release/i;
const released = /RELEASED\s+(\d{1,2}\/\d{1,2}\/\d{4})/i;
/** `PPRRVU2025_Oct.csv`, `PPRRVU24_JAN.txt`. */
const monthInName = /(?:PPRRVU|OPPSCAP)[ _-]*(20\d\d|\d\d)[ _-]*([A-Z]{3})/i;
/** `OPPSCAP_Oct_2025.csv`, `OPPSCAP_OCT25.txt`. */
const monthThenYear = /(?:PPRRVU|OPPSCAP)[ _-]*([A-Z]{3})[a-z]*[ _-]*(20\d\d|\d\d)(?!\d)/i;
/** `OPPSCAP_Oct.csv`, which leaves the year to the files beside it. */
const monthAlone = /(?:PPRRVU|OPPSCAP)[ _-]*([A-Z]{3})/i;
/** `RVU25D.zip`, `rvu26c-updated-06-30-2026.zip`; not the RVU of PPRRVU25. */
const releaseInName = /(?<![A-Z])RVU(\d\d)([A-D])(R?)(?![A-Z])/gi;

const quarters: Readonly<Record<string, string>> = { jan: 'A', apr: 'B', jul: 'C', oct: 'D' };
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

interface Named {
  readonly year: string;
  readonly quarter: string;
  /** Whether it corrects the release of its quarter. */
  readonly corrects: boolean;
}

/** The release of a year and a month; a month inside a quarter corrects the release of that quarter. */
function inMonth(year: string, month: string): Named | undefined {
  const number = months.indexOf(month.toLowerCase());
  const quarter = quarters[months[number - (number % 3)] ?? ''];
  if (!quarter) return undefined;
  return { year: year.length === 2 ? `20${year}` : year, quarter, corrects: number % 3 !== 0 };
}

/** The release in the name of a file or folder; the innermost counts. */
function carried(text: string): Named | undefined {
  const found = [...text.matchAll(releaseInName)].at(-1);
  if (!found) return undefined;
  const [, year = '', quarter = '', corrects = ''] = found;
  return { year: `20${year}`, quarter: quarter.toUpperCase(), corrects: corrects !== '' };
}

/** The year and month in the title of a file, else in its name. */
function monthOf({ name, head }: Sighting): Named | undefined {
  const yearFirst = title.exec(head) ?? monthInName.exec(name);
  if (yearFirst) return inMonth(yearFirst[1] ?? '', yearFirst[2] ?? '');
  const monthFirst = monthThenYear.exec(name);
  return monthFirst ? inMonth(monthFirst[2] ?? '', monthFirst[1] ?? '') : undefined;
}

/** The one release of the files beside it, unless the month in its name is of another quarter. */
function neighbour({ name, beside = [] }: Sighting): Named | undefined {
  const releases = [...new Set(beside.filter((release) => /^RVU\d/.test(release)))];
  const found = releases.length === 1 ? carried(releases[0] ?? '') : undefined;
  const [, month] = monthAlone.exec(name) ?? [];
  const own = found && month ? inMonth(found.year, month) : undefined;
  return own && own.quarter !== found?.quarter ? undefined : found;
}

/** The release from the title, else the name, else the archive, else its neighbours; only name or archive mark a correction. */
function named(sighting: Sighting): Named | undefined {
  const carriers = [carried(sighting.name), carried(sighting.within ?? '')].filter((found) => !!found);
  const found = monthOf(sighting) ?? carriers[0] ?? neighbour(sighting);
  const corrected = carriers.some(
    ({ year, quarter, corrects }) => corrects && year === found?.year && quarter === found.quarter,
  );
  return found && { ...found, corrects: found.corrects || corrected };
}

/** The second conversion factor of 2024 (in dollars), from the day on which the act that raised it was signed. */
const raised = { year: '2024', factor: 33.2875, from: '2024-03-09' };

/** A day; undefined where there is none, or where what is written is no day of the calendar. */
function dayOrNone(text: string): string | undefined {
  try {
    return dayIn(text) ?? undefined;
  } catch {
    return undefined;
  }
}

/** The release of a fee schedule file, as far as its title, name and factor show it. */
export function feeRelease(sighting: Sighting, factor?: string): Recognised {
  const found = named(sighting);
  const [, day = ''] = released.exec(sighting.head) ?? [];
  const published = dayOrNone(day);
  if (!found) return { published };
  const { year, quarter, corrects } = found;
  const late = year === raised.year && quarter === 'A' && Number(factor) === raised.factor;
  const first = `${year}-${{ A: '01', B: '04', C: '07', D: '10' }[quarter]}-01`;
  return {
    release: `RVU${year.slice(2)}${quarter}${corrects || late ? 'R' : ''}`,
    from: late ? raised.from : first,
    to: yearAfter(first),
    published,
  };
}

/** The two factors of 2026, for a file whose name does not state the participants. */
const factorsOf2026: Readonly<Record<string, ValueOf<typeof ApmStatus>>> = {
  '33.4009': 'NOT_QUALIFYING_APM',
  '33.5675': 'QUALIFYING_APM',
};

/** The participants to whom the factor of a file applies: until 2025 all, then by name or factor; undefined where not known. */
export function appliesTo(name: string, year: string, factor: string): ValueOf<typeof ApmStatus> | undefined {
  if (year < '2026') return 'ALL';
  const [found, not] =
    /(?<![a-z])(non[ _-]?(?:qualifying[ _-]?)?)?(?:QPP?|(?:qualifying[ _-]?)?APM)(?![a-z])/i.exec(name) ?? [];
  if (found) return not ? 'NOT_QUALIFYING_APM' : 'QUALIFYING_APM';
  return factorsOf2026[factor.trim()];
}
