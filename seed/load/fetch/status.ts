/** What is loaded beside what the calendar of the publishers expects; works without network. */

import type { Loaded } from '../library/library.ts';
import type { Catalog, Listing } from './catalog.ts';
import { type Due, dueBy } from './release-day.ts';

/** A release that is loaded. */
export interface LoadedRelease {
  readonly release: string;
  /** The first day on which it holds. */
  readonly from: string;
  readonly loadedAt: string;
}

/** A kind of published file: what is loaded of it and what is due. */
export interface KindStatus {
  /** As it is loaded by name, or the format of files of many publishers. */
  readonly name: string;
  readonly label: string;
  readonly state: 'NOT_LOADED' | 'OLDER' | 'CURRENT' | 'ANY_DAY' | 'NOT_READ';
  /** The newest release whose first day has come; null where none is loaded. */
  readonly loaded: LoadedRelease | null;
  /** Those whose first day is still to come. */
  readonly ahead: readonly LoadedRelease[];
  /** The release in force by the calendar; null for what has no releases. */
  readonly expected: Due | null;
  readonly next: Due | null;
}

/** The status of every kind of the catalog, and of the formats of many publishers that are loaded. */
export function statusOf(
  loads: readonly Loaded[],
  today: string,
  { listings }: Catalog,
): readonly KindStatus[] {
  const kinds = listings.filter(({ together }) => together);
  const listed = new Set(kinds.flatMap(({ formats }) => formats));
  const others = Map.groupBy(
    loads.filter(({ format }) => !listed.has(format)),
    ({ format }) => format,
  );
  return [
    ...kinds.map((listing) => ofListing(listing, loads, today)),
    ...[...others].map(([format, files]) => ({
      ...{ name: format, label: `in no catalog, ${files.length} loaded`, state: 'ANY_DAY' as const },
      ...{ ...releasesOf(files, today), expected: null, next: null },
    })),
  ];
}

function releasesOf(files: readonly Loaded[], today: string) {
  const sorted = files
    .map(({ release, from, loadedAt }) => ({ release, from, loadedAt }))
    .toSorted((a, b) => (`${a.from} ${a.loadedAt}` < `${b.from} ${b.loadedAt}` ? -1 : 1));
  const ahead = sorted.filter(({ from }) => from > today);
  return {
    loaded: sorted.findLast(({ from }) => from <= today) ?? null,
    // The files of one release are one.
    ahead: [...new Map(ahead.map((each) => [each.release, each])).values()],
  };
}

function ofListing(listing: Listing, loads: readonly Loaded[], today: string): KindStatus {
  const { name, label, formats, loadedPart = '' } = listing;
  const own = loads.filter(({ format, part }) => format === formats[0] && part.startsWith(loadedPart));
  const releases = releasesOf(own, today);
  const due = dueBy(listing, today);
  return {
    ...{ name, label, ...releases, expected: due?.now ?? null, next: due?.next ?? null },
    state: stateOf(listing, releases.loaded, due?.now),
  };
}

function stateOf(
  { formats }: Listing,
  loaded: LoadedRelease | null,
  expected: Due | undefined,
): KindStatus['state'] {
  if (formats.length === 0) return 'NOT_READ';
  if (!loaded) return 'NOT_LOADED';
  if (!expected) return 'ANY_DAY';
  return loaded.from < expected.first ? 'OLDER' : 'CURRENT';
}

const states: Readonly<Record<KindStatus['state'], string>> = {
  NOT_LOADED: 'not loaded',
  OLDER: 'older than the calendar expects',
  CURRENT: 'current',
  ANY_DAY: 'it changes on any day',
  NOT_READ: 'this version does not read it',
};

/** The status as text: three lines a kind. */
export function statusText(kinds: readonly KindStatus[], today: string): string {
  const release = ({ release: called, from }: LoadedRelease) => `${called}, from ${from}`;
  const lines = kinds.flatMap(({ name, label, state, loaded, ahead, expected, next }) => [
    `${name}: ${label}: ${states[state]}`,
    `  loaded    ${[...(loaded ? [`${release(loaded)}, on ${loaded.loadedAt.slice(0, 10)}`] : ['nothing that is in force']), ...ahead.map((each) => `ahead ${release(each)}`)].join('; ')}`,
    ...(expected ? [`  expected  ${expected.name}, from ${expected.first}`] : []),
    ...(next ? [`  next      ${next.name}, from ${next.first}, appears ${next.appears}`] : []),
  ]);
  return [
    ...lines,
    `By the calendar on ${today}; no page was read. Load what is there now: npm run load -- cms:current`,
  ].join('\n');
}
