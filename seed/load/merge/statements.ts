/** Merges the statements of an official file into a database that is being built: adds, confirms, ends and corrects rows. */

import { subjectCitation } from '../../../db/kit/plain.ts';
import type { WritableStore } from '../../../db/kit/store.ts';
import { ownName, type Table } from '../../../db/kit/table.ts';
import type { BoundValues, Params } from '../../../db/kit/values.ts';
import { citation, statementTables } from '../../../db/tables/index.ts';
import { FileError } from '../format/file.ts';
import type { Stated } from '../format/format.ts';
import type { NamedEntity } from '../format/named-entity.ts';
import { citeAlso, citeFirst, citeNamed } from './cite.ts';
import { idOf, locatorOf, newRow, rowOf } from './new-row.ts';
import { plainFiles } from './plain-files.ts';
import type { SubjectCitation } from './plain-row.ts';
import { type Edition, releaseParts } from './release-parts.ts';
import type { StoredRow } from './row.ts';
import { type TableRows, tableRows } from './table-rows.ts';
import type { Load, Tally } from './tally.ts';

const start = ({ validFrom }: StoredRow) => validFrom ?? '0000';
const end = ({ validTo }: StoredRow) => validTo ?? '9999';

const forget = `delete from ${ownName(citation)} where subject_id = :id`;

const citeLike = `
  insert into ${ownName(citation)} (subject_id, seq, source_id, role, locator, part)
  select :id, c.seq, c.source_id, c.role, c.locator, c.part from ${ownName(citation)} c where c.subject_id = :like`;

/** The statement tables whose plain rows are in the rows of entities, by the table of the entities. */
const tableWithin = new Map(
  statementTables.flatMap((table) =>
    (table.plain ?? []).flatMap((place) => ('within' in place ? [[place.within, table] as const] : [])),
  ),
);

/** A row, with the values that find the other rows of its key. */
interface Subject {
  readonly id: string;
  readonly values: Stated['values'];
}

/** A half-open range of days. */
interface Days {
  readonly first: string;
  readonly end: string;
}

/** Merges the statements of files, load after load, oldest release first. */
export interface Merger {
  /** The values that the row of a new subject stores of its statement; undefined where it has no columns for it. */
  valuesFor(load: Load, stated: Stated): BoundValues | undefined;
  /** To be called before an entity is renamed: a statement in its row moves to an ordinary row with the old values. */
  keepWords(thing: NamedEntity): void;
  /** Merges a statement; `named` is how its subject is to be cited for the same row. */
  take(load: Load, stated: Stated, tally: Tally, named?: SubjectCitation): void;
  /**
   * Ends the statements of earlier releases of this part that the whole release lacks, on its first day; returns how many.
   * Where that would be most of them, the file is taken for a part of a release or as cut short: nothing is ended, and the
   * result is undefined.
   */
  endMissing(load: Load, from: string, tally: Tally): number | undefined;
  /** Begins a file of this part of a release; without a part, nothing is concluded from what the file lacks. */
  begin(part: string | undefined, edition?: Edition): void;
}

export function merger(store: WritableStore): Merger {
  const tables = new Map<Table, TableRows>();
  /** The row that replaced a corrected one, by the id of that one. */
  const successors = new Map<string, string>();
  const files = plainFiles(store);
  /** How the subject of the current statement is still to be cited. */
  let toName: SubjectCitation = subjectCitation.notCited;

  const parts = releaseParts(tables);

  function rowsOf(table: Table): TableRows {
    let found = tables.get(table);
    if (!found) {
      found = tableRows(store, table, files);
      tables.set(table, found);
    }
    return found;
  }

  /** Ends a row on a day. What others may have seen stays recorded: the row is closed and a shorter one supersedes it. */
  function endOn(load: Load, table: Table, row: StoredRow, day: string): void {
    const rows = rowsOf(table);
    if (row.recordedFrom >= load.loadedAt) {
      rows.shorten(row, day);
      return;
    }
    rows.promote(row);
    const id = rows.free(row.id, `until-${day}`);
    rows.insert({ ...row, id, validTo: day, validEnd: 'KNOWN', recordedFrom: load.loadedAt });
    store.run(citeLike, { id, like: row.id });
    citeAlso(store, load, id, null);
    retire(load, table, row, id);
  }

  function retire(load: Load, table: Table, row: StoredRow, supersededBy: string | null): void {
    if (supersededBy) successors.set(row.id, supersededBy);
    // A row of an older release that was loaded later: it was superseded before it was recorded, so nobody has seen it.
    if (row.recordedFrom >= load.loadedAt) {
      rowsOf(table).drop(row);
      store.run(forget, { id: row.id });
      return;
    }
    rowsOf(table).close(row, load.loadedAt, supersededBy);
  }

  /**
   * Rows that were closed by a release loaded after this one were still open at its load: from then on they yield to it on
   * the same days, as open rows do.
   */
  function giveWay(load: Load, table: Table, { id, values }: Subject, days: Days, to: string | null): void {
    for (const row of rowsOf(table).closedAfter(id, values, load.loadedAt)) {
      if (end(row) <= days.first || start(row) >= days.end) continue;
      if (start(row) >= days.first) retire(load, table, row, to);
      else endOn(load, table, row, days.first);
    }
  }

  function confirm(load: Load, stated: Stated, row: StoredRow, tally: Tally): void {
    const { id } = row;
    const rows = rowsOf(stated.table);
    const confirmation = rows.plain?.confirm(load, id, locatorOf(stated), toName) ?? 'nothing';
    if (confirmation === 'both') toName = subjectCitation.notCited;
    if (confirmation === 'nothing') {
      rows.promote(row);
      citeAlso(store, load, id, locatorOf(stated));
    }
    tally.unchanged += 1;
    parts.remember(load, stated, id);
  }

  function add(load: Load, stated: Stated, to: string | null): string {
    const rows = rowsOf(stated.table);
    const wanted = idOf(stated);
    if (rows.insertPlain(load, wanted, newRow(stated, to), toName)) {
      toName = subjectCitation.notCited;
      parts.rememberPlain(load, stated);
      return wanted;
    }
    const id = rows.free(wanted, `recorded-${load.loadedAt}`);
    rows.insert(rowOf(load, stated, id, to));
    citeFirst(store, load, id, locatorOf(stated));
    parts.remember(load, stated, id);
    return id;
  }

  /** Adds a row, and ends rows on the same days that were still open at its load and closed later. */
  function addOver(load: Load, stated: Stated, to: string | null): string {
    const { table, values, from } = stated;
    const id = add(load, stated, to);
    giveWay(load, table, { id, values }, { first: from ?? '0000', end: to ?? '9999' }, id);
    return id;
  }

  function addNew(load: Load, stated: Stated, tally: Tally, to = stated.to): void {
    const before = rowBefore(stated);
    const id = addOver(load, stated, to);
    tally.added += 1;
    if (!before) return;
    const first = stated.from ?? '0000';
    if (start(before) < first) endOn(load, stated.table, before, first);
    else retire(load, stated.table, before, id);
    tally.ended += 1;
  }

  /** The row of the statement that this one continues under a new key, if its validity has not ended before. */
  function rowBefore(stated: Stated): StoredRow | undefined {
    const last = stated.continues === undefined ? undefined : parts.statedBefore(stated);
    const row = last && rowsOf(stated.table).find(last.id, last.values);
    return row && end(row) > (stated.from ?? '0000') ? row : undefined;
  }

  function correct(load: Load, stated: Stated, old: StoredRow, to: string | null, tally: Tally): void {
    refuseTwice(load, stated, old);
    // The new row must not find its id in use by a plain row.
    rowsOf(stated.table).promote(old);
    retire(load, stated.table, old, addOver(load, stated, to));
    tally.corrected += 1;
  }

  /** Merges a statement of which only one per key is valid on any day. */
  function takeExclusive(load: Load, stated: Stated, tally: Tally): void {
    const { table, from, to } = stated;
    const rows = rowsOf(table).sharing(stated.values);
    const first = from ?? '0000';
    const next = rows.find((row) => start(row) > first);
    const until = next && start(next) < (to ?? '9999') ? start(next) : to;
    const there = rows.find((row) => start(row) <= first && first < end(row));
    if (there && sameAs(there, stated) && there.recordedFrom <= load.loadedAt)
      confirm(load, stated, there, tally);
    else if (there && start(there) === first) correct(load, stated, there, until, tally);
    else {
      if (there) {
        endOn(load, table, there, first);
        tally.ended += 1;
      }
      addNew(load, stated, tally, until);
    }
  }

  /** Merges a statement with its own dates: it confirms or corrects the row with its id. */
  function takeDated(load: Load, stated: Stated, tally: Tally): void {
    const { table, to, values } = stated;
    const row = rowsOf(table).find(latest(idOf(stated)), values);
    if (!row) addNew(load, stated, tally);
    else if (row.validTo === to && sameAs(row, stated) && row.recordedFrom <= load.loadedAt)
      confirm(load, stated, row, tally);
    else correct(load, stated, row, to, tally);
  }

  function sameAs(row: StoredRow, { table, values, envelope: { unknownReason = null } }: Stated): boolean {
    return row.unknownReason === unknownReason && rowsOf(table).states(row, values);
  }

  function latest(id: string): string {
    let found = id;
    for (let next = successors.get(found); next; next = successors.get(found)) found = next;
    return found;
  }

  return {
    begin: parts.begin,
    valuesFor: (load, stated) => rowsOf(stated.table).plain?.valuesFor(load, newRow(stated, stated.to)),
    keepWords({ table, row }) {
      const within = tableWithin.get(table);
      if (!within) return;
      const reworded = rowsOf(within).plain?.reworded(row as Params);
      if (reworded) rowsOf(within).promote(reworded);
    },
    take(load, stated, tally, named = subjectCitation.notCited) {
      if (named === subjectCitation.holding) {
        parts.rememberPlain(load, stated);
        tally.added += 1;
        return;
      }
      toName = named;
      // A new entity has no earlier statements.
      if (named === subjectCitation.brought) addNew(load, stated, tally);
      else if (stated.table.exclusiveBy) takeExclusive(load, stated, tally);
      else takeDated(load, stated, tally);
      // The subject, where no plain row cites for it.
      if (toName !== subjectCitation.notCited && stated.subject)
        citeNamed(store, load, stated.subject, toName);
    },
    endMissing(load, from, tally) {
      const found = parts.takeMissing(load);
      if (!found) return undefined;
      for (const { table, id, values } of [...found.missing, ...found.missedLater]) {
        const row = rowsOf(table).find(id, values);
        if (row && end(row) > from) {
          if (start(row) < from) endOn(load, table, row, from);
          else retire(load, table, row, null);
          tally.ended += 1;
        }
        giveWay(load, table, { id, values }, { first: from, end: '9999' }, null);
      }
      return found.missing.length;
    },
  };
}

/** Throws where two rows of one file contradict each other. */
function refuseTwice(load: Load, { key, line }: Stated, row: StoredRow): void {
  if (row.recordedFrom !== load.loadedAt) return;
  throw new FileError(
    { path: load.path, line },
    `${key} stands in this file twice for the same days, and says two things. Look at both rows; the file may be damaged or put together from several.`,
  );
}
