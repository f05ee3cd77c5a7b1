/** Merges the entities of official files: each is stored once, with the words of the newest edition that is their authority. */

import type { WritableStore } from '../../../db/kit/store.ts';
import { rowWriter } from '../../../db/kit/stored-rows.ts';
import { snake, type Table } from '../../../db/kit/table.ts';
import type { Params } from '../../../db/kit/values.ts';
import type { NamedEntity } from '../format/named-entity.ts';
import { citeAlso } from './cite.ts';
import type { OpenEdition } from './series.ts';

/** The ids of entities that files named: those that are new, and those that have other words now. */
export interface NamedIds {
  readonly added: Set<string>;
  readonly reworded: Set<string>;
}

export interface EntityMerger {
  /** Merges an entity that an edition names; `run` is that of this edition alone. Returns whether it is new. */
  name(edition: OpenEdition, entity: NamedEntity, run: () => number): boolean;
}

type EntityRow = Params & { readonly run: number | null };

interface Entities {
  readonly byId: Map<string, EntityRow>;
  /** The columns whose values are its words. */
  readonly compared: readonly string[];
  readonly writer: ReturnType<typeof rowWriter>;
  readonly reword: string;
}

function entitiesOf(store: WritableStore, table: Table): Entities {
  const names = Object.keys(table.columns).filter((name) => name !== 'id');
  const compared = names.filter((name) => !table.columns[name]?.origin);
  const columns = ['id', ...names, 'run'].map((name) => `t.${snake(name)} as "${name}"`).join(', ');
  const rows = store.all<EntityRow & { readonly id: string }>(`select ${columns} from ${table.name} t`);
  return {
    byId: new Map(rows.map((row) => [row.id, row])),
    compared,
    writer: rowWriter(table),
    reword: `update ${table.name} set ${[...names, 'run', 'locator'].map((name) => `${snake(name)} = :${name}`).join(', ')} where id = :id`,
  };
}

/** Merges entities, and adds to `named`. Those of the seed's text keep their own words, and cite the file beside. */
export function entityMerger(store: WritableStore, named: NamedIds): EntityMerger {
  const tables = new Map<Table, Entities>();

  return {
    name({ sourceId, after }, { table, row, authority, line, at: locator = `line ${line}` }, run) {
      const entities = tables.get(table) ?? entitiesOf(store, table);
      tables.set(table, entities);
      const { byId, compared, writer, reword } = entities;
      const words = row as Params;
      const id = String(row.id);
      const found = byId.get(id);
      if (!found) {
        const number = run();
        byId.set(id, { ...words, run: number });
        named.added.add(id);
        store.add(writer.into, writer.valuesOf(row, { run: number, locator }));
        return true;
      }
      if (!authority) return false;
      if (found.run === null) citeAlso(store, sourceId, id, locator);
      else if (!after && compared.some((name) => found[name] !== (words[name] ?? null))) {
        const number = run();
        byId.set(id, { ...words, run: number });
        if (!named.added.has(id)) named.reworded.add(id);
        store.run(reword, { ...words, run: number, locator });
      }
      return false;
    },
  };
}
