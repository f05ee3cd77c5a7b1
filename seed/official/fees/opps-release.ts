/** The release of an addendum of the hospital outpatient payment system, from its title or name, and how its amounts are read. */

import { quarterAfter } from '../../../db/kit/quarter.ts';
import type { Recognised, Sighting } from '../../load/format/format.ts';
import { monthInName, monthNamed } from '../kit/calendar.ts';
import { isProposed } from '../kit/not-of-medicare.ts';
import { fineDollars, numberIn } from '../kit/ranges.ts';

/** `2026 January Web Addendum B.12.29.25.csv` was published on 29 December 2025. */
function publishedIn(name: string): string | undefined {
  const match = /(?<!\d)(\d\d)\.(\d\d)\.(?:20)?(\d\d)\.\w+$/.exec(name);
  return match ? `20${match[3]}-${match[1]}-${match[2]}` : undefined;
}

/** A price in ten-thousandths of a dollar; null for zero, which means no price. */
export function pricedAt(cell: string): number | null {
  return numberIn(cell, fineDollars) || null;
}

/** The quarter in the name of the innermost archive or folder of an addendum: `october-2023-opps-addendum-b.zip`. */
function quarterOf(within: string): string | undefined {
  const part = within.split('/').findLast((each) => /addendum|opps/i.test(each) && monthInName(each));
  return part && monthInName(part);
}

/** A release with only a year. */
const yearOnly = /^OPPS \d{4}$/;

/** The note on rows of a release that names only its year. */
export function yearOnlyNote(release: string): string | null {
  return yearOnly.test(release)
    ? 'The file names its year and not its quarter; it was taken to hold from the first day of the year.'
    : null;
}

/** The release of a file whose table begins with this heading; undefined for any other file. */
export function addendumRelease(sighting: Sighting, heading: RegExp): Recognised | undefined {
  const { name, head, within = '' } = sighting;
  const at = heading.exec(head);
  if (!at || isProposed(sighting)) return undefined;
  const above = `${head.slice(0, at.index)}\n${name}`;
  const quarter = monthInName(name) ?? monthNamed(above) ?? quarterOf(within);
  const year = /(?:CY|Addendum.?[AB])[ _.-]*(20\d\d)/i.exec(above)?.[1];
  const from = quarter ?? (year && `${year}-01-01`);
  if (!from) return { published: publishedIn(name) };
  const release = quarter ? `OPPS ${from.slice(0, 7)}` : `OPPS ${year}`;
  // Rates of drugs and devices are set anew each quarter.
  return { release, from, to: quarterAfter(from), published: publishedIn(name) };
}
