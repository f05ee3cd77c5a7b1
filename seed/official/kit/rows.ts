/** The rows of a table in an official file: its heading is found by its columns, cells are read by column name. */

import { type CsvRecord, FileError, type Line } from '../../load/format/file.ts';

/** How a column is recognised: by its heading, regardless of case, blanks and line breaks; or by a pattern. */
export type ColumnRule = (Called | Named) & {
  /** Whether a file of the format may lack it. */
  readonly optional?: boolean;
};

interface Called {
  readonly called: string;
  /** Its headings in other releases. */
  readonly also?: readonly string[];
  /** Whether its heading may continue after that, for example with the year. */
  readonly goesOn?: true;
}

interface Named {
  /** The pattern of its heading, with runs of white space replaced by one blank. */
  readonly named: RegExp;
}

/** A row under the heading. */
export interface TableRow<N extends string> {
  readonly line: number;
  /** The cell of a column, trimmed; empty where the file lacks the column. */
  cell(name: N): string;
  /** Whether the file has the column. */
  has(name: N): boolean;
  /** The cell, parsed; an error of the parser is thrown with line and column. */
  read<T>(name: N, parse: (cell: string) => T): T;
  /** An error that names line and column. */
  wrong(name: N, problem: string): FileError;
}

interface Bound<N extends string> {
  readonly width: number;
  /** The least number of cells of a row: spreadsheets add unnamed columns after the last, in some lines only. */
  readonly least: number;
  readonly places: ReadonlyMap<N, number>;
  readonly headings: readonly string[];
}

/** Removes the line breaks and superfluous blanks that headings of spreadsheets have. */
function plain(cell: string): string {
  return cell.replace(/\s+/g, ' ').trim();
}

/** Only the letters and digits of a text, in small letters. */
function squashed(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, '');
}

/** A test whether a heading matches a rule. */
function matcher(rule: ColumnRule): (heading: string) => boolean {
  if ('named' in rule) return (heading) => rule.named.test(heading);
  const names = [rule.called, ...(rule.also ?? [])].map(squashed);
  return rule.goesOn
    ? (heading) => names.some((name) => squashed(heading).startsWith(name))
    : (heading) => names.includes(squashed(heading));
}

/** The positions of the columns if the record is the heading; else undefined. */
function bind<N extends string>(
  path: string,
  { line, cells }: CsvRecord,
  rules: Readonly<Record<N, ColumnRule>>,
): Bound<N> | undefined {
  const headings = cells.map(plain);
  const places = new Map<N, number>();
  for (const name of Object.keys(rules) as N[]) {
    const matches = matcher(rules[name]);
    const found = headings.flatMap((heading, place) => (matches(heading) ? [place] : []));
    const [place] = found;
    if (place === undefined && !rules[name].optional) return undefined;
    if (found.length > 1)
      throw new FileError(
        { path, line, column: headings[place ?? 0] },
        `The heading names this column ${found.length} times, so that it cannot be told which is meant. Expected it once.`,
      );
    if (place !== undefined) places.set(name, place);
  }
  const least = headings.findLastIndex((heading) => heading !== '') + 1;
  return { width: cells.length, least, places, headings };
}

/** Whether the record is empty, or a note below the table in its first cell: several words, or what a star begins. */
function isNoRow(cells: readonly string[]): boolean {
  const [first = '', ...rest] = cells.map((cell) => cell.trim());
  return rest.every((cell) => cell === '') && (first === '' || /^\*|\s/.test(first));
}

/** How many cells a record has, without the empty ones that spreadsheets add after the last. */
function lengthOf(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '') + 1;
}

function tableRow<N extends string>(
  path: string,
  { line, cells }: CsvRecord,
  { places, headings }: Bound<N>,
): TableRow<N> {
  const at = (name: N) => places.get(name) ?? -1;
  return rowOf(
    path,
    line,
    (name) => cells[at(name)] ?? '',
    (name) => headings[at(name)],
  );
}

/** A row from functions that return the cell and the title of a column. */
function rowOf<N extends string>(
  path: string,
  line: number,
  cellOf: (name: N) => string,
  titleOf: (name: N) => string | undefined,
): TableRow<N> {
  const cell = (name: N) => cellOf(name).trim();
  const wrong = (name: N, problem: string) => new FileError({ path, line, column: titleOf(name) }, problem);
  return {
    line,
    cell,
    has: (name) => titleOf(name) !== undefined,
    wrong,
    read(name, parse) {
      try {
        return parse(cell(name));
      } catch (error) {
        if (error instanceof FileError) throw error;
        throw wrong(name, error instanceof Error ? error.message : String(error));
      }
    },
  };
}

/** The first and last column of each field in a fixed-width line, counted from 1. */
export type FixedFields<N extends string> = Readonly<Record<N, readonly [first: number, last: number]>>;

/** A fixed-width line as a row. */
export function fixedRow<N extends string>(
  path: string,
  { number, text }: Line,
  fields: FixedFields<N>,
): TableRow<N> {
  return rowOf(
    path,
    number,
    (name) => text.slice(fields[name][0] - 1, fields[name][1]),
    (name) => `columns ${fields[name][0]} to ${Math.min(fields[name][1], text.length)}`,
  );
}

/** The rows below the first record that has all columns. Throws on a row with more filled cells, or fewer cells, than the heading. */
export async function* rowsUnder<N extends string>(
  path: string,
  records: AsyncIterable<CsvRecord>,
  rules: Readonly<Record<N, ColumnRule>>,
): AsyncGenerator<TableRow<N>, void> {
  let bound: Bound<N> | undefined;
  let last: CsvRecord | undefined;
  for await (const record of records) {
    last = record;
    if (!bound) bound = bind(path, record, rules);
    else if (isNoRow(record.cells)) continue;
    else if (lengthOf(record.cells) > bound.width || record.cells.length < bound.least)
      throw new FileError(
        { path, line: record.line },
        `This row has ${record.cells.length} cells where the heading has ${bound.width}. The file may be cut short or altered: fetch it again.`,
      );
    else yield tableRow(path, record, bound);
  }
  if (!bound) throw new FileError({ path, line: last?.line }, missing(rules));
}

function missing(rules: Readonly<Record<string, ColumnRule>>): string {
  const wanted = Object.values(rules).filter(({ optional }) => !optional);
  return `There is no heading with the columns ${wanted.map((rule) => ('named' in rule ? String(rule.named) : rule.called)).join(', ')}. The layout may have changed: compare the file with an earlier release.`;
}
