/** In which order types and fields are listed: by name, fields in that of the dictionary first, and never as files were read. */

import { type GraphQLNamedType, type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql';
import { envelope, tables } from '../db/tables/index.ts';
import { fieldOf } from './kit/fields-from-columns.ts';

/** What analysts begin with: the root has no table, so what it opens with is written here. */
export const rootBegins: readonly string[] = [
  'coverageMatrix',
  'billingCode',
  'payer',
  'codeReport',
  'checkClaim',
  'comparePayers',
  'diff',
  'searchEntities',
  'mapTerms',
  'conflicts',
  'gaps',
];

/** The types that an analyst needs first, in the order in which one leads to the next. */
export const firstTypes: readonly string[] = [
  'CoverageMatrix',
  'CoverageMatrixRow',
  'CoverageCell',
  'CoverageStatement',
  'BillingCode',
  'ServiceFamily',
  'ServiceComponent',
  'Payer',
  'Policy',
  'PolicyVersion',
  'Citation',
  'Source',
  'CodeReport',
  'ClaimCheckResult',
  'SearchHit',
];

/** The fields that a type opens with: the columns of its table, but for those that all statements have. */
const opensWith = new Map<string, readonly string[]>([
  ['Query', rootBegins],
  ...tables.map(({ type, columns }) => {
    const own = Object.entries(columns).filter(([name]) => !(name in envelope));
    return [type, own.map(([name, column]) => fieldOf(name, column))] as const;
  }),
]);

/** Ranks the fields of a type: its id and what it opens with, all others, and what only routers ask, marked by an underscore. */
function rankIn(type: string): (field: string) => number {
  const first = ['id', ...(opensWith.get(type) ?? [])];
  return (field) => {
    if (first.includes(field)) return first.indexOf(field);
    return field.startsWith('_') ? first.length + 1 : first.length;
  };
}

/** Puts the fields of every type in their order, in place: for introspection and for the SDL. */
export function orderFields(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    const rank = rankIn(type.name);
    const inOrder = (one: string, other: string) => rank(one) - rank(other) || (one < other ? -1 : 1);
    const fields = type.getFields();
    for (const [name, field] of Object.entries(fields).sort(([one], [other]) => inOrder(one, other))) {
      delete fields[name];
      fields[name] = field;
    }
  }
  return schema;
}

/** Puts the types in the order of their names, in place, and those of every interface. */
export function orderTypes(schema: GraphQLSchema): GraphQLSchema {
  const byName = (one: GraphQLNamedType, other: GraphQLNamedType) => (one.name < other.name ? -1 : 1);
  const types = schema.getTypeMap();
  for (const type of Object.values(types).sort(byName)) {
    delete types[type.name];
    types[type.name] = type;
    // GraphQL.js gives the list that introspection reads.
    if (isInterfaceType(type)) (schema.getPossibleTypes(type) as GraphQLNamedType[]).sort(byName);
  }
  return schema;
}
