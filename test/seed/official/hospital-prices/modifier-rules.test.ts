/** Reads what hospital files state of modifiers without a code, and their contract provisions. Synthetic, and real files where they are at hand. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Stated } from '../../../../seed/load/format/format.ts';
import { hospitalPrices } from '../../../../seed/official/hospital-prices/hospital-prices.ts';
import { excerpt, inMemory } from '../../kit/file-trial.ts';
import { readPrices, theOne } from '../../kit/price-trial.ts';

type Options = Parameters<typeof readPrices>[2];

const of = (content: string | Uint8Array, options: Options = {}) =>
  readPrices(hospitalPrices, inMemory(content, { chunk: 500, name: 'synthetic_standardcharges' }), {
    from: '2026-04-01',
    payerNamed: (name) => (name === 'Aetna' ? 'aetna' : undefined),
    ...options,
  });
const rulesIn = (statements: readonly Stated[]) =>
  statements.filter(({ table }) => table.type === 'PayerModifierRule');

const json = (more: object) =>
  JSON.stringify({
    hospital_name: 'Synthetic Hospital',
    last_updated_on: '2026-04-01',
    version: '3.0.0',
    license_information: { state: 'TX', license_number: '000' },
    standard_charge_information: [
      {
        description: 'synthetic',
        code_information: [{ code: '77080', type: 'CPT' }],
        standard_charges: [{ setting: 'outpatient', gross_charge: 500 }],
      },
    ],
    ...more,
  });
const words = '40% of the global rate';
const modifier_information = [
  {
    code: '26',
    description: 'a name that is not to be stored',
    setting: 'both',
    modifier_payer_information: [
      { payer_name: 'Aetna', plan_name: 'PPO', description: words },
      { payer_name: 'Synthetic Payer', plan_name: 'HMO', description: words },
    ],
  },
];
const tallHead = [
  'hospital_name,last_updated_on,version,license_number|TX',
  'Synthetic Hospital,2026-04-01,3.0.0,000',
  'description,code|1,code|1|type,modifiers,setting,payer_name,plan_name,standard_charge|gross,standard_charge|negotiated_dollar,standard_charge|negotiated_percentage,standard_charge|negotiated_algorithm,additional_generic_notes',
];
const tall = (...rows: readonly string[]) => [...tallHead, ...rows].join('\n');

describe('modifier_information', () => {
  test('is a rule of each plan, in the words of the hospital, without the name of the modifier', async () => {
    const { statements, entities } = await of(json({ modifier_information }));
    const rules = rulesIn(statements);
    expect(rules).toHaveLength(2);
    expect(theOne(rules, { payerStated: 'Aetna' })).toMatchObject({
      from: '2026-04-01',
      at: 'modifier_information[0].modifier_payer_information[0]',
      values: {
        modifierId: 'Modifier:CPT_MODIFIER:26',
        modifiers: '["26"]',
        payerId: 'Payer:aetna',
        network: 'PPO',
        facility: 'Synthetic Hospital',
        careSetting: 'BOTH',
        amount: null,
        percentage: null,
        wording: words,
      },
    });
    expect(theOne(rules, { payerStated: 'Synthetic Payer' }).values.payerId).toBeNull();
    expect(entities.map(({ row }) => row.id)).toContain('Modifier:CPT_MODIFIER:26');
    expect(JSON.stringify([statements, entities])).not.toContain('not to be stored');
  });

  test('is read whichever codes are chosen', async () => {
    const { statements } = await of(json({ modifier_information }), { codes: ['77081'] });
    expect(rulesIn(statements)).toHaveLength(2);
  });

  test('of several modifiers together is found from each of them', async () => {
    const both = [{ ...modifier_information[0], code: '62|50' }];
    const { statements } = await of(json({ modifier_information: both }));
    expect(rulesIn(statements).map(({ values }) => [values.modifierId, values.modifiers])).toEqual(
      [1, 2].flatMap(() => [
        ['Modifier:CPT_MODIFIER:50', '["50","62"]'],
        ['Modifier:CPT_MODIFIER:62', '["50","62"]'],
      ]),
    );
  });

  test('that says two things of one plan keeps both, and one that is repeated once', async () => {
    const [one] = modifier_information;
    const rules = [
      one,
      {
        ...one,
        modifier_payer_information: [{ payer_name: 'Aetna', plan_name: 'PPO', description: 'by report' }],
      },
      one,
    ];
    const { statements } = await of(json({ modifier_information: rules }));
    expect(rulesIn(statements).map(({ values }) => [values.payerStated, values.wording])).toEqual([
      ['Aetna', words],
      ['Synthetic Payer', words],
      ['Aetna', 'by report'],
    ]);
    expect(new Set(statements.map(({ key }) => key)).size).toBe(statements.length);
  });

  test('that cannot be read is counted', async () => {
    const [payer] = modifier_information[0]?.modifier_payer_information ?? [];
    const { statements, skipped } = await of(
      json({
        modifier_information: [
          { code: 'any', modifier_payer_information: [payer] },
          { code: '', modifier_payer_information: [payer] },
          { code: '59', modifier_payer_information: [{ payer_name: 'Aetna', plan_name: 'PPO' }] },
          { code: '59', modifier_payer_information: null },
        ],
      }),
    );
    expect(rulesIn(statements)).toEqual([]);
    expect(skipped).toEqual({
      'modifier that is not of the form of one': 2,
      'modifier without a figure or words': 1,
      'modifier without a payer': 1,
    });
  });
});

describe('a row of a modifier without a code', () => {
  test('is a rule in the tall layout, with its figure and its notes', async () => {
    const { statements, skipped } = await of(
      tall(
        'not to be stored,,,50,both,Aetna,PPO,,,150,,150% payment adjustment',
        'not to be stored,,,tc,outpatient,Synthetic Payer,HMO,,12.50,,,',
        'not to be stored,,,59,outpatient,,,100,,,,',
        'synthetic,77080,CPT,,outpatient,Aetna,PPO,,40,,,',
      ),
    );
    expect(
      rulesIn(statements).map(({ at, values }) => [
        at,
        values.modifierId,
        values.payerStated,
        values.amount,
        values.percentage,
        values.wording,
      ]),
    ).toEqual([
      ['line 4', 'Modifier:CPT_MODIFIER:50', 'Aetna', null, 15_000, '150% payment adjustment'],
      ['line 5', 'Modifier:HCPCS_MODIFIER:TC', 'Synthetic Payer', 1250, null, null],
    ]);
    expect(skipped).toEqual({ 'modifier without a payer': 1 });
    expect(JSON.stringify(statements)).not.toContain('not to be stored');
  });

  test('is a rule of each plan in the wide layout, with the notes of the plan', async () => {
    const plan = (name: string) => [
      `standard_charge|${name}|PPO|negotiated_percentage`,
      `additional_payer_notes|${name}|PPO`,
    ];
    const text = [
      ...tallHead.slice(0, 2),
      [
        'description,code|1,code|1|type,modifiers,setting,standard_charge|gross',
        ...plan('Aetna'),
        ...plan('Other Payer'),
      ].join(),
      'not to be stored,,,50|62,both,,93.75,for each,87,',
      'synthetic,77080,CPT,,both,500,,,,',
    ].join('\n');
    const { statements } = await of(text);
    expect(
      rulesIn(statements).map(({ values }) => [
        values.modifierId,
        values.payerStated,
        values.percentage,
        values.wording,
      ]),
    ).toEqual([
      ['Modifier:CPT_MODIFIER:50', 'Aetna', 9375, 'for each'],
      ['Modifier:CPT_MODIFIER:62', 'Aetna', 9375, 'for each'],
      ['Modifier:CPT_MODIFIER:50', 'Other Payer', 8700, null],
      ['Modifier:CPT_MODIFIER:62', 'Other Payer', 8700, null],
    ]);
  });
});

describe('general contract provisions', () => {
  const provisions = [
    { payer_name: 'Aetna', provisions: 'Claims above $200,000.00 are paid at 50% of charges.' },
    { payer_name: 'Synthetic Payer', provisions: '' },
  ];
  test('are reported with their payers, and noted beside each price', async () => {
    const { statements, reports } = await of(json({ general_contract_provisions: provisions }));
    expect(reports).toContainEqual(
      expect.stringMatching(/^It states general contract provisions for Aetna,/),
    );
    expect(statements[0]?.envelope.note).toContain(
      'general contract provisions for Aetna, which can supersede',
    );
  });

  test('of a CSV name no payers; a file without any says nothing', async () => {
    const [names, values, headings] = tallHead;
    const text = [
      `${names},general_contract_provisions`,
      `${values},Claims above an amount are paid otherwise.`,
      headings,
      'synthetic,77080,CPT,,outpatient,,,500,,,,',
    ].join('\n');
    const { statements, reports } = await of(text);
    expect(reports.join()).toContain('It states general contract provisions, such as');
    expect(statements[0]?.envelope.note).toContain('The file states general contract provisions, which');
    const without = await of(json({}));
    expect(JSON.stringify([without.statements, without.reports])).not.toContain('provisions');
  });
});

const uchicago = excerpt('hpt/2026-bone/uchicago.json');
test.skipIf(!uchicago)('UChicago lists TC for 35 plans', async () => {
  const { statements } = await of(readFileSync(String(uchicago)));
  const rules = rulesIn(statements);
  expect(rules).toHaveLength(35);
  expect(new Set(rules.map(({ values }) => `${values.modifierId} ${values.wording}`))).toEqual(
    new Set(['Modifier:HCPCS_MODIFIER:TC The modified price is presented in the standard charge value.']),
  );
  expect(theOne(rules, { payerStated: 'Aetna', network: 'HMO/PPO' }).values).toMatchObject({
    payerId: 'Payer:aetna',
    facility: expect.stringMatching(/chicago/i),
  });
});

test('a rule has no placeholder, zero or unreadable figure; without another it is none', async () => {
  const { statements, skipped } = await of(
    tall(
      'x,,,26,both,Aetna,PPO,,999999999,,,',
      'x,,,50,both,Aetna,PPO,,0.01,150,,',
      'x,,,TC,both,Aetna,PPO,,-5,,,by report',
    ),
  );
  expect(rulesIn(statements).map(({ values }) => [values.amount, values.percentage, values.wording])).toEqual(
    [
      [null, 15_000, null],
      [null, null, 'by report'],
    ],
  );
  expect(skipped).toEqual({
    'placeholder or zero in place of a figure': 2,
    'modifier without a figure or words': 1,
    'price that is none': 1,
  });
});

test('modifier_information of one plan may be no list', async () => {
  const modifier_payer_information = { payer_name: 'Aetna', plan_name: 'PPO', description: words };
  const { statements } = await of(
    json({ modifier_information: [{ code: '26', modifier_payer_information }] }),
  );
  expect(rulesIn(statements)).toHaveLength(1);
});
