/** Writes the edits of one file into the compact table: in bulk where they are new or unchanged, one by one where they differ. */

import type { WritableStore } from '../../../db/kit/store.ts';
import { FileError } from '../format/file.ts';
import type { PairEdit, PairEditTerm } from '../format/pair-edit.ts';
import type { PtpFile } from './ptp-releases.ts';
import type { PtpGroup, PtpTally } from './ptp-tally.ts';
import type { PtpTerms } from './ptp-terms.ts';

export interface PtpWriter {
  write(edits: readonly PairEdit[]): void;
  /** The counts so far. */
  result(): PtpWritten;
}

export interface PtpWritten {
  /** Edits that correct what was recorded. */
  readonly corrected: number;
  /** Edits that changed nothing: a newer release has the pair, or the file has the row twice. */
  readonly left: number;
  /** The least and the greatest code of column 1. */
  readonly first: string;
  readonly last: string;
  /** The number of edits by validity; undefined where not all of them are new. */
  readonly counts: readonly (Pick<PtpGroup, 'starts' | 'validTo'> & { readonly edits: number })[] | undefined;
}

/** A term of this file, and its number of edits by first day. */
interface Stated {
  readonly number: number;
  readonly counts: Map<string, { edits: number }>;
}

/** Rows per SQL statement. More gain little, and all of them are checked again when one of them differs. */
const atOnce = 20;
const width = 5;

/** The first day as stored. */
const startOf = ({ from }: PairEdit) => from ?? 'start-not-known';

/** Inserts rows of a file. An equal open row is confirmed; any other conflict changes nothing and is settled later. */
function insertRows(rows: number, { table, number, older, release }: PtpFile): string {
  const row = `(?, ?, ${table}, ?, 0, ?, ${number}, ${number}, ?, null)`;
  const again = `update set last_file = ${number}
    where closed_by is null and term = excluded.term and last_file not in (${[...release.files.values()].join(', ')})`;
  return `insert into ptp_edit (column1, column2, practitioner, starts, version, term, first_file, last_file, line, closed_by)
    values ${Array(rows).fill(row).join(', ')}
    on conflict do ${older ? 'nothing' : again}`;
}

/** Finds the edits of a batch that are not recorded as the file states them. */
const unsettled = `
  select b.key as "place"
  from json_each(:edits) b
  where not exists (
    select 1 from ptp_edit t
    where t.column1 = b.value ->> 0 and t.column2 = b.value ->> 1 and t.practitioner = :table and t.starts = b.value ->> 2
      and t.closed_by is null and t.term = b.value ->> 3 and t.last_file = :number)`;

const latest = `
  select t.version, t.term, t.first_file as "firstFile", t.last_file as "lastFile", t.line, t.closed_by as "closedBy"
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

const sameRow = `column1 = ? and column2 = ? and practitioner = ? and starts = ? and version = ?`;
const close = `update ptp_edit set closed_by = ? where ${sameRow}`;
const confirm = `update ptp_edit set last_file = ? where ${sameRow}`;
const addVersion = `
  insert into ptp_edit (column1, column2, practitioner, starts, version, term, first_file, last_file, line, closed_by)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, null)`;

/** What the writers of all files share. */
interface Shared {
  readonly store: WritableStore;
  readonly terms: PtpTerms;
  readonly tally: PtpTally;
}

export function ptpWriter({ store, terms, tally }: Shared, path: string, file: PtpFile): PtpWriter {
  const { table, number, older, alone } = file;
  const [many, one] = [insertRows(atOnce, file), insertRows(1, file)];
  const ofRelease = new Set(file.release.files.values());
  const stated = new Map<PairEditTerm, Stated>();
  const values = new Array<string | number>(atOnce * width);
  let [first, last, current] = ['~', '', ''];
  let corrected = 0;
  let left = 0;

  function termOf(term: PairEditTerm): Stated {
    let found = stated.get(term);
    if (!found) {
      found = { number: terms.numberOf(term), counts: new Map() };
      stated.set(term, found);
    }
    return found;
  }

  function count({ counts }: Stated, starts: string): void {
    const counted = counts.get(starts);
    if (counted) counted.edits += 1;
    else counts.set(starts, { edits: 1 });
  }

  /** Writes the values of an edit's row into the parameters, from an offset on. */
  function bind(edit: PairEdit, at: number): void {
    const { column1, column2, line } = edit;
    const starts = startOf(edit);
    const term = termOf(edit.term);
    values[at] = column1;
    values[at + 1] = column2;
    values[at + 2] = starts;
    values[at + 3] = term.number;
    values[at + 4] = line;
    if (alone) count(term, starts);
    if (column1 === current) return;
    current = column1;
    if (column1 < first) first = column1;
    if (column1 > last) last = column1;
  }

  function settleRest(edits: readonly PairEdit[], settled: number): void {
    let done = settled;
    if (!older) {
      const sent = edits.map((edit) => [edit.column1, edit.column2, startOf(edit), termOf(edit.term).number]);
      const parameters = { edits: JSON.stringify(sent), table, number };
      for (const { place } of store.all<{ readonly place: number }>(unsettled, parameters)) {
        const edit = edits[place];
        if (!edit) continue;
        settle(edit);
        done += 1;
      }
    }
    left += edits.length - done;
  }

  /** Settles an edit whose pair and first day already have a row. */
  function settle(edit: PairEdit): void {
    const { column1, column2, line } = edit;
    const [starts, term] = [startOf(edit), termOf(edit.term).number];
    const there = store.get<Latest>(latest, { column1, column2, table, starts });
    if (!there) throw new Error(`${column1} with ${column2} from ${starts} was not written.`);
    const row = [column1, column2, table, starts, there.version];
    if (there.closedBy === null && there.term === term) {
      store.put(confirm, [number, ...row]);
      return;
    }
    if (there.closedBy === null) {
      if (ofRelease.has(there.lastFile)) throw twice(edit, there);
      const { firstFile } = there;
      store.put(close, [number, ...row]);
      tally.close({ starts, validTo: terms.endOf(there.term), firstFile }, number, 1);
      corrected += 1;
    }
    store.put(addVersion, [column1, column2, table, starts, there.version + 1, term, number, number, line]);
  }

  /** The error for two rows of one release that contradict each other. */
  function twice(edit: PairEdit, { firstFile, line }: Latest): FileError {
    const where = firstFile === number ? `on line ${line}` : 'in this release';
    return new FileError(
      { path, line: edit.line },
      `${edit.column1} with ${edit.column2} from ${startOf(edit)} stands ${where} already, and says another thing. Expected one row; the file may be damaged or put together from several releases.`,
    );
  }

  return {
    write(edits) {
      let at = 0;
      for (; at + atOnce <= edits.length; at += atOnce) {
        const some = edits.slice(at, at + atOnce);
        for (let row = 0; row < some.length; row += 1) bind(some[row] as PairEdit, row * width); // the index is within its length
        const settled = store.put(many, values);
        if (settled < atOnce) settleRest(some, settled);
      }
      for (const edit of edits.slice(at)) {
        bind(edit, 0);
        if (store.put(one, values.slice(0, width)) === 0) settleRest([edit], 0);
      }
    },
    result() {
      const counts =
        alone && left === 0
          ? [...stated].flatMap(([{ validTo }, { counts: byStart }]) =>
              [...byStart].map(([starts, { edits }]) => ({ starts, validTo, edits })),
            )
          : undefined;
      return { corrected, left, first, last, counts };
    },
  };
}
