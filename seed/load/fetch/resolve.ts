/** Finds the addresses of a release: from the landing page to the page of the release to its files. */

import { FileError } from '../format/file.ts';
import type { Catalog, Listing } from './catalog.ts';
import { type Link, linksOf, linkTo } from './links.ts';
import {
  addressesByRule,
  dayOf,
  dueBy,
  expressionOf,
  filled,
  firstDayNamed,
  nameOf,
  nextQuarter,
  ofEachPart,
} from './release-day.ts';
import { Unreachable } from './unreachable.ts';

/** A file that is to be fetched. */
export interface Wanted {
  /** The name of its release, such as `cms:rvu26d`. */
  readonly name: string;
  readonly url: string;
  /** Which of the files of its release it is; empty where that has one. */
  readonly part: string;
  /** The first day of the release; undefined where it has none. */
  readonly first: string | undefined;
  /** What has to be accepted before. */
  readonly licences: readonly string[];
  /** The page on which a person finds it; undefined where none is known. */
  readonly page: string | undefined;
  /** About how large it is; undefined where that is not known. */
  readonly bytes: number | undefined;
}

/** What a name stands for on a day. */
export interface Resolved {
  readonly files: readonly Wanted[];
  /** Releases that the page has and whose first day has not come. */
  readonly upcoming: readonly string[];
  /** What the user should know, such as that an address is not from the page. */
  readonly notes: readonly string[];
}

/** Fetches a page as text; throws Unreachable where it cannot be read. */
export type FetchText = (url: string) => Promise<string>;

/** Which release of a listing is meant: that in force, those to come, or the one that begins on a day. */
export type Which = 'current' | 'next' | { readonly first: string };

/** A file link with what it tells. */
interface Seen extends Link {
  readonly first: string | undefined;
  readonly part: string;
  /** Of two links to one part of one release the greater is the newer. */
  readonly rank: string;
}

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

function wanted(
  listing: Listing,
  { url, agreement, part = '' }: Link & { readonly part?: string },
  first: string | undefined,
): Wanted {
  const licences = agreement && !listing.licences.includes(agreement) ? [agreement] : [];
  return {
    ...{ name: nameOf(listing, first), url, part, first, page: listing.landing, bytes: listing.bytes },
    licences: [...listing.licences, ...licences],
  };
}

function fixed(listing: Listing): Resolved {
  const files = listing.known.map(({ url, bytes }) => ({
    ...wanted(listing, { url, agreement: undefined, part: new URL(url).pathname }, undefined),
    bytes,
  }));
  return { files, upcoming: [], notes: [] };
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
  const files: Wanted[] = [];
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
  links: readonly Link[],
  ofPage?: string,
): readonly Seen[] {
  if (!template) return [];
  const expression = expressionOf(template);
  return links.flatMap((link, index) => {
    const path = pathOf(link.url);
    const found = expression.exec(path);
    if (!found) return [];
    const { part = '', correction = '', revision = '' } = found.groups ?? {};
    const told = dayOf(found.groups ?? {});
    const first = told && listing.revised ? nextQuarter(told) : (told ?? ofPage);
    const [, mm = '', dd = '', yyyy = ''] =
      /(?:updated|posted|revised)[-_ ]?(\d\d)[-/]?(\d\d)[-/]?(\d{4})/i.exec(path) ?? [];
    // Of links that tell no difference the first on the page is the newest.
    const place = String(100_000 - index);
    const rank = [correction, revision.padStart(3, '0'), `${yyyy}${mm}${dd}`.padStart(8, '0'), place];
    return [{ ...link, first, part: part.toLowerCase(), rank: rank.join(' ') }];
  });
}

/** An address by which it is judged: without its query, and with the slashes that names have. What the page wrote is what is fetched. */
const pathOf = (url: string) => url.replace(/[?#].*$/, '').replace(/%2f/gi, '/');

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

/** What has to be accepted before an address is fetched that a user gives: the page of an agreement, or a file behind one. */
export function addressed(written: string, { listings }: Catalog): Wanted {
  const link = linkTo(written);
  if (!link) throw new FileError({ path: written }, 'Only addresses that begin with https:// are fetched.');
  const of = listings.find(
    (each) =>
      (each.link && expressionOf(template).test(pathOf(link.url))) ||
      known.some(({ url }) => ofEachPart(each, url).includes(link.url)),
  );
  const file = of && wanted(of, link, undefined);
  return {
    ...{ name: written, url: link.url, part: '', first: undefined, bytes: undefined },
    page: of?.landing,
    licences: file?.licences ?? (link.agreement ? [link.agreement] : []),
  };
}
