/** Fetches what names and addresses stand for, and tells where it is kept and where it is from. */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { instantOf } from '../../../db/kit/as-of.ts';
import { ReleaseError } from '../../../db/kit/errors.ts';
import { holdLock } from '../../../db/kit/store.ts';
import { FileError } from '../format/file.ts';
import type { FetchedFrom } from '../library/library.ts';
import { bareAddress } from './address.ts';
import type { Catalog } from './catalog.ts';
import { catalogued, listingNamed } from './catalogued.ts';
import type { Client } from './client.ts';
import { download, fetchedFolder } from './download.ts';
import { hospitalFile } from './hospital.ts';
import { acceptance, missingAgreement } from './licence.ts';
import type { ListedRelease } from './offline.ts';
import { refuseRates } from './payer.ts';
import { resolve } from './resolve.ts';
import { Unreachable } from './unreachable.ts';
import { addressed, type FileToFetch, type Resolved } from './wanted.ts';

/** What names are fetched with. */
export interface Fetching {
  readonly names: readonly string[];
  readonly database: string;
  readonly now: Date;
  readonly catalog: Catalog;
  readonly client: Client;
  /** The agreements that the user accepts. */
  readonly accepted: readonly string[];
  /** Which location of a hospital. */
  readonly location: string | undefined;
  /** Only tells what would be fetched. */
  readonly dryRun: boolean;
  readonly log: (line: string) => void;
  readonly progress: (path: string, bytes: number, of: number | undefined) => void;
}

/** What was fetched, and what of many names was not. */
export interface FetchReport {
  /** From where each file is, by its path. */
  readonly files: ReadonlyMap<string, FetchedFrom>;
  /** Of names that stand for many, why one was not fetched. */
  readonly failures: readonly string[];
}

/** Whether an argument of the command is a name or an address, rather than a path. */
export function isName(argument: string): boolean {
  return /^(?:cms|nucc|hospital|payer|https?):/i.test(argument);
}

/** The releases that a name stands for; empty for one that is in no catalog, such as a hospital. */
export function releasesNamed(name: string, catalog: Catalog): readonly ListedRelease[] {
  const [, together] = /^cms:(current|next)$/.exec(name) ?? [];
  if (!together) return /^(?:cms|nucc):/.test(name) ? [listingNamed(name, catalog)] : [];
  const which = together === 'next' ? 'next' : 'current';
  const readable = catalog.listings.filter((each) => each.together && each.formats.length > 0);
  return readable.map((listing) => ({ listing, which }) as const);
}

/** A name with how its addresses are found. */
interface Sought {
  readonly name: string;
  /** Whether it is one of many: what goes wrong with it is reported, and the others are fetched. */
  readonly oneOfMany: boolean;
  readonly find: () => Promise<Resolved>;
}

/** Fetches. Throws a FileError where a name is not known, an agreement is missing, or a single file cannot be had. */
export async function fetchNamed(fetching: Fetching): Promise<FetchReport> {
  const { log, dryRun } = fetching;
  const sought = fetching.names.flatMap((name) => soughtBy(name, fetching));
  const failures: string[] = [];
  const attempt = async <T>({ oneOfMany }: Sought, work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      const offline = error instanceof Unreachable && error.offline;
      if (!oneOfMany || offline || !(error instanceof FileError)) throw error;
      failures.push(error.message);
      return undefined;
    }
  };
  const found: (FileToFetch & { readonly of: Sought })[] = [];
  for (const each of sought) {
    const resolved = await attempt(each, () => withAgreement(each, fetching));
    for (const note of resolved?.notes ?? []) log(note);
    for (const name of resolved?.upcoming ?? []) log(`${name} is there as well, and not yet in force.`);
    found.push(...(resolved?.files ?? []).map((file) => ({ ...file, of: each })));
  }
  const wanted = [...new Map(found.map((each) => [each.url, each])).values()];
  for (const { name, url, bytes } of wanted)
    log(
      `${dryRun ? 'Would fetch' : 'To fetch'} ${name}: ${bareAddress(url)}${bytes ? `, about ${megabytes(bytes)}` : ''}`,
    );
  const files = new Map<string, FetchedFrom>();
  if (dryRun || wanted.length === 0) return { files, failures };
  const release = lockOf(fetching.database);
  try {
    for (const each of wanted) {
      const fetched = await attempt(each.of, () => fetchOne(each, fetching));
      if (fetched) files.set(...fetched);
    }
  } finally {
    release();
  }
  return { files, failures };
}

function soughtBy(
  name: string,
  { catalog, client, now, location, accepted, log }: Fetching,
): readonly Sought[] {
  const today = now.toISOString().slice(0, 10);
  const listed = releasesNamed(name, catalog);
  const oneOfMany = listed.length > 1;
  if (listed.length > 0)
    return listed.flatMap(({ listing, which }) => {
      // Checked before any request: what the catalog knows of an agreement needs no page.
      const known = [...catalogued(listing, which, today).files, pageOnly(listing)];
      const missing = missingAgreement(oneOfMany ? listing.name : name, known, accepted, catalog);
      if (missing && !oneOfMany) throw missing;
      if (missing) log(missing.message);
      return missing ? [] : [{ name, oneOfMany, find: () => resolve(listing, which, today, client.text) }];
    });
  const single = { name, oneOfMany: false };
  if (/^hospital:/i.test(name)) return [{ ...single, find: () => hospitalFile(name, location, client.text) }];
  const address = addressed(name.replace(/^payer:/i, ''), catalog);
  return [{ ...single, find: async () => ({ files: [{ ...address, name }], upcoming: [], notes: [] }) }];
}

/** Stands for the files of a listing of which no address is known without its page. */
function pageOnly({ name, landing, licences }: ListedRelease['listing']): FileToFetch {
  return { name, url: landing, part: '', first: undefined, licences, page: landing, bytes: undefined };
}

/** The addresses, where everything is accepted that the pages require. */
async function withAgreement({ name, find }: Sought, { accepted, catalog }: Fetching): Promise<Resolved> {
  const resolved = await find();
  const missing = missingAgreement(name, resolved.files, accepted, catalog);
  if (missing) throw missing;
  return resolved;
}

function lockOf(database: string): () => void {
  const folder = fetchedFolder(database);
  mkdirSync(folder, { recursive: true });
  const release = holdLock(join(folder, 'lock'));
  if (release) return release;
  throw new ReleaseError(`Another load fetches files for ${database}. Wait for it to end, then load again.`);
}

async function fetchOne(
  wanted: FileToFetch,
  { client, database, now, log, progress, catalog }: Fetching,
): Promise<[string, FetchedFrom]> {
  const { name } = wanted;
  const url = bareAddress(wanted.url);
  let here = 0;
  const archive = await download(wanted, {
    ...{ client, folder: fetchedFolder(database), now },
    begins(size, from) {
      const going = from > 0 ? `, going on from ${megabytes(from)}` : '';
      log(`Fetching ${name}: ${size === undefined ? 'of unknown size' : megabytes(size)}${going}`);
      progress(url, from - here, size);
      here = from;
    },
    came(bytes, of) {
      here += bytes;
      progress(url, bytes, of);
    },
  });
  const { path, sha256, bytes, fetchedAt, replaces } = archive;
  log(
    `Kept ${path}: ${megabytes(bytes)}, SHA-256 ${sha256}${here === 0 ? ', as it was: the publisher has not changed it' : ''}`,
  );
  if (replaces)
    log(
      `${name} was posted again with another content: on ${replaces.fetchedAt.slice(0, 10)} ${replaces.url} had the SHA-256 ${replaces.sha256}. What it corrects is superseded.`,
    );
  if (/^payer:/i.test(name)) await refuseRates(path, name);
  const accepted = acceptance(wanted, instantOf(now), catalog);
  return [path, { url, name, sha256, fetchedAt, ...(accepted && { accepted }) }];
}

/** `6.2 MB`. */
function megabytes(bytes: number): string {
  return bytes < 1e5 ? `${bytes} bytes` : `${(bytes / 1e6).toFixed(1)} MB`;
}
