/** The edges of the graph, read from the schema itself: an edge that is added tomorrow is walked by the tests at once. */

import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import type { Store } from '../../db/kit/store.ts';
import { tables } from '../../db/tables/index.ts';
import { schema } from '../../schema/index.ts';
import { release } from './graph.ts';
import { isConnection, isNode, selectionOf } from './selection.ts';

/** A field that leads from an object to one or many others. */
export interface SchemaEdge {
  readonly parent: string;
  readonly field: string;
  /** What to select below it: ids of nodes, everything of objects that have none. */
  readonly selection: string;
  readonly connection: boolean;
}

/** The types whose objects are fetched by id, with the ids that the release holds. */
export const nodeTypes: readonly { readonly type: GraphQLObjectType; readonly ids: readonly string[] }[] =
  Object.values(schema.getTypeMap())
    .filter((type): type is GraphQLObjectType => isObjectType(type) && isNode(type))
    .map((type) => ({ type, ids: idsIn(release.store, type.name) }));

/** The ids that a store holds of a type. */
export function idsIn(store: Store, type: string): readonly string[] {
  const table = tables.find((candidate) => candidate.type === type);
  const rows = table ? store.all<{ id: string }>(`select id from ${table.name} order by id`) : [];
  return rows.map(({ id }) => id);
}

function edgeOf(parent: GraphQLObjectType, field: GraphQLField<unknown, unknown>): SchemaEdge {
  return {
    parent: parent.name,
    field: field.name,
    selection: selectionOf(field.type),
    connection: isConnection(getNamedType(field.type)),
  };
}

/** Every edge that leads away from a node. */
export const edges: readonly SchemaEdge[] = nodeTypes.flatMap(({ type }) =>
  Object.values(type.getFields())
    .filter((field) => !isLeafType(getNamedType(field.type)) && !field.args.some(isRequiredArgument))
    .map((field) => edgeOf(type, field)),
);

/** Ids that the release holds of a type. */
export function idsOf(type: string): readonly string[] {
  return nodeTypes.find((candidate) => candidate.type.name === type)?.ids ?? [];
}

/** The question that walks one edge from some parents. */
export function walking({ parent, field, selection }: SchemaEdge): string {
  return `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${parent} { ${field} ${selection} } } }`;
}

/** A day on which much holds: the fee schedule of 2025, with its conflicts. */
export const busyDay = { headers: { 'as-of-date-of-service': '2025-10-15' } } as const;
