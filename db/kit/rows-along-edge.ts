/** Two kinds of read: rows by id, and rows along an edge, each for any number of parents in one SQL statement. */

import { inForce, inForceByDates, recordedByDates } from './as-of.ts';
import type { Bulk } from './compact-table.ts';
import { bound, type Edge, type RowPosition, type Slice, type Walk } from './edge.ts';
import { countIdsAlong, idsAlong, mixedOf } from './ids-along-edge.ts';
import { orderColumns } from './order.ts';
import type { Store } from './store.ts';
import { type Row, selectList, snake, type Table } from './table.ts';

/**
 * Rows by id, whole or with the named columns alone, in the order of the ids; undefined where there is none. No as-of applies: an
 * id never stops resolving.
 */
export function rowsById<T extends Table>(
  store: Store,
  table: T,
  ids: readonly string[],
  columns?: readonly string[],
): (Row<T> | undefined)[] {
  const selected = selectList(table, 't', columns && ofTable(table, columns));
  const sql = everywhere(
    table,
    (rows, bulk) => `
    select ${selected}
    from json_each(:ids) k
    cross join ${rows} t where ${bulk ? bulk.found('k.value') : 't.id = k.value'}`,
  );
  const found = new Map<string, Row<T>>();
  for (const row of store.all<Row<T> & { readonly id: string }>(sql, { ids: JSON.stringify(ids) }))
    found.set(row.id, row);
  return ids.map((id) => found.get(id));
}

/** The same select from every relation that stores rows of a table. */
function everywhere(table: Table, select: (rows: string, bulk?: Bulk) => string): string {
  const { name, bulk } = table;
  return [select(name), ...(bulk ? [select(bulk.view, bulk)] : [])].join('\n    union all');
}

/** The conditions on every row of an edge: in force on the day, recorded at the moment, and those of the walk. */
function conditions(table: Table, walk: Walk): string {
  const parts: string[] = [];
  if (table.kind === 'statement') parts.push(inForce('t'));
  else if ('validFrom' in table.columns && 'recordedFrom' in table.columns) parts.push(inForceByDates('t'));
  else if ('recordedFrom' in table.columns) parts.push(recordedByDates('t'));
  for (const { sql } of walk.where) parts.push(`(${sql})`);
  return parts.map((part) => ` and ${part}`).join('');
}

function parameters(
  table: Table,
  walk: Walk,
  parents: readonly string[],
): Record<string, string | number | null> {
  const dated = 'recordedFrom' in table.columns;
  const valid = dated && 'validFrom' in table.columns;
  return {
    parents: JSON.stringify(parents),
    ...(valid ? { dateOfService: walk.asOf.dateOfService } : {}),
    ...(dated ? { knownAt: walk.asOf.knownAt } : {}),
    ...Object.assign({}, ...walk.where.map(({ params }) => params)),
  };
}

/** The join from a parent, given as SQL, to its rows. */
function reach(edge: Edge, row: string, parent: string, condition: string): string {
  const { table, by, through } = edge;
  if (!through) return `${table.name} ${row} where ${row}.${snake(by)} = ${parent}${condition}`;
  const { link, from, to } = through;
  return `${link} l cross join ${table.name} ${row} where l.${snake(from)} = ${parent} and ${row}.id = l.${snake(to)}${condition}`;
}

/** The condition that a row `t` comes after a position, or before it; empty where there is none. */
function beyond(table: Table, sign: '<' | '>', name: string, position: RowPosition | undefined): string {
  if (!position) return '';
  const names = position.precedence === undefined ? [`:${name}`] : [`:${name}Precedence`, `:${name}`];
  return ` and (${orderColumns(table, 't').join(', ')}) ${sign} (${names.join(', ')})`;
}

/**
 * The rows of each parent, whole, or with the named columns alone (see `columnsOfOrder`). The limit is inside the subquery, so
 * that a parent with 100,000 children costs no more than its page.
 */
export function rowsAlong<R extends { readonly id: string }>(
  store: Store,
  edge: Edge,
  parents: readonly string[],
  walk: Walk,
  slice: Slice,
  columns?: readonly string[],
): R[][] {
  if (edge.table.bulk && !edge.through) {
    const ids = idsAlong(store, mixedOf(edge), parents, walk, slice);
    const rows = rowsById(store, edge.table, ids.flat()).values();
    return ids.map((ofParent) => ofParent.map(() => rows.next().value as unknown as R)); // each id was just read
  }
  const bounds =
    beyond(edge.table, '>', 'after', slice.after) + beyond(edge.table, '<', 'before', slice.before);
  const order = (alias: string) =>
    orderColumns(edge.table, alias)
      .map((column) => `${column} ${slice.backward ? 'desc' : 'asc'}`)
      .join(', ');
  const list = (alias: string) => selectList(edge.table, alias, columns && ofTable(edge.table, columns));
  const pageOf = (selected: string, parent: string) =>
    `select ${selected} from ${reach(edge, 't', parent, conditions(edge.table, walk) + bounds)} order by ${order('t')} limit :limit`;
  const sql =
    parents.length <= fewParents
      ? parents
          .map(
            (_, slot) =>
              `select * from (${pageOf(`${slot} as "slot", ${list('t')}`, `:parents ->> ${slot}`)})`,
          )
          .join('\n    union all\n    ')
      : `
    select k.key as "slot", ${list('r')}
    from json_each(:parents) k
    cross join ${edge.table.name} r where r.id in (${pageOf('t.id', 'k.value')})
    order by k.key, ${order('r')}`;
  const params = {
    ...parameters(edge.table, walk, parents),
    limit: slice.limit,
    ...bound('after', slice.after),
    ...bound('before', slice.before),
  };
  const answers: R[][] = parents.map(() => []);
  for (const row of store.all<R & { readonly slot: number }>(sql, params)) answers[row.slot]?.push(row);
  return answers;
}

/** Parents up to which each has a select of its own in the statement: its rows are then found once and not twice. */
const fewParents = 4;

/** The name among columns that stands for those by which the rows of a table are ordered: cursors are made of them. */
export const columnsOfOrder = 'columns of the order';

/** Of some names of columns those that a table has, and its id. */
export function ofTable(
  { order = [], columns: known }: Table,
  columns: readonly string[],
): readonly string[] {
  const ordered = columns.includes(columnsOfOrder) ? order.map(({ column }) => column) : [];
  return [...new Set(['id', ...ordered, ...columns])].filter((name) => name in known);
}

/** How many rows each parent has. */
export function countAlong(store: Store, edge: Edge, parents: readonly string[], walk: Walk): number[] {
  if (edge.table.bulk && !edge.through) return countIdsAlong(store, mixedOf(edge), parents, walk);
  const sql = `
    select (select count(*) from ${reach(edge, 't', 'k.value', conditions(edge.table, walk))}) as "n"
    from json_each(:parents) k
    order by k.key`;
  return store.all<{ readonly n: number }>(sql, parameters(edge.table, walk, parents)).map(({ n }) => n);
}

/** Rows of a link table for each parent, found by the given column, in the order of the table's key. */
export function linksAlong<T extends Table>(
  store: Store,
  link: T,
  by: string,
  parents: readonly string[],
): Row<T>[][] {
  const order = link.cluster.map((column) => `"${column}"`).join(', ');
  // Bulk links have no index by id: they are found by the parts of the id that they belong to.
  const sql = `${everywhere(
    link,
    (rows, bulk) => `
    select k.key as "slot", ${selectList(link, 't')}
    from json_each(:parents) k
    cross join ${rows} t where ${bulk ? bulk.found('k.value') : `t.${snake(by)} = k.value`}`,
  )}
    order by ${link.bulk ? `"slot", ${order}` : `k.key, ${link.cluster.map((column) => `t.${snake(column)}`).join(', ')}`}`;
  const answers: Row<T>[][] = parents.map(() => []);
  for (const { slot, ...row } of store.all<Row<T> & { readonly slot: number }>(sql, {
    parents: JSON.stringify(parents),
  })) {
    answers[slot]?.push(row as unknown as Row<T>); // without the slot it is the row again
  }
  return answers;
}
