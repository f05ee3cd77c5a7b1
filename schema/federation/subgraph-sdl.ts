/** The SDL that routers compose: the schema with its keys, without what every subgraph has for routers. */

import {
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  printSchema,
  visit,
} from 'graphql';
import { keyedTypes } from '../kit/entity.ts';

const link = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.6", import: ["@key", "@shareable"])`;

/** Relay's type that other subgraphs have as well, field by field. */
const shared: ReadonlySet<string> = new Set(['PageInfo']);

/** Prints a schema for routers, without these fields of its query root. */
export function subgraphSdl(schema: GraphQLSchema, leaveOut: ReadonlySet<string> = new Set()): string {
  const query = schema.getQueryType()?.name;
  const left = (name: string) => name.startsWith('_') || leaveOut.has(name);
  const document = visit(parse(printSchema(schema), { noLocation: true }), {
    SchemaDefinition: () => null, // its names are the usual ones; only a description would have it printed
    ScalarTypeDefinition: (node) => (node.name.value.startsWith('_') ? null : false),
    UnionTypeDefinition: (node) => (node.name.value.startsWith('_') ? null : false),
    ObjectTypeDefinition(node) {
      const name = node.name.value;
      if (name.startsWith('_')) return null;
      const fields = name === query ? node.fields?.filter((field) => !left(field.name.value)) : node.fields;
      return { ...node, directives: directivesOf(name), ...(fields && { fields }) };
    },
  }) as DocumentNode;
  return `${link}\n\n${print(document)}`;
}

function directivesOf(type: string): readonly ConstDirectiveNode[] {
  const keys = keyedTypes.get(type)?.keys ?? [];
  const marks = [
    ...keys.map((fields) => `@key(fields: ${JSON.stringify(fields)})`),
    ...(shared.has(type) ? ['@shareable'] : []),
  ];
  const { definitions } = parse(`type Marked ${marks.join(' ')}`, { noLocation: true });
  return (definitions[0] as ObjectTypeDefinitionNode).directives ?? [];
}
