/**
 * Merges a file of official code-pair edits into their compact table. There are millions, in the order of column 1: those of the
 * file and those on record are walked side by side, a code at a time, and only what differs is written.
 */

import type { Runs } from '../../../db/history/runs.ts';
import type { WrittenChange } from '../../../db/history/written.ts';
import type { WritableStore } from '../../../db/kit/store.ts';
import type { Reading } from '../format/format.ts';
import type { PairEdit, PairEditBatch } from '../format/pair-edit.ts';
import { type OpenEdition, partOnly } from '../merge/series.ts';
import type { Tally } from '../merge/tally.ts';
import { curatedIds } from './ptp-curated.ts';
import { addFile, ptpArrival } from './ptp-files.ts';
import { expectedIn, goneIn } from './ptp-gone.ts';
import { idOf, inOrder, order, type PtpRow, ptpRows, startOf, twice } from './ptp-rows.ts';
import { ptpTally } from './ptp-tally.ts';
import { ptpTerms } from './ptp-terms.ts';

/** Merges the edits of one file. */
export interface PtpMerger {
  /** Whether no other release of its table was read for its codes: then nearly all that it states is new. */
  readonly isFirst: boolean;
  /** What was written so far, for the feed of changes; of what is new in a first file the feed has the number alone. */
  readonly written: readonly WrittenChange[];
  take(edits: readonly PairEdit[]): void;
  /** To be called after the last edits. */
  end(): void;
}

/** A file that is merged. */
interface PtpMerge {
  readonly store: WritableStore;
  readonly runs: Runs;
  readonly edition: OpenEdition;
  readonly reading: Reading;
  readonly tally: Tally;
}

const statedByNewer = 'stated by a newer release';
const statedAgain = 'the same row a second time';

export function ptpMerger(
  { store, runs, edition, reading, tally }: PtpMerge,
  { practitioner, part }: Pick<PairEditBatch, 'practitioner' | 'part'>,
): PtpMerger {
  const { series, number, loadedAt, path } = edition;
  const table = practitioner ? 1 : 0;
  const arrival = ptpArrival(store, edition, { part, codes: reading.codes });
  const { file, isFirst, release } = arrival;
  const run = runs.numberOf({
    ...{ series, firstEdition: number, lastEdition: null, ownDays: true, closedAt: null },
  });
  const rows = ptpRows(store, { series, table, file, run });
  const terms = ptpTerms(store);
  const counts = ptpTally(store, run);
  const curated = curatedIds(store);
  const visited = new Set<string>();
  const written: WrittenChange[] = [];
  /** The edits of the code that is being read. */
  let together: PairEdit[] = [];
  let confirmed = 0;
  let added = 0;

  function note(kind: WrittenChange['kind'], id: string, more: Partial<WrittenChange> = {}): void {
    written.push({ kind, statementId: id, previousId: null, note: null, statementCount: null, ...more });
  }

  const idOfRow = (row: PtpRow) => idOf(row, table, arrival.momentOf(runs.run(row.run).firstEdition));

  function add(edit: PairEdit, version: number): void {
    counts.add(edit.term, startOf(edit));
    rows.add(edit, version, terms.numberOf(edit.term));
    added += 1;
  }

  const newId = (edit: PairEdit, version: number) =>
    idOf({ column1: edit.column1, column2: edit.column2, starts: startOf(edit), version }, table, loadedAt);

  /** Takes an edit off the record. */
  function close(row: PtpRow): void {
    const closed = runs.numberOf({ ...runs.run(row.run), closedAt: loadedAt });
    rows.move(row, closed);
    counts.move({ ...row, validTo: terms.endOf(row.term) }, closed);
  }

  const isOpen = ({ run: of }: PtpRow) => runs.run(of).closedAt === null;

  /** Whether the file stated a row already, which it does where the edits of a code do not come together. */
  const isRepeated = (row: PtpRow, before: boolean) => before && !rows.lacksNoMore(row);

  /** Merges an edit; `row` is the last of its pair and first day, and `before` tells whether its code came before in the file. */
  function settle(edit: PairEdit, row: PtpRow | undefined, before: boolean): void {
    if (!row || !isOpen(row)) {
      if (arrival.isCovered(edit)) reading.skip(statedByNewer);
      else {
        const version = row ? row.version + 1 : firstVersion(edit);
        add(edit, version);
        if (!isFirst) note('CREATED', newId(edit, version));
        tally.added += 1;
      }
      return;
    }
    const { firstEdition } = runs.run(row.run);
    const isSame = row.term === terms.numberOf(edit.term);
    const isOfRelease = release.editions.has(firstEdition) || isRepeated(row, before);
    if (firstEdition > number) reading.skip(statedByNewer);
    else if (isSame && isOfRelease) reading.skip(statedAgain);
    else if (isSame) {
      confirmed += 1;
      tally.unchanged += 1;
    } else if (isOfRelease) throw twice(path, edit, 'in this release');
    else correct(edit, row);
  }

  function correct(edit: PairEdit, row: PtpRow): void {
    const files = rows.stating(row, [...arrival.newer, ...release.others]);
    if (files.some(({ from }) => from > edition.from)) {
      rows.lacks(row);
      reading.skip(statedByNewer);
    } else if (files.length > 0) throw twice(path, edit, 'in this release');
    else {
      close(row);
      add(edit, row.version + 1);
      note('UPDATED', newId(edit, row.version + 1), { previousId: idOfRow(row) });
      tally.corrected += 1;
    }
  }

  /** An edit of the text had the id first: the official one is its correction. */
  function firstVersion(edit: PairEdit): 0 | 1 {
    return curated.get(edit.column1)?.includes(newId(edit, 0)) ? 1 : 0;
  }

  /** Notes that an edit on record is not among those of its code, where the file covers it. */
  function lack(row: PtpRow, before: boolean): void {
    if (before || !isOpen(row) || runs.run(row.run).firstEdition >= number) return;
    if (arrival.covers(row)) rows.lacks(row);
  }

  /** Merges the edits of a code in column 1. */
  function merge(): void {
    const [begin] = together;
    if (!begin) return;
    const { column1 } = begin;
    const before = visited.has(column1);
    if (before) rows.write();
    visited.add(column1);
    if (column1 < file.first) file.first = column1;
    if (column1 > file.last) file.last = column1;
    const stored = arrival.isAlone && !before ? [] : rows.ofCode(column1);
    let place = 0;
    let last: PairEdit | undefined;
    for (const edit of inOrder(together)) {
      if (last && order(last, edit) === 0) {
        if (terms.numberOf(last.term) !== terms.numberOf(edit.term))
          throw twice(path, edit, `on line ${last.line}`);
        reading.skip(statedAgain);
        continue;
      }
      last = edit;
      let row: PtpRow | undefined;
      for (let next = stored[place]; next && order(next, edit) <= 0; next = stored[place]) {
        if (order(next, edit) === 0) row = next;
        else lack(next, before);
        place += 1;
      }
      settle(edit, row, before);
    }
    for (; place < stored.length; place += 1) lack(stored[place] as PtpRow, before); // within its length
    together = [];
  }

  return {
    isFirst,
    written,
    take(edits) {
      for (const edit of edits) {
        if (together[0] && together[0].column1 !== edit.column1) merge();
        together.push(edit);
      }
    },
    end() {
      merge();
      rows.write();
      if (!arrival.isAlone) rows.lacksOthers(visited);
      addFile(store, edition, file, added + confirmed);
      if (release.ends) {
        const gone = goneIn(store, series, table, arrival);
        // What lacks most of what was loaded before is taken for a part, as with every other format.
        const isPart = gone.length * 2 > expectedIn(store, table, arrival);
        if (isPart) reading.report?.(partOnly);
        for (const row of isPart ? [] : gone) {
          close(row);
          note('RETIRED', idOfRow(row), { note: `${edition.release} does not state it any more.` });
          tally.ended += 1;
        }
      }
      counts.write();
    },
  };
}
