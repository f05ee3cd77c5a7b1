/** Where providers practise by the registry NPPES: the columns are those of the published file, the rows synthetic. */

import { describe, expect, test } from 'vitest';
import { providerPlaces } from '../../../../seed/official/care/nppes.ts';
import { inMemory } from '../../kit/file-trial.ts';

const numbered = (count: number, names: (n: number) => readonly string[]) =>
  Array.from({ length: count }, (_, index) => names(index + 1)).flat();

const addressed = (kind: string) => [
  `Provider First Line Business ${kind} Address`,
  `Provider Second Line Business ${kind} Address`,
  `Provider Business ${kind} Address City Name`,
  `Provider Business ${kind} Address State Name`,
  `Provider Business ${kind} Address Postal Code`,
  `Provider Business ${kind} Address Country Code (If outside U.S.)`,
  `Provider Business ${kind} Address Telephone Number`,
  `Provider Business ${kind} Address Fax Number`,
];

/** The columns of npidata_pfile, version 2, in their order: exhibit 2-1 of its Readme of February 1, 2025. */
const columns: readonly string[] = [
  'NPI',
  'Entity Type Code',
  'Replacement NPI',
  'Employer Identification Number (EIN)',
  'Provider Organization Name (Legal Business Name)',
  'Provider Last Name (Legal Name)',
  'Provider First Name',
  'Provider Middle Name',
  'Provider Name Prefix Text',
  'Provider Name Suffix Text',
  'Provider Credential Text',
  'Provider Other Organization Name',
  'Provider Other Organization Name Type Code',
  'Provider Other Last Name',
  'Provider Other First Name',
  'Provider Other Middle Name',
  'Provider Other Name Prefix Text',
  'Provider Other Name Suffix Text',
  'Provider Other Credential Text',
  'Provider Other Last Name Type Code',
  ...addressed('Mailing'),
  ...addressed('Practice Location'),
  'Provider Enumeration Date',
  'Last Update Date',
  'NPI Deactivation Reason Code',
  'NPI Deactivation Date',
  'NPI Reactivation Date',
  'Provider Sex Code',
  'Authorized Official Last Name',
  'Authorized Official First Name',
  'Authorized Official Middle Name',
  'Authorized Official Title or Position',
  'Authorized Official Telephone Number',
  ...numbered(15, (n) => [
    `Healthcare Provider Taxonomy Code_${n}`,
    `Provider License Number_${n}`,
    `Provider License Number State Code_${n}`,
    `Healthcare Provider Primary Taxonomy Switch_${n}`,
  ]),
  ...numbered(50, (n) => [
    `Other Provider Identifier_${n}`,
    `Other Provider Identifier Type Code_${n}`,
    `Other Provider Identifier State_${n}`,
    `Other Provider Identifier Issuer_${n}`,
  ]),
  'Is Sole Proprietor',
  'Is Organization Subpart',
  'Parent Organization LBN',
  'Parent Organization TIN',
  'Authorized Official Name Prefix Text',
  'Authorized Official Name Suffix Text',
  'Authorized Official Credential Text',
  ...numbered(15, (n) => [`Healthcare Provider Taxonomy Group_${n}`]),
  'Certification Date',
];

const postalCode = 'Provider Business Practice Location Address Postal Code';
const country = 'Provider Business Practice Location Address Country Code (If outside U.S.)';

type Values = Readonly<Record<string, string>>;

const quoted = (cells: readonly string[]) => cells.map((cell) => `"${cell}"`).join(',');

/** A person in the registry; what must not be kept says so. */
const person: Values = {
  'Entity Type Code': '1',
  'Provider Last Name (Legal Name)': "SECRET, O'SYNTHETIC",
  'Provider First Line Business Mailing Address': 'SECRET STREET 1, SUITE 2',
  'Provider Business Mailing Address Postal Code': '999991234',
  [postalCode]: '606371234',
  [country]: 'US',
};

/** A row with these values, and those of a person where none is given. */
const rowOf = (values: Values, order = columns) =>
  quoted(order.map((column) => values[column] ?? person[column] ?? ''));

/** What is left of a provider that was taken out: the number, and the day. */
const outSince = (NPI: string, day: string) =>
  quoted(columns.map((column) => ({ NPI, 'NPI Deactivation Date': day })[column] ?? ''));

const fileOf = (rows: readonly string[], order = columns) => [quoted(order), ...rows, ''].join('\n');

interface Reached {
  readonly places: readonly unknown[];
  readonly leftOut: readonly (readonly [
    reason: string,
    found: string | undefined,
    line: number | undefined,
  ])[];
}

async function read(content: string, chunk = 65_536): Promise<Reached> {
  const leftOut: Reached['leftOut'][number][] = [];
  const file = inMemory(content, { name: 'npidata_pfile_synthetic.csv', chunk });
  const skip = (reason: string, found?: string, line?: number) => void leftOut.push([reason, found, line]);
  const places: unknown[] = [];
  for await (const place of providerPlaces(file, skip)) places.push(place);
  return { places, leftOut };
}

test('the file has 330 columns, the practice in the 33rd', () => {
  expect(columns).toHaveLength(330);
  expect(columns.indexOf(postalCode)).toBe(32);
});

test.each([7, 65_536])('a provider is a number and a ZIP code, in pieces of %i', async (chunk) => {
  const content = fileOf([
    rowOf({ NPI: '1000000001' }),
    rowOf({ NPI: '1000000002', 'Entity Type Code': '2', [postalCode]: '00601', [country]: 'PR' }),
    rowOf({ NPI: '2000000003', [postalCode]: '77092-0001', [country]: '' }),
  ]);
  expect(await read(content, chunk)).toEqual({
    places: [
      { npi: 1_000_000_001, zip: '60637' },
      { npi: 1_000_000_002, zip: '00601' },
      { npi: 2_000_000_003, zip: '77092' },
    ],
    leftOut: [],
  });
});

test('lines may end as on other systems, the last be empty, and columns stand in another order', async () => {
  const order = columns.toReversed();
  const content = fileOf([rowOf({ NPI: '1000000001' }, order), ''], order).replaceAll('\n', '\r\n');
  expect((await read(content)).places).toEqual([{ npi: 1_000_000_001, zip: '60637' }]);
});

test('who is out of the registry, abroad or gives no ZIP code is left out, and counted with the line', async () => {
  const back = { 'NPI Deactivation Date': '12/31/2019', 'NPI Reactivation Date': '01/02/2020' };
  const outAgain = { 'NPI Deactivation Date': '01/02/2021', 'NPI Reactivation Date': '12/31/2020' };
  const content = fileOf([
    outSince('1000000001', '02/03/2020'),
    rowOf({ NPI: '1000000002', ...back }),
    rowOf({ NPI: '1000000003', ...outAgain }),
    rowOf({ NPI: '1000000004', [postalCode]: '09123', [country]: 'DE' }),
    rowOf({ NPI: '1000000005', [postalCode]: '6063' }),
    rowOf({ NPI: '1000000006', [postalCode]: '' }),
  ]);
  expect(await read(content)).toEqual({
    places: [{ npi: 1_000_000_002, zip: '60637' }],
    leftOut: [
      ['provider out of the registry', undefined, 2],
      ['provider out of the registry', undefined, 4],
      ['practice abroad', 'DE', 5],
      ['no ZIP code of the practice', '6063', 6],
      ['no ZIP code of the practice', '', 7],
    ],
  });
});

describe('a file that is not as published ends with what to do', () => {
  const good = rowOf({ NPI: '1000000001' });

  test.each([
    [
      'a number that is none',
      fileOf([good, rowOf({ NPI: '100000001' })]),
      ':3: NPI: Expected ten digits, the first a 1 or a 2',
    ],
    [
      'shifted columns',
      fileOf([good, rowOf({ NPI: '1000000002', 'Entity Type Code': 'SYNTHETIC' })]),
      ':3: Entity Type Code: Expected 1 for a person or 2 for an organisation, got "SYNTHETIC".',
    ],
    [
      'a day that is none',
      fileOf([rowOf({ NPI: '1000000002', 'NPI Deactivation Date': '02/30/2020' })]),
      ':2: NPI Deactivation Date: ',
    ],
    [
      'a day that is none, of two',
      fileOf([
        rowOf({ NPI: '1000000002', 'NPI Deactivation Date': '02/03/2020', 'NPI Reactivation Date': 'soon' }),
      ]),
      ':2: NPI Reactivation Date: ',
    ],
    ['a row cut in a value', fileOf([good, good]).slice(0, -9), ':3: This line does not begin and end'],
    [
      'a row cut between values',
      fileOf([good, good]).slice(0, -4),
      ':3: This row has 329 values where the heading has 330.',
    ],
    ['a row of few values', fileOf([quoted(['1000000001', '1']), good]), ':2: This row has 2 values'],
    ['values without quotes', fileOf([good]).replaceAll('"', ''), 'must put every value in quotes'],
    [
      'another table',
      fileOf(
        [good],
        columns.filter((column) => column !== postalCode),
      ),
      `:1: The heading lacks ${postalCode}.`,
    ],
    ['a heading alone', fileOf([]), 'One with "fileheader" in its name holds the heading alone.'],
    ['nothing', '', 'The file has no row.'],
  ])('%s', async (_, content, says) => {
    const failed = read(content);
    await expect(failed).rejects.toMatchObject({ name: 'FileError' });
    await expect(failed).rejects.toThrow(says);
    await expect(failed).rejects.toThrow('npidata_pfile_synthetic.csv');
  });
});

test('no more of the file is read than is wanted', async () => {
  let pieces = 0;
  const content = fileOf(Array.from({ length: 500 }, (_, n) => rowOf({ NPI: String(1_000_000_000 + n) })));
  const whole = inMemory(content, { chunk: 4_096 });
  const counted = {
    ...whole,
    async *chunks() {
      for await (const piece of whole.chunks()) {
        pieces += 1;
        yield piece;
      }
    },
  };
  for await (const { npi } of providerPlaces(counted)) if (npi === 1_000_000_009) break;
  expect(pieces * 4_096).toBeLessThan(content.length / 10);
});
