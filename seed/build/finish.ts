/** Writes a database's description of itself: the results of the checks, the feed of changes, and last its release row. */

import { randomBytes } from 'node:crypto';
import type { CheckResult } from '../../db/findings/checks.ts';
import { carryFeed } from '../../db/history/changes.ts';
import { instantOf } from '../../db/kit/as-of.ts';
import type { WritableStore } from '../../db/kit/store.ts';
import { insertSql } from '../../db/kit/table.ts';
import { largestGroups } from '../../db/release/largest-groups.ts';
import { programHash, programVersion } from '../../db/release/program-hash.ts';
import { openPredecessor } from '../../db/release/release.ts';
import { checkResult, release } from '../../db/tables/index.ts';
import { contentHash, countRows } from './write.ts';

/** What is recorded about a database besides its data. */
export interface Finishing {
  /** The database that is about to be replaced. */
  readonly database: string;
  readonly seedHash: string;
  readonly checks: readonly CheckResult[];
  /** The id of the feed of changes if a new one begins. */
  readonly newFeed?: string;
  readonly log: (line: string) => void;
}

/** Finishes a database that has all its data; returns its hashes and row counts. */
export function finish(store: WritableStore, options: Finishing) {
  const { seedHash, checks } = options;
  for (const { rule, statement, offenders } of checks)
    store.run(insertSql(checkResult), { rule, statement, offenders: offenders.length });
  const builtAt = instantOf(new Date());
  const feedId = feedOf(store, options, builtAt);
  store.exec('analyze');
  const counts = countRows(store);
  const hash = contentHash(store);
  store.run(insertSql(release), {
    contentHash: hash,
    seedHash,
    programHash: programHash(),
    programVersion: programVersion(),
    feedId,
    builtAt,
    counts: JSON.stringify(counts),
    largestGroups: JSON.stringify(largestGroups(store)),
  });
  return { contentHash: hash, seedHash, counts };
}

/** Continues the feed of changes of the release in place, or begins a new one; returns the id of the feed. */
function feedOf(store: WritableStore, { database, newFeed, log }: Finishing, builtAt: string): string {
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
