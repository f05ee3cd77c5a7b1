/**
 * What a router asks: the SDL to compose, and entities by their keys, where a bad reference does not fail the others.
 * As https://www.apollographql.com/docs/graphos/schema-design/federated-schemas/reference/subgraph-spec has it.
 */

import { type GraphQLSchema, isObjectType } from 'graphql';
import { builder } from '../kit/builder.ts';
import type { GraphContext } from '../kit/context.ts';
import { keyedTypes, type Reference } from '../kit/entity.ts';
import { badInput, maxListItems } from '../kit/errors.ts';
import { asNamed, grows } from '../kit/growth.ts';
import type { Batch, BatchInfo } from '../kit/loader.ts';
import { type Key, keyOf, referenceOf } from './federation-key.ts';
import { subgraphSdl } from './subgraph-sdl.ts';

/** Relay's own root fields: every subgraph may have them, and only a router knows which subgraph an id belongs to. */
const ownRoots: ReadonlySet<string> = new Set(['node', 'nodes']);

builder.scalarType('_Any', {
  description:
    'A reference of a router: an object with `__typename` and the fields of a key, such as `slug`.',
  serialize: (value) => value,
});

const Service = builder.objectRef<{ readonly sdl: string }>('_Service').implement({
  description: 'What a router has to know of this subgraph.',
  fields: (t) => ({
    sdl: t.exposeString('sdl', {
      description: 'The schema with the directives of federation: what a router composes.',
      nullable: true,
    }),
  }),
});

const sdls = new WeakMap<GraphQLSchema, string>();

builder.queryField('_service', (t) =>
  t.field({
    type: Service,
    description: 'This graph as a subgraph; for routers.',
    resolve: (_root, _args, _context, { schema }) => {
      const sdl = sdls.get(schema) ?? subgraphSdl(schema, ownRoots);
      sdls.set(schema, sdl);
      return { sdl };
    },
  }),
);

/** Where a thing keeps the type by which it was referred to: not all of them have an id. On the thing, as of many a weak map is slow. */
const referredTo = Symbol('type by which it was referred to');

const Entity = builder.unionType('_Entity', {
  description: 'Everything that a router finds by a key.',
  types: () => [...keyedTypes.keys()].toSorted().flatMap((name) => keyedTypes.get(name)?.ref ?? []),
  resolveType: (value) => (value as { readonly [referredTo]?: string })[referredTo],
});

builder.queryField('_entities', (t) =>
  t.field({
    type: [Entity],
    nullable: { list: false, items: true },
    description:
      'Things by their keys, in the order given; null in the place of one that this release does not have. For routers.',
    args: {
      representations: t.arg({
        type: ['_Any'],
        required: true,
        description: 'References such as `{ __typename: "Payer", slug: "aetna" }`; at most 500.',
      }),
    },
    extensions: {
      ...grows(asNamed('representations')).extensions,
      batch: ((_roots, { representations }, context, { schema, columnsOf }) => [
        entitiesOf(schema, representations, context, columnsOf),
      ]) satisfies Batch<undefined, { readonly representations: readonly unknown[] }>,
    },
    resolve: (_root, { representations }, context, { schema }) =>
      entitiesOf(schema, representations, context),
  }),
);

/** What representations lead to, in their order. */
function entitiesOf(
  schema: GraphQLSchema,
  representations: readonly unknown[],
  context: GraphContext,
  columnsOf?: BatchInfo['columnsOf'],
): unknown[] {
  if (representations.length > maxListItems) {
    throw badInput(
      'representations',
      `representations holds ${representations.length} items, the most is ${maxListItems}: ask in several requests.`,
    );
  }
  const references = representations.map((one, i) => readReference(schema, one, `representations[${i}]`));
  return found(references, context, columnsOf);
}

/** The keys of each type, read once. */
const keysOf = new Map<string, readonly Key[]>();

/** A reference and the type of what it leads to; null where nothing can be found by it. */
interface Wanted {
  readonly type: string;
  readonly reference: Reference | null;
}

/** Reads what a router sent; one that is bad is an error in its place. */
function readReference(schema: GraphQLSchema, representation: unknown, at: string): Wanted | Error {
  const name = (representation as { readonly __typename?: unknown } | null)?.__typename;
  try {
    if (typeof name !== 'string') throw badInput(at, `${at} has no __typename.`);
    const entity = keyedTypes.get(name);
    const type = schema.getType(name);
    if (!entity || !isObjectType(type))
      throw badInput(at, `${at}: this subgraph has no entity ${JSON.stringify(name.slice(0, 80))}.`);
    const keys = keysOf.get(name) ?? entity.keys.map(keyOf);
    keysOf.set(name, keys);
    return { type: name, reference: referenceOf(type, keys, representation as Reference, at) };
  } catch (error) {
    return error as Error;
  }
}

/** What the references lead to, in their order: the things of one type are read together. */
function found(
  wanted: readonly (Wanted | Error)[],
  context: GraphContext,
  columnsOf?: BatchInfo['columnsOf'],
): unknown[] {
  const things: unknown[] = wanted.map((each) => (each instanceof Error ? each : null));
  const slots = Map.groupBy(wanted.keys(), (slot) => {
    const each = wanted[slot];
    return each && 'type' in each && each.reference ? each.type : undefined;
  });
  for (const [type, some] of slots) {
    const entity = type === undefined ? undefined : keyedTypes.get(type);
    if (!entity || type === undefined) continue;
    const references = some.map((slot) => (wanted[slot] as Wanted).reference ?? {});
    const ofType = (thing: unknown) =>
      thing && !(thing instanceof Error) ? Object.assign(thing, { [referredTo]: type }) : thing;
    entity.findEach(references, context, columnsOf?.(type)).forEach((thing, i) => {
      things[some[i] ?? 0] = thing instanceof Promise ? thing.then(ofType) : ofType(thing);
    });
  }
  return things;
}
