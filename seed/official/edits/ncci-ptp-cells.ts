/** Parses and checks the cells of a table of procedure-to-procedure edits. */

import { expectedOf } from '../../../db/codes/code-shapes.ts';
import { dayAfter } from '../../kit/value-types.ts';
import { billingCodeIn, dayIn, isDental } from '../../load/format/cells.ts';
import { FileError } from '../../load/format/file.ts';
import type { PairEdit, PairEditTerm } from '../../load/format/pair-edit.ts';

/** A pattern for the heading of each column, whose words are spread over several lines. Tables before 2012 had no rationale. */
const headings = [
  /column\s*1/i,
  /column\s*2/i,
  /existence/i,
  /effective/i,
  /deletion/i,
  /modifier/i,
  /rationale/i,
] as const;

/** The parser of the rows of one file. */
export interface PtpCells {
  /** The row of a line; undefined where one of its codes is dental, which belongs to the ADA. */
  row(text: string, line: number): PairEdit | undefined;
}

/** Makes a parser from the heading, whatever its number of lines. */
export function ptpCells(path: string, heading: readonly string[]): PtpCells {
  const width = widthOf(path, heading);
  const days = new Map<string, string | null>();
  const terms = new Map<string, PairEditTerm>();
  const wrong = (line: number, column: string, problem: string) =>
    new FileError({ path, line, column }, problem);

  /** Null for a dental code. */
  function codeIn(cell: string, line: number, column: string): string | null {
    if (isDental(cell)) return null;
    const code = billingCodeIn(cell);
    if (code) return copied(code);
    throw wrong(
      line,
      column,
      `${quoted(cell)} is no billing code. Expected ${expectedOf('BILLING_CODE')}. The columns may have shifted: compare the file with an earlier release.`,
    );
  }

  /** Null where the cell has no day. */
  function dayOf(cell: string, line: number, column: string): string | null {
    const known = days.get(cell);
    if (known !== undefined) return known;
    const bare = cell.trim();
    if (!/^(\*|\d{8})?$/.test(bare))
      throw wrong(line, column, `Expected a day as YYYYMMDD, got ${quoted(bare)}.`);
    try {
      const day = dayIn(bare);
      days.set(copied(cell), day);
      return day;
    } catch (error) {
      throw wrong(line, column, error instanceof Error ? error.message : String(error));
    }
  }

  /** The term of a row: from the cell between the codes and the first day, and those after that day. */
  function termOf(mark: string, rest: string, line: number): PairEditTerm {
    const key = `${mark}\t${rest}`;
    const known = terms.get(key);
    if (known) return known;
    const cells = rest.split('\t');
    if (cells.length !== width - 4) throw short(line, 4 + cells.length);
    const [deletion = '', modifier = '', rationale = ''] = cells;
    if (!/^\s*\*?\s*$/.test(mark))
      throw wrong(line, 'In existence prior to 1996', `Expected "*" or nothing, got ${quoted(mark)}.`);
    if (!/^\s*[019]\s*$/.test(modifier))
      throw wrong(
        line,
        'Modifier',
        `Expected 0 (not allowed), 1 (allowed) or 9 (not applicable), got ${quoted(modifier)}.`,
      );
    const last = dayOf(deletion, line, 'Deletion Date');
    const term = {
      // The day of deletion is the last on which an edit holds.
      validTo: last && dayAfter(last),
      modifierIndicator: Number(modifier),
      rationale: copied(unquoted(rationale)) || 'not given',
      before1996: mark.includes('*'),
    };
    terms.set(copied(key), term);
    return term;
  }

  function short(line: number, found: number): FileError {
    return new FileError(
      { path, line },
      `This row has ${found} cells where the heading has ${width}. The file may be cut short or altered: fetch it again.`,
    );
  }

  return {
    row(text, line) {
      const [first, second, mark, day, ...rest] = text.split('\t');
      if (first === undefined || second === undefined || mark === undefined || day === undefined)
        throw short(line, text.split('\t').length);
      const column1 = codeIn(first, line, 'Column 1');
      const column2 = codeIn(second, line, 'Column 2');
      const from = dayOf(day, line, 'Effective Date');
      const term = termOf(mark, rest.join('\t'), line);
      return column1 && column2 ? { column1, column2, from, term, line } : undefined;
    },
  };
}

/** The number of columns of the heading; throws where it is not that of this table. */
function widthOf(path: string, heading: readonly string[]): number {
  const said: string[] = [];
  for (const text of heading) {
    for (const [place, cell] of text.split('\t').entries()) said[place] = `${said[place] ?? ''} ${cell}`;
  }
  const width = said.length;
  const named = headings.slice(0, Math.max(width, 6)).every((name, place) => name.test(said[place] ?? ''));
  if (named && (width === 6 || width === 7)) return width;
  throw new FileError(
    { path, line: heading.length + 1 },
    `There is no heading of pair edits above the rows. Expected 7 columns separated by tabs: Column 1, Column 2, in existence prior to 1996, Effective Date, Deletion Date, Modifier, Rationale. Found ${width}. The layout may have changed: compare the file with an earlier release.`,
  );
}

/** A cell is a substring of the text read: a copy does not keep all of that text in memory. */
function copied(cell: string): string {
  return Buffer.from(cell).toString();
}

function quoted(cell: string): string {
  return JSON.stringify(cell.slice(0, 20));
}

/** Spreadsheets put quotes around a text with a comma. */
function unquoted(cell: string): string {
  return cell
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .replaceAll('""', '"');
}
