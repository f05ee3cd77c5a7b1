/** Files that are to be fetched, and what has to be accepted before. */

import { FileError } from '../format/file.ts';
import type { Catalog, Listing } from './catalog.ts';
import { linkTo, type PageLink, pathOf } from './links.ts';
import { expressionOf, nameOf, ofEachPart } from './release-day.ts';

/** A file that is to be fetched. */
export interface FileToFetch {
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
  readonly files: readonly FileToFetch[];
  /** Releases that the page has and whose first day has not come. */
  readonly upcoming: readonly string[];
  /** What the user should know, such as that an address is not from the page. */
  readonly notes: readonly string[];
}

/** Fetches a page as text; throws Unreachable where it cannot be read. */
export type FetchText = (url: string) => Promise<string>;

/** Which release of a listing is meant: that in force, those to come, or the one that begins on a day. */
export type Which = 'current' | 'next' | { readonly first: string };

/** A file of a listing, by a link to it. */
export function wanted(
  listing: Listing,
  { url, agreement, part = '' }: PageLink & { readonly part?: string },
  first: string | undefined,
): FileToFetch {
  const licences = agreement && !listing.licences.includes(agreement) ? [agreement] : [];
  return {
    ...{ name: nameOf(listing, first), url, part, first, page: listing.landing, bytes: listing.bytes },
    licences: [...listing.licences, ...licences],
  };
}

/** What has to be accepted before an address is fetched that a user gives: the page of an agreement, or a file behind one. */
export function addressed(written: string, { listings }: Catalog): FileToFetch {
  const link = linkTo(written);
  if (!link) throw new FileError({ path: written }, 'Only addresses that begin with https:// are fetched.');
  const of = listings.find(
    (each) =>
      (each.link && expressionOf(each.link).test(pathOf(link.url))) ||
      each.known.some(({ url }) => ofEachPart(each, url).includes(link.url)),
  );
  const file = of && wanted(of, link, undefined);
  return {
    ...{ name: written, url: link.url, part: '', first: undefined, bytes: undefined },
    page: of?.landing,
    licences: file?.licences ?? (link.agreement ? [link.agreement] : []),
  };
}
