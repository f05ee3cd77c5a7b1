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
  create temp table next_slot (type text primary key, slot integer not null) without rowid`;
const end = 'drop table searchable; drop table next_slot';

/** More than there will be of any type. */
const room = 1_000_000_000;

const lastSlot =
  'select s.rowid as slot from search s where s.rowid between :first and :last order by s.rowid desc limit 1';

/** Indexes the entities that `choose` puts into `searchable`. */
function index(store: WritableStore, choose: () => void): void {
  store.exec(begin);
  for (const [place, type] of searchTypes.entries()) {
    const range = { first: place * room, last: place * room + room - 1 };
    const { slot } = store.get<{ slot: number }>(lastSlot, range) ?? { slot: range.first };
    store.run('insert into next_slot (type, slot) values (:type, :slot)', { type, slot });
  }
  choose();
  for (const name of ['entities', 'names', 'words']) store.exec(sqlOf(name));
  store.exec(end);
}

/** Indexes all entities. */
export function indexAll(store: WritableStore): void {
  index(store, () => store.exec('insert into searchable (id) select id from entity'));
}

const forget = [
  'create temp table reworded as select s.rowid as slot from search s where s.id in searchable',
  'delete from search_name where slot in (select slot from reworded)',
  'delete from search where rowid in (select slot from reworded)',
  'drop table reworded',
];

/** Indexes what a load named. */
export function indexNew(store: WritableStore, { added, reworded }: Named): void {
  if (added.size + reworded.size === 0) return;
  index(store, () => {
    for (const id of reworded) store.add('searchable (id)', [id]);
    if (reworded.size > 0) for (const sql of forget) store.exec(sql);
    for (const id of added) store.add('searchable (id)', [id]);
  });
}
