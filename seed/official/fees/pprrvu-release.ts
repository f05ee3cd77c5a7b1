/** The release of a physician fee schedule file, from its title or name (`RVU25D`), and the participants of its conversion factor. */

import type { ApmStatus, ValueOf } from '../../../db/enums/index.ts';
import { dayIn, decimalIn } from '../../load/format/cells.ts';
import type { Recognised, Sighting } from '../../load/format/format.ts';
import { yearAfter } from '../kit/calendar.ts';

const title = /(20\d\d) National Physician Fee Schedule Relative Value File,?\s+([A-Za-z]{3})[a-z]* Release/i;
const released = /RELEASED\s+(\d{1,2}\/\d{1,2}\/\d{4})/i;
/** `PPRRVU2025_Oct.csv`, `PPRRVU24_JAN.txt`, `OPPSCAP_Oct_2025.csv`. */
const monthInName = /(?:PPRRVU|OPPSCAP)[ _-]*(\d{4}|\d{2})[ _-]*([A-Za-z]{3})/i;
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

/** The release from the title, else the name, else the archive; only the name or the archive may mark it as a correction. */
function named({ name, head, within = '' }: Sighting): Named | undefined {
  const carriers = [carried(name), carried(within)].filter((found) => found !== undefined);
  const month = title.exec(head) ?? monthInName.exec(name);
  const found = month ? inMonth(month[1] ?? '', month[2] ?? '') : carriers[0];
  const corrected = carriers.some(
    ({ year, quarter, corrects }) => corrects && year === found?.year && quarter === found.quarter,
  );
  return found && { ...found, corrects: found.corrects || corrected };
}

/** The second conversion factor of 2024 (in ten-thousandths), from the day on which the act that raised it was signed. */
const raised = { year: '2024', factor: 332875, from: '2024-03-09' };

/** The release of a fee schedule file, as far as its title, name and factor show it. */
export function feeRelease(sighting: Sighting, factor?: string): Recognised {
  const found = named(sighting);
  const [, day = ''] = released.exec(sighting.head) ?? [];
  const published = day === '' ? undefined : (dayIn(day) ?? undefined);
  if (!found) return { published };
  const { year, quarter, corrects } = found;
  const late =
    year === raised.year && quarter === 'A' && factor !== undefined && decimalIn(factor, 4) === raised.factor;
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
  if (/non[ _-]?QPP/i.test(name)) return 'NOT_QUALIFYING_APM';
  if (/(?<![A-Za-z])QPP/i.test(name)) return 'QUALIFYING_APM';
  return factorsOf2026[factor.trim()];
}
