/** Reads price files of hospitals. All fixtures are synthetic, in the templates of CMS; official examples are read where they are at hand. */

import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Stated } from '../../../../seed/load/format/format.ts';
import { hospitalPrices } from '../../../../seed/official/hospital-prices/hospital-prices.ts';
import { excerptsOf, inMemory, sighting } from '../../kit/file-trial.ts';
import { readPrices, theOne } from '../../kit/price-trial.ts';

type Options = Parameters<typeof readPrices>[2];

const of = (content: string | Uint8Array, options: Options = {}, chunk = 500) =>
  readPrices(hospitalPrices, inMemory(content, { chunk, name: 'synthetic_standardcharges', ...options }), {
    from: '2026-04-01',
    ...options,
  });

// ---- CSV ----

const statement =
  'To the best of its knowledge and belief, this hospital has included all applicable standard charge information in accordance with the requirements of 45 CFR 180.50, and the information encoded is true, accurate, and complete as of the date in the file. This hospital has included all payer-specific negotiated charges in dollars that can be expressed as a dollar amount. For payer-specific negotiated charges that cannot be expressed as a dollar amount in the machine-readable file or not knowable in advance, the hospital attests that the payer-specific negotiated charge is based on a contractual algorithm, percentage or formula that precludes the provision of a dollar amount and has provided all necessary information available to the hospital for the public to be able to derive the dollar amount, including, but not limited to, the specific fee schedule or components referenced in such percentage, algorithm or formula.';

const about: Readonly<Record<string, string>> = {
  hospital_name: 'Synthetic Hospital',
  last_updated_on: '4/1/2026',
  version: '3.0.0',
  location_name: 'Synthetic Hospital',
  hospital_address: '1 Synthetic Street',
  'license_number|TX': '000',
  type_2_npi: '1111111111 | 2222222222|1111111111',
  [statement]: 'true',
  attester_name: 'Synthetic Person',
};

const cells = (all: readonly string[]) =>
  all.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');

/** A CSV in the templates of CMS: names, values, headings, rows. */
function csv(
  rows: readonly Readonly<Record<string, string>>[],
  more: Readonly<Record<string, string>> = {},
  end = '\n',
) {
  const head = { ...about, ...more };
  const headings = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = [
    Object.keys(head),
    Object.values(head),
    headings,
    ...rows.map((row) => headings.map((name) => row[name] ?? '')),
  ];
  return lines.map((line) => cells(line) + end).join('');
}

const item = {
  description: 'synthetic',
  'code|1': '320',
  'code|1|type': 'RC',
  'code|2': '99901',
  'code|2|type': 'CPT',
  modifiers: '',
  setting: 'outpatient',
  drug_unit_of_measurement: '',
  drug_type_of_measurement: '',
  'standard_charge|gross': '500',
  'standard_charge|discounted_cash': '400.00',
  'standard_charge|min': '80.5',
  'standard_charge|max': '250',
};
const agreed = {
  payer_name: 'Synthetic Payer',
  plan_name: 'PPO',
  'standard_charge|negotiated_dollar': '250',
  'standard_charge|negotiated_percentage': '',
  'standard_charge|negotiated_algorithm': '',
  median_amount: '',
  '10th_percentile': '',
  '90th_percentile': '',
  count: '',
  'standard_charge|methodology': 'fee schedule',
  additional_generic_notes: '',
};
const tall = { ...item, ...agreed };
const other = {
  ...tall,
  payer_name: 'Other Payer',
  plan_name: 'HMO',
  'standard_charge|negotiated_dollar': '80.5',
};
const wide = {
  ...item,
  'standard_charge|Synthetic Payer|PPO|negotiated_dollar': '250',
  'standard_charge|Synthetic Payer|PPO|negotiated_percentage': '',
  'standard_charge|Synthetic Payer|PPO|negotiated_algorithm': '',
  'median_amount|Synthetic Payer|PPO': '',
  '10th_percentile|Synthetic Payer|PPO': '',
  '90th_percentile|Synthetic Payer|PPO': '',
  'count|Synthetic Payer|PPO': '',
  'standard_charge|Synthetic Payer|PPO|methodology': 'fee schedule',
  'additional_payer_notes|Synthetic Payer|PPO': '',
  'standard_charge | Other Payer | HMO | negotiated_dollar': '80.5',
  'standard_charge|Other Payer|HMO|negotiated_percentage': '',
  'standard_charge|Other Payer|HMO|negotiated_algorithm': '',
  'median_amount|Other Payer|HMO': '',
  '10th_percentile|Other Payer|HMO': '',
  '90th_percentile|Other Payer|HMO': '',
  'count|Other Payer|HMO': '',
  'STANDARD_CHARGE|Other Payer|HMO|Methodology': 'Fee Schedule',
  'additional_payer_notes|Other Payer|HMO': '',
  additional_generic_notes: '',
};

// ---- JSON ----

const json = (items: readonly object[], more: object = {}) =>
  JSON.stringify({
    hospital_name: 'Synthetic Hospital',
    last_updated_on: '2026-04-01',
    version: '3.0.0',
    location_name: ['Synthetic Hospital'],
    hospital_address: ['1 Synthetic Street'],
    license_information: { state: 'TX', license_number: '000' },
    type_2_npi: ['1111111111', '2222222222'],
    attestation: { attestation: statement, confirm_attestation: true, attester_name: 'Synthetic Person' },
    ...more,
    standard_charge_information: items,
  });
const jsonItem = {
  description: 'synthetic',
  code_information: [
    { code: '320', type: 'RC' },
    { code: '99901', type: 'CPT' },
  ],
  standard_charges: [
    {
      setting: 'outpatient',
      gross_charge: 500,
      discounted_cash: 400,
      minimum: 80.5,
      maximum: 250,
      payers_information: [
        {
          payer_name: 'Synthetic Payer',
          plan_name: 'PPO',
          methodology: 'fee schedule',
          standard_charge_dollar: 250,
        },
        {
          payer_name: 'Other Payer',
          plan_name: 'HMO',
          methodology: 'fee schedule',
          standard_charge_dollar: 80.5,
        },
      ],
    },
  ],
};

/** What statements say, without where it stands. */
const said = (statements: readonly Stated[]) =>
  statements
    .map(({ key, from, to, values, envelope }) => ({ key, from, to, values, envelope }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));

describe('the templates', () => {
  test('say the same, tall, wide and JSON, wherever pieces end', async () => {
    const expected = said((await of(json([jsonItem]))).statements);
    expect(expected).toHaveLength(5);
    for (const chunk of [1, 7, 65_536]) {
      for (const text of [
        csv([tall, other]),
        csv([other, tall], {}, '\r\n'),
        csv([wide]),
        `\uFEFF${csv([wide])}`,
        json([jsonItem]),
      ]) {
        const { statements, reports } = await of(text, {}, chunk);
        expect(said(statements)).toEqual(expected);
        expect(reports).toEqual([]);
      }
    }
  });

  test('give gross charge, cash price, range, and what each plan agreed on', async () => {
    const { statements, entities } = await of(csv([tall, other]));
    const common = {
      subjectId: 'BillingCode:CPT:99901',
      facility: 'Synthetic Hospital',
      careSetting: 'OUTPATIENT',
      billingClass: 'BOTH',
    };
    expect(theOne(statements, { ...common, amountKind: 'BILLED_CHARGE' }).values).toMatchObject({
      amount: 50_000,
      n: 1,
      payerStated: null,
    });
    expect(theOne(statements, { ...common, amountKind: 'SELF_PAY_PRICE' }).values.amount).toBe(40_000);
    expect(theOne(statements, { statistic: 'RANGE' }).values).toMatchObject({
      amount: null,
      minimum: 8050,
      maximum: 25_000,
    });
    expect(theOne(statements, { payerStated: 'Other Payer' }).values).toMatchObject({
      network: 'HMO',
      payerId: null,
      amountKind: 'NEGOTIATED_RATE',
      negotiatedType: 'FEE_SCHEDULE',
      amount: 8050,
    });
    expect(theOne(statements, { payerStated: 'Other Payer' }).envelope.note).toBe(
      'Licence TX 000. Type 2 NPI 1111111111, 2222222222.',
    );
    expect(entities.map(({ row }) => row.id)).toEqual(['BillingCode:CPT:99901']);
    expect(entities.some(({ row }) => JSON.stringify(row).includes('synthetic'))).toBe(false);
  });

  test('are known by their first record, in any case and order, and say hospital and day', () => {
    const known = {
      release: 'Synthetic Hospital 2026-04-01',
      from: '2026-04-01',
      published: '2026-04-01',
    };
    expect(hospitalPrices.recognise(sighting(csv([tall])))).toEqual(known);
    expect(
      hospitalPrices.recognise(
        sighting(`\uFEFF\n${csv([wide]).replace('hospital_name', ' Hospital_Name ')}`),
      ),
    ).toEqual(known);
    expect(hospitalPrices.recognise(sighting(json([jsonItem])))).toEqual(known);
    const { 'license_number|TX': _, ...bare } = about;
    const bracketed = { ...bare, 'license_number | [TX]': '000', [`${statement}\nSigned`]: 'true' };
    const text = [Object.keys(bracketed), Object.values(bracketed)]
      .map((line) => `${cells(line)}\n`)
      .join('');
    expect(hospitalPrices.recognise(sighting(`,,,\r\n${text}`))).toEqual(known);
    expect(hospitalPrices.recognise(sighting(csv([tall], { last_updated_on: 'July 1 2024' })))).toMatchObject(
      { from: undefined },
    );
    expect(hospitalPrices.recognise(sighting('HCPCS,MOD,PRICE\n99901,,1\n'))).toBeUndefined();
    expect(hospitalPrices.recognise(sighting('{"in_network":[]}'))).toBeUndefined();
  });

  test('say whose they are wherever that stands: by licence and state, else by NPI, and by name only at last', async () => {
    const text = `{"standard_charge_information":[${' '.repeat(70_000)}`;
    const named = sighting(text, '111111111_synthetic-hospital_standardcharges.json');
    expect(hospitalPrices.recognise(named)).toEqual({});

    const publisher = async (more: Readonly<Record<string, string>>) =>
      (await of(csv([tall], more))).publication?.publisher;
    expect(await publisher({ 'license_number|TX': '12|7|12' })).toBe('licence TX 12');
    // What has no digit but zeros is no licence.
    expect(await publisher({})).toBe('npi 1111111111 | 2222222222');
    expect(await publisher({ type_2_npi: 'N/A', ccn: '450001' })).toBe('cms 450001');
    expect(await publisher({ type_2_npi: '' })).toBe('name synthetic hospital TX');
    await expect(publisher({ type_2_npi: '', hospital_name: '' })).rejects.toThrow(
      'hospital_name: The file does not say whose prices these are',
    );
    const licence = { license_information: { state: 'tx', license_number: 12 }, type_2_npi: null };
    const late = json([jsonItem]).replace('{"hospital_name":"Synthetic Hospital",', '{');
    const root = { ...JSON.parse(late), ...licence, hospital_name: 'Synthetic Hospital' };
    expect((await of(JSON.stringify(root))).publication).toEqual({
      publisher: 'licence TX 12',
      name: 'Synthetic Hospital',
      marks: ['synthetic hospital', '1 synthetic street'],
      whole: true,
    });
  });

  test('of one licensee for several locations are files of their own, with prices of their own', async () => {
    const keys: string[] = [];
    for (const location of ['Synthetic North', 'Synthetic South']) {
      const texts = [
        csv([wide], { location_name: `${location}|Synthetic Clinic` }),
        json([jsonItem], { location_name: [location, 'Synthetic Clinic'] }),
        JSON.stringify(JSON.parse(json([jsonItem], { location_name: [location] })), null, 2),
      ];
      for (const text of texts) expect((await of(text)).publication?.marks).toEqual([location.toLowerCase()]);
      const [one, other] = [await of(texts[0] ?? ''), await of(texts[1] ?? '')];
      expect(said(other.statements)).toEqual(said(one.statements));
      keys.push(...one.statements.map(({ key }) => key));
    }
    expect(new Set(keys).size).toBe(10);
  });

  test('have a version that may be said in words', async () => {
    for (const version of ['V3.0.0', 'Version 3.0.0', 'CMS Template v3.0', '3'])
      expect((await of(csv([tall], { version }))).statements).toHaveLength(4);
  });

  test('have methods whose words may be separated by underscores', async () => {
    const method = { 'standard_charge|methodology': 'Fee_Schedule' };
    const { statements } = await of(csv([{ ...tall, ...method }]));
    expect(theOne(statements, { payerStated: 'Synthetic Payer' }).values.negotiatedType).toBe('FEE_SCHEDULE');
  });

  test('name no payer that is not known, and the known one by its name alone', async () => {
    const { statements } = await of(csv([tall, other]), {
      payerNamed: (name) => (name === 'Other Payer' ? 'other' : undefined),
    });
    expect(theOne(statements, { payerStated: 'Other Payer' }).values.payerId).toBe('Payer:other');
    expect(theOne(statements, { payerStated: 'Synthetic Payer' }).values.payerId).toBeNull();
  });

  test('tell percentages, formulas and what was allowed in the past apart from dollars', async () => {
    const none = {
      'standard_charge|negotiated_dollar': '',
      'standard_charge|min': '',
      'standard_charge|max': '',
    };
    const allowed = { median_amount: '7500.5', '10th_percentile': '3000', '90th_percentile': '9000' };
    const rows = [
      {
        ...tall,
        ...none,
        ...allowed,
        'standard_charge|negotiated_percentage': '62.5',
        count: '14',
        'standard_charge|methodology': 'percent of total billed charges',
      },
      {
        ...other,
        ...none,
        ...allowed,
        'standard_charge|negotiated_algorithm': '110 % of cost',
        count: '1 through 10',
        'standard_charge|methodology': 'other',
        additional_generic_notes: 'synthetic',
      },
    ];
    const signed = rows.map((row) => ({
      ...row,
      'standard_charge|negotiated_percentage': row['standard_charge|negotiated_percentage'].replace(
        '62.5',
        '62.5%',
      ),
    }));
    expect(said((await of(csv(signed))).statements)).toEqual(said((await of(csv(rows))).statements));
    const { statements, reports } = await of(csv(rows));
    expect(reports).toEqual([]);
    expect(theOne(statements, { amountKind: 'NEGOTIATED_PERCENTAGE' }).values).toMatchObject({
      amount: 6250,
      negotiatedType: 'PERCENT_OF_BILLED_CHARGES',
    });
    const formula = theOne(statements, { amountKind: 'NEGOTIATED_RATE' });
    expect(formula.values).toMatchObject({ amount: null, n: null, algorithm: '110 % of cost' });
    expect(formula.envelope.valueState).toBe('NO_VALUE');
    const median = { statistic: 'MEDIAN', amount: 750_050, p10: 300_000, p50: 750_050, p90: 900_000 };
    expect(theOne(statements, { amountKind: 'ALLOWED_AMOUNT', network: 'PPO' }).values).toMatchObject({
      ...median,
      n: 14,
    });
    const uncounted = await of(csv(rows.map((row) => ({ ...row, count: '0' }))));
    expect(theOne(uncounted.statements, { amountKind: 'ALLOWED_AMOUNT', network: 'PPO' })).toMatchObject({
      values: { ...median, n: 0 },
      envelope: { note: expect.stringContaining('counts no allowed amounts, and gives figures') },
    });
    const few = theOne(statements, { amountKind: 'ALLOWED_AMOUNT', network: 'HMO' });
    expect(few.values).toMatchObject({ ...median, n: null });
    expect(few.envelope.note).toContain('1 through 10 allowed amounts');
  });

  test('of the second version give an estimate in place of the median', async () => {
    const second = { version: '2.2.0', hospital_location: 'Synthetic' };
    const { statements } = await of(csv([{ ...tall, estimated_amount: '123.45' }], second));
    expect(theOne(statements, { amountKind: 'ALLOWED_AMOUNT' }).values).toMatchObject({
      statistic: 'MEAN',
      amount: 12_345,
    });
  });

  test('count the own prices of an item once, though the tall layout repeats them, and several items each', async () => {
    const third = { ...tall, payer_name: 'Third', 'standard_charge|min': '70' };
    const another = { ...tall, description: 'synthetic, another', 'standard_charge|gross': '700' };
    const { statements } = await of(csv([tall, other, another, third]));
    expect(theOne(statements, { amountKind: 'BILLED_CHARGE' }).values).toMatchObject({
      n: 2,
      minimum: 50_000,
      maximum: 70_000,
    });
    expect(theOne(statements, { statistic: 'RANGE' }).values).toMatchObject({
      minimum: 7000,
      maximum: 25_000,
    });
  });

  test('tell modifiers, settings, classes and amounts of a drug apart', async () => {
    const rows = [
      tall,
      { ...tall, modifiers: '26' },
      { ...tall, modifiers: 'tc', modifier: '26' },
      { ...tall, setting: 'Inpatient' },
      { ...tall, billing_class: 'Facility' },
      { ...tall, drug_unit_of_measurement: '100', drug_type_of_measurement: 'ML' },
    ];
    const { statements } = await of(csv(rows));
    const gross = statements.filter(({ values }) => values.amountKind === 'BILLED_CHARGE');
    expect(gross).toHaveLength(rows.length);
    expect(theOne(gross, { modifiers: '["26","TC"]' }).values.n).toBe(1);
    expect(theOne(gross, { billingClass: 'INSTITUTIONAL' }).values.n).toBe(1);
    expect(theOne(gross, { measure: 'gross charge for 100 ML' }).values.n).toBe(1);
  });
});

describe('headings of the wide layout', () => {
  const plan = (payer: string, ...plans: readonly string[]) => [
    'standard_charge',
    payer,
    ...plans,
    'negotiated_dollar',
  ];
  const heading = (parts: readonly string[]) => ({ ...item, [parts.join('|')]: '99' });

  test.each([
    ['in the brackets of the template', plan('[Synthetic, Inc.]', '[PPO]'), 'Synthetic, Inc.', 'PPO'],
    [
      'with numbers in brackets of their own',
      plan('Synthetic [1001]', 'PPO [2]'),
      'Synthetic [1001]',
      'PPO [2]',
    ],
    ['with a plan that has a bar in its name', plan('Synthetic', 'HMO', 'PPO'), 'Synthetic', 'HMO|PPO'],
    ['without a plan', plan('Synthetic'), 'Synthetic', null],
    ['with an empty plan', plan('Synthetic', ' '), 'Synthetic', null],
  ])('are read %s', async (_, parts, payerStated, network) => {
    const { statements } = await of(csv([heading(parts)]));
    expect(theOne(statements, { payerStated }).values).toMatchObject({ network, amount: 9900 });
  });

  test.each([
    'standard_charged|Synthetic|PPO|negotiated_dollar',
    'standard_charge|Synthetic|PPO|negotiated rate',
    'standard_charge|[payer_name]|[plan_name]|negotiated_dollar',
    'standard_charge|estimated_discounted_cash',
  ])('that are of charges and of no template are told and not read: %s', async (name) => {
    const { statements, reports } = await of(csv([{ ...wide, [name]: '99' }]));
    expect(statements).toHaveLength(5);
    expect(reports[0]).toContain(
      `1 headings of charges are of no template and not read, such as ${JSON.stringify(name)}`,
    );
  });

  test('of a column that the hospital added, such as one that counts, make no plan', async () => {
    const { statements, reports } = await of(csv([{ ...tall, 'count|visits': '3' }]));
    expect(theOne(statements, { payerStated: 'Synthetic Payer' }).values.amount).toBe(25_000);
    expect(reports).toEqual([]);
  });

  test('of both layouts in one file are refused', async () => {
    await expect(of(csv([{ ...wide, ...agreed }]))).rejects.toThrow('These headings are of both layouts');
  });
});

describe('quotes', () => {
  /** The text with the first description written as it stands, its quotes not doubled. */
  const described = (raw: string, rows = [tall, other]) => csv(rows).replace('\nsynthetic,', `\n${raw},`);

  test('within cells, doubled quotes and line ends in quoted cells are read as what they stand for', async () => {
    const expected = said((await of(csv([tall, other]))).statements);
    for (const raw of [
      'SYNTHETIC 5" X 2"',
      '"synthetic ""5"" x',
      '"synthetic\n""5"" x"',
      '"synthetic 5" x"',
    ]) {
      const text = described(raw.startsWith('"synthetic ""') ? `${raw}"` : raw);
      const { statements, skipped } = await of(text, {}, 7);
      expect(skipped).toEqual({});
      // The description tells items apart, so that the own charges of the two rows count twice.
      expect(statements.map(({ values }) => [values.payerStated, values.amount])).toEqual(
        expect.arrayContaining(expected.map(({ values }) => [values.payerStated, values.amount])),
      );
    }
  });

  test('that move cells or swallow rows leave these out, which is told', async () => {
    const moved = await of(described('"TUBE 5", SOFT"'));
    expect(moved.skipped).toEqual({ 'row with quotes that do not come out even': 1 });
    expect(moved.statements.some(({ values }) => values.payerStated === 'Synthetic Payer')).toBe(false);
    expect(theOne(moved.statements, { payerStated: 'Other Payer' }).values.amount).toBe(8050);
    const swallowed = await of(
      described('"synthetic', [tall, { ...other, description: 'TUBE 5" SOFT' }, tall]).replace(
        '"TUBE 5"" SOFT"',
        'TUBE 5" SOFT',
      ),
    );
    expect(swallowed.skipped).toEqual({ 'row with quotes that do not come out even': 1 });
    expect(theOne(swallowed.statements, { payerStated: 'Synthetic Payer' }).values.amount).toBe(25_000);
  });

  test('are no reason to leave rows out that are as long as the others, commas at the end included', async () => {
    const lines = csv([tall, { ...other, description: 'synthetic "x"' }])
      .trimEnd()
      .split('\n');
    const text = lines.map((line, place) => (place < 3 ? line : `${line},,`)).join('\n');
    const { statements, skipped } = await of(text);
    expect(skipped).toEqual({});
    expect(theOne(statements, { payerStated: 'Other Payer' }).values.amount).toBe(8050);
  });
});

describe('what is no price', () => {
  test('is left out and counted: nine nines, zero, words; empty cells and N/A are none', async () => {
    const rows = [
      {
        ...tall,
        'standard_charge|negotiated_dollar': '999999999',
        'standard_charge|gross': '0',
        'standard_charge|min': '999999999',
      },
      {
        ...other,
        'standard_charge|negotiated_dollar': 'call us',
        'standard_charge|discounted_cash': 'N/A',
        'standard_charge|gross': '$1,453.52 ',
      },
    ];
    const { statements, skipped, reports } = await of(csv(rows));
    const nine = theOne(statements, { payerStated: 'Synthetic Payer' });
    expect(nine.values).toMatchObject({ amount: null, n: 0, placeholders: 1 });
    expect(nine.envelope.valueState).toBe('UNKNOWN_VALUE');
    expect(theOne(statements, { amountKind: 'BILLED_CHARGE' }).values).toMatchObject({
      amount: 145_352,
      n: 1,
      zeros: 1,
    });
    expect(theOne(statements, { amountKind: 'SELF_PAY_PRICE' }).values.n).toBe(1);
    expect(theOne(statements, { statistic: 'RANGE' }).values).toMatchObject({ minimum: 8050 });
    expect(skipped).toEqual({
      'price that is none': 1,
      'placeholder or zero in place of a figure that the file works out': 1,
    });
    expect(reports[0]).toContain('The validator of CMS (template v3.0.0) finds');
    expect(reports.join('\n')).toContain(
      'line 5 P: "standard_charge|negotiated_dollar" value "call us" is not a positive number',
    );
  });

  test('codes are those of type CPT and HCPCS alone, whatever the number and however it is written', async () => {
    const typed = (code: string, type: string) => ({ ...tall, 'code|2': code, 'code|2|type': type });
    const rows = [
      typed('99901', 'CDM'),
      typed('D0120', 'CDT'),
      typed('0320', 'CPT'),
      { ...tall, 'code|1': '', 'code|1|type': '', 'code|2': '', 'code|2|type': '' },
      typed(' g0130 ', 'hcpcs'),
      typed('99903', 'CPT/HCPCS'),
      typed('99904', 'CPT-4'),
    ];
    const { statements, skipped } = await of(csv(rows));
    expect(new Set(statements.map(({ values }) => values.subjectId))).toEqual(
      new Set(['BillingCode:HCPCS_LEVEL_II:G0130', 'BillingCode:CPT:99903', 'BillingCode:CPT:99904']),
    );
    expect(skipped).toEqual({
      'code of another system than CPT and HCPCS': 1,
      'dental code, which belongs to the ADA': 1,
      'code that is not of the form of one': 1,
      'modifier or item without a code': 1,
    });
  });

  test('chosen codes alone are read, and only what they have is validated', async () => {
    const bad = { ...tall, 'code|2': '99902', setting: 'nowhere' };
    const badJson = {
      ...jsonItem,
      code_information: [{ code: '99902', type: 'CPT' }],
      standard_charges: [{ setting: 'nowhere' }],
    };
    for (const text of [csv([bad, tall]), json([badJson, jsonItem])]) {
      const chosen = await of(text, { codes: ['99901'] });
      expect(new Set(chosen.statements.map(({ values }) => values.subjectId))).toEqual(
        new Set(['BillingCode:CPT:99901']),
      );
      expect(chosen.skipped).toEqual({ 'code not among those wanted': 1 });
      expect(chosen.reports).toEqual([]);
      expect((await of(text)).reports[0]).toContain('in the file');
      expect((await of(text, { codes: ['99903'] })).reports).toEqual([]);
    }
  });

  test('a row with more cells than headings is left out', async () => {
    const { statements, skipped } = await of(
      `${csv([tall])}${cells([...Object.values(other), 'shifted'])}\n`,
    );
    expect(statements.filter(({ values }) => values.payerStated === 'Other Payer')).toEqual([]);
    expect(skipped).toEqual({ 'row with more cells than headings': 1 });
  });
});

describe('a file of no template', () => {
  const oldCsv =
    'Synthetic Hospital,,\nPrices,,\nProcedure Code,Gross Charge,Discounted Cash Price\n99901,1,2\n';
  const oldJson = '{"code":"99901","gross charge":"1","payer-specific negotiated charge":"2"}\n';

  test('from before there were templates is known, and refused with the templates that are read', async () => {
    for (const text of [oldCsv, oldJson]) {
      expect(hospitalPrices.recognise(sighting(text))?.from).toBeDefined();
      await expect(of(text)).rejects.toThrow(
        'of no template. Read are the CMS templates 2.0, 2.1, 2.2 and 3.0',
      );
    }
  });

  test.each([
    [csv([tall], { version: '1.1.0' }), 'version "1.1.0"'],
    [json([jsonItem], { version: '4.0.0' }), 'version "4.0.0"'],
    [csv([{ description: 'x', setting: 'both' }]), 'lack code|1 with code|1|type and standard_charge|…'],
    [
      csv([tall]).replace('standard_charge|max', 'standard_charge | MIN'),
      'This heading stands in the file twice',
    ],
    [csv([tall]).split('\n').slice(0, 2).join('\n'), 'does not begin with a record of names'],
    [
      json([jsonItem]).replace('standard_charge_information', 'standard_charges'),
      'standard_charge_information: Expected a list at the root of the file',
    ],
    [csv([tall]).replaceAll(',', ';'), 'separated by commas'],
    [json([jsonItem]).slice(0, -20), 'The file ends within standard_charge_information'],
  ])('is refused with what is wrong', async (text, message) => {
    await expect(of(text)).rejects.toThrow(message);
  });

  test('is one where a heading of a figure stands twice; one of a note or of an added column may', async () => {
    const text = csv([{ ...tall, additional_generic_notes: 'one', 'Added by us': '1' }]);
    const repeated = text
      .replace('Added by us', 'Added by us,additional_generic_notes , added by us')
      .replace(/,one,1\n/, ',one,1,two,2\n');
    expect(repeated).not.toBe(text);
    const found = await of(repeated);
    expect(found.statements).toEqual((await of(text)).statements);
    expect(found.reports).toContainEqual(
      expect.stringContaining(
        '2 headings stand in the file more than once, such as "additional_generic_notes"',
      ),
    );
    for (const heading of ['code|2', 'payer_name', 'median_amount', 'setting'])
      await expect(of(text.replace('Added by us', heading)), heading).rejects.toThrow(
        'stands in the file twice',
      );
  });

  test('in CP1252 is read as such, CSV and JSON', async () => {
    for (const text of [
      csv([tall], { hospital_name: 'Caf\u00e9' }),
      json([jsonItem], { hospital_name: 'Caf\u00e9' }),
    ]) {
      const bytes = Buffer.from(text, 'latin1');
      await expect(of(bytes)).rejects.toThrow('is not UTF-8');
      const { statements } = await of(bytes, { encoding: 'windows-1252' });
      expect(statements[0]?.values.facility).toBe('Café');
    }
  });
});

describe('official files', () => {
  const encoded = (path: string) => {
    const bytes = readFileSync(path);
    return { bytes, encoding: isUtf8(bytes) ? ('utf-8' as const) : ('windows-1252' as const) };
  };
  const fixtures = join(
    createRequire(import.meta.url).resolve('@cmsgov/hpt-validator'),
    '../../test/fixtures',
  );

  test.each([
    ['sample-tall-valid.csv', 11, undefined],
    ['sample-tall-mixed-line-endings.csv', 11, undefined],
    ['sample-tall-small-rows.csv', 11, undefined],
    ['sample-wide-valid.csv', 11, undefined],
    ['sample-blank-header.csv', 11, undefined],
    ['sample-no-data.csv', 0, '1 error'],
    ['sample-bad-header.csv', 11, 'the remaining rows were not evaluated'],
    ['sample-lots-of-errors.csv', 10, '22 errors'],
    ['sample-valid.json', 13, undefined],
    ['sample-valid-bom.json', 13, undefined],
    ['false-confirmation.json', 13, 'Affirmation value is false'],
    ['3.0/sample-valid.json', 13, undefined],
    ['3.0/allowed-amounts-nine-9s.json', 12, '4 alerts'],
    ['3.0/sample-missing-10th.json', 13, "must have required property '10th_percentile'"],
    ['3.0/unexpected-version.json', 13, "must have required property 'hospital_location'"],
  ])('of the validator are read: %s', async (name, count, report) => {
    const { bytes, encoding } = encoded(join(fixtures, name));
    const { statements, reports } = await of(bytes, { encoding });
    expect(statements).toHaveLength(count);
    if (report === undefined) expect(reports).toEqual([]);
    else expect(reports.join('\n')).toContain(report);
  });

  test.each([
    ['sample-invalid.json', 'This is not JSON'],
    ['unexpected-version.json', 'version "1.0.0"'],
  ])('of the validator that cannot be read are refused: %s', async (name, message) => {
    await expect(of(readFileSync(join(fixtures, name)))).rejects.toThrow(message);
  });

  const examples = ['CSV/Tall_Format_Examples', 'CSV/Wide_Format_Examples', 'JSON'];
  const of3 = examples.flatMap((folder) => excerptsOf(`hpt/cms/examples/${folder}`));
  const of2 = examples.flatMap((folder) => excerptsOf(`hpt/cms/archive/examples/${folder}`));
  test.skipIf(of3.length + of2.length === 0)(
    'of CMS say the same in all layouts, and the validator has nothing to report',
    async () => {
      for (const paths of [of3, of2]) {
        const found: unknown[] = [];
        for (const path of paths) {
          const { bytes, encoding } = encoded(path);
          const { statements, reports } = await of(bytes, { encoding });
          // The example of the second version has modifiers without a code, which the validator does not take.
          const ofProvisions = 'It states general contract provisions';
          if (paths === of3) expect(reports, path).toEqual([expect.stringMatching(`^${ofProvisions}`)]);
          // One layout writes names of payers with underscores, another puts four items into one; ranges by row.
          found.push(
            statements
              // One layout alone notes of which days of a stay each rate is.
              .filter(({ values }) => values.statistic !== 'RANGE' && values.negotiatedType !== 'PER_DIEM')
              .map(({ values }) =>
                JSON.stringify([
                  values.subjectId,
                  values.amountKind,
                  String(values.payerStated).replaceAll('_', ' '),
                  values.amount,
                  values.payerStated && values.n,
                ]),
              )
              .sort(),
          );
        }
        expect(found).toEqual(found.map(() => found[0]));
      }
    },
  );

  const legacy = excerptsOf('hpt/legacy-2021-tx');
  test.skipIf(legacy.length === 0)('from before the templates are refused', async () => {
    for (const path of legacy) {
      const { bytes, encoding } = encoded(path);
      expect(hospitalPrices.recognise(sighting(bytes.toString('latin1'))), path).toBeDefined();
      await expect(of(bytes, { encoding }), path).rejects.toThrow('of no template');
    }
  });
});
