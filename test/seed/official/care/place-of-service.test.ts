/** Places of service, on synthetic files in both forms and on the real ones where they are at hand. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { placesOfService as format } from '../../../../seed/official/care/place-of-service.ts';
import { excerpt, inMemory, read, sighting } from '../../kit/file-trial.ts';

const concepts = [
  { code: '11', display: 'Synthetic office', definition: 'Synthetic  text.\u00a0(Effective never)' },
  { code: '22', display: 'Synthetic hospital', definition: 'Synthetic.' },
];
const codeSystem = (concept: unknown, indent?: number) =>
  JSON.stringify(
    { resourceType: 'CodeSystem', id: 'CMSPlaceofServiceCodes', version: '20240502', concept },
    null,
    indent,
  );
const table =
  'pos,facility_status,name,description\n11,Non-Facility,Synthetic office,Synthetic.\n22,Facility,Synthetic hospital,"Synthetic, quoted."\n28,Unassigned,Unassigned,Unassigned\n';

test('both forms are known by their content', () => {
  expect(format.recognise(sighting(codeSystem(concepts), 'x.json'))).toEqual({
    release: 'POS 20240502',
    from: '2024-05-02',
  });
  expect(format.recognise(sighting(codeSystem(concepts, 2), 'x.json'))).toMatchObject({ from: '2024-05-02' });
  expect(format.recognise(sighting(table, 'pos_2024.csv'))).toEqual({
    release: 'POS 2024',
    from: '2024-01-01',
  });
  expect(
    format.recognise(sighting('{"resourceType":"CodeSystem","id":"other"}', 'pos.json')),
  ).toBeUndefined();
});

test('the code system names places and leaves open which practice expense is paid there', async () => {
  for (const content of [codeSystem(concepts), `\ufeff${codeSystem(concepts, 2)}`]) {
    for (const chunk of [1, 7, 65_536]) {
      const { entities } = await read(format, inMemory(content, { chunk }));
      expect(entities.map(({ row }) => row)).toEqual([
        {
          id: 'PlaceOfService:11',
          code: '11',
          label: 'Synthetic office',
          description: 'Synthetic text. (Effective never)',
          setting: null,
        },
        expect.objectContaining({ id: 'PlaceOfService:22', setting: null }),
      ]);
      // A table may have told the setting before: this must not take it away.
      expect(entities.every(({ authority }) => authority)).toBe(false);
    }
  }
});

test('the table names places with their setting, and leaves out numbers that are not assigned', async () => {
  const { entities, skipped } = await read(format, inMemory(table));
  expect(entities.map(({ row }) => [row.code, row.setting])).toEqual([
    ['11', 'NON_FACILITY'],
    ['22', 'FACILITY'],
  ]);
  expect(skipped).toEqual({ unassigned: 1 });
});

test.each<[string, string, RegExp]>([
  ['JSON that is cut short', codeSystem(concepts).slice(0, -20), /This is not JSON/],
  ['a code system without concepts', codeSystem(undefined), /list "concept"; found none/],
  [
    'a concept that is no place',
    codeSystem([{ code: 'EXP', display: 'x', definition: 'x' }]),
    /concept\[0\] is no place/,
  ],
  ['a place twice', codeSystem([...concepts, concepts[0]]), /11 stands on line 1 already/],
  [
    'another status',
    table.replace('Non-Facility', 'Perhaps'),
    /:2: facility_status: Expected Facility or Non-Facility/,
  ],
  ['a code that is none', table.replace('\n11,', '\nxx,'), /:2: pos: Expected two digits/],
])('%s is refused', async (_title, content, message) => {
  await expect(read(format, inMemory(content))).rejects.toThrow(message);
});

describe('the real files', () => {
  const json = excerpt('pos/CodeSystem-CMSPlaceofServiceCodes.json');
  const csv = excerpt('pos/pos_with_facility_status_2024.derived.csv');

  test.skipIf(!json || !csv)('name the same 52 places, 18 of them facilities', async () => {
    const [system, status] = await Promise.all(
      [json, csv].map((path) => read(format, inMemory(readFileSync(path ?? '')))),
    );
    const codes = (found: typeof system) => found?.entities.map(({ row }) => row.code);
    expect(codes(system)).toHaveLength(52);
    expect(codes(system)).toEqual(codes(status));
    const facilities = status?.entities
      .filter(({ row }) => row.setting === 'FACILITY')
      .map(({ row }) => row.code);
    expect(facilities?.join(' ')).toBe('02 06 08 19 21 22 23 24 26 31 34 41 42 51 52 53 56 61');
  });
});

test('the table as CMS shows it has no setting, spans of numbers that are not assigned, and asterisks', async () => {
  const plain =
    '\ufeffPlace of Service Code(s),Place of Service Name,Place of Service Description\r\n1,Synthetic pharmacy **,Synthetic.\r\n35-40,Unassigned,N/A\r\n';
  expect(format.recognise(sighting(plain.slice(1), 'places-2025.csv'))).toMatchObject({
    release: 'POS 2025',
  });
  const { entities, skipped } = await read(format, inMemory(plain));
  expect(entities.map(({ row, authority }) => [row.code, row.label, row.setting, authority])).toEqual([
    ['01', 'Synthetic pharmacy', null, false],
  ]);
  expect(skipped).toEqual({ unassigned: 1 });
  await expect(read(format, inMemory(plain.replace('35-40,Unassigned', '35-40,Synthetic')))).rejects.toThrow(
    /Expected two digits, got "35-40"/,
  );
});
