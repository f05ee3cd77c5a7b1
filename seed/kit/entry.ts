/** A row on its way from the text into the database. */

import type { Row, Table } from '../../db/kit/table.ts';
import type { Place } from './problems.ts';

/** A row on its way into the database, with the place in the text that it came from. */
export interface Entry {
  readonly table: Table;
  readonly row: Readonly<Record<string, unknown>>;
  readonly place: Place;
}

/** A row of a table, checked against the table's columns by the compiler. */
export function entry<T extends Table>(table: T, row: Row<T>, place: Place): Entry {
  return { table, row, place };
}

export interface Citation {
  readonly source: string;
  readonly at?: string | undefined;
  readonly part?: string | undefined;
  readonly place: Place;
}
