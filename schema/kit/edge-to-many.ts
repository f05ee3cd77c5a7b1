/** Edges to many: connections and lists that are read once a level, whatever the number of parents. */

import type { InputFieldMap, InputObjectRef, ObjectRef } from '@pothos/core';
import { StatementRank } from '../../db/enums/index.ts';
import { type Edge, inConstants, type Slice, type Walk, type Where } from '../../db/kit/edge.ts';
import { mixedOf } from '../../db/kit/ids-along-edge.ts';
import { countAlong, rowsAlong } from '../../db/kit/rows-along-edge.ts';
import type { Table } from '../../db/kit/table.ts';
import { counted, manyRows } from '../../db/release/counted.ts';
import { tables } from '../../db/tables/index.ts';
import { AsOfInput, asOfFrom } from './as-of.ts';
import { builder } from './builder.ts';
import { connectionOf } from './connection.ts';
import type { GraphContext } from './context.ts';
import { facetsAlong, walkInTime } from './edge-to-any-type.ts';
import { enumOf } from './enums.ts';
import { type Fact, factsInMemory, fresh } from './fact.ts';
import type { FieldBuilder, SchemaTypes } from './fields-from-columns.ts';
import { alongColumn, type Growth, grows, passing, type Sizes } from './growth.ts';
import { type Batch, batched, byAsOf, loaderOf, readerOf } from './loader.ts';
import { type Page, type PageArgs, type PageSlice, pageOf, sliceOf, sliceRows } from './page.ts';

export type FactRef = ObjectRef<SchemaTypes, Fact>;

/** An extra argument `filter` and the conditions that it makes. */
export interface Filter {
  readonly type: InputObjectRef<SchemaTypes, unknown>;
  /** A method, so that it may ask for what its own type holds. */
  where(filter: unknown, context: GraphContext): readonly Where[];
}

interface RelatedOptions {
  readonly description: string;
  /** The table of the children and the column that leads to them. */
  readonly to: Table;
  readonly by?: string;
  readonly through?: NonNullable<Edge['through']>;
  readonly filter?: Filter;
  /** What a parent leads to that no table stores; undefined for any other parent. */
  readonly workedOut?: (parent: Fact, context: GraphContext) => Promise<readonly Fact[]> | undefined;
}

/** The arguments of an edge to statements. */
export interface StatementArgs {
  readonly asOf?: { readonly dateOfService?: string | null; readonly knownAt?: string | null } | null;
  readonly ranks?: readonly string[] | null;
  readonly filter?: unknown;
}

/** The condition that keeps the requested ranks. */
export function rankWhere(ranks: readonly string[] | null | undefined): Where {
  return inConstants('rank', StatementRank, ranks ?? ['PREFERRED', 'NORMAL']);
}

function walkOf(options: RelatedOptions, parent: Fact, args: StatementArgs, context: GraphContext): Walk {
  const where: Where[] = [];
  if (options.to.kind === 'statement') where.push(rankWhere(args.ranks));
  if (options.filter && args.filter) where.push(...options.filter.where(args.filter, context));
  return { asOf: asOfFrom(args.asOf, parent.asOf), where };
}

const everything = { limit: 1000, backward: false } as const;

/** How the edge grows: as the column does that leads along it, or the link. */
function growthOf({ to, by, through }: RelatedOptions): Growth<StatementArgs> {
  // What a filter leaves out is passed over, and a page in an order is chosen from all rows.
  const sorted = to.order && !to.inMemory;
  const work = (_sizes: Sizes, { filter }: StatementArgs, reach: number) =>
    filter || sorted ? passing(reach) : 0;
  if (by) return { ...alongColumn(to, by), work };
  const link = tables.find(({ name }) => name === through?.link);
  return through && link ? { ...alongColumn(link, through.from), eachOnce: false, work } : { work };
}

function edgeOf(options: RelatedOptions): Edge {
  const { to: table, by = '', through } = options;
  return through ? { table, by, through } : { table, by };
}

interface RowsWanted {
  readonly walk: Walk;
  readonly slice: Slice;
  /** The columns that are needed; undefined for all. */
  readonly columns?: readonly string[] | undefined;
}

function rowsOf(edge: Edge) {
  return readerOf((context, ids, { walk, slice, columns }: RowsWanted) =>
    rowsAlong(context.store, edge, ids, walk, slice, columns).map((rows) =>
      rows.map((row): Fact => fresh(row, walk.asOf)),
    ),
  );
}

type Resolve<Args, R> = (parent: Fact, args: Args, context: GraphContext) => Promise<R>;

/** How an edge is resolved: for one parent, and for all of a level. */
interface Resolvers<Args, R> {
  readonly resolve: Resolve<Args, R>;
  readonly batch: Batch<Fact, Args>;
}

/** Pages of an edge: from memory where its table is kept there, else the pages of a level in one SQL statement. */
function pagesOf(name: string, options: RelatedOptions): Resolvers<PageArgs & StatementArgs, Page<Fact>> {
  const edge = edgeOf(options);
  const rows = rowsOf(edge);
  const worth = (count: number) => count >= manyRows;
  const counts = loaderOf((context, ids: readonly string[], walk: Walk) =>
    counted(context.counts, { what: [name, walk], worth }, ids, (missing) =>
      countAlong(context.store, edge, missing, walkInTime(context, walk)),
    ),
  );
  const facets = facetsAlong(name, mixedOf(edge));
  const ordered = options.to.order !== undefined;

  function page(parent: Fact, slice: PageSlice, walk: Walk, found: readonly Fact[], context: GraphContext) {
    return pageOf(
      name,
      slice,
      found,
      () => counts(context, parent.id, walk),
      (field) => facets(context, parent.id, { walk, field }),
    );
  }

  return {
    async resolve(parent, args, context) {
      const slice = sliceOf(name, args, ordered);
      const walk = walkOf(options, parent, args, context);
      const inMemory = rowsInMemory(options, parent, context);
      if (inMemory)
        return pageOf(
          name,
          slice,
          factsInMemory(sliceRows(inMemory, slice), walk.asOf),
          () => inMemory.length,
        );
      return page(parent, slice, walk, await rows.one(context, parent.id, { walk, slice }), context);
    },
    batch(parents, args, context, { columns }) {
      if (options.to.inMemory && options.by) return undefined;
      const slice = sliceOf(name, args, ordered);
      return byAsOf(parents, (some) => {
        const walk = walkOf(options, some[0], args, context);
        const found = rows.each(
          context,
          some.map(({ id }) => id),
          { walk, slice, columns },
        );
        return some.map((parent, i) => page(parent, slice, walk, found[i] ?? [], context));
      });
    },
  };
}

/** Lists of an edge, in the same ways. */
function listsOf(options: RelatedOptions): Resolvers<StatementArgs, Fact[]> {
  const edge = edgeOf(options);
  const rows = rowsOf(edge);
  return {
    async resolve(parent, args, context) {
      const workedOut = options.workedOut?.(parent, context);
      if (workedOut) return [...(await workedOut)];
      const walk = walkOf(options, parent, args, context);
      const inMemory = rowsInMemory(options, parent, context);
      return inMemory
        ? factsInMemory(inMemory, walk.asOf)
        : [...(await rows.one(context, parent.id, { walk, slice: everything }))];
    },
    batch(parents, args, context, { columns }) {
      if (options.workedOut || (options.to.inMemory && options.by)) return undefined;
      return byAsOf(parents, (some) => {
        const walk = walkOf(options, some[0], args, context);
        return rows.each(
          context,
          some.map(({ id }) => id),
          { walk, slice: everything, columns },
        );
      });
    },
  };
}

/** The rows along an edge of a table that is kept in memory; undefined where it is not. */
function rowsInMemory({ to, by }: RelatedOptions, parent: Fact, { memory }: GraphContext) {
  return to.inMemory && by ? memory.by(to.name, by, parent.id) : undefined;
}

/** The arguments that an edge to this table takes beside those of a page. */
export function edgeArgs(arg: FieldBuilder['arg'], to: Table, filter?: Filter): InputFieldMap {
  const args: Record<string, unknown> = {};
  if (to.kind === 'statement') {
    args.asOf = arg({
      type: AsOfInput,
      required: false,
      description: 'Another day or state of knowledge than above.',
    });
    args.ranks = arg({
      type: [enumOf(StatementRank)],
      required: false,
      defaultValue: ['PREFERRED', 'NORMAL'],
      description: 'Which ranks to give; `DEPRECATED` is left out unless requested.',
    });
  }
  if (filter)
    args.filter = arg({
      type: filter.type,
      required: false,
      description: 'Only those that match.',
    });
  return args as InputFieldMap; // each value is an argument
}

/** An edge by the name of its field. */
export interface NamedEdge {
  readonly field: string;
  readonly edge: Edge;
}

const edgesByParent = new Map<string, NamedEdge[]>();

/** The edges to many that lead from a type; complete once the schema is. */
export function edgesFrom(parent: FactRef): readonly NamedEdge[] {
  return edgesByParent.get(parent.name) ?? [];
}

function note(parent: FactRef, field: string, options: RelatedOptions): void {
  edgesByParent.set(parent.name, [...edgesFrom(parent), { field, edge: edgeOf(options) }]);
}

/** A connection from a parent to the rows of a table, along a column or through a link. */
export function related(parent: FactRef, field: string, child: FactRef, options: RelatedOptions): void {
  const name = `${parent.name}.${field}`;
  const { resolve, batch } = pagesOf(name, options);
  note(parent, field, options);
  builder.objectField(parent, field, (t) =>
    t.connection(
      {
        type: child,
        description: options.description,
        args: edgeArgs(t.arg, options.to, options.filter),
        extensions: { ...grows(growthOf(options)).extensions, ...batched(batch) },
        resolve,
      },
      connectionOf(child),
    ),
  );
}

/** A plain list from a parent to the rows of a table, for edges that are few by nature. */
export function listed(parent: FactRef, field: string, child: FactRef, options: RelatedOptions): void {
  const { resolve, batch } = listsOf(options);
  note(parent, field, options);
  builder.objectField(parent, field, (t) =>
    t.field({
      type: [child],
      description: options.description,
      args: edgeArgs(t.arg, options.to, options.filter),
      extensions: { ...grows(growthOf(options)).extensions, ...batched(batch) },
      resolve,
    }),
  );
}

/** An edge along a column: the type that it leads from, its field there, and what it gives. */
type AlongColumn = readonly [parent: FactRef, field: string, description: string];

/** Connections to the rows of a table, by the column that each goes along. The file of the rows declares them. */
export function connections<T extends Table, C extends T['walkedBy'][number]>(
  child: FactRef,
  to: T,
  edges: Readonly<Record<C, AlongColumn>>,
  filter?: Filter,
): void {
  for (const [by, [parent, field, description]] of Object.entries<AlongColumn>(edges))
    related(parent, field, child, { to, by, description, ...(filter && { filter }) });
}

/** Plain lists of the rows of a table in the same way, for edges that are few by nature. */
export function lists<T extends Table, C extends T['walkedBy'][number]>(
  child: FactRef,
  to: T,
  edges: Readonly<Record<C, AlongColumn>>,
): void {
  for (const [by, [parent, field, description]] of Object.entries<AlongColumn>(edges))
    listed(parent, field, child, { to, by, description });
}
