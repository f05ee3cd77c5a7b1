/** The order in which clients list the root fields: what people ask first, what machines ask last. */

import { expect, test } from 'vitest';
import { ask } from '../../kit/graph.ts';

interface Root {
  readonly __schema: {
    readonly description: string;
    readonly queryType: { readonly fields: readonly { readonly name: string }[] };
  };
}

const root = () => ask<Root>('{ __schema { description queryType { fields { name } } } }');

test('documentation begins with what analysts ask and ends with what gateways ask', async () => {
  const names = (await root()).__schema.queryType.fields.map(({ name }) => name);
  expect(names.slice(0, 3)).toEqual(['coverageMatrix', 'billingCode', 'payer']);
  expect(names.slice(-4)).toEqual(['node', 'nodes', '_entities', '_service']);
  expect(new Set(names).size).toBe(names.length);
});

test('it says where to begin, in fields that there are', async () => {
  const { description, queryType } = (await root()).__schema;
  const named = [...description.matchAll(/`(\w+)`/g)].map(([, name]) => name);
  const known = [...queryType.fields.map(({ name }) => name), 'query', 'asOf'];
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((name) => !known.includes(name ?? ''))).toEqual([]);
});
