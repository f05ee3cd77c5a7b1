/** The moment for which a release answers now: the last one at which an answer can have changed. */

import type { Store } from '../kit/store.ts';
import { snake } from '../kit/table.ts';
import { tables } from '../tables/index.ts';
import type { Release } from './release.ts';

/** A span of time in which a release has one answer to whatever it is asked. */
export interface Epoch {
  /** Its beginning: the moment for which everything is worked out. */
  readonly moment: Date;
  /** Differs from that of any other epoch of any other release. */
  readonly name: string;
  /** Its end, in milliseconds of the clock. */
  readonly until: number;
}

const dayMs = 86_400_000;

const epochs = new WeakMap<Release, Epoch>();

/** Moments after its build at which a release begins or ceases to hold something; hardly any release has one. */
const turnings = new WeakMap<Release, readonly number[]>();

/**
 * The epoch of a moment. A day, the build, and what was recorded ahead of it begin one. Until the next, everything
 * asked of "today" and "now" comes out the same to the byte, whenever and wherever it is asked.
 */
export function epochOf(release: Release, now: Date): Epoch {
  const time = now.getTime();
  const last = epochs.get(release);
  if (last && last.moment.getTime() <= time && time < last.until) return last;
  const { hash, builtAt, feedId } = release.info;
  const built = Date.parse(builtAt);
  const midnight = Math.floor(time / dayMs) * dayMs;
  const ahead = turningsOf(release);
  // Where the clock is behind that of the build nothing is certain but the clock.
  const begun =
    built > time ? time : Math.max(midnight, built, ...ahead.filter((turning) => turning <= time));
  const until =
    built > time ? time + 1 : Math.min(midnight + dayMs, ...ahead.filter((turning) => turning > time));
  const moment = new Date(begun);
  const epoch = { moment, until, name: [hash, builtAt, feedId, moment.toISOString()].join(' ') };
  epochs.set(release, epoch);
  return epoch;
}

/** Reads them before anyone waits for it: every row is looked at. */
export function turningsOf(release: Release): readonly number[] {
  const known = turnings.get(release);
  if (known) return known;
  const found = recordedAfter(release.store, release.info.builtAt);
  turnings.set(release, found);
  return found;
}

/** Columns that say when something begins or ceases to be known, by table. */
const recorded = tables
  .map(({ name, columns }) => ({
    name,
    columns: ['recordedFrom', 'recordedTo'].filter((column) => column in columns).map(snake),
  }))
  .filter(({ columns }) => columns.length > 0);

function recordedAfter(store: Store, builtAt: string): readonly number[] {
  const found = recorded.flatMap(({ name, columns }) => {
    const later = columns.map((column) => `${column} > :builtAt`).join(' or ');
    const sql = `select distinct ${columns.join(', ')} from ${name} where ${later}`;
    return store
      .all<Readonly<Record<string, string | null>>>(sql, { builtAt })
      .flatMap(Object.values<string | null>);
  });
  const moments = found.flatMap((at) => (at !== null && at > builtAt ? Date.parse(at) : []));
  return [...new Set(moments)].sort((a, b) => a - b);
}
