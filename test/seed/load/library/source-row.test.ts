/** Whose address the source of a fetched file gives. The file is synthetic. */

import { expect, test } from 'vitest';
import { formats } from '../../../../seed/load/files/formats.ts';
import { sourceRow } from '../../../../seed/load/library/source-row.ts';

const page = 'https://www.cms.gov/medicare/payment/fee-schedules/physician/pfs-relative-value-files';
const file = 'https://www.cms.gov/files/zip/synthetic.zip';
const copy = 'https://copies.example/synthetic.zip';
const prices = 'https://hospital.example/synthetic_standardcharges.csv';

test.each([
  ['a file that a user gave', 'pprrvu', undefined, { url: page, officialUrl: page, relayed: 0 }],
  ['by its name', 'pprrvu', ['cms:rvu26d', file], { url: file, officialUrl: file, relayed: 0 }],
  ['by an address of its publisher', 'pprrvu', [file, file], { url: file, officialUrl: file, relayed: 0 }],
  ['by an address elsewhere', 'pprrvu', [copy, copy], { url: copy, officialUrl: page, relayed: 1 }],
  [
    'by the domain of a hospital',
    'hospital-prices',
    ['hospital:hospital.example', prices],
    { url: prices, officialUrl: prices, relayed: 0 },
  ],
  [
    'by an address of prices that may be a copy',
    'hospital-prices',
    [prices, prices],
    { url: prices, officialUrl: null, relayed: 0 },
  ],
] as const)('%s: only the address of its publisher is official', (_, name, fetched, expected) => {
  const format = formats.find((each) => each.name === name);
  if (!format) throw new Error(`There is no format ${name}.`);
  const sha256 = 'a'.repeat(64);
  const row = sourceRow(format, {
    ...{ format: name, path: 'synthetic.zip/synthetic.csv', sha256, release: 'synthetic', part: '' },
    ...{ from: '2026-10-01', to: null, published: null, codes: null, encoding: 'utf-8', kept: 'file' },
    ...{ loadedAt: '2026-11-30T12:00:00Z', publication: null },
    fetched: fetched && {
      ...{ name: fetched[0], url: fetched[1], sha256, fetchedAt: '2026-11-30T12:00:00Z' },
    },
  });
  expect(row).toMatchObject(expected);
});
