/** Diagrams of the graph, drawn from the schema: which entities refer to each other, and what statements are about. */

import {
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
} from 'graphql';
import { explained, isEntity, isStatement } from './reference-kind.ts';

const objects = (schema: GraphQLSchema, holds: (type: GraphQLNamedType) => boolean) =>
  explained(schema).filter((type): type is GraphQLObjectType => isObjectType(type) && holds(type));

/** The type that a field leads to: that of the items where it gives pages of them. */
function target(type: GraphQLOutputType): GraphQLNamedType {
  const named = getNamedType(type);
  const nodes = isObjectType(named) && named.name.endsWith('Connection') && named.getFields().nodes;
  return nodes ? getNamedType(nodes.type) : named;
}

/** Entities as squares and the fields by which one leads to another; sources are left out, because everything leads to them. */
export function entityDiagram(schema: GraphQLSchema): string {
  const entities = objects(schema, isEntity);
  const edges = new Map<string, string[]>();
  for (const from of entities) {
    for (const { name, type } of Object.values(from.getFields())) {
      const to = target(type);
      if (!entities.some((entity) => entity === to)) continue;
      const ends = `${from.name} -->|%| ${to.name}`;
      edges.set(ends, [...(edges.get(ends) ?? []), name]);
    }
  }
  return mermaid([
    ...entities.map(({ name }) => `${name}[${name}]`),
    ...[...edges].map(([ends, names]) => ends.replace('%', names.join(', '))),
  ]);
}

/** Statements as rounded boxes, grouped by the kinds of entities that they are about, and these entities. */
export function statementDiagram(schema: GraphQLSchema): string {
  const groups = new Map<string, string[]>();
  for (const { name, fields } of objects(schema, isStatement).map(ownFields)) {
    const subjects = [...new Set(fields.map((field) => target(field.type)).filter(isEntity))]
      .map((type) => type.name)
      .sort()
      .join(' ');
    groups.set(subjects, [...(groups.get(subjects) ?? []), name]);
  }
  const numbered = [...groups].sort(([one], [other]) => (one < other ? -1 : 1));
  const named = new Set(numbered.flatMap(([subjects]) => subjects.split(' ').filter(Boolean)));
  return mermaid([
    ...[...named].sort().map((name) => `${name}[${name}]`),
    ...numbered.map(([, names], i) => `S${i + 1}("${names.join('<br/>')}")`),
    ...numbered.flatMap(([subjects], i) => {
      const ends = subjects.split(' ').filter(Boolean);
      return ends.length > 0 ? `S${i + 1} --> ${ends.join(' & ')}` : [];
    }),
  ]);
}

/** The fields of a type that are not those of its interfaces. */
function ownFields(type: GraphQLObjectType) {
  const common = new Set(type.getInterfaces().flatMap((one) => Object.keys(one.getFields())));
  return { name: type.name, fields: Object.values(type.getFields()).filter(({ name }) => !common.has(name)) };
}

function mermaid(lines: readonly string[]): string {
  return ['```mermaid', 'flowchart LR', ...lines.map((line) => `  ${line}`), '```'].join('\n');
}
