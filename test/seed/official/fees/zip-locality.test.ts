/** ZIP codes by locality, on synthetic lines in both layouts and on the real excerpt where it is at hand. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { zipLocalities as format } from '../../../../seed/official/fees/zip-locality.ts';
import { excerpt, inMemory, read, sighting } from '../../kit/file-trial.ts';

/** A line of ZIP5; what ZIP codes lie where is synthetic. */
const zip5 = (state: string, zip: string, place: string, flag: 0 | 1, rural = ' ') =>
  `${state}${zip}${place}${rural}Z9${rural}  ${flag} A${' '.repeat(52)}20254`;
/** A line of ZIP9. */
const zip9 = (state: string, zip: string, place: string, plusFour: string) =>
  `${state}${zip}${place} ${' '.repeat(5)}1${plusFour}${' '.repeat(6)}A${' '.repeat(43)}20254`;

const five = [
  zip5('AK', '99501', '0210201', 0),
  zip5('EM', '63005', '0530201', 1),
  zip5('PR', '00601', '0920220', 0, 'R'),
];
const nine = [
  zip9('EM', '63005', '0530201', '0001'),
  zip9('EM', '63005', '0530201', '0002'),
  zip9('EM', '63005', '0530201', '0004'),
  zip9('EM', '63005', '0530299', '0005'),
  zip9('EM', '63015', '0530299', '0006'),
];
const trial = { release: 'ZIP5_20254', from: '2025-10-01', to: '2026-01-01' };
const text = (lines: readonly string[]) => `${lines.join('\r\n')}\r\n`;

test('both layouts are known by their lines, which tell the quarter', () => {
  const holds = { from: '2025-10-01', to: '2026-01-01' };
  expect(format.recognise(sighting(text(five)))).toEqual({ release: 'ZIP5_20254', part: 'ZIP5', ...holds });
  expect(format.recognise(sighting(text(nine)))).toEqual({ release: 'ZIP9_20254', part: 'ZIP9', ...holds });
  expect(format.recognise(sighting('10112           AL      00   ALABAMA  1.000\r\n'))).toBeUndefined();
});

test.each([1, 7, 65_536])(
  'a line of ZIP5 leads five digits to a locality, in pieces of %i',
  async (chunk) => {
    const { entities, statements } = await read(format, inMemory(text(five), { chunk }), trial);
    expect(
      statements.map(({ key, at, values }) => [key, at, values.jurisdictionId, values.needsPlusFour]),
    ).toEqual([
      ['99501', 'line 1', 'Jurisdiction:02102-01', 0],
      ['63005', 'line 2', 'Jurisdiction:05302-01', 1],
      ['00601', 'line 3', 'Jurisdiction:09202-20', 0],
    ]);
    // East and west of Missouri are states to the ZIP file alone.
    expect(entities.map(({ row }) => [row.code, row.state])).toEqual([
      ['02102-01', 'AK'],
      ['05302-01', 'MO'],
      ['09202-20', 'PR'],
    ]);
  },
);

test('lines of ZIP9 that follow each other without a gap into one locality are one statement', async () => {
  const { statements } = await read(format, inMemory(text(nine)), trial);
  expect(
    statements.map(({ key, at, values }) => [
      key,
      at,
      values.plusFourFrom,
      values.plusFourTo,
      values.jurisdictionId,
    ]),
  ).toEqual([
    ['63005-0001', 'lines 1 to 2', '0001', '0002', 'Jurisdiction:05302-01'],
    ['63005-0004', 'line 3', '0004', '0004', 'Jurisdiction:05302-01'],
    ['63005-0005', 'line 4', '0005', '0005', 'Jurisdiction:05302-99'],
    ['63015-0006', 'line 5', '0006', '0006', 'Jurisdiction:05302-99'],
  ]);
});

describe('what was not expected stops the reading', () => {
  const [first = '', second = ''] = five;
  test.each([
    ['a ZIP code twice', [...five, first], 'synthetic.txt:4: 99501 stands on line 1 already.'],
    [
      'four digits twice',
      [...nine.slice(0, 2), nine[1] ?? ''],
      'synthetic.txt:3: 63005-0002 stands on line 2 already.',
    ],
    [
      'a line cut short',
      [first, second.slice(0, 40)],
      'synthetic.txt:2: columns 1 to 2: This line is not laid out',
    ],
    ['a shifted line', [first, ` ${second}`.slice(0, 80)], 'synthetic.txt:2'],
    [
      'another quarter',
      [first, second.replace('20254', '20261')],
      'Expected 20254, as on the first line, got 20261.',
    ],
  ])('%s', async (_title, lines, message) => {
    await expect(read(format, inMemory(text(lines)), trial)).rejects.toThrow(message);
  });
});

const real = excerpt('zip_locality/ZIP5_OCT2025.excerpt.txt');
test.skipIf(!real)('the real excerpt leads Houston to locality 18 of contractor 04412', async () => {
  const content = readFileSync(real ?? '', 'utf8');
  expect(format.recognise(sighting(content))?.release).toBe('ZIP5_20254');
  const { statements } = await read(format, inMemory(content, { chunk: 65_536 }), trial);
  expect(statements).toHaveLength(46);
  expect(statements.find(({ key }) => key === '77002')?.values.jurisdictionId).toBe('Jurisdiction:04412-18');
});
