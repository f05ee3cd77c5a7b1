/** The feed of changes of a load: what it wrote. */

import { typeOf } from '../kit/id-parts.ts';
import type { Store, WritableStore } from '../kit/store.ts';
import { statementTables } from '../tables/index.ts';
import { appendEvent, caused, changeOf, lastBuiltOn, type NewEvent, type Side } from './changed.ts';
import { type ChangeEvent, endOfFeed } from './feed.ts';
import { citedBy, statesById } from './statement-state.ts';
import { wordsIn } from './words.ts';

/** What a load wrote of a statement, or that it added an edition. */
export type WrittenChange = Pick<
  ChangeEvent,
  'kind' | 'statementId' | 'previousId' | 'note' | 'statementCount'
>;

const tableByType = new Map(statementTables.map((table) => [table.type, table]));

/** How many changes are read at once: what an event keeps of each is in memory until all are written. */
const batchSize = 2_000;

/** Adds events to the feed; returns how many. Each keeps what it was about in words. */
export function appendToFeed(
  store: WritableStore,
  written: readonly WrittenChange[],
  builtAt: string,
): number {
  const end = endOfFeed(store);
  // Even if the clock was set back, times never decrease along the feed.
  const at = end.at > builtAt ? end.at : builtAt;
  // All are read before any is written: what was added waits until something is read.
  const events = eventsOf(store, written);
  for (const [index, event] of events.entries())
    appendEvent(store, { seq: end.seq + index + 1, at, ...event });
  return events.length;
}

function eventsOf(store: Store, written: readonly WrittenChange[]): readonly NewEvent[] {
  const since = lastBuiltOn(store);
  const words = wordsIn(store);
  const events: NewEvent[] = [];
  for (let first = 0; first < written.length; first += batchSize) {
    const some = written.slice(first, first + batchSize);
    const sides = sidesOf(store, some, words);
    const cited = citedBy(
      store,
      some.map(({ statementId }) => statementId),
    );
    for (const change of some) {
      const after = sides.get(change.statementId);
      const before = change.previousId === null ? undefined : sides.get(change.previousId);
      const sourceId = cited(change.statementId).sourceIds[0] ?? null;
      const event = after
        ? changeOf({ ...change, before, after, sourceId }, since)
        : editionAdded(store, change, since);
      events.push({ ...event, ...change });
    }
  }
  return events;
}

/** The statements of some changes, by their ids. */
function sidesOf(
  store: Store,
  some: readonly WrittenChange[],
  words: Side['words'],
): ReadonlyMap<string, Side> {
  const ids = some.flatMap(({ statementId, previousId }) => [statementId, previousId ?? statementId]);
  const byType = Map.groupBy(new Set(ids), typeOf);
  return new Map(
    [...byType].flatMap(([type, ofType]) => {
      const table = tableByType.get(type);
      if (!table) return [];
      return [...statesById(store, table, ofType)].map(
        ([id, state]) => [id, { table, state, words }] as const,
      );
    }),
  );
}

const datedSql = 'select coalesce(s.effective_on, s.published_on) as "day" from source s where s.id = :id';

/** The event of an edition, whose statements are read where its source is cited; or of what is no longer there. */
function editionAdded(store: Store, change: WrittenChange, since: string): NewEvent {
  const day = store.get<{ readonly day: string | null }>(datedSql, { id: change.statementId })?.day ?? null;
  const nothing = { payerIds: '[]', codeIds: '[]', policyIds: '[]', text: null, previousText: null };
  const effectiveOn = /^\d{4}-\d\d-\d\d$/.test(day ?? '') ? day : null;
  const sourceId = change.kind === 'EDITION_ADDED' ? change.statementId : null;
  return { ...change, ...nothing, ...caused(effectiveOn, since), sourceId };
}
