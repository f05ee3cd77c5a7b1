/** Writes a database's description of itself: the results of the checks, and last its release row. */

import type { CheckResult } from '../../db/findings/checks.ts';
import type { Touched } from '../../db/findings/touched.ts';
import type { WritableStore } from '../../db/kit/store.ts';
import { insertSql, ownName, type Table } from '../../db/kit/table.ts';
import { largestGroups } from '../../db/release/largest-groups.ts';
import { programHash, programVersion } from '../../db/release/program-hash.ts';
import { checkResult, release, tables } from '../../db/tables/index.ts';
import { countRows } from './write.ts';

/** What is recorded about a database besides its data. */
export interface Finishing {
  readonly contentHash: string;
  readonly checks: readonly CheckResult[];
  /** The id of the feed of changes that it has. */
  readonly feedId: string;
  readonly builtAt: string;
  /** The tables that were written to since the release that this one adds to; all where none is given. */
  readonly touched?: Touched;
}

/** Finishes a database that has all its data; returns its row counts. */
export function finish(store: WritableStore, { contentHash, checks, feedId, builtAt, touched }: Finishing) {
  const before = store.get<{ groups: string | null }>(
    'select r.largest_groups as groups from release r',
  )?.groups;
  for (const { name } of [checkResult, release]) store.exec(`delete from ${name}`);
  for (const { rule, statement, offenders } of checks)
    store.run(insertSql(checkResult), { rule, statement, offenders: offenders.length });
  const counts = countRows(store);
  if (!touched) store.exec('analyze');
  else
    for (const table of tables.filter((each) => touched.has(each.name) && hasChanged(store, each, counts)))
      store.exec(`analyze ${ownName(table)}`);
  store.run(insertSql(release), {
    ...{ contentHash, feedId, builtAt },
    programHash: programHash(),
    programVersion: programVersion(),
    counts: JSON.stringify(counts),
    largestGroups: JSON.stringify(
      largestGroups(store, { touched, before: JSON.parse(before ?? '{}') as Record<string, number> }),
    ),
  });
  return counts;
}

const analysed = `select max(cast(s.stat as integer)) as "n" from sqlite_stat1 s where s.tbl = :table`;

/** Whether a table has other numbers of rows than those by which SQLite chooses its plans: a tenth more or less changes none. */
function hasChanged(store: WritableStore, table: Table, counts: Readonly<Record<string, number>>): boolean {
  const { n } = store.get<{ readonly n: number | null }>(analysed, { table: ownName(table) }) ?? { n: null };
  return n === null || Math.abs((counts[table.name] ?? 0) - n) * 10 > n;
}
