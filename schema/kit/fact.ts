/** What resolvers pass on: a row together with the as-of it was read for. */

import { calledBy } from '../../db/history/words.ts';
import type { AsOf } from '../../db/kit/as-of.ts';
import type { RowPosition } from '../../db/kit/edge.ts';
import { lastPart, typeOf } from '../../db/kit/id-parts.ts';
import { precedenceOf } from '../../db/kit/order.ts';
import { rowsById } from '../../db/kit/rows-along-edge.ts';
import type { Row, Table } from '../../db/kit/table.ts';
import type { MemoryRow } from '../../db/release/small-tables.ts';
import { candidateOf, nearCodes, nearNames } from '../../db/search/near.ts';
import { tables } from '../../db/tables/index.ts';
import type { GraphContext } from './context.ts';
import { unknownId } from './errors.ts';
import { parseId } from './id.ts';
import { keptWith, readerOf } from './loader.ts';

/** Anything with an id, read for a day and a moment that its own edges go on with. */
export type Fact = {
  readonly id: string;
  readonly asOf: AsOf;
}; // a type, no interface: so the columns of any fact can be read by name

/** A row of a table as a fact. */
export type FactOf<T extends Table> = Row<T> & Fact;

/** A fact that no table stores: it was worked out for its day, from statements whose citations are its own. */
export type WorkedOut<F extends Fact> = F & { readonly workedOutFrom: readonly Fact[] };

/** The statements that a fact was worked out from; undefined for one that is stored. */
export function workedOutFrom(fact: Fact): readonly Fact[] | undefined {
  return (fact as Partial<WorkedOut<Fact>>).workedOutFrom;
}

type WorkOut = (context: GraphContext, id: string, asOf: AsOf) => Promise<WorkedOut<Fact> | null> | null;
const workOut = new Map<string, WorkOut>();

/** Says how facts of a table in memory are worked out whose ids it does not have; null where an id is none of these. */
export function worksOut(table: Table, read: WorkOut): void {
  workOut.set(table.name, read);
}

const byType = new Map(tables.filter(({ type }) => type).map((table) => [table.type, table]));

/** The table of a GraphQL type. */
export function tableOf(type: string): Table {
  const table = byType.get(type);
  if (!table) throw new Error(`No table has the type ${type}.`);
  return table;
}

/** Whether ids of its type come in an order that their table declares. */
export function isOrdered(id: string): boolean {
  return byType.get(typeOf(id))?.order !== undefined;
}

/** Where a row is among others of its table. */
export function positionOf(row: { readonly id: string }): RowPosition {
  const order = byType.get(typeOf(row.id))?.order;
  return { id: row.id, ...(order && { precedence: precedenceOf(order, row) }) };
}

/** What people call the thing of an id: its label where its table is in memory, else the code that its id ends in. */
export function nameOf(context: GraphContext, id: string): string {
  const table: Table = tableOf(typeOf(id));
  return calledBy(table, context.memory.get(table.name, id), id, (other) => nameOf(context, other));
}

/** A statement as a sentence, in the words of its table. */
export function sentenceOf(context: GraphContext, fact: Fact): string {
  const table = tableOf(typeOf(fact.id));
  if (!table.sentence) throw new Error(`${fact.id} is no statement: ${table.name} has no sentence.`);
  return table.sentence(fact, (id) => nameOf(context, id));
}

/** A row and its as-of. */
export function at<R extends object>(row: R, asOf: AsOf): R & { readonly asOf: AsOf } {
  return { ...row, asOf };
}

/** The same of rows that were read just now: nobody else has them, so they are not copied. */
export function fresh<R extends object>(row: R, asOf: AsOf): R & { readonly asOf: AsOf } {
  return Object.assign(row, { asOf });
}

const factsOf = keptWith<AsOf, Map<MemoryRow, Fact>>(() => new Map());

/** The same of a row in memory: one fact for an as-of, however often it is reached. */
function ofMemory(row: MemoryRow, asOf: AsOf): Fact {
  const facts = factsOf(asOf);
  const fact = facts.get(row) ?? at(row, asOf);
  facts.set(row, fact);
  return fact;
}

interface FactsWanted {
  readonly type: string;
  readonly asOf: AsOf;
  /** The columns that are needed; undefined for all. */
  readonly columns?: readonly string[] | undefined;
}

const facts = readerOf((context, ids, { type, asOf, columns }: FactsWanted) =>
  rowsById(context.store, tableOf(type), ids, columns).map((row) => (row ? fresh(row, asOf) : null)),
);

/** Rows in memory as facts. */
export function factsInMemory(rows: readonly MemoryRow[], asOf: AsOf): Fact[] {
  return rows.map((row) => ofMemory(row, asOf));
}

/** The fact of that id: from memory where the table is kept there, else worked out or batched with its level. Null when there is none. */
export function one<T extends Table>(
  context: GraphContext,
  table: T,
  id: string,
  asOf: AsOf,
): FactOf<T> | null | Promise<FactOf<T> | null> {
  if (table.inMemory) {
    const row = context.memory.get(table.name, id);
    if (row) return ofMemory(row, asOf) as FactOf<T>; // the row of that table
    return (workOut.get(table.name)?.(context, id, asOf) ?? null) as Promise<FactOf<T> | null> | null; // of that table
  }
  return facts.one(context, id, { type: table.type, asOf }) as Promise<FactOf<T> | null>; // the row of that table
}

/**
 * The facts of some ids, in one read, whole or with the named columns alone: each at once, unless it has to be worked out. Null for
 * no id, and where there is none.
 */
export function oneEach(
  context: GraphContext,
  table: Table,
  ids: readonly (string | null)[],
  asOf: AsOf,
  columns?: readonly string[],
): readonly (Fact | null | Promise<Fact | null>)[] {
  if (table.inMemory)
    return ids.map((id) =>
      id === null ? null : (one(context, table, id, asOf) as ReturnType<typeof anyOne>),
    );
  const wanted = ids.flatMap((id) => id ?? []);
  const found = facts.each(context, wanted, { type: table.type, asOf, columns }).values();
  return ids.map((id) => (id === null ? null : (found.next().value as Fact | null))); // one for each id
}

/** Anything by its id, whatever its type. Null when there is none. */
export function anyOne(context: GraphContext, id: string, asOf: AsOf): Fact | null | Promise<Fact | null> {
  return one(context, tableOf(parseId('id', id).type), id, asOf) as Fact | null | Promise<Fact | null>;
}

/** Every row of a table in memory, in its order. */
export function allOf<T extends Table>(context: GraphContext, table: T, asOf: AsOf): FactOf<T>[] {
  return factsInMemory(context.memory.all(table.name), asOf) as FactOf<T>[]; // rows of that table
}

/** Rows of a table in memory that a column leads to, in the order of the table. */
export function rowsReferringTo<T extends Table>(
  context: GraphContext,
  table: T,
  column: T['walkedBy'][number],
  value: string,
  asOf: AsOf,
): FactOf<T>[] {
  return factsInMemory(context.memory.by(table.name, column, value), asOf) as FactOf<T>[]; // rows of that table
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
      `${field}: this release holds no ${id}. That says nothing about the thing itself. List them with ${listedBy}.`,
      nearOf(context, table, id),
    );
  }
  return found;
}
