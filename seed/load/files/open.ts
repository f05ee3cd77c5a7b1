/** Lists the files in the paths of the command line: folders are walked, zip and gz opened, nested ones too. */

import { createReadStream, globSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Encoding, FileError, type OfficialFile } from '../format/file.ts';
import type { Sighting } from '../format/format.ts';
import { type Bytes, explained, fileOf, type Member, membersOf, refuseBomb } from './archive.ts';
import { gunzip } from './gunzip.ts';
import { asUtf8 } from './utf16.ts';

/** A file, or an archive as a whole, that may be of a known format. */
export interface Candidate {
  readonly path: string;
  /** Its own name, without folders. */
  readonly name: string;
  readonly size: number | undefined;
  /** The file on disk that contains it or that it is. */
  readonly onDisk: string;
  sighting(): Promise<Sighting>;
  /** The bytes that are hashed to recognise it again: of a gz the packed ones, which saves unpacking. */
  identity(): AsyncIterable<Uint8Array>;
  as(encoding: Encoding): OfficialFile;
  /** What was noticed on opening it, once it was read, such as text behind what is packed. */
  readonly remarks: ReadonlySet<string>;
  /** The files in an archive; empty for any other file. */
  inside(): Promise<readonly Candidate[]>;
}

const headBytes = 64 * 1024;
/** In bytes: a zip in a zip is read into memory as a whole. */
const largestNested = 2 ** 30;
const deepest = 3;

/** The files of a path: itself, or all files of a folder sorted by name. */
export async function candidatesAt(path: string): Promise<readonly Candidate[]> {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new FileError({ path }, 'There is no such file or folder. Correct the path.');
  if (!found.isDirectory() && !found.isFile())
    throw new FileError({ path }, 'This is neither a file nor a folder. Write what comes from it to a file.');
  if (!found.isDirectory()) return [await candidate(onDisk(path), path, 0)];
  const paths = globSync('**/*', { cwd: path, withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    // Links are followed; broken ones are skipped.
    .filter((each) => statSync(each, { throwIfNoEntry: false })?.isFile())
    .sort();
  return oneByOne(paths, (each) => candidate(onDisk(each), each, 0));
}

/** One after another: opening thousands of files or members at once would exceed the limit of open files. */
async function oneByOne<From>(
  items: readonly From[],
  open: (item: From) => Promise<Candidate>,
): Promise<readonly Candidate[]> {
  const opened: Candidate[] = [];
  for (const item of items) opened.push(await open(item));
  return opened;
}

function onDisk(path: string): Bytes {
  return {
    path,
    size: statSync(path).size,
    async *chunks() {
      try {
        yield* createReadStream(path, { highWaterMark: 256 * 1024 });
      } catch (error) {
        throw explained(path, error);
      }
    },
  };
}

/** Opens every layer of compression: servers compress what is already compressed, and a zip may be in a gz. */
async function candidate(
  bytes: Bytes,
  disk: string,
  depth: number,
  identity: Bytes = bytes,
  remarks: Set<string> = new Set(),
): Promise<Candidate> {
  const first = await headOf(bytes, 4);
  if (first.equals(Buffer.from('PK\u0003\u0004'))) return archive(bytes, disk, depth, identity, remarks);
  if (first[0] !== 0x1f || first[1] !== 0x8b) return plain(asUtf8(bytes), disk, identity, remarks);
  if (depth > deepest) throw tooDeep(bytes, depth);
  return candidate(gunzipped(bytes, remarks), disk, depth + 1, identity, remarks);
}

function tooDeep({ path }: Bytes, depth: number): FileError {
  return new FileError(
    { path },
    `This archive stands in ${depth} others, deeper than any official one. Unpack it yourself and load what is in it.`,
  );
}

function plain(bytes: Bytes, disk: string, identity: Bytes, remarks: ReadonlySet<string>): Candidate {
  return {
    ...common(bytes, disk, identity, []),
    remarks,
    sighting: async () => ({
      ...named(bytes.path),
      head: textOf(await headOf(bytes, headBytes)),
      members: [],
    }),
    inside: async () => [],
  };
}

async function archive(
  bytes: Bytes,
  disk: string,
  depth: number,
  identity: Bytes,
  remarks: ReadonlySet<string>,
): Promise<Candidate> {
  if (depth > deepest) throw tooDeep(bytes, depth);
  const members = await membersOf(bytes.path, depth === 0 ? disk : await allOf(bytes));
  return {
    ...common(bytes, disk, identity, members),
    remarks,
    sighting: async () => ({ ...named(bytes.path), head: '', members: members.map(({ name }) => name) }),
    inside: () => oneByOne(members, (member) => candidate(member, disk, depth + 1)),
  };
}

function common(bytes: Bytes, disk: string, identity: Bytes, members: readonly Member[]) {
  const { path, size } = bytes;
  return {
    path,
    name: nameOf(path),
    size,
    onDisk: disk,
    identity: () => identity.chunks(),
    as: (encoding: Encoding) => fileOf(bytes, encoding, members),
  };
}

const named = (path: string) => ({ name: nameOf(path), within: dirname(path) });

/** The name without `.gz`: `rates.json` for `rates.json.gz`. */
function nameOf(path: string): string {
  return basename(path).replace(/\.gz$/i, '');
}

function gunzipped(bytes: Bytes, remarks: Set<string>): Bytes {
  async function* chunks(): AsyncGenerator<Uint8Array, void> {
    let packed = 0;
    let unpacked = 0;
    async function* counted() {
      for await (const part of bytes.chunks()) {
        packed += part.length;
        yield part;
      }
    }
    const behind = (first: Uint8Array) =>
      void remarks.add(
        `Behind what is packed stands something that is not, which begins with ${JSON.stringify(Buffer.from(first).toString('latin1'))}: it is passed over.`,
      );
    try {
      for await (const part of gunzip(counted(), behind)) {
        unpacked += part.length;
        refuseBomb(bytes.path, packed, unpacked);
        yield part;
      }
    } catch (error) {
      throw explained(bytes.path, error);
    }
  }
  return { path: bytes.path, size: undefined, chunks };
}

/** The first bytes, without reading the rest. */
async function headOf({ chunks }: Bytes, length: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let sniffed = 0;
  for await (const part of chunks()) {
    parts.push(part);
    sniffed += part.length;
    if (sniffed >= length) break;
  }
  return Buffer.concat(parts).subarray(0, length);
}

async function allOf({ path, size = 0, chunks }: Bytes): Promise<Buffer> {
  const refuse = (length: number) => {
    if (length > largestNested)
      throw new FileError(
        { path },
        `An archive in an archive may have ${largestNested} bytes, this one has at least ${length}. Unpack the outer one and load what is in it.`,
      );
  };
  refuse(size);
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of chunks()) {
    length += part.length;
    refuse(length);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** The head as UTF-8 if it is valid, apart from a character cut off at its end; else as CP1252. */
function textOf(head: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
  } catch {
    return new TextDecoder('windows-1252').decode(head);
  }
}
