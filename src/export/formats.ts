/** What an export is made of: rows, some at a time, and how they read as CSV and as NDJSON. */

import type { GraphContext } from '../../schema/kit/context.ts';
import { csvLine } from '../kit/csv-line.ts';

/** What a row holds in a column; a list has something in the place of what is not known. */
type Value = string | null | readonly (string | null)[];

/** A row of a table with these columns. */
export interface ExportRow<Column extends string = string> {
  readonly cells: Readonly<Record<Column, Value>>;
  /** What is too rich for a cell: NDJSON has it beside the cells. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** A table that can be exported. */
export interface ExportTable {
  readonly columns: readonly string[];
  /**
   * Reads what is asked; throws typed errors. The function it answers with gives the next rows, and undefined after the
   * last; each batch is read in a context of its own, whose loaders go with it.
   */
  open(given: URLSearchParams, context: () => GraphContext): Promise<NextRows>;
}

/** The next rows; undefined when there are no more. */
export type NextRows = () => Promise<readonly ExportRow[] | undefined>;

/** A form in which rows are written. */
export interface RowFormat {
  readonly type: string;
  head(columns: readonly string[]): string;
  line(row: ExportRow, columns: readonly string[]): string;
}

/** The forms, by the ending of a file. */
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
