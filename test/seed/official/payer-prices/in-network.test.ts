/** Reads in-network rates of payers. All fixtures are synthetic, in the layouts of CMS; real excerpts are read where they are at hand. */

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ticInNetwork } from '../../../../seed/official/payer-prices/in-network.ts';
import { excerpt, excerptsOf, inMemory, sighting } from '../../kit/file-trial.ts';
import { readPrices, theOne } from '../../kit/price-trial.ts';

type Json = Readonly<Record<string, unknown>>;

const root = {
  reporting_entity_name: 'Synthetic Health Plan, Inc.',
  reporting_entity_type: 'health insurance issuer',
  last_updated_on: '2025-11-01',
  version: '2.0.0',
};
const group = (tin: string, npi: readonly unknown[] = [1_111_111_111]) => ({
  npi,
  tin: { type: 'ein', value: tin, business_name: 'Synthetic Group' },
});
const references = [
  {
    provider_group_id: 1,
    network_name: ['Synthetic PPO'],
    provider_groups: [group('11-1111111'), group('22-2222222')],
  },
  { provider_group_id: 2, network_name: ['Synthetic HMO'], provider_groups: [group('33-3333333')] },
];
const price = (rate: unknown, more: Json = {}) => ({
  setting: 'outpatient',
  negotiated_type: 'negotiated',
  negotiated_rate: rate,
  expiration_date: '9999-12-31',
  service_code: ['22', '11'],
  billing_class: 'professional',
  ...more,
});
const rate = (ids: readonly unknown[], ...prices: readonly Json[]) => ({
  provider_references: ids,
  negotiated_prices: prices,
});
const item = (code: string, rates: readonly Json[], more: Json = {}) => ({
  negotiation_arrangement: 'ffs',
  name: 'synthetic',
  billing_code_type: 'CPT',
  billing_code_type_version: '2025',
  billing_code: code,
  description: 'synthetic',
  negotiated_rates: rates,
  ...more,
});

/** A file of the schema's second version, references first. */
const file = (items: readonly Json[], more: Json = {}) =>
  JSON.stringify({ ...root, provider_references: references, in_network: items, ...more });

const of = (text: string, trial: Parameters<typeof readPrices>[2] = {}) =>
  readPrices(ticInNetwork, inMemory(text, { chunk: 1000, name: '2025-11_synthetic.json' }), {
    from: '2025-11-01',
    ...trial,
  });

describe('a file of in-network rates', () => {
  test('is known by its keys, in any order, and says who reports, when, and which part it is', () => {
    const name = '2025-10_102_11B0_in-network-rates_1_of_6.json';
    expect(ticInNetwork.recognise(sighting(file([]), name))).toEqual({
      release: 'Synthetic Health Plan, Inc. 2025-11-01',
      part: '102_11B0_in-network-rates_1_of_6',
      from: '2025-11-01',
      published: '2025-11-01',
    });
    const referencesOnly = `{ "provider_references" : ${JSON.stringify(references)}`;
    expect(ticInNetwork.recognise(sighting(referencesOnly, name))?.from).toBe('2025-10-01');
    expect(
      ticInNetwork.recognise(sighting('{"reporting_structure":[{"in_network_files":[]}]}')),
    ).toBeUndefined();
    expect(ticInNetwork.recognise(sighting('"in_network": no JSON'))).toBeUndefined();
  });

  test('gives a distribution with exact cents for what a rate is for', async () => {
    const prices = [10.01, 20, 30.005, 40, 50].map((each) => rate([2], price(each)));
    const { statements, entities, skipped } = await of(file([item('99901', prices)]));
    expect(statements).toHaveLength(1);
    const found = theOne(statements, { network: 'Synthetic HMO' });
    expect(found).toMatchObject({ from: '2025-11-01', to: null, open: true, at: 'in_network[0] 99901' });
    expect(found.values).toMatchObject({
      subjectId: 'BillingCode:CPT:99901',
      payerId: 'Payer:synthetic-health-plan-inc',
      amountKind: 'NEGOTIATED_RATE',
      billingClass: 'PROFESSIONAL',
      careSetting: 'OUTPATIENT',
      negotiatedType: 'NEGOTIATED',
      arrangement: 'FEE_FOR_SERVICE',
      modifiers: '[]',
      places: '["11","22"]',
      statistic: 'MEDIAN',
      n: 5,
      amount: 3001,
      p10: 1001,
      p25: 2000,
      p50: 3001,
      p75: 4000,
      p90: 5000,
      minimum: 1001,
      maximum: 5000,
    });
    expect(found.values.method).toContain('Nearest-rank');
    expect(entities.map(({ row }) => row.id)).toEqual([
      'Payer:synthetic-health-plan-inc',
      'BillingCode:CPT:99901',
    ]);
    expect(entities[0]?.row).toMatchObject({ label: 'Synthetic Health Plan, Inc.', kind: 'ISSUER' });
    expect(skipped).toEqual({});
  });

  test('counts each provider group and price once, however often a reference, a price or an NPI is repeated', async () => {
    const twice = price(10);
    const rates = [rate([1, 1, 2], twice, twice, price(20))];
    const { statements } = await of(file([item('99901', rates)]));
    expect(theOne(statements, { network: 'Synthetic PPO' }).values).toMatchObject({
      n: 4,
      minimum: 1000,
      maximum: 2000,
    });
    expect(theOne(statements, { network: 'Synthetic HMO' }).values.n).toBe(2);
  });

  test('tells apart modifiers as a set, class, setting, places, type and arrangement', async () => {
    const variants = [
      {},
      { billing_code_modifier: ['26'] },
      { billing_code_modifier: ['tc', '26'] },
      { billing_class: 'institutional' },
      { setting: 'inpatient' },
      { service_code: ['CSTM-00'] },
      { service_code: null },
      { negotiated_type: 'per diem' },
      { negotiated_type: 'fee schedule' },
      { negotiated_type: 'derived' },
    ];
    const items = [
      item(
        '99901',
        variants.map((more) => rate([2], price(10, more))),
      ),
      item('99901', [rate([2], price(10, { billing_code_modifier: ['26', 'TC'] }))]),
      item('99901', [rate([2], price(10))], { negotiation_arrangement: 'capitation' }),
    ];
    const { statements } = await of(file(items));
    expect(statements).toHaveLength(variants.length + 1);
    expect(theOne(statements, { modifiers: '["26","TC"]' }).values.n).toBe(2);
    expect(theOne(statements, { places: '[]' }).values.billingClass).toBe('PROFESSIONAL');
    expect(theOne(statements, { negotiatedType: 'PER_DIEM' }).values.measure).toBe('in-network rate per day');
    expect(theOne(statements, { arrangement: 'CAPITATION' }).values.measure).toBe(
      'in-network capitation payment',
    );
    expect(new Set(statements.map(({ key }) => key)).size).toBe(statements.length);
  });

  test('keeps percentages apart from dollars', async () => {
    const { statements } = await of(
      file([item('99901', [rate([2], price(65), price(62.5, { negotiated_type: 'percentage' }))])]),
    );
    expect(theOne(statements, { amountKind: 'NEGOTIATED_RATE' }).values.amount).toBe(6500);
    expect(theOne(statements, { amountKind: 'NEGOTIATED_PERCENTAGE' }).values.amount).toBe(6250);
  });

  test('takes a rate for a percentage, however the file puts that, and never for dollars', async () => {
    const types = ['Percentage', 'percent of billed charges', 'PERCENT', 'percentage_of_charges'];
    const rates = types.map((negotiated_type) => rate([2], price('60 %', { negotiated_type })));
    const { statements, skipped } = await of(file([item('99901', [...rates, rate([2], price('60%'))])]));
    expect(statements).toHaveLength(2);
    for (const percentageBase of ['BILLED_CHARGE', 'NOT_STATED'])
      expect(theOne(statements, { percentageBase }).values).toMatchObject({
        amountKind: 'NEGOTIATED_PERCENTAGE',
        negotiatedType: 'PERCENTAGE',
        n: 2,
        minimum: 6000,
        maximum: 6000,
      });
    expect(skipped).toEqual({ 'rate that is no price': 1 });
    const parted = await of(file([item('99901', [rate([2], price(1, { negotiated_type: 'Per-Diem' }))])]));
    expect(theOne(parted.statements, {}).values.negotiatedType).toBe('PER_DIEM');
  });

  test('that has no list of codes at its root is refused, for it is no file without a rate', async () => {
    const items = [item('99901', [rate([2], price(10))])];
    for (const text of [
      JSON.stringify({ ...root, provider_references: references }),
      JSON.stringify({ ...root, in_network: items[0] }),
      JSON.stringify({ ...root, data: { in_network: items } }),
    ])
      await expect(of(text)).rejects.toThrow('in_network: Expected a list at the root of the file');
    expect((await of(file([]))).statements).toEqual([]);
  });

  test('counts what has no list of rates or prices', async () => {
    const items = [
      item('99901', [], { negotiated_rates: rate([2], price(10)) }),
      item('99901', []),
      item('99901', [rate([2])]),
      item('99901', [{ provider_references: [2], negotiated_prices: price(10) }]),
    ];
    const { statements, skipped } = await of(file(items));
    expect(statements).toEqual([]);
    expect(skipped).toEqual({ 'item without a list of rates': 2, 'rate without prices': 2 });
  });

  test('leaves out 0.00, which is not free, and placeholders, and counts both', async () => {
    const rates = [0, '0.00', 999_999_999, 12].map((each) => rate([2], price(each)));
    const { statements } = await of(file([item('99901', rates), item('99902', [rate([2], price(0))])]));
    expect(theOne(statements, { subjectId: 'BillingCode:CPT:99901' }).values).toMatchObject({
      n: 1,
      statistic: 'SINGLE',
      amount: 1200,
      zeros: 2,
      placeholders: 1,
    });
    const nothing = theOne(statements, { subjectId: 'BillingCode:CPT:99902' });
    expect(nothing.values).toMatchObject({ amount: null, n: 0, zeros: 1 });
    expect(nothing.envelope).toMatchObject({
      valueState: 'UNKNOWN_VALUE',
      unknownReason: 'NOT_STATED_IN_SOURCE',
    });
  });

  test('counts what stands out, against Medicare where that is known, else against the median, and keeps it', async () => {
    const rates = [0.56, 40, 50, 60, 700].map((each) => rate([2], price(each)));
    const byMedian = await of(file([item('99901', rates)]));
    expect(theOne(byMedian.statements, {}).values).toMatchObject({
      n: 5,
      lowOutliers: 1,
      highOutliers: 1,
      minimum: 56,
    });
    const byMedicare = await of(file([item('99901', rates)]), { medicareAmount: () => 100_00 });
    expect(theOne(byMedicare.statements, {}).values).toMatchObject({ n: 5, lowOutliers: 1, highOutliers: 0 });
    expect(theOne(byMedicare.statements, {}).values.method).toContain(
      'Medicare amount of $100.00 (physician fee schedule of 2025)',
    );
  });

  test('says nothing of a figure that is none, and counts it', async () => {
    const rates = [null, -5, 'see contract', {}].map((each) => rate([2], price(each)));
    const { statements, skipped } = await of(file([item('99901', rates)]));
    expect(statements).toEqual([]);
    expect(skipped).toEqual({ 'rate without a figure': 1, 'rate that is no price': 3 });
  });

  test('takes codes only of CPT and HCPCS, whatever their number', async () => {
    const of99901 = [rate([2], price(10))];
    const items = [
      item('99901', of99901, { billing_code_type: 'LOCAL' }),
      item('0320', of99901, { billing_code_type: 'RC' }),
      item('D0120', of99901, { billing_code_type: 'CDT' }),
      item('990', of99901),
      item('99901; 99902', of99901),
      item(' g0130 ', of99901, { billing_code_type: 'hcpcs' }),
      item('99903', of99901, { billing_code_type: 'CPT-4' }),
      item('99904', of99901, { billing_code_type: 'HCPCS/CPT' }),
    ];
    const { statements, skipped } = await of(file(items));
    expect(statements.map(({ values }) => values.subjectId)).toEqual([
      'BillingCode:HCPCS_LEVEL_II:G0130',
      'BillingCode:CPT:99903',
      'BillingCode:CPT:99904',
    ]);
    expect(skipped).toEqual({
      'code of another system than CPT and HCPCS': 2,
      'dental code, which belongs to the ADA': 1,
      'code that is not of the form of one': 1,
      'several codes in place of one': 1,
    });
  });

  test('reads only chosen codes, and only whole ones: not in other numbers; in a bundle they are no price of their own', async () => {
    const bundle = { bundled_codes: [{ billing_code_type: 'CPT', billing_code: '99901' }] };
    const items = [
      item('99902', [rate([2], price(10_300.99901))], { ...bundle, negotiation_arrangement: 'bundle' }),
      // The list before the code, and blanks around the colon.
      { ...bundle, ...item('99901', [rate([2], price(20))]) },
    ];
    for (const text of [
      file(items),
      JSON.stringify(JSON.parse(file(items)), null, 3).replaceAll('":', '"\t:\n'),
    ]) {
      const { statements, skipped } = await of(text, { codes: ['99901'] });
      expect(statements.map(({ table, values }) => [table.type, values.amount])).toEqual([
        ['RateBenchmark', 2000],
        ['PaymentArrangement', 1_030_100],
      ]);
      expect(skipped).toEqual({});
    }
  });

  test('finds the code of an item that begins with its rates', async () => {
    const { negotiated_rates, ...rest } = item('99901', [rate([2], price(20))]);
    const { statements } = await of(file([{ negotiated_rates, ...rest }]), { codes: ['99901'] });
    expect(statements).toHaveLength(1);
  });

  test('leaves out codes that were not chosen, though they stand behind megabytes of rates', async () => {
    const { billing_code, ...rest } = item(
      '99902',
      Array.from({ length: 8000 }, (_, cents) => rate([1], price(cents / 100))),
    );
    const text = file([{ ...rest, billing_code }, item('99901', [rate([1], price(3))])]);
    expect(text.length).toBeGreaterThan(2 ** 20);
    const { statements, skipped } = await of(text, { codes: ['99901'] });
    expect(new Set(statements.map(({ values }) => values.subjectId))).toEqual(
      new Set(['BillingCode:CPT:99901']),
    );
    expect(skipped).toEqual({ 'code not among those wanted': 1 });
  });

  test('says the same wherever pieces end and whether references come first, last or in between', async () => {
    const items = [
      item('99901', [rate([1], price(10)), rate([2], price(20))]),
      item('99902', [rate([1, 2], price(0), price(30, { negotiated_type: 'percentage' }))]),
    ];
    const first = await of(file(items));
    const orders = [
      JSON.stringify({ ...root, in_network: items, provider_references: references }),
      JSON.stringify({ provider_references: references, in_network: items, ...root }),
      JSON.stringify({ in_network: items, ...root, provider_references: references }),
    ];
    for (const text of orders) {
      for (const chunk of [1, 64, 100_000]) {
        const found = await readPrices(
          ticInNetwork,
          inMemory(text, { chunk, name: '2025-11_synthetic.json' }),
          {
            from: '2025-11-01',
          },
        );
        expect(found).toEqual(first);
      }
    }
  });

  test('reads provider groups inside of rates, as the first schema has them, and takes the plan for the network', async () => {
    const inline = {
      provider_groups: [group('1', ['1', '1', '1']), group('2')],
      negotiated_prices: [price(10)],
    };
    const text = JSON.stringify({
      in_network: [item('99901', [inline], { covered_services: null })],
      ...root,
      plan_name: 'Synthetic Plan',
    });
    const { statements } = await of(text);
    expect(theOne(statements, { network: 'Synthetic Plan' }).values.n).toBe(2);
  });

  test('tells of provider groups in other files and of such as are nowhere, and counts each as one', async () => {
    const remote = {
      provider_group_id: 7,
      location: 'https://synthetic.invalid/groups.json?Expires=1&Signature=x',
    };
    const items = [item('99901', [rate([7, 8], price(10))])];
    const { statements, reports } = await of(file(items, { provider_references: [remote] }));
    expect(theOne(statements, { network: null }).values.n).toBe(2);
    expect(reports).toEqual([
      expect.stringContaining(
        'which are not fetched; each counts as one provider group. Among them: https://synthetic.invalid/groups.json',
      ),
      expect.stringContaining('1 times to provider groups that the file does not hold'),
    ]);
    expect(reports.join()).not.toContain('Signature');
  });

  test('compares ids of provider groups as they are written, and as numbers only where that leaves one', async () => {
    const numbered = (id: string, groups: number) =>
      `{"provider_group_id":${id},"provider_groups":${JSON.stringify(Array(groups).fill(group('11-1111111')))}}`;
    const refer = (id: string) =>
      `{"provider_references":[${id}],"negotiated_prices":[${JSON.stringify(price(10))}]}`;
    const textOf = (
      ids: readonly (readonly [string, number])[],
      asked: readonly string[],
      first: boolean,
    ) => {
      const lists = [
        `"provider_references":[${ids.map(([id, groups]) => numbered(id, groups)).join(',')}]`,
        `"in_network":[${JSON.stringify(item('99901', [])).replace('"negotiated_rates":[]', `"negotiated_rates":[${asked.map(refer).join(',')}]`)}]`,
      ];
      return `{${JSON.stringify(root).slice(1, -1)},${(first ? lists : lists.toReversed()).join(',')}}`;
    };
    const count = async (ids: readonly (readonly [string, number])[], ...asked: readonly string[]) => {
      const found = await Promise.all(
        [true, false].map(async (first) => {
          const { statements } = await of(textOf(ids, asked, first));
          return theOne(statements, {}).values.n;
        }),
      );
      expect(found[1]).toBe(found[0]);
      return found[0];
    };
    const running = [
      ['320.1', 1],
      ['320.10', 3],
      ['9007199254740993', 5],
      ['9007199254740992', 7],
    ] as const;
    expect(await count(running, '320.1')).toBe(1);
    expect(await count(running, '320.10')).toBe(3);
    expect(await count(running, '"320.10"')).toBe(3);
    expect(await count(running, '9007199254740993')).toBe(5);
    expect(await count(running, '9007199254740992')).toBe(7);
    expect(await count(running, '320.1', '320.10', '9007199254740993', '9007199254740992')).toBe(16);
    expect(await count([['320.10', 3]], '320.1')).toBe(3);
    expect(await count([['"7"', 3]], '7')).toBe(3);
    expect(await count([['"a"', 3]], '"b"')).toBe(1);
  });

  test('knows its payer by name or alias alone', async () => {
    const text = file([item('99901', [rate([2], price(10))])]);
    const known = await of(text, {
      payerNamed: (name) => (name === root.reporting_entity_name ? 'synthetic' : undefined),
    });
    expect(known.statements[0]?.values.payerId).toBe('Payer:synthetic');
    expect(known.entities.filter(({ table }) => table.name === 'payer')).toEqual([]);
    // A short name that is taken by another payer is not taken twice.
    const taken = await of(text, { isPayer: () => true });
    expect(taken.statements[0]?.values.payerId).toBe('Payer:synthetic-health-plan-inc-as-reported');
  });

  test('ends a rate where all prices end on one day, and says how many had ended before', async () => {
    const until = (day: string) => price(10, { expiration_date: day });
    const ends = async (...days: readonly string[]) => {
      const { statements } = await of(file([item('99901', [rate([2], ...days.map(until))])]));
      const { to, open, envelope } = theOne(statements, {});
      return { to, open, note: envelope.note };
    };
    expect(await ends('2026-06-30T00:00:00')).toEqual({ to: '2026-07-01', open: false, note: null });
    expect(await ends('2026-06-30', '9999-12-31')).toEqual({ to: null, open: false, note: null });
    expect(await ends('2020-01-01')).toEqual({
      to: null,
      open: false,
      note: '1 of the prices had ended before the day of the file.',
    });
  });

  test('hands out every figure as it stands, but for the names of codes', async () => {
    const { raw } = await of(file([item('99901', [rate([1], price(10), price(0))])]));
    expect(raw.map(({ negotiated_rate }) => negotiated_rate)).toEqual([10, 0]);
    expect(raw[0]).toMatchObject({ billing_code: '99901', provider_references: [1] });
    expect(raw[0]).not.toHaveProperty('description');
    expect(raw[0]).not.toHaveProperty('name');
  });

  test('ends with an error that says what is wrong: cut short, nobody reporting', async () => {
    const text = file([item('99901', [rate([2], price(10))])]);
    await expect(of(text.slice(0, -30))).rejects.toThrow('The file ends within in_network[0]');
    await expect(of(JSON.stringify({ in_network: [] }))).rejects.toThrow('does not say whose prices');
  });

  test('is read again as CP1252 where it is not UTF-8', async () => {
    const bytes = Buffer.from(
      file([item('99901', [rate([9], price(10))])], { reporting_entity_name: 'Caf\u00e9' }),
      'latin1',
    );
    const name = '2025-11_synthetic.json';
    await expect(readPrices(ticInNetwork, inMemory(bytes, { name }))).rejects.toThrow('is not UTF-8');
    const { entities } = await readPrices(ticInNetwork, inMemory(bytes, { name, encoding: 'windows-1252' }));
    expect(entities[0]?.row.label).toBe('Café');
  });
});

describe('real files', () => {
  const evry = excerptsOf('tic/real').filter((path) => path.includes('in-network'));
  const readReal = async (path: string) => {
    const text = readFileSync(path, 'utf8');
    const from = ticInNetwork.recognise(sighting(text, basename(path)))?.from;
    return readPrices(ticInNetwork, inMemory(text, { chunk: 4096, name: basename(path) }), {
      ...(from && { from }),
    });
  };

  test.skipIf(evry.length === 0)(
    'of Evry Health are the same part, follow each other, and hold no code of TBS',
    async () => {
      const froms: string[] = [];
      for (const path of evry) {
        const { statements, raw } = await readReal(path);
        froms.push(String(statements[0]?.from));
        const codes = new Set(statements.map(({ values }) => values.subjectId));
        expect([...codes].filter((code) => /7709|77089/.test(String(code)))).toEqual([]);
        expect(codes).toContain('BillingCode:CPT:77080');
        // The prices of the file, by a plain reading.
        const whole = JSON.parse(readFileSync(path, 'utf8')) as {
          in_network: { negotiated_rates: { negotiated_prices: unknown[] }[] }[];
        };
        const all = whole.in_network.flatMap((each) =>
          each.negotiated_rates.flatMap((one) => one.negotiated_prices),
        );
        expect(raw).toHaveLength(all.length);
      }
      expect(froms).toEqual(['2022-08-05', '2024-06-03', '2025-06-23']);
    },
  );

  const examples = [
    ...excerptsOf('tic/cms-guide-v1.6.2/examples/in-network-rates'),
    ...excerptsOf('tic/cms-guide-v2.x/examples/in-network-rates'),
  ];
  test.skipIf(examples.length === 0)('of the CMS guide are read, both schemas', async () => {
    for (const path of examples) {
      const { told, skipped } = await readReal(path);
      expect(told.length + Object.keys(skipped).length, path).toBeGreaterThan(1);
    }
    const kinds = excerpt(
      'tic/cms-guide-v2.x/examples/in-network-rates/in-network-rates-all-negotiated-types-sample.json',
    );
    const { statements } = await readReal(String(kinds));
    expect(theOne(statements, { subjectId: 'BillingCode:CPT:97110' }).values).toMatchObject({
      amountKind: 'NEGOTIATED_PERCENTAGE',
      amount: 6500,
      n: 2,
    });
  });
});
