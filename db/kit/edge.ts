/** What a read follows: an edge from parents to rows, the conditions on the rows, and which slice of them. */

import type { AsOf } from './as-of.ts';
import type { Enum } from './enums.ts';
import type { Table } from './table.ts';
import type { Params } from './values.ts';

/** A condition on the rows of an edge; `sql` names the row `t`. */
export interface Where {
  readonly sql: string;
  readonly params: Params;
  /** The same condition on a bulk view, where its SQL must differ. */
  readonly bulk?: string;
  /** Whether it selects single rows, so that rows cannot be counted by groups. */
  readonly single?: true;
}

/** The condition that a column has one of some values. On a bulk view the column is the same on all rows of a kind, such as their type. */
export function inList(column: string, name: string, values: readonly unknown[]): Where {
  return {
    sql: `t.${column} in (select value from json_each(:${name}))`,
    // Only constants and no select, so that SQLite evaluates it once and not for a million rows.
    bulk: `instr(:${name}, '"' || t.${column} || '"') > 0`,
    params: { [name]: JSON.stringify(values) },
  };
}

/** The condition that a column has one of some values of an enumeration: as constants, which costs less for each row. */
export function inConstants(column: string, { values: known }: Enum, values: readonly string[]): Where {
  const texts = values.filter((value) => Object.hasOwn(known, value)).map((value) => `'${value}'`);
  return { sql: `t.${column} in (${texts.join(', ')})`, params: {} };
}

/**
 * A condition that every row meets, with which a statement can be ended while it runs: `in_time` throws past a deadline (see
 * `Store.watch`), and on a thread that is terminated. Nothing else stops SQLite, which has no interrupt in this build. It is
 * called for every thousandth row; a count of half a million takes a tenth more for it.
 */
export const inTime: Where = { sql: 'random() & 1023 or in_time()', params: {} };

/** Where a row is among others: by its precedence, where its table declares an order, then by its id. */
export interface RowPosition {
  readonly id: string;
  /** Set exactly where the table of the row declares an order. */
  readonly precedence?: number;
}

/** The parameters of a position, by the name of its bound. */
export function bound(name: string, position: RowPosition | undefined): Params {
  if (!position) return {};
  const { id, precedence } = position;
  return { [name]: id, ...(precedence !== undefined && { [`${name}Precedence`]: precedence }) };
}

/** Which rows along an edge, and how many. Rows are in the order of their table. */
export interface Slice {
  /** Rows after this one, which need not be there. */
  readonly after?: RowPosition | undefined;
  /** Rows before this one. */
  readonly before?: RowPosition | undefined;
  /** The most rows for each parent. */
  readonly limit: number;
  /** From the end, so that the last come first. */
  readonly backward: boolean;
}

/** How the rows of a table are reached from parents. */
export interface Edge {
  readonly table: Table;
  /** The column with the parent's id. */
  readonly by: string;
  /** A link table between the two, for an edge that is not a column. */
  readonly through?: { readonly link: string; readonly from: string; readonly to: string };
}

/** The as-of and the further conditions under which an edge is walked. */
export interface Walk {
  readonly asOf: AsOf;
  readonly where: readonly Where[];
}
