/** Makes the manifest of a file for the library: what it is, its release, and the options with which it is read. */

import { createHash } from 'node:crypto';
import type { Found } from '../files/find.ts';
import type { FetchedFrom, Loaded } from './library.ts';

/** What a user may give for files that do not state it themselves. */
export interface FileOptions {
  readonly release?: string | undefined;
  readonly from?: string | undefined;
  readonly published?: string | undefined;
  readonly codes?: readonly string[] | undefined;
  /** From where files were fetched, by their paths on disk. */
  readonly fetched?: ReadonlyMap<string, FetchedFrom> | undefined;
}

/** Which option is missing before a file can be loaded, as a sentence; undefined when all is known. */
export function missingOption(
  { format, recognised }: Found,
  { from, release }: FileOptions,
): string | undefined {
  if (format.snapshot) return undefined;
  if (!(from ?? recognised.from))
    return `Neither its content nor its name tells from which day this ${format.label} holds. Say it with --from YYYY-MM-DD.`;
  // For files that are read before they are kept, the reader finds the release in the content.
  if (!format.distils && !(release ?? recognised.release))
    return `Neither its content nor its name tells which release of ${format.label} this is. Say it with --release NAME.`;
  return undefined;
}

/** Reads the file once for its hash. */
export async function register(
  { candidate, format, recognised }: Found,
  options: FileOptions,
  loadedAt: string,
): Promise<Loaded> {
  const published = options.published ?? recognised.published;
  const day = published ?? loadedAt.slice(0, 10);
  const hash = createHash('sha256');
  for await (const part of candidate.identity()) hash.update(part);
  const archive = candidate.as('utf-8').members.length > 0;
  return {
    format: format.name,
    path: candidate.path,
    sha256: hash.digest('hex'),
    release: options.release ?? recognised.release ?? day,
    part: recognised.part ?? '',
    from: options.from ?? recognised.from ?? day,
    to: recognised.to ?? null,
    published: published ?? null,
    codes: options.codes ? [...options.codes].sort() : null,
    loadedAt,
    encoding: 'utf-8',
    kept: format.distils ? 'extracted' : archive ? 'zip' : 'file',
    publication: null,
    fetched: options.fetched?.get(candidate.onDisk),
  };
}
