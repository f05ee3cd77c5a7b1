/** The most rows of a table that one key leads to, measured when a release is built, so that operations can be estimated before they run. */

import type { Touched } from '../findings/touched.ts';
import type { Store } from '../kit/store.ts';
import { ownName, snake, type Table } from '../kit/table.ts';
import { citation, tables } from '../tables/index.ts';

/** The name of the figure for a column: `coverage.payer_id`. */
export function groupName({ name }: Pick<Table, 'name'>, column: string): string {
  return `${name}.${snake(column)}`;
}

/** The name of the figure for values that are ids of one type: `citation.subject_id of CoverageStatement`. */
export function groupNameOf(table: Pick<Table, 'name'>, column: string, type: string): string {
  return `${groupName(table, column)} of ${type}`;
}

type Groups = Readonly<Record<string, number>>;

/**
 * For each column that rows are walked by, the most rows that share one value in it; where it has ids of any type, also for
 * each type. Those of tables that were not touched are as before.
 */
export function largestGroups(
  store: Store,
  { touched, before }: { readonly touched?: Touched | undefined; readonly before?: Groups } = {},
): Groups {
  const measured = tables.filter(({ name }) => name !== citation.name && (!touched || touched.has(name)));
  return {
    ...before,
    ...Object.fromEntries(measured.flatMap((table) => groupsOf(store, table))),
    ...citations(store),
  };
}

function groupsOf(store: Store, table: Table): readonly (readonly [string, number])[] {
  return keysOf(table).flatMap((column) => [
    [groupName(table, column), largestIn(store, table, column)] as const,
    ...(column === 'subjectId' ? largestByType(store, table) : []),
  ]);
}

function largestByType(store: Store, table: Table) {
  const sql = `
    select substr(g.key, 1, instr(g.key, ':') - 1) as type, max(g.n) as n
    from (select t.subject_id as key, count(*) as n from ${ownName(table)} t group by 1) g
    group by 1`;
  return store
    .all<{ readonly type: string; readonly n: number }>(sql)
    .map(({ type, n }) => [groupNameOf(table, 'subjectId', type), n] as const);
}

const citing = tables.filter(({ kind }) => kind !== 'link');

const mostOfRuns =
  'select coalesce(max(g.n), 0) as n from (select count(*) as n from run_source x group by x.run) g';

/** What cites each source: citations of their own, and by table the rows of the runs that it is in. */
const citedBySource = [
  `select c.source_id as source, count(*) as n from ${ownName(citation)} c group by 1`,
  ...citing.map(
    (table) => `select x.source_id, sum(g.n)
      from (select r.run, count(*) as n from ${ownName(table)} r where r.run is not null group by r.run) g
      cross join run_source x where x.run = g.run group by 1`,
  ),
].join('\nunion all\n');

const mostCited = `select coalesce(max(g.n), 0) as n from (select sum(c.n) as n from (${citedBySource}) c group by c.source) g`;

/** Citations: of a thing, its own and those of its run; of a source, what cites it. */
function citations(store: Store): Groups {
  const most = (sql: string) => store.get<{ readonly n: number }>(sql)?.n ?? 0;
  const ofRun = most(mostOfRuns);
  const own = largestByType(store, citation).map(([name, n]) => [name, n + ofRun] as const);
  return {
    ...Object.fromEntries(citing.map(({ type }) => [groupNameOf(citation, 'subjectId', type), ofRun])),
    ...Object.fromEntries(own),
    [groupName(citation, 'subjectId')]: Math.max(ofRun, ...own.map(([, n]) => n)),
    [groupName(citation, 'sourceId')]: most(mostCited),
  };
}

/** The columns that lead to the rows of a table: those it is walked by, and the first of its key. */
function keysOf({ walkedBy, cluster }: Table): readonly string[] {
  return [...new Set([...cluster.slice(0, 1), ...walkedBy])].filter((column) => column !== 'id');
}

function largestIn(store: Store, table: Table, column: string): number {
  const { bulk } = table;
  const key = snake(column);
  const inBulk = bulk?.walkedBy?.[key];
  const groups = [[ownName(table), key], ...(bulk && inBulk ? [[bulk.rows, inBulk]] : [])];
  const counts = groups.map(([rows, by]) => {
    const sql = `select max(g.n) as n from (select count(*) as n from ${rows} t where t.${by} is not null group by t.${by}) g`;
    return store.get<{ readonly n: number | null }>(sql)?.n ?? 0;
  });
  return counts.reduce((sum, n) => sum + n, 0);
}
