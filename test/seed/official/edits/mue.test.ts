/** Medically unlikely edits, on synthetic files in their layout and on the real excerpts where they are at hand. */

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mue as format } from '../../../../seed/official/edits/mue.ts';
import { excerptsOf, inMemory, read, sighting } from '../../kit/file-trial.ts';

/** Codes are real numbers; every value is synthetic. */
const text = (values: string, rows: readonly string[]) =>
  `"Synthetic notice of the AMA.\r\n\r\nCPT\u00ae, over several lines.",,,\r\n"HCPCS/\nCPT Code",${values},MUE Adjudication Indicator,MUE Rationale\r\n${rows.join('\r\n')}\r\n`;
const rows = ['77090,1,3 Date of Service Edit: Clinical,Synthetic', '0554T,0,1 Line Edit,Synthetic'];
const practitioner = 'Practitioner Services MUE Values';
const trial = { from: '2026-07-01', to: '2027-01-01' };

describe('a file', () => {
  test.each([
    ['MCR_MUE_PractitionerServices_Eff_07-01-2026.csv', practitioner, 'practitioner'],
    [
      'MCR_MUE_OutpatientHospitalServices_Eff_07-01-2026.csv',
      'Outpatient Hospital Services MUE Values',
      'outpatient-hospital',
    ],
    ['MCR_MUE_DMESupplierServices_Eff_07-01-2026.csv', '"DME Supplier\nServices MUE Values"', 'dme-supplier'],
  ])('%s is a part of its own of the release of the quarter', async (name, values, part) => {
    expect(format.recognise(sighting(text(values, rows), name))).toEqual({
      release: 'MUE 2026Q3',
      part,
      from: '2026-07-01',
      to: '2027-01-01',
    });
    const { statements } = await read(format, inMemory(text(values, rows)), trial);
    expect(new Set(statements.map(({ values }) => values.serviceType))).toEqual(
      new Set([part.toUpperCase().replaceAll('-', '_')]),
    );
  });

  test('whose name tells no day may say it above its heading; else the user says it', () => {
    const said = text(practitioner, rows).replace(
      'Synthetic notice',
      'Effective 10/1/2025. Synthetic notice',
    );
    expect(format.recognise(sighting(said, 'units.csv'))).toMatchObject({
      from: '2025-10-01',
      release: 'MUE 2025Q4',
    });
    expect(
      format.recognise(sighting(text(practitioner, rows), 'MCR_MUE_PractitionerServices_Eff_10-01-26.csv')),
    ).toMatchObject({ from: '2026-10-01' });
    expect(format.recognise(sighting(text(practitioner, rows), 'units.csv'))).toEqual({
      part: 'practitioner',
    });
  });

  test('of Medicaid, or of another layout, is not taken for one of Medicare', () => {
    expect(format.recognise(sighting(text(practitioner, rows), 'MCD_MUE_Practitioner.csv'))).toBeUndefined();
    expect(
      format.recognise(sighting('HCPCS/CPT Code,MUE Value,Rationale\n', 'MCR_MUE_Eff_07-01-2026.csv')),
    ).toBeUndefined();
  });
});

describe('a row', () => {
  test('gives units and the digit of the indicator, in chunks of any size', async () => {
    for (const chunk of [1, 7, 65_536]) {
      const { statements } = await read(format, inMemory(text(practitioner, rows), { chunk }), trial);
      expect(
        statements.map(({ key, from, values }) => [key, from, values.maxUnits, values.adjudication]),
      ).toEqual([
        ['CPT:77090/PRACTITIONER', '2026-07-01', 1, '3'],
        ['CPT:0554T/PRACTITIONER', '2026-07-01', 0, '1'],
      ]);
    }
  });

  test('is read alike behind a byte-order mark and with mixed line ends', async () => {
    const mixed = `\ufeff${text(practitioner, rows).replace('Synthetic\r\n0554T', 'Synthetic\n0554T')}`;
    const { statements } = await read(format, inMemory(mixed), trial);
    expect(statements).toHaveLength(2);
  });

  test.each<[string, string, RegExp]>([
    ['a code twice', '77090,2,2 Date of Service Edit: Policy,Synthetic', /77090 stands on line \d+ already/],
    [
      'units that are no number',
      '77091,one,2 Date of Service Edit: Policy,Synthetic',
      /MUE Values: Expected a number/,
    ],
    [
      'units that are missing',
      '77091,,2 Date of Service Edit: Policy,Synthetic',
      /MUE Values: Expected a whole/,
    ],
    [
      'units below none',
      '77091,-1,2 Date of Service Edit: Policy,Synthetic',
      /MUE Values: Expected a whole number of units/,
    ],
    [
      'a part of a unit',
      '77091,0.5,2 Date of Service Edit: Policy,Synthetic',
      /MUE Values: Expected a number/,
    ],
    [
      'an indicator without its digit',
      '77091,1,Policy,Synthetic',
      /MUE Adjudication Indicator: Expected a text/,
    ],
    ['a row that is cut short', '77091,1,2 Da', /This row has 3 cells where the heading has 4/],
  ])('is refused with line and column: %s', async (_title, row, message) => {
    await expect(read(format, inMemory(text(practitioner, [...rows, row])), trial)).rejects.toThrow(message);
  });
});

describe('the real excerpts', () => {
  const paths = excerptsOf('ncci').filter((path) => basename(path).startsWith('MCR_MUE'));

  test.skipIf(paths.length === 0)('are recognised and read whole', async () => {
    for (const path of paths) {
      const bytes = readFileSync(path);
      const seen = format.recognise(sighting(bytes.toString(), basename(path)));
      expect(seen).toMatchObject({ from: basename(path).includes('2026') ? '2026-07-01' : '2024-07-01' });
      const { statements } = await read(format, inMemory(bytes, { chunk: 65_536 }), trial);
      expect(statements).toHaveLength(basename(path).includes('2026') ? 10 : 18);
    }
  });

  test.skipIf(paths.length === 0)(
    'let one unit of each bone score code through, and none of 0554T in a hospital',
    async () => {
      const of = async (service: string) => {
        const path = paths.find((each) =>
          basename(each).startsWith(`MCR_MUE_${service}Services_Eff_07-01-2024`),
        );
        const { statements } = await read(format, inMemory(readFileSync(path ?? '')), trial);
        return Object.fromEntries(statements.map(({ key, values }) => [key.slice(0, 9), values]));
      };
      expect(await of('Practitioner')).toMatchObject({
        'CPT:77089': { maxUnits: 1, adjudication: '2' },
        'CPT:77092': { maxUnits: 1, adjudication: '3' },
      });
      expect(await of('OutpatientHospital')).toMatchObject({
        'CPT:0554T': { maxUnits: 0, adjudication: '3' },
      });
    },
  );
});

test('text separated by tabs says the same as the CSV', async () => {
  const parted = `"Synthetic notice\r\nof the AMA"\r\n"HCPCS/\nCPT Code"\t${practitioner}\tMUE Adjudication Indicator\tMUE Rationale\r\n${rows.map((row) => row.replaceAll(',', '\t')).join('\r\n')}\r\n`;
  expect(format.recognise(sighting(parted, 'MCR_MUE_PractitionerServices_Eff_07-01-2026.txt'))).toMatchObject(
    { release: 'MUE 2026Q3', part: 'practitioner' },
  );
  const fromTabs = await read(format, inMemory(parted), trial);
  const fromCsv = await read(format, inMemory(text(practitioner, rows)), trial);
  expect(fromTabs.statements.map(({ key, values }) => [key, values])).toEqual(
    fromCsv.statements.map(({ key, values }) => [key, values]),
  );
});

test.each([
  ['MCR_MUE_PractitionerServices_Eff_07012026_v2.csv', undefined],
  ['medicare-ncci-2026-q3-practitioner-services-mue-table.csv', undefined],
  ['units.csv', 'medicare-ncci-2026-q3-practitioner-services-mue-table.zip'],
])('%s within %s is of the third quarter of 2026', (name, within) => {
  const seen = { ...sighting(text(practitioner, rows), name), ...(within && { within }) };
  expect(format.recognise(seen)).toMatchObject({ release: 'MUE 2026Q3', from: '2026-07-01' });
});
