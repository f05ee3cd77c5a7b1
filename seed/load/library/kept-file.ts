/** Reads what the library kept of a loaded file. */

import { fileOf, type Member, membersOf } from '../files/archive.ts';
import { formatNamed } from '../files/formats.ts';
import { FileError, type OfficialFile } from '../format/file.ts';
import type { Extracted, Format, Reading } from '../format/format.ts';
import { readAgain } from './extracted-rows.ts';
import { keptBytes, keptZip, type Loaded, unreadable } from './library.ts';

/** A file in the library, or about to enter it. */
export interface LibraryFile {
  readonly folder: string;
  readonly loaded: Loaded;
}

/** The format of a loaded file; throws a FileError where this version does not read it. */
export function formatOf(loaded: Loaded): Format {
  const format = formatNamed(loaded.format);
  if (!format)
    throw new FileError(
      { path: loaded.path },
      `It was loaded as ${loaded.format}, which this version does not read. Take it out of the library of loaded files.`,
    );
  return format;
}

/** Follows the bytes of a file that are read. */
type ReadBytes = (loaded: Loaded, bytes: number) => void;

/** What the reader extracts from a file. Returned as the reader's own iterable: wrapping it would cost as much as some readers. */
export async function extractedFrom(
  libraryFile: LibraryFile,
  format: Format,
  reading: Reading,
  read: ReadBytes | undefined,
): Promise<AsyncIterable<Extracted>> {
  const file = await keptFile(libraryFile, read);
  return libraryFile.loaded.kept === 'extracted' ? readAgain(file) : format.read(file, reading);
}

async function keptFile({ folder, loaded }: LibraryFile, read: ReadBytes | undefined): Promise<OfficialFile> {
  const { path, encoding, kept } = loaded;
  async function* chunks() {
    for await (const part of keptBytes(folder, loaded).chunks()) {
      read?.(loaded, part.length);
      yield part;
    }
  }
  const members = kept === 'zip' ? await keptMembers(folder, loaded) : [];
  return fileOf({ path, chunks }, encoding, members);
}

async function keptMembers(folder: string, loaded: Loaded): Promise<readonly Member[]> {
  try {
    return await membersOf(loaded.path, keptZip(folder, loaded));
  } catch (error) {
    throw unreadable(folder, loaded, error);
  }
}
