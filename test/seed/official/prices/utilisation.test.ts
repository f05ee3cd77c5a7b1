/** Medicare use by geography and service, on a synthetic file in its layout. */

import { describe, expect, test } from 'vitest';
import { utilisation as format } from '../../../../seed/official/prices/utilisation.ts';
import { inMemory, read, sighting } from '../../kit/file-trial.ts';

const heading =
  'Rndrng_Prvdr_Geo_Lvl,Rndrng_Prvdr_Geo_Cd,Rndrng_Prvdr_Geo_Desc,HCPCS_Cd,HCPCS_Desc,HCPCS_Drug_Ind,Place_Of_Srvc,Tot_Rndrng_Prvdrs,Tot_Benes,Tot_Srvcs,Tot_Bene_Day_Srvcs,Avg_Sbmtd_Chrg,Avg_Mdcr_Alowd_Amt,Avg_Mdcr_Pymt_Amt,Avg_Mdcr_Stdzd_Amt';
/** Codes are real numbers; every figure is synthetic. */
const rows = [
  'National,,National,77080,"synthetic, quoted",N,O,1234,56789,60000.5,59999,123.4567891,41.535,30.004999,29.9',
  'State,06,California,77080,"synthetic, quoted",N,F,12,345,350,349,99,20.1,15,',
  'State,ZZ,Foreign Country,77080,"synthetic, quoted",N,F,12,345,350,349,99,20.1,15,15',
];
const text = (lines: readonly string[] = rows) => `${heading}\n${lines.join('\n')}\n`;
const trial = { release: 'synthetic', from: '2023-01-01', to: '2024-01-01' };

describe('a file', () => {
  test.each([
    ['MUP_PHY_R25_P05_V20_D23_Geo.csv', 'MUP_PHY_R25_P05_V20_D23', '2023'],
    ['MUP_PHY_R26_P05_V10_DY24_Geo_0.csv', 'data of 2024', '2024'],
    ['Medicare_Physician_by_Geography_and_Service_2022.csv', 'data of 2022', '2022'],
  ])('%s is known by its heading and tells its year', (name, release, year) => {
    expect(format.recognise(sighting(text(), name))).toEqual({
      release,
      part: year,
      from: `${year}-01-01`,
      to: `${Number(year) + 1}-01-01`,
    });
  });

  test('by provider, in another layout, is not taken for it', () => {
    const byProvider = 'Rndrng_NPI,Rndrng_Prvdr_Last_Org_Name,HCPCS_Cd,Tot_Benes,Avg_Mdcr_Alowd_Amt\n';
    expect(format.recognise(sighting(byProvider, 'MUP_PHY_R25_P05_V20_D23_Prov_Svc.csv'))).toBeUndefined();
  });

  test('whose name tells no year leaves it to the user', () => {
    expect(format.recognise(sighting(text(), 'geo.csv'))).toEqual({});
  });
});

describe('a row', () => {
  test('gives counts, and means rounded half up once, in chunks of any size', async () => {
    for (const chunk of [1, 7, 65_536]) {
      const { statements } = await read(format, inMemory(text(), { chunk }), trial);
      const figures = statements
        .slice(0, 5)
        .map(({ values }) => [values.measure, values.value ?? values.amount, values.n]);
      expect(figures).toEqual([
        ['services', 6_000_050, null],
        ['average submitted charge per service', 12_346, 60_001],
        ['average Medicare allowed amount per service', 4_154, 60_001],
        ['average Medicare payment per service', 3_000, 60_001],
        ['average Medicare payment per service, standardized for geography', 2_990, 60_001],
      ]);
    }
  });

  test('tells the country from a state and a facility from an office, and that modifiers are not told apart', async () => {
    const { statements, entities } = await read(format, inMemory(text()), trial);
    expect(statements[1]).toMatchObject({
      key: 'CPT:77080/2023/US/O/charged',
      from: null,
      values: {
        amountKind: 'BILLED_CHARGE',
        jurisdictionId: 'Jurisdiction:US',
        setting: 'NON_FACILITY',
        period: '2023',
        modifiers: null,
      },
      envelope: { knowledgeLevel: 'OBSERVATION' },
    });
    expect(statements.at(-1)).toMatchObject({
      key: 'CPT:77080/2023/CA/F/paid',
      values: {
        amountKind: 'PAID_AMOUNT',
        setting: 'FACILITY',
        population: expect.stringMatching(/California, in a facility, all modifiers together/),
      },
    });
    expect(entities.map(({ row }) => row.id)).toEqual([
      'Jurisdiction:US',
      'BillingCode:CPT:77080',
      'Jurisdiction:CA',
    ]);
  });

  test('counts services with the people, providers and days that they were counted over', async () => {
    const { statements } = await read(format, inMemory(text()), trial);
    expect(statements[0]?.values).toMatchObject({
      unit: 'services',
      beneficiaries: 56_789,
      providers: 1_234,
      beneficiaryDays: 59_999,
    });
  });

  test('without a figure states none: it is not 0', async () => {
    const { statements } = await read(format, inMemory(text()), trial);
    expect(statements.filter(({ key }) => key.includes('/CA/'))).toHaveLength(4);
    expect(statements.some(({ key }) => key === 'CPT:77080/2023/CA/F/standardized')).toBe(false);
  });

  test('of no state, or of a code that is not wanted, is left out and counted', async () => {
    const other = rows[0]?.replace('77080', '99213') ?? '';
    const { skipped } = await read(format, inMemory(text([...rows, other])), { ...trial, codes: ['77080'] });
    expect(skipped).toEqual({ 'area that is no state or territory': 1, 'code not among those wanted': 1 });
  });

  test('never brings the descriptor', async () => {
    const { told } = await read(format, inMemory(text()), trial);
    expect(JSON.stringify(told)).not.toContain('synthetic');
  });

  test.each<[string, string, RegExp]>([
    ['a row twice', rows[0] ?? '', /:5: 77080 US O stands on line 2 already/],
    [
      'another level',
      rows[0]?.replace('National', 'County') ?? '',
      /:5: Rndrng_Prvdr_Geo_Lvl: Expected National or State/,
    ],
    ['another place', rows[1]?.replace(',F,', ',X,') ?? '', /:5: Place_Of_Srvc: Expected F or O/],
    [
      'a figure that is none',
      rows[1]?.replace(',99,', ',many,').replace('77080', '77081') ?? '',
      /:5: Avg_Sbmtd_Chrg: Expected a number/,
    ],
    ['a row that is cut short', 'State,06,Calif', /:5: This row has 3 cells/],
  ])('is refused with line and column: %s', async (_title, row, message) => {
    await expect(read(format, inMemory(text([...rows, row])), trial)).rejects.toThrow(message);
  });
});
