/**
 * Merges what an edition states. A row says something in a run of editions: what the edition before states as well goes on,
 * and only what differs is written.
 */

import type { RunOf, Runs } from '../../../db/history/runs.ts';
import { membersOf } from '../../../db/history/speaking.ts';
import type { WrittenChange } from '../../../db/history/written.ts';
import type { WritableStore } from '../../../db/kit/store.ts';
import { insertSql, ownName, type Table } from '../../../db/kit/table.ts';
import { seriesTable, statementTables } from '../../../db/tables/index.ts';
import { FileError } from '../format/file.ts';
import type { Stated } from '../format/format.ts';
import { takeBesideText } from './beside-text.ts';
import { citeAlso, cites } from './cite.ts';
import type { EditionMerge, OwnDays } from './merging.ts';
import type { OpenEdition } from './series.ts';
import { keyOfRow, noFirstDay, type StoredRow, type TableRows, tableRows } from './table-rows.ts';
import { type TakenIds, takenIds } from './taken-ids.ts';
import type { Tally } from './tally.ts';

/** Merges the statements of one edition. */
export interface StatementMerger {
  /** What was written so far, for the feed of changes; of the first edition of a series the feed has their number alone. */
  readonly written: readonly WrittenChange[];
  take(stated: Stated): void;
  /**
   * Ends what the edition before states and this whole one does not; returns how many. Undefined where that is most of it:
   * then it is taken for a part of a release or cut short, and must be merged as one that is not whole.
   */
  endMissing(): number | undefined;
}

const fills = insertSql(seriesTable).replace('insert', 'insert or ignore');

const locatorOf = ({ at, line }: Stated) => at ?? `line ${line}`;

const idOf = ({ table, key, from }: Stated) => `${table.type}:${key}/${from ?? noFirstDay}`;

const keyOf = ({ continues, key, from }: Stated, { own }: OwnDays) => keyOfRow(continues ?? key, own, from);

/** The days that a statement has of its own. */
function ownDaysOf({ from, to, dated }: Stated, edition: OpenEdition): OwnDays {
  const own = dated === true || from === null;
  return {
    own,
    from: own || from !== edition.from ? from : null,
    to: !own && to === edition.to ? null : to,
  };
}

/** Merges the statements of an edition into the rows of its series. */
export function statementMerger(
  store: WritableStore,
  runs: Runs,
  edition: OpenEdition,
  tally: Tally,
  ids: TakenIds = takenIds(store),
): StatementMerger {
  const { series, number, before, after, editions, whole, loadedAt, sourceId } = edition;
  const tables = new Map<Table, TableRows>();
  const written: WrittenChange[] = [];
  const isFirst = editions.length === 1;
  const earlier = editions
    .filter((each) => each.number < number)
    .map((each) => ({ ...each, whole: each.whole === 1 }));
  const laterWhole = editions.find((each) => each.number > number && each.whole === 1);

  const merge: EditionMerge = {
    ...{ store, runs, edition, tally, add },
    note(kind, statementId, previousId = null, words) {
      if (!isFirst || kind !== 'CREATED')
        written.push({ kind, statementId, previousId, note: words ?? null, statementCount: null });
    },
    confirm(row, stated) {
      citeAlso(store, sourceId, row.id, locatorOf(stated));
      merge.note('SOURCE_REFRESHED', row.id, null, 'It cites other sources or passages.');
    },
  };

  function rowsOf(table: Table): TableRows {
    const known = tables.get(table);
    if (known) return known;
    store.run(fills, { tableName: table.name, series });
    const found = tableRows(store, table, runs, edition, ids);
    tables.set(table, found);
    return found;
  }

  const runFrom = (first: number, last: number | null, ownDays: boolean) =>
    runs.numberOf({ series, firstEdition: first, lastEdition: last, ownDays, closedAt: null });

  const goesThrough = ({ firstEdition, lastEdition }: RunOf) =>
    firstEdition <= number && (lastEdition === null || lastEdition >= number);

  const reaches = ({ lastEdition }: RunOf, other: { readonly number: number }) =>
    lastEdition === null || lastEdition >= other.number;

  /** Whether what goes through an edition that is not whole is in force on its days by the editions before. */
  function stillSpeaks(run: RunOf): boolean {
    if (run.ownDays) return true;
    const last = membersOf(earlier, run).at(-1);
    return last !== undefined && (last.validTo === null || last.validTo > edition.from);
  }

  /** The last edition of a row that begins with this one: before a later one states something else of its key, or all there is. */
  function lastOf(known: readonly StoredRow[]): number | null {
    const begun = known.map((row) => runs.run(row.run).firstEdition).filter((first) => first > number);
    const limit = Math.min(...begun, laterWhole?.number ?? Number.POSITIVE_INFINITY);
    return limit === Number.POSITIVE_INFINITY
      ? null
      : (editions.findLast((each) => each.number < limit)?.number ?? number);
  }

  /** Whether a later edition states a row, or another in its place. */
  function isStatedLater(row: StoredRow): boolean {
    const run = runs.run(row.run);
    if (run.firstEdition > number || (laterWhole && reaches(run, laterWhole))) return true;
    return editions.some(
      (each) => each.number > number && each.sourceId && cites(store, each.sourceId, row.id),
    );
  }

  function add(rows: TableRows, stated: Stated, days: OwnDays): string {
    const { continues = null, values, envelope, open } = stated;
    const key = keyOf(stated, days);
    const id = rows.free(idOf(stated), `recorded-${loadedAt}`);
    const validEnd = days.to !== null ? 'KNOWN' : open ? 'OPEN' : 'NOT_KNOWN';
    const release = values.release === edition.release ? null : values.release;
    const row = { ...envelope, ...values, id, validFrom: days.from, validTo: days.to, validEnd, release };
    const run = runFrom(number, lastOf(rows.ofKey(key)), days.own);
    rows.insert(row, key, { run, locator: locatorOf(stated), continues });
    return id;
  }

  /** Ends a row before this edition; what later editions state of it goes on in a row of its own. */
  function endBefore(rows: TableRows, row: StoredRow): void {
    const run = runs.run(row.run);
    const { firstEdition, lastEdition, ownDays } = run;
    if (laterWhole && reaches(run, laterWhole)) {
      const id = rows.free(row.id, `from-${laterWhole.validFrom}`);
      rows.copy(row, id, runFrom(laterWhole.number, lastEdition, ownDays));
      merge.note('CREATED', id);
    }
    rows.move(row, runFrom(firstEdition, before?.number ?? firstEdition, ownDays));
  }

  /** A row of which the edition says something else: it ends, or it was wrong where it has days of its own or was published anew. */
  function replace(rows: TableRows, row: StoredRow, stated: Stated, days: OwnDays): void {
    const run = runs.run(row.run);
    if (run.firstEdition === number) throw twice(stated);
    const isAnew = before?.validFrom === edition.from;
    if (run.ownDays) {
      const id = add(rows, stated, days);
      rows.move(row, runs.numberOf({ ...run, closedAt: loadedAt }), id);
      merge.note('UPDATED', id, row.id);
    } else {
      endBefore(rows, row);
      const id = add(rows, stated, days);
      const first = editions.find((each) => each.number === run.firstEdition);
      // It was in no other edition than those that this one replaces.
      if (isAnew && first?.validFrom === edition.from) rows.move(row, row.run, id);
      merge.note('UPDATED', id, row.id);
    }
    if (run.ownDays || isAnew) tally.corrected += 1;
    else {
      tally.ended += 1;
      tally.added += 1;
    }
  }

  function twice({ key, line }: Stated): FileError {
    return new FileError(
      { path: edition.path, line },
      `${key} stands in this file twice for the same days, and says two things. Look at both rows; the file may be damaged or put together from several.`,
    );
  }

  /** Merges what the series states already; false where the edition states something that is not in it. */
  function takeOfSeries(rows: TableRows, stated: Stated, days: OwnDays): boolean {
    const key = keyOf(stated, days);
    const known = rows.ofKey(key);
    // Of rows with days of their own the newest edition is believed.
    const later = days.own && after ? known.find(isStatedLater) : undefined;
    const through = later ?? known.find((row) => goesThrough(runs.run(row.run)));
    if (!through) {
      const same = known.filter((row) => rows.isSame(row, stated, days));
      return whole && lengthen(rows, same, key);
    }
    const run = runs.run(through.run);
    through.isStated = true;
    if (later || (rows.isSame(through, stated, days) && (whole || stillSpeaks(run)))) {
      if (!later && !whole && run.firstEdition !== number) merge.confirm(through, stated);
      tally.unchanged += 1;
    } else replace(rows, through, stated, days);
    return true;
  }

  /**
   * Lengthens a row that ends with the edition before, or begins with the one after, and joins two that do. In the feed that
   * is no event of its own: the edition counts what it states alike.
   */
  function lengthen(rows: TableRows, same: readonly StoredRow[], key: string): boolean {
    const ending = before && same.find((row) => runs.run(row.run).lastEdition === before.number);
    const beginning = after && same.find((row) => runs.run(row.run).firstEdition === after.number);
    const kept = ending ?? beginning;
    if (!kept) return false;
    const { firstEdition, ownDays } = runs.run(kept.run);
    const last = beginning ? runs.run(beginning.run).lastEdition : lastOf([]);
    if (ending && beginning) {
      rows.drop(beginning, key);
      merge.note('RETIRED', beginning.id, null, `${ending.id} goes on in its place.`);
    }
    rows.move(kept, runFrom(ending ? firstEdition : number, last, ownDays));
    kept.isStated = true;
    tally.unchanged += 1;
    return true;
  }

  /** The tables with rows of the series, whether or not this edition states any. */
  function tablesOfSeries(): readonly TableRows[] {
    const has = (table: Table) =>
      store.get(
        `select 1 from ${ownName(table)} r where r.run in (select u.number from run u where u.series = :series) limit 1`,
        { series },
      ) !== undefined;
    return statementTables.filter((table) => tables.has(table) || has(table)).map(rowsOf);
  }

  return {
    written,
    take(stated) {
      const rows = rowsOf(stated.table);
      const days = ownDaysOf(stated, edition);
      if (takeOfSeries(rows, stated, days)) return;
      const ofText = rows.ofText(stated, idOf(stated));
      if (ofText.length > 0) {
        takeBesideText(merge, rows, stated, days, ofText);
        return;
      }
      merge.note('CREATED', add(rows, stated, days));
      tally.added += 1;
    },
    endMissing() {
      if (isFirst) return 0;
      let all = 0;
      const missing: (readonly [TableRows, StoredRow])[] = [];
      for (const rows of tablesOfSeries()) {
        for (const row of rows.ofSeries()) {
          const run = runs.run(row.run);
          if (run.firstEdition === number || !(row.isStated || goesThrough(run))) continue;
          all += 1;
          if (!row.isStated) missing.push([rows, row]);
        }
      }
      if (missing.length * 2 > all) return undefined;
      for (const [rows, row] of missing) {
        endBefore(rows, row);
        merge.note('RETIRED', row.id, null, `${edition.release} does not state it any more.`);
      }
      tally.ended += missing.length;
      return missing.length;
    },
  };
}
