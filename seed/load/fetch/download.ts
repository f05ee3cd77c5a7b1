/** Keeps what is fetched beside the database, checked, with its hash and address. */

import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { instantOf } from '../../../db/kit/as-of.ts';
import { explained } from '../files/archive.ts';
import { unknownFile } from '../files/unknown-file.ts';
import { FileError } from '../format/file.ts';
import { accepting, bareAddress } from './address.ts';
import type { Client } from './client.ts';
import { acceptOption, quoted } from './licence.ts';
import { type Begins, type Came, discardPart, goesOn, transfer } from './transfer.ts';
import { Unreachable } from './unreachable.ts';
import type { FileToFetch } from './wanted.ts';

const record = z.strictObject({
  /** The address, without what signs or accepts. */
  url: z.string(),
  /** The name of its release, such as `cms:rvu26d`, and which of its files it is. */
  name: z.string(),
  part: z.string(),
  sha256: z.string(),
  bytes: z.number(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  fetchedAt: z.string(),
});

/** What is recorded of a file that was fetched. */
export type FetchRecord = z.infer<typeof record>;

/** A file that was fetched, by this command or an earlier one. */
export interface Archive extends FetchRecord {
  readonly path: string;
  /** What the same file of the same release was before, where that was another content. */
  readonly replaces: FetchRecord | undefined;
}

/** What a download works with. */
export interface Downloading {
  readonly client: Client;
  /** The folder of the files that were fetched for a database. */
  readonly folder: string;
  readonly now: Date;
  readonly begins: Begins;
  readonly came: Came;
}

/** The folder of the files that were fetched for a database. */
export function fetchedFolder(database: string): string {
  return `${database}.fetched`;
}

/** Hidden, so that loading the folder does not take it for a file of a publisher. */
const besides = (path: string, ending: string) => join(dirname(path), `.${basename(path)}.${ending}`);
const recordOf = (path: string) => besides(path, 'json');

/** Downloads a file; one that is kept is fetched again only where it has changed. */
export async function download(wanted: FileToFetch, downloading: Downloading): Promise<Archive> {
  const { folder, client, now } = downloading;
  const url = bareAddress(wanted.url);
  const path = join(folder, placeOf(url));
  const kept = recordAt(path);
  const part = besides(path, 'part');
  try {
    mkdirSync(dirname(path), { recursive: true });
    const validators = await transfer(client, accepting(wanted), part, kept, downloading);
    if (!validators) {
      if (kept) return { ...kept, path, replaces: undefined };
      throw new Unreachable(url, 'It answers that nothing has changed, and nothing is kept of it.');
    }
    await refuseOther(wanted, part);
    const fetched: FetchRecord = {
      ...{
        url,
        name: wanted.name,
        part: wanted.part,
        sha256: await hashOf(part),
        bytes: statSync(part).size,
      },
      ...validators,
      fetchedAt: instantOf(now),
    };
    const replaces = replacedBy(fetched, recordsIn(folder));
    renameSync(part, path);
    writeFileSync(recordOf(path), JSON.stringify(fetched, undefined, 2), { flush: true });
    return { ...fetched, path, replaces };
  } catch (error) {
    throw explained(path, withWaysOut(wanted, error));
  }
}

/** An address that refuses its file, with what else to do; what is here in part, or no host at all, says so itself. */
function withWaysOut(wanted: FileToFetch, error: unknown): unknown {
  if (!(error instanceof Unreachable) || error.offline || error.problem.includes(goesOn)) return error;
  return new Unreachable(
    bareAddress(wanted.url),
    `${error.problem} ${waysOut({ ...wanted, licences: [] })}`,
    error,
  );
}

/** The place of an address: its host and folders; what CMS writes with slashes after `/files/zip/` is one name. */
function placeOf(url: string): string {
  const { host, pathname, search } = new URL(url);
  const [, zip] = /^\/files\/zip\/(.+)$/.exec(pathname) ?? [];
  const folders = zip ? [zip.replaceAll('/', '-')] : pathname.split('/').filter((each) => each !== '');
  const name = folders.pop() ?? 'file';
  const all = [host, ...folders, ...(search ? [search] : []), name];
  return join(
    ...all.map(
      (each) =>
        each
          .replace(/[^\w.-]+/g, '-')
          .replace(/^\.+/, '')
          .slice(-120) || '-',
    ),
  );
}

/** The record of a file that is kept; undefined where either is missing or they do not fit each other. */
function recordAt(path: string): FetchRecord | undefined {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined || !existsSync(recordOf(path))) return undefined;
  const found = parsed(recordOf(path));
  return found?.bytes === size ? found : undefined;
}

function parsed(path: string): FetchRecord | undefined {
  try {
    return record.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    // Then the file is fetched again, which writes the record anew.
    return undefined;
  }
}

const recordsIn = (folder: string) =>
  globSync('**/.*.json', { cwd: folder }).flatMap((name) => parsed(join(folder, name)) ?? []);

/** The newest record of the same file of the same release, by its address or name, that had another content. */
function replacedBy(
  { url, name, part, sha256 }: FetchRecord,
  all: readonly FetchRecord[],
): FetchRecord | undefined {
  const same = all.filter((each) => each.url === url || (each.name === name && each.part === part));
  if (same.some((each) => each.sha256 === sha256)) return undefined;
  return same.toSorted((a, b) => (a.fetchedAt < b.fetchedAt ? -1 : 1)).at(-1);
}

/** Refuses what is not the file: a status of 200 does not tell. */
async function refuseOther(wanted: FileToFetch, part: string): Promise<void> {
  const { head, tail } = await endsOf(part);
  const isZip = /\.zip$/i.test(new URL(wanted.url).pathname);
  const isPage =
    /^\ufeff?\s*(?:<!--.*?-->\s*)*<(?:!doctype|html|head|body|title|script|meta|\?xml[^>]*>\s*<Error|Error)\b/is.test(
      head,
    );
  if (!isPage && head !== '' && (!isZip || (head.startsWith('PK') && tail.includes('PK\u0005\u0006'))))
    return;
  discardPart(part);
  const what = isPage
    ? 'a page came'
    : head.startsWith('PK')
      ? 'a zip without its end came'
      : otherwise(head);
  throw new FileError({ path: bareAddress(wanted.url) }, `In place of the file ${what}. ${waysOut(wanted)}`);
}

const otherwise = (head: string) => `something else came: ${unknownFile({ head, name: '' })}`;

/** How a user gets a file that the command cannot fetch. */
export function waysOut({ name, page, licences }: Pick<FileToFetch, 'name' | 'page' | 'licences'>): string {
  const byHand = `open ${page ?? 'the page of its publisher'} in a browser, accept what it asks, save the file and load it: npm run load -- FILE`;
  const here =
    licences.length > 0
      ? `accept the agreement here: npm run load -- ${quoted(name)} ${acceptOption} ${licences.join(',')}`
      : `give its address, if the page has another one: npm run load -- https://…`;
  return `Either ${byHand}; or ${here}.`;
}

/** The first and last bytes, a character each. A zip ends with its directory, which a comment may follow. */
async function endsOf(path: string) {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const length = Math.min(size, 66_000);
    const [head, tail] = [Buffer.alloc(Math.min(size, 1_024)), Buffer.alloc(length)];
    await file.read(head, 0, head.length, 0);
    await file.read(tail, 0, length, size - length);
    return {
      head: textOf(head),
      tail: tail.toString('latin1'),
    };
  } finally {
    await file.close();
  }
}

/** The first bytes as text, also of UTF-16. */
function textOf(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return head.toString('utf16le').slice(1);
  return head.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '');
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(path, { highWaterMark: 1024 * 1024 })) hash.update(part);
  return hash.digest('hex');
}
