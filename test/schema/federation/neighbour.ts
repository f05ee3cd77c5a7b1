/** A neighbour subgraph as another team would write it: notes about every entity of ours, each named by one key. */

import { type FieldNode, type GraphQLObjectType, getNamedType, isLeafType, isObjectType } from 'graphql';
import { type Key, keyOf } from '../../../schema/federation/federation-key.ts';
import { schema } from '../../../schema/index.ts';
import { keyedTypes } from '../../../schema/kit/entity.ts';

/** An entity of this graph and the key by which the neighbour names it. */
export interface Keyed {
  readonly type: GraphQLObjectType;
  readonly key: Key;
}

/** Every entity by its id, or by its natural key where it has one. */
export function keyed(by: 'id' | 'natural key'): readonly Keyed[] {
  return [...keyedTypes].flatMap(([name, { keys }]) => {
    const type = schema.getType(name);
    const wanted = keys.filter((key) => (key === 'id') === (by === 'id'));
    return isObjectType(type) ? wanted.map((key) => ({ type, key: keyOf(key) })) : [];
  });
}

/** What to ask of an entity that its key does not hold: a plain value where it has one. */
export function beyondKey({ type, key }: Keyed): string {
  const held = new Set(key.fields.map(({ name }) => name.value));
  const others = Object.values(type.getFields()).filter(
    ({ name, args }) => !held.has(name) && args.length === 0,
  );
  const leaf = others.find((field) => isLeafType(getNamedType(field.type)));
  return leaf?.name ?? `${others[0]?.name} { __typename }`;
}

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.6", import: ["@key", "@external", "@requires"])`;

/** The SDL of the neighbour. It needs a value of ours for one of its own fields wherever the entity has a plain one. */
export function neighbourSdl(all: readonly Keyed[]): string {
  const types = new Map<string, { readonly key: string; readonly fields: Map<string, string> }>();
  const scalars = new Set<string>();
  const declare = (type: GraphQLObjectType, key: string, fields: readonly FieldNode[]) => {
    const found = types.get(type.name) ?? { key, fields: new Map<string, string>() };
    types.set(type.name, found);
    for (const { name, selectionSet } of fields) {
      const of = type.getFields()[name.value]?.type;
      const inner = of && getNamedType(of);
      found.fields.set(name.value, String(of));
      if (isLeafType(inner)) scalars.add(inner.name);
      if (!isObjectType(inner) || !selectionSet) continue;
      const below = selectionSet.selections.filter((node) => node.kind === 'Field');
      declare(inner, below.map((node) => node.name.value).join(' '), below);
    }
    return found;
  };
  for (const one of all) {
    const { fields } = declare(one.type, one.key.text, one.key.fields);
    const needed = beyondKey(one);
    const of = one.type.getFields()[needed]?.type;
    fields.set('notes', '[String!]!');
    if (!of) continue;
    scalars.add(getNamedType(of).name);
    fields.set(needed, `${of} @external`);
    fields.set('needs', `String @requires(fields: "${needed}")`);
  }
  const own = ['ID', 'String', 'Int', 'Float', 'Boolean'];
  return [
    link,
    `type Query { ${all.map(({ type }) => `about${type.name}: [About${type.name}!]!`).join(' ')} }`,
    ...all.map(({ type }) => `type About${type.name} { about: ${type.name} }`),
    ...[...scalars].filter((name) => !own.includes(name)).map((name) => outline(name)),
    ...[...types].map(([name, { key, fields }]) => {
      const body = [...fields].map(([field, of]) => `${field}: ${of}`).join(' ');
      return `type ${name} @key(fields: "${key}") { ${body} }`;
    }),
  ].join('\n');
}

/** A scalar or an enum of ours, as a neighbour repeats it. */
function outline(name: string): string {
  const type = schema.getType(name);
  return type && 'getValues' in type
    ? `enum ${name} { ${type
        .getValues()
        .map((value) => value.name)
        .join(' ')} }`
    : `scalar ${name}`;
}
