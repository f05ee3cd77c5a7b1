/** The subgraph composes with others, by two composers that nobody here wrote. */

import { composeServices as apollo } from '@apollo/composition';
import { composeServices as guild } from '@theguild/federation-composition';
import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { ask } from '../../kit/graph.ts';
import { keyed, neighbourSdl } from './neighbour.ts';

const { sdl } = (await ask<{ readonly _service: { readonly sdl: string } }>('{ _service { sdl } }'))._service;

/** A subgraph with the Relay types that most have, and root fields of its own. */
const relay = (root: string) => `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.6", import: ["@key", "@shareable"])
  interface Node { id: ID! }
  type PageInfo @shareable { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
  type Widget implements Node @key(fields: "id") { id: ID! }
  type WidgetEdge { cursor: String! node: Widget }
  type WidgetConnection { edges: [WidgetEdge] pageInfo: PageInfo! }
  type Query { widgets(first: Int, after: String): WidgetConnection! ${root} }`;

const neighbours: readonly (readonly [string, string | null])[] = [
  ['alone', null],
  ['with a subgraph that names every entity by its id', neighbourSdl(keyed('id'))],
  ['with a subgraph that names every entity by its natural key', neighbourSdl(keyed('natural key'))],
  ['with a subgraph that has connections and nodes of its own', relay('')],
  [
    'with a subgraph that has the root fields node, nodes, search and meta',
    relay('node(id: ID!): Node nodes(ids: [ID!]!): [Node]! search(text: String!): [Widget!]! meta: String'),
  ],
];

describe.each([
  ['@apollo/composition', apollo],
  ['@theguild/federation-composition', guild],
])('by %s the graph composes', (_composer, compose) => {
  test.each(neighbours)('%s', { timeout: 60_000 }, (_scenario, neighbour) => {
    const services = [['graph', sdl], ...(neighbour ? [['neighbour', neighbour]] : [])].map(
      ([name = '', typeDefs = '']) => ({
        name,
        url: 'http://127.0.0.1:1/graphql',
        typeDefs: parse(typeDefs),
      }),
    );
    const { errors, supergraphSdl } = compose(services);
    expect(errors?.map(({ message }) => message) ?? []).toEqual([]);
    expect(supergraphSdl).toContain('@join__graph(name: "graph"');
  });
});

test('what a router composes is what clients of the graph see, but for the root fields node and nodes', async () => {
  const { __schema } = await ask<{
    readonly __schema: { readonly queryType: { readonly fields: readonly { readonly name: string }[] } };
  }>('{ __schema { queryType { fields { name } } } }');
  const root = parse(sdl).definitions.find(
    (node) => node.kind === 'ObjectTypeDefinition' && node.name.value === 'Query',
  );
  const composed = root && 'fields' in root ? (root.fields ?? []).map(({ name }) => name.value) : [];
  const seen = __schema.queryType.fields.map(({ name }) => name).filter((name) => !name.startsWith('_'));
  expect(seen.filter((name) => !composed.includes(name)).sort()).toEqual(['node', 'nodes']);
  expect(composed.filter((name) => !seen.includes(name))).toEqual([]);
});
