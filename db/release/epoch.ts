/** The epoch of a release: it begins at the last moment at which an answer can have changed. */

import type { Store } from '../kit/store.ts';
import { snake } from '../kit/table.ts';
import { tables } from '../tables/index.ts';
import type { Release } from './release.ts';

/** A span of time in which a release gives one answer to every request. */
export interface Epoch {
  /** Its beginning: the moment for which answers are computed. */
  readonly moment: Date;
  /** Unique over all epochs of all releases. */
  readonly name: string;
  /** Its end, in milliseconds since 1970. */
  readonly until: number;
}

const dayMs = 86_400_000;

const epochs = new WeakMap<Release, Epoch>();

/** Moments after the build at which a recorded time begins or ends; hardly any release has one. */
const changeTimes = new WeakMap<Release, readonly number[]>();

/**
 * The epoch of a moment. Midnight in UTC, the build, and every recorded time after the build begin one. Until the next,
 * every answer about "today" and "now" is the same to the byte, on every server.
 */
export function epochOf(release: Release, now: Date): Epoch {
  const time = now.getTime();
  const last = epochs.get(release);
  if (last && last.moment.getTime() <= time && time < last.until) return last;
  const { hash, builtAt, feedId } = release.info;
  const built = Date.parse(builtAt);
  const midnight = Math.floor(time / dayMs) * dayMs;
  const ahead = changeTimesOf(release);
  // Where the clock is behind that of the build, the epoch is one millisecond.
  const begun =
    built > time ? time : Math.max(midnight, built, ...ahead.filter((turning) => turning <= time));
  const until =
    built > time ? time + 1 : Math.min(midnight + dayMs, ...ahead.filter((turning) => turning > time));
  const moment = new Date(begun);
  const epoch = { moment, until, name: [hash, builtAt, feedId, moment.toISOString()].join(' ') };
  epochs.set(release, epoch);
  return epoch;
}

/** The moments after the build at which a recorded time begins or ends. The first call reads every row. */
export function changeTimesOf(release: Release): readonly number[] {
  const known = changeTimes.get(release);
  if (known) return known;
  const found = recordedAfter(release.store, release.info.builtAt);
  changeTimes.set(release, found);
  return found;
}

/** Keeps the moments of a release that another thread has read. */
export function keepChangeTimes(release: Release, times: readonly number[]): void {
  changeTimes.set(release, times);
}

/** The columns of recorded time, by table. */
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
