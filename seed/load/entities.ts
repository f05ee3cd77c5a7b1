/** The things that official files name: each is there once, and the file that is the authority on it names it. */

import type { Params, WritableStore } from '../../db/store.ts';
import { rowsInto, snake, type Table } from '../../db/table.ts';
import { citeAlso, citeFirst } from './cite.ts';
import type { NamedEntity } from './format.ts';
import type { Load } from './merge.ts';

export interface EntityMerger {
  /** Answers whether the thing was not there before. */
  name(load: Load, entity: NamedEntity): boolean;
}

function statementsOf(table: Table) {
  const names = Object.keys(table.columns).filter((name) => name !== 'id');
  return {
    columns: Object.keys(table.columns),
    into: rowsInto(table),
    rename: `update ${table.name} set ${names.map((name) => `${snake(name)} = :${name}`).join(', ')} where id = :id`,
  };
}

/** Takes in the things that files name. Those of the seed's text keep the words that people gave them. */
export function entityMerger(store: WritableStore): EntityMerger {
  const sql = new Map<Table, ReturnType<typeof statementsOf> & { readonly ids: Set<string> }>();
  /** Which things loaded files brought, and whether an authority named them. */
  const brought = new Map<string, boolean>();

  function of(table: Table) {
    const found = sql.get(table) ?? { ...statementsOf(table), ids: idsIn(store, table) };
    sql.set(table, found);
    return found;
  }

  return {
    name(load, { table, row, authority, line, at }) {
      const id = String(row.id);
      const before = brought.get(id);
      if (before !== undefined && !authority) return false;
      const { ids, columns, into, rename } = of(table);
      const locator = at ?? `line ${line}`;
      if (!ids.has(id)) {
        ids.add(id);
        brought.set(id, authority);
        store.add(
          into,
          columns.map((name) => (row as Params)[name] ?? null),
        );
        citeFirst(store, load, id, locator);
        return true;
      }
      if (before !== undefined) {
        store.run(rename, row as Params);
        brought.set(id, true);
      }
      if (authority) citeAlso(store, load, id, locator);
      return false;
    },
  };
}

/** The ids that a table holds at first. */
function idsIn(store: WritableStore, table: Table): Set<string> {
  return new Set(store.all<{ readonly id: string }>(`select t.id from ${table.name} t`).map(({ id }) => id));
}
