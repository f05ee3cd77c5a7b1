/** The two shapes of read: rows by their ids, and rows along an edge, each for any number of askers in one statement. */

import type { Bulk } from './bulk.ts';
import type { Params, Store } from './store.ts';
import { type Row, selectList, snake, type Table } from './table.ts';
import { type AsOf, held, inForce } from './time.ts';

/** A condition on the rows of an edge; `sql` speaks of the row as `t`. */
export interface Where {
  readonly sql: string;
  readonly params: Params;
  /** The same of rows that stand by the million, where it has to be said in other words. */
  readonly bulk?: string;
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

/** Rows by id, in the order asked; undefined where there is none. Not bound to any day: an id never stops resolving. */
export function rowsById<T extends Table>(
  store: Store,
  table: T,
  ids: readonly string[],
): (Row<T> | undefined)[] {
  const from = (rows: string) => `
    select ${selectList(table, 't')}
    from json_each(:ids) k
    cross join ${rows}`;
  const sql = both(table, (bulk) =>
    from(bulk ? `${bulk.view} t where ${bulk.found('k.value')}` : `${table.name} t where t.id = k.value`),
  );
  const found = new Map<string, Row<T>>();
  for (const row of store.all<Row<T> & { readonly id: string }>(sql, { ids: JSON.stringify(ids) }))
    found.set(row.id, row);
  return ids.map((id) => found.get(id));
}

/** The same select from where rows stand by themselves and, where there are such, from where they stand by the million. */
function both({ bulk }: { readonly bulk?: Bulk | undefined }, select: (bulk?: Bulk) => string): string {
  return bulk ? `${select()}\n    union all${select(bulk)}` : select();
}

/** What holds on every row of an edge: in force that day, held at that moment, and the conditions of the asker. */
function conditions(table: Table, walk: Walk): string {
  const parts: string[] = [];
  if ('validFrom' in table.columns && 'recordedFrom' in table.columns) parts.push(inForce('t'));
  else if ('recordedFrom' in table.columns) parts.push(held('t'));
  for (const { sql } of walk.where) parts.push(`(${sql})`);
  return parts.map((part) => ` and ${part}`).join('');
}

function parameters(
  table: Table,
  walk: Walk,
  askers: readonly string[],
): Record<string, string | number | null> {
  const dated = 'recordedFrom' in table.columns;
  const valid = dated && 'validFrom' in table.columns;
  return {
    askers: JSON.stringify(askers),
    ...(valid ? { dateOfService: walk.asOf.dateOfService } : {}),
    ...(dated ? { knownAt: walk.asOf.knownAt } : {}),
    ...Object.assign({}, ...walk.where.map(({ params }) => params)),
  };
}

/** The join from an asker `k` to its rows `t`. */
function reach(edge: Edge, row: string, condition: string): string {
  const { table, by, through } = edge;
  if (!through) return `${table.name} ${row} where ${row}.${snake(by)} = k.value${condition}`;
  const { link, from, to } = through;
  return `${link} l cross join ${table.name} ${row} where l.${snake(from)} = k.value and ${row}.id = l.${snake(to)}${condition}`;
}

/** An edge to rows of one table as one on which only ids are read. */
export function mixedOf({ table, by }: Edge): MixedEdge {
  const dated = table.kind === 'statement';
  return { relation: table.name, by: [snake(by)], id: 'id', dated, ...(table.bulk && { bulk: table.bulk }) };
}

/** The rows of each asker. The limit sits inside the subquery, so that a parent with 100,000 children costs its page and no more. */
export function rowsAlong<R extends { readonly id: string }>(
  store: Store,
  edge: Edge,
  askers: readonly string[],
  walk: Walk,
  slice: Slice,
): R[][] {
  if (edge.table.bulk && !edge.through) {
    const ids = idsAlong(store, mixedOf(edge), askers, walk, slice);
    const rows = rowsById(store, edge.table, ids.flat()).values();
    return ids.map((ofAsker) => ofAsker.map(() => rows.next().value as unknown as R)); // each id was just read
  }
  const bounds = (slice.after ? ' and t.id > :after' : '') + (slice.before ? ' and t.id < :before' : '');
  const order = slice.backward ? 'desc' : 'asc';
  const inner = `select t.id from ${reach(edge, 't', conditions(edge.table, walk) + bounds)} order by t.id ${order} limit :limit`;
  const sql = `
    select k.key as "slot", ${selectList(edge.table, 'r')}
    from json_each(:askers) k
    cross join ${edge.table.name} r where r.id in (${inner})
    order by k.key, r.id ${order}`;
  const params = {
    ...parameters(edge.table, walk, askers),
    limit: slice.limit,
    ...(slice.after ? { after: slice.after } : {}),
    ...(slice.before ? { before: slice.before } : {}),
  };
  const answers: R[][] = askers.map(() => []);
  for (const { slot, ...row } of store.all<R & { readonly slot: number }>(sql, params)) {
    answers[slot]?.push(row as unknown as R); // without the slot it is the row again
  }
  return answers;
}

/** How many rows each asker has. */
export function countAlong(store: Store, edge: Edge, askers: readonly string[], walk: Walk): number[] {
  if (edge.table.bulk && !edge.through) return countIdsAlong(store, mixedOf(edge), askers, walk);
  const sql = `
    select (select count(*) from ${reach(edge, 't', conditions(edge.table, walk))}) as "n"
    from json_each(:askers) k
    order by k.key`;
  return store.all<{ readonly n: number }>(sql, parameters(edge.table, walk, askers)).map(({ n }) => n);
}

/** Rows of a link table by the column that leads to them, in the order of its key, for each asker. */
export function linksAlong<T extends Table>(
  store: Store,
  link: T,
  by: string,
  askers: readonly string[],
): Row<T>[][] {
  const from = (rows: string) => `
    select k.key as "slot", ${selectList(link, 't')}
    from json_each(:askers) k
    cross join ${rows}`;
  const own = `${link.name} t where t.${snake(by)} = k.value`;
  const sql = link.bulk
    ? // Links of rows without an index are found by the id that they belong to.
      `${both(link, (bulk) => from(bulk ? `${bulk.view} t where ${bulk.found('k.value')}` : own))}
    order by "slot", ${link.cluster.map((column) => `"${column}"`).join(', ')}`
    : `${from(own)}
    order by k.key, ${link.cluster.map((column) => `t.${snake(column)}`).join(', ')}`;
  const answers: Row<T>[][] = askers.map(() => []);
  for (const { slot, ...row } of store.all<Row<T> & { readonly slot: number }>(sql, {
    askers: JSON.stringify(askers),
  })) {
    answers[slot]?.push(row as unknown as Row<T>); // without the slot it is the row again
  }
  return answers;
}

/** An edge to things of several types: only their ids are read, from a relation that holds them. */
export interface MixedEdge {
  /** A table or view. */
  readonly relation: string;
  /** The columns that an asker gives: none where everything is reached, one for an id, two for an id and what is asked of it (see `askerOf`). */
  readonly by: readonly string[];
  /** The column that holds the ids reached. */
  readonly id: string;
  /** Whether rows are dated, so that as-of applies. */
  readonly dated: boolean;
  /** Whether one asker may meet an id twice. Not said of a union view: SQLite reads the whole of it to leave out repeats. */
  readonly repeats?: true;
  /** Where more of what is reached stands, by the million. Nothing there is met twice. */
  readonly bulk?: Bulk;
}

/** An asker that gives several columns. */
export function askerOf(...values: readonly string[]): string {
  return JSON.stringify(values);
}

/** What holds on every row of a mixed edge, or on every row of where it has more. */
export function mixedCondition(edge: MixedEdge, walk: Walk, bulk?: Bulk): string {
  const value = (i: number) => (edge.by.length > 1 ? `k.value ->> ${i}` : 'k.value');
  const parts = edge.by.map((column, i) => `t.${column} = ${value(i)}`);
  if (edge.by.length === 0) parts.push(`t.${bulk ? bulk.order[0] : edge.id} > ''`);
  if (edge.dated) parts.push(inForce('t'));
  for (const where of walk.where) parts.push(`(${(bulk && where.bulk) ?? where.sql})`);
  return parts.join(' and ');
}

/** What `mixedCondition` binds. */
export function mixedParameters(edge: MixedEdge, walk: Walk, askers: readonly string[]) {
  return {
    askers: JSON.stringify(askers),
    ...(edge.dated ? walk.asOf : {}),
    ...(Object.assign({}, ...walk.where.map(({ params }) => params)) as Params),
  };
}

/** Rows that stand by the million, in the order of their ids. What puts them in order is selected with them: else SQLite reads all of a view of several parts before it sorts. */
function bulkPage(bulk: Bulk, id: string, conditions: string, direction: 'asc' | 'desc'): string {
  const keys = bulk.order.map((column) => `t.${column}`);
  return `
        select t.${id} as id, ${keys.join(', ')} from ${bulk.view} t
        where ${conditions}
        order by ${keys.map((key) => `${key} ${direction}`).join(', ')} limit :limit`;
}

/** The ids of a page. From where rows stand by the million as many are read as from where they stand by themselves, and the first of both are kept. */
function pageSql(edge: MixedEdge, walk: Walk, { after, before, backward }: Slice): string {
  const { relation, id, bulk } = edge;
  const direction = backward ? 'desc' : 'asc';
  const bounds = (after ? ` and t.${id} > :after` : '') + (before ? ` and t.${id} < :before` : '');
  const own = `
        select ${edge.repeats ? 'distinct ' : ''}t.${id} as id from ${relation} t
        where ${mixedCondition(edge, walk)}${bounds}
        order by t.${id} ${direction} limit :limit`;
  if (!bulk) return own;
  const beyond =
    (after ? ` and ${bulk.after(':after')}` : '') + (before ? ` and ${bulk.before(':before')}` : '');
  return `
        select id from (select * from (${own})
        union all
        select id from (${bulkPage(bulk, id, mixedCondition(edge, walk, bulk) + beyond, direction)}))
        order by id ${direction} limit :limit`;
}

/** The ids that each asker reaches, in their order. */
export function idsAlong(
  store: Store,
  edge: MixedEdge,
  askers: readonly string[],
  walk: Walk,
  slice: Slice,
): string[][] {
  const sql = `
    select (
      select json_group_array(page.id) from (${pageSql(edge, walk, slice)}
      ) page
    ) as "ids"
    from json_each(:askers) k
    order by k.key`;
  const params = {
    ...mixedParameters(edge, walk, askers),
    limit: slice.limit,
    ...(slice.after ? { after: slice.after } : {}),
    ...(slice.before ? { before: slice.before } : {}),
  };
  return store.all<{ readonly ids: string }>(sql, params).map(({ ids }) => JSON.parse(ids) as string[]);
}

/** How many ids each asker reaches. */
export function countIdsAlong(
  store: Store,
  edge: MixedEdge,
  askers: readonly string[],
  walk: Walk,
): number[] {
  const { relation, id } = edge;
  // The limit limits nothing; it keeps the count out of the query below it, which SQLite can then ask of each part of a view.
  const counted = (bulk?: Bulk) => `(
      select count(*) from (
        select ${edge.repeats && !bulk ? 'distinct ' : ''}t.${id} from ${bulk?.view ?? relation} t where ${mixedCondition(edge, walk, bulk)} limit -1
      )
    )`;
  const sql = `
    select ${edge.bulk ? `${counted()} + ${counted(edge.bulk)}` : counted()} as "n"
    from json_each(:askers) k
    order by k.key`;
  return store.all<{ readonly n: number }>(sql, mixedParameters(edge, walk, askers)).map(({ n }) => n);
}
