/** The list of codes not otherwise classified, saved from its spreadsheet as CSV or with tabs. Every row here is synthetic. */

import { expect, test } from 'vitest';
import { hcpcsNoc as format } from '../../../../seed/official/codes/hcpcs-noc.ts';
import { inMemory, read, sighting } from '../../kit/file-trial.ts';
import { loading } from '../../kit/loading.ts';

const rows = [
  ['HCPCS Codes', 'Long Description'],
  ['A9999', 'Synthetic supply, not otherwise specified'],
  ['J3490', 'Unclassified synthetic drugs'],
  ['D0999', 'Synthetic dental, unlisted'],
  ['99199', 'SYNTHETIC DESCRIPTOR OF THE AMA'],
];
const csv = rows.map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\r\n');
/** A text has inches. */
const tabs = ['HCPCS NOC codes, synthetic\t', ...rows.map((cells) => cells.join('\t'))]
  .join('\n')
  .replace('supply,', '5" supply,');
const trial = { release: 'NOC2026_OCT', from: '2026-10-01' };

test('it is known by its name or title and by what its rows are called; the name tells the quarter', () => {
  expect(format.recognise(sighting(csv, 'NOC codes_OCT2026.csv'))).toEqual(trial);
  expect(format.recognise(sighting(tabs, 'NOC codes_JAN 2024.txt'))).toEqual({
    release: 'NOC2024_JAN',
    from: '2024-01-01',
  });
  expect(format.recognise(sighting(tabs, 'list.txt'))).toEqual({});
  expect(format.recognise(sighting(csv, 'prices.csv'))).toBeUndefined();
  expect(
    format.recognise(sighting('HCPCS,Description,Rate\nA4216,Water,1.00\n', 'NOC codes_OCT2026.csv')),
  ).toBeUndefined();
});

test.each([
  ['CSV', csv],
  ['tabs', tabs],
])('each code is a statement, and no text is kept: %s', async (_form, content) => {
  const { statements, skipped, told } = await read(format, inMemory(content), trial);
  expect(statements.map(({ values }) => values.codeId)).toEqual([
    'BillingCode:HCPCS_LEVEL_II:A9999',
    'BillingCode:HCPCS_LEVEL_II:J3490',
    'BillingCode:CPT:99199',
  ]);
  expect(skipped).toEqual({ 'dental code, which belongs to the ADA': 1 });
  expect(JSON.stringify(told)).not.toMatch(/ynthetic|DESCRIPTOR/);
});

test('only wanted codes are taken, and a code of no known shape is refused', async () => {
  const { statements } = await read(format, inMemory(csv), { ...trial, codes: ['J3490'] });
  expect(statements).toHaveLength(1);
  await expect(read(format, inMemory(csv.replace('A9999', 'A99')), trial)).rejects.toThrow(
    /"A99" is no billing code/,
  );
});

test('a code tells that it is listed, until a list that lacks it', { timeout: 120_000 }, async () => {
  const graph = loading();
  await graph.load([graph.put('NOC codes_JUL2026.csv', csv)]);
  await graph.load([graph.put('NOC codes_OCT2026.csv', csv.replace('A9999', 'A9998'))]);
  const unlisted = (day: string) =>
    graph.ask(
      `{ billingCode(code: "A9999", asOf: { dateOfService: "${day}" }) { unlisted { release text citations { locator } } } }`,
    );
  expect(await unlisted('2026-08-01')).toEqual({
    billingCode: {
      unlisted: [
        {
          release: 'NOC2026_JUL',
          text: 'HCPCS list NOC2026_JUL: A9999 is a code not otherwise classified.',
          citations: [{ locator: expect.stringContaining('row A9999') }],
        },
      ],
    },
  });
  expect(await unlisted('2026-10-02')).toEqual({ billingCode: { unlisted: [] } });
});
