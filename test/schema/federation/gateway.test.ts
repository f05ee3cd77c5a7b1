/** Every entity by every key through a real gateway over real HTTP: one request to the graph for all of a kind. */

import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { expect, onTestFinished, test } from 'vitest';
import { tables } from '../../../db/tables/index.ts';
import { startApollo } from '../../../examples/federation/apollo.ts';
import { compose } from '../../../examples/federation/supergraph.ts';
import { graphContext } from '../../../schema/kit/context.ts';
import { ask, release } from '../../kit/graph.ts';
import { serveGraph } from '../../src/kit/exporting.ts';
import { ask as post } from '../../src/kit/fixture.ts';
import { beyondKey, type Keyed, keyed, neighbourSdl } from './neighbour.ts';

type Reference = Readonly<Record<string, unknown>>;

/** Lines of no claim, which no table holds. */
const lines = ['77086', '77080'].map((code) => ({
  payer: { slug: 'bcbsal' },
  code: { system: 'CPT', code },
  lineOfBusiness: 'COMMERCIAL',
  modifiers: '',
  dateOfService: '2026-10-05',
}));

/** The keys of some things of a type, as the graph itself gives them. */
async function samplesOf({ type, key }: Keyed): Promise<readonly Reference[]> {
  const table = tables.find((one) => one.type === type.name);
  if (!table) return lines;
  const ids = release.store
    .all<{ readonly id: string }>(`select id from ${table.name} order by id limit 3`)
    .map(({ id }) => id);
  const { nodes } = await ask<{ readonly nodes: readonly Reference[] }>(
    `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${type.name} { ${key.text} } } }`,
    { ids },
  );
  return nodes;
}

/** The key of nothing: the first text in it is another. */
function ofNothing(reference: Reference): Reference {
  const [[name, value] = ['', null], ...rest] = Object.entries(reference);
  const other = typeof value === 'object' && value ? ofNothing(value as Reference) : 'nonesuch';
  return { ...Object.fromEntries(rest), [name]: other };
}

/** Serves the neighbour, which refers to what `references` holds by the name of the type. */
async function startNeighbour(all: readonly Keyed[], references: ReadonlyMap<string, readonly Reference[]>) {
  const about = (name: string) => () =>
    (references.get(name) ?? []).map((reference) => ({ about: reference }));
  const Query = Object.fromEntries(all.map(({ type }) => [`about${type.name}`, about(type.name)]));
  const schema = buildSubgraphSchema({ typeDefs: parse(neighbourSdl(all)), resolvers: { Query } });
  const server = new ApolloServer({
    schema,
    plugins: [ApolloServerPluginInlineTraceDisabled()],
    stopOnTerminationSignals: false,
  });
  onTestFinished(() => server.stop());
  return startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });
}

test.each(['id', 'natural key'] as const)(
  'a gateway has every entity by its %s in one request for all that are asked',
  async (by) => {
    const all = keyed(by);
    const references = new Map<string, readonly Reference[]>();
    for (const one of all) {
      const found = await samplesOf(one);
      const [first] = found;
      if (first) references.set(one.type.name, [...found, first, ofNothing(first)]);
    }
    let requests = 0;
    const graph = await serveGraph({
      context: (...handed) => {
        requests += 1;
        return graphContext(...handed);
      },
    });
    const neighbour = await startNeighbour(all, references);
    const supergraph = await compose([
      { name: 'graph', url: graph.url },
      { name: 'neighbour', url: neighbour.url },
    ]);
    const gateway = await startApollo(supergraph, 0);
    onTestFinished(() => gateway.stop());

    const seen: Record<string, unknown> = {};
    const expected: Record<string, unknown> = {};
    for (const one of all.filter(({ type }) => references.has(type.name))) {
      const { name } = one.type;
      const value = beyondKey(one);
      const representations = references.get(name)?.map((reference) => ({ __typename: name, ...reference }));
      const { _entities } = await ask<{ readonly _entities: readonly unknown[] }>(
        `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${name} { ${value} } } }`,
        { representations },
      );
      requests = 0;
      const { body } = await post(gateway.url, {
        query: `{ about${name} { about { __typename ${value} } } }`,
      });
      const found = body.data?.[`about${name}`] as
        | readonly { readonly about: Reference | null }[]
        | undefined;
      seen[name] = { requests, errors: body.errors, found: found?.map(({ about }) => bare(about)) };
      expected[name] = { requests: 1, errors: undefined, found: _entities.map(bare) };
      expect(_entities.slice(0, -1), name).not.toContain(null);
      expect(_entities.at(-1), name).toBeNull();
    }
    expect(seen).toEqual(expected);
    expect(Object.keys(seen).length).toBeGreaterThan(9);
  },
  120_000, // composing and planning take their time
);

/** Without its type's name; nothing where nothing is known of it but its key. */
function bare(thing: unknown): Reference | null {
  const { __typename, ...rest } = (thing ?? {}) as Reference;
  return Object.values(rest).some((value) => value !== null) ? rest : null;
}
