/** Lists the files in the paths of the command line: folders are walked, zip and gz opened, nested ones too. */

import { createReadStream, globSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type Encoding, FileError, isUtf16, type OfficialFile } from '../format/file.ts';
import type { Sighting } from '../format/format.ts';
import { type Bytes, explained, fileOf, type Member, membersOf, refuseBomb } from './archive.ts';

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
): Promise<Candidate> {
  const first = await headOf(bytes, 4);
  if (first.equals(Buffer.from('PK\u0003\u0004'))) return archive(bytes, disk, depth, identity);
  if (first[0] !== 0x1f || first[1] !== 0x8b) return plain(bytes, disk, identity);
  if (depth > deepest) throw tooDeep(bytes, depth);
  return candidate(gunzipped(bytes), disk, depth + 1, identity);
}

function tooDeep({ path }: Bytes, depth: number): FileError {
  return new FileError(
    { path },
    `This archive stands in ${depth} others, deeper than any official one. Unpack it yourself and load what is in it.`,
  );
}

function plain(bytes: Bytes, disk: string, identity: Bytes): Candidate {
  return {
    ...common(bytes, disk, identity, []),
    sighting: async () => ({
      ...named(bytes.path),
      head: textOf(await headOf(bytes, headBytes)),
      members: [],
    }),
    inside: async () => [],
  };
}

async function archive(bytes: Bytes, disk: string, depth: number, identity: Bytes): Promise<Candidate> {
  if (depth > deepest) throw tooDeep(bytes, depth);
  const members = await membersOf(bytes.path, depth === 0 ? disk : await allOf(bytes));
  return {
    ...common(bytes, disk, identity, members),
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

function gunzipped(bytes: Bytes): Bytes {
  async function* chunks(): AsyncGenerator<Uint8Array, void> {
    let packed = 0;
    let unpacked = 0;
    async function* counted() {
      for await (const part of bytes.chunks()) {
        packed += part.length;
        yield part;
      }
    }
    const unpack = createGunzip({ chunkSize: 256 * 1024 });
    try {
      for await (const part of pipeline(Readable.from(counted()), unpack, () => {})) {
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

/** The head as UTF-16 where it begins so; as UTF-8 if it is valid, apart from a character cut off at its end; else as CP1252. */
function textOf(head: Buffer): string {
  if (isUtf16(head[0], head[1])) return new TextDecoder('utf-16le').decode(head, { stream: true });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
  } catch {
    return new TextDecoder('windows-1252').decode(head);
  }
}
