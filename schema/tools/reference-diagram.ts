/** Diagrams of the graph, drawn from the schema: which entities know each other, and what statements speak of. */

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

/** What a field leads to: the items where it gives pages of them. */
function target(type: GraphQLOutputType): GraphQLNamedType {
  const named = getNamedType(type);
  const nodes = isObjectType(named) && named.name.endsWith('Connection') && named.getFields().nodes;
  return nodes ? getNamedType(nodes.type) : named;
}

/** Square entities and the fields by which one leads to another; sources are left out, for everything leads to them. */
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

/** Rounded statements, those that speak of the same kinds of entities together, and what they speak of. */
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

/** The fields of a type that it does not have in common with its like. */
function ownFields(type: GraphQLObjectType) {
  const common = new Set(type.getInterfaces().flatMap((one) => Object.keys(one.getFields())));
  return { name: type.name, fields: Object.values(type.getFields()).filter(({ name }) => !common.has(name)) };
}

function mermaid(lines: readonly string[]): string {
  return ['```mermaid', 'flowchart LR', ...lines.map((line) => `  ${line}`), '```'].join('\n');
}
