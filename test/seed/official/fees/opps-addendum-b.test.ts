/** OPPS Addendum B, on a synthetic file in its layout and on the real excerpt where it is at hand. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { quarterAfter } from '../../../../db/kit/quarter.ts';
import { oppsAddendumB as format } from '../../../../seed/official/fees/opps-addendum-b.ts';
import { excerpt, inMemory, read, sighting } from '../../kit/file-trial.ts';

const heading =
  'HCPCS Code,Short Descriptor,SI,APC,Relative Weight,Payment Rate,National Unadjusted Copayment,Minimum Unadjusted Copayment,"Note: synthetic, $1,600.00",Drug and Device Pass-Through Expiration during Calendar Year,* Indicates a Change';
/** Codes are real numbers; every amount is synthetic. */
const rows = [
  '77092,synthetic,M,,,,,,,,',
  '77090,synthetic,S,5521,1.2345,"$1,234.50 ",.,$246.90,,,*',
  'J0897,synthetic,K,731,,$1.234 ,,$0.25,,12/31/2026,',
];
const text = (lines: readonly string[]) =>
  `Addendum B.-Synthetic OPPS Payment by HCPCS Code for CY 2026,,\r\nsynthetic notice,\r\n${heading}\r\n${lines.join('\r\n')}\r\n`;
const trial = { from: '2026-04-01', to: '2027-01-01', release: 'OPPS 2026-04' };

const values = (statements: Awaited<ReturnType<typeof read>>['statements']) =>
  Object.fromEntries(statements.map((each) => [each.key, each.values]));

describe('a file', () => {
  test.each([
    ['2026 April Web Addendum B.03.27.26.csv', 'OPPS 2026-04', '2026-04-01', '2026-03-27'],
    ['508 Version of January 2025 Web Addendum B.12.31.24.csv', 'OPPS 2025-01', '2025-01-01', '2024-12-31'],
    ['addendum.csv', 'OPPS 2026', '2026-01-01', undefined],
  ])('%s is release %s, from %s', (name, release, from, published) => {
    const to = quarterAfter(from);
    expect(format.recognise(sighting(text(rows), name))).toEqual({ release, from, to, published });
  });

  test('is read where cells of its heading have line breaks', async () => {
    const broken = text(rows)
      .replace('HCPCS Code,Short', '"HCPCS\nCode",Short')
      .replace('Payment Rate', '"Payment \r\nRate "');
    expect(format.recognise(sighting(broken, '2026 April Web Addendum B.csv'))).toMatchObject({
      release: 'OPPS 2026-04',
    });
    const { statements } = await read(format, inMemory(broken), trial);
    expect(statements).toHaveLength(3);
  });

  test('is known by its heading, not by its name', () => {
    const addendumA = 'APC,Group Title,SI,Relative Weight,Payment Rate\n';
    expect(format.recognise(sighting(addendumA, '2026 April Web Addendum B.csv'))).toBeUndefined();
  });

  test('that names neither quarter nor year leaves the day to the user', () => {
    expect(format.recognise(sighting(`${heading}\n`, 'b.csv'))).toEqual({ published: undefined });
  });
});

describe('a row', () => {
  test('gives status, APC, weight, rate and copayments exactly, in chunks of any size', async () => {
    for (const chunk of [1, 7, 65_536]) {
      const { statements } = await read(format, inMemory(text(rows), { chunk }), trial);
      expect(values(statements)).toMatchObject({
        'CPT:77092': { statusIndicator: 'M', apc: null, relativeWeight: null, paymentRate: null },
        'CPT:77090': {
          statusIndicator: 'S',
          apc: '5521',
          relativeWeight: 12_345,
          paymentRate: 12_345_000,
          nationalCopayment: null,
          minimumCopayment: 2_469_000,
          year: 2026,
        },
        'HCPCS_LEVEL_II:J0897': { apc: '0731', paymentRate: 12_340, passThroughEnds: '12/31/2026' },
      });
      expect(statements.every(({ from, to }) => from === '2026-04-01' && to === '2027-01-01')).toBe(true);
    }
  });

  test('never brings the descriptor', async () => {
    const { told } = await read(format, inMemory(text(rows)), trial);
    expect(JSON.stringify(told)).not.toContain('synthetic');
  });

  test('of a rate of 0.00 has no rate: it is not free', async () => {
    const { statements } = await read(format, inMemory(text(['77090,,S,5521,,$0.00 ,,,,,'])), trial);
    expect(statements[0]?.values.paymentRate).toBeNull();
  });

  test('whose code has a stray byte behind it is read, in a file of CP1252', async () => {
    const bytes = Buffer.from(text(['77090\u00ff,synthetic,S,5521,,$1.00 ,,,,,']), 'latin1');
    const file = inMemory(bytes, { encoding: 'windows-1252' });
    const { statements } = await read(format, file, trial);
    expect(statements.map(({ key }) => key)).toEqual(['CPT:77090']);
  });

  test('of a dental code or one that is not wanted is left out and counted', async () => {
    const { statements, skipped } = await read(format, inMemory(text([...rows, 'D0120,,E1,,,,,,,,'])), {
      ...trial,
      codes: ['77090'],
    });
    expect(statements).toHaveLength(1);
    expect(skipped).toEqual({
      'code not among those wanted': 2,
      'dental code, which belongs to the ADA': 1,
    });
  });

  test('from a release that names no quarter says so', async () => {
    const { statements } = await read(format, inMemory(text(rows)), { ...trial, release: 'OPPS 2026' });
    expect(statements[0]?.envelope.note).toMatch(/not its quarter/);
  });

  test.each<[string, readonly string[], RegExp]>([
    ['a code twice', ['77090,,S,,,,,,,,', '77090,,S,,,,,,,,'], /:5: 77090 stands on line 4 already/],
    ['columns that have shifted', ['synthetic,77090,S,,,,,,,,'], /:4: HCPCS Code: .* is no billing code/],
    ['a rate that is no amount', ['77090,,S,,,twelve,,,,,'], /:4: Payment Rate: Expected a number/],
    ['a row that is cut short', ['77090,,S,55'], /:4: This row has 4 cells/],
  ])('is refused with line and column: %s', async (_title, lines, message) => {
    await expect(read(format, inMemory(text(lines)), trial)).rejects.toThrow(message);
  });
});

describe('the real excerpt', () => {
  const path = excerpt('opps/addendum_b_2026.bone.derived.csv');

  test.skipIf(!path)('prices 77090 and lets no hospital bill 77092', async () => {
    const { statements } = await read(format, inMemory(readFileSync(path ?? '')), trial);
    const found = values(statements);
    expect(Object.keys(found)).toHaveLength(21);
    expect(found['CPT:77090']).toMatchObject({ statusIndicator: 'S', apc: '5521', paymentRate: 889_100 });
    expect(found['CPT:77092']).toMatchObject({ statusIndicator: 'M', paymentRate: null });
    expect(found['CPT:0555T']).toMatchObject({ statusIndicator: 'S', paymentRate: 295_500 });
  });
});

describe('another release', () => {
  test('that is text separated by tabs, or that writes out what SI is, says the same', async () => {
    const cell = /("[^"]*"|[^,\r\n]*),/g;
    const tabs = text(rows).replace(cell, '$1\t');
    const broken = tabs
      .replace('HCPCS Code\t', '"HCPCS\nCode"\t')
      .replace('Payment Rate', '"Payment\nRate "');
    for (const other of [tabs, broken, text(rows).replace(',SI,', ',Status Indicator,')]) {
      expect(format.recognise(sighting(other, 'January 2021 Web Addendum B.12292020.txt'))).toMatchObject({
        release: 'OPPS 2021-01',
      });
      const { statements } = await read(format, inMemory(other), trial);
      expect(values(statements)).toEqual(
        values((await read(format, inMemory(text(rows)), trial)).statements),
      );
    }
  });

  test('may leave its quarter to the name of its archive', () => {
    const seen = { ...sighting(text(rows), 'Addendum B.csv'), within: 'in/october-2026-opps-addendum-b.zip' };
    expect(format.recognise(seen)).toMatchObject({ release: 'OPPS 2026-10', from: '2026-10-01' });
    expect(format.recognise({ ...seen, within: 'in/may-2026' })).toMatchObject({ release: 'OPPS 2026' });
  });

  test('may write the year of its publication in full', () => {
    const seen = sighting(text(rows), '2026_July_Web_Addendum_B.06.26.2026.csv');
    expect(format.recognise(seen)).toMatchObject({ release: 'OPPS 2026-07', published: '2026-06-26' });
  });
});
