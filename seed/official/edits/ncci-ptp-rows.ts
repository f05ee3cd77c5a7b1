/**
 * The rows of a file of procedure-to-procedure edits. There are millions, and nearly all are of cells that were seen before:
 * those are known by their bytes. Whatever was not seen is read as text, cell by cell, and then known as well.
 */

import { billingCodeIn } from '../../load/format/cells.ts';
import { decoderOf, FileError, type OfficialFile } from '../../load/format/file.ts';
import type { PairEdit, PairEditTerm } from '../../load/format/pair-edit.ts';
import { type PtpCells, ptpCells } from './ncci-ptp-cells.ts';

const [tab, lineFeed, star] = [0x09, 0x0a, 0x2a];
/** No line of these tables comes near this; one that does is no text. */
const longestLine = 64 * 1024;

/** Some thousand rows in the order of the file; dental ones are left out and counted. */
export interface PtpRows {
  readonly edits: readonly PairEdit[];
  /** Those of them that may name a code for the first time. */
  readonly fresh: readonly PairEdit[];
  readonly dental: number;
}

/** The rows below the heading, which ends where the first row begins. */
export async function* ptpRows(file: OfficialFile): AsyncGenerator<PtpRows, void> {
  const decode = decoderOf(file);
  const heading: string[] = [];
  let number = 0;
  let reader: Reader | undefined;
  for await (const bytes of wholeLines(file)) {
    const edits: PairEdit[] = [];
    const fresh: PairEdit[] = [];
    let dental = 0;
    for (let at = 0, end = 0; at < bytes.length; at = end + 1) {
      end = bytes.indexOf(lineFeed, at);
      number += 1;
      let edit = reader?.seen(bytes, at, end, number);
      if (!edit) {
        const text = lineOf(decode(bytes.subarray(at, end)));
        if (!reader) {
          if (!billingCodeIn(text.split('\t', 1)[0] ?? '')) {
            heading.push(text);
            continue;
          }
          reader = readerOf(ptpCells(file.path, heading));
        }
        if (text.trim() === '') continue;
        edit = reader.read(text, bytes, at, end, number);
        if (edit) fresh.push(edit);
      }
      if (edit) edits.push(edit);
      else dental += 1;
    }
    yield { edits, fresh, dental };
  }
  if (reader) return;
  ptpCells(file.path, heading);
  throw new FileError(
    { path: file.path, line: number },
    'There are no rows below the heading. The file may be cut short: fetch it again.',
  );
}

interface Reader {
  /** The row in these bytes, if each of its cells was seen before. */
  seen(bytes: Buffer, at: number, end: number, line: number): PairEdit | undefined;
  /** The row in this text; undefined where a code is dental. */
  read(text: string, bytes: Buffer, at: number, end: number, line: number): PairEdit | undefined;
}

function readerOf(cells: PtpCells): Reader {
  const codes = new Map<number, string>();
  const days = new Map<number, string>();
  const terms = new Map<string, PairEditTerm>();

  /** Column 1 of the row before, which that of most rows is too. */
  let [column1Number, column1Code]: [number, string | undefined] = [-1, undefined];

  function column1At(bytes: Buffer, at: number): string | undefined {
    const number = codeNumber(bytes, at);
    if (number !== column1Number) [column1Number, column1Code] = [number, codes.get(number)];
    return column1Code;
  }

  /** Where the first day of a plain row begins: five characters, five characters, a star or nothing. */
  const dayAt = (bytes: Buffer, at: number) => at + (bytes[at + 12] === star ? 14 : 13);

  function isPlain(bytes: Buffer, at: number, end: number): boolean {
    const day = dayAt(bytes, at);
    const tabs = [at + 5, at + 11, day - 1, day + 8];
    return day + 8 < end && tabs.every((place) => bytes[place] === tab);
  }

  return {
    seen(bytes, at, end, line) {
      const day = dayAt(bytes, at);
      if (day + 8 >= end || bytes[at + 5] !== tab || bytes[at + 11] !== tab) return undefined;
      if (bytes[day - 1] !== tab || bytes[day + 8] !== tab) return undefined;
      const column1 = column1At(bytes, at);
      const column2 = codes.get(codeNumber(bytes, at + 6));
      const from = days.get(dayNumber(bytes, day));
      const term = terms.get(bytes.toString('latin1', day + 8, end));
      if (!column1 || !column2 || !from || !term || term.before1996 !== (day === at + 14)) return undefined;
      return { column1, column2, from, term, line };
    },
    read(text, bytes, at, end, line) {
      const edit = cells.row(text, line);
      if (edit && isPlain(bytes, at, end)) {
        const day = dayAt(bytes, at);
        codes.set(codeNumber(bytes, at), edit.column1);
        column1Number = -1;
        codes.set(codeNumber(bytes, at + 6), edit.column2);
        if (edit.from) days.set(dayNumber(bytes, day), edit.from);
        terms.set(bytes.toString('latin1', day + 8, end), edit.term);
      }
      return edit;
    },
  };
}

/** Five digits and capitals as a number; what has another character in it is of a number that no code has. */
function codeNumber(bytes: Buffer, at: number): number {
  let number = 0;
  for (let place = at; place < at + 5; place += 1) {
    const byte = bytes[place] ?? 0;
    const digit = byte >= 48 && byte <= 57 ? byte - 48 : byte >= 65 && byte <= 90 ? byte - 55 : -1;
    if (digit < 0) return -1;
    number = number * 36 + digit;
  }
  return number;
}

/** Eight digits as a number. */
function dayNumber(bytes: Buffer, at: number): number {
  let number = 0;
  for (let place = at; place < at + 8; place += 1) {
    const digit = (bytes[place] ?? 0) - 48;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}

/** Without its end, and without the end-of-file mark of DOS, with which some files of CMS end. */
function lineOf(text: string): string {
  const line = text.endsWith('\u001a') ? text.slice(0, -1) : text;
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

/** The bytes of the file, cut behind ends of lines; the last line has one in any case. */
async function* wholeLines(file: OfficialFile): AsyncGenerator<Buffer, void> {
  let rest: Uint8Array = new Uint8Array();
  for await (const chunk of file.chunks()) {
    const bytes = Buffer.concat([rest, chunk]);
    const end = bytes.lastIndexOf(lineFeed) + 1;
    rest = bytes.subarray(end);
    if (rest.length > longestLine)
      throw new FileError(
        { path: file.path },
        `A line is longer than ${longestLine} bytes, which is no line of this table.`,
      );
    if (end > 0) yield bytes.subarray(0, end);
  }
  if (rest.length > 0) yield Buffer.concat([rest, Buffer.of(lineFeed)]);
}
