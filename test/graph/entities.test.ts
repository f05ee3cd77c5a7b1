/** What a router asks of a subgraph: entities by any of their keys, in order, in one statement a type, on the day of the request. */

import { describe, expect, test } from 'vitest';
import { ask, observed, query } from '../graph.ts';

const source = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
  __typename
  ... on BillingCode { id code feeSchedule { nonFacilityAmount } }
  ... on Payer { id slug } } }`;

interface Answer {
  readonly _entities: readonly ({
    readonly __typename: string;
    readonly id: string;
    readonly feeSchedule?: readonly unknown[];
  } | null)[];
}

const code = (text: string) => ({ __typename: 'BillingCode', system: 'CPT', code: text });

describe('an entity', () => {
  test.each([
    ['its id', { __typename: 'BillingCode', id: 'BillingCode:CPT:77090' }, 'BillingCode:CPT:77090'],
    ['its system and code', code('77090'), 'BillingCode:CPT:77090'],
    ['its slug', { __typename: 'Payer', slug: 'aetna' }, 'Payer:aetna'],
    ['the id of a payer', { __typename: 'Payer', id: 'Payer:aetna' }, 'Payer:aetna'],
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

test.each([
  ['of a type that this subgraph has not', { __typename: 'Nonesuch', id: 'Nonesuch:1' }],
  ['of a type that is no entity', { __typename: 'CoverageStatement', id: 'CoverageStatement:1' }],
  ['without a type', { id: 'Payer:aetna' }],
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
  expect(all.runs.map(({ sql }) => sql)).toEqual(one.runs.map(({ sql }) => sql));
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
