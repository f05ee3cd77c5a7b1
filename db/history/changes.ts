/** Writes the feed of changes: a build copies the events of the release it replaces and appends its own. */

import type { ChangeKind } from '../enums/index.ts';
import type { Store, WritableStore } from '../kit/store.ts';
import type { Table } from '../kit/table.ts';
import { statementTables } from '../tables/index.ts';
import { appendEvent, changeOf, lastBuiltOn, type NewEvent, type Side } from './changed.ts';
import { endOfFeed, firstChanges } from './feed.ts';
import {
  changedColumns,
  citedBy,
  type State,
  sourcesReadAnew,
  stateOf,
  statesOf,
  valueIn,
} from './statement-state.ts';
import { wordsIn } from './words.ts';

/**
 * Continues the feed of the last release in a database that is otherwise complete; returns the number of new events.
 * Undefined when it cannot be continued: then a new, empty feed begins, and clients need a full copy.
 */
export function carryFeed(store: WritableStore, last: Store, builtAt: string): number | undefined {
  if (schemaOf(last) !== schemaOf(store)) return undefined;
  return store.transaction(() => {
    copyEvents(store, last);
    const end = endOfFeed(store);
    // Even if the clock was set back, times never decrease along the feed.
    const at = end.at > builtAt ? end.at : builtAt;
    let seq = end.seq;
    for (const change of changesBetween(last, store)) {
      seq += 1;
      appendEvent(store, { seq, at, ...change });
    }
    return seq - end.seq;
  });
}

/** The SQL of all tables; releases with different tables are not compared. */
function schemaOf(store: Store): string {
  const sql = "select sql from sqlite_schema where type = 'table' and name not like 'sqlite%' order by name";
  return JSON.stringify(store.all(sql));
}

function copyEvents(to: WritableStore, from: Store): void {
  for (let seq = 0; ; ) {
    const page = firstChanges(from, { after: seq }, {}, 1_000);
    for (const event of page) appendEvent(to, event);
    const last = page.at(-1);
    if (!last) return;
    seq = last.seq;
  }
}

/** All changes between two releases in order of table and id, so that the same two always give the same events. */
function* changesBetween(last: Store, next: Store): Iterable<NewEvent> {
  // Most are empty where little was loaded: what compares two of them is not even prepared.
  const compared = statementTables.filter((table) => hasRows(last, table) || hasRows(next, table));
  const corrections = compared.flatMap((table) => [...correctionsIn(table, last, next)]);
  const corrected = new Set(corrections.map(({ previous }) => previous.id));
  const byNew = Map.groupBy(corrections, ({ id }) => id);
  const comparison = comparing(last, next);
  const [then, now] = [wordsIn(last), wordsIn(next)];
  const since = lastBuiltOn(last);
  for (const table of compared) {
    const old = (state: State): Side => ({ table, state, words: then });
    const fresh = (state: State): Side => ({ table, state, words: now });
    for (const some of batches(pairs(statesOf(last, table), statesOf(next, table)))) {
      const cited = comparison(some);
      for (const [before, after] of some) {
        if (!after) {
          if (!before) continue;
          const sourceId = cited.sourceOf(before.id);
          const note = 'This release does not hold it any more.';
          yield changeOf({ kind: 'RETIRED', before: old(before), note, sourceId }, since);
          continue;
        }
        const sourceId = cited.sourceOf(after.id);
        if (before && !corrected.has(after.id)) {
          const how = howChanged(table, before, after, cited.otherwise(after.id));
          if (how) yield changeOf({ ...how, before: old(before), after: fresh(after), sourceId }, since);
        } else if (!before) {
          const previous = byNew.get(after.id)?.map((found) => found.previous) ?? [];
          const made = { after: fresh(after), note: null, sourceId };
          for (const corrects of previous)
            yield changeOf({ kind: 'UPDATED', before: old(corrects), ...made }, since);
          if (previous.length === 0) yield changeOf({ kind: 'CREATED', ...made }, since);
        }
      }
    }
  }
}

/** Whether a release has a statement of a table. */
function hasRows(store: Store, { name }: Table): boolean {
  return store.get(`select 1 from ${name} limit 1`) !== undefined;
}

/** A statement in two releases; undefined where a release does not have it. */
type Pair = readonly [before: State | undefined, after: State | undefined];

/** How the citations of a statement differ between two releases. */
type Recited = readonly ('citations' | 'sources')[];

/** What the statements of a batch cite. */
interface Comparison {
  /** How the citations of a statement that is in both releases differ. */
  otherwise(id: string): Recited;
  /** The source that a statement rests on, or did where it is gone; null where none is recorded. */
  sourceOf(id: string): string | null;
}

/** Reads the citations of a batch of pairs at once, which is cheaper. */
function comparing(last: Store, next: Store): (some: readonly Pair[]) => Comparison {
  const anew = sourcesReadAnew(last, next);
  return (some) => {
    const [old, now] = [citedBy(last, idsOf(some, 0)), citedBy(next, idsOf(some, 1))];
    return {
      otherwise(id) {
        if (old(id).citations !== now(id).citations) return ['citations'];
        return now(id).sourceIds.some((source) => anew.has(source)) ? ['sources'] : [];
      },
      sourceOf: (id) => now(id).sourceIds[0] ?? old(id).sourceIds[0] ?? null,
    };
  };
}

const idsOf = (some: readonly Pair[], side: 0 | 1) => some.flatMap((pair) => pair[side]?.id ?? []);

interface Correction {
  /** The new statement. */
  readonly id: string;
  /** The one it corrects, as it was. */
  readonly previous: State;
}

/** Statements without an end of recorded time in the last release that a new statement corrects. */
function* correctionsIn(table: Table, last: Store, next: Store): Iterable<Correction> {
  const superseded = `select t.id, t.superseded_by as "newId" from ${table.name} t where t.superseded_by is not null order by t.id`;
  const old = 'select 1 from statement t where t.id = :id';
  for (const { id, newId } of next.all<{ readonly id: string; readonly newId: string }>(superseded)) {
    const previous = stateOf(last, table, id);
    if (!previous || valueIn(table, previous, 'recordedTo') !== null) continue;
    if (!last.get(old, { id: newId }) && next.get(old, { id: newId })) yield { id: newId, previous };
  }
}

/** Pairs the states of two releases by id; both must come in order of id. */
function* pairs(before: Iterator<State, undefined>, after: Iterator<State, undefined>): Iterable<Pair> {
  let old = before.next().value;
  let now = after.next().value;
  while (old || now) {
    if (old && (!now || old.id < now.id)) {
      yield [old, undefined];
      old = before.next().value;
    } else if (now && (!old || now.id < old.id)) {
      yield [undefined, now];
      now = after.next().value;
    } else if (old && now) {
      yield [old, now];
      old = before.next().value;
      now = after.next().value;
    }
  }
}

/** Pairs in batches of a thousand. */
function* batches(all: Iterable<Pair>): Iterable<readonly Pair[]> {
  let some: Pair[] = [];
  for (const pair of all) {
    some.push(pair);
    if (some.length < 1_000) continue;
    yield some;
    some = [];
  }
  yield some;
}

/** What happened to a statement that is in both releases; undefined where nothing did. */
function howChanged(
  table: Table,
  before: State,
  after: State,
  recited: Recited,
): Pick<NewEvent, 'kind' | 'note'> | undefined {
  const columns = changedColumns(table, before, after);
  const codes = before.codeIds !== after.codeIds && columns.length === 0 ? ['codes'] : [];
  const all = [...columns, ...codes, ...recited];
  if (all.length === 0) return undefined;
  const kind = kindOf(columns, all);
  const value = (column: string) => valueIn(table, after, column);
  if (columns.includes('recordedTo') && value('recordedTo') !== null) {
    const by = value('supersededBy');
    const note = by ? `Superseded by ${by}.` : `Recorded until ${value('recordedTo')}.`;
    return { kind: 'RETIRED', note };
  }
  if (kind === 'RANK_CHANGED') {
    const reason = value('rankReason');
    const step = `From ${valueIn(table, before, 'rank')} to ${value('rank')}`;
    return { kind, note: reason ? `${step}: ${reason}` : `${step}.` };
  }
  if (kind === 'SOURCE_REFRESHED') {
    const other = recited.includes('citations');
    return { kind, note: other ? 'It cites other sources or passages.' : 'A source of it was read anew.' };
  }
  return { kind, note: `Changed: ${all.join(', ')}.` };
}

function kindOf(columns: readonly string[], all: readonly string[]): keyof typeof ChangeKind.values {
  if (all.every((name) => name === 'citations' || name === 'sources')) return 'SOURCE_REFRESHED';
  const rankOnly = all.every((name) => name === 'rank' || name === 'rankReason');
  return rankOnly && columns.includes('rank') ? 'RANK_CHANGED' : 'UPDATED';
}
