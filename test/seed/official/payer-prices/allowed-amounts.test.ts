/** Reads out-of-network allowed amounts. All fixtures are synthetic, in the layouts of CMS; real ones are read where they are at hand. */

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { ticAllowedAmounts } from '../../../../seed/official/payer-prices/allowed-amounts.ts';
import { excerptsOf, inMemory, sighting } from '../../kit/file-trial.ts';
import { readPrices, theOne } from '../../kit/price-trial.ts';

const root = {
  reporting_entity_name: 'Synthetic Plan Sponsor',
  reporting_entity_type: 'a group health plan',
  plan_name: 'Synthetic Plan',
  last_updated_on: '2025-11-01T00:00:00-05:00',
  version: '1.0.0',
};
const payment = (amount: unknown, charges: readonly unknown[], more: object = {}) => ({
  allowed_amount: amount,
  providers: charges.map((billed_charge) => ({ billed_charge, npi: [1_111_111_111, 1_111_111_112] })),
  ...more,
});
const item = (code: string, payments: readonly object[], more: object = {}) => ({
  name: 'synthetic',
  billing_code_type: 'CPT',
  billing_code_type_version: '2025',
  billing_code: code,
  description: 'synthetic',
  allowed_amounts: [
    {
      tin: { type: 'ein', value: '11-1111111' },
      service_code: ['11'],
      billing_class: 'professional',
      setting: 'outpatient',
      payments,
      ...more,
    },
  ],
});
const file = (items: readonly object[]) => JSON.stringify({ out_of_network: items, ...root });
const of = (text: string, codes?: readonly string[]) =>
  readPrices(ticAllowedAmounts, inMemory(text, { chunk: 33, name: 'synthetic_allowed-amounts.json' }), {
    from: '2025-11-01',
    ...(codes && { codes }),
  });

test('is known by its key, wherever it stands', () => {
  expect(ticAllowedAmounts.recognise(sighting(file([]), 'synthetic.json'))).toMatchObject({
    from: '2025-11-01',
    release: 'Synthetic Plan Sponsor 2025-11-01',
  });
  expect(ticAllowedAmounts.recognise(sighting('{"in_network":[]}'))).toBeUndefined();
});

test('keeps what was allowed and what was billed apart, each with its count', async () => {
  const { statements, entities } = await of(
    file([item('99901', [payment(25.5, [50, 60, 0]), payment('30.005', [70])])]),
  );
  expect(theOne(statements, { amountKind: 'ALLOWED_AMOUNT' }).values).toMatchObject({
    network: 'Synthetic Plan',
    payerId: 'Payer:synthetic-plan-sponsor',
    careSetting: 'OUTPATIENT',
    places: '["11"]',
    n: 2,
    minimum: 2550,
    maximum: 3001,
  });
  expect(theOne(statements, { amountKind: 'BILLED_CHARGE' }).values).toMatchObject({
    n: 3,
    zeros: 1,
    amount: 6000,
  });
  expect(entities[0]?.row.kind).toBe('GROUP_HEALTH_PLAN');
});

test('tells modifiers apart, reads chosen codes only, and counts what it leaves out', async () => {
  const items = [
    item('99901', [payment(1, [2], { billing_code_modifier: ['26'] }), payment(3, [4])]),
    item('99902', [payment(5, [6])]),
    item('99903', [payment(null, ['none'])]),
  ];
  const chosen = await of(file(items), ['99901']);
  expect(theOne(chosen.statements, { amountKind: 'ALLOWED_AMOUNT', modifiers: '["26"]' }).values.amount).toBe(
    100,
  );
  expect(chosen.skipped).toEqual({ 'code not among those wanted': 2 });
  const all = await of(file(items));
  expect(all.skipped).toEqual({ 'amount without a figure': 1, 'amount that is none': 1 });
  expect(all.raw).toHaveLength(4);
});

test('takes modifiers from where the first drafts of the schema have them', async () => {
  const { statements } = await of(
    file([item('99901', [payment(1, [2])], { billing_code_modifier: ['26'] })]),
  );
  expect(statements.map(({ values }) => values.modifiers)).toEqual(['["26"]', '["26"]']);
});

test('one that has no list of codes at its root is refused; an empty one, or null, says nothing', async () => {
  const items = [item('99901', [payment(1, [2])])];
  for (const text of [
    JSON.stringify({ ...root, out_of_network: items[0] }),
    JSON.stringify({ ...root, data: { out_of_network: items } }),
  ])
    await expect(of(text)).rejects.toThrow('out_of_network: Expected a list at the root of the file');
  for (const empty of [[], null])
    expect((await of(JSON.stringify({ ...root, out_of_network: empty }))).statements).toEqual([]);
});

test('counts what has no list of amounts or payments', async () => {
  const none = [
    { ...item('99901', []), allowed_amounts: {} },
    item('99901', []),
    item('99901', [payment(1, [])]),
  ];
  expect((await of(file(none))).skipped).toEqual({
    'item without allowed amounts': 1,
    'allowed amount without payments': 1,
  });
});

const real = [
  ...excerptsOf('tic/real').filter((path) => path.includes('allowed-amounts')),
  ...excerptsOf('tic/cms-guide-v1.6.2/examples/allowed-amounts'),
  ...excerptsOf('tic/cms-guide-v2.x/examples/allowed-amounts'),
];
test.skipIf(real.length === 0)(
  'real ones and the examples of CMS are read; that of Evry Health states no amount',
  async () => {
    for (const path of real) {
      const text = readFileSync(path, 'utf8');
      expect(ticAllowedAmounts.recognise(sighting(text, basename(path))), path).toBeDefined();
      const { statements } = await readPrices(ticAllowedAmounts, inMemory(text, { chunk: 64 }));
      const empty = /Evry|empty/.test(path);
      expect(
        statements.map(({ values }) => [values.amountKind, values.n, values.amount]),
        path,
      ).toEqual(
        empty
          ? []
          : [
              ['ALLOWED_AMOUNT', 1, 2500],
              ['BILLED_CHARGE', 3, 6000],
            ],
      );
    }
  },
);
