/** OPPS Addendum A, on a synthetic file in its layout and on the real file where it is at hand. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { quarterAfter } from '../../../../db/kit/quarter.ts';
import { oppsAddendumA as format } from '../../../../seed/official/fees/opps-addendum-a.ts';
import { excerpt, inMemory, read, sighting } from '../../kit/file-trial.ts';

const heading =
  'APC ,Group Title,SI,Relative Weight ,Payment Rate ,National Unadjusted Copayment,Minimum Unadjusted Copayment,IRA Coinsurance percentage ,Adjusted Beneficiary Copayment,Drug and Device Pass-Through Expiration during Calendar Year,Note';
/** APC numbers are real; titles and amounts are synthetic. */
const rows = [
  '5521,"Synthetic title, level 1",S,1.2345,"$1,234.50 ",.,$246.90,,,,',
  '731,Synthetic drug,k ,,$1.234,.,$0.25,19.692%,$0.24,,Synthetic note',
  '2038,Synthetic device,H,,,.,.,,,*,',
];
const text = (lines: readonly string[]) =>
  `,Addendum A.- Synthetic OPPS APCs for CY 2026,,\r\n,synthetic notice,,\r\n${heading}\r\n${lines.join('\r\n')}\r\n`;
const trial = { from: '2026-04-01', to: '2027-01-01', release: 'OPPS 2026-04' };

const values = ({ statements }: Awaited<ReturnType<typeof read>>) =>
  Object.fromEntries(statements.map((each) => [each.key, each.values]));

describe('a file', () => {
  test.each([
    ['2026 April Web Addendum A.03.27.26.csv', 'OPPS 2026-04', '2026-04-01', '2026-03-27'],
    ['addendum.csv', 'OPPS 2026', '2026-01-01', undefined],
  ])('%s is release %s, from %s', (name, release, from, published) => {
    expect(format.recognise(sighting(text(rows), name))).toEqual({
      release,
      from,
      to: quarterAfter(from),
      published,
    });
  });

  test('is known by its heading: Addendum B under its name is none', () => {
    const addendumB = 'HCPCS Code,Short Descriptor,SI,APC,Relative Weight,Payment Rate\n';
    expect(format.recognise(sighting(addendumB, '2026 April Web Addendum A.csv'))).toBeUndefined();
  });

  test('that is text separated by tabs says the same', async () => {
    const tabs = text(rows).replace(/("[^"]*"|[^,\r\n]*),/g, '$1\t');
    expect(format.recognise(sighting(tabs, 'a.txt'))).toMatchObject({ release: 'OPPS 2026' });
    expect(values(await read(format, inMemory(tabs), trial))).toEqual(
      values(await read(format, inMemory(text(rows)), trial)),
    );
  });
});

describe('a row', () => {
  test('gives title, status, weight, rate and copayments exactly', async () => {
    const found = await read(format, inMemory(text(rows), { chunk: 1 }), trial);
    expect(values(found)).toEqual({
      5521: {
        ...{
          payerId: 'Payer:medicare',
          apc: '5521',
          label: 'Synthetic title, level 1',
          statusIndicator: 'S',
        },
        ...{ relativeWeight: 12_345, paymentRate: 12_345_000, nationalCopayment: null },
        ...{ minimumCopayment: 2_469_000, coinsurancePercentage: null, adjustedCopayment: null },
        ...{ passThroughEnds: null, fileNote: null },
      },
      '0731': expect.objectContaining({
        ...{ apc: '0731', statusIndicator: 'K', relativeWeight: null, paymentRate: 12_340 },
        ...{ coinsurancePercentage: 19_692, adjustedCopayment: 2_400, fileNote: 'Synthetic note' },
      }),
      2038: expect.objectContaining({ paymentRate: null, minimumCopayment: null, passThroughEnds: '*' }),
    });
    expect(found.statements.every(({ from, to }) => from === '2026-04-01' && to === '2027-01-01')).toBe(true);
  });

  test.each<[string, readonly string[], RegExp]>([
    ['an APC twice', [rows[0] ?? '', rows[0] ?? ''], /:5: 5521 stands on line 4 already/],
    ['columns that have shifted', ['Synthetic,5521,S,,,,,,,,'], /:4: APC: .* is no APC/],
    ['a rate that is no amount', ['5521,S,S,,twelve,,,,,,'], /:4: Payment Rate: Expected a number/],
  ])('is refused with line and column: %s', async (_title, lines, message) => {
    await expect(read(format, inMemory(text(lines)), trial)).rejects.toThrow(message);
  });
});

describe('the real file', () => {
  const path = excerpt('whole/opps/2025 NFRM Addendum A.11122024.txt');

  test.skipIf(!path)(
    'has 994 groups, 22 devices without a rate, some with titles that begin with a tab',
    async () => {
      const bytes = readFileSync(path ?? '');
      const seen = format.recognise(sighting(bytes.toString('latin1'), '2025 NFRM Addendum A.11122024.txt'));
      expect(seen).toMatchObject({ release: 'OPPS 2025', from: '2025-01-01', to: '2025-04-01' });
      const file = inMemory(bytes, { encoding: 'windows-1252', chunk: 65_536 });
      const found = values(await read(format, file, { ...trial, from: '2025-01-01' }));
      expect(Object.keys(found)).toHaveLength(994);
      expect(Object.values(found).filter(({ paymentRate }) => paymentRate === null)).toHaveLength(22);
      expect(found['5521']).toMatchObject({
        ...{ label: 'Level 1 Imaging without Contrast', statusIndicator: 'S', relativeWeight: 9_874 },
        ...{ paymentRate: 880_500, minimumCopayment: 176_100, nationalCopayment: null },
      });
      expect(found['0714']).toMatchObject({ paymentRate: 33_254_547_570, adjustedCopayment: 16_320_000 });
      expect(found['1829']).toMatchObject({
        label: 'Penicillin g benzathine inj',
        coinsurancePercentage: 14_948,
      });
      expect(found['9013']).toMatchObject({ label: 'Inj risankizumab-rzaa 1 mg' });
    },
  );
});
