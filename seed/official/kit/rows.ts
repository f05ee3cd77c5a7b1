/** The rows of a table in an official file: its heading is found by what it holds, its cells are read by the names of their columns. */

import { type CsvRecord, FileError, type Line } from '../../load/format/file.ts';

/** How a column is known: by what its heading calls it, whatever the case, the blanks and the line breaks; or by a pattern. */
export type ColumnRule = (Called | Named) & {
  /** Whether a file of the format may do without it. */
  readonly optional?: boolean;
};

interface Called {
  readonly called: string;
  /** What other releases call it. */
  readonly also?: readonly string[];
  /** Whether its heading goes on after that, such as with the year. */
  readonly goesOn?: true;
}

interface Named {
  /** What its heading is like, its blanks and line breaks made one blank. */
  readonly named: RegExp;
}

/** A row under the heading. */
export interface TableRow<N extends string> {
  readonly line: number;
  /** What stands in a column, trimmed; empty where the file does without the column. */
  cell(name: N): string;
  /** Whether the file has the column. */
  has(name: N): boolean;
  /** The same, made into something; what is wrong with it is told with line and column. */
  read<T>(name: N, parse: (cell: string) => T): T;
  /** An error that names line and column. */
  wrong(name: N, problem: string): FileError;
}

interface Bound<N extends string> {
  readonly width: number;
  /** As many cells as a row has at least: spreadsheets leave columns without a name behind the last, in some lines alone. */
  readonly least: number;
  readonly places: ReadonlyMap<N, number>;
  readonly headings: readonly string[];
}

/** Headings of spreadsheets carry line breaks, doubled blanks and blanks at the end. */
function plain(cell: string): string {
  return cell.replace(/\s+/g, ' ').trim();
}

/** Letters and digits alone. */
function squashed(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, '');
}

/** Whether a heading is what a rule looks for. */
function matcher(rule: ColumnRule): (heading: string) => boolean {
  if ('named' in rule) return (heading) => rule.named.test(heading);
  const names = [rule.called, ...(rule.also ?? [])].map(squashed);
  return rule.goesOn
    ? (heading) => names.some((name) => squashed(heading).startsWith(name))
    : (heading) => names.includes(squashed(heading));
}

/** The columns by their places where the record is the heading; undefined where it is not. */
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

/** Whether the record is empty, or a sentence below the table that stands in its first cell. */
function isNoRow(cells: readonly string[]): boolean {
  const [first = '', ...rest] = cells.map((cell) => cell.trim());
  return rest.every((cell) => cell === '') && (first === '' || (first.length > 20 && first.includes(' ')));
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

/** A row of which it is known what stands in each column, and how each column is called. */
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

/** The first and last column of each field in a line of fixed width, counted from 1. */
export type Fields<N extends string> = Readonly<Record<N, readonly [first: number, last: number]>>;

/** A line of fixed width as a row. */
export function fixedRow<N extends string>(
  path: string,
  { number, text }: Line,
  fields: Fields<N>,
): TableRow<N> {
  return rowOf(
    path,
    number,
    (name) => text.slice(fields[name][0] - 1, fields[name][1]),
    (name) => `columns ${fields[name][0]} to ${Math.min(fields[name][1], text.length)}`,
  );
}

/** The rows below the first record that holds all columns. A row with more or fewer cells than the heading stops the reading. */
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
    else if (record.cells.length > bound.width || record.cells.length < bound.least)
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
