/** The third kind of read: ids along edges to things of several types, from a relation and from a bulk view. */

import { inForce, inForceByDates } from './as-of.ts';
import { type Bulk, viewFor } from './compact-table.ts';
import { bound, type Edge, type RowPosition, type Slice, type Walk } from './edge.ts';
import { typeOf } from './id-parts.ts';
import type { Store } from './store.ts';
import { snake } from './table.ts';
import type { Params } from './values.ts';

/** An edge to things of several types: only their ids are read, from one relation. */
export interface MixedEdge {
  /** A table or view. */
  readonly relation: string;
  /** The columns compared with the parent: none reaches everything, one is an id, two are an id and another value as a JSON array. */
  readonly by: readonly string[];
  /** The column of the ids reached. */
  readonly id: string;
  /** By what as-of applies to its rows: statements are in runs of editions, other rows have dates; undefined where it does not apply. */
  readonly dated?: 'BY_RUN' | 'BY_DATES';
  /**
   * Where its rows come type by type, each in the order of its table: the relation of those whose tables declare one. Both
   * relations have `type` and `precedence`, which is null where there is no order.
   */
  readonly ordered?: string;
  /** A view of millions more; each id comes in one row only, here or in the relation. */
  readonly bulk?: Bulk;
}

/** An edge to rows of one table as an edge on which only ids are read. */
export function mixedOf({ table, by }: Edge): MixedEdge {
  return {
    relation: table.name,
    by: [snake(by)],
    id: 'id',
    ...(table.kind === 'statement' && { dated: 'BY_RUN' }),
    ...(table.bulk && { bulk: table.bulk }),
  };
}

/** A parent that is compared with several columns. */
export function parentKey(...values: readonly string[]): string {
  return JSON.stringify(values);
}

/** The conditions on the rows of a parent, without the lower bound that is used when everything is reached. */
function conditions({ by, dated }: MixedEdge, walk: Walk, inBulk: boolean): string[] {
  const value = (i: number) => (by.length > 1 ? `k.value ->> ${i}` : 'k.value');
  const parts = by.map((column, i) => `t.${column} = ${value(i)}`);
  if (dated) parts.push(dated === 'BY_RUN' && !inBulk ? inForce('t') : inForceByDates('t'));
  for (const { sql, bulk } of walk.where) parts.push(`(${(inBulk && bulk) || sql})`);
  return parts;
}

/** The SQL condition on every row of a mixed edge. */
export function mixedCondition(edge: MixedEdge, walk: Walk): string {
  const everything = edge.by.length === 0 ? [`t.${edge.id} > ''`] : [];
  return [...everything, ...conditions(edge, walk, false)].join(' and ');
}

/** The same for a bulk view. */
export function bulkCondition(edge: MixedEdge, walk: Walk, bulk: Bulk): string {
  const everything = edge.by.length === 0 ? [`t.${bulk.order[0]} > ''`] : [];
  return [...everything, ...conditions(edge, walk, true)].join(' and ');
}

/** How to read and count all bulk rows together; undefined where the parents or a condition select single rows. */
function allOf({ by }: MixedEdge, walk: Walk, { all }: Bulk): Bulk['all'] {
  return all?.by.join() === by.join() && walk.where.every(({ single }) => !single) ? all : undefined;
}

/** SQL that counts bulk rows by a value, in `n`. */
export function bulkCount(edge: MixedEdge, walk: Walk, bulk: Bulk, value: string): string {
  const all = allOf(edge, walk, bulk);
  if (all)
    return `select ${value} as value, coalesce(sum(t.edits), 0) as n from ${allCounted(edge, walk, all)} group by 1`;
  const rows = `${viewFor(bulk, edge.by)} t where ${bulkCondition(edge, walk, bulk)}`;
  return `select value, count(*) as n from (select ${value} as value from ${rows} limit -1) group by 1`;
}

function allCounted(edge: MixedEdge, walk: Walk, { counted }: NonNullable<Bulk['all']>): string {
  return `${counted} t where ${conditions(edge, walk, true).join(' and ')}`;
}

/** The parameters that `mixedCondition` binds. */
export function mixedParameters(edge: MixedEdge, walk: Walk, parents: readonly string[]) {
  return {
    parents: JSON.stringify(parents),
    ...(edge.dated ? walk.asOf : {}),
    ...(Object.assign({}, ...walk.where.map(({ params }) => params)) as Params),
  };
}

/**
 * A page of bulk rows in order of id. The columns of the order are selected too: otherwise SQLite reads all of a view
 * of several parts before it sorts. Where the counted groups show that no row is in force, none is read.
 */
function bulkPage(edge: MixedEdge, walk: Walk, bulk: Bulk, { after, before, backward }: Slice): string {
  const typed = edge.ordered ? 't.type, null as precedence, ' : '';
  const keys = bulk.order.map((column) => `t.${column}`);
  const bounds =
    (after ? ` and ${bulk.after(':after')}` : '') + (before ? ` and ${bulk.before(':before')}` : '');
  const all = allOf(edge, walk, bulk);
  // A limit may not depend on a parent.
  const some = all && edge.by.length === 0 && `exists (select 1 from ${allCounted(edge, walk, all)})`;
  return `
        select t.${edge.id} as id, ${typed}${keys.join(', ')} from ${all?.listed ?? viewFor(bulk, edge.by)} t
        where ${bulkCondition(edge, walk, bulk)}${bounds}
        order by ${keys.map((key) => `${key} ${backward ? 'desc' : 'asc'}`).join(', ')}
        limit ${some ? `iif(${some}, :limit, 0)` : ':limit'}`;
}

/** The conditions on rows by their ids, which begin with the type. */
function betweenIds({ id }: MixedEdge, { after, before }: Slice): string {
  return (after ? ` and t.${id} > :after` : '') + (before ? ` and t.${id} < :before` : '');
}

/** The conditions on rows of tables that declare an order: of the type of the other row by precedence, of other types by their ids. */
function betweenPlaces(edge: MixedEdge, { after, before }: Slice): string {
  const { id } = edge;
  const place = `(t.precedence, t.${id})`;
  const lower = ` and t.${id} > :afterType and (t.${id} > :afterTypeEnd or ${place} > (:afterPrecedence, :after))`;
  const upper = ` and t.${id} < :beforeTypeEnd and (t.${id} < :beforeType or ${place} < (:beforePrecedence, :before))`;
  return (
    (isPlaced(after) ? lower : betweenIds(edge, { ...everything, after })) +
    (isPlaced(before) ? upper : betweenIds(edge, { ...everything, before }))
  );
}

const everything = { limit: 0, backward: false } as const;

const isPlaced = (position: RowPosition | undefined) => position?.precedence !== undefined;

/** The parameters of a position among rows of several types. */
function mixedBound(name: string, position: RowPosition | undefined): Params {
  if (!position || !isPlaced(position)) return bound(name, position);
  const type = typeOf(position.id);
  return { ...bound(name, position), [`${name}Type`]: `${type}:`, [`${name}TypeEnd`]: `${type};` };
}

/** The ids of a page: as many are read from each relation and from the bulk view, and the first of all are kept. */
function pageSql(edge: MixedEdge, walk: Walk, slice: Slice): string {
  const { relation, id, bulk, ordered } = edge;
  const direction = slice.backward ? 'desc' : 'asc';
  const keys = ordered ? ['type', 'precedence', 'id'] : ['id'];
  const inOrder = keys.map((key) => `${key} ${direction}`).join(', ');
  const columns = ordered ? `t.type, t.precedence, t.${id} as id` : `t.${id} as id`;
  // Those without an order apart, so that they are read by the index of their ids and no further than the page.
  const byId = `
        select ${columns} from ${relation} t
        where ${mixedCondition(edge, walk)}${ordered ? ' and t.precedence is null' : ''}${betweenIds(edge, slice)}
        order by t.${id} ${direction} limit :limit`;
  // This limit limits nothing: it keeps SQLite from sorting the rows of each table by themselves, which costs a sorter each.
  const byPlace = `
        select * from (
          select ${columns} from ${ordered} t
          where ${mixedCondition(edge, walk)}${betweenPlaces(edge, slice)} limit -1
        )
        order by ${inOrder} limit :limit`;
  if (!bulk && !ordered) return byId;
  const parts = [`select * from (${byId})`];
  if (ordered) parts.push(`select * from (${byPlace})`);
  if (bulk) parts.push(`select ${keys.join(', ')} from (${bulkPage(edge, walk, bulk, slice)})`);
  return `
        select id from (${parts.join('\n        union all\n        ')})
        order by ${inOrder} limit :limit`;
}

/** The ids that each parent reaches, in order. */
export function idsAlong(
  store: Store,
  edge: MixedEdge,
  parents: readonly string[],
  walk: Walk,
  slice: Slice,
): string[][] {
  const sql = `
    select (
      select json_group_array(page.id) from (${pageSql(edge, walk, slice)}
      ) page
    ) as "ids"
    from json_each(:parents) k
    order by k.key`;
  const params = {
    ...mixedParameters(edge, walk, parents),
    limit: slice.limit,
    ...mixedBound('after', slice.after),
    ...mixedBound('before', slice.before),
  };
  return store.all<{ readonly ids: string }>(sql, params).map(({ ids }) => JSON.parse(ids) as string[]);
}

/** How many ids each parent reaches. */
export function countIdsAlong(
  store: Store,
  edge: MixedEdge,
  parents: readonly string[],
  walk: Walk,
): number[] {
  const { relation, id, bulk } = edge;
  // This limit limits nothing: it keeps the subquery apart from the count, so that SQLite can run it on each part of a view.
  const own = `(
      select count(*) from (
        select t.${id} from ${relation} t where ${mixedCondition(edge, walk)} limit -1
      )
    )`;
  const sql = `
    select ${own}${bulk ? ` + (select coalesce(sum(c.n), 0) from (${bulkCount(edge, walk, bulk, "''")}) c)` : ''} as "n"
    from json_each(:parents) k
    order by k.key`;
  return store.all<{ readonly n: number }>(sql, mixedParameters(edge, walk, parents)).map(({ n }) => n);
}
