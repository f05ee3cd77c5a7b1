/** Makes a database beside the one in place, checked, then renamed into place: from the seed's text and all files, or from a copy and the files that arrived. */

import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  copyFileSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type CheckResult, runChecks } from '../../db/findings/checks.ts';
import { derive, deriveAgain } from '../../db/findings/derive.ts';
import type { Touched } from '../../db/findings/touched.ts';
import { appendToFeed } from '../../db/history/written.ts';
import { instantOf } from '../../db/kit/as-of.ts';
import { flush } from '../../db/kit/flush.ts';
import { createStore, holdLock, type WritableStore } from '../../db/kit/store.ts';
import { isOurDatabase } from '../../db/release/is-our-database.ts';
import { programHash } from '../../db/release/program-hash.ts';
import { openIfSound } from '../../db/release/release.ts';
import { createTables } from '../../db/release/schema-sql.ts';
import { catalog } from '../concepts/index.ts';
import type { Place } from '../kit/problems.ts';
import { readSeed } from '../kit/read.ts';
import type { Stopper } from '../kit/stoppable.ts';
import { type Arrivals, type Loaded, libraryHash, libraryOf, readLibrary } from '../load/library/library.ts';
import { continuedFeed } from './feed.ts';
import { finish } from './finish.ts';
import { type Brought, mergeFiles, unidentified, type Watcher } from './load-all.ts';
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

export interface BuildReport {
  readonly contentHash: string;
  readonly counts: Readonly<Record<string, number>>;
  /** What each official file brought. */
  readonly brought: readonly Brought[];
  readonly milliseconds: number;
}

/** The finished data breaks a rule. */
export class CheckError extends Error {
  override readonly name = 'CheckError';
}

/** Another build of the same database is running. */
export class LockError extends Error {
  override readonly name = 'LockError';
}

/** A database cannot be written where it is to be. */
export class FolderError extends Error {
  override readonly name = 'FolderError';
}

const ownFolder = dirname(import.meta.dirname);
const text = ['data/**/*.{yaml,csv}', 'policies/**/*.yaml', 'reports/**/*.yaml', '*.csv'];

/** A hash over all that the rows of a database follow from: the text of the seed, file names included, the program that turns it into rows, and what was loaded. */
export function contentHash(
  database: string,
  folder: string = ownFolder,
  arriving: readonly Loaded[] = [],
): string {
  const loaded = libraryHash([...readLibrary(libraryOf(database)), ...arriving]);
  const hash = createHash('sha256').update(loaded).update(programHash());
  for (const path of globSync(text, { cwd: folder }).sort())
    hash.update(`${path}\n`).update(readFileSync(join(folder, path)));
  return hash.digest('hex');
}

/** Builds the database. Whatever goes wrong, the one in place stays as it was and nothing is left beside it. */
export async function build(options: BuildOptions): Promise<BuildReport> {
  const { database } = options;
  // Refuses what is no database of ours.
  await isOurDatabase(database);
  const letGo = lock(database);
  if (!letGo) {
    throw new LockError(
      `Another build of ${basename(database)} is running. Wait for it to end, then start again.`,
    );
  }
  const draft = `${database}.draft`;
  try {
    // A build that was killed may have left its draft; nobody else is at it while the lock is held.
    rmSync(draft, { force: true });
    options.stopper?.leaves(draft);
    return await makeDraft(draft, options);
  } finally {
    rmSync(draft, { force: true });
    letGo();
  }
}

/** Takes the lock beside a database, in a folder that is made; throws a FolderError where nothing can be written. */
function lock(database: string): ReturnType<typeof holdLock> {
  const folder = dirname(database);
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return holdLock(`${database}.lock`);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : error;
    throw new FolderError(
      `${basename(database)} cannot be built, because ${folder} cannot be written (${code}). Set DATABASE to a path in a folder that can be.`,
    );
  }
}

async function makeDraft(draft: string, options: BuildOptions): Promise<BuildReport> {
  const { database, log, folder = ownFolder, arrivals, dryRun = false, stopper } = options;
  const begun = performance.now();
  const hash = contentHash(database, folder, arrivals?.loads);
  const base = arrivals && goesOn(options, arrivals) ? database : undefined;
  const { store, brought, counts } = await (base
    ? appended(base, draft, hash, options)
    : builtAnew(draft, hash, options));
  store.close();
  if (!dryRun) {
    stopper?.placing();
    // The library first: should the power fail in between, the next start builds with what was loaded.
    arrivals?.enter();
    putInPlace(draft, database);
    log(`${basename(database)} holds release ${hash.slice(0, 12)}.`);
  }
  return { contentHash: hash, counts, brought, milliseconds: Math.round(performance.now() - begun) };
}

/** Whether arrivals can be added to a copy of the release in place: it is sound, of this program, this text and this library. */
function goesOn({ database, folder = ownFolder }: BuildOptions, { loads }: Arrivals): boolean {
  // Pair edits are merged by the first day of their releases, and so with all of them.
  if (loads.some(({ format }) => format === 'ncci-ptp')) return false;
  const last = openIfSound(database);
  last?.close();
  return last?.info.hash === contentHash(database, folder);
}

interface Draft {
  readonly store: WritableStore;
  readonly brought: readonly Brought[];
  readonly counts: BuildReport['counts'];
}

/** A database with everything: the seed's text, the official files, and what follows from both. */
async function builtAnew(draft: string, hash: string, options: BuildOptions): Promise<Draft> {
  const { database, log, folder = ownFolder, arrivals, watcher } = options;
  log('Reading the seed.');
  const entries = readSeed(folder, catalog, log);
  log(`Writing ${entries.length} rows.`);
  const store = createStore(draft);
  return closingOnError(store, async () => {
    createTables(store);
    write(store, entries);
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
async function appended(
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

/** On disk first, then under its name: after a power cut there is the old file or the new one, never half of one. */
function putInPlace(draft: string, database: string): void {
  flush(draft);
  renameSync(draft, database);
  flush(dirname(database));
}
