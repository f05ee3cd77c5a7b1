/** In which releases statements are, and for which days any release of a table was read. */

import { type AsOf, dayBefore, recordedByDates } from '../kit/as-of.ts';
import { typeOf } from '../kit/id-parts.ts';
import type { Store } from '../kit/store.ts';
import { ownName, type Row, selectList, type Table } from '../kit/table.ts';
import { edition, statementTables } from '../tables/index.ts';
import { seriesOfText } from './runs.ts';

type Edition = Row<typeof edition>;

const editionsOfTable = (table: Table) => `
  select k.key as "slot", ${selectList(edition, 'e')}
  from json_each(:ids) k
  cross join ${table.name} t
  cross join run_source s
  cross join edition e
  where t.id = k.value and s.run = t.run and e.source_id = s.source_id
  order by k.key, s.seq`;

const tableByType = new Map(statementTables.map((table) => [table.type, table]));

/** The releases that each of some statements is in, earliest first; none where no file states it. */
export function editionsOfStatements(store: Store, ids: readonly string[]): Edition[][] {
  const found: Edition[][] = ids.map(() => []);
  for (const [type, slots] of Map.groupBy(ids.keys(), (slot) => typeOf(ids[slot] ?? ''))) {
    const table = tableByType.get(type);
    if (!table) continue;
    const params = { ids: JSON.stringify(slots.map((slot) => ids[slot])) };
    for (const { slot, ...row } of store.all<Edition & { readonly slot: number }>(
      editionsOfTable(table),
      params,
    ))
      found[slots[slot] ?? 0]?.push(row as unknown as Edition); // without the slot it is the row again
  }
  return found;
}

/**
 * SQL: a whole release with rows of a table was read for a day, as known at `:knownAt`, or the text has rows of that day.
 * Else nothing can be concluded from what is not among them.
 */
const isReleaseRead = (table: Table, day: string) => `(
  exists (
    select 1 from series_table s cross join edition e
    where s.table_name = '${table.name}' and e.series = s.series and e.whole = 1 and e.valid_from <= ${day}
      and (e.valid_to is null or e.valid_to > ${day}) and e.recorded_from <= :knownAt)
  or exists (
    select 1 from run u cross join ${ownName(table)} r
    where u.series = ${seriesOfText} and ${recordedByDates('u')} and r.run = u.number
      and r.valid_from <= ${day} and r.valid_to > ${day}))`;

/** Of some days, those for which a release of a table was read. */
export function daysRead(
  store: Store,
  table: Table,
  days: readonly string[],
  knownAt: string,
): ReadonlySet<string> {
  const sql = `select k.value as "day" from json_each(:days) k where ${isReleaseRead(table, 'k.value')}`;
  return new Set(
    store.all<{ readonly day: string }>(sql, { days: JSON.stringify(days), knownAt }).map(({ day }) => day),
  );
}

/**
 * The last day for which the releases of a statement were published, where the day is after it; null where they cover the day.
 * A row with days of its own may reach beyond the end of the last release that states it.
 */
export function lastConfirmed(editions: readonly Edition[], { dateOfService, knownAt }: AsOf): string | null {
  const last = editions.findLast(
    ({ validFrom, recordedFrom }) =>
      recordedFrom <= knownAt && validFrom !== null && validFrom <= dateOfService,
  );
  const end = last?.confirmedTo ?? last?.validTo ?? null;
  return end !== null && end <= dateOfService ? dayBefore(end) : null;
}

/** What of the releases of a table is on record about a day: the one before it and the one after it. */
export interface ReleasesAround {
  readonly before: Edition | null;
  readonly after: Edition | null;
}

const around = (table: Table, condition: string, order: string) => `
  select ${selectList(edition, 'e')} from series_table s cross join edition e
  where s.table_name = '${table.name}' and e.series = s.series and e.recorded_from <= :knownAt and ${condition}
  order by ${order}, e.series, e.number limit 1`;

/** The releases with rows of a table that were read before a day and after it. */
export function releasesAround(store: Store, table: Table, asOf: AsOf): ReleasesAround {
  const { dateOfService: day, knownAt } = asOf;
  const read = (condition: string, order: string) =>
    store.get<Edition>(around(table, condition, order), { day, knownAt }) ?? null;
  return {
    before: read('e.valid_from <= :day', 'e.valid_from desc'),
    after: read('e.valid_from > :day', 'e.valid_from'),
  };
}
