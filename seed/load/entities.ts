/** The things that official files name: each is there once, and the file that is the authority on it names it. */

import { naming } from '../../db/plain.ts';
import type { Params, WritableStore } from '../../db/store.ts';
import { rowsInto, snake, type Table } from '../../db/table.ts';
import type { NamedEntity } from './format.ts';
import type { Naming } from './plain-rows.ts';

export interface EntityMerger {
  /** Takes a thing in, and answers how the file is to be cited for it. */
  name(entity: NamedEntity): Naming;
}

function statementsOf(table: Table) {
  const names = Object.keys(table.columns).filter((name) => name !== 'id');
  return {
    columns: Object.keys(table.columns),
    into: rowsInto(table),
    rename: `update ${table.name} set ${names.map((name) => `${snake(name)} = :${name}`).join(', ')} where id = :id`,
  };
}

/** The things of a table. */
interface Things extends ReturnType<typeof statementsOf> {
  /** All of them, by id. */
  readonly known: Set<string>;
  /** Those of the seed's text. */
  readonly ofText: ReadonlySet<string>;
}

/** Takes in the things that files name. Those of the seed's text keep the words that people gave them. */
export function entityMerger(store: WritableStore): EntityMerger {
  const sql = new Map<Table, Things>();

  function of(table: Table): Things {
    const found = sql.get(table);
    if (found) return found;
    const ofText = idsIn(store, table);
    const things = { ...statementsOf(table), known: new Set(ofText), ofText };
    sql.set(table, things);
    return things;
  }

  return {
    name({ table, row, authority }) {
      const id = String(row.id);
      const { known, ofText, columns, into, rename } = of(table);
      // One look at a set of many instead of two.
      const before = known.size;
      if (known.add(id).size > before) {
        store.add(
          into,
          columns.map((name) => (row as Params)[name] ?? null),
        );
        return naming.brought;
      }
      if (!authority) return naming.notCited;
      if (!ofText.has(id)) store.run(rename, row as Params);
      return naming.beside;
    },
  };
}

/** The ids that a table holds at first. */
function idsIn(store: WritableStore, table: Table): Set<string> {
  return new Set(store.all<{ readonly id: string }>(`select t.id from ${table.name} t`).map(({ id }) => id));
}
