/** What the catalog itself knows of a name: its listing and release, and addresses without reading a page. */

import { FileError } from '../format/file.ts';
import type { Catalog, Listing } from './catalog.ts';
import { addressesByRule, dueBy, firstDayNamed, nameOf, ofEachPart } from './release-day.ts';
import { type Resolved, type Which, wanted } from './wanted.ts';

/** The listing and release that a name such as `cms:rvu26d` or `cms:rvu` stands for; throws a FileError that lists the names. */
export function listingNamed(name: string, { listings }: Catalog): { listing: Listing; which: Which } {
  for (const listing of listings) {
    if (listing.name === name) return { listing, which: 'current' };
    const first = firstDayNamed(listing, name);
    if (first) return { listing, which: { first } };
  }
  const names = listings.map((listing) => `${listing.name} (${listing.label})`).join(', ');
  throw new FileError(
    { path: name },
    `There is no such name. Say one of cms:current, cms:next, ${names}, each also with a release, such as cms:rvu26d, cms:icd10cm-2027, cms:ptp-2026q4 or cms:hcpcs-2026-10; or hospital:<domain>, payer:<address>, an https address, or a file.`,
  );
}

/** The files of a listing whose addresses are fixed. */
export function fixed(listing: Listing): Resolved {
  const files = listing.known.map(({ url, bytes }) => ({
    ...wanted(listing, { url, agreement: undefined, part: new URL(url).pathname }, undefined),
    bytes,
  }));
  return { files, upcoming: [], notes: [] };
}

/** The addresses of a release without reading a page: those that the catalog knows, else those by rule, which may not exist. */
export function catalogued(listing: Listing, which: Which, today: string) {
  if (!listing.link) return { files: fixed(listing).files, byRule: false };
  const first = typeof which === 'object' ? which.first : expectedDay(listing, which, today);
  if (!first) return { files: [], byRule: false };
  const name = nameOf(listing, first);
  const known = listing.known
    .filter(({ release }) => release === name)
    .flatMap(({ url }) => ofEachPart(listing, url));
  // What is to come is not guessed at.
  const urls = known.length > 0 || which === 'next' ? known : addressesByRule(listing, first);
  const files = urls.map((url, index) =>
    wanted(listing, { url, agreement: undefined, part: listing.parts[index] ?? '' }, first),
  );
  return { files, byRule: known.length === 0 };
}

/** The first day of the release in force, or of the next one: by the calendar, or a newer one that is known. */
function expectedDay(listing: Listing, which: 'current' | 'next', today: string): string | undefined {
  const due = dueBy(listing, today);
  if (which === 'next') return due?.next.first;
  const days = listing.known.map(({ release }) => release && firstDayNamed(listing, release));
  return [due?.now.first, ...days]
    .filter((day) => day !== undefined && day <= today)
    .sort()
    .at(-1);
}
