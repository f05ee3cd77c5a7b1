/** Reads what in-network files state of many codes at once. All fixtures are synthetic; the examples of CMS are read where they are at hand. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Stated } from '../../../../seed/load/format/format.ts';
import { ticInNetwork } from '../../../../seed/official/payer-prices/in-network.ts';
import { excerpt, inMemory } from '../../kit/file-trial.ts';
import { readPrices, theOne } from '../../kit/price-trial.ts';

type Json = Readonly<Record<string, unknown>>;

const price = (rate: number, more: Json = {}) => ({
  setting: 'outpatient',
  negotiated_type: 'negotiated',
  negotiated_rate: rate,
  expiration_date: '9999-12-31',
  service_code: ['11'],
  billing_class: 'professional',
  ...more,
});
const item = (type: string, code: string, prices: readonly Json[], more: Json = {}) => ({
  negotiation_arrangement: 'ffs',
  name: `name of ${code}`,
  billing_code_type: type,
  billing_code_type_version: '2026',
  billing_code: code,
  description: 'not to be stored',
  negotiated_rates: [{ provider_references: [1], negotiated_prices: prices }],
  ...more,
});
const member = (code: string, type = 'CPT') => ({
  billing_code_type: type,
  billing_code_type_version: '2026',
  billing_code: code,
  description: 'not to be stored',
});
const file = (...in_network: readonly Json[]) =>
  JSON.stringify({
    reporting_entity_name: 'Synthetic Plan',
    reporting_entity_type: 'health insurance issuer',
    last_updated_on: '2026-06-01',
    provider_references: [
      {
        provider_group_id: 1,
        network_name: ['Synthetic PPO'],
        provider_groups: [{ npi: [1], tin: { type: 'ein', value: '1' } }],
      },
    ],
    in_network,
  });
const of = (text: string, codes?: readonly string[]) =>
  readPrices(ticInNetwork, inMemory(text, { chunk: 500, name: '2026-06-01_synthetic.json' }), {
    from: '2026-06-01',
    ...(codes && { codes }),
  });
const ofType = (statements: readonly Stated[], type: string) =>
  statements.filter(({ table }) => table.type === type);

describe('a default rate', () => {
  const percentage = price(62.5, { negotiated_type: 'percentage' });

  test('is one for the code system, not for a code', async () => {
    const { statements, entities, skipped } = await of(
      file(item('CPT', '99213', [price(80)]), item('CPT', 'CSTM-00', [percentage])),
    );
    expect(statements).toHaveLength(2);
    const found = theOne(ofType(statements, 'DefaultRate'), { system: 'CPT' });
    expect(found).toMatchObject({ at: 'in_network[1] CSTM-00', open: true });
    expect(found.values).toMatchObject({
      payerId: 'Payer:synthetic-plan',
      scopeStated: 'CPT CSTM-00',
      amountKind: 'NEGOTIATED_PERCENTAGE',
      amount: 6250,
      network: 'Synthetic PPO',
      codesRead: null,
    });
    expect(found.values).not.toHaveProperty('subjectId');
    expect(found.key).toMatch(/^CPT\/cpt-cstm-00\/synthetic-plan\//);
    expect(entities.map(({ row }) => row.id)).toEqual(['Payer:synthetic-plan', 'BillingCode:CPT:99213']);
    expect(skipped).toEqual({});
  });

  test.each([
    ['CPT', 'CSTM-00', ['CPT']],
    ['cpt', ' cstm_all ', ['CPT']],
    ['HCPCS', 'CSTM-00', ['HCPCS_LEVEL_II']],
    ['HCPCS/CPT', 'CSTM-00', ['CPT', 'HCPCS_LEVEL_II']],
    ['CSTM-ALL', 'CSTM-00', ['CPT', 'HCPCS_LEVEL_II']],
    ['CSTM-ALL', 'CSTM-ALL', ['CPT', 'HCPCS_LEVEL_II']],
    ['MS-DRG', 'CSTM-00', []],
    ['LOCAL', 'CSTM-ALL', []],
    ['CSTM-ALL', 'CSTM-DEXA', []],
  ])('of type %s and code %s is for %j', async (type, code, systems) => {
    const { statements, skipped } = await of(file(item(type, code, [price(10)])));
    expect(statements.map(({ table, values }) => [table.type, values.system])).toEqual(
      systems.map((system) => ['DefaultRate', system]),
    );
    expect(skipped).toEqual(systems.length > 0 ? {} : { 'code of another system than CPT and HCPCS': 1 });
  });

  test('is a distribution, with its modifiers and networks apart, and written in two ways the same', async () => {
    const prices = [price(10), price(20), price(30), price(5, { billing_code_modifier: ['26'] })];
    const { statements } = await of(
      file(item('CPT', 'CSTM-00', prices), item('CPT', 'cstm 00', [price(40)])),
    );
    expect(statements.map(({ values }) => [values.modifiers, values.n, values.amount])).toEqual([
      ['[]', 4, 2000],
      ['["26"]', 1, 500],
    ]);
  });

  test('is read with any chosen codes, and is applied to these alone', async () => {
    const { statements, skipped } = await of(
      file(item('CPT', '99213', [price(80)]), item('CPT', 'CSTM-00', [percentage])),
      ['77080', '77081'],
    );
    expect(statements.map(({ values }) => values.codesRead)).toEqual(['["77080","77081"]']);
    expect(skipped).toEqual({ 'code not among those wanted': 1 });
  });
});

describe('an arrangement', () => {
  const bundle = item('LOCAL', 'CSTM-DEXA', [price(250)], {
    negotiation_arrangement: 'bundle',
    bundled_codes: [member('77080'), member('77091'), member('0320', 'RC')],
  });
  const capitation = item('CPT', '99213', [price(40)], {
    negotiation_arrangement: 'capitation',
    covered_services: [member('77092')],
  });

  test('is found from each of its codes, with its own code, its members and its price', async () => {
    const { statements, entities, skipped } = await of(file(bundle, capitation));
    const found = ofType(statements, 'PaymentArrangement');
    expect(
      found.map(({ values }) => [
        values.codeId,
        values.arrangement,
        `${values.arrangementSystem} ${values.arrangementCode}`,
        values.label,
        values.amount,
      ]),
    ).toEqual([
      ['BillingCode:CPT:77080', 'BUNDLE', 'LOCAL CSTM-DEXA', 'name of CSTM-DEXA', 25_000],
      ['BillingCode:CPT:77091', 'BUNDLE', 'LOCAL CSTM-DEXA', 'name of CSTM-DEXA', 25_000],
      // The name of a code of CPT belongs to the AMA.
      ['BillingCode:CPT:99213', 'CAPITATION', 'CPT 99213', null, 4000],
      ['BillingCode:CPT:77092', 'CAPITATION', 'CPT 99213', null, 4000],
    ]);
    expect(found[0]?.values.members).toBe('["CPT 77080","CPT 77091","RC 0320"]');
    expect(found[0]?.at).toBe('in_network[0] CSTM-DEXA');
    // Its own code has the price as before; its members have none of their own.
    expect(ofType(statements, 'RateBenchmark').map(({ values }) => values.subjectId)).toEqual([
      'BillingCode:CPT:99213',
    ]);
    const codes = ['99213', '77080', '77091', '77092'].map((code) => `BillingCode:CPT:${code}`);
    expect(new Set(entities.map(({ row }) => row.id))).toEqual(new Set(['Payer:synthetic-plan', ...codes]));
    expect(skipped).toEqual({});
    expect(JSON.stringify(statements)).not.toContain('not to be stored');
  });

  test('is found from a chosen code, wherever its members stand in the item', async () => {
    const { negotiation_arrangement, ...rest } = bundle;
    for (const one of [bundle, { ...rest, negotiation_arrangement }]) {
      const { statements, skipped } = await of(file(one, capitation), ['77091']);
      expect(statements.map(({ values }) => [values.codeId, values.members])).toEqual([
        ['BillingCode:CPT:77091', '["CPT 77080","CPT 77091","RC 0320"]'],
      ]);
      expect(skipped).toEqual({ 'code not among those wanted': 1 });
    }
  });

  test('of the same code with other members is another', async () => {
    const other = { ...bundle, bundled_codes: [member('77080')] };
    const { statements } = await of(file(bundle, other, bundle));
    const of77080 = statements.filter(({ values }) => values.codeId === 'BillingCode:CPT:77080');
    expect(of77080.map(({ values }) => [values.n, values.members])).toEqual([
      [2, '["CPT 77080","CPT 77091","RC 0320"]'],
      [1, '["CPT 77080"]'],
    ]);
    expect(new Set(statements.map(({ key }) => key)).size).toBe(statements.length);
  });

  test('of no code of CPT or HCPCS is counted', async () => {
    const { statements, skipped } = await of(
      file({ ...bundle, bundled_codes: [member('0320', 'RC')] }, { ...bundle, bundled_codes: null }),
    );
    expect(statements).toEqual([]);
    expect(skipped).toEqual({
      'bundle or capitation of no code of CPT or HCPCS': 1,
      'code of another system than CPT and HCPCS': 1,
    });
  });
});

const examples = ['bundle', 'capitation'].flatMap((kind) => {
  const path = excerpt(
    `tic/cms-guide-v2.x/examples/in-network-rates/in-network-rates-${kind}-single-plan-sample.json`,
  );
  return path ? [path] : [];
});
test.skipIf(examples.length === 0)(
  'the examples of CMS: every code that they bundle or cover knows it',
  async () => {
    for (const path of examples) {
      const text = readFileSync(path, 'utf8');
      const { statements } = await of(text);
      const items = (
        JSON.parse(text) as { in_network: readonly Record<string, { billing_code: string }[] | null>[] }
      ).in_network;
      const members = items.flatMap((one) => [...(one.bundled_codes ?? []), ...(one.covered_services ?? [])]);
      const found = new Set(
        ofType(statements, 'PaymentArrangement').map(({ values }) => String(values.codeId).split(':').at(-1)),
      );
      expect(members.length, path).toBeGreaterThan(0);
      expect(
        members.filter(({ billing_code }) => !found.has(billing_code)),
        path,
      ).toEqual([]);
    }
  },
);

test('members are codes in other clothes too, and arrangements are called in several ways', async () => {
  const listed = [
    member('CPT 77080'),
    member('77091-TC'),
    member('HCPCS G0130', 'HCPCS'),
    member('77081; 77082'),
  ];
  const { statements } = await readPrices(
    ticInNetwork,
    inMemory(
      file(
        item('LOCAL', 'CSTM-DEXA', [price(250)], {
          negotiation_arrangement: 'Bundled',
          bundled_codes: listed,
        }),
        item('CPT', '99213', [price(9)], {
          negotiation_arrangement: 'capitated',
          covered_services: [member('77085')],
        }),
      ),
      { chunk: 500 },
    ),
  );
  const found = statements.filter(({ table }) => table.type === 'PaymentArrangement');
  const of = (arrangement: string) =>
    found
      .filter(({ values }) => values.arrangement === arrangement)
      .map(({ values }) => String(values.codeId).slice(-5));
  expect(of('BUNDLE').sort()).toEqual(['77080', '77081', '77082', '77091', 'G0130']);
  expect(of('CAPITATION').sort()).toEqual(['77085', '99213']);
});

test('a bad byte in what tells of many codes ends no load of chosen codes', async () => {
  const text = file(item('CPT', '77080', [price(5)])).replace('"ffs"', '"f\\Ws"');
  const { statements } = await readPrices(ticInNetwork, inMemory(text, { chunk: 500 }), { codes: ['77080'] });
  expect(statements.map(({ values }) => values.amount)).toEqual([500]);
});
