/** Stages a file for the library: as it is, or only what is extracted from it where it is too big to keep. */

import { join } from 'node:path';
import type { RateStore } from '../../../db/rates/rate-store.ts';
import type { Found } from '../files/find.ts';
import {
  decoderOf,
  type Encoding,
  lineTooLong,
  longestLine,
  NotUtf8,
  type OfficialFile,
} from '../format/file.ts';
import type { Publication, Reading } from '../format/format.ts';
import { extractedLines } from './extracted-rows.ts';
import type { Arrivals, Loaded } from './library.ts';
import { openSink } from './open-sink.ts';
import { openPlaces, placesFileOf, writePlaces } from './provider-places.ts';
import { noNotes, type ReadingNotes, readingOf } from './reader-context.ts';

/** Where a file is staged, the progress callback, and what its reader may use. */
export interface Keeping {
  readonly arriving: Arrivals;
  /** The folder of the library that it is staged for. */
  readonly library: string;
  readonly progress: ((path: string, bytes: number, of: number | undefined) => void) | undefined;
  readonly also: Pick<Reading, 'raw' | 'medicareAmount'>;
  /** Where rates are stored row by row; undefined where nothing is to be stored. */
  readonly rates?: RateStore | undefined;
  /** The release that the user gives; undefined where the content states it. */
  readonly release: string | undefined;
}

/** Stages a file and returns the notes of its reader; a file that is not valid UTF-8 is read as CP1252 throughout. */
export async function keep(found: Found, loaded: Loaded, keeping: Keeping): Promise<ReadingNotes> {
  try {
    return await keepAs('utf-8', found, loaded, keeping);
  } catch (error) {
    if (!(error instanceof NotUtf8)) throw error;
    return await keepAs('windows-1252', found, loaded, keeping);
  }
}

async function keepAs(
  encoding: Encoding,
  { candidate, format }: Found,
  loaded: Loaded,
  { arriving, library, progress, also, release, rates }: Keeping,
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
  const known = openPlaces(placesFileOf(arriving.folder), placesFileOf(library));
  const open =
    rates && loaded.kept === 'extracted'
      ? await openSink(rates, loaded, { scratch: join(arriving.folder, 'spool'), places: known })
      : undefined;
  const places = writePlaces(placesFileOf(arriving.folder), placesFileOf(library));
  const reading = readingOf(loaded, notes, {
    ...{ ...also, identify, places: places.add },
    ...(open && { rates: open.sink }),
  });
  const contents = {
    file: () => checked(file),
    zip: chunks,
    extracted: () => extractedLines(format.read(file, reading)),
  };
  try {
    await arriving.keep({ ...loaded, encoding }, contents[loaded.kept](), async () => {
      const stored = await open?.finish();
      places.finish();
      return {
        ...(publication && { publication, release: release ?? `${publication.name} ${loaded.from}` }),
        ...(stored && { rates: stored }),
      };
    });
  } finally {
    await open?.discard();
    places.discard();
    known.close();
  }
  reading.rows.ends();
  notes.reports.push(...candidate.remarks);
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
