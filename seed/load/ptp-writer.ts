/** Writes the edits of one file into the compact table: some at once where they are new or as before, one by one where they are otherwise. */

import type { WritableStore } from '../../db/store.ts';
import { FileError } from './file.ts';
import type { PairEdit } from './pair-edit.ts';
import type { PtpFile } from './ptp-releases.ts';
import type { PtpTally } from './ptp-tally.ts';
import type { PtpTerms } from './ptp-terms.ts';

export interface PtpWriter {
  write(edit: PairEdit): void;
  /** After the last edit. */
  end(): void;
  /** Edits that correct what was held. */
  readonly corrected: number;
  /** Edits for which nothing was to be done: a newer release speaks of the pair, or the row stands in the file twice. */
  readonly left: number;
}

/** Rows in one statement. More gain little, and the more there are, the more are looked at again when one is otherwise. */
const atOnce = 20;
const width = 5;

/** The first day as the table has it. */
export const startOf = ({ from }: PairEdit) => from ?? 'start-not-known';

/** Rows of a file. What stands there for the day already is said again, or else left for a closer look. */
function insertRows(rows: number, { table, number, older, release }: PtpFile): string {
  const row = `(?, ?, ${table}, ?, 0, ?, ${number}, ${number}, ?, null)`;
  const again = `update set last_file = ${number}
    where closed_by is null and term = excluded.term and last_file not in (${[...release.files.values()].join(', ')})`;
  return `insert into ptp_edit (column1, column2, practitioner, starts, version, term, first_file, last_file, line, closed_by)
    values ${Array(rows).fill(row).join(', ')}
    on conflict do ${older ? 'nothing' : again}`;
}

/** Which of some edits are not held as they were told. */
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

/** What all files share. */
interface Shared {
  readonly store: WritableStore;
  readonly terms: PtpTerms;
  readonly tally: PtpTally;
}

export function ptpWriter({ store, terms, tally }: Shared, path: string, file: PtpFile): PtpWriter {
  const { table, number, older } = file;
  const [many, one] = [insertRows(atOnce, file), insertRows(1, file)];
  const ofRelease = new Set(file.release.files.values());
  const waiting: PairEdit[] = [];
  const values: (string | number)[] = [];
  let corrected = 0;
  let left = 0;

  function flush(): void {
    const full = waiting.length === atOnce;
    let settled = full ? store.put(many, values) : 0;
    for (let at = 0; at < values.length && !full; at += width)
      settled += store.put(one, values.slice(at, at + width));
    if (settled < waiting.length && !older) settled += settleRest();
    left += waiting.length - settled;
    waiting.length = 0;
    values.length = 0;
  }

  function settleRest(): number {
    const edits = waiting.map((edit) => [
      ...[edit.column1, edit.column2, startOf(edit), terms.numberOf(edit.term)],
    ]);
    const found = store.all<{ readonly place: number }>(unsettled, {
      ...{ edits: JSON.stringify(edits), table, number },
    });
    for (const { place } of found) {
      const edit = waiting[place];
      if (edit) settle(edit);
    }
    return found.length;
  }

  /** An edit for whose pair and first day something else stands. */
  function settle(edit: PairEdit): void {
    const { column1, column2, line } = edit;
    const [starts, term] = [startOf(edit), terms.numberOf(edit.term)];
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

  /** One release does not correct itself. */
  function twice(edit: PairEdit, { firstFile, line }: Latest): FileError {
    const where = firstFile === number ? `on line ${line}` : 'in this release';
    return new FileError(
      { path, line: edit.line },
      `${edit.column1} with ${edit.column2} from ${startOf(edit)} stands ${where} already, and says another thing. Expected one row; the file may be damaged or put together from several releases.`,
    );
  }

  return {
    write(edit) {
      waiting.push(edit);
      values.push(edit.column1, edit.column2, startOf(edit), terms.numberOf(edit.term), edit.line);
      if (waiting.length === atOnce) flush();
    },
    end: flush,
    get corrected() {
      return corrected;
    },
    get left() {
      return left;
    },
  };
}
