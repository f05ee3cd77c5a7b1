/** What resolvers pass on: a row together with the as-of it was read for. */

import type { AsOf } from '../../db/kit/as-of.ts';
import { lastPart } from '../../db/kit/id-parts.ts';
import { rowsById } from '../../db/kit/rows-along-edge.ts';
import type { Row, Table } from '../../db/kit/table.ts';
import type { MemoryRow } from '../../db/release/small-tables.ts';
import { candidateOf, nearCodes, nearNames } from '../../db/search/near.ts';
import { tables } from '../../db/tables/index.ts';
import type { GraphContext } from './context.ts';
import { unknownId } from './errors.ts';
import { parseId } from './id.ts';
import { loaderOf } from './loader.ts';

/** Anything with an id, read for a day and a moment that its own edges go on with. */
export type Fact = {
  readonly id: string;
  readonly asOf: AsOf;
}; // a type, no interface: so the columns of any fact can be read by name

/** A row of a table as a fact. */
export type FactOf<T extends Table> = Row<T> & Fact;

const byType = new Map(tables.filter(({ type }) => type).map((table) => [table.type, table]));

/** The table of a GraphQL type. */
export function tableOf(type: string): Table {
  const table = byType.get(type);
  if (!table) throw new Error(`No table has the type ${type}.`);
  return table;
}

/** A statement as a sentence, in the words of its table. */
export function sentenceOf(fact: Fact): string {
  const table = tableOf(parseId('id', fact.id).type);
  if (!table.sentence) throw new Error(`${fact.id} is no statement: ${table.name} has no sentence.`);
  return table.sentence(fact);
}

/** A row and its as-of. */
export function at<R extends object>(row: R, asOf: AsOf): R & { readonly asOf: AsOf } {
  return { ...row, asOf };
}

const facts = loaderOf((context, ids: readonly string[], { type, asOf }: { type: string; asOf: AsOf }) =>
  rowsById(context.store, tableOf(type), ids).map((row) => (row ? at(row, asOf) : null)),
);

/** The fact of that id: from memory where the table is kept there, else batched with its level. Null when there is none. */
export function one<T extends Table>(
  context: GraphContext,
  table: T,
  id: string,
  asOf: AsOf,
): FactOf<T> | null | Promise<FactOf<T> | null> {
  if (table.inMemory) {
    const row = context.memory.get(table.name, id) as (MemoryRow & Row<T>) | undefined; // the row of that table
    return row ? at(row, asOf) : null;
  }
  return facts(context, id, { type: table.type, asOf }) as Promise<FactOf<T> | null>; // the row of that table
}

/** Anything by its id, whatever its type. Null when there is none. */
export function anyOne(context: GraphContext, id: string, asOf: AsOf): Fact | null | Promise<Fact | null> {
  return one(context, tableOf(parseId('id', id).type), id, asOf) as Fact | null | Promise<Fact | null>;
}

/** Every row of a table in memory, in the order of their ids. */
export function allOf<T extends Table>(context: GraphContext, table: T, asOf: AsOf): FactOf<T>[] {
  return context.memory.all(table.name).map((row) => at(row, asOf) as unknown as FactOf<T>); // rows of that table
}

/** Rows of a table in memory that a column leads to, in the order of their ids. */
export function rowsReferringTo<T extends Table>(
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
  if (!found) throw new Error(`${id} is referred to and not stored.`);
  return found;
}

/** Names of things of a table that are near to the one of an id: from memory where the table is kept there. */
export function nearOf({ memory, store }: GraphContext, table: Table, id: string): readonly string[] {
  return table.inMemory
    ? nearNames(lastPart(id), memory.all(table.name).map(candidateOf))
    : nearCodes(store, table, id);
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
      nearOf(context, table, id),
    );
  }
  return found;
}
