/** The small tables of a release, kept in memory by id: a to-one edge to them costs no SQL statement. */

import { orderColumns } from '../kit/order.ts';
import { selectList, type Table } from '../kit/table.ts';
import { type RateFile, rateFilesOf } from '../rates/rate-files.ts';
import { billingUnit, tables } from '../tables/index.ts';
import type { Release } from './release.ts';

/** A row of a table in memory, as plain values. */
export type MemoryRow = Readonly<Record<string, unknown>> & { readonly id: string };

/** The tables of one release that are in memory. Everything in it lives as long as the release does. */
export interface Memory {
  /** A row by id, or undefined. */
  get(table: string, id: string): MemoryRow | undefined;
  /** All rows of a table, in its order. */
  all(table: string): readonly MemoryRow[];
  /** Rows with the value in the column, in the order of the table. */
  by(table: string, column: string, value: string): readonly MemoryRow[];
  /** Every billing unit: which code and modifier puts which component on a claim line. */
  readonly units: readonly Unit[];
  /** The files whose rates are stored row by row, by name. */
  readonly rateFiles: readonly RateFile[];
  /** The billing units of a component. */
  unitsOf(componentId: string): readonly Unit[];
  /** The billing units with a code. */
  unitsWith(codeId: string): readonly Unit[];
}

/** A code and at most one component modifier that put a component on a claim line. */
export interface Unit {
  readonly componentId: string;
  readonly codeId: string;
  /** Null where the code is billed without one. */
  readonly modifierId: string | null;
}

const memories = new WeakMap<Release, Memory>();

/** The tables of a release that are kept in memory, read on first use. */
export function memoryOf(release: Release): Memory {
  const found = memories.get(release);
  if (found) return found;
  const made = read(release);
  memories.set(release, made);
  return made;
}

function read({ store }: Release): Memory {
  const rows = new Map<string, readonly MemoryRow[]>();
  const byId = new Map<string, ReadonlyMap<string, MemoryRow>>();
  const byColumn = new Map<string, ReadonlyMap<unknown, readonly MemoryRow[]>>();

  for (const table of tables.filter(({ inMemory }) => inMemory)) {
    const found = store.all<MemoryRow>(allRows(table)).map((row) => Object.freeze(row));
    rows.set(table.name, found);
    byId.set(table.name, new Map(found.map((row) => [row.id, row])));
    for (const column of table.walkedBy) {
      byColumn.set(
        `${table.name}.${column}`,
        Map.groupBy(found, (row) => row[column]),
      );
    }
  }
  const units = store
    .all<{ componentId: string; codeId: string; modifierId: string }>(allRows(billingUnit))
    .map((unit) => ({ ...unit, modifierId: unit.modifierId || null }));

  const ofComponent = Map.groupBy(units, ({ componentId }) => componentId);
  const withCode = Map.groupBy(units, ({ codeId }) => codeId);
  return {
    get: (table, id) => byId.get(table)?.get(id),
    all: (table) => rows.get(table) ?? [],
    by: (table, column, value) => byColumn.get(`${table}.${column}`)?.get(value) ?? [],
    units,
    rateFiles: rateFilesOf(store),
    unitsOf: (componentId) => ofComponent.get(componentId) ?? [],
    unitsWith: (codeId) => withCode.get(codeId) ?? [],
  };
}

function allRows(table: Table): string {
  const order = table.order ? orderColumns(table, 't') : table.cluster.map((_, i) => i + 1);
  return `select ${selectList(table, 't')} from ${table.name} t order by ${order.join(', ')}`;
}
