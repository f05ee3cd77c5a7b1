/** The two ways to make a database: from the seed's text and all files, or from a copy of the release in place and the files that arrived. */

import { constants, copyFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type CheckResult, runChecks } from '../../db/findings/checks.ts';
import { derive, deriveAgain } from '../../db/findings/derive.ts';
import type { Touched } from '../../db/findings/touched.ts';
import { appendToFeed } from '../../db/history/written.ts';
import { instantOf } from '../../db/kit/as-of.ts';
import { createStore, type WritableStore } from '../../db/kit/store.ts';
import { createTables } from '../../db/release/schema-sql.ts';
import { writeZipAreas } from '../concepts/care/zip-areas.ts';
import type { Place } from '../kit/problems.ts';
import type { Stopper } from '../kit/stoppable.ts';
import { type Arrivals, libraryOf, readLibrary } from '../load/library/library.ts';
import { ownFolder } from './content-hash.ts';
import { CheckError } from './errors.ts';
import { continuedFeed } from './feed.ts';
import { finish } from './finish.ts';
import { type Brought, mergeFiles, unidentified, type Watcher } from './merge-files.ts';
import { write } from './write.ts';

export interface BuildOptions {
  /** The database file to build or replace. */
  readonly database: string;
  /** Takes each step as a line. */
  readonly log: (line: string) => void;
  /** The folder of the text; the seed of this project where none is given. */
  readonly folder?: string;
  /** The id of the feed of changes, should a new one begin; made up where none is given. */
  readonly newFeed?: string;
  /** Official files that are to be taken in with those of the library, and to enter it when all went well. */
  readonly arrivals?: Arrivals;
  /** Follows the progress through official files. */
  readonly watcher?: Watcher;
  /** Leaves everything as it is, and only reports what a build would bring. */
  readonly dryRun?: boolean;
  /** May stop it on its way. */
  readonly stopper?: Stopper | undefined;
}

/** A database that is complete and not yet in place. */
export interface Draft {
  readonly store: WritableStore;
  readonly brought: readonly Brought[];
  readonly counts: Readonly<Record<string, number>>;
}

/** A database with everything: the seed's text, the official files, and what follows from both. */
export async function builtAnew(draft: string, hash: string, options: BuildOptions): Promise<Draft> {
  const { database, log, folder = ownFolder, arrivals, watcher } = options;
  log('Reading the seed.');
  // Loaded here, as what is added to a copy reads no text.
  const [{ catalog }, { readSeed }] = await Promise.all([
    import('../concepts/index.ts'),
    import('../kit/read.ts'),
  ]);
  const entries = readSeed(folder, catalog, log);
  log(`Writing ${entries.length} rows.`);
  const store = createStore(draft);
  return closingOnError(store, async () => {
    createTables(store);
    write(store, entries);
    writeZipAreas(store, folder);
    const library = libraryOf(database);
    const files = readLibrary(library).map((loaded) => ({ folder: library, loaded }));
    const { brought } = await mergeFiles(store, [...files, ...arrivingIn(arrivals)], watcher);
    reportUnidentified(brought, log);
    log('Looking for conflicts and gaps.');
    derive(store);
    const checks = checked(store, new Map(entries.map(({ row, place }) => [row.id, place])), log);
    const builtAt = instantOf(new Date());
    const feedId = continuedFeed(store, options, builtAt);
    return { store, brought, counts: finish(store, { contentHash: hash, checks, feedId, builtAt }) };
  });
}

/** A copy of the release in place with the files that arrived: what they state otherwise is written, and that is the feed. */
export async function appended(
  base: string,
  draft: string,
  hash: string,
  { log, arrivals, watcher }: BuildOptions,
): Promise<Draft> {
  log(`Adding to a copy of ${basename(base)}.`);
  copyFileSync(base, draft, constants.COPYFILE_FICLONE);
  const store = createStore(draft);
  return closingOnError(store, async () => {
    const { feedId } = store.get<{ feedId: string }>('select r.feed_id as "feedId" from release r') ?? {
      feedId: '',
    };
    const { brought, touched, written, named } = await mergeFiles(store, arrivingIn(arrivals), watcher);
    reportUnidentified(brought, log);
    log('Looking for conflicts and gaps.');
    deriveAgain(store, touched, named);
    const checks = checked(store, new Map(), log, touched);
    const builtAt = instantOf(new Date());
    log(`Changes since the last release: ${appendToFeed(store, written, builtAt)}.`);
    return { store, brought, counts: finish(store, { contentHash: hash, checks, feedId, builtAt, touched }) };
  });
}

const arrivingIn = (arrivals: Arrivals | undefined) =>
  arrivals?.loads.map((loaded) => ({ folder: arrivals.folder, loaded })) ?? [];

async function closingOnError(store: WritableStore, work: () => Promise<Draft>): Promise<Draft> {
  try {
    return await work();
  } catch (error) {
    store.close();
    throw error;
  }
}

function reportUnidentified(brought: readonly Brought[], log: BuildOptions['log']): void {
  for (const { loaded, reports } of brought)
    if (reports.includes(unidentified)) log(`${loaded.path}: ${unidentified}`);
}

/** What the rules about the data found; a database that breaks one is not finished. */
function checked(
  store: WritableStore,
  places: ReadonlyMap<unknown, Place>,
  log: BuildOptions['log'],
  touched?: Touched,
) {
  log('Checking.');
  const checks = runChecks(store, touched);
  refuseOffenders(checks, places);
  return checks;
}

/** Rows of the seed's text are named with their line, those of official files by their id alone. */
function refuseOffenders(results: readonly CheckResult[], places: ReadonlyMap<unknown, Place>): void {
  const broken = results.filter(({ offenders }) => offenders.length > 0);
  if (broken.length === 0) return;
  const lines = broken.flatMap(({ rule, statement, offenders }) => [
    `${rule}: ${statement}`,
    ...offenders.slice(0, 10).map(({ id, problem }) => {
      const place = places.get(id);
      return `  ${place ? `${place.file}:${place.line}: ` : ''}${id}: ${problem}`;
    }),
    ...(offenders.length > 10 ? [`  … and ${offenders.length - 10} more.`] : []),
  ]);
  throw new CheckError(
    `${lines.join('\n')}\nCorrect the text of these rows, or the rule in db/findings/checks.`,
  );
}
