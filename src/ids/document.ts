/** The operation that reads all that a page of a thing shows, made from the schema: a field that a type gains is shown without a line here. */

import {
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
} from 'graphql';

/** Items of a page of statements, and of what cites a source. */
const pageSize = 25;

const cited = 'citations { role locator part url sourceLevel source { id title publisher url officialUrl } }';
const page = `totalCount pageInfo { hasNextPage endCursor }`;

/** Fields that are read in a form of their own. */
const forms: Readonly<Record<string, string>> = {
  citations: cited,
  statements: `statements(first: ${pageSize}, after: $after) { ${page} nodes { __typename id text validity { from to end } ${cited} } }`,
  citedBy: `citedBy(first: ${pageSize}, after: $after) { ${page} nodes { __typename id ...Named } }`,
};

const documents = new WeakMap<GraphQLSchema, Map<string, string>>();

/** The operation for things of a type. */
export function documentOf(schema: GraphQLSchema, type: string): string {
  const known = documents.get(schema) ?? new Map<string, string>();
  documents.set(schema, known);
  const document = known.get(type) ?? made(schema, type);
  known.set(type, document);
  return document;
}

function made(schema: GraphQLSchema, name: string): string {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is no type of things.`);
  const fields = Object.values(type.getFields()).flatMap((field) => selected(schema, field) ?? []);
  const pages = fields.some((field) => field.includes('$after'));
  const query = `query Thing($id: ID!${pages ? ', $after: String' : ''}) { node(id: $id) { __typename ... on ${name} { ${fields.join(' ')} } } }`;
  return fields.some((field) => field.includes('...Named')) ? `${query} ${named(schema)}` : query;
}

/** A reference to another thing, with what people call it. */
function named(schema: GraphQLSchema): string {
  return isInterfaceType(schema.getType('Entity'))
    ? 'fragment Named on Node { id ... on Entity { label } ... on Statement { text } }'
    : 'fragment Named on Node { id }';
}

/** How a field is selected; undefined where it is not: it asks for arguments, is deprecated, or leads further than one step. */
function selected(
  schema: GraphQLSchema,
  { name, args, type, deprecationReason }: GraphQLField<unknown, unknown>,
) {
  if (deprecationReason) return undefined;
  if (Object.hasOwn(forms, name)) return forms[name];
  if (args.length > 0) return undefined;
  const of = getNamedType(type);
  if (isLeafType(of)) return name;
  if (isNode(schema, type)) return `${name} { __typename ...Named }`;
  if (!isObjectType(of) || isListType(getNullableType(type))) return undefined;
  const leaves = Object.values(of.getFields()).filter(
    (field) => field.args.length === 0 && isLeafType(getNamedType(field.type)),
  );
  return leaves.length > 0 ? `${name} { ${leaves.map((leaf) => leaf.name).join(' ')} }` : undefined;
}

function isNode(schema: GraphQLSchema, type: GraphQLOutputType): boolean {
  const node = schema.getType('Node');
  const of = getNamedType(type);
  if (!isInterfaceType(node) || !isCompositeType(of)) return false;
  return of === node || ((isObjectType(of) || isInterfaceType(of)) && of.getInterfaces().includes(node));
}
