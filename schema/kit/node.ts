/** What entities and statements share: a graph type made from a table, fetched by id, its columns as fields. */

import type { InterfaceRef, ObjectRef } from '@pothos/core';
import type { Table } from '../../db/kit/table.ts';
import { builder } from './builder.ts';
import { type Fact, type FactOf, one } from './fact.ts';
import { columnFields, type FieldBuilder, type SchemaTypes, typeByTable } from './fields-from-columns.ts';

/** What a noun file says of a table beside the table itself. */
export interface NodeOptions<T extends Table> {
  readonly table: T;
  /** Columns that are not shown as they are. */
  readonly leaveOut?: readonly (keyof T['columns'] & string)[];
  readonly fields?: (
    t: PothosSchemaTypes.ObjectFieldBuilder<SchemaTypes, FactOf<T>>,
  ) => Record<string, unknown>;
}

/** Declares the graph type of a table. `hidden` columns are shown by an interface, or not at all. */
export function nodeOf<T extends Table>(
  { table, leaveOut = [], fields }: NodeOptions<T>,
  interfaces: readonly InterfaceRef<SchemaTypes, Fact>[],
  hidden: readonly string[],
): ObjectRef<SchemaTypes, FactOf<T>> {
  const ref = builder.loadableNodeRef(table.type, {
    id: { resolve: (fact: Fact) => fact.id },
    load: async (ids: string[], context) =>
      Promise.all(ids.map((id) => one(context, table, id, context.asOf))) as Promise<Fact[]>, // null: no such id
  });
  typeByTable.set(table.name, ref as unknown as ObjectRef<SchemaTypes, Fact>);
  const left = new Set<string>([...hidden, ...leaveOut]);
  ref.implement({
    description: table.description,
    interfaces: [...interfaces],
    fields: ((t: FieldBuilder) => ({
      ...columnFields(t, table, left),
      ...fields?.(t as unknown as PothosSchemaTypes.ObjectFieldBuilder<SchemaTypes, FactOf<T>>),
    })) as never, // fields of the builder, made from the dictionary
  });
  return ref as unknown as ObjectRef<SchemaTypes, FactOf<T>>; // the facts of a type are the rows of its table
}
