/** Stages a file for the library: as it is, or only what is extracted from it where it is too big to keep. */

import type { Found } from '../files/find.ts';
import {
  decoderOf,
  type Encoding,
  isUtf16,
  lineTooLong,
  longestLine,
  NotUtf8,
  type OfficialFile,
} from '../format/file.ts';
import type { Publication, Reading } from '../format/format.ts';
import { extractedLines } from './extracted-rows.ts';
import type { Arrivals, Loaded } from './library.ts';
import { noNotes, type ReadingNotes, readingOf } from './reader-context.ts';

/** Where a file is staged, the progress callback, and what its reader may use. */
export interface Keeping {
  readonly arriving: Arrivals;
  readonly progress: ((path: string, bytes: number, of: number | undefined) => void) | undefined;
  readonly also: Pick<Reading, 'raw' | 'medicareAmount'>;
  /** The release that the user gives; undefined where the content states it. */
  readonly release: string | undefined;
}

/** Stages a file and returns the notes of its reader; a file that is not valid UTF-8 is read as CP1252 throughout, unless it begins as UTF-16 does. */
export async function keep(found: Found, loaded: Loaded, keeping: Keeping): Promise<ReadingNotes> {
  try {
    return await keepAs('utf-8', found, loaded, keeping);
  } catch (error) {
    if (!(error instanceof NotUtf8)) throw error;
    return await keepAs(await otherEncoding(found), found, loaded, keeping);
  }
}

/** The encoding of a file that is not UTF-8. */
async function otherEncoding({ candidate }: Found): Promise<Encoding> {
  for await (const [first, second] of candidate.as('utf-8').chunks())
    return isUtf16(first, second) ? 'utf-16le' : 'windows-1252';
  return 'windows-1252';
}

async function keepAs(
  encoding: Encoding,
  { candidate, format }: Found,
  loaded: Loaded,
  { arriving, progress, also, release }: Keeping,
): Promise<ReadingNotes> {
  const plain = candidate.as(encoding);
  async function* chunks() {
    for await (const part of plain.chunks()) {
      progress?.(candidate.path, part.length, candidate.size);
      yield part;
    }
  }
  const file = { ...plain, chunks };
  const notes = noNotes();
  let publication: Publication | undefined;
  const identify = (found: Publication) => {
    publication = found;
  };
  const contents = {
    file: () => checked(file),
    zip: chunks,
    extracted: () => extractedLines(format.read(file, readingOf(loaded, notes, { ...also, identify }))),
  };
  await arriving.keep({ ...loaded, encoding }, contents[loaded.kept](), () =>
    publication ? { publication, release: release ?? `${publication.name} ${loaded.from}` } : {},
  );
  return notes;
}

/** The bytes; throws where they are not valid in the encoding or a line is too long, so that no unreadable file is kept. */
async function* checked(file: OfficialFile): AsyncGenerator<Uint8Array, void> {
  const decode = decoderOf(file);
  let line = 1;
  let length = 0;
  for await (const part of file.chunks()) {
    const text = decode(part);
    const end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
    if (end < 0) length += text.length;
    else {
      line += text.split('\n').length - 1;
      length = text.length - end - 1;
    }
    if (length > longestLine) throw lineTooLong(file.path, line);
    yield part;
  }
  decode();
}
