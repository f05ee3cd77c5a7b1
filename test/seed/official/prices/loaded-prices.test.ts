/** What the graph answers from loaded price files of payers and hospitals, on synthetic files of their layouts. */

import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { loading } from '../../kit/loading.ts';

/** Each builds the whole database. */
const slow = { timeout: 180_000 };

/** Codes are real numbers; names, prices and days are synthetic. */
const root = {
  reporting_entity_name: 'Synthetic Plan',
  reporting_entity_type: 'health insurance issuer',
  version: '2.0.0',
};
const price = (rate: number, more: object = {}) => ({
  setting: 'outpatient',
  negotiated_type: 'negotiated',
  negotiated_rate: rate,
  expiration_date: '9999-12-31',
  service_code: ['11'],
  billing_class: 'professional',
  ...more,
});
const month = (day: string, rates: Readonly<Record<string, readonly object[]>>) =>
  JSON.stringify({
    ...root,
    last_updated_on: day,
    in_network: Object.entries(rates).map(([code, prices]) => ({
      negotiation_arrangement: 'ffs',
      billing_code_type: 'CPT',
      billing_code: code,
      negotiated_rates: [{ provider_references: [1], negotiated_prices: prices }],
    })),
    // After the rates that need them.
    provider_references: [
      {
        provider_group_id: 1,
        network_name: ['Synthetic network'],
        provider_groups: [{ npi: [1], tin: { type: 'ein', value: '1' } }],
      },
    ],
  });
const contents = JSON.stringify({
  ...root,
  last_updated_on: '2026-10-01',
  reporting_structure: [
    {
      reporting_plans: [{ plan_name: 'Synthetic', plan_id: '1' }],
      in_network_files: [
        { description: 'Synthetic network', location: 'https://synthetic.invalid/a.json.gz?Signature=x' },
      ],
    },
  ],
});
const hospital = [
  'hospital_name,last_updated_on,version,license_number|TX',
  'Synthetic Hospital,10/1/2026,3.0.0,1',
  'description,code|1,code|1|type,setting,standard_charge|gross,payer_name,plan_name,standard_charge|negotiated_dollar,standard_charge|methodology',
  'synthetic,77080,CPT,outpatient,500,Synthetic Plan,PPO,200,fee schedule',
  'synthetic,77080,CPT,outpatient,500,Unknown Payer,HMO,999999999,fee schedule',
].join('\n');

const rates = `
  query ($code: String!, $filter: RateBenchmarkFilter, $day: AsOfInput) {
    billingCode(code: $code, asOf: $day) {
      rateBenchmarks(filter: $filter) {
        nodes { amountKind amount n zeros placeholders payerStated network facility modifiers payer { slug } validity { from to end } citations { locator source { title sha256 } } }
      }
    }
  }`;

interface Rates {
  readonly billingCode: {
    readonly rateBenchmarks: { readonly nodes: readonly Readonly<Record<string, unknown>>[] };
  };
}

test(
  'rates of a payer are found by what they are for, and follow each other from month to month',
  slow,
  async () => {
    const graph = loading();
    const twentySix = { billing_code_modifier: ['26'] };
    const raw: unknown[] = [];
    const report = await graph.load(
      [
        graph.put(
          '2026-09-01_synthetic_in-network-rates.json.gz',
          gzipSync(
            month('2026-09-01', {
              77080: [price(40), price(9, twentySix)],
              77085: [price(50)],
              77090: [price(3)],
            }),
          ),
        ),
        graph.put(
          '2026-10-01_synthetic_in-network-rates.json.gz',
          gzipSync(month('2026-10-01', { 77080: [price(41), price(0)], 77085: [price(50)] })),
        ),
        graph.put('2026-10-01_synthetic_index.json', contents),
      ],
      { raw: (row) => void raw.push(row) },
    );
    expect(report.loaded).toHaveLength(3);
    expect(raw).toContainEqual(expect.objectContaining({ billing_code: '77080', negotiated_rate: 41 }));

    const asked = async (code: string, day: string, filter: object = {}) => {
      const own = { payers: ['Payer:synthetic-plan'], ...filter };
      const { billingCode } = await graph.ask<Rates>(rates, {
        code,
        filter: own,
        day: { dateOfService: day },
      });
      return billingCode.rateBenchmarks.nodes;
    };
    const september = await asked('77080', '2026-09-15');
    expect(september.map(({ amount, modifiers }) => [amount, modifiers])).toEqual(
      expect.arrayContaining([
        ['40.00', []],
        ['9.00', ['26']],
      ]),
    );
    expect(await asked('77080', '2026-09-15', { modifiers: [] })).toHaveLength(1);
    expect(
      await asked('77080', '2026-09-15', { modifiers: ['26'], networks: ['Synthetic network'] }),
    ).toHaveLength(1);
    expect(await asked('77080', '2026-09-15', { networks: ['another'] })).toEqual([]);
    expect(await asked('77080', '2026-09-15', { careSetting: 'INPATIENT' })).toEqual([]);
    expect(await asked('77080', '2026-09-15', { negotiatedTypes: ['PER_DIEM'] })).toEqual([]);
    expect(await asked('77080', '2026-10-15')).toEqual([
      expect.objectContaining({
        amount: '41.00',
        n: 1,
        zeros: 1,
        network: 'Synthetic network',
        payer: { slug: 'synthetic-plan' },
        validity: { from: '2026-10-01', to: null, end: 'OPEN' },
        citations: [
          {
            locator: 'in_network[0] 77080',
            source: {
              title: expect.stringContaining('Synthetic Plan 2026-10-01'),
              sha256: expect.any(String),
            },
          },
        ],
      }),
    ]);
    // What both months say is one statement; what the second does not say any more has ended.
    expect(await asked('77085', '2026-10-15')).toMatchObject([{ validity: { from: '2026-09-01' } }]);
    expect(await asked('77090', '2026-09-15')).toHaveLength(1);
    expect(await asked('77090', '2026-10-15')).toEqual([]);

    const { payer } = await graph.ask<{ payer: unknown }>(
      '{ payer(slug: "synthetic-plan") { label kind priceFiles { nodes { kind location label plans } } } }',
    );
    expect(payer).toEqual({
      label: 'Synthetic Plan',
      kind: 'ISSUER',
      priceFiles: {
        nodes: [
          {
            kind: 'IN_NETWORK',
            location: 'https://synthetic.invalid/a.json.gz',
            label: 'Synthetic network',
            plans: 1,
          },
        ],
      },
    });
  },
);

test('prices of a hospital are found by its name, and what the validator finds is told', slow, async () => {
  const graph = loading();
  const report = await graph.load([graph.put('1_synthetic_standardcharges.csv', hospital)], {
    codes: ['77080'],
  });
  expect(JSON.stringify([...report.notes.values()])).toContain('The validator of CMS (template v3.0.0)');
  const { billingCode } = await graph.ask<Rates>(rates, {
    code: '77080',
    filter: { facilities: ['Synthetic Hospital'] },
    day: { dateOfService: '2026-10-15' },
  });
  const shown = billingCode.rateBenchmarks.nodes.map(
    ({ amountKind, amount, payerStated, placeholders, payer }) => [
      amountKind,
      amount,
      payerStated,
      placeholders,
      payer,
    ],
  );
  expect(shown).toHaveLength(3);
  expect(shown).toEqual(
    expect.arrayContaining([
      ['BILLED_CHARGE', '500.00', null, 0, null],
      ['NEGOTIATED_RATE', '200.00', 'Synthetic Plan', 0, null],
      ['NEGOTIATED_RATE', null, 'Unknown Payer', 1, null],
    ]),
  );
});

test(
  'prices of a hospital are found by what they depend on, and measured by what Medicare pays for their like',
  slow,
  async () => {
    const graph = loading();
    const file = (day: string) =>
      [
        'hospital_name,last_updated_on,version,license_number|TX',
        `Synthetic Hospital,${day},3.0.0,1`,
        'description,code|1,code|1|type,code|2,code|2|type,billing_class,setting,standard_charge|gross,standard_charge|min,standard_charge|max,payer_name,plan_name,standard_charge|negotiated_dollar,standard_charge|negotiated_percentage,standard_charge|methodology,additional_generic_notes',
        'synthetic,77090,CPT,320,RC,facility,outpatient,900,80,93.26,Synthetic Plan,PPO,93.26,,fee schedule,based on Apc rates',
        'synthetic,77090,CPT,972,RC,,outpatient,100,,,Synthetic Plan,PPO,5.00,,fee schedule,',
        'synthetic,77090,CPT,,,facility,outpatient,,,,Synthetic Plan,HMO,,65,percent of total billed charges,',
        'synthetic,77090,CPT,,,facility,outpatient,,,,Synthetic Plan,EPO,,,other,Priced by contract',
      ].join('\n');
    // Prices are compared with what the graph in place holds: there is one after the first load.
    await graph.load([graph.put('2026-10-01_synthetic_index.json', contents)]);
    for (const day of ['2024-10-01', '2026-10-01'])
      await graph.load([graph.put(`${day}_standardcharges.csv`, file(day))], { codes: ['77090'] });
    const nodes =
      'amount minimum maximum statistic valueState additionalNotes revenueCodes percentageBase method billingClass';
    const asked = async (filter: object, day = '2026-10-15') => {
      const { billingCode } = await graph.ask<Rates>(
        `query ($filter: RateBenchmarkFilter, $day: Date!) {
        billingCode(code: "77090", asOf: { dateOfService: $day }) { rateBenchmarks(filter: $filter) { nodes { ${nodes} } } }
      }`,
        { filter: { facilities: ['Synthetic Hospital'], ...filter }, day },
      );
      return billingCode.rateBenchmarks.nodes;
    };
    expect(await asked({ notesContain: 'APC' })).toEqual([
      expect.objectContaining({
        ...{ amount: '93.26', additionalNotes: 'based on Apc rates', revenueCodes: ['0320'] },
        method: expect.stringContaining('(OPPS of 2026)'),
      }),
    ]);
    expect(await asked({ notesContain: '100%' })).toEqual([]);
    expect(await asked({ statistics: ['RANGE'] })).toMatchObject([
      { minimum: '80.00', maximum: '93.26', amount: null },
    ]);
    expect(
      await asked({
        statistics: ['SINGLE'],
        amountKinds: ['NEGOTIATED_RATE'],
        revenueCodes: ['0320', '0972'],
      }),
    ).toHaveLength(2);
    expect(await asked({ revenueCodes: ['0972'], amountKinds: ['NEGOTIATED_RATE'] })).toMatchObject([
      { amount: '5.00', billingClass: 'PROFESSIONAL' },
    ]);
    expect(await asked({ percentageBases: ['BILLED_CHARGE'] })).toMatchObject([{ amount: '65.00' }]);
    expect(await asked({ notesContain: 'contract' })).toMatchObject([
      { valueState: 'NO_VALUE', amount: null },
    ]);

    // The graph has no OPPS rate of 2024, and another year's is not like it.
    const earlier = await asked({ statistics: ['SINGLE'], notesContain: 'APC' }, '2024-10-15');
    expect(earlier).toMatchObject([{ amount: '93.26', method: null }]);
  },
);

test('a load without a database says that its prices are compared with nothing', slow, async () => {
  const graph = loading('without database');
  const rows = (rate: string) =>
    [
      'hospital_name,last_updated_on,version,license_number|TX',
      `Synthetic Hospital ${rate},2026-04-01,3.0.0,${rate}`,
      'description,code|1,code|1|type,setting,payer_name,plan_name,standard_charge|negotiated_dollar',
      `x,77090,CPT,outpatient,Synthetic Payer,PPO,${rate}`,
    ].join('\n');
  const told = async (name: string, text: string) => {
    const path = graph.put(name, text);
    return (await graph.load([path])).notes.get(path)?.reports.join(' ');
  };
  expect(await told('one.csv', rows('80'))).toContain('compared with nothing that Medicare pays');
  expect(await told('two.csv', rows('90'))).not.toContain('compared with nothing');
});
