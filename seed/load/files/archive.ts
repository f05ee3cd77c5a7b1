/** Zip archives: members by random access, each checked against its size and checksum. Nothing is unpacked to disk. */

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { type Entry, fromBufferPromise, openPromise } from 'yauzl';
import { type Encoding, FileError, type OfficialFile } from '../format/file.ts';
import { asUtf8 } from './utf16.ts';

/** A sequence of bytes that can be read repeatedly from the beginning. */
export interface Bytes {
  /** As shown to users: `RVU25D.zip/PPRRVU2025_Oct.csv`. */
  readonly path: string;
  /** The number of uncompressed bytes; undefined where it is not known before reading. */
  readonly size: number | undefined;
  chunks(): AsyncIterable<Uint8Array>;
}

export interface Member extends Bytes {
  /** As in the archive, folders included. */
  readonly name: string;
  readonly size: number;
}

/** Bytes, with the members where they are an archive, as the file that the readers of formats take. */
export function fileOf(
  { path, chunks }: Pick<Bytes, 'path' | 'chunks'>,
  encoding: Encoding,
  members: readonly Member[] = [],
): OfficialFile {
  return {
    path,
    encoding,
    chunks,
    members: members.map(({ name }) => name),
    member(name) {
      const [found, ...others] = members.filter((each) => each.name === name);
      if (found && others.length > 0)
        throw new FileError(
          { path: found.path },
          `Its archive has ${others.length + 1} members of this name, which differ. Unpack it, and pack again only the one that you mean.`,
        );
      return found && fileOf(asUtf8(found), encoding);
    },
  };
}

/** No official archive has more members, and no member of one has a higher compression ratio. */
const limits = { members: 20_000, ratio: 400, suspicious: 256 * 1024 * 1024 } as const;

/** The members of a zip file, or of a nested one that is in memory. */
export async function membersOf(path: string, content: string | Buffer): Promise<readonly Member[]> {
  try {
    const options = { autoClose: false, lazyEntries: true, strictFileNames: false };
    const zip =
      typeof content === 'string'
        ? await openPromise(content, options)
        : await fromBufferPromise(content, options);
    // An error on closing is ignored: everything needed has been read by then.
    zip.on('error', () => {});
    const members: Member[] = [];
    try {
      for await (const entry of zip.eachEntry()) {
        if (entry.fileName.endsWith('/')) continue;
        refuse(path, entry);
        members.push(memberOf(path, content, entry));
        if (members.length > limits.members)
          throw new FileError(
            { path },
            `This archive has more than ${limits.members} members, which no official archive has. Unpack what you need and load that.`,
          );
      }
    } finally {
      zip.close();
    }
    return (await onceEach(members)).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    throw explained(path, error);
  }
}

/** The members, of those with one name and the same content only the first. */
async function onceEach(members: readonly Member[]): Promise<readonly Member[]> {
  const once: Member[] = [];
  for (const alike of Map.groupBy(members, ({ name }) => name).values()) {
    const hashes = new Set<string>();
    for (const each of alike) {
      const hash = alike.length > 1 ? await hashOf(each) : '';
      if (!hashes.has(hash)) once.push(each);
      hashes.add(hash);
    }
  }
  return once;
}

async function hashOf({ chunks }: Member): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of chunks()) hash.update(part);
  return hash.digest('hex');
}

function refuse(path: string, entry: Entry): void {
  const where = { path: `${path}/${entry.fileName}` };
  if (entry.isEncrypted())
    throw new FileError(where, 'This member is encrypted. Unpack it yourself and load the file.');
  if (!entry.canDecodeFileData())
    throw new FileError(
      where,
      `This member is packed by method ${entry.compressionMethod}, which is not read here${entry.compressionMethod === 9 ? ' (Deflate64, as Windows packs what is large)' : ''}. Unpack it yourself and load the file.`,
    );
  refuseBomb(where.path, entry.compressedSize, entry.uncompressedSize);
}

/** Refuses a zip bomb: no official file has its compression ratio. */
export function refuseBomb(path: string, packed: number, unpacked: number): void {
  if (unpacked <= limits.suspicious || unpacked <= packed * limits.ratio) return;
  throw new FileError(
    { path },
    `This unpacks from ${packed} to ${unpacked} bytes, more than ${limits.ratio} to 1, as no official file does: it may be a zip bomb. Unpack it yourself if you trust it, and load the file.`,
  );
}

/**
 * A member; each reading opens its own range: readings that share a reader wait for each other, and one that stops early
 * would close it for the rest.
 */
function memberOf(path: string, content: string | Buffer, entry: Entry): Member {
  const own = `${path}/${entry.fileName}`;
  async function* chunks(): AsyncGenerator<Uint8Array, void> {
    let sum = 0;
    let length = 0;
    try {
      for await (const part of unpacked(content, entry)) {
        sum = crc32(part, sum);
        length += part.length;
        if (length > entry.uncompressedSize) break;
        yield part;
      }
    } catch (error) {
      throw explained(own, error);
    }
    if (length !== entry.uncompressedSize)
      throw explained(
        own,
        new Error(
          `its directory has it at ${entry.uncompressedSize} bytes, it has ${length}${length > entry.uncompressedSize ? ' or more' : ''}`,
        ),
      );
    if (sum !== entry.crc32)
      throw new FileError(
        { path: own },
        'The checksum of this member is wrong: the archive is damaged. Fetch it again.',
      );
  }
  return { path: own, name: entry.fileName, size: entry.uncompressedSize, chunks };
}

async function* unpacked(content: string | Buffer, entry: Entry): AsyncGenerator<Uint8Array, void> {
  const start = await beginningOf(content, entry);
  const packed = rangeOf(content, start, start + entry.compressedSize);
  if (entry.compressionMethod === 0) yield* packed;
  else yield* pipeline(packed, createInflateRaw({ chunkSize: pieces }), () => {});
}

/** Bytes per chunk: with the default of 16 KiB unpacking takes longer. */
const pieces = 64 * 1024;

async function* rangeOf(
  content: string | Buffer,
  start: number,
  end: number,
): AsyncGenerator<Uint8Array, void> {
  if (start >= end) return;
  if (typeof content === 'string')
    yield* createReadStream(content, { start, end: end - 1, highWaterMark: pieces });
  else for (let at = start; at < end; at += pieces) yield content.subarray(at, Math.min(at + pieces, end));
}

/** The offset of a member's content: after its local header, whose length the directory does not state. */
async function beginningOf(
  content: string | Buffer,
  { relativeOffsetOfLocalHeader: at }: Entry,
): Promise<number> {
  const parts: Uint8Array[] = [];
  for await (const part of rangeOf(content, at, at + heading.length)) parts.push(part);
  const found = Buffer.concat(parts);
  if (found.length < heading.length || found.readUInt32LE(0) !== heading.signature)
    throw new Error(`there is no member at byte ${at}, where its directory has one`);
  return (
    at + heading.length + found.readUInt16LE(heading.nameLength) + found.readUInt16LE(heading.extraLength)
  );
}

/** The local header of a member: `PK\3\4`, and the offsets of the lengths of what follows. */
const heading = { length: 30, signature: 0x04034b50, nameLength: 26, extraLength: 28 } as const;

/** A failure of reading as a FileError: one of the disk with its own message, any other as damage. */
export function explained(path: string, error: unknown): unknown {
  if (error instanceof FileError || !(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  const why = error.message.replace(/\.$/, '');
  const ofDisk = code.startsWith('E') && !code.startsWith('ERR_');
  return new FileError(
    { path },
    ofDisk
      ? `This cannot be read: ${why}. Make it readable, or copy it to another disk, and load that.`
      : `This cannot be unpacked: ${why}. It may be cut short or damaged: fetch it again.`,
  );
}
