/**
 * The rows of a file of procedure-to-procedure edits. There are millions, and nearly all cells occurred before: those are
 * looked up by their bytes. New ones are parsed as text, cell by cell, and then cached.
 */

import { billingCodeIn } from '../../load/format/cells.ts';
import { decoderOf, FileError, type OfficialFile } from '../../load/format/file.ts';
import type { PairEdit, PairEditTerm } from '../../load/format/pair-edit.ts';
import { type PtpCells, ptpCells } from './ncci-ptp-cells.ts';

const [tab, lineFeed, star] = [0x09, 0x0a, 0x2a];
/** In bytes. No line of these tables comes near this; a longer one is not text. */
const longestLine = 64 * 1024;

/** A batch of some thousand rows in the order of the file; dental ones are counted and left out. */
export interface PtpRows {
  readonly edits: readonly PairEdit[];
  /** Those that may contain a code for the first time. */
  readonly fresh: readonly PairEdit[];
  readonly dental: number;
}

/** The rows below the heading, in batches; the heading ends where the first row begins. */
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
  /** The row in these bytes if each of its cells occurred before. */
  seen(bytes: Buffer, at: number, end: number, line: number): PairEdit | undefined;
  /** The row in this text; undefined where a code is dental. */
  read(text: string, bytes: Buffer, at: number, end: number, line: number): PairEdit | undefined;
}

function readerOf(cells: PtpCells): Reader {
  const codes = new Map<number, string>();
  const days = new Map<number, string>();
  const terms = new Map<string, PairEditTerm>();

  /** Column 1 of the previous row, which most rows repeat. */
  let [column1Number, column1Code]: [number, string | undefined] = [-1, undefined];

  function column1At(bytes: Buffer, at: number): string | undefined {
    const number = codeNumber(bytes, at);
    if (number !== column1Number) [column1Number, column1Code] = [number, codes.get(number)];
    return column1Code;
  }

  /** The offset of the first day in a plain row: after two codes of five characters and a star or nothing. */
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

/** Five digits and capitals as a number; -1, which no code has, where there is another character. */
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

/** Eight digits as a number; -1 where there is another character. */
function dayNumber(bytes: Buffer, at: number): number {
  let number = 0;
  for (let place = at; place < at + 8; place += 1) {
    const digit = (bytes[place] ?? 0) - 48;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}

/** A line without its end and without the end-of-file mark of DOS, with which some files of CMS end. */
function lineOf(text: string): string {
  const line = text.endsWith('\u001a') ? text.slice(0, -1) : text;
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

/** The bytes of the file in chunks that end with a line feed, which is added to the last line if missing. */
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
