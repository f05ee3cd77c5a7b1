/** Words of price files that name no known term tell prices apart all the same, and are told. Synthetic files. */

import { describe, expect, test } from 'vitest';
import { hospitalPrices } from '../../../../seed/official/hospital-prices/hospital-prices.ts';
import { ticAllowedAmounts } from '../../../../seed/official/payer-prices/allowed-amounts.ts';
import { baseIn } from '../../../../seed/official/prices/percentage-base.ts';
import { inMemory } from '../../kit/file-trial.ts';
import { readPrices, theOne } from '../../kit/price-trial.ts';
import { hospital, type PriceRow, payer, plan, price, priced } from './synthetic-prices.ts';

const rate = (dollars: string, more: PriceRow = {}) => ({
  ...plan,
  'standard_charge|negotiated_dollar': dollars,
  ...more,
});
const method = 'standard_charge|methodology';

describe('a hospital’s word for', () => {
  test('a methodology that no template has is a note, and prices of two are two', async () => {
    const { statements, skipped } = await hospital([
      rate('10', { [method]: 'APC rate' }),
      rate('20', { [method]: 'ASP + 6%' }),
      rate('30', { [method]: '' }),
      rate('40', { [method]: 'Percentage of Billed Charges' }),
      rate('50', { [method]: 'per-diem' }),
    ]);
    expect(
      statements.map(({ values }) => [values.amount, values.negotiatedType, values.additionalNotes]),
    ).toEqual([
      [1000, null, 'methodology APC rate'],
      [2000, null, 'methodology ASP + 6%'],
      [3000, null, null],
      [4000, 'PERCENT_OF_BILLED_CHARGES', null],
      [5000, 'PER_DIEM', null],
    ]);
    expect(skipped).toEqual({ 'methodology of no known name, its words kept as a note': 2 });
  });

  test('a methodology may name the base of a percentage', async () => {
    const share = { ...plan, 'standard_charge|negotiated_percentage': '65' };
    const { statements } = await hospital([
      { ...share, [method]: 'percent of gross charges' },
      { ...share, [method]: '% of Medicare' },
    ]);
    expect(statements.map(({ values }) => values.percentageBase)).toEqual(['BILLED_CHARGE', 'MEDICARE']);
  });

  test('a setting, a kind of claim or a revenue code is read, or a note', async () => {
    const { statements } = await hospital([
      rate('10', { setting: 'OP', billing_class: 'Hospital' }),
      rate('20', { setting: 'Inpatient & Outpatient', billing_class: 'Physician' }),
      rate('30', { setting: 'Emergency', billing_class: 'Technical' }),
      rate('40', { 'code|2': '032X', 'code|2|type': 'RC' }),
    ]);
    expect(
      statements.map(({ values }) => [
        ...[values.amount, values.careSetting, values.billingClass, values.additionalNotes],
      ]),
    ).toEqual([
      [1000, 'OUTPATIENT', 'INSTITUTIONAL', null],
      [2000, 'BOTH', 'PROFESSIONAL', null],
      [3000, null, 'BOTH', 'setting Emergency | billing class Technical'],
      [4000, 'OUTPATIENT', 'BOTH', 'revenue code 032X'],
    ]);
  });

  test.each(['N/A', 'None', 'null', '-', 'NaN', 'Not Applicable'])(
    'nothing is no formula and no note: %s',
    async (word) => {
      const words = { 'standard_charge|negotiated_algorithm': word, additional_generic_notes: word };
      const { statements, skipped } = await hospital([
        rate('10', { [method]: '' }),
        rate('10', { ...words, [method]: word }),
        { ...plan, ...words },
      ]);
      expect(theOne(statements, {}).values).toMatchObject({ n: 2, algorithm: null, additionalNotes: null });
      expect(skipped).toEqual({ 'row without a figure that is read': 1 });
      const noted = await payer([priced([price(5, { additional_information: word })])]);
      expect(theOne(noted.statements, {}).values.additionalNotes).toBeNull();
    },
  );

  test('a kind of claim that is not known leaves open with what a price is to be compared', async () => {
    const { statements } = await hospital([rate('5000'), rate('5000', { billing_class: 'Global' })], {
      medicareAmount: () => 88_91,
    });
    expect(statements.map(({ values }) => values.highOutliers)).toEqual([1, null]);
  });

  test('a heading has blanks, capitals or hyphens in it', async () => {
    const lines = [
      'Hospital Name,Last Updated On,Version,License Number|TX',
      'Synthetic Hospital,2026-04-01,3.0.0,1',
      'Description,Code | 1,Code | 1 | Type,Setting,Billing Class,Standard-Charge | Gross,Modifier Code,Payer Name,Plan Name,Standard Charge | Negotiated Dollar,Additional Generic Notes',
      'x,77080,CPT,outpatient,professional,100,26,Synthetic Payer,PPO,50,APC',
    ];
    const head = lines.join('\n');
    expect(hospitalPrices.recognise({ name: 'synthetic.csv', head, members: [] })?.from).toBe('2026-04-01');
    const { statements } = await readPrices(hospitalPrices, inMemory(head, { chunk: 500 }), {
      from: '2026-04-01',
    });
    expect(theOne(statements, { payerStated: 'Synthetic Payer' }).values).toMatchObject({
      ...{ billingClass: 'PROFESSIONAL', modifiers: '["26"]', additionalNotes: 'APC', amount: 5000 },
    });
    expect(theOne(statements, { amountKind: 'BILLED_CHARGE' }).values.amount).toBe(10_000);
  });

  test('the unit of a drug is the same in small letters and with a point', async () => {
    const drug = (unit: string, type: string) => ({
      ...{ 'code|1': 'J0897', 'code|1|type': 'HCPCS' },
      ...{ drug_unit_of_measurement: unit, drug_type_of_measurement: type },
    });
    const { statements } = await hospital([
      rate('5', drug('1', 'ML')),
      rate('5', drug('1.0', 'ml')),
      rate('7', drug('60', 'ME')),
      rate('9', drug('', '')),
    ]);
    expect(statements.map(({ values }) => [values.measure, values.n])).toEqual([
      ['negotiated charge for 1 ML', 2],
      ['negotiated charge for 60 ME', 1],
      ['negotiated charge', 1],
    ]);
  });

  test('a setting or a note is a list in JSON', async () => {
    const agreed = { payer_name: 'Synthetic Payer', plan_name: 'PPO', methodology: 'case rate' };
    const text = JSON.stringify({
      hospital_name: 'Synthetic Hospital',
      last_updated_on: '2026-04-01',
      version: '3.0.0',
      standard_charge_information: [
        {
          code_information: [{ code: '77080', type: 'CPT' }],
          standard_charges: [
            {
              setting: ['inpatient', 'outpatient'],
              payers_information: [
                { ...agreed, standard_charge_dollar: 7, additional_payer_notes: ['APC', 'per visit'] },
                { ...agreed, standard_charge_dollar: 8 },
              ],
            },
          ],
        },
      ],
    });
    const { statements } = await readPrices(hospitalPrices, inMemory(text, { chunk: 500 }));
    expect(
      statements.map(({ values }) => [values.amount, values.careSetting, values.additionalNotes]),
    ).toEqual([
      [700, 'BOTH', 'APC | per visit'],
      [800, 'BOTH', null],
    ]);
  });
});

test('an object in place of a list of a hospital is the only one of it', async () => {
  const head = { last_updated_on: '2026-04-01', version: '3.0.0' };
  const agreed = { payer_name: 'Synthetic Payer', plan_name: 'PPO', standard_charge_dollar: 5 };
  const standard_charges = { setting: 'outpatient', gross_charge: 100, payers_information: agreed };
  const charged = JSON.stringify({
    ...{ hospital_name: 'Synthetic Hospital', ...head },
    standard_charge_information: [{ code_information: { code: '77080', type: 'CPT' }, standard_charges }],
  });
  const ofHospital = await readPrices(hospitalPrices, inMemory(charged, { chunk: 500 }));
  expect(ofHospital.statements.map(({ values }) => values.amount)).toEqual([10_000, 500]);
});

describe('a payer’s word for', () => {
  test('where and how a rate holds is read, or a note', async () => {
    const { statements, skipped } = await payer([
      priced([
        price(10, { setting: 'IP' }),
        price(20, { setting: 'emergency' }),
        price(30, { billing_class: 'facility' }),
        price(40, { billing_class: 'DME' }),
        price(50, { negotiated_type: 'case rate' }),
        price(60, { setting: ['inpatient', 'outpatient'] }),
        price(70, { additional_information: ['first', 'second'] }),
        price(80, { service_code: '22, 11' }),
      ]),
      priced([price(90)], { negotiation_arrangement: 'case' }),
      priced([price(80, { service_code: ['11', '22'] })], { negotiation_arrangement: 'Fee-for-Service' }),
    ]);
    expect(
      statements.map(({ values }) => [
        ...[values.amount, values.careSetting, values.billingClass, values.additionalNotes],
      ]),
    ).toEqual([
      [1000, 'INPATIENT', 'PROFESSIONAL', null],
      [2000, null, 'PROFESSIONAL', 'setting emergency'],
      [3000, 'OUTPATIENT', 'INSTITUTIONAL', null],
      [4000, 'OUTPATIENT', 'BOTH', 'billing class DME'],
      [5000, 'OUTPATIENT', 'PROFESSIONAL', 'negotiated type case rate'],
      [6000, 'BOTH', 'PROFESSIONAL', null],
      [7000, 'OUTPATIENT', 'PROFESSIONAL', 'first | second'],
      [8000, 'OUTPATIENT', 'PROFESSIONAL', null],
      [9000, 'OUTPATIENT', 'PROFESSIONAL', 'arrangement case'],
    ]);
    expect(theOne(statements, { amount: 8000 }).values).toMatchObject({ places: '["11","22"]', n: 2 });
    expect(Object.keys(skipped)).toHaveLength(4);
  });

  test('the setting of what was allowed is a note too', async () => {
    const text = JSON.stringify({
      reporting_entity_name: 'Synthetic Plan',
      last_updated_on: '2026-06-01',
      out_of_network: ['emergency', 'OP'].map((setting) => ({
        ...{ billing_code_type: 'CPT', billing_code: '77080' },
        allowed_amounts: [{ setting, payments: [{ allowed_amount: 40, providers: [] }] }],
      })),
    });
    const { statements } = await readPrices(ticAllowedAmounts, inMemory(text, { chunk: 500 }));
    expect(statements.map(({ values }) => [values.careSetting, values.additionalNotes])).toEqual([
      [null, 'setting emergency'],
      ['OUTPATIENT', null],
    ]);
  });
});

test.each([
  ['65% of Medicare', 'MEDICARE'],
  ['120 MCR', 'MEDICARE'],
  ['Medicare members: of the Medicare rate', 'MEDICARE'],
  ['Medicare Advantage', undefined],
  ['MCR ADV', undefined],
  ['Managed Medicare', undefined],
  ['Medicaid plan', undefined],
  ['Excludes Medicare and Medicaid members', undefined],
  ['non-Medicare', undefined],
  ['bill type 131', undefined],
  ['billed with modifier 26', undefined],
  ['no charge below the deductible', undefined],
  ['no cost sharing', undefined],
  ['percent of total billed charges, Medicare Advantage members only', 'BILLED_CHARGE'],
  ['of Medicare, not to exceed billed charges', 'OTHER'],
  ['of charges, implants at cost', 'OTHER'],
  ['of the Medicaid rate', 'OTHER'],
])('a percentage with the words %j is of %s', (words, base) => {
  expect(baseIn(words)).toBe(base);
});
