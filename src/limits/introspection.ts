/** The lengths of the lists of introspection, measured on the schema itself. */

import {
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql';
import type { Growth } from '../../schema/kit/growth.ts';

const bySchema = new WeakMap<GraphQLSchema, ReadonlyMap<string, Growth<unknown>>>();

/** The growth of the fields of introspection, by coordinate. */
export function introspectionGrowth(schema: GraphQLSchema): ReadonlyMap<string, Growth<unknown>> {
  const found = bySchema.get(schema) ?? measured(schema);
  bySchema.set(schema, found);
  return found;
}

function measured(schema: GraphQLSchema): ReadonlyMap<string, Growth<unknown>> {
  const types = Object.values(schema.getTypeMap());
  const fields = types.map((type) =>
    isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [],
  );
  const lists: Readonly<Record<string, readonly number[]>> = {
    '__Schema.types': [types.length],
    '__Schema.directives': [schema.getDirectives().length],
    '__Type.fields': fields.map((own) => own.length),
    '__Type.interfaces': types.map((type) =>
      isObjectType(type) || isInterfaceType(type) ? type.getInterfaces().length : 0,
    ),
    '__Type.possibleTypes': types.map((type) =>
      isInterfaceType(type) || isUnionType(type) ? schema.getPossibleTypes(type).length : 0,
    ),
    '__Type.enumValues': types.map((type) => (isEnumType(type) ? type.getValues().length : 0)),
    '__Type.inputFields': types.map((type) =>
      isInputObjectType(type) ? Object.keys(type.getFields()).length : 0,
    ),
    '__Field.args': fields.flat().map(({ args }) => args.length),
    '__Directive.args': schema.getDirectives().map(({ args }) => args.length),
  };
  return new Map(
    Object.entries(lists).map(([coordinate, lengths]) => {
      const most = Math.max(0, ...lengths);
      const total = lengths.reduce((sum, length) => sum + length, 0);
      return [coordinate, { items: () => most, total: () => total, apart: true }];
    }),
  );
}
