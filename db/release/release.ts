/** A finished database, opened and found whole: what a request holds from start to end. */

import { existsSync } from 'node:fs';
import { ReleaseError } from '../kit/errors.ts';
import { applicationId, openStore, type Store } from '../kit/store.ts';
import { ownName } from '../kit/table.ts';
import { tables } from '../tables/index.ts';
import { type Image, openImage } from './image.ts';
import { programHash, programVersion } from './program-hash.ts';
import { ownTablesHash, tablesHash } from './schema-sql.ts';

/** What a release says of itself. */
export interface ReleaseInfo {
  /** Hash over all that its rows follow from; the version of the data. */
  readonly hash: string;
  /** The feed of changes that it carries on. */
  readonly feedId: string;
  readonly builtAt: string;
  /** Rows per table. */
  readonly counts: Readonly<Record<string, number>>;
  /** The most rows that share one value of a column, by names such as `coverage.payer_id`; empty where nobody measured. */
  readonly largestGroups: Readonly<Record<string, number>>;
}

/** An open release. Close it when the last request that holds it has ended. */
export interface Release {
  readonly store: Store;
  readonly info: ReleaseInfo;
  /** Its file as bytes; none where it is in memory. */
  readonly image?: Image;
  close(): void;
}

interface ReleaseRow {
  readonly contentHash: string;
  readonly programHash: string;
  readonly feedId: string;
  readonly builtAt: string;
  readonly counts: string;
  readonly largestGroups: string | null;
}

const theRelease = `
  select r.content_hash as "contentHash", r.program_hash as "programHash",
    r.feed_id as "feedId", r.built_at as "builtAt", r.counts, r.largest_groups as "largestGroups"
  from release r`;

const versionSql = `select r.program_version as "version" from release r`;

const knowsVersion = `select 1 as "known" from pragma_table_info('release') c where c.name = 'program_version'`;

/** Who built a file of ours, in words; releases of the first versions do not tell. */
function builderOf(store: Store): string {
  const isKnown = store.get(knowsVersion) !== undefined;
  const version = isKnown ? store.get<{ version: string }>(versionSql)?.version : undefined;
  if (version === undefined) return 'an earlier version';
  return version === programVersion() ? `another state of version ${version}` : `version ${version}`;
}

/** Refuses a file that this program cannot read, or that is not whole; `served`, also one whose rows it would not make. */
function readInfo(store: Store, file: string, served: boolean): ReleaseInfo {
  const id = store.get<{ application_id: number }>('pragma application_id')?.application_id;
  if (id !== applicationId) throw new ReleaseError(`${file} is not a Coverage Graph database. ${wayOut}`);
  if (tablesHash(store) !== ownTablesHash())
    throw new ReleaseError(
      `${file} was built by ${builderOf(store)} of this program, with other tables than this one reads. ${wayOutOfVersion}`,
    );
  const problem = store.get<{ quick_check: string }>('pragma quick_check(1)')?.quick_check;
  if (problem !== 'ok') throw new ReleaseError(`${file} is damaged: ${problem}. ${wayOut}`);
  const row = store.get<ReleaseRow>(theRelease);
  if (!row) throw new ReleaseError(`${file} was not finished. ${wayOut}`);
  if (served && row.programHash !== programHash())
    throw new ReleaseError(
      `${file} was built by ${builderOf(store)} of this program, whose rows may not be what this one makes of the same sources. ${wayOutOfVersion}`,
    );
  const counts = JSON.parse(row.counts) as Record<string, number>;
  for (const [table, count] of Object.entries(counts)) {
    const known = tables.find(({ name }) => name === table);
    if (!known)
      throw new ReleaseError(`${file} counts rows of ${table}, which is no table of this program. ${wayOut}`);
    const found = store.get<{ n: number }>(`select count(*) as n from ${ownName(known)}`)?.n;
    if (found !== count)
      throw new ReleaseError(`${file} should hold ${count} rows of ${table} and holds ${found}. ${wayOut}`);
  }
  const { contentHash: hash, feedId, builtAt } = row;
  const largestGroups = JSON.parse(row.largestGroups ?? '{}') as Record<string, number>;
  return { hash, feedId, builtAt, counts, largestGroups };
}

const wayOut = 'Build it anew with `npm run seed`.';
const wayOutOfVersion =
  'Build it anew with `npm run seed` or start with `npm start`, which does so; or serve it with the version that built it.';

interface Opened {
  readonly store: Store;
  readonly image: Image;
  close(): void;
}

/** Opens a file as bytes and as a database, and both anew when another was renamed into its place in between. */
function openTwice(file: string, options?: { readonly mapped: boolean }): Opened {
  for (;;) {
    const image = openImage(file);
    let store: Store | undefined;
    const close = () => {
      store?.close();
      image.close();
    };
    try {
      store = openStore(file, options);
      if (image.isAt(file)) return { store, image, close };
    } catch (error) {
      close();
      throw error;
    }
    close();
  }
}

/** Opens a database file for serving; refuses one that is missing, foreign, of another version, unfinished or damaged. */
export function openRelease(file: string): Release {
  return openChecked(file, true);
}

function openChecked(file: string, served: boolean): Release {
  if (!existsSync(file)) throw new ReleaseError(`There is no database at ${file}. ${wayOut}`);
  let close = () => {};
  try {
    const { store, image, close: closeBoth } = openTwice(file);
    close = closeBoth;
    return { store, info: readInfo(store, file, served), image, close };
  } catch (error) {
    close();
    if (error instanceof ReleaseError) throw error;
    throw new ReleaseError(`${file} cannot be read as a database. ${wayOut}`, { cause: error });
  }
}

/**
 * A release that was opened and checked before, by another thread or process; undefined where another file is in its place, or none.
 * Nobody writes to it any more: it is a copy, or in a folder where no copy can be made.
 */
export function openAgain(file: string, info: ReleaseInfo): Release | undefined {
  if (!existsSync(file)) return undefined;
  const { store, image, close } = openTwice(file, { mapped: true });
  if (store.get<ReleaseRow>(theRelease)?.contentHash === info.hash) return { store, info, image, close };
  close();
  return undefined;
}

/** Like `openRelease`; undefined where there is none that can be served. */
export function openIfSound(file: string): Release | undefined {
  return unlessRefused(() => openRelease(file));
}

/**
 * The release that a build goes on from, whichever version built it, as long as its tables are those of this one; undefined
 * where there is none. It can be read and must not be served.
 */
export function openPredecessor(file: string): Release | undefined {
  return unlessRefused(() => openChecked(file, false));
}

function unlessRefused(open: () => Release): Release | undefined {
  try {
    return open();
  } catch (error) {
    if (error instanceof ReleaseError) return undefined;
    throw error;
  }
}
