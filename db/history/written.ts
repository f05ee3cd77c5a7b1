/** The feed of changes of a load: what it wrote. */

import { typeOf } from '../kit/id-parts.ts';
import type { Store, WritableStore } from '../kit/store.ts';
import { rowsInto } from '../kit/table.ts';
import { changeEvent, statementTables } from '../tables/index.ts';
import { type ChangeEvent, endOfFeed } from './feed.ts';
import { namedBy } from './statement-state.ts';

/** What a load wrote of a statement, or that it added an edition. */
export type WrittenChange = Pick<
  ChangeEvent,
  'kind' | 'statementId' | 'previousId' | 'note' | 'statementCount'
>;

const intoFeed = rowsInto(changeEvent);

const tableByType = new Map(statementTables.map((table) => [table.type, table]));

/** Adds events to the feed; returns how many. Each lists the payers and codes that the statement names. */
export function appendToFeed(
  store: WritableStore,
  written: readonly WrittenChange[],
  builtAt: string,
): number {
  const end = endOfFeed(store);
  // Even if the clock was set back, times never decrease along the feed.
  const at = end.at > builtAt ? end.at : builtAt;
  // All are read before any is written: what was added waits until something is read.
  const named = namedIn(store, written);
  const events = written.map(({ kind, statementId, previousId, note, statementCount }) => {
    const both = [statementId, previousId].flatMap((id) => (id === null ? [] : (named.get(id) ?? [])));
    const payerIds = unionOf(both.map((each) => each.payerIds));
    const codeIds = unionOf(both.map((each) => each.codeIds));
    return [kind, statementId, previousId, payerIds, codeIds, note, statementCount];
  });
  for (const [index, event] of events.entries()) store.add(intoFeed, [end.seq + index + 1, at, ...event]);
  return events.length;
}

/** The payers and codes that the statements of some changes name, by their ids. */
function namedIn(store: Store, written: readonly WrittenChange[]) {
  const ids = written.flatMap(({ statementId, previousId }) => [statementId, previousId ?? statementId]);
  const byType = Map.groupBy(new Set(ids), typeOf);
  return new Map(
    [...byType].flatMap(([type, some]) => {
      const table = tableByType.get(type);
      return table ? [...namedBy(store, table, some)] : [];
    }),
  );
}

/** The ids of several JSON arrays as one, each once and in order. */
export function unionOf(lists: readonly string[]): string {
  return JSON.stringify([...new Set(lists.flatMap((list) => JSON.parse(list) as readonly string[]))].sort());
}
