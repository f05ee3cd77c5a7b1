/** What resolvers pass on: a row together with the as-of it was read for. */

import { type AsOf, asOfKey } from '../../db/kit/as-of.ts';
import { rowsById } from '../../db/kit/rows-along-edge.ts';
import type { Row, Table } from '../../db/kit/table.ts';
import type { HeldRow } from '../../db/release/small-tables.ts';
import { tables } from '../../db/tables/index.ts';
import type { GraphContext } from './context.ts';
import { unknownId } from './errors.ts';
import { parseId } from './id.ts';

/** Anything with an id, read for a day and a moment that its own edges go on with. */
export interface Fact {
  readonly id: string;
  readonly asOf: AsOf;
}

/** A row of a table as a fact. */
export type FactOf<T extends Table> = Row<T> & Fact;

const byType = new Map(tables.filter(({ type }) => type).map((table) => [table.type, table]));

/** The table of a GraphQL type. */
export function tableOf(type: string): Table {
  const table = byType.get(type);
  if (!table) throw new Error(`No table has the type ${type}.`);
  return table;
}

/** A row and its as-of. */
export function at<R extends object>(row: R, asOf: AsOf): R & { readonly asOf: AsOf } {
  return { ...row, asOf };
}

/** The fact of that id: from memory where the table is held, else batched with its level. Null when there is none. */
export function one<T extends Table>(
  context: GraphContext,
  table: T,
  id: string,
  asOf: AsOf,
): FactOf<T> | null | Promise<FactOf<T> | null> {
  if (table.held) {
    const row = context.memory.get(table.name, id) as (HeldRow & Row<T>) | undefined; // the row of that table
    return row ? at(row, asOf) : null;
  }
  const loader = context.loader(`${table.name} ${asOfKey(asOf)}`, (ids) =>
    rowsById(context.store, table, ids).map((row) => (row ? (at(row, asOf) as FactOf<T>) : null)),
  );
  return loader.load(id);
}

/** Anything by its id, whatever its type. Null when there is none. */
export function anyOne(context: GraphContext, id: string, asOf: AsOf): Fact | null | Promise<Fact | null> {
  return one(context, tableOf(parseId('id', id).type), id, asOf) as Fact | null | Promise<Fact | null>;
}

/** Every row of a held table, in the order of their ids. */
export function allOf<T extends Table>(context: GraphContext, table: T, asOf: AsOf): FactOf<T>[] {
  return context.memory.all(table.name).map((row) => at(row, asOf) as unknown as FactOf<T>); // rows of that table
}

/** Rows of a held table that a column leads to, in the order of their ids. */
export function heldBy<T extends Table>(
  context: GraphContext,
  table: T,
  column: T['walkedBy'][number],
  value: string,
  asOf: AsOf,
): FactOf<T>[] {
  return context.memory.by(table.name, column, value).map((row) => at(row, asOf) as unknown as FactOf<T>); // rows of that table
}

/** The row of that id; a graph that holds the reference holds the row. */
export async function mustHave<T extends Table>(
  context: GraphContext,
  table: T,
  id: string,
  asOf: AsOf,
): Promise<FactOf<T>> {
  const found = await one(context, table, id, asOf);
  if (!found) throw new Error(`${id} is referred to and not held.`);
  return found;
}

/** The row of that id, or the typed error that says that this release does not hold it. */
export async function known<T extends Table>(
  context: GraphContext,
  table: T,
  field: string,
  id: string,
  asOf: AsOf,
  listedBy: string,
): Promise<FactOf<T>> {
  const found = await one(context, table, id, asOf);
  if (!found) {
    throw unknownId(
      field,
      `${field}: this release holds no ${id}. That says nothing about the thing itself. List those held with ${listedBy}.`,
    );
  }
  return found;
}
