/** A type as a section of the reference: what it is, and everything in it with what it means. */

import {
  astFromValue,
  type GraphQLArgument,
  type GraphQLEnumValue,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  print,
} from 'graphql';
import { keyedTypes } from '../kit/entity.ts';
import { kindOf } from './reference-kind.ts';

/** The arguments that every connection has, explained once. */
const paging = ['first', 'after', 'last', 'before'];

/** The section of a type, for the page it is on. */
export function sectionOf(type: GraphQLNamedType, schema: GraphQLSchema): string {
  const lines = [`### ${type.name}`, '', oneLine(type.description), ''];
  const facts = [...keysOf(type), ...interfacesOf(type, schema), ...specifiedBy(type)];
  if (facts.length > 0) lines.push(facts.join(' '), '');
  const items = itemsOf(type);
  if (items.length > 0) lines.push(...items, '');
  return lines.join('\n');
}

function itemsOf(type: GraphQLNamedType): readonly string[] {
  if (isEnumType(type)) return type.getValues().map(valueItem);
  if (isInputObjectType(type)) return Object.values(type.getFields()).map((field) => inputItem(field, ''));
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap(fieldItems);
}

function valueItem(value: GraphQLEnumValue): string {
  return `- **\`${value.name}\`**: ${meaning(value)}`;
}

function fieldItems(field: GraphQLField<unknown, unknown>): readonly string[] {
  const pages = paging.every((name) => field.args.some((arg) => arg.name === name && !isOwn(arg)));
  const own = field.args.filter(({ name }) => !pages || !paging.includes(name));
  return [
    `- **\`${field.name}\`** ${linkTo(field.type)}: ${meaning(field)}`,
    ...own.map((arg) => inputItem(arg, '  ')),
    ...(pages
      ? [`  - \`${paging.join('`, `')}\`: page by page, as [every connection](pages.md#arguments).`]
      : []),
  ];
}

/** Whether an argument of pages means something else here, or begins at another value. */
function isOwn(arg: GraphQLArgument): boolean {
  return (
    arg.defaultValue !== undefined || !/counted from|which an earlier page gave/.test(arg.description ?? '')
  );
}

function inputItem(input: GraphQLArgument | GraphQLInputField, indent: string): string {
  const { defaultValue, type } = input;
  const literal = defaultValue === undefined ? undefined : astFromValue(defaultValue, type);
  const initial = literal ? ` Default: \`${print(literal)}\`.` : '';
  return `${indent}- **\`${input.name}\`** ${linkTo(type)}: ${meaning(input)}${initial}`;
}

interface Explained {
  readonly description?: string | null | undefined;
  readonly deprecationReason?: string | null | undefined;
}

function meaning({ description, deprecationReason }: Explained): string {
  const old = deprecationReason ? ` **Deprecated.** ${oneLine(deprecationReason)}` : '';
  return `${oneLine(description)}${old}`;
}

/** Markdown reads `<word>` as HTML, but not within backticks. */
function oneLine(text: string | null | undefined): string {
  const parts = (text ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .split(/(`[^`]*`)/);
  return parts.map((part) => (part.startsWith('`') ? part : part.replaceAll('<', '&lt;'))).join('');
}

function linkTo(type: GraphQLType): string {
  const named = getNamedType(type);
  return `[\`${String(type)}\`](${kindOf(named).page}.md#${named.name.toLowerCase()})`;
}

/** By what a router may ask for an entity. */
function keysOf(type: GraphQLNamedType): readonly string[] {
  const keys = keyedTypes.get(type.name)?.keys ?? [];
  return keys.length > 0 ? [`Keys in a federation: ${keys.map((key) => `\`${key}\``).join('; ')}.`] : [];
}

/** Where the form of a scalar is specified. */
function specifiedBy(type: GraphQLNamedType): readonly string[] {
  return isScalarType(type) && type.specifiedByURL ? [`Specified by <${type.specifiedByURL}>.`] : [];
}

function interfacesOf(type: GraphQLNamedType, schema: GraphQLSchema): readonly string[] {
  const list = (types: readonly GraphQLNamedType[]) => types.map(linkTo).join(', ');
  if (isInterfaceType(type)) return [`Types: ${list(schema.getPossibleTypes(type))}.`];
  if (!isObjectType(type) || type.getInterfaces().length === 0) return [];
  return [`It is a ${list(type.getInterfaces())}.`];
}
