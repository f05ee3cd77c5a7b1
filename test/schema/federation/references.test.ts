/** What a router asks of a subgraph: entities by any of their keys, in order, in one statement a type, on the day of the request. */

import { describe, expect, test } from 'vitest';
import { policy } from '../../../db/tables/index.ts';
import { ask, observed, query } from '../../kit/graph.ts';
import { add, ids, releaseOf, serviceStore } from '../../kit/synthetic.ts';

const source = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
  __typename
  ... on BillingCode { id code feeSchedule { nonFacilityAmount } }
  ... on Payer { id slug }
  ... on Policy { id number } } }`;

interface Answer {
  readonly _entities: readonly ({
    readonly __typename: string;
    readonly id: string;
    readonly feeSchedule?: readonly unknown[];
  } | null)[];
}

const code = (text: string) => ({ __typename: 'BillingCode', system: 'CPT', code: text });
const numbered = (slug: string, number: string | null) => ({
  __typename: 'Policy',
  payer: { slug },
  number,
});

describe('an entity', () => {
  test.each([
    ['its id', { __typename: 'BillingCode', id: 'BillingCode:CPT:77090' }, 'BillingCode:CPT:77090'],
    ['its system and code', code('77090'), 'BillingCode:CPT:77090'],
    ['its slug', { __typename: 'Payer', slug: 'aetna' }, 'Payer:aetna'],
    ['the id of a payer', { __typename: 'Payer', id: 'Payer:aetna' }, 'Payer:aetna'],
    ['its payer and number', numbered('aetna', 'CPB 0134'), 'Policy:aetna/0134'],
    [
      'one key where it holds another in part',
      { ...numbered('aetna', null), id: 'Policy:aetna/0134' },
      'Policy:aetna/0134',
    ],
  ])('is found by %s', async (_by, representation, id) => {
    const { _entities } = await ask<Answer>(source, { representations: [representation] });
    expect(_entities).toMatchObject([{ id }]);
  });

  test('that this release does not hold is null in its place, and the others are there', async () => {
    const representations = [
      code('77092'),
      code('12345'),
      { __typename: 'Payer', slug: 'nobody' },
      code('77090'),
    ];
    const { data } = await query(source, { representations });
    expect(data?._entities).toMatchObject([{ code: '77092' }, null, null, { code: '77090' }]);
  });
});

describe('a key by which nothing can be found is null, without an error:', () => {
  test.each([
    ['a number that no policy of the payer has', numbered('aetna', 'CPB 9999')],
    ['the number of another payer', numbered('cigna', 'CPB 0134')],
    ['a policy without a number', numbered('bcbsks', null)],
    [
      'a policy whose number the router leaves out, being null',
      { __typename: 'Policy', payer: { slug: 'bcbsks' } },
    ],
    ['a policy of no payer', { __typename: 'Policy', payer: null, number: 'CPB 0134' }],
    ['a slug that is null', { __typename: 'Payer', slug: null }],
    ['an id that is none of this graph', { __typename: 'Payer', id: 'UGF5ZXI6OTk5' }],
    ['the id of another type', { __typename: 'Payer', id: 'BillingCode:CPT:77090' }],
  ])('%s', async (_what, representation) => {
    const { data, errors } = await query(source, { representations: [representation, code('77090')] });
    expect(errors).toBeUndefined();
    expect(data?._entities).toMatchObject([null, { code: '77090' }]);
  });
});

test('a number that two policies of a payer share is an error of that reference, which names both', async () => {
  const store = serviceStore();
  for (const [id, number] of [
    ['a', 'P 1'],
    ['b', 'P 1'],
    ['c', 'P 2'],
  ] as const)
    add(store, policy, { id: `Policy:synthetic/${id}`, payerId: ids.payer, number });
  add(store, policy, { id: 'Policy:synthetic/d', payerId: ids.otherPayer, number: 'P 1' });
  const representations = [
    numbered('synthetic-two', 'P 1'),
    numbered('synthetic-one', 'P 1'),
    numbered('synthetic-one', 'P 2'),
  ];
  const { data, errors } = await query(source, { representations }, { of: releaseOf(store) });
  expect(data?._entities).toMatchObject([{ id: 'Policy:synthetic/d' }, null, { id: 'Policy:synthetic/c' }]);
  expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([
    [['_entities', 1], 'BAD_USER_INPUT'],
  ]);
  expect(errors?.[0]?.message).toContain('Policy:synthetic/a and Policy:synthetic/b');
});

test.each([
  ['of a type that this subgraph has not', { __typename: 'Nonesuch', id: 'Nonesuch:1' }],
  ['of a type that is no entity', { __typename: 'CoverageStatement', id: 'CoverageStatement:1' }],
  ['without a type', { id: 'Payer:aetna' }],
  ['that is no object', 'Payer:aetna'],
  ['without a key', { __typename: 'Payer', label: 'Aetna' }],
  ['with a part of a key', { __typename: 'BillingCode', code: '77090' }],
  ['with a number for a text', { __typename: 'BillingCode', system: 'CPT', code: 77_090 }],
  ['with an object for a text', { __typename: 'Payer', slug: { slug: 'aetna' } }],
  ['with a list for an id', { __typename: 'Payer', id: ['Payer:aetna'] }],
  ['with a text for an object', { __typename: 'Policy', payer: 'aetna', number: 'CPB 0134' }],
  ['with a part of a key inside', { __typename: 'Policy', payer: { id: 'Payer:aetna' }, number: 'CPB 0134' }],
  ['with a key that every object has', { __typename: 'Payer', constructor: 'aetna' }],
])('a reference %s is an error in its place, and the others are there', async (_what, bad) => {
  const { data, errors } = await query(source, { representations: [code('77092'), bad, code('77090')] });
  expect(data?._entities).toMatchObject([{ code: '77092' }, null, { code: '77090' }]);
  expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([
    [['_entities', 1], 'BAD_USER_INPUT'],
  ]);
});

test('more references than the limit are refused', async () => {
  const { errors } = await query(source, {
    representations: Array.from({ length: 501 }, () => code('77090')),
  });
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

test('a hundred references cost no more statements than one', async () => {
  const codes = ['77089', '77090', '77091', '77092', '77080', '77085', '77086', '77081'];
  const many = Array.from({ length: 100 }, (_, i) => code(codes[i % codes.length] ?? ''));
  const one = await observed(() => ask<Answer>(source, { representations: [code('77090')] }));
  const all = await observed(() => ask<Answer>(source, { representations: many }));
  expect(all.answer._entities).toHaveLength(100);
  expect(all.runs).toHaveLength(one.runs.length);
});

test('the router sets the day of what is below by a header', async () => {
  const then = await ask<Answer>(
    source,
    { representations: [code('77089')] },
    { headers: { 'as-of-date-of-service': '2022-06-01' } },
  );
  expect(then._entities[0]?.feeSchedule).toEqual([{ nonFacilityAmount: '41.53' }]);
});

test('the service tells the router its SDL', async () => {
  const { _service } = await ask<{ _service: { sdl: string } }>('{ _service { sdl } }');
  expect(_service.sdl).toContain('@key(fields: "system code")');
});
