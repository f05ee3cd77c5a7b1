/** Takes official code-pair edits into their compact table, release after release: what is new, what stays, what is corrected, what is gone. */

import type { WritableStore } from '../../db/store.ts';
import { insertSql } from '../../db/table.ts';
import { ptpFile, ptpTerm } from '../../db/tables.ts';
import { FileError } from './file.ts';
import type { Reading } from './format.ts';
import type { Load, Tally } from './merge.ts';
import type { PairEdit, PairEditTerm, ToldEdits } from './pair-edit.ts';
import { supersedeCurated } from './ptp-curated.ts';
import { type PtpFile, type PtpReleases, ptpReleases } from './ptp-releases.ts';

/** Takes files of edits in. Each is taken whole before the next, in the order in which they were loaded. */
export interface PtpLoader {
  take(load: Load, reading: Reading, told: ToldEdits, tally: Tally): void;
  /** After the last edits of a file; of no meaning for files of other kinds. */
  end(tally: Tally): void;
  /** After the last file, when all indexes are there. */
  finish(): void;
}

/** A file that is being taken in. */
interface Current {
  readonly load: Load;
  readonly reading: Reading;
  readonly file: PtpFile;
  readonly table: 0 | 1;
  readonly terms: Map<PairEditTerm, number>;
  readonly sql: { readonly many: string; readonly one: string };
  /** Edits that wait until they are enough for one statement, and the values of their columns. */
  readonly waiting: PairEdit[];
  readonly values: (string | number)[];
  first: string;
  last: string;
  rows: number;
  corrected: number;
}

/** Rows in one statement. More gain little, and the more there are, the more are looked at again when one is otherwise. */
const atOnce = 20;
const notKnown = 'start-not-known';
const startOf = ({ from }: PairEdit) => from ?? notKnown;

/** What stands there for the day already: it is said again, or else left for a closer look. */
function insertRows(rows: number, table: 0 | 1, { number, older, release }: PtpFile): string {
  const row = `(?, ?, ${table}, ?, 0, ?, ${number}, ${number}, ?, null)`;
  const again = `update set last_file = ${number}
    where closed_by is null and term = excluded.term and last_file not in (${[...release.files.values()].join(', ')})`;
  return `insert into ptp_edit (column1, column2, practitioner, starts, version, term, first_file, last_file, line, closed_by)
    values ${Array(rows).fill(row).join(', ')}
    on conflict do ${older ? 'nothing' : again}`;
}

const latest = `
  select t.version, t.term, t.last_file as "lastFile", t.line, t.first_file as "firstFile", t.closed_by as "closedBy"
  from ptp_edit t
  where t.column1 = :column1 and t.column2 = :column2 and t.practitioner = :table and t.starts = :starts
  order by t.version desc limit 1`;

interface Latest {
  readonly version: number;
  readonly term: number;
  readonly firstFile: number;
  readonly lastFile: number;
  readonly line: number;
  readonly closedBy: number | null;
}

/** Which of some edits are not in force there as they were told. */
const unsettled = `
  select b.key as "place"
  from json_each(:edits) b
  where not exists (
    select 1 from ptp_edit t
    where t.column1 = b.value ->> 0 and t.column2 = b.value ->> 1 and t.practitioner = :table and t.starts = b.value ->> 2
      and t.closed_by is null and t.term = b.value ->> 3 and t.last_file = :number)`;

const sameRow = `column1 = ? and column2 = ? and practitioner = ? and starts = ? and version = ?`;
const close = `update ptp_edit set closed_by = ? where ${sameRow}`;
const confirm = `update ptp_edit set last_file = ? where ${sameRow}`;
const addVersion = `
  insert into ptp_edit (column1, column2, practitioner, starts, version, term, first_file, last_file, line, closed_by)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, null)`;

const counted = `
  select count(*) filter (where t.first_file = :number) as "added", count(*) filter (where t.first_file < :number) as "unchanged"
  from ptp_edit t
  where t.column1 between :first and :last and t.practitioner = :table and t.last_file = :number`;

export function ptpLoader(store: WritableStore): PtpLoader {
  const releases: Readonly<Record<0 | 1, PtpReleases>> = { 0: ptpReleases(), 1: ptpReleases() };
  const termNumbers = new Map<string, number>();
  // SQLite stores 0 and 1 in no bytes: with numbers that all take one, a row keeps its size when another file says it again.
  let files = 1;
  let current: Current | undefined;

  function begin(load: Load, reading: Reading, { practitioner, part }: ToldEdits): Current {
    files += 1;
    const table = practitioner ? 1 : 0;
    const file = releases[table].begin(files, reading, part);
    const sql = { many: insertRows(atOnce, table, file), one: insertRows(1, table, file) };
    return {
      ...{ load, reading, file, table, sql },
      ...{ terms: new Map(), waiting: [], values: [] },
      ...{ first: '~', last: '', rows: 0, corrected: 0 },
    };
  }

  function termOf({ terms }: Current, term: PairEditTerm): number {
    const known = terms.get(term);
    if (known !== undefined) return known;
    const { validTo, modifierIndicator, rationale, before1996 } = term;
    const key = JSON.stringify([validTo, modifierIndicator, rationale, before1996]);
    let number = termNumbers.get(key);
    if (number === undefined) {
      number = termNumbers.size + 1;
      termNumbers.set(key, number);
      store.run(insertSql(ptpTerm), {
        number,
        validTo,
        modifierIndicator,
        rationale,
        before1996: before1996 ? 1 : 0,
      });
    }
    terms.set(term, number);
    return number;
  }

  /** Writes what waits. Whatever of it was neither new nor as before is looked at closely. */
  function flush(now: Current): void {
    const { waiting, values, sql, file, reading } = now;
    const width = values.length / waiting.length;
    const rows = Array.from({ length: waiting.length === atOnce ? 0 : waiting.length }, (_, row) =>
      values.slice(row * width, (row + 1) * width),
    );
    let settled = waiting.length === atOnce ? store.put(sql.many, values) : 0;
    for (const row of rows) settled += store.put(sql.one, row);
    if (settled < waiting.length && !file.older) settled += settleRest(now);
    for (; settled < waiting.length; settled += 1)
      reading.skip(file.older ? 'said by a newer release' : 'the same row a second time');
    waiting.length = 0;
    values.length = 0;
  }

  function settleRest(now: Current): number {
    const { waiting, table, file } = now;
    const edits = waiting.map((edit) => [edit.column1, edit.column2, startOf(edit), termOf(now, edit.term)]);
    const asked = { edits: JSON.stringify(edits), table, number: file.number };
    let settled = 0;
    for (const { place } of store.all<{ readonly place: number }>(unsettled, asked)) {
      const edit = waiting[place];
      if (edit && settle(now, edit)) settled += 1;
    }
    return settled;
  }

  /** An edit for whose pair and day something else stands. Answers false where it says what was said of them in this release. */
  function settle(now: Current, edit: PairEdit): boolean {
    const { table, file, load } = now;
    const { column1, column2, line } = edit;
    const starts = startOf(edit);
    const there = store.get<Latest>(latest, { column1, column2, table, starts });
    const term = termOf(now, edit.term);
    const inRelease = there && [...file.release.files.values()].includes(there.lastFile);
    if (!there || (there.closedBy === null && there.term === term && inRelease)) return false;
    const row = [column1, column2, table, starts, there.version];
    if (there.closedBy === null && there.term === term) {
      store.put(confirm, [file.number, ...row]);
      return true;
    }
    if (there.closedBy === null) {
      if (inRelease) throw twice(load, edit, there.firstFile === file.number ? there.line : undefined);
      store.put(close, [file.number, ...row]);
      now.corrected += 1;
    }
    const next = [column1, column2, table, starts, there.version + 1, term, file.number, file.number, line];
    store.put(addVersion, next);
    return true;
  }

  function end(tally: Tally): void {
    if (!current) return;
    const now = current;
    current = undefined;
    if (now.waiting.length > 0) flush(now);
    const { load, reading, file, table, first, last } = now;
    const { number } = file;
    store.run(insertSql(ptpFile), {
      sourceId: load.sourceId,
      number,
      practitioner: table,
      releasedFrom: reading.from,
      recordedFrom: load.loadedAt,
      codes: reading.codes ? JSON.stringify([...reading.codes].sort()) : null,
      firstColumn1: first,
      lastColumn1: last,
    });
    const found = store.get<Pick<Tally, 'added' | 'unchanged'>>(counted, { number, first, last, table });
    tally.added += (found?.added ?? 0) - now.corrected;
    tally.unchanged += found?.unchanged ?? 0;
    tally.corrected += now.corrected;
    tally.ended += closeMissing(now);
  }

  return {
    take(load, reading, told, tally) {
      if (current?.load !== load) {
        end(tally);
        current = begin(load, reading, told);
      }
      const now = current;
      if (now.file.ignored) {
        for (const _ of told.edits) reading.skip('said by a newer release');
        return;
      }
      const { waiting, values } = now;
      for (const edit of told.edits) {
        const { column1, column2, term, line } = edit;
        if (column1 < now.first) now.first = column1;
        if (column1 > now.last) now.last = column1;
        waiting.push(edit);
        values.push(column1, column2, edit.from ?? notKnown, now.terms.get(term) ?? termOf(now, term), line);
        if (waiting.length === atOnce) flush(now);
      }
    },
    end,
    finish() {
      if (files > 1) supersedeCurated(store);
    },
  };

  /** Holds no more what earlier releases held and a whole later one does not, once its last part is in. */
  function closeMissing({ file, table, reading }: Current): number {
    if (!releases[table].tellsAll(file)) return 0;
    const kept = [...file.release.files.values()].join(', ');
    const wanted = '(select value from json_each(?))';
    const of = reading.codes ? ` and (column1 in ${wanted} or column2 in ${wanted})` : '';
    const codes = reading.codes && JSON.stringify([...reading.codes]);
    return store.put(
      `update ptp_edit set closed_by = ${file.number} where practitioner = ${table} and closed_by is null and last_file not in (${kept})${of}`,
      codes ? [codes, codes] : [],
    );
  }
}

/** One release does not correct itself. */
function twice({ path }: Load, edit: PairEdit, earlier: number | undefined): FileError {
  const where = earlier === undefined ? 'in this release' : `on line ${earlier}`;
  return new FileError(
    { path, line: edit.line },
    `${edit.column1} with ${edit.column2} from ${startOf(edit)} stands ${where} already, and says another thing. Expected one row; the file may be damaged or put together from several releases.`,
  );
}
