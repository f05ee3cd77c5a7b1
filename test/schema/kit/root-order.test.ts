/** The root fields as clients list them, and where the schema says to begin. */

import { expect, test } from 'vitest';
import { rootBegins } from '../../../schema/field-order.ts';
import { ask } from '../../kit/graph.ts';

interface Root {
  readonly __schema: {
    readonly description: string;
    readonly queryType: { readonly fields: readonly { readonly name: string }[] };
  };
}

const root = () => ask<Root>('{ __schema { description queryType { fields { name } } } }');

test('they begin with what analysts ask, stand by name, and end with what only gateways ask', async () => {
  const names = (await root()).__schema.queryType.fields.map(({ name }) => name);
  expect(names.slice(0, rootBegins.length)).toEqual(rootBegins);
  expect(names.slice(-2)).toEqual(['_entities', '_service']);
  const others = names.slice(rootBegins.length, -2);
  expect(others).toEqual(others.toSorted());
});

test('it says where to begin, in fields that there are', async () => {
  const { description, queryType } = (await root()).__schema;
  const named = [...description.matchAll(/`(\w+)`/g)].map(([, name]) => name);
  const known = [...queryType.fields.map(({ name }) => name), 'query', 'asOf'];
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((name) => !known.includes(name ?? ''))).toEqual([]);
});
