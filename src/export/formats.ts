/** The parts of an export: batches of rows, and their formats CSV and NDJSON. */

import type { GraphContext } from '../../schema/kit/context.ts';
import { csvLine } from '../kit/csv-line.ts';

/** The value of a row in a column; a list has null for unknown items. */
type Value = string | null | readonly (string | null)[];

/** A row of a table with these columns. */
export interface ExportRow<Column extends string = string> {
  readonly cells: Readonly<Record<Column, Value>>;
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

/** A file format for rows. */
export interface RowFormat {
  readonly type: string;
  head(columns: readonly string[]): string;
  line(row: ExportRow, columns: readonly string[]): string;
}

/** The formats, by file extension. */
export const rowFormats: Readonly<Record<'csv' | 'ndjson', RowFormat>> = {
  csv: {
    type: 'text/csv; charset=utf-8; header=present',
    head: csvLine,
    line: ({ cells }, columns) => csvLine(columns.map((column) => cellOf(cells[column]))),
  },
  ndjson: {
    type: 'application/x-ndjson; charset=utf-8',
    head: () => '',
    line: ({ cells, more }) => `${JSON.stringify({ ...cells, ...more })}\n`,
  },
};

function cellOf(value: Value | undefined): string {
  return typeof value === 'object' && value !== null
    ? value.map((item) => item ?? '').join(' | ')
    : (value ?? '');
}
