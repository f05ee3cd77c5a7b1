/** The tables of a Medicare Coverage Database export: CSV files whose columns are bound by name; other columns are ignored. */

import { dayIn } from '../../load/format/cells.ts';
import { FileError, type OfficialFile, records } from '../../load/format/file.ts';

/** A row of a table of the export. */
export interface McdRow {
  readonly line: number;
  /** `article_x_hcpc_code.csv line 12`. */
  readonly at: string;
  /** The cell of a column, trimmed; empty where the table has no such column or the cell is N/A. */
  text(column: string): string;
  /** The same; throws where it is empty. */
  needed(column: string): string;
  /** A day, or null where none is given. */
  day(column: string): string | null;
}

const nothing = new Set(['', 'N/A', 'NONE', 'NULL']);

/** Rows that were put together from something else than an export, such as pages of the Coverage API, by table. */
export interface McdPages {
  readonly tables: ReadonlyMap<string, readonly McdRow[]>;
}

/** The column of a document that a report lists: what the document says of itself is better known from its own page. */
export const listedOnly = 'listed_only';

/** Where the tables are. */
export type McdSource = OfficialFile | McdPages;

/** The member of the export for a table: `article.csv` for `article`, in any folder and case. */
export function memberOf(names: readonly string[], table: string): string | undefined {
  return names.find((name) => new RegExp(`(?:^|/)${table}\\.csv$`, 'i').test(name));
}

/** The rows of a table, none where the export lacks it. Throws a FileError where a needed column is missing. */
export async function* rowsOf(
  export_: McdSource,
  table: string,
  needed: readonly string[],
): AsyncGenerator<McdRow, void> {
  if ('tables' in export_) return yield* export_.tables.get(table) ?? [];
  const name = memberOf(export_.members, table);
  const file = name === undefined ? undefined : export_.member(name);
  if (!file) return;
  let columns: ReadonlyMap<string, number> | undefined;
  for await (const { line, cells } of records(file)) {
    if (!columns) {
      columns = new Map(cells.map((cell, index) => [cell.trim().toLowerCase(), index]));
      refuseWithout(file.path, line, columns, needed);
    } else if (cells.length > 1 || cells[0] !== '') yield rowOf(file.path, table, line, columns, cells);
  }
}

function refuseWithout(
  path: string,
  line: number,
  columns: ReadonlyMap<string, number>,
  needed: readonly string[],
): void {
  const missing = needed.filter((column) => !columns.has(column));
  if (missing.length === 0) return;
  throw new FileError(
    { path, line },
    `Expected the columns ${needed.join(', ')}, found ${[...columns.keys()].join(', ')}: ${missing.join(' and ')} is not there. This may be another layout than the one that is read.`,
  );
}

function rowOf(
  path: string,
  table: string,
  line: number,
  columns: ReadonlyMap<string, number>,
  cells: readonly string[],
): McdRow {
  if (cells.length !== columns.size) {
    throw new FileError(
      { path, line },
      `Expected ${columns.size} cells as in the heading, found ${cells.length}. The row may be cut short or shifted.`,
    );
  }
  const cell = (column: string) => cells[columns.get(column) ?? -1] ?? '';
  return mcdRow({ path, line, at: `${table}.csv line ${line}` }, cell);
}

/** A row from a function that returns the cell of a column, empty where there is none. */
export function mcdRow(
  { path, line, at }: { readonly path: string; readonly line: number; readonly at: string },
  cell: (column: string) => string,
): McdRow {
  const text = (column: string) => {
    const found = cell(column).trim();
    return nothing.has(found.toUpperCase()) ? '' : found;
  };
  return {
    line,
    at,
    text,
    needed(column) {
      const found = text(column);
      if (found === '') throw new FileError({ path, line, column }, 'Expected a value, found none.');
      return found;
    },
    day(column) {
      try {
        return dayIn(text(column));
      } catch (error) {
        throw new FileError({ path, line, column }, error instanceof Error ? error.message : String(error));
      }
    },
  };
}
