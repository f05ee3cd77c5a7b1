/** Statements of one database in words, for the feed of changes: what was stated stays readable when it is gone. */

import { lastPart, typeOf } from '../kit/id-parts.ts';
import { rowsById } from '../kit/rows-along-edge.ts';
import type { Store } from '../kit/store.ts';
import type { NameOf, Table } from '../kit/table.ts';
import { tables } from '../tables/index.ts';
import { type State, valuesOf } from './statement-state.ts';

/** A thing as far as its name depends on it. */
type Named = Readonly<Record<string, unknown>>;

/** What people call the thing of an id: as its table says, else its label, else the code that its id ends in. */
export function calledBy(table: Table, row: Named | undefined, id: string, nameOf: NameOf): string {
  if (row && table.called) return table.called(row, nameOf);
  return String(row?.label ?? lastPart(id));
}

const byType = new Map<string, Table>(tables.filter(({ type }) => type).map((table) => [table.type, table]));

/** A statement of a table in words. */
export type Words = (table: Table, state: Pick<State, 'row'>) => string | null;

/** How statements of a database read; each name is read once. */
export function wordsIn(store: Store): Words {
  const names = new Map<string, string>();
  const nameOf: NameOf = (id) => {
    const name = names.get(id) ?? read(id);
    names.set(id, name);
    return name;
  };
  function read(id: string): string {
    const table = byType.get(typeOf(id));
    if (!table?.inMemory) return lastPart(id);
    return calledBy(table, rowsById(store, table, [id])[0] as Named | undefined, id, nameOf);
  }
  return (table, state) => {
    const values = valuesOf(state);
    const named = Object.fromEntries(Object.keys(table.columns).map((name, i) => [name, values[i]]));
    return table.sentence?.(named, nameOf) ?? null;
  };
}
