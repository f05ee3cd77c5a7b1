/** Merges the entities of official files: each is stored once, with the name given by the file that is its authority. */

import { subjectCitation } from '../../../db/kit/plain.ts';
import type { WritableStore } from '../../../db/kit/store.ts';
import { rowsInto, snake, type Table } from '../../../db/kit/table.ts';
import type { BoundValues, Params } from '../../../db/kit/values.ts';
import type { NamedEntity } from '../format/named-entity.ts';
import type { SubjectCitation } from './plain-row.ts';

export interface EntityMerger {
  /** Merges an entity, with the statement that its row includes if it is new, and returns how the file is to be cited for it. */
  name(entity: NamedEntity, stored?: BoundValues): SubjectCitation;
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

/** The entities of a table. */
interface Things extends ReturnType<typeof statementsOf> {
  /** The ids that come from the seed text. */
  readonly ofText: ReadonlySet<string>;
  /** Whether neither a file nor the seed text had the entity before. */
  isNew(id: string): boolean;
}

/**
 * A test for new entities. Files are mostly sorted by code: an id after all ids of files so far is new without a query,
 * so that not every id has to be kept in memory.
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
 * Merges the entities of files. Those of the seed text keep their curated names; for others `beforeRenaming` is called
 * before their names change.
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
    name(entity, stored) {
      const { table, row, authority } = entity;
      const id = String(row.id);
      const { isNew, ofText, columns, empty, into, rename } = of(table);
      if (isNew(id)) {
        const values: BoundValues[number][] = [];
        for (const name of columns) values.push((row as Params)[name] ?? null);
        for (const value of stored ?? empty) values.push(value);
        store.add(into, values);
        return stored ? subjectCitation.holding : subjectCitation.brought;
      }
      if (!authority) return subjectCitation.notCited;
      if (!ofText.has(id)) {
        beforeRenaming(entity);
        store.run(rename, row as Params);
      }
      return subjectCitation.beside;
    },
  };
}

/** The ids of a table before any file is merged. */
function idsIn(store: WritableStore, table: Table): Set<string> {
  return new Set(store.all<{ readonly id: string }>(`select t.id from ${table.name} t`).map(({ id }) => id));
}
