/** The feed of changes of a database that was built anew: it goes on from the release that it replaces. */

import { randomBytes } from 'node:crypto';
import { carryFeed } from '../../db/history/changes.ts';
import type { WritableStore } from '../../db/kit/store.ts';
import { openPredecessor } from '../../db/release/release.ts';

export interface FeedOptions {
  /** The database that is about to be replaced. */
  readonly database: string;
  /** The id of the feed of changes, should a new one begin; made up where none is given. */
  readonly newFeed?: string;
  readonly log: (line: string) => void;
}

/** Continues the feed of changes of the release in place, or begins a new one; returns the id of the feed. */
export function continuedFeed(
  store: WritableStore,
  { database, newFeed, log }: FeedOptions,
  builtAt: string,
): string {
  // Without a readable predecessor there is no feed to continue.
  const last = openPredecessor(database);
  try {
    const added = last && carryFeed(store, last.store, builtAt);
    if (last && added !== undefined) {
      log(`Changes since the last release: ${added}.`);
      return last.info.feedId;
    }
    log('A new feed of changes begins.');
    return newFeed ?? randomBytes(12).toString('base64url');
  } finally {
    last?.close();
  }
}
