/** Zip archives: their members at random access, each checked against its size and checksum. Nothing is ever unpacked to disk. */

import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { type Encoding, FileError, type OfficialFile } from './file.ts';

/** Bytes that can be read from the beginning again and again. */
export interface Bytes {
  /** As people quote it: `RVU25D.zip/PPRRVU2025_Oct.csv`. */
  readonly path: string;
  /** How many, uncompressed; undefined where nothing tells before they are read. */
  readonly size: number | undefined;
  chunks(): AsyncIterable<Uint8Array>;
}

export interface Member extends Bytes {
  /** As it stands in the archive, folders included. */
  readonly name: string;
  readonly size: number;
}

/** Bytes, and what stands in them where they are an archive, as readers of formats see a file. */
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
      const found = members.find((each) => each.name === name);
      return found && fileOf(found, encoding);
    },
  };
}

/** No official archive has more members, and no member of one packs its content closer. */
const limits = { members: 20_000, ratio: 400, suspicious: 256 * 1024 * 1024 } as const;

/** The members of a zip file, or of one that is held in memory because it stood in another. */
export async function membersOf(path: string, content: string | Buffer): Promise<readonly Member[]> {
  try {
    const options = { autoClose: false, lazyEntries: true, strictFileNames: false };
    const zip =
      typeof content === 'string'
        ? await openPromise(content, options)
        : await fromBufferPromise(content, options);
    const members: Member[] = [];
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue;
      refuse(path, entry);
      members.push(memberOf(path, zip, entry));
      if (members.length > limits.members)
        throw new FileError(
          { path },
          `This archive has more than ${limits.members} members, which no official archive has. Unpack what you need and load that.`,
        );
    }
    return members.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    throw explained(path, error);
  }
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

/** No official file packs as close as a bomb does. */
export function refuseBomb(path: string, packed: number, unpacked: number): void {
  if (unpacked <= limits.suspicious || unpacked <= packed * limits.ratio) return;
  throw new FileError(
    { path },
    `This unpacks from ${packed} to ${unpacked} bytes, more than ${limits.ratio} to 1, as no official file does: it may be a zip bomb. Unpack it yourself if you trust it, and load the file.`,
  );
}

function memberOf(path: string, zip: ZipFile, entry: Entry): Member {
  const own = `${path}/${entry.fileName}`;
  async function* chunks(): AsyncGenerator<Uint8Array, void> {
    let sum = 0;
    try {
      for await (const part of await zip.openReadStreamPromise(entry)) {
        sum = crc32(part, sum);
        yield part;
      }
    } catch (error) {
      throw explained(own, error);
    }
    if (sum !== entry.crc32)
      throw new FileError(
        { path: own },
        'The checksum of this member is wrong: the archive is damaged. Fetch it again.',
      );
  }
  return { path: own, name: entry.fileName, size: entry.uncompressedSize, chunks };
}

/** Errors of the archive itself, told as such; others as they are. */
export function explained(path: string, error: unknown): unknown {
  if (error instanceof FileError || !(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  // Errors of the disk keep their own words; what else reading throws is the archive's fault.
  if (code.startsWith('E') && !code.startsWith('ERR_')) return error;
  return new FileError(
    { path },
    `This cannot be unpacked: ${error.message.replace(/\.$/, '')}. It may be cut short or damaged: fetch it again.`,
  );
}
