/** Which entities are one statement apart: read from every column of the data dictionary by which a statement names an entity. */

import { type AsOf, live, liveByDates } from '../kit/as-of.ts';
import { viewFor } from '../kit/compact-table.ts';
import type { Store } from '../kit/store.ts';
import { snake, type Table } from '../kit/table.ts';
import { statementCode, statementTables, tables } from '../tables/index.ts';

/** A statement that names two entities. */
export interface Link {
  readonly from: string;
  readonly to: string;
  readonly statementId: string;
  /** Lower is better: naming both by itself before listing one among its codes, preferred before ordinary, with a value before without. */
  readonly weight: number;
}

/** What a walk over links is made with. */
export interface LinkWalk {
  readonly asOf: AsOf;
  /** Names of statement types; null where any will do. */
  readonly via: readonly string[] | null;
}

/** The most statements that are read for one level of a walk. */
export const maxStatements = 10_000;

const entityTables = tables.filter(({ kind }) => kind === 'entity');
const entityNames = new Set(entityTables.map(({ name }) => name));

/** The columns by which a statement names an entity: its subject, and every reference to a table of entities. */
function referenceColumns(table: Table): string[] {
  return Object.entries(table.columns)
    .filter(([name, { references }]) => name === table.subject || (references && entityNames.has(references)))
    .map(([name]) => name);
}

const referred = new Set(
  statementTables.flatMap((table) => Object.values(table.columns).map(({ references }) => references)),
);

/** The types of entities that statements name. */
export const namedTypes: readonly string[] = entityTables
  .filter(({ name }) => referred.has(name))
  .map(({ type }) => type);

/** How far a statement that lists an entity among its codes ranks behind one that names it by itself. */
const listing = 4_000;

/** What as-of is tested against: statements are in runs of editions, those in bulk tables have dates. */
const runColumns = ['run', 'own_from', 'own_to'];
const dateColumns = ['valid_from', 'valid_to', 'recorded_from', 'recorded_to'];

/** One arm of the union: the statements of a table reached by one of its columns, or by the codes that it speaks of. */
function arm(table: Table, place: number, reached: string, isBulk: boolean): string {
  const names = referenceColumns(table).map((column) => `t.${snake(column)}`);
  const from = (names: readonly string[], is: boolean) =>
    names.map((name) => `${is ? `t.${name}` : 'null'} as ${name}`);
  const asOf = [...from(runColumns, !isBulk), ...from(dateColumns, isBulk)];
  return `
    select k.value as entity, t.id, '${table.type}' as type, ${place} as place, json_array(${names.join(', ')}) as named,
      t.rank, t.value_state, ${asOf.join(', ')}
    from json_each(:entities) k cross join ${reached}`;
}
/** The arms of a table; `place`, its place in the dictionary, decides between statements that stand alike. */
function arms(table: Table, place: number): string[] {
  const { name } = table;
  const byColumn = referenceColumns(table).map((column) => `${name} t where t.${snake(column)} = k.value`);
  const byCode = `${statementCode.name} c cross join ${name} t
    where c.code_id = k.value and c.type = '${table.type}' and t.id = c.statement_id`;
  return [
    ...byColumn.map((reached) => arm(table, place, reached, false)),
    arm(table, place + listing, byCode, false),
  ];
}

/** The arms over tables of millions of rows: they come last, so that they displace nothing else below the limit. */
function bulkArms(table: Table, place: number): string[] {
  const { bulk } = table;
  if (!bulk) return [];
  const columns = referenceColumns(table).map(snake);
  return columns.map((column) =>
    arm(table, place, `${viewFor(bulk, [column])} t where t.${column} = k.value`, true),
  );
}

/**
 * The limit is inside, before anything is filtered out, so that it bounds what is read and not only what is found.
 * It is written out, and the union is no common table expression: with a bound limit there, a run took 60 ms instead of 3.
 */
const linksOfEntities = `
  select u.entity as "from", u.id as "statementId",
    (u.rank <> 'PREFERRED') * 2000 + (u.value_state <> 'VALUE') * 1000 + u.place as "weight", u.named,
    (select json_group_array(l.code_id) from ${statementCode.name} l where l.statement_id = u.id) as "codes",
    iif(u.run is null, ${liveByDates('u')}, ${live('u')})
      and (:via is null or u.type in (select value from json_each(:via))) as "holds"
  from (${[...statementTables.flatMap(arms), ...statementTables.flatMap(bulkArms)].join('\n    union all')}
    limit ${maxStatements + 1}
  ) u`;

interface LinkRow {
  readonly from: string;
  readonly statementId: string;
  readonly weight: number;
  readonly named: string;
  readonly codes: string;
  readonly holds: 0 | 1;
}

/** The links of any of the entities, in one statement of SQL; `complete` is false when there are more than are read. */
export function linksOf(
  store: Store,
  entities: readonly string[],
  { asOf, via }: LinkWalk,
): { readonly links: readonly Link[]; readonly complete: boolean } {
  const rows = store.all<LinkRow>(linksOfEntities, {
    ...asOf,
    entities: JSON.stringify(entities),
    via: via ? JSON.stringify(via) : null,
  });
  const kept = rows.slice(0, maxStatements).filter(({ holds }) => holds === 1);
  return { links: kept.flatMap(linksIn), complete: rows.length <= maxStatements };
}

function linksIn({ from, statementId, weight, named, codes }: LinkRow): Link[] {
  const itself = new Set((JSON.parse(named) as (string | null)[]).filter((id) => id !== null));
  const listed = (JSON.parse(codes) as string[]).filter((id) => !itself.has(id));
  const behind = weight >= listing ? weight : weight + listing;
  return [
    ...[...itself].map((to) => ({ from, to, statementId, weight })),
    ...listed.map((to) => ({ from, to, statementId, weight: behind })),
  ].filter(({ to }) => to !== from);
}
