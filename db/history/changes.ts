/** Writes the feed of changes: a build copies the events of the release it replaces and appends its own. */

import type { ChangeKind } from '../enums/index.ts';
import type { Store, WritableStore } from '../kit/store.ts';
import { rowsInto, type Table } from '../kit/table.ts';
import { changeEvent, statementTables } from '../tables/index.ts';
import type { ChangeEvent } from './feed.ts';
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
import { unionOf } from './written.ts';

type Change = Omit<ChangeEvent, 'seq' | 'at'>;

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
      addEvent(store, { seq, at, ...change });
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
    for (const event of page) addEvent(to, event);
    const last = page.at(-1);
    if (!last) return;
    seq = last.seq;
  }
}

const intoFeed = rowsInto(changeEvent);

function addEvent(store: WritableStore, event: ChangeEvent): void {
  const { seq, at, kind, statementId, previousId, payerIds, codeIds, note, statementCount } = event;
  store.add(intoFeed, [seq, at, kind, statementId, previousId, payerIds, codeIds, note, statementCount]);
}

/** All changes between two releases in order of table and id, so that the same two always give the same events. */
function* changesBetween(last: Store, next: Store): Iterable<Change> {
  const corrections = statementTables.flatMap((table) => [...correctionsIn(table, last, next)]);
  const corrected = new Set(corrections.map(({ previous }) => previous.id));
  const byNew = Map.groupBy(corrections, ({ id }) => id);
  const comparison = comparing(last, next);
  for (const table of statementTables) {
    for (const some of batches(pairs(statesOf(last, table), statesOf(next, table)))) {
      const citedOtherwise = comparison(some);
      for (const [before, after] of some) {
        if (!after) {
          if (before) yield change('RETIRED', before, [before], 'This release does not hold it any more.');
        } else if (before && !corrected.has(after.id))
          yield* changeOf(table, before, after, citedOtherwise(after.id));
        else if (!before) {
          const previous = byNew.get(after.id)?.map((found) => found.previous) ?? [];
          for (const old of previous)
            yield { ...change('UPDATED', after, [old, after], null), previousId: old.id };
          if (previous.length === 0) yield change('CREATED', after, [after], null);
        }
      }
    }
  }
}

/** A statement in two releases; undefined where a release does not have it. */
type Pair = readonly [before: State | undefined, after: State | undefined];

/** How the citations of a statement differ between two releases. */
type Recited = readonly ('citations' | 'sources')[];

/** Reads the citations of a batch of pairs at once, which is cheaper, and returns how those of a statement differ. */
function comparing(last: Store, next: Store): (some: readonly Pair[]) => (id: string) => Recited {
  const anew = sourcesReadAnew(last, next);
  return (some) => {
    const both = some.flatMap(([before, after]) => (before && after ? [after.id] : []));
    const [old, now] = [citedBy(last, both), citedBy(next, both)];
    return (id) => {
      if (old(id).citations !== now(id).citations) return ['citations'];
      return now(id).sourceIds.some((source) => anew.has(source)) ? ['sources'] : [];
    };
  };
}

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

function* changeOf(table: Table, before: State, after: State, recited: Recited): Iterable<Change> {
  const columns = changedColumns(table, before, after);
  const codes = before.codeIds !== after.codeIds && columns.length === 0 ? ['codes'] : [];
  const all = [...columns, ...codes, ...recited];
  if (all.length === 0) return;
  const both = [before, after];
  const kind = kindOf(columns, all);
  if (columns.includes('recordedTo') && valueIn(table, after, 'recordedTo') !== null) {
    const by = valueIn(table, after, 'supersededBy');
    yield change(
      'RETIRED',
      after,
      both,
      by ? `Superseded by ${by}.` : `Held until ${valueIn(table, after, 'recordedTo')}.`,
    );
  } else if (kind === 'RANK_CHANGED') {
    const reason = valueIn(table, after, 'rankReason');
    const step = `From ${valueIn(table, before, 'rank')} to ${valueIn(table, after, 'rank')}`;
    yield change(kind, after, both, reason ? `${step}: ${reason}` : `${step}.`);
  } else if (kind === 'SOURCE_REFRESHED') {
    const note = recited.includes('citations')
      ? 'It cites other sources or passages.'
      : 'A source of it was read anew.';
    yield change(kind, after, both, note);
  } else yield change(kind, after, both, `Changed: ${all.join(', ')}.`);
}

function kindOf(columns: readonly string[], all: readonly string[]): keyof typeof ChangeKind.values {
  if (all.every((name) => name === 'citations' || name === 'sources')) return 'SOURCE_REFRESHED';
  const rankOnly = all.every((name) => name === 'rank' || name === 'rankReason');
  return rankOnly && columns.includes('rank') ? 'RANK_CHANGED' : 'UPDATED';
}

/** An event lists the payers and codes that the statement names now or named before. */
function change(kind: Change['kind'], { id }: State, states: readonly State[], note: string | null): Change {
  const payerIds = unionOf(states.map((state) => state.payerIds));
  const codeIds = unionOf(states.map((state) => state.codeIds));
  return { kind, statementId: id, previousId: null, payerIds, codeIds, note, statementCount: null };
}
