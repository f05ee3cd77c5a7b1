/** GraphQL fields made from the data dictionary: the column gives name, type, nullability and description. */

import type { FieldMap, ObjectRef, OutputType } from '@pothos/core';
import { formatDecimal } from '../../db/kit/decimal.ts';
import type { Column, Table } from '../../db/kit/table.ts';
import { tables } from '../../db/tables/index.ts';
import type { builder } from './builder.ts';
import { enumOf } from './enums.ts';
import { type Fact, one, oneEach } from './fact.ts';
import { type Batch, byAsOf } from './loader.ts';

export type SchemaTypes = (typeof builder)['$inferSchemaTypes'];
export type FieldBuilder = PothosSchemaTypes.ObjectFieldBuilder<SchemaTypes, Fact>;

/** Graph types by the table they show: each noun file adds its own, and all are there when the schema is made. */
export const typeByTable = new Map<string, ObjectRef<SchemaTypes, Fact>>();

const tableByName = new Map(tables.map((table) => [table.name, table]));

function scalarOf(column: Column): OutputType<SchemaTypes> {
  if (column.oneOf) return enumOf(column.oneOf);
  if (column.places !== undefined) return 'Decimal';
  if (column.form === 'flag') return 'Boolean';
  if (column.form === 'day') return 'Date';
  if (column.form === 'instant') return 'DateTime';
  return column.sql === 'integer' ? 'Int' : 'String';
}

/** What a column holds, as clients read it. */
export function shown(column: Column, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (column.form === 'list') return JSON.parse(String(value));
  if (column.places !== undefined) return formatDecimal(value as number, column.places, column.placesShown);
  if (column.form === 'flag') return value === 1;
  return value;
}

function plainField(t: FieldBuilder, name: string, column: Column) {
  const { description, nullable, form } = column;
  const asItIs = form !== 'list' && form !== 'flag' && column.places === undefined;
  const resolve = (
    asItIs ? (fact: Fact) => cell(fact, name) : (fact: Fact) => shown(column, cell(fact, name))
  ) as never; // its type is that of the column
  const extensions = { needs: [name] };
  if (form === 'list') return t.field({ type: ['String'], description, nullable, extensions, resolve });
  return t.field({ type: scalarOf(column), description, nullable, extensions, resolve });
}

function referenceField(t: FieldBuilder, name: string, column: Column, table: Table) {
  const type = typeByTable.get(table.name);
  if (!type) throw new Error(`No graph type shows the table ${table.name}.`);
  const { description, nullable } = column;
  return t.field({
    type,
    description,
    nullable,
    extensions: {
      batch: ((facts, _args, context, { columns }) =>
        byAsOf(facts, (some) =>
          oneEach(
            context,
            table,
            some.map((fact) => cell(fact, name) as string | null),
            some[0].asOf,
            columns,
          ),
        )) satisfies Batch<Fact, unknown>,
      needs: [name],
    },
    resolve: (fact, _args, context) => {
      const id = cell(fact, name);
      return (id === null ? null : one(context, table, String(id), fact.asOf)) as Fact; // null only where the column may be
    },
  });
}

/** What a fact holds in a column. */
export function cell(fact: Fact, name: string): unknown {
  const columns: Readonly<Record<string, unknown>> = fact;
  return columns[name];
}

/** The field that shows a column: that of a reference is named after what it leads to. */
export function fieldOf(name: string, { references }: Column): string {
  return references ? name.replace(/Id$/, '') : name;
}

/** A field for every column but those left out; a column that names a row of another table becomes an edge to it. */
export function columnFields(t: FieldBuilder, table: Table, leaveOut: ReadonlySet<string>): FieldMap {
  const fields: FieldMap = {};
  for (const [name, column] of Object.entries(table.columns)) {
    if (name === 'id' || leaveOut.has(name)) continue;
    const target = column.references ? tableByName.get(column.references) : undefined;
    fields[fieldOf(name, column)] = target
      ? referenceField(t, name, column, target)
      : plainField(t, name, column);
  }
  return fields;
}
