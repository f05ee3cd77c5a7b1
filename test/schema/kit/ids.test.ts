/** Ids: readable, the same for ever, and enough to fetch anything again. */

import { describe, expect, test } from 'vitest';
import { tables } from '../../../db/tables/index.ts';
import { ask, observed, release } from '../../kit/graph.ts';
import { loadedOnly } from '../../kit/loaded-only.ts';
import { nodeTypes } from '../../kit/walk.ts';

interface Node {
  readonly __typename: string;
  readonly id: string;
}

const source = 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }';

function* batches(ids: readonly string[], size: number): Generator<readonly string[]> {
  for (let i = 0; i < ids.length; i += size) yield ids.slice(i, i + size);
}

describe.each(nodeTypes.map(({ type, ids }) => ({ name: type.name, ids })))('$name', ({ name, ids }) => {
  test('reads Type:key, and every id that the release holds leads back to its thing', async () => {
    for (const batch of batches(ids, 500)) {
      const { nodes } = await ask<{ nodes: Node[] }>(source, { ids: batch });
      expect(nodes).toEqual(batch.map((id) => ({ __typename: name, id })));
    }
    expect(ids.filter((id) => !id.startsWith(`${name}:`))).toEqual([]);
  });

  test.skipIf(loadedOnly.has(name))('is the same thing by node and by nodes', async () => {
    const [id = ''] = ids;
    const { node } = await ask<{ node: Node }>('query ($id: ID!) { node(id: $id) { __typename id } }', {
      id,
    });
    expect(node).toEqual({ __typename: name, id });
  });
});

test('every table of things is a type of the graph', () => {
  const shown = nodeTypes.map(({ type }) => type.name).sort();
  const stored = tables.map(({ type }) => type).filter(Boolean);
  // Rates are stored apart from the graph.
  expect(shown).toEqual([...stored, 'Rate'].sort());
});

test('an id belongs to one thing in the whole release', () => {
  const all = nodeTypes.flatMap(({ ids }) => ids);
  expect(new Set(all).size).toBe(all.length);
});

test('things of many types come in the order asked, in one statement a type', async () => {
  const held = nodeTypes.filter(({ type }) => !loadedOnly.has(type.name));
  const ids = held.flatMap(({ ids: [first = '', second = first] }) => [first, second]).reverse();
  const { answer, runs } = await observed(() => ask<{ nodes: Node[] }>(source, { ids }));
  expect(answer.nodes.map(({ id }) => id)).toEqual(ids);
  expect(runs.length).toBeLessThanOrEqual(nodeTypes.length);
});

test('an id resolves on any day and at any moment: things are timeless, only what is said of them is dated', async () => {
  const headers = { 'as-of-date-of-service': '1990-01-01', 'as-of-known-at': '1990-01-01T00:00:00Z' };
  const { node } = await ask<{ node: { code: string; feeSchedule: unknown[] } }>(
    '{ node(id: "BillingCode:CPT:77090") { ... on BillingCode { code feeSchedule { id } } } }',
    {},
    { headers },
  );
  expect(node).toEqual({ code: '77090', feeSchedule: [] });
});

test('the release tells how much it holds of each', async () => {
  const { graphInfo } = await ask<{
    graphInfo: Record<'entityCounts' | 'statementCounts', { type: string; count: number }[]>;
  }>('{ graphInfo { entityCounts { type count } statementCounts { type count } } }');
  const told = new Map(
    [...graphInfo.entityCounts, ...graphInfo.statementCounts].map(({ type, count }) => [type, count]),
  );
  const ofGraph = nodeTypes.filter(({ type }) => type.name !== 'Rate');
  expect(told).toEqual(new Map(ofGraph.map(({ type, ids }) => [type.name, ids.length])));
  expect(release.info.hash).toMatch(/^[0-9a-f]{64}$/);
});
