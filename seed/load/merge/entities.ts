/** The things that official files name: each is there once, and the file that is the authority on it names it. */

import { naming } from '../../../db/kit/plain.ts';
import type { WritableStore } from '../../../db/kit/store.ts';
import { rowsInto, snake, type Table } from '../../../db/kit/table.ts';
import type { Params, Values } from '../../../db/kit/values.ts';
import type { NamedEntity } from '../format/named-entity.ts';
import type { Naming } from './plain-row.ts';

export interface EntityMerger {
  /** Takes a thing in, with the statement that its row is to hold if it is new, and answers how the file is to be cited for it. */
  name(entity: NamedEntity, held?: Values): Naming;
}

function statementsOf(table: Table) {
  const names = Object.keys(table.columns).filter((name) => name !== 'id');
  return {
    columns: Object.keys(table.columns),
    empty: Object.keys(table.alsoHolds ?? {}).map(() => null),
    into: rowsInto(table),
    rename: `update ${table.name} set ${names.map((name) => `${snake(name)} = :${name}`).join(', ')} where id = :id`,
  };
}

/** The things of a table. */
interface Things extends ReturnType<typeof statementsOf> {
  /** The ids of those of the seed's text. */
  readonly ofText: ReadonlySet<string>;
  /** Whether a thing is named for the first time, by a file or the seed's text. */
  isNew(id: string): boolean;
}

/**
 * Tells what is new. Files name things in the order of their codes, mostly: what comes after all that files brought is
 * new without a look, so that no list of everything has to be kept.
 */
function newcomers(store: WritableStore, table: Table, ofText: ReadonlySet<string>): Things['isNew'] {
  const sql = `select 1 from ${table.name} t where t.id = :id`;
  const known = new Set<string>();
  let last = '';
  return (id) => {
    if (id > last) {
      last = id;
      return !ofText.has(id);
    }
    if (id === last || known.has(id)) return false;
    known.add(id);
    return store.get(sql, { id }) === undefined;
  };
}

/**
 * Takes in the things that files name. Those of the seed's text keep the words that people gave them; of others
 * `beforeRenaming` is told before theirs change.
 */
export function entityMerger(
  store: WritableStore,
  beforeRenaming: (entity: NamedEntity) => void,
): EntityMerger {
  const sql = new Map<Table, Things>();

  function of(table: Table): Things {
    const found = sql.get(table);
    if (found) return found;
    const ofText = idsIn(store, table);
    const things = { ...statementsOf(table), ofText, isNew: newcomers(store, table, ofText) };
    sql.set(table, things);
    return things;
  }

  return {
    name(entity, held) {
      const { table, row, authority } = entity;
      const id = String(row.id);
      const { isNew, ofText, columns, empty, into, rename } = of(table);
      if (isNew(id)) {
        const values: Values[number][] = [];
        for (const name of columns) values.push((row as Params)[name] ?? null);
        for (const value of held ?? empty) values.push(value);
        store.add(into, values);
        return held ? naming.holding : naming.brought;
      }
      if (!authority) return naming.notCited;
      if (!ofText.has(id)) {
        beforeRenaming(entity);
        store.run(rename, row as Params);
      }
      return naming.beside;
    },
  };
}

/** The ids that a table holds at first. */
function idsIn(store: WritableStore, table: Table): Set<string> {
  return new Set(store.all<{ readonly id: string }>(`select t.id from ${table.name} t`).map(({ id }) => id));
}
