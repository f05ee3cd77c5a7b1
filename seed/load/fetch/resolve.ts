/** Finds the addresses of a release: from the landing page to the page of the release to its files. */

import { quarterAfter } from '../../../db/kit/quarter.ts';
import { FileError } from '../format/file.ts';
import type { Listing } from './catalog.ts';
import { catalogued, fixed } from './catalogued.ts';
import { linksOf, type PageLink, pathOf } from './links.ts';
import { dayOf, expressionOf, filled, nameOf } from './release-day.ts';
import { Unreachable } from './unreachable.ts';
import { type FetchText, type FileToFetch, type Resolved, type Which, wanted } from './wanted.ts';

/** A file link with what it tells. */
interface Seen extends PageLink {
  readonly first: string | undefined;
  readonly part: string;
  /** Of two links to one part of one release the greater is the newer. */
  readonly rank: string;
}

/** What a release of a listing is, by its pages; where these cannot be read, by the addresses that the catalog knows. */
export async function resolve(
  listing: Listing,
  which: Which,
  today: string,
  fetchText: FetchText,
): Promise<Resolved> {
  if (!listing.link) return fixed(listing);
  try {
    return await fromPages(listing, which, today, fetchText);
  } catch (error) {
    if (!(error instanceof Unreachable) || error.offline) throw error;
    return fromCatalog(listing, which, today, error);
  }
}

async function fromPages(
  listing: Listing,
  which: Which,
  today: string,
  fetchText: FetchText,
): Promise<Resolved> {
  const landing = listing.read ?? listing.landing;
  const links = linksOf(await fetchText(landing), landing);
  if (!listing.pages) return chosen(listing, seenIn(listing, listing.link, links), which, today, landing);
  const pages = newest(seenIn(listing, listing.pages, links));
  // A landing page may list the newest releases only: an older one has its page all the same.
  const { now: listed, upcoming } = onDay(pages, which, today);
  const now = listed.length === 0 && typeof which === 'object' ? pageByRule(listing, which.first) : listed;
  if (now.length === 0 && which !== 'next') throw notOn(landing, listing, which, pages);
  const files: FileToFetch[] = [];
  for (const page of now) {
    const text = await fetchText(page.url);
    const found = seenIn(listing, listing.link, linksOf(text, page.url), page.first);
    const ofPage = newest(found.filter(({ first }) => first === page.first));
    if (ofPage.length === 0) throw notOn(page.url, listing, { first: page.first ?? '' }, found);
    files.push(...ofPage.map((each) => ({ ...wanted(listing, each, each.first), page: page.url })));
  }
  return { files, upcoming: upcoming.map((first) => nameOf(listing, first)), notes: [] };
}

function pageByRule({ page }: Listing, first: string): readonly Seen[] {
  if (!page) return [];
  return [{ url: filled(page, first), agreement: undefined, first, part: '', rank: '' }];
}

/** The links that fit an expression, with the day of the page where they tell none. */
function seenIn(
  listing: Listing,
  template: string | undefined,
  links: readonly PageLink[],
  ofPage?: string,
): readonly Seen[] {
  if (!template) return [];
  const expression = expressionOf(template);
  return links.flatMap((link, index) => {
    const path = pathOf(link.url);
    const found = expression.exec(path);
    if (!found) return [];
    const { part = '', correction = '', revision = '' } = found.groups ?? {};
    const ofLink = dayOf(found.groups ?? {});
    const first = ofLink && listing.revised ? quarterAfter(ofLink) : (ofLink ?? ofPage);
    const [, mm = '', dd = '', yyyy = ''] =
      /(?:updated|posted|revised)[-_ ]?(\d\d)[-/]?(\d\d)[-/]?(\d{4})/i.exec(path) ?? [];
    // Of links that tell no difference the first on the page is the newest.
    const place = String(100_000 - index);
    const rank = [correction, revision.padStart(3, '0'), `${yyyy}${mm}${dd}`.padStart(8, '0'), place];
    return [{ ...link, first, part: part.toLowerCase(), rank: rank.join(' ') }];
  });
}

/** Of each part of each release the newest link. */
function newest(seen: readonly Seen[]): readonly Seen[] {
  const alike = Map.groupBy(seen, ({ first, part }) => `${first} ${part}`).values();
  return [...alike].map((each) => each.reduce((best, other) => (other.rank > best.rank ? other : best)));
}

/** What is meant of the releases seen, and the names' days of those that are still to come. */
function onDay(seen: readonly Seen[], which: Which, today: string) {
  const days = [...new Set(seen.map(({ first }) => first ?? ''))].sort();
  const current = days.findLast((day) => day <= today);
  const upcoming = days.filter((day) => day > today);
  const meant = typeof which === 'object' ? [which.first] : which === 'next' ? upcoming : [current];
  return { now: seen.filter(({ first = '' }) => meant.includes(first)), upcoming };
}

function chosen(
  listing: Listing,
  seen: readonly Seen[],
  which: Which,
  today: string,
  page: string,
): Resolved {
  const { now, upcoming } = onDay(newest(seen), which, today);
  if (now.length === 0 && which !== 'next') throw notOn(page, listing, which, seen);
  for (const [first = '', ofDay] of Map.groupBy(now, (each) => each.first)) {
    const missing = listing.parts.filter((part) => !ofDay.some((each) => each.part === part));
    if (missing.length > 0)
      throw new FileError(
        { path: page },
        `This page has ${nameOf(listing, first)} without ${missing.join(', ')}. It may be about to be posted: try again later, or fetch from the page what there is and load that: npm run load -- FILE.`,
      );
  }
  return {
    files: now.map((each) => wanted(listing, each, each.first)),
    upcoming: upcoming.map((first) => nameOf(listing, first)),
    notes: [],
  };
}

function notOn(page: string, listing: Listing, which: Which, seen: readonly Seen[]): FileError {
  const names = new Set(seen.flatMap(({ first }) => (first ? [nameOf(listing, first)] : [])));
  const there = names.size > 0 ? `It has ${[...names].join(', ')}.` : 'Its layout may have changed.';
  const name = typeof which === 'object' ? nameOf(listing, which.first) : listing.name;
  return new FileError(
    { path: page },
    `This page has no link to ${name}. ${there} Ask for one of these, or open the page in a browser, save the file and load it: npm run load -- FILE.`,
  );
}

/** The addresses that the catalog knows, where a page cannot be read. */
function fromCatalog(listing: Listing, which: Which, today: string, because: Unreachable): Resolved {
  const { files, byRule } = catalogued(listing, which, today);
  if (files.length === 0 && which !== 'next')
    throw new FileError(
      { path: listing.landing },
      `${because.problem} No address of ${nameOf(listing, typeof which === 'object' ? which.first : undefined)} is known without this page. Open it in a browser, save the file and load it: npm run load -- FILE.`,
    );
  const instead = `In its place the address is taken that this version ${byRule ? 'derives by rule' : 'knows'}: ${files.map(({ url }) => url).join(' ')}. It may not be the newest.`;
  return {
    files,
    upcoming: [],
    notes: [files.length > 0 ? `${because.message} ${instead}` : because.message],
  };
}
