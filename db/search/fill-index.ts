/** Fills the search index: with all entities, or with those that are new or have new words. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WritableStore } from '../kit/store.ts';
import { searchTypes } from './search-index.ts';

/** What a load named: entities that it brought, and those that have other words now. */
export interface Named {
  readonly added: ReadonlySet<string>;
  readonly reworded: ReadonlySet<string>;
}

const sqlOf = (name: string) => readFileSync(join(import.meta.dirname, `${name}.sql`), 'utf8');

const begin = `
  create temp table searchable (id text primary key) without rowid;
  create temp table next_slot (type text primary key, slot integer not null, last integer not null) without rowid;
  ${sqlOf('entries')}`;
const end = 'drop view entry; drop table searchable; drop table next_slot';

/** More than there will be of any type. */
const room = 1_000_000_000;

// Numbers of this size arrive as decimals, by which the index would be read from end to end.
const lastSlot = `
  select s.rowid as slot from search s
  where s.rowid between cast(:first as integer) and cast(:last as integer)
  order by s.rowid desc limit 1`;

/** Indexes the entities that `choose` puts into `searchable`. */
function index(store: WritableStore, choose: () => void): void {
  store.exec(begin);
  for (const [place, type] of searchTypes.entries()) {
    const range = { first: place * room, last: place * room + room - 1 };
    const { slot } = store.get<{ slot: number }>(lastSlot, range) ?? { slot: range.first };
    store.run('insert into next_slot (type, slot, last) values (:type, :slot, :last)', {
      ...{ type, slot, last: range.last },
    });
  }
  choose();
  for (const name of ['entities', 'names', 'words']) store.exec(sqlOf(name));
  store.exec(end);
}

/** Indexes all entities. */
export function indexAll(store: WritableStore): void {
  index(store, () => store.exec('insert into searchable (id) select id from entity'));
}

/** Takes what reads otherwise now out of the index, and what does not out of `searchable`. */
const forget = `
  create temp table indexed as
  select s.rowid as slot, s.id, s.names, s.label, s.description from search s where s.id in searchable;
  delete from searchable where id in (
    select e.id from entry e join indexed i on i.id = e.id
    where i.names = e.names and i.label = e.label and i.description = e.description);
  delete from indexed where id not in searchable;
  delete from search_name where slot in (select slot from indexed);
  delete from search where rowid in (select slot from indexed);
  drop table indexed`;

/** Indexes what a load named. */
export function indexNew(store: WritableStore, { added, reworded }: Named): void {
  if (added.size + reworded.size === 0) return;
  index(store, () => {
    for (const id of reworded) store.add('searchable (id)', [id]);
    if (reworded.size > 0) store.exec(forget);
    for (const id of added) store.add('searchable (id)', [id]);
  });
}
