/** What is walked: an edge from those who ask to rows, the conditions on them, and which part of them. */

import type { AsOf } from './as-of.ts';
import type { Table } from './table.ts';
import type { Params } from './values.ts';

/** A condition on the rows of an edge; `sql` speaks of the row as `t`. */
export interface Where {
  readonly sql: string;
  readonly params: Params;
  /** The same of rows that stand by the million, where it has to be said in other words. */
  readonly bulk?: string;
  /** Whether it speaks of what sets single rows apart, so that rows cannot be counted by groups. */
  readonly single?: true;
}

/** That a column which is the same on all rows of a kind, such as their type, holds one of some values. */
export function inList(column: string, name: string, values: readonly unknown[]): Where {
  return {
    sql: `t.${column} in (select value from json_each(:${name}))`,
    // Nothing but constants and no select: so SQLite asks once, and not of a million rows.
    bulk: `instr(:${name}, '"' || t.${column} || '"') > 0`,
    params: { [name]: JSON.stringify(values) },
  };
}

/** Which rows along an edge, and how many. Rows are in the order of their ids. */
export interface Slice {
  /** Rows after this id. */
  readonly after?: string | undefined;
  /** Rows before this id. */
  readonly before?: string | undefined;
  /** At most so many for each asker. */
  readonly limit: number;
  /** From the end, so that the last come first. */
  readonly backward: boolean;
}

/** How the rows of a table are reached from those who ask. */
export interface Edge {
  readonly table: Table;
  /** The column that holds the asker's id. */
  readonly by: string;
  /** A link table between the two, for an edge that is not a column. */
  readonly through?: { readonly link: string; readonly from: string; readonly to: string };
}

/** The day, the moment and the further conditions under which an edge is walked. */
export interface Walk {
  readonly asOf: AsOf;
  readonly where: readonly Where[];
}
