/** A small graph: the server's own behaviour, without our schema. Worker threads load it too. */

import { writeFileSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';
import { buildSchema, GraphQLError, type GraphQLFieldResolver, isObjectType } from 'graphql';
import { inTime } from '../../../db/kit/edge.ts';
import type { Release } from '../../../db/release/release.ts';
import { grows } from '../../../schema/kit/growth.ts';
import { countItems } from '../../../schema/list-items.ts';
import type { MakeContext } from '../../../src/kit/request-context.ts';

interface Context {
  readonly held: Release;
}

/** The hash a release says it has, read from the file anew. */
const theHash = 'select content_hash as hash from release';

const endless = `
  with recursive n (i) as (select 1 union all select t.i + 1 from n t where t.i < 4000000000 and (${inTime.sql}))
  select count(*) as n from n`;

const readHash = ({ held }: Context): string | undefined => held.store.get<{ hash: string }>(theHash)?.hash;

/** A graph with what the limits speak of: pages, lists, nesting, entities, and fields that fail. */
export const schema = buildSchema(`
  type Query {
    release: String
    releaseAfter(ms: Int!, cost: Int = 1): [String]
    thing(name: String): Thing
    things(first: Int, last: Int, after: String): ThingConnection
    thingsByName(names: [String!]!): [Thing]
    fails: String
    failsAsync: [Thing]
    refuses: String
    spin(ms: Int!, cost: Int!, mark: String): String
    loops(cost: Int!): String
    hoard(cost: Int!): Int
    failsLarge(cost: Int!): String
    reads(times: Int!, cost: Int = 1): Int
    scans(cost: Int!): Int
    many(count: Int!): [Thing]
    text(length: Int!): String
    required: String!
    _entities(representations: [Any!]!): [Thing]
  }
  type Mutation { touch: String }
  scalar Any
  type Thing { name: String parent: Thing tags: [String] things(first: Int = 10, last: Int): ThingConnection }
  type ThingConnection { totalCount: Int edges: [ThingEdge] nodes: [Thing] }
  type ThingEdge { cursor: String node: Thing }
`);

const thing = {
  name: 'thing',
  parent: { name: 'parent' },
  tags: ['a', 'b'],
  things: { edges: [], nodes: [] },
};
const page = { totalCount: 1, edges: [{ cursor: 'c', node: thing }], nodes: [thing] };

/** The arguments that the fields have between them. */
interface Args {
  readonly ms?: number;
  readonly cost?: number;
  readonly count?: number;
  readonly length?: number;
  readonly times?: number;
  /** A file to be written when all is done. */
  readonly mark?: string;
}

let spun = 0;
const sleeper = new Int32Array(new SharedArrayBuffer(4));

/** How often the field `spin` was worked out on this thread. */
export const timesSpun = (): number => spun;

const resolvers: Record<string, GraphQLFieldResolver<unknown, Context, Args>> = {
  release: (_source, _args, context) => readHash(context),
  async releaseAfter(_source, { ms }, context) {
    const before = readHash(context);
    await after(ms);
    return [before, readHash(context)];
  },
  thing: () => thing,
  things: () => page,
  thingsByName: () => [thing],
  _entities: () => [thing],
  fails: () => {
    throw new Error('SQLITE_ERROR: no such table: secrets');
  },
  failsAsync: () => Promise.reject(new TypeError('cannot read /etc/secrets')),
  spin: (_source, { ms = 0, mark }) => {
    spun += 1;
    // The thread is kept from all else, and its core is left to the other tests.
    const until = performance.now() + ms;
    for (let left = ms; left > 0; left = until - performance.now()) Atomics.wait(sleeper, 0, 0, left);
    if (mark) writeFileSync(mark, 'spun');
    return 'spun';
  },
  loops: () => {
    for (;;);
  },
  hoard: () => {
    const kept: number[][] = [];
    for (;;) kept.push(Array.from({ length: 100_000 }, (_, i) => i / 3));
  },
  failsLarge: () => {
    throw new Error('SQLITE_ERROR: no such table: secrets');
  },
  // Takes minutes.
  scans: (_source, _args, { held }) => held.store.get<{ n: number }>(endless)?.n,
  reads: (_source, { times = 0 }, context) => {
    for (let n = 0; n < times; n++) readHash(context);
    return times;
  },
  // Says nothing of how it grows: it is estimated at ten.
  many: (_source, { count = 0 }) => Array.from({ length: count }, () => thing),
  text: (_source, { length = 0 }) => 'x'.repeat(length),
  refuses: () => {
    throw new GraphQLError('That name is not known.', { extensions: { code: 'UNKNOWN_ID' } });
  },
  required: () => null,
};

const query = schema.getQueryType();
if (isObjectType(query)) {
  for (const field of Object.values(query.getFields())) {
    if (!field.args.some((arg) => arg.name === 'cost')) continue;
    // A value, and work that makes up the rest.
    field.extensions = grows({
      items: () => 1,
      work: (_sizes, { cost }: { readonly cost: number }) => cost - 1,
    }).extensions;
  }
  for (const [name, field] of Object.entries(query.getFields())) {
    const resolve = resolvers[name];
    if (resolve) field.resolve = resolve as GraphQLFieldResolver<unknown, unknown>;
  }
}

countItems(schema);

/** The context of a request. */
export const context: MakeContext = (held) => ({ held });
