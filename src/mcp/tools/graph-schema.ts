/** The schema of the graph by subject, in as few words as a document can be written from. */

import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { z } from 'zod';
import { fitted, leftOut, paragraphs } from '../kit/answer-text.ts';
import { length, roomOf } from '../kit/arguments.ts';
import { refused } from '../kit/errors.ts';
import { tool } from '../kit/tool.ts';

/** Characters of an answer. */
const room = 9_500;

/** The schema. */
export const graphSchema = tool({
  name: 'graph_schema',
  title: 'The GraphQL schema by subject',
  description:
    'What `graphql` can ask of the Coverage Graph API. Without arguments: the fields of Query. With `types`: those types with their fields, arguments and meanings. With `subject`: the types and fields whose names or meanings have these words.',
  input: z.object({
    types: z
      .array(z.string().min(1).max(80))
      .min(1)
      .max(5)
      .optional()
      .describe('Such as ["CoverageStatement"].'),
    subject: z.string().min(2).max(100).optional().describe('Such as "prior authorization".'),
    length,
  }),
  output: z.object({
    types: z.array(z.string()).describe('Names of the types in the text.'),
    left: z.number(),
  }),
  documents: [],

  async answer({ types, subject, length: wanted }, graph) {
    const { schema } = graph;
    const { heading, items } = types
      ? { heading: '', items: types.flatMap((name) => typeLines(mustBeType(schema, name))) }
      : subject
        ? { heading: `About ${subject}:`, items: aboutSubject(schema, subject) }
        : { heading: 'Fields of Query:', items: typeLines(mustBeType(schema, 'Query')).slice(1) };
    const shown = fitted(items, room * roomOf(wanted), ({ line }) => line);
    return {
      text: paragraphs(
        heading,
        items.length === 0
          ? 'No type or field has these words; without arguments this tool lists the fields of Query.'
          : [
              ...shown.lines,
              ...leftOut(shown, 'lines', 'Give fewer types, other words, or `length: "long"`.'),
            ],
      ),
      data: { types: [...new Set(shown.shown.map(({ type }) => type))], left: shown.left },
    };
  },
});

/** A line of the schema, and the type that it belongs to. */
interface SchemaLine {
  readonly type: string;
  readonly line: string;
}

function mustBeType(schema: GraphQLSchema, name: string): GraphQLNamedType {
  const type = schema.getType(name);
  if (type) return type;
  throw refused('BAD_USER_INPUT', `There is no type ${JSON.stringify(name)}: give \`subject\` to find some.`);
}

function typeLines(type: GraphQLNamedType): readonly SchemaLine[] {
  const kind = isInputObjectType(type)
    ? 'input'
    : isEnumType(type)
      ? 'enum'
      : isInterfaceType(type)
        ? 'interface'
        : isUnionType(type)
          ? `union of ${type.getTypes().join(', ')}`
          : isObjectType(type)
            ? 'type'
            : 'scalar';
  const members = isEnumType(type)
    ? type.getValues().map(({ name, description }) => described(name, description))
    : 'getFields' in type
      ? Object.values<AnyField>(type.getFields())
          .filter(({ name }) => !name.startsWith('_'))
          .map(fieldLine)
      : [];
  const implemented =
    isObjectType(type) && type.getInterfaces().length > 0 ? ` (${type.getInterfaces().join(', ')})` : '';
  return [
    described(`${kind} ${type.name}${implemented}`, type.description),
    ...members.map((line) => `  ${line}`),
  ].map((line) => ({ type: type.name, line }));
}

function aboutSubject(schema: GraphQLSchema, subject: string): readonly SchemaLine[] {
  const words = subject.toLowerCase().split(/\W+/).filter(Boolean);
  const has = (name: string, description: string | null | undefined) => {
    const text = `${name.replace(/([a-z])([A-Z])/g, '$1 $2')} ${description ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
  const types = Object.values(schema.getTypeMap()).filter(
    ({ name }) => !name.startsWith('_') && !isPaging(name),
  );
  const named = types.filter(({ name, description }) => has(name, description));
  const fields = types.flatMap((type) =>
    (isObjectType(type) || isInputObjectType(type)) && !named.includes(type)
      ? Object.values<AnyField>(type.getFields())
          .filter(({ name, description }) => has(name, description))
          .map((field) => ({ type: type.name, line: `${type.name}.${fieldLine(field)}` }))
      : [],
  );
  return [
    ...named.map((type) => ({ type: type.name, line: described(type.name, type.description) })),
    ...fields,
  ];
}

const isPaging = (name: string) => /(?:Connection|Edge)$/.test(name);

type AnyField = GraphQLField<unknown, unknown> | GraphQLInputField;

/** Arguments by which every list is paged: written once as `page`. */
const paging = ['before', 'after', 'first', 'last'];

function fieldLine(field: AnyField): string {
  const args: readonly GraphQLArgument[] = 'args' in field ? field.args : [];
  const own = args.filter(({ name }) => !paging.includes(name)).map(({ name, type }) => `${name}: ${type}`);
  const all = args.some(({ name }) => name === 'after') ? [...own, 'first: Int, after: String'] : own;
  return described(
    `${field.name}${all.length > 0 ? `(${all.join(', ')})` : ''}: ${field.type}`,
    field.description,
  );
}

/** With the first sentence of what it means. */
function described(text: string, description: string | null | undefined): string {
  const [sentence = ''] = (description ?? '').split(/(?<=[.:])\s/);
  return sentence ? `${text} # ${sentence}` : text;
}
