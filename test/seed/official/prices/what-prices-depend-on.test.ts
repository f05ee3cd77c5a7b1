/** What a price depends on is part of what it is: nothing is pooled that is not one thing. Synthetic files; real ones of nine hospitals where they are at hand. */

import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { MedicareSchedule } from '../../../../seed/load/format/format.ts';
import { hospitalPrices } from '../../../../seed/official/hospital-prices/hospital-prices.ts';
import { ticInNetwork } from '../../../../seed/official/payer-prices/in-network.ts';
import { excerptsOf, inMemory } from '../../kit/file-trial.ts';
import { readPrices, theOne } from '../../kit/price-trial.ts';
import { hospital, type PriceRow, payer, plan, price, priced } from './synthetic-prices.ts';

describe('charges of a hospital', () => {
  const gross = (amount: string, notes: string, more: PriceRow = {}) => ({
    'standard_charge|gross': amount,
    additional_generic_notes: notes,
    ...more,
  });

  test('of different types are different charges', async () => {
    const of = (type: string) => `Gross Charge Type: ${type}`;
    const { statements } = await hospital([
      gross('1000', of('Default')),
      gross('1000', of('789')),
      gross('50', of('19')),
    ]);
    expect(statements.map(({ values }) => [values.additionalNotes, values.statistic, values.amount])).toEqual(
      [
        [of('Default'), 'SINGLE', 100_000],
        [of('789'), 'SINGLE', 100_000],
        [of('19'), 'SINGLE', 5000],
      ],
    );
  });

  test('that are one thing are all counted, equal ones too, and a median is one of three or more', async () => {
    const three = await hospital([gross('1000', ''), gross('1000', ''), gross('50', '')]);
    expect(theOne(three.statements, {}).values).toMatchObject({
      statistic: 'MEDIAN',
      n: 3,
      amount: 100_000,
      minimum: 5000,
      maximum: 100_000,
    });
    const two = await hospital([gross('1000', ''), gross('50', '')]);
    expect(theOne(two.statements, {}).values).toMatchObject({
      ...{ statistic: 'PAIR', n: 2, amount: null, p10: null, p50: null },
      ...{ minimum: 5000, maximum: 100_000 },
    });
    expect(theOne(two.statements, {}).envelope.valueState).toBeUndefined();
    const alike = await hospital([gross('1000', ''), gross('1000', '')]);
    expect(theOne(alike.statements, {}).values).toMatchObject({ statistic: 'MEDIAN', n: 2, amount: 100_000 });
  });

  test('that the rows of plans repeat are counted once, in whatever order the rows are', async () => {
    const own = gross('1000', 'Gross Charge Type: Default');
    const ofPlan = { ...own, ...plan, 'standard_charge|negotiated_dollar': '90' };
    for (const rows of [
      [own, ofPlan, { ...ofPlan, plan_name: 'HMO' }],
      [ofPlan, { ...ofPlan, plan_name: 'HMO' }, own],
    ]) {
      const { statements } = await hospital(rows);
      expect(theOne(statements, { amountKind: 'BILLED_CHARGE' }).values.n).toBe(1);
    }
  });

  test('with another revenue code are other charges; 096x to 098x is a professional fee', async () => {
    const { statements } = await hospital([
      gross('900', '', { 'code|2': '320', 'code|2|type': 'RC' }),
      gross('100', '', { 'code|2': '972', 'code|2|type': 'RC' }),
      gross('70', '', { 'code|2': '0972', 'code|2|type': 'rc', billing_class: 'facility' }),
    ]);
    expect(statements.map(({ values }) => [values.revenueCodes, values.billingClass, values.amount])).toEqual(
      [
        ['["0320"]', 'BOTH', 90_000],
        ['["0972"]', 'PROFESSIONAL', 10_000],
        // What the file says of itself is kept.
        ['["0972"]', 'INSTITUTIONAL', 7000],
      ],
    );
  });
});

describe('what a plan agreed on with a hospital', () => {
  const rate = (dollars: string, more: PriceRow = {}) => ({
    ...plan,
    'standard_charge|negotiated_dollar': dollars,
    ...more,
  });

  test('is several rates where notes differ, and both of two where nothing tells them apart', async () => {
    const noted = await hospital([rate('206.53', { additional_generic_notes: 'APC' }), rate('4')]);
    expect(theOne(noted.statements, { additionalNotes: 'APC' }).values.amount).toBe(20_653);
    expect(theOne(noted.statements, { additionalNotes: null }).values.amount).toBe(400);
    const merged = await hospital([rate('12.80'), rate('1.00')]);
    expect(theOne(merged.statements, {}).values).toMatchObject({
      ...{ statistic: 'PAIR', amount: null, minimum: 100, maximum: 1280, n: 2 },
    });
  });

  test('is the words of a note where there is nothing else', async () => {
    const { statements } = await hospital([{ ...plan, additional_generic_notes: 'Priced by contract' }]);
    const { values, envelope } = theOne(statements, { payerStated: 'Synthetic Payer' });
    expect(values).toMatchObject({ additionalNotes: 'Priced by contract', amount: null, n: null });
    expect(envelope.valueState).toBe('NO_VALUE');
    const zero = await hospital([rate('0', { additional_generic_notes: 'Priced by contract' })]);
    expect(theOne(zero.statements, {}).envelope.valueState).toBe('UNKNOWN_VALUE');
    // A type of gross charge is not of the plan.
    const silent = await hospital([{ ...plan, additional_generic_notes: 'Gross Charge Type: Default' }]);
    expect(silent.statements).toEqual([]);
  });

  test('is a percentage of what the file says, never of charges by itself', async () => {
    const share = (methodology: string, notes = '') => ({
      ...plan,
      'standard_charge|negotiated_percentage': '65',
      'standard_charge|methodology': methodology,
      additional_generic_notes: notes,
    });
    const base = async (row: PriceRow) =>
      theOne((await hospital([row])).statements, {}).values.percentageBase;
    expect(await base(share('percent of total billed charges'))).toBe('BILLED_CHARGE');
    expect(await base(share('fee schedule'))).toBe('NOT_STATED');
    expect(await base(share('other', 'Gross Charge Type: Default'))).toBe('NOT_STATED');
    expect(await base(share('other', 'of the Medicare fee schedule'))).toBe('MEDICARE');
    expect(await base(share('percent of total billed charges', 'or Medicare if lower'))).toBe('OTHER');
    expect(await base(share('other', 'of the Medicaid rate'))).toBe('OTHER');
  });

  test('with three decimals says what it was rounded from, the range of all plans too', async () => {
    const { statements } = await hospital([
      rate('8.653', { 'standard_charge|min': '8.653', 'standard_charge|max': '9.1' }),
    ]);
    const one = theOne(statements, { payerStated: 'Synthetic Payer' });
    expect(one.values).toMatchObject({ statistic: 'SINGLE', amount: 865 });
    expect(one.values.method).toBe('Rounded half up to two places from 8.653.');
    expect(theOne(statements, { statistic: 'RANGE' }).envelope.note).toContain('from 8.653');
    const exact = await hospital([rate('8.650')]);
    expect(theOne(exact.statements, {}).values.method).toBeNull();
  });

  test.each(['999999999', '999,999,999.00', '99999999', '99999.99', '0.01'])(
    'is not %s, a placeholder by the rule that is given',
    async (figure) => {
      const { statements } = await hospital([rate(figure)]);
      const { values, envelope } = theOne(statements, {});
      expect(values).toMatchObject({ amount: null, n: 0, placeholders: 1 });
      expect(values.method).toContain('accepts in place of a figure');
      expect(envelope.valueState).toBe('UNKNOWN_VALUE');
    },
  );

  test('is no figure whose commas are not between thousands', async () => {
    const { statements, skipped } = await hospital([rate('12,5'), rate('1.234,50'), rate('$1,234.50')]);
    expect(theOne(statements, {}).values).toMatchObject({ amount: 123_450, n: 1 });
    expect(skipped).toEqual({ 'price that is none': 2 });
  });

  test('is no range whose lowest is above its highest', async () => {
    const range = (least: string, most: string) => ({
      'standard_charge|min': least,
      'standard_charge|max': most,
    });
    const { statements, skipped } = await hospital([range('20', '10'), range('10', '20')]);
    expect(theOne(statements, {}).values).toMatchObject({ minimum: 1000, maximum: 2000 });
    expect(skipped).toEqual({ 'lowest negotiated charge above the highest': 1 });
  });

  test('is counted in whatever form a count has, and percentiles without a median are told', async () => {
    const allowed = (count: string, median = '50') => ({
      ...plan,
      ...{ median_amount: median, '10th_percentile': '40', '90th_percentile': '60', count },
    });
    for (const [count, n] of [
      ['12.0', 12],
      ['1,234', 1234],
      ['0.0', 0],
      ['1 through 10', null],
    ] as const)
      expect(theOne((await hospital([allowed(count)])).statements, {}).values.n).toBe(n);
    const { statements, skipped } = await hospital([allowed('12', '')]);
    expect(statements).toEqual([]);
    expect(skipped).toEqual({ 'percentiles of allowed amounts without their median': 1 });
  });

  test('may be 9999.99, 0.02 or 199999', async () => {
    for (const figure of ['9999.99', '0.02', '199999'])
      expect(theOne((await hospital([rate(figure)])).statements, {}).values.n).toBe(1);
  });

  test('is doubted where the plan has one figure for very many codes, and kept', async () => {
    const many = Array.from({ length: 25 }, (_, place) => rate('1.00', { 'code|1': String(77_000 + place) }));
    const others = [rate('12.80', { 'code|1': '77000' }), rate('40', { 'code|1': '99901' })];
    const { statements } = await hospital([...many, ...others]);
    const both = theOne(statements, { subjectId: 'BillingCode:CPT:77000' });
    expect(both.values).toMatchObject({ minimum: 100, maximum: 1280 });
    expect(both.envelope.note).toContain('one and the same figure 1.00 for 25 codes of the 26');
    expect(theOne(statements, { subjectId: 'BillingCode:CPT:99901' }).envelope.note).not.toContain(
      'same figure',
    );
    // By the case it is so by its nature.
    const cases = await hospital(many.map((row) => ({ ...row, 'standard_charge|methodology': 'case rate' })));
    expect(cases.statements.some(({ envelope }) => envelope.note?.includes('same figure'))).toBe(false);
  });

  test('has its modifiers from cell and code, and is left out where a code is none', async () => {
    const { statements, skipped } = await hospital([
      rate('1', { 'code|1': 'CPT 77080', modifiers: '26;59' }),
      rate('2', { 'code|1': '77080-26', 'code|1|type': 'CPT Code', modifiers: '59' }),
      rate('3', { modifiers: 'NONE' }),
      rate('4', { modifiers: 'PROF' }),
      rate('5', { 'code|1': 'D0120', 'code|1|type': 'HCPCS' }),
      rate('6', { 'code|1': '77089OH', 'code|1|type': 'CDM' }),
      rate('7', { 'code|1': '77081; 77082' }),
    ]);
    expect(
      statements.map(({ values }) => [String(values.subjectId).slice(-5), values.modifiers, values.n]),
    ).toEqual([
      ['77080', '["26","59"]', 2],
      ['77080', '[]', 1],
      ['77080', null, 1],
      ['77081', '[]', 1],
      ['77082', '[]', 1],
    ]);
    expect(theOne(statements, { modifiers: null }).values.additionalNotes).toBe('modifier PROF');
    expect(skipped).toEqual({
      'modifier that is a word for none, read as none': 1,
      'modifier that is not of the form of one, its words kept as a note': 1,
      'dental code, which belongs to the ADA': 1,
      'code of another system than CPT and HCPCS': 1,
    });
  });
});

describe('a rate of a payer', () => {
  test('is conditional on what the file says of it', async () => {
    const share = { negotiated_type: 'percentage' };
    const { statements } = await payer([
      priced([
        price(55, { additional_information: 'outpatient, not otherwise priced' }),
        price(95, { additional_information: 'diagnosis on the  preventive list ' }),
        price(65, { ...share, additional_information: 'of the Medicare allowed amount' }),
        price(40, { ...share, additional_information: 'of billed charges' }),
        price(30, { severity_of_illness: '3' }),
      ]),
    ]);
    expect(statements.map(({ values }) => [values.amount, values.additionalNotes, values.measure])).toEqual([
      [5500, 'outpatient, not otherwise priced', 'in-network rate'],
      [9500, 'diagnosis on the preventive list', 'in-network rate'],
      [6500, 'of the Medicare allowed amount', 'in-network share of what Medicare pays or allows'],
      [4000, 'of billed charges', 'in-network share of the billed charge'],
      [3000, null, 'in-network rate'],
    ]);
    expect(theOne(statements, { severityOfIllness: '3' }).values.amount).toBe(3000);
    expect(new Set(statements.map(({ key }) => key)).size).toBe(5);
  });

  test('is of a version of the code set where the file has several of a code, and goes on under the next', async () => {
    const item = (billing_code_type_version: string, rate: number) =>
      priced([price(rate)], { billing_code_type_version });
    const both = await payer([item('2025', 10), item('2026', 20)]);
    expect(new Set(both.statements.map(({ continues }) => continues)).size).toBe(2);
    const key = async (version: string) =>
      theOne((await payer([item(version, 10)])).statements, {}).continues;
    expect(await key('2026')).toBe(await key('2025'));
  });

  test('has the modifiers of its cell and of its code, in one way of reading', async () => {
    const cells = [['26,59'], ['26', '59'], ['26|59'], ['26 59'], '26;59'];
    const { statements } = await payer([
      priced(cells.map((billing_code_modifier, place) => price(20 + place, { billing_code_modifier }))),
      priced([price(30, { billing_code_modifier: ['59'] })], { billing_code: 'CPT 77080-26' }),
      priced([price(9, { billing_code_modifier: [' 26 '] }), price(8, { billing_code_modifier: '26' })]),
    ]);
    expect(statements.map(({ values }) => [values.modifiers, values.n])).toEqual([
      ['["26","59"]', 6],
      ['["26"]', 2],
    ]);
  });

  test('of provider groups whose ids differ only as written is counted for those that it names', async () => {
    const groups = (count: number) => Array(count).fill({ npi: [1], tin: { type: 'ein', value: '1' } });
    const ids = ['320.1', '320.10', '9007199254740993', '9007199254740992'];
    const counts = [1, 3, 1, 2];
    const references = ids.map(
      (id, place) =>
        `{"provider_group_id":${id},"provider_groups":${JSON.stringify(groups(counts[place] ?? 0))}}`,
    );
    const rates = ids.map(
      (id) => `{"provider_references":[${id}],"negotiated_prices":[${JSON.stringify(price(10))}]}`,
    );
    const { negotiated_rates: _, ...head } = priced([]);
    const items = `[${JSON.stringify(head).slice(0, -1)},"negotiated_rates":[${rates.join(',')}]}]`;
    const text = `{"reporting_entity_name":"Synthetic Plan","reporting_entity_type":"issuer","last_updated_on":"2026-06-01","version":"2.0.0","provider_references":[${references.join(',')}],"in_network":${items}}`;
    const { statements } = await readPrices(ticInNetwork, inMemory(text, { chunk: 500 }), {
      from: '2026-06-01',
    });
    expect(theOne(statements, {}).values.n).toBe(7);
  });
});

describe('a price is compared with what Medicare pays in its own system and year', () => {
  const asked: MedicareSchedule[] = [];
  const medicareAmount = (_code: string, _modifiers: readonly string[], by: MedicareSchedule) => {
    asked.push(by);
    return by.system === 'OPPS' ? 88_91 : 3_01;
  };

  test('an institutional one with the OPPS, a professional one with the fee schedule', async () => {
    const { statements } = await payer(
      [
        priced([
          price(93.26, { billing_class: 'institutional' }),
          price(93.26),
          price(93.26, { billing_class: 'institutional', setting: 'inpatient' }),
          price(93.26, { billing_class: 'institutional', billing_code_modifier: ['26'] }),
          price(93.26, { billing_class: 'institutional', negotiated_type: 'per diem' }),
          price(93.26, { billing_class: 'both' }),
        ]),
      ],
      { medicareAmount },
    );
    const [institutional, professional, ...others] = statements.map(({ values }) => values);
    expect(institutional).toMatchObject({ highOutliers: 0, lowOutliers: 0 });
    expect(institutional?.method).toContain('$88.91 (OPPS of 2026)');
    expect(professional).toMatchObject({ highOutliers: 1 });
    expect(professional?.method).toContain('$3.01 (physician fee schedule of 2026)');
    expect(others.map(({ method, highOutliers }) => [method, highOutliers])).toEqual(
      others.map(() => [null, null]),
    );
    expect(others).toHaveLength(4);
    expect(asked.every(({ day }) => day === '2026-06-01')).toBe(true);
  });

  test('one of a hospital that names no class with the OPPS, and a charge with nothing', async () => {
    const rate = {
      ...plan,
      'standard_charge|negotiated_dollar': '93.26',
      'standard_charge|gross': '5000',
      'standard_charge|discounted_cash': '4000',
    };
    const { statements } = await hospital(
      [
        rate,
        { ...rate, 'code|1': '77081', 'code|2': '0972', 'code|2|type': 'RC', billing_class: 'facility' },
      ],
      { medicareAmount },
    );
    const measured = statements
      .filter(({ values }) => values.highOutliers !== null)
      .map(({ values }) => values);
    expect(measured.map(({ amountKind, subjectId, method }) => [amountKind, subjectId, method])).toEqual([
      ['NEGOTIATED_RATE', 'BillingCode:CPT:77080', expect.stringContaining('(OPPS of 2026)')],
    ]);
  });
});

describe('nine hospitals', () => {
  const files = excerptsOf('hpt/2026-bone');
  const read = (name: string) => {
    const bytes = readFileSync(files.find((path) => path.includes(name)) ?? '');
    const encoding = isUtf8(bytes) ? ('utf-8' as const) : ('windows-1252' as const);
    return readPrices(hospitalPrices, inMemory(bytes, { chunk: 65_536, encoding }), {
      from: '2026-04-01',
      medicareAmount: (_code, _modifiers, { system }) => (system === 'OPPS' ? 88_91 : 3_01),
    });
  };

  test.skipIf(files.length === 0)('have no median of two, and no statement twice', async () => {
    for (const path of files) {
      const { statements } = await read(path);
      expect(new Set(statements.map(({ key }) => key)).size, path).toBe(statements.length);
      const few = statements.filter(({ values }) => values.statistic === 'MEDIAN' && values.n === 2);
      expect(
        few.filter(({ values }) => values.minimum !== values.maximum),
        path,
      ).toEqual([]);
    }
  });

  test.skipIf(files.length === 0)('say of what a charge is and what a rate is based on', async () => {
    const gross = (await read('tampa')).statements.filter(
      ({ values }) => values.subjectId === 'BillingCode:CPT:77081' && values.amountKind === 'BILLED_CHARGE',
    );
    expect(gross.map(({ values }) => [values.additionalNotes, values.amount])).toEqual([
      ['Gross Charge Type: Fsid 100', 105_200],
      ['Gross Charge Type: Fsid 200', 105_200],
      ['Gross Charge Type: Fsid 400', 5000],
    ]);
    const fees = (await read('uchicago')).statements.filter(
      ({ values }) => values.subjectId === 'BillingCode:CPT:77080' && values.amountKind === 'BILLED_CHARGE',
    );
    expect(theOne(fees, { revenueCodes: '["0972"]' }).values.amount).toBe(13_600);
    expect(theOne(fees, { statistic: 'PAIR' }).values).toMatchObject({ minimum: 16_400, maximum: 111_000 });
    const emory = (await read('emory')).statements.filter(
      ({ values }) => values.subjectId === 'BillingCode:CPT:77090' && values.payerStated !== null,
    );
    expect(emory.some(({ values }) => values.additionalNotes === 'APC')).toBe(true);
    // Their rates are those of the OPPS or of the fee schedule: none is ten times what the OPPS pays.
    expect(emory.filter(({ values }) => values.highOutliers === 1)).toEqual([]);
  });
});
