/** Makes the events of the feed of changes: what an event keeps of a statement, so that it reads the same in every later release. */

import type { ChangeCause, ValueOf } from '../enums/index.ts';
import type { Store, WritableStore } from '../kit/store.ts';
import { rowsInto, type Table } from '../kit/table.ts';
import { changeEvent } from '../tables/index.ts';
import type { ChangeEvent } from './feed.ts';
import { type State, valueIn } from './statement-state.ts';
import type { Words } from './words.ts';

/** An event without its place in the feed. */
export type NewEvent = Omit<ChangeEvent, 'seq' | 'at'>;

const intoFeed = rowsInto(changeEvent);

const columns = Object.keys(changeEvent.columns) as (keyof ChangeEvent)[]; // its keys

/** Adds an event to the feed of a database. */
export function appendEvent(store: WritableStore, event: ChangeEvent): void {
  store.add(
    intoFeed,
    columns.map((name) => event[name]),
  );
}

/** A statement before the change or after it, and how statements of its release read. */
export interface Side {
  readonly table: Table;
  readonly state: State;
  readonly words: Words;
}

/** What happened to a statement; `before` is the statement that it was, or the one that it corrects. */
export interface Happened {
  readonly kind: ChangeEvent['kind'];
  readonly before?: Side | undefined;
  readonly after?: Side | undefined;
  readonly note: string | null;
  /** The source that it rests on. */
  readonly sourceId: string | null;
}

/** The day on which the last release was built: what turns on it or later is news. Empty where there is none. */
export function lastBuiltOn(store: Store): string {
  const sql = 'select r.built_at as "builtAt" from release r';
  return store.get<{ readonly builtAt: string }>(sql)?.builtAt.slice(0, 10) ?? '';
}

/** The event of what happened since a day. */
export function changeOf(happened: Happened, since: string): NewEvent {
  const { kind, before, after, note, sourceId } = happened;
  const sides = [before, after].filter((side) => side !== undefined);
  const now = after ?? before;
  if (!now) throw new Error('A change is of a statement.');
  const text = wordsOf(now);
  const previousText = before && before !== now ? wordsOf(before) : null;
  const corrects = before && before.state.id !== now.state.id ? before.state.id : null;
  return {
    kind,
    statementId: now.state.id,
    previousId: corrects,
    payerIds: unionOf(sides.map(({ state }) => state.payerIds)),
    codeIds: unionOf(sides.map(({ state }) => state.codeIds)),
    policyIds: unionOf(sides.map(({ state }) => state.policyIds)),
    ...turn(happened, since),
    text,
    previousText: previousText === text ? null : previousText,
    sourceId,
    note,
    statementCount: null,
  };
}

const wordsOf = ({ table, state, words }: Side) => words(table, state);

const dayIn = (side: Side | undefined, column: 'validFrom' | 'validTo') =>
  side ? (valueIn(side.table, side.state, column) as string | null) : null;

/** The day on which the world turned, and whether that is what changed. */
function turn({ kind, before, after }: Happened, since: string): Pick<NewEvent, 'effectiveOn' | 'cause'> {
  return caused(dayOf(kind, before, after), since);
}

/** The cause of a change by its day in the world. */
export function caused(effectiveOn: string | null, since: string): Pick<NewEvent, 'effectiveOn' | 'cause'> {
  const cause: ValueOf<typeof ChangeCause> =
    effectiveOn !== null && effectiveOn >= since ? 'PUBLISHER' : 'KNOWLEDGE';
  return { effectiveOn, cause };
}

function dayOf(kind: ChangeEvent['kind'], before?: Side, after?: Side): string | null {
  if (kind === 'CREATED') return dayIn(after, 'validFrom');
  if (kind === 'RETIRED') return dayIn(after, 'validTo');
  if (kind !== 'UPDATED') return null;
  // A correction has the days of what it corrects; what holds from another day on takes its place in the world.
  for (const column of ['validFrom', 'validTo'] as const) {
    const day = dayIn(after, column);
    if (day !== dayIn(before, column)) return day;
  }
  return null;
}

/** The ids of several JSON arrays as one, each once and in order. */
function unionOf(lists: readonly string[]): string {
  return JSON.stringify([...new Set(lists.flatMap((list) => JSON.parse(list) as readonly string[]))].sort());
}
