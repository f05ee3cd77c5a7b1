/** Builds the database from the seed's text: a new file beside the old one, checked, then renamed into place. */

import { createHash } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  globSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { runChecks } from '../db/checks.ts';
import { derive } from '../db/derive.ts';
import { migrate } from '../db/migrate.ts';
import { createStore, holdLock } from '../db/store.ts';
import { catalog } from './catalog.ts';
import { type Finishing, finish } from './finish.ts';
import { readSeed } from './read.ts';
import type { Entry } from './source.ts';
import { write } from './write.ts';

export interface BuildOptions {
  /** The database file to build or replace. */
  readonly database: string;
  /** Told each step in a line. */
  readonly log: (line: string) => void;
  /** The folder of the text; the seed of this project where none is given. */
  readonly folder?: string;
  /** The id of the feed of changes, should a new one begin; made up where none is given. */
  readonly newFeed?: string;
}

export interface BuildReport {
  readonly contentHash: string;
  readonly seedHash: string;
  readonly counts: Readonly<Record<string, number>>;
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

const ownFolder = import.meta.dirname;
const text = ['data/**/*.{yaml,csv}', 'policies/**/*.yaml', 'reports/**/*.yaml', '*.csv'];
const program = ['seed/**/*.ts', 'db/**/*.sql'];

/** A hash over the text of the seed, file names included, and over the program that turns it into rows. */
export function seedHash(folder: string = ownFolder): string {
  const hash = createHash('sha256');
  const read = (patterns: readonly string[], cwd: string) => {
    for (const path of globSync(patterns, { cwd }).sort()) {
      hash.update(`${path}\n`).update(readFileSync(join(cwd, path)));
    }
  };
  read(text, folder);
  read(program, dirname(ownFolder));
  return hash.digest('hex');
}

/** Builds the database. Whatever goes wrong, the one in place stays as it was and nothing is left beside it. */
export async function build(options: BuildOptions): Promise<BuildReport> {
  const { database } = options;
  mkdirSync(dirname(database), { recursive: true });
  const letGo = holdLock(`${database}.lock`);
  if (!letGo) {
    throw new LockError(
      `Another build of ${basename(database)} is running. Wait for it to end, then start again.`,
    );
  }
  const draft = `${database}.draft`;
  try {
    // A build that was killed may have left its draft; nobody else is at it while the lock is held.
    rmSync(draft, { force: true });
    return makeDraft(draft, options);
  } finally {
    rmSync(draft, { force: true });
    letGo();
  }
}

function makeDraft(draft: string, options: BuildOptions): BuildReport {
  const { database, log, folder = ownFolder } = options;
  const begun = performance.now();
  log('Reading the seed.');
  const entries = readSeed(folder, catalog, log);
  log(`Writing ${entries.length} rows.`);
  const report = { ...fill(draft, entries, { ...options, seedHash: seedHash(folder) }), milliseconds: 0 };
  putInPlace(draft, database);
  log(`${basename(database)} holds release ${report.contentHash.slice(0, 12)}.`);
  return { ...report, milliseconds: Math.round(performance.now() - begun) };
}

function fill(draft: string, entries: readonly Entry[], options: Omit<Finishing, 'checks'>) {
  const { log } = options;
  const store = createStore(draft);
  try {
    migrate(store);
    write(store, entries);
    log('Looking for conflicts and gaps.');
    derive(store);
    log('Checking.');
    const checks = runChecks(store);
    refuseOffenders(checks);
    return finish(store, { ...options, checks });
  } finally {
    store.close();
  }
}

function refuseOffenders(results: ReturnType<typeof runChecks>): void {
  const broken = results.filter(({ offenders }) => offenders.length > 0);
  if (broken.length === 0) return;
  const lines = broken.flatMap(({ rule, statement, offenders }) => [
    `${rule}: ${statement}`,
    ...offenders.slice(0, 10).map(({ id, problem }) => `  ${id}: ${problem}`),
    ...(offenders.length > 10 ? [`  … and ${offenders.length - 10} more.`] : []),
  ]);
  throw new CheckError(`${lines.join('\n')}\nCorrect the text of these rows, or the rule in db/checks.`);
}

/** On disk first, then under its name: after a power cut there is the old file or the new one, never half of one. */
function putInPlace(draft: string, database: string): void {
  flush(draft);
  renameSync(draft, database);
  flush(dirname(database));
}

function flush(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
