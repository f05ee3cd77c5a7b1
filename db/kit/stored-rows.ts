/** What the tables store of rows: of a statement's envelope, what is not as in an ordinary row of a file. */

import { ordinaryEnvelope, rowsInto, storedColumns, type Table } from './table.ts';
import type { BoundValues } from './values.ts';

/** In which run of editions a row says something, and where in the first of them; null where no file states it. */
export interface InRun {
  readonly run: number | null;
  readonly locator: string | null;
  /** By what the next edition speaks of it, where that is not the key in its id. */
  readonly continues?: string | null;
}

export const inNoRun: InRun = { run: null, locator: null };

const namesInRun: Readonly<Record<string, keyof InRun>> = {
  run: 'run',
  locator: 'locator',
  continues: 'continues',
};

/** Where a row of a table is stored, and what of it, in the order of the columns. */
export interface RowWriter {
  readonly into: string;
  valuesOf(row: Readonly<Record<string, unknown>>, inRun: InRun): BoundValues;
}

/** How the rows of a table are written. */
export function rowWriter(table: Table): RowWriter {
  const names = Object.keys(storedColumns(table));
  const ordinary = table.kind === 'statement' ? ordinaryEnvelope : {};
  return {
    into: rowsInto(table),
    valuesOf(row, inRun) {
      const values: BoundValues[number][] = [];
      for (const name of names) {
        const place = table.kind === 'link' ? undefined : namesInRun[name];
        const value = place ? inRun[place] : row[name];
        values.push(
          value !== undefined && value === ordinary[name] ? null : ((value ?? null) as BoundValues[number]),
        );
      }
      return values;
    },
  };
}
