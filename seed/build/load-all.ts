/** Merges every loaded file into a database that is being built, oldest release first, and reports what each brought. */

import { indexesOf } from '../../db/kit/indexes.ts';
import { subjectCitation } from '../../db/kit/plain.ts';
import type { WritableStore } from '../../db/kit/store.ts';
import { insertSql } from '../../db/kit/table.ts';
import type { BoundValues } from '../../db/kit/values.ts';
import { citation, source } from '../../db/tables/index.ts';
import { ptpLoader } from '../load/edits/ptp.ts';
import { fileOf, type Member, membersOf } from '../load/files/archive.ts';
import { formatNamed } from '../load/files/formats.ts';
import { FileError, type OfficialFile } from '../load/format/file.ts';
import type { Extracted, Format, Reading } from '../load/format/format.ts';
import type { NamedEntity } from '../load/format/named-entity.ts';
import { readAgain } from '../load/library/extracted-rows.ts';
import { keptBytes, keptZip, type Loaded, unreadable } from '../load/library/library.ts';
import { noNotes, type ReadingNotes, readingOf } from '../load/library/reader-context.ts';
import { sourceIdOf, sourceRow } from '../load/library/source-row.ts';
import { citeNamed } from '../load/merge/cite.ts';
import { entityMerger } from '../load/merge/entities.ts';
import { merger } from '../load/merge/statements.ts';
import type { Load, Tally } from '../load/merge/tally.ts';

const partOnly =
  'More than half of what was loaded before it is not in it, so it is taken for a part of a release: nothing was ended for not being in it.';

const setOfFiles =
  'By its name it is one of several files, into which a payer divides its prices anew: nothing was ended for not being in it.';

/** The note on a file whose publisher is not recorded. */
export const unidentified =
  'An earlier version loaded it, which did not keep whose it is: it ends nothing and is not ended. To load it anew, take its two files out of the library first.';

/** A file in the library, or about to enter it. */
export interface LibraryFile {
  readonly folder: string;
  readonly loaded: Loaded;
}

/** What a file brought. */
export interface Brought extends Tally, ReadingNotes {
  readonly loaded: Loaded;
  /** Rows that state something. */
  kept: number;
  /** Codes, places and other entities that are new. */
  named: number;
  milliseconds: number;
}

export interface Watcher {
  /** Called for every chunk of a file that was read. */
  readonly read?: (loaded: Loaded, bytes: number) => void;
}

/** The order of merging: releases by their first day, a re-post after what it replaces. */
function inOrder(files: readonly LibraryFile[]): readonly LibraryFile[] {
  const place = ({ loaded: { from, loadedAt } }: LibraryFile) => `${from} ${loadedAt}`;
  return files.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
}

/** Merges the files, each in one transaction; nobody reads the database yet. */
export async function replay(
  store: WritableStore,
  files: readonly LibraryFile[],
  watcher: Watcher = {},
): Promise<readonly Brought[]> {
  if (files.length === 0) return [];
  const brought: Brought[] = [];
  const indexes = indexesOf(store);
  indexes.putAside(citation);
  const statements = merger(store);
  const things = entityMerger(store, statements.keepWords);
  const edits = ptpLoader(store);
  for (const { folder, loaded } of inOrder(files)) {
    const begun = performance.now();
    const result: Brought = {
      loaded,
      kept: 0,
      ...noNotes(),
      named: 0,
      added: 0,
      ended: 0,
      corrected: 0,
      unchanged: 0,
      milliseconds: 0,
    };
    const format = formatOf(loaded);
    const load: Load = { path: loaded.path, sourceId: sourceIdOf(loaded), loadedAt: loaded.loadedAt };
    const { from, publication } = loaded;
    const part = partOf(format, loaded);
    store.exec('begin');
    store.run(insertSql(source), sourceRow(format, loaded));
    statements.begin(part, publication ? { ...publication, from } : undefined);
    const name = (thing: NamedEntity, values?: BoundValues) => {
      const named = things.name(thing, values);
      if (named === subjectCitation.brought || named === subjectCitation.holding) result.named += 1;
      return named;
    };
    let line = -1;
    const reading = readingOf(loaded, result);
    for await (const extracted of await extractedBy(format, folder, loaded, reading, watcher)) {
      indexes.putAside(extracted.table);
      if (extracted.kind === 'edits') {
        result.kept += extracted.edits.length;
        for (const code of extracted.names) citeNamed(store, load, code, name(code));
        edits.take(load, reading, extracted, result);
        continue;
      }
      if (extracted.line !== line) result.kept += 1;
      line = extracted.line;
      if (extracted.kind === 'entity') citeNamed(store, load, extracted, name(extracted));
      else {
        const { subject } = extracted;
        if (subject) indexes.putAside(subject.table);
        const named = subject
          ? name(subject, statements.valuesFor(load, extracted))
          : subjectCitation.notCited;
        statements.take(load, extracted, result, named);
      }
    }
    edits.end(result);
    if (format.whole) refuseEmpty(loaded, result);
    const { reports } = result;
    if (format.distils && !publication) reports.push(unidentified);
    else if (publication?.whole === false) reports.push(setOfFiles);
    // A release that was read for some codes is no evidence about the others.
    else if (part !== undefined && !loaded.codes) {
      if (statements.endMissing(load, from, result) === undefined) reports.push(partOnly);
    }
    store.exec('commit');
    result.milliseconds = Math.round(performance.now() - begun);
    brought.push(result);
  }
  indexes.makeAgain();
  edits.finish();
  return brought;
}

/** The series that a whole release belongs to: format, publisher and part; undefined where it is not known. */
function partOf({ name, whole, distils }: Format, { part, publication }: Loaded): string | undefined {
  if (!whole || (distils && !publication)) return undefined;
  return JSON.stringify([name, publication?.publisher, part]);
}

/** Refuses a whole release of which no row was kept and none was skipped with a reason. */
function refuseEmpty({ path }: Loaded, { kept, skipped }: Brought): void {
  if (kept > 0 || Object.keys(skipped).length > 0) return;
  throw new FileError(
    { path },
    'There is not one row under its heading. Expected a whole release; the file may be cut short: fetch it again.',
  );
}

function formatOf(loaded: Loaded): Format {
  const format = formatNamed(loaded.format);
  if (!format)
    throw new FileError(
      { path: loaded.path },
      `It was loaded as ${loaded.format}, which this version does not read. Take it out of the library of loaded files.`,
    );
  return format;
}

/** What the reader extracts from a file. Returned as the reader's own iterable: wrapping it would cost as much as some readers. */
async function extractedBy(
  format: Format,
  folder: string,
  loaded: Loaded,
  reading: Reading,
  watcher: Watcher,
): Promise<AsyncIterable<Extracted>> {
  const file = await keptFile(folder, loaded, watcher);
  return loaded.kept === 'extracted' ? readAgain(file) : format.read(file, reading);
}

async function keptFile(folder: string, loaded: Loaded, { read }: Watcher): Promise<OfficialFile> {
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
