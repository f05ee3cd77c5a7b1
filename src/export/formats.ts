/** The parts of an export: batches of rows, and their formats CSV and NDJSON. */

import type { GraphContext } from '../../schema/kit/context.ts';
import { csvLine } from '../kit/csv-line.ts';

/** The value of a row in a column; a list has null for unknown items. */
export type ExportCell = string | null | readonly (string | null)[];

/** A row of a table with these columns. */
export interface ExportRow<Column extends string = string> {
  readonly cells: Readonly<Record<Column, ExportCell>>;
  /** Nested values that do not fit a cell: only in NDJSON, after the cells. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** A table that can be exported. */
export interface ExportTable {
  readonly columns: readonly string[];
  /**
   * Parses the parameters; throws typed errors. The returned function reads the next rows, undefined after the last; each
   * batch is read in a new context, whose loaders are released with it.
   */
  open(given: URLSearchParams, context: () => GraphContext): Promise<NextRows>;
}

/** The next rows; undefined when there are no more. */
export type NextRows = () => Promise<readonly ExportRow[] | undefined>;

/** Writes the rows of one file; what it returns is sent as it is. */
export interface TableWriter {
  readonly head: string | Uint8Array;
  batch(rows: readonly ExportRow[]): string | Uint8Array;
  end(): string | Uint8Array;
}

/** A file format for rows. */
export interface RowFormat {
  readonly type: string;
  begin(columns: readonly string[]): TableWriter | Promise<TableWriter>;
}

/** A format with one line for each row. */
function lines(
  type: string,
  head: (columns: readonly string[]) => string,
  line: (row: ExportRow, columns: readonly string[]) => string,
): RowFormat {
  return {
    type,
    begin: (columns) => ({
      head: head(columns),
      batch: (rows) => rows.map((row) => line(row, columns)).join(''),
      end: () => '',
    }),
  };
}

/** The formats that every table has, by file extension. */
export const rowFormats: Readonly<Record<'csv' | 'ndjson', RowFormat>> = {
  csv: lines('text/csv; charset=utf-8; header=present', csvLine, ({ cells }, columns) =>
    csvLine(columns.map((column) => cellOf(cells[column]))),
  ),
  ndjson: lines(
    'application/x-ndjson; charset=utf-8',
    () => '',
    ({ cells, more }) => `${JSON.stringify({ ...cells, ...more })}\n`,
  ),
};

function cellOf(value: ExportCell | undefined): string {
  return typeof value === 'object' && value !== null
    ? value.map((item) => item ?? '').join(' | ')
    : (value ?? '');
}
