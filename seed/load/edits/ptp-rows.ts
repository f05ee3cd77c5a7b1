/** The rows of the compact table of pair edits, while a file of one of its tables is merged. */

import type { WritableStore } from '../../../db/kit/store.ts';
import { isOfCodes, isStated } from '../../../db/tables/pair-edit-views.ts';
import { codeKey } from '../../kit/ids.ts';
import { FileError } from '../format/file.ts';
import type { PairEdit } from '../format/pair-edit.ts';
import { noFirstDay } from '../merge/table-rows.ts';
import type { PtpFile } from './ptp-files.ts';

/** What tells the edits of a table apart: corrections of one have the same pair and first day. */
export interface PtpKey {
  readonly column1: string;
  readonly column2: string;
  readonly starts: string;
  readonly version: number;
}

/** A stored edit. */
export interface PtpRow extends PtpKey {
  readonly term: number;
  readonly run: number;
}

export interface StoredPtp {
  /** Adds an edit in the run that begins with the file. Rows wait until there are several. */
  add(edit: PairEdit, version: number, term: number): void;
  /** Writes the rows that wait. */
  write(): void;
  /** The edits that are stored with a code in column 1, in order, corrected and ended ones among them. */
  ofCode(column1: string): readonly PtpRow[];
  /** Writes another run of an edit. */
  move(key: PtpKey, run: number): void;
  /** Of some files, those that state an edit. */
  stating(key: PtpKey, files: readonly PtpFile[]): readonly PtpFile[];
  /** Notes that the file does not state an edit. */
  lacks(key: PtpKey): void;
  /** Takes that back; false where it was not noted. */
  lacksNoMore(key: PtpKey): boolean;
  /** Notes the edits of earlier files with codes in column 1 between those of the file, beside those that it has. */
  lacksOthers(codes: ReadonlySet<string>): void;
}

/** The first day as stored. */
export const startOf = ({ from }: PairEdit) => from ?? noFirstDay;

/** How an edit of a code in column 1 comes before or after another: below or above 0. */
export function order(a: PtpRow | PairEdit, b: PairEdit): number {
  if (a.column2 !== b.column2) return a.column2 < b.column2 ? -1 : 1;
  const [one, other] = ['starts' in a ? a.starts : startOf(a), startOf(b)];
  return one === other ? 0 : one < other ? -1 : 1;
}

/** The edits of a code in the order in which they are stored, in which nearly all come. */
export function inOrder(edits: readonly PairEdit[]): readonly PairEdit[] {
  for (let place = 1; place < edits.length; place += 1)
    if (order(edits[place - 1] as PairEdit, edits[place] as PairEdit) > 0) return edits.toSorted(order); // within its length
  return edits;
}

/** The id of an edit. */
export function idOf({ column1, column2, starts, version }: PtpKey, table: 0 | 1, recordedFrom: string) {
  const service = table === 1 ? 'PRACTITIONER' : 'OUTPATIENT_HOSPITAL';
  const corrects = version === 0 ? '' : `/recorded-${recordedFrom}`;
  return `CodePairEdit:${codeKey(column1)}/${codeKey(column2)}/${service}/${starts}${corrects}`;
}

/** The error for two rows of one release that contradict each other. */
export function twice(path: string, edit: PairEdit, where: string): FileError {
  const { column1, column2, line } = edit;
  return new FileError(
    { path, line },
    `${column1} with ${column2} from ${startOf(edit)} is in ${where} already, with other values. Expected one row; the file may be damaged or put together from several releases.`,
  );
}

/** Rows per SQL statement. More gain little. */
const atOnce = 20;
const width = 6;

export const keyColumns = (alias: string) =>
  `${alias}.column1, ${alias}.column2, ${alias}.starts, ${alias}.version`;

const sameRow = `e.column1 = :column1 and e.column2 = :column2 and e.starts = :starts and e.version = :version`;

const sameUnstated = 'file = ? and column1 = ? and column2 = ? and starts = ? and version = ?';

/** The file whose edits they are, and the run that begins with it. */
interface Begun {
  readonly series: number;
  /** 1 for the practitioner table, 0 for the hospital table. */
  readonly table: 0 | 1;
  readonly file: PtpFile;
  readonly run: number;
}

export function ptpRows(store: WritableStore, { series, table, file, run }: Begun): StoredPtp {
  const { number, edition, codes } = file;
  const insert = (rows: number) => `
    insert into ptp_edit (column1, column2, practitioner, starts, version, term, run, line)
    values ${Array(rows).fill(`(?, ?, ${table}, ?, ?, ?, ${run}, ?)`).join(', ')}`;
  const [many, one] = [insert(atOnce), insert(1)];
  const values = new Array<string | number>(atOnce * width);
  let filled = 0;
  const ofCode = `
    select ${keyColumns('e')}, e.term, e.run from ptp_edit e
    where e.column1 = :column1 and e.practitioner = ${table} order by e.column2, e.starts, e.version`;
  const move = `update ptp_edit as e set run = :run where ${sameRow} and e.practitioner = ${table}`;
  const stating = `
    select f.number
    from ptp_edit e cross join run u cross join ptp_file f cross join edition d
    where ${sameRow} and e.practitioner = ${table} and u.number = e.run
      and f.number in (select value from json_each(:files)) and ${isStated}`;
  const others = `
    insert into ptp_unstated (file, column1, column2, starts, version)
    select ${number}, ${keyColumns('e')}
    from billing_code b cross join ptp_edit e cross join run u
    where b.code between :first and :last and b.code not in (select value from json_each(:visited))
      and e.column1 = b.code and e.practitioner = ${table} and ${isOfCodes(':codes')}
      and u.number = e.run and u.series = ${series} and u.closed_at is null and u.first_edition < ${edition}`;
  const keyed = ({ column1, column2, starts, version }: PtpKey) => [
    number,
    column1,
    column2,
    starts,
    version,
  ];

  return {
    add(edit, version, term) {
      values[filled] = edit.column1;
      values[filled + 1] = edit.column2;
      values[filled + 2] = startOf(edit);
      values[filled + 3] = version;
      values[filled + 4] = term;
      values[filled + 5] = edit.line;
      filled += width;
      if (filled < values.length) return;
      filled = 0;
      store.put(many, values);
    },
    write() {
      for (let at = 0; at < filled; at += width) store.put(one, values.slice(at, at + width));
      filled = 0;
    },
    ofCode: (column1) => store.all<PtpRow>(ofCode, { column1 }),
    move({ column1, column2, starts, version }, to) {
      store.run(move, { column1, column2, starts, version, run: to });
    },
    stating({ column1, column2, starts, version }, files) {
      const near = files.filter(({ first, last }) => first <= column1 && column1 <= last);
      if (near.length === 0) return near;
      const params = { column1, column2, starts, version };
      const numbers = JSON.stringify(near.map((each) => each.number));
      const found = store.all<{ readonly number: number }>(stating, { ...params, files: numbers });
      return near.filter((each) => found.some((row) => row.number === each.number));
    },
    lacks: (key) => void store.put('insert into ptp_unstated values (?, ?, ?, ?, ?)', keyed(key)),
    lacksNoMore: (key) => store.put(`delete from ptp_unstated where ${sameUnstated}`, keyed(key)) > 0,
    lacksOthers(visited) {
      const { first, last } = file;
      store.run(others, { first, last, visited: JSON.stringify([...visited]), codes });
    },
  };
}
