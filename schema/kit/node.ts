/** What entities and statements share: a graph type made from a table, fetched by id, its columns as fields. */

import type { FieldMap, InterfaceRef, ObjectRef } from '@pothos/core';
import type { Table } from '../../db/kit/table.ts';
import { builder } from './builder.ts';
import { type Fact, type FactOf, one } from './fact.ts';
import { columnFields, type SchemaTypes, typeByTable } from './fields-from-columns.ts';

type FieldsOf<F extends Fact> = PothosSchemaTypes.ObjectFieldBuilder<SchemaTypes, F>;

/** What a noun file says of a table beside the table itself. */
export interface NodeOptions<T extends Table> {
  readonly table: T;
  /** Columns that are not shown as they are. */
  readonly leaveOut?: readonly (keyof T['columns'] & string)[];
  readonly fields?: (t: FieldsOf<FactOf<T>>) => FieldMap;
}

/** Declares the graph type of a table. `hidden` columns are shown by an interface, or not at all. */
export function nodeOf<T extends Table>(
  { table, leaveOut = [], fields }: NodeOptions<T>,
  interfaces: readonly InterfaceRef<SchemaTypes, Fact>[],
  hidden: readonly string[],
): ObjectRef<SchemaTypes, FactOf<T>> {
  const ref = builder.nodeRef<FactOf<T>>(table.type, {
    id: { resolve: (fact) => fact.id },
    // What was read is remembered by the reader.
    loadManyWithoutCache: async (ids, context) =>
      Promise.all(ids.map((id) => one(context, table, id, context.asOf))) as Promise<FactOf<T>[]>, // null: no such id
  });
  typeByTable.set(table.name, ref);
  const left = new Set<string>([...hidden, ...leaveOut]);
  ref.implement({
    description: table.description,
    interfaces: [...interfaces],
    fields: (t) => ({
      ...columnFields(t, table, left),
      ...fields?.(t as unknown as FieldsOf<FactOf<T>>), // the facts of the type are rows of its table
    }),
  });
  return ref;
}
