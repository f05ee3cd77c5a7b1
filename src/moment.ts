/** The moment for which a release answers now: the last one at which an answer can have changed. */

import type { Release } from '../db/release.ts';
import type { Store } from '../db/store.ts';
import { snake } from '../db/table.ts';
import { tables } from '../db/tables.ts';

/** Moments after its build at which a release begins or ceases to hold something; hardly any release has one. */
const turnings = new WeakMap<Release, readonly number[]>();

/**
 * Between two such moments everything asked of "today" and "now" has one answer, so all of it is worked out for the
 * same moment and comes out the same to the byte, whenever and wherever it is asked. They are the beginnings of days,
 * the build, and what was recorded ahead of it.
 */
function momentOf(release: Release, now: Date): Date {
  const built = Date.parse(release.info.builtAt);
  // Where the clock is behind that of the build nothing is certain but the clock.
  if (built > now.getTime()) return now;
  const midnight = Date.parse(`${now.toISOString().slice(0, 10)}T00:00:00Z`);
  const passed = turningsOf(release).filter((turning) => turning <= now.getTime());
  return new Date(Math.max(midnight, built, ...passed));
}

/** That moment, and a name for all there is to be asked of a release at it: nothing of one such epoch holds in another. */
export function epochOf(release: Release, now: Date): { readonly moment: Date; readonly epoch: string } {
  const moment = momentOf(release, now);
  const { hash, builtAt, feedId } = release.info;
  return { moment, epoch: [hash, builtAt, feedId, moment.toISOString()].join(' ') };
}

function turningsOf(release: Release): readonly number[] {
  const known = turnings.get(release);
  if (known) return known;
  const found = recordedAfter(release.store, release.info.builtAt);
  turnings.set(release, found);
  return found;
}

const recorded = tables
  .flatMap(({ name, columns }) =>
    ['recordedFrom', 'recordedTo']
      .filter((column) => column in columns)
      .map((column) => `select ${snake(column)} as at from ${name} where ${snake(column)} > :builtAt`),
  )
  .join(' union ');

function recordedAfter(store: Store, builtAt: string): readonly number[] {
  return store.all<{ readonly at: string }>(recorded, { builtAt }).map(({ at }) => Date.parse(at));
}
