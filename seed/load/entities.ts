/** The things that official files name: each is there once, and the file that is the authority on it names it. */

import type { Params, WritableStore } from '../../db/store.ts';
import { insertSql, snake, type Table } from '../../db/table.ts';
import type { NamedEntity, NamedLink } from './format.ts';
import type { Load } from './merge.ts';

export interface EntityMerger {
  /** Answers whether the thing was not there before. */
  name(load: Load, entity: NamedEntity): boolean;
  tie(link: NamedLink): void;
}

const cited = `
  insert into citation (subject_id, seq, source_id, role, locator, part)
  select :id, coalesce(max(c.seq) + 1, 0), :sourceId,
    iif(max(c.seq) is null, 'PRIMARY_KNOWLEDGE_SOURCE', 'SUPPORTING_DATA_SOURCE'), :locator, null
  from citation c where c.subject_id = :id
  having not exists (select 1 from citation x where x.subject_id = :id and x.source_id = :sourceId)`;

function statementsOf(table: Table) {
  const names = Object.keys(table.columns).filter((name) => name !== 'id');
  return {
    insert: insertSql(table),
    exists: `select 1 from ${table.name} t where t.id = :id`,
    rename: `update ${table.name} set ${names.map((name) => `${snake(name)} = :${name}`).join(', ')} where id = :id`,
    tie: insertSql(table).replace('insert into', 'insert or ignore into'),
  };
}

/** Takes in the things that files name. Those of the seed's text keep the words that people gave them. */
export function entityMerger(store: WritableStore): EntityMerger {
  const sql = new Map<Table, ReturnType<typeof statementsOf>>();
  /** Which things loaded files brought, and whether an authority named them. */
  const brought = new Map<string, boolean>();

  function of(table: Table) {
    let found = sql.get(table);
    if (!found) {
      found = statementsOf(table);
      sql.set(table, found);
    }
    return found;
  }

  return {
    name(load, { table, row, authority, line, at }) {
      const id = String(row.id);
      const before = brought.get(id);
      if (before !== undefined && !authority) return false;
      const there = before !== undefined || store.get(of(table).exists, { id }) !== undefined;
      if (!there) store.run(of(table).insert, row as Params);
      else if (before !== undefined) store.run(of(table).rename, row as Params);
      if (!there || before !== undefined) brought.set(id, authority || before === true);
      if (!there || authority)
        store.run(cited, { id, sourceId: load.sourceId, locator: at ?? `line ${line}` });
      return !there;
    },
    tie: ({ table, row }) => store.run(of(table).tie, row as Params),
  };
}
