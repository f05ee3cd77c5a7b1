/** The things that official files name: each is there once, and the file that is the authority on it names it. */

import type { Params, WritableStore } from '../../db/store.ts';
import { insertInOrder, snake, type Table } from '../../db/table.ts';
import type { NamedEntity } from './format.ts';
import type { Load } from './merge.ts';

export interface EntityMerger {
  /** Answers whether the thing was not there before. */
  name(load: Load, entity: NamedEntity): boolean;
}

const citedFirst = `
  insert into citation (subject_id, seq, source_id, role, locator, part)
  values (?, 0, ?, 'PRIMARY_KNOWLEDGE_SOURCE', ?, null)`;

const citedAlso = `
  insert into citation (subject_id, seq, source_id, role, locator, part)
  select :id, coalesce(max(c.seq) + 1, 0), :sourceId,
    iif(max(c.seq) is null, 'PRIMARY_KNOWLEDGE_SOURCE', 'SUPPORTING_DATA_SOURCE'), :locator, null
  from citation c where c.subject_id = :id
  having not exists (select 1 from citation x where x.subject_id = :id and x.source_id = :sourceId)`;

function statementsOf(table: Table) {
  const names = Object.keys(table.columns).filter((name) => name !== 'id');
  return {
    columns: Object.keys(table.columns),
    insert: insertInOrder(table),
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
      const { ids, columns, insert, rename } = of(table);
      const locator = at ?? `line ${line}`;
      if (!ids.has(id)) {
        ids.add(id);
        brought.set(id, authority);
        store.put(
          insert,
          columns.map((name) => (row as Params)[name] ?? null),
        );
        store.put(citedFirst, [id, load.sourceId, locator]);
        return true;
      }
      if (before !== undefined) {
        store.run(rename, row as Params);
        brought.set(id, true);
      }
      if (authority) store.run(citedAlso, { id, sourceId: load.sourceId, locator });
      return false;
    },
  };
}

/** The ids that a table holds at first. */
function idsIn(store: WritableStore, table: Table): Set<string> {
  return new Set(store.all<{ readonly id: string }>(`select t.id from ${table.name} t`).map(({ id }) => id));
}
