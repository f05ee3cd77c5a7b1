/** Crosswalks from National Drug Codes to HCPCS codes, on synthetic files in their layout and on the real excerpt where it is at hand. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ndcCrosswalk as format } from '../../../../seed/official/drugs/ndc-crosswalk.ts';
import { excerpt, inMemory, read, sighting } from '../../kit/file-trial.ts';

const heading =
  '_2026_CODE,Short Description,LABELER NAME,NDC2,Drug Name,HCPCS dosage,PKG SIZE,PKG QTY,BILLUNITS,BILLUNITSPKG';
/** Codes are real numbers; packages, names and amounts are synthetic. */
const rows = [
  'J0897,synthetic,Synthetic Labs,00001-0002-03,Synthdrug,1 MG,0.25,10,2.5,25',
  'J0897,synthetic,Synthetic Labs,0001-0002-04,Synthdrug,1 MG,1,1,60,60',
  '90371,synthetic,Synthetic Labs,00001-0002-03,Synthdrug,1 ML,,,,',
];
const text = (lines: readonly string[], title = 'April 2026 ASP NDC - HCPCS Crosswalk') =>
  `${title},,\r\n"  Effective April 1, 2026 through June 30, 2026",,\r\n${heading}\r\n${lines.join('\r\n')}\r\n`;
const trial = { release: 'ASP 2026-04', from: '2026-04-01', to: '2026-07-01' };

describe('a file', () => {
  test.each([
    ['April 2026 ASP NDC - HCPCS Crosswalk', 'a.csv', 'ASP'],
    ['April 2026 AWP NDC-HCPCS Crosswalk', 'a.csv', 'AWP'],
    ['synthetic', 'section 508 version of April 2026 OPPS NDC-HCPCS Crosswalk 031826.csv', 'OPPS'],
    ['synthetic', 'April_2026_PrEP_NDC_HCPCS.csv', 'PREP'],
  ])('under %s is one of the crosswalks, which replace only their own kind', (title, name, part) => {
    expect(format.recognise(sighting(text(rows, title), name))).toMatchObject({
      ...{ part, release: 'ASP 2026-04', from: '2026-04-01', to: '2026-07-01' },
    });
  });

  test('that does not tell which crosswalk it is, or is no crosswalk, is not taken for one', () => {
    expect(format.recognise(sighting(text(rows, 'synthetic'), 'a.csv'))).toBeUndefined();
    expect(format.recognise(sighting('_2026_CODE,NDC2\n', 'ASP NDC.csv'))).toBeUndefined();
  });
});

describe('a row', () => {
  test('gives the package, the code and the units exactly, whichever form the number has', async () => {
    const { statements, entities, told } = await read(format, inMemory(text(rows)), trial);
    expect(statements.map(({ key, values }) => ({ key, ...values }))).toMatchObject([
      {
        key: 'ASP/00001000203/HCPCS_LEVEL_II:J0897',
        ...{ drugId: 'NationalDrugCode:00001000203', crosswalk: 'ASP', dosage: '1 MG' },
        ...{ packageSize: 2_500, packageQuantity: 100_000, unitsPerItem: 25_000, unitsPerPackage: 250_000 },
      },
      { drugId: 'NationalDrugCode:00001000204', unitsPerPackage: 600_000 },
      { codeId: 'BillingCode:CPT:90371', packageSize: null, unitsPerPackage: null },
    ]);
    expect(
      entities.filter(({ table }) => table.type === 'NationalDrugCode').map(({ row }) => row),
    ).toContainEqual({
      ...{ id: 'NationalDrugCode:00001000204', code: '00001000204', dashed: '00001-0002-04' },
      ...{ label: 'Synthdrug', labeler: 'Synthetic Labs' },
    });
    expect(JSON.stringify(told)).not.toContain('"synthetic"');
  });

  test('whose number is no National Drug Code, or whose code is not wanted, is left out and counted', async () => {
    const device = 'J7331,synthetic,Synthetic Labs,123456789012,Synthetic device,1 MG,1,1,1,1';
    const { statements, skipped } = await read(format, inMemory(text([...rows, device])), {
      ...trial,
      codes: ['J0897', 'J7331'],
    });
    expect(statements).toHaveLength(2);
    expect(skipped).toEqual({ 'code not among those wanted': 1, 'number that is no National Drug Code': 1 });
  });

  test.each<[string, string, RegExp]>([
    [
      'a package twice under a code',
      `${rows[0]}\r\n${rows[0]}`,
      /:5: 00001-0002-03 under J0897 stands on line 4 already/,
    ],
    ['units that are no number', 'J0897,,S,00001-0002-03,S,1 MG,1,1,many,1', /BILLUNITS: Expected a number/],
    ['units below zero', 'J0897,,S,00001-0002-03,S,1 MG,1,1,-1,1', /BILLUNITS: .*below zero/],
  ])('is refused with line and column: %s', async (_title, line, message) => {
    await expect(read(format, inMemory(text([line])), trial)).rejects.toThrow(message);
  });
});

describe('the real excerpt', () => {
  const path = excerpt('whole/asp/January 2026 ASP NDC-HCPCS Crosswalk 121725.excerpt.csv');

  test.skipIf(!path)('has 593 rows of 589 packages, four of them under two codes', async () => {
    const bytes = readFileSync(path ?? '');
    const { statements, entities, skipped } = await read(
      format,
      inMemory(bytes, { chunk: 65_536, encoding: 'utf-8' }),
      trial,
    );
    expect(skipped).toEqual({});
    expect(statements).toHaveLength(593);
    const codes = Map.groupBy(statements, ({ values }) => String(values.drugId));
    const several = [...codes].filter(([, rows]) => rows.length > 1).map(([id]) => id.split(':')[1]);
    expect(codes.size).toBe(589);
    expect(several.sort()).toEqual(['00264780000', '00338979140', '00990798355', '65219047410']);
    const of = (ndc: string) =>
      statements.find(({ values }) => values.drugId === `NationalDrugCode:${ndc}`)?.values;
    // 10 syringes of 50 ml, 1 ml a unit; 8 bottles of 500 ml.
    expect(of('50419034405')).toMatchObject({
      codeId: 'BillingCode:HCPCS_LEVEL_II:Q9967',
      packageSize: 500_000,
      packageQuantity: 100_000,
      unitsPerItem: 500_000,
      unitsPerPackage: 5_000_000,
    });
    expect(of('50419034665')).toMatchObject({ unitsPerItem: 5_000_000, unitsPerPackage: 40_000_000 });
    expect(entities.find(({ row }) => row.code === '70121165501')?.row).toMatchObject({
      label: 'Triamcinolone Acetonide',
    });
  });
});
