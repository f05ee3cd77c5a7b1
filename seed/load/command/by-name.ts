/** The part of the command that is about names: what is fetched, the status, and what to do without network. */

import { readCatalog } from '../fetch/catalog.ts';
import { type Client, client } from '../fetch/client.ts';
import { type Fetching, type FetchReport, fetchNamed, releasesNamed } from '../fetch/fetch.ts';
import { acceptedIn } from '../fetch/licence.ts';
import { byHand, loadByHand } from '../fetch/offline.ts';
import { statusOf, statusText } from '../fetch/status.ts';
import { Unreachable } from '../fetch/unreachable.ts';
import { FileError } from '../format/file.ts';
import { libraryOf, readLibrary } from '../library/library.ts';

const dayOf = (now: Date) => now.toISOString().slice(0, 10);

/** What `--status` tells, for people or as JSON. */
export function status(database: string, now: Date, json: boolean): string {
  const kinds = statusOf(readLibrary(libraryOf(database)), dayOf(now), readCatalog());
  return json ? JSON.stringify(kinds, undefined, 2) : statusText(kinds, dayOf(now));
}

/** The addresses and pages of names, for a machine without network. */
export function withoutNetwork(names: readonly string[], now: Date): string {
  const catalog = readCatalog();
  const lines = names.flatMap((name) => {
    const releases = releasesNamed(name, catalog);
    if (releases.length > 0) return releases.map((each) => byHand(each, dayOf(now), catalog));
    const [, site] = /^hospital:(?:https?:\/\/)?([^/]+)/i.exec(name) ?? [];
    return site
      ? [`${name}\n  address   https://${site}/cms-hpt.txt, which has the address after mrf-url`]
      : [`${name}\n  address   ${name.replace(/^payer:/i, '')}`];
  });
  return [...lines, loadByHand].join('\n');
}

/** What a user gives beside names. */
export interface NameOptions extends Omit<Fetching, 'catalog' | 'client' | 'accepted'> {
  /** The values of --accept-licence. */
  readonly acceptLicence: readonly string[];
}

/** Fetches names; on a machine without network the error has what to fetch by hand. */
export async function fetched(options: NameOptions, web: Client = client()): Promise<FetchReport> {
  // To read the catalog takes as long as to load a small file.
  if (options.names.length + options.acceptLicence.length === 0) return { files: new Map(), failures: [] };
  const catalog = readCatalog();
  const accepted = acceptedIn(options.acceptLicence, catalog);
  try {
    return await fetchNamed({ ...options, catalog, client: web, accepted });
  } catch (error) {
    if (!(error instanceof Unreachable) || !error.offline) throw error;
    throw new FileError(
      { path: options.names.join(' ') },
      `There seems to be no network. ${error.message} Fetch by hand:\n${withoutNetwork(options.names, options.now)}`,
    );
  }
}
