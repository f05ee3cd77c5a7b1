/** Where nothing holds on a day: the nearest days before and after on which something does, and whether it is for want of a release. */

import type { UnknownReason, ValueOf } from '../enums/index.ts';
import { type AsOf, dayBefore, recordedByDates } from '../kit/as-of.ts';
import { viewFor } from '../kit/compact-table.ts';
import type { Edge, Walk } from '../kit/edge.ts';
import {
  bulkCondition,
  type MixedEdge,
  mixedCondition,
  mixedOf,
  mixedParameters,
} from '../kit/ids-along-edge.ts';
import type { Store } from '../kit/store.ts';
import { snake, type Table } from '../kit/table.ts';
import { seriesOfText } from './runs.ts';

/** The last day before a day, and the first after it, on which something holds; null where there is none. */
export interface NearestDays {
  readonly before: string | null;
  readonly after: string | null;
}

/** What kind of statement holds on other days than that of the question, the nearest of them, and why none holds on it. */
export interface OtherDays extends NearestDays {
  /** The GraphQL type of the statements. */
  readonly type: string;
  readonly reason: Extract<ValueOf<typeof UnknownReason>, 'STATED_FOR_OTHER_DAYS' | 'NO_RELEASE_READ'>;
}

/** An edge from a thing to statements. */
export type StatementEdge = Edge | MixedEdge;

/** SQL: of rows with the columns `first` and `ends`, the day after the last before the day, and the first after it. */
export const nearestColumns = `max(iif(x.ends <= :dateOfService, x.ends, null)) as "end", min(iif(x.first > :dateOfService, x.first, null)) as "after"`;

/**
 * SQL: the spans of days on which the statement `t` holds, as known at `:knownAt`: `first`, `''` where none is known, and `ends`, the day
 * after the last; what to join for it, and the condition.
 */
export function spansOf(t: string) {
  const first = `max(coalesce(${t}.own_from, ''), coalesce(d.valid_from, ''))`;
  const ends = `min(coalesce(${t}.own_to, '9999'), coalesce(d.valid_to, '9999'))`;
  return {
    columns: `${first} as first, ${ends} as ends`,
    join: 'cross join run_days d',
    condition: `d.run = ${t}.run and ${recordedByDates('d')} and ${first} < ${ends}`,
  };
}

/** The nearest days as they are, from columns as `nearestColumns` names them. */
export const nearestOf = ({
  end,
  after,
}: {
  readonly end: string | null;
  readonly after: string | null;
}): NearestDays => ({ before: end === null ? null : dayBefore(end), after });

/** The nearer of several days on each side. */
export function nearestAmong(found: readonly NearestDays[]): NearestDays | null {
  const before = found.flatMap((days) => days.before ?? []).sort();
  const after = found.flatMap((days) => days.after ?? []).sort();
  if (before.length + after.length === 0) return null;
  return { before: before.at(-1) ?? null, after: after[0] ?? null };
}

const asMixed = (edge: StatementEdge): MixedEdge => ('table' in edge ? mixedOf(edge) : edge);

const typeOfId = (id: string) => `substr(${id}, 1, instr(${id}, ':') - 1)`;

interface Reached {
  /** The relation of the rows `t`, and the condition on those of the parent `k`. */
  readonly from: string;
  readonly condition: string;
  readonly id: string;
  /** The same for rows that stand by the million. */
  readonly bulk?: { readonly from: string; readonly condition: string };
}

/** The rows along an edge, whatever their days. */
function reached(edge: StatementEdge, walk: Walk): Reached {
  if ('table' in edge && edge.through) {
    const { link, from, to } = edge.through;
    const where = walk.where.map(({ sql }) => ` and (${sql})`).join('');
    return {
      from: `${link} l cross join ${edge.table.name} t`,
      condition: `l.${snake(from)} = k.value and t.id = l.${snake(to)}${where}`,
      id: 't.id',
    };
  }
  const { dated: _, ...whenever } = asMixed(edge);
  const { relation, id, by, bulk } = whenever;
  return {
    ...{ from: `${relation} t`, condition: mixedCondition(whenever, walk), id: `t.${id}` },
    ...(bulk && { bulk: { from: `${viewFor(bulk, by)} t`, condition: bulkCondition(whenever, walk, bulk) } }),
  };
}

/** SQL: the spans of the statements that the parent `k` reaches. A row's own days, and those of the text, tell of no release. */
function spansAlong(edge: StatementEdge, walk: Walk): string {
  const { from, condition, id, bulk } = reached(edge, walk);
  const { columns, join, condition: spans } = spansOf('t');
  const series = `iif(u.own_days = 1 or u.series = ${seriesOfText}, null, u.series)`;
  // These limits limit nothing: they keep each part apart from the sum, so that SQLite can run it on each part of a view.
  const own = `
        select * from (select ${typeOfId(id)} as type, ${series} as series, ${columns}
          from ${from} ${join} cross join run u where ${condition} and ${spans} and u.number = d.run limit -1)`;
  if (!bulk) return own;
  return `${own}
        union all select * from (
          select t.type, null, coalesce(t.valid_from, ''), coalesce(t.valid_to, '9999')
          from ${bulk.from} where ${bulk.condition} and ${recordedByDates('t')} limit -1)`;
}

const along = (edge: StatementEdge, walk: Walk, index: number) => `
  select ${index} as "edge", k.key as "slot", (
    select json_group_array(json_array(g.type, g.series, g."end", g."after", g."holds")) from (
      select x.type, x.series, ${nearestColumns}, max(x.first <= :dateOfService and x.ends > :dateOfService) as "holds"
      from (${spansAlong(edge, walk)}) x group by 1, 2) g
  ) as "groups"
  from json_each(:parents) k`;

type Group = readonly [
  type: string,
  series: number | null,
  end: string | null,
  after: string | null,
  holds: 0 | 1,
];

const covering = `
  select k.value as "series" from json_each(:series) k
  where exists (
    select 1 from edition e
    where e.series = k.value and e.whole = 1 and e.recorded_from <= :knownAt and e.valid_from <= :dateOfService
      and (e.valid_to is null or e.valid_to > :dateOfService))`;

/** Of some series, those of which a whole release that covers the day was read. */
function seriesCovering(store: Store, series: readonly number[], asOf: AsOf): ReadonlySet<number> {
  if (series.length === 0) return new Set();
  const rows = store.all<{ readonly series: number }>(covering, { ...asOf, series: JSON.stringify(series) });
  return new Set(rows.map((row) => row.series));
}

const wholeOfTables = `
  select k.value as "name",
    max(e.valid_from <= :dateOfService and (e.valid_to is null or e.valid_to > :dateOfService)) as "covers"
  from json_each(:tables) k cross join series_table s cross join edition e
  where s.table_name = k.value and e.series = s.series and e.whole = 1 and e.recorded_from <= :knownAt
  group by 1`;

/** Of some tables, those that whole releases fill: whether one that was read covers the day, by the name of the table. What the text has of the day is no release. */
export function tablesCovered(
  store: Store,
  tables: readonly Table[],
  asOf: AsOf,
): ReadonlyMap<string, boolean> {
  const params = { ...asOf, tables: JSON.stringify(tables.map(({ name }) => name)) };
  const rows = store.all<{ readonly name: string; readonly covers: 0 | 1 }>(wholeOfTables, params);
  return new Map(rows.map(({ name, covers }) => [name, covers === 1]));
}

/**
 * For each edge and each parent that reaches nothing along it on the day, which kinds of statements it reaches on other days; none where it
 * reaches something on the day. No release was read where files stated them and none of theirs covers the day. Two SQL statements, however
 * many edges and parents.
 */
export function otherDaysAlong(
  store: Store,
  edges: readonly StatementEdge[],
  parents: readonly string[],
  walk: Walk,
): readonly (readonly OtherDays[])[][] {
  const [edge] = edges;
  if (!edge) return [];
  const sql = edges.map((each, index) => along(each, walk, index)).join('\n  union all');
  const params = mixedParameters({ ...asMixed(edge), dated: 'BY_RUN' }, walk, parents);
  const read = store
    .all<{ readonly edge: number; readonly slot: number; readonly groups: string }>(sql, params)
    .map((row) => ({ ...row, groups: JSON.parse(row.groups) as readonly Group[] }));
  const empty = read.filter(({ groups }) => groups.every(([, , , , holds]) => holds === 0));
  const series = new Set(empty.flatMap(({ groups }) => groups.flatMap(([, of]) => of ?? [])));
  const covered = seriesCovering(store, [...series], walk.asOf);
  const found: (readonly OtherDays[])[][] = edges.map(() => parents.map(() => []));
  for (const { edge: index, slot, groups } of empty) {
    const byType = Map.groupBy(groups, ([type]) => type);
    const kinds = [...byType].flatMap(([type, some]): OtherDays[] => {
      const nearest = nearestAmong(some.map(([, , end, after]) => nearestOf({ end, after })));
      if (!nearest) return [];
      const of = some.flatMap(([, each]) => each ?? []);
      const isUnread = of.length > 0 && !of.some((each) => covered.has(each));
      return [{ type, ...nearest, reason: isUnread ? 'NO_RELEASE_READ' : 'STATED_FOR_OTHER_DAYS' }];
    });
    (found[index] ?? [])[slot] = kinds;
  }
  return found;
}

/** The nearest days in words, to follow a sentence that nothing is stated for the day of the question. */
export function nearestInWords({ before, after }: NearestDays, what = 'a statement'): string {
  if (before === null && after === null) return `No other day has ${what}.`;
  if (before !== null && after !== null)
    return `The nearest days with ${what} are ${before} before and ${after} after.`;
  return `The nearest day with ${what} is ${before ?? after}.`;
}

/** Why nothing is stated for the day of the question, and the nearest days for which something is, in words. */
export function otherDaysInWords(
  { reason, ...nearest }: Omit<OtherDays, 'type'>,
  day: string,
  what?: string,
): string {
  const why = reason === 'NO_RELEASE_READ' ? `No release that covers ${day} was read. ` : '';
  return `${why}${nearestInWords(nearest, what)}`;
}
