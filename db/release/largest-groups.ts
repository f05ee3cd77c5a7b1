/** The most rows of a table that one key leads to, measured when a release is built, so that operations can be estimated before they run. */

import { viewFor } from '../kit/compact-table.ts';
import type { Store } from '../kit/store.ts';
import { snake, type Table } from '../kit/table.ts';
import { tables } from '../tables/index.ts';

/** The name of the figure for a column: `coverage.payer_id`. */
export function groupName({ name }: Pick<Table, 'name'>, column: string): string {
  return `${name}.${snake(column)}`;
}

/** The name of the figure for values that are ids of one type: `citation.subject_id of CoverageStatement`. */
export function groupNameOf(table: Pick<Table, 'name'>, column: string, type: string): string {
  return `${groupName(table, column)} of ${type}`;
}

/**
 * For each column that rows are walked by, the most rows that share one value in it; where it has ids of any type, also for
 * each type.
 */
export function largestGroups(store: Store): Readonly<Record<string, number>> {
  const keys = tables.flatMap((table) => keysOf(table).map((column) => ({ table, column })));
  const ofAll = keys.map(
    ({ table, column }) => [groupName(table, column), largestIn(store, table, column)] as const,
  );
  const ofTypes = keys
    .filter(({ column }) => column === 'subjectId')
    .flatMap(({ table }) =>
      store
        .all<{ readonly type: string; readonly n: number }>(largestByType(table))
        .map(({ type, n }) => [groupNameOf(table, 'subjectId', type), n] as const),
    );
  return Object.fromEntries([...ofAll, ...ofTypes]);
}

const largestByType = ({ name }: Table) => `
  select substr(g.key, 1, instr(g.key, ':') - 1) as type, max(g.n) as n
  from (select key, count(*) as n from (select t.subject_id as key from ${name} t limit -1) group by key) g
  group by 1`;

/** The columns that lead to the rows of a table: those it is walked by, and the first of its key. */
function keysOf({ walkedBy, cluster }: Table): readonly string[] {
  return [...new Set([...cluster.slice(0, 1), ...walkedBy])].filter((column) => column !== 'id');
}

function largestIn(store: Store, { name, bulk }: Table, column: string): number {
  const key = snake(column);
  const relations = bulk ? [name, viewFor(bulk, [key])] : [name];
  const counts = relations.map((relation) => {
    // This limit limits nothing: it lets SQLite run the subquery on each part of a view.
    const keys = `(select t.${key} as key from ${relation} t limit -1)`;
    const sql = `select max(g.n) as n from (select count(*) as n from ${keys} where key is not null group by key) g`;
    return store.get<{ readonly n: number | null }>(sql)?.n ?? 0;
  });
  return counts.reduce((sum, n) => sum + n, 0);
}
