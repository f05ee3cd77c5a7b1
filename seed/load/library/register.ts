/** What is written down of a file on its way into the library: what it is, of which release, and under which options it is read. */

import { createHash } from 'node:crypto';
import type { Found } from '../files/find.ts';
import type { Loaded } from './library.ts';

/** What a user may say of files that do not say it themselves. */
export interface Said {
  readonly release?: string | undefined;
  readonly from?: string | undefined;
  readonly published?: string | undefined;
  readonly codes?: readonly string[] | undefined;
}

/** What has to be said of a file before it can be loaded, and how; undefined when all is known. */
export function untold({ format, recognised }: Found, { from, release }: Said): string | undefined {
  // Where rows have dates of their own, the day of the load will do to tell one load from another.
  if (!format.whole) return undefined;
  if (!(from ?? recognised.from))
    return `Neither its content nor its name tells from which day this ${format.label} holds. Say it with --from YYYY-MM-DD.`;
  // Of files that are read before they are kept the content tells, wherever that stands.
  if (!format.distils && !(release ?? recognised.release))
    return `Neither its content nor its name tells which release of ${format.label} this is. Say it with --release NAME.`;
  return undefined;
}

/** Reads the file once for its hash. */
export async function describe(
  { candidate, format, recognised }: Found,
  said: Said,
  loadedAt: string,
): Promise<Loaded> {
  const published = said.published ?? recognised.published;
  const day = published ?? loadedAt.slice(0, 10);
  const hash = createHash('sha256');
  for await (const part of candidate.identity()) hash.update(part);
  const archive = candidate.as('utf-8').members.length > 0;
  return {
    format: format.name,
    path: candidate.path,
    sha256: hash.digest('hex'),
    release: said.release ?? recognised.release ?? day,
    part: recognised.part ?? '',
    from: said.from ?? recognised.from ?? day,
    to: recognised.to ?? null,
    published: published ?? null,
    codes: said.codes ? [...said.codes].sort() : null,
    loadedAt,
    encoding: 'utf-8',
    kept: format.distils ? 'told' : archive ? 'zip' : 'file',
    publication: null,
  };
}
