/** What a router gets: the SDL to compose, and entities by their keys, where a bad reference does not fail the others. */

import { printSubgraphSchema } from '@apollo/subgraph';
import {
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  isUnionType,
  parse,
  print,
  visit,
} from 'graphql';
import { badInput, maxListItems } from '../kit/errors.ts';
import { asNamed, grows } from '../kit/growth.ts';
import { keysOf, type Reference, referenceOf } from './federation-key.ts';

/** Relay's own root fields: every subgraph may have them, and only a router knows which subgraph an id belongs to. */
const ownRoots: ReadonlySet<string> = new Set(['node', 'nodes']);

/** Makes a subgraph schema fit for routers, in place. */
export function federated(schema: GraphQLSchema): GraphQLSchema {
  guardEntities(schema);
  leaveOutRoots(schema);
  return schema;
}

/** Resolves each reference by itself: the library fails the whole answer for one that is bad. */
function guardEntities(schema: GraphQLSchema): void {
  const field = schema.getQueryType()?.getFields()._entities;
  const inner = field?.resolve;
  const union = schema.getType('_Entity');
  if (!field || !inner || !isUnionType(union)) throw new Error('The schema has no entities to guard.');
  const entities = new Map(union.getTypes().map((type) => [type.name, { type, keys: keysOf(type) }]));

  const guarded: GraphQLFieldResolver<unknown, unknown> = (root, args, context, info) => {
    const representations = args.representations as readonly unknown[];
    if (representations.length > maxListItems) {
      throw badInput(
        'representations',
        `representations holds ${representations.length} items, the most is ${maxListItems}: ask in several requests.`,
      );
    }
    return representations.map(async (representation, i) => {
      const at = `representations[${i}]`;
      const { type, keys } = entityOf(entities, representation, at);
      const reference = referenceOf(type, keys, representation as Reference, at);
      if (!reference) return null;
      const [found] = (await inner(root, { representations: [reference] }, context, info)) as unknown[];
      return found;
    });
  };
  field.resolve = guarded;
  field.extensions = { ...field.extensions, ...grows(asNamed('representations')).extensions };
}

function entityOf<E>(entities: ReadonlyMap<string, E>, representation: unknown, at: string): E {
  const name = (representation as { readonly __typename?: unknown } | null)?.__typename;
  if (typeof name !== 'string') throw badInput(at, `${at} has no __typename.`);
  const entity = entities.get(name);
  if (!entity) throw badInput(at, `${at}: this subgraph has no entity ${JSON.stringify(name.slice(0, 80))}.`);
  return entity;
}

/** Leaves Relay's root fields out of the SDL that is composed; clients of this graph itself have them. */
function leaveOutRoots(schema: GraphQLSchema): void {
  const service = schema.getQueryType()?.getFields()._service;
  if (!service) throw new Error('The schema has no service to tell of.');
  let sdl: string | undefined;
  service.resolve = () => {
    sdl ??= withoutRoots(printSubgraphSchema(schema), schema.getQueryType());
    return { sdl };
  };
}

function withoutRoots(sdl: string, query: GraphQLObjectType | null | undefined): string {
  const document = visit(parse(sdl), {
    ObjectTypeDefinition: (node) =>
      node.name.value === query?.name
        ? { ...node, fields: (node.fields ?? []).filter(({ name }) => !ownRoots.has(name.value)) }
        : false,
  });
  return print(document);
}
