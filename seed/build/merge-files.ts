/** Merges loaded files into a database that is being written, in the order of loading, and reports what each brought. */

import type { Touched } from '../../db/findings/touched.ts';
import { type Runs, runsOf, seriesOfText } from '../../db/history/runs.ts';
import type { WrittenChange } from '../../db/history/written.ts';
import { indexesOf } from '../../db/kit/indexes.ts';
import { quarterAfter } from '../../db/kit/quarter.ts';
import type { WritableStore } from '../../db/kit/store.ts';
import { inNoRun, rowWriter } from '../../db/kit/stored-rows.ts';
import { insertSql } from '../../db/kit/table.ts';
import type { Named } from '../../db/search/fill-index.ts';
import { codePairEdit, rateFile, source } from '../../db/tables/index.ts';
import { type PtpMerger, ptpMerger } from '../load/edits/ptp.ts';
import { supersedeCurated } from '../load/edits/ptp-curated.ts';
import { FileError } from '../load/format/file.ts';
import type { Format } from '../load/format/format.ts';
import { leftOut } from '../load/format/row-log.ts';
import { extractedFrom, formatOf, type LibraryFile } from '../load/library/kept-file.ts';
import type { Loaded } from '../load/library/library.ts';
import { noNotes, type ReadingNotes, readingOf } from '../load/library/reader-context.ts';
import { sourceIdOf, sourceRow } from '../load/library/source-row.ts';
import { type EntityMerger, entityMerger, type NamedIds } from '../load/merge/entities.ts';
import { type OpenEdition, openEdition, partOnly } from '../load/merge/series.ts';
import { statementMerger } from '../load/merge/statements.ts';
import { type TakenIds, takenIds } from '../load/merge/taken-ids.ts';
import type { Tally } from '../load/merge/tally.ts';

const setOfFiles =
  'By its name it is one of several files, into which a payer divides its prices anew: nothing was ended for not being in it.';

/** The note on a file whose publisher is not recorded. */
export const unidentified =
  'An earlier version loaded it, which did not keep whose it is: it ends nothing and is not ended. To load it anew, take its two files out of the library first.';

/** What a file brought. */
export interface Brought extends Tally, ReadingNotes {
  readonly loaded: Loaded;
  /** Codes, places and other entities that are new. */
  named: number;
  milliseconds: number;
}

export interface Watcher {
  /** Called for every chunk of a file that was read. */
  readonly read?: (loaded: Loaded, bytes: number) => void;
}

/** The order of merging is that of loading. */
const inOrder = (files: readonly LibraryFile[]) =>
  files.toSorted((a, b) => (a.loaded.loadedAt < b.loaded.loadedAt ? -1 : 1));

/** What the files of one command share. */
interface Merging {
  readonly store: WritableStore;
  readonly indexes: ReturnType<typeof indexesOf>;
  readonly watcher: Watcher;
  runs: Runs;
  entities: EntityMerger;
  ids: TakenIds;
  readonly named: NamedIds;
  /** The names of the tables that were written to. */
  readonly touched: Set<string>;
  readonly written: WrittenChange[];
}

/** What was merged: what each file brought, and what a release that is added to must know. */
export interface Merged {
  readonly brought: readonly Brought[];
  readonly touched: Touched;
  readonly named: Named;
  readonly written: readonly WrittenChange[];
}

/** Merges the files, each in one transaction; nobody reads the database yet. */
export async function mergeFiles(
  store: WritableStore,
  files: readonly LibraryFile[],
  watcher: Watcher = {},
): Promise<Merged> {
  const brought: Brought[] = [];
  const named: NamedIds = { added: new Set(), reworded: new Set() };
  const merging: Merging = {
    ...{ store, watcher, indexes: indexesOf(store) },
    ...{ runs: runsOf(store), entities: entityMerger(store, named), named, ids: takenIds(store) },
    ...{ touched: new Set<string>(), written: [] },
  };
  for (const file of inOrder(files)) brought.push(await mergeFile(merging, file));
  merging.indexes.makeAgain();
  const { touched, written } = merging;
  return { brought, touched, written, named };
}

/** Merges a file, and once more as a part of a release where it turns out to be one. */
async function mergeFile(merging: Merging, file: LibraryFile): Promise<Brought> {
  const { loaded } = file;
  const format = formatOf(loaded);
  const notes = wholeness(format, loaded);
  const found = await mergeAs(merging, file, format, { whole: notes === undefined, replaces: true });
  if (found) return { ...found, reports: [...found.reports, ...(notes ?? [])] };
  const { store } = merging;
  merging.runs = runsOf(store);
  merging.entities = entityMerger(store, merging.named);
  merging.ids = takenIds(store);
  const part = await mergeAs(merging, file, format, { whole: false, replaces: false });
  if (!part) throw new Error(`${loaded.path} is a part of a release, and ends nothing.`);
  return { ...part, reports: [...part.reports, partOnly] };
}

/** Why what a file leaves out has not ended, as notes for its reader; undefined where it has. */
function wholeness(format: Format, { publication, codes }: Loaded): readonly string[] | undefined {
  if (format.distils && !publication) return [unidentified];
  if (publication?.whole === false) return [setOfFiles];
  // A release that was read for some codes is no evidence about the others.
  return !format.whole || codes ? [] : undefined;
}

/** The first day for which a release was not published: that of the next quarter or year, where it holds on until another is read. */
function confirmedTo({ cadence }: Format, { from, to }: Loaded): string | null {
  const yearLater = `${Number(from.slice(0, 4)) + 1}${from.slice(4)}`;
  const ends = cadence === 'QUARTERLY' ? quarterAfter(from) : cadence === 'YEARLY' ? yearLater : null;
  return ends !== null && (to === null || ends < to) ? ends : null;
}

/** Merges a file in one transaction; undefined, and nothing is merged, where it is not whole although it was taken for it. */
async function mergeAs(
  { store, indexes, runs, entities, ids, named, watcher, touched, written }: Merging,
  file: LibraryFile,
  format: Format,
  { whole, replaces }: { readonly whole: boolean; readonly replaces: boolean },
): Promise<Brought | undefined> {
  const { loaded } = file;
  const begun = performance.now();
  const result: Brought = {
    ...{
      loaded,
      ...noNotes(),
      named: 0,
      added: 0,
      ended: 0,
      corrected: 0,
      unchanged: 0,
      milliseconds: 0,
    },
  };
  const { path, loadedAt, release, from, to, publication } = loaded;
  store.exec('begin');
  const sources = rowWriter(source);
  store.add(sources.into, sources.valuesOf(sourceRow(format, loaded), inNoRun));
  const sourceId = sourceIdOf(loaded);
  named.added.add(sourceId);
  const edition = openEdition(store, {
    ...{ path, sourceId, loadedAt, release, from, to, whole, confirmedTo: confirmedTo(format, loaded) },
    ...{ part: partOf(format, loaded), publication: publication ?? undefined },
  });
  const statements = statementMerger(store, runs, edition, result, ids);
  const runOfEdition = () =>
    runs.numberOf({
      ...{ series: edition.series, firstEdition: edition.number, lastEdition: edition.number },
      ...{ ownDays: false, closedAt: null },
    });
  const reading = readingOf(loaded, result);
  const { rows } = reading;
  // Of what was extracted before, statements cite the rows; an entity may cite the head of its file.
  const distilled = loaded.kept === 'extracted';
  /** The rows that distilled statements cite, in any order, and whether any of theirs says something new. */
  const cited = new Map<number, boolean>();
  const news = () => result.added + result.ended + result.corrected + result.named;
  /** Pair edits, and how many of them their loader left out. */
  const pairs = { all: 0, left: 0 };
  let edits: PtpMerger | undefined;
  let isEmpty = true;
  for await (const extracted of await extractedFrom(file, format, reading, watcher.read)) {
    indexes.putAside(extracted.table);
    touched.add(extracted.table.name);
    if (extracted.kind === 'edits') {
      // They are more rows of that table.
      touched.add(codePairEdit.name);
      pairs.all += extracted.edits.length;
      const left = leftOut(result);
      for (const code of extracted.names) if (entities.name(edition, code, runOfEdition)) result.named += 1;
      edits ??= ptpMerger({ store, runs, edition, reading, tally: result }, extracted);
      edits.take(extracted.edits);
      pairs.left += leftOut(result) - left;
      continue;
    }
    isEmpty = false;
    const before = news();
    const entity = extracted.kind === 'entity' ? extracted : extracted.subject;
    if (entity) touched.add(entity.table.name);
    if (entity && entities.name(edition, entity, runOfEdition)) result.named += 1;
    if (extracted.kind === 'statement') statements.take(extracted);
    const isNew = news() > before;
    if (!distilled) rows.cites(extracted.line, isNew);
    else if (extracted.kind === 'statement' && !extracted.besideRows)
      cited.set(extracted.line, isNew || cited.get(extracted.line) === true);
  }
  for (const [line, isNew] of cited) rows.cites(line, isNew);
  rows.ends();
  const left = leftOut(result);
  edits?.end();
  countPairs(result, { ...pairs, left: pairs.left + leftOut(result) - left });
  // A price file may have an empty list; that it has one is checked as it is read.
  if (format.whole && isEmpty && !distilled) refuseEmpty(loaded, result);
  if (whole && statements.endMissing() === undefined) {
    store.exec('rollback');
    return undefined;
  }
  if (loaded.rates) {
    touched.add(rateFile.name);
    store.run(insertSql(rateFile), rateFileRow(edition, loaded, replaces));
  }
  runs.settle(edition.series);
  written.push(...(edits?.written ?? statements.written));
  if (edits) written.push(...supersedeCurated(store, runs));
  const isFirst = edits?.isFirst ?? edition.editions.length === 1;
  // Of pair edits those that go on are counted with a first file as well.
  const alike = (isFirst ? result.added : 0) + (isFirst && !edits ? 0 : result.unchanged);
  if (alike > 0) written.push(editionAdded(edition, alike, isFirst));
  runs.settle(seriesOfText);
  store.exec('commit');
  result.milliseconds = Math.round(performance.now() - begun);
  return result;
}

/** The event of an edition: what it states as the one before, or all that the first of a series states. */
function editionAdded(
  { sourceId, release }: OpenEdition,
  statementCount: number,
  isFirst: boolean,
): WrittenChange {
  const note = isFirst ? `${release} is the first.` : `They go on in ${release}.`;
  return { kind: 'EDITION_ADDED', statementId: sourceId, previousId: null, note, statementCount };
}

/** Where the rates of a file are, and when they hold. */
function rateFileRow(
  { sourceId, series, number, from, to, loadedAt }: OpenEdition,
  { codes, rates }: Loaded,
  replaces: boolean,
) {
  return {
    ...rates,
    ...{ sourceId, series, edition: number, validFrom: from, validTo: to, recordedFrom: loadedAt },
    ...{ codes: codes && JSON.stringify(codes), replaces: replaces ? 1 : 0 },
  };
}

/** What a file is an edition of: format, publisher and part; a file whose publisher is not known is one by itself. */
function partOf({ name, distils, cutBy }: Format, { part, publication, sha256 }: Loaded): string {
  const publisher = distils && !publication ? sha256 : (publication?.publisher ?? null);
  return JSON.stringify([name, publisher, cutBy ? part.replace(cutBy, '') : part]);
}

/** Counts pair edits, which come in batches: those that their loader left out are counted as such already. */
function countPairs(result: Brought, { all, left }: { readonly all: number; readonly left: number }): void {
  if (all === 0) return;
  result.read += all - left;
  result.confirmed += result.unchanged;
  result.kept += all - left - result.unchanged;
}

/** Refuses a whole release that states nothing, where no row was skipped with a reason. */
function refuseEmpty({ path }: Loaded, { skipped }: Brought): void {
  if (Object.keys(skipped).length > 0) return;
  throw new FileError(
    { path },
    'There is not one row under its heading. Expected a whole release; the file may be cut short: fetch it again.',
  );
}
