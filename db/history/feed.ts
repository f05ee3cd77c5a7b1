/** Reads the feed of changes: events in order, from a position on, filtered by kinds, payers, codes and policies. */

import type { Store } from '../kit/store.ts';
import { type Row, selectList } from '../kit/table.ts';
import type { Params } from '../kit/values.ts';
import { changeEvent } from '../tables/index.ts';

/** What happened to a statement. */
export type ChangeEvent = Row<typeof changeEvent>;

/**
 * A position in the feed. `at` is the time of its event: a database that was restored from a copy and built again
 * gives the same numbers to other events, at other times.
 */
export interface Position {
  readonly seq: number;
  /** Empty before the first event. */
  readonly at: string;
}

/** Before the first event. */
export const beginning: Position = { seq: 0, at: '' };

/** Filters on events; a filter left out does not restrict. */
export interface ChangeFilter {
  readonly kinds?: readonly string[] | undefined;
  readonly payers?: readonly string[] | undefined;
  readonly codes?: readonly string[] | undefined;
  readonly policies?: readonly string[] | undefined;
}

/** After the last event. */
export function endOfFeed(store: Store): Position {
  const sql = 'select t.seq, t.at from change_event t where t.seq > 0 order by t.seq desc limit 1';
  return store.get<Position>(sql) ?? beginning;
}

/** Whether the feed of this database has been at a position. */
export function hasBeenAt(store: Store, { seq, at }: Position): boolean {
  if (seq === 0) return true;
  const sql = 'select t.at from change_event t where t.seq = :seq';
  return store.get<{ readonly at: string }>(sql, { seq })?.at === at;
}

const given = (name: string) => `(select value from json_each(:${name}))`;

/** A stretch of the feed: a range of event numbers, both ends exclusive. */
export interface Stretch {
  readonly after: number;
  /** Default: the end of the feed. */
  readonly before?: number | undefined;
}

function matching(
  { after, before }: Stretch,
  filter: ChangeFilter,
): { readonly sql: string; readonly params: Params } {
  const parts = ['t.seq > :after', ...(before === undefined ? [] : ['t.seq < :before'])];
  const lists: Record<string, string> = {};
  const add = (name: string, values: readonly string[] | undefined, sql: string) => {
    if (!values) return;
    parts.push(sql);
    lists[name] = JSON.stringify(values);
  };
  // An edition may state something of any payer, code and policy.
  const within = (column: string, name: string) =>
    `(t.kind = 'EDITION_ADDED' or exists (select 1 from json_each(t.${column}) e where e.value in ${given(name)}))`;
  add('kinds', filter.kinds, `t.kind in ${given('kinds')}`);
  add('payers', filter.payers, within('payer_ids', 'payers'));
  add('codes', filter.codes, within('code_ids', 'codes'));
  add('policies', filter.policies, within('policy_ids', 'policies'));
  return { sql: parts.join(' and '), params: { after, ...(before !== undefined && { before }), ...lists } };
}

/** The first events of a stretch, in order. */
export function firstChanges(
  store: Store,
  stretch: Stretch,
  filter: ChangeFilter,
  limit: number,
): readonly ChangeEvent[] {
  const where = matching(stretch, filter);
  const sql = `select ${selectList(changeEvent, 't')} from change_event t where ${where.sql} order by t.seq limit :limit`;
  return store.all<ChangeEvent>(sql, { ...where.params, limit });
}

/** The last events of a stretch, the newest first. */
export function lastChanges(
  store: Store,
  stretch: Stretch,
  filter: ChangeFilter,
  limit: number,
): readonly ChangeEvent[] {
  const where = matching(stretch, filter);
  const sql = `select ${selectList(changeEvent, 't')} from change_event t where ${where.sql} order by t.seq desc limit :limit`;
  return store.all<ChangeEvent>(sql, { ...where.params, limit });
}

/** How many events there are in a stretch. */
export function countChanges(store: Store, stretch: Stretch, filter: ChangeFilter): number {
  const where = matching(stretch, filter);
  const sql = `select count(*) as n from change_event t where ${where.sql}`;
  return store.get<{ readonly n: number }>(sql, where.params)?.n ?? 0;
}

/** Payers with the licensees of those that are associations, which alone decide what is known under their name. */
export function withLicensees(store: Store, payerIds: readonly string[]): readonly string[] {
  const sql = `
    select p.id from payer p
    where p.id in ${given('payers')} or p.parent_id in (
      select a.id from payer a where a.kind = 'ASSOCIATION' and a.id in ${given('payers')})
    order by p.id`;
  return store.all<{ readonly id: string }>(sql, { payers: JSON.stringify(payerIds) }).map(({ id }) => id);
}
