/** The clinical laboratory fee schedule, on synthetic files in both layouts and on the real excerpts where they are at hand. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { clfs as format } from '../../../../seed/official/fees/clfs.ts';
import { excerpt, inMemory, read, sighting } from '../../kit/file-trial.ts';

const preamble =
  '2026 synthetic laboratory fee schedule\nsynthetic notice of the AMA\nsynthetic, with "quotes" left out\n\n';
/** Codes are real numbers; every amount is synthetic. */
const rows = [
  ['2026', '82310', '', '20260101', 'N', '00012.34', 'synthetic'],
  ['2026', '82310', 'QW', '20260101', 'N', '00012.35', 'synthetic'],
  ['2026', '0614U', '', '20260401', 'N', '01234.50', 'synthetic'],
  ['2026', '0526U', '', '20260101', 'L', '00000.00', 'synthetic'],
];
const csv = (lines = rows) =>
  `${preamble.replaceAll('"', '')}YEAR,HCPCS,MOD,EFF_DATE,INDICATOR,RATE,SHORTDESC,LONGDESC,EXTENDEDLONGDESC\n${lines.map((cells) => [...cells, '', ''].join(',')).join('\n')}\n`;
const tilded = (lines = rows) =>
  `${preamble}YEAR~HCPCS~MOD~EFF_DATE~INDICATOR~RATE~SHORTDESC\n${lines.map((cells) => cells.map((cell, i) => (i === 2 ? cell.padEnd(2) : cell)).join('~')).join('\n')}\n`;
const trial = { from: '2026-04-01', to: '2027-01-01' };

const tabs = (lines = rows) => tilded(lines).replaceAll('~', '\t');

describe.each([
  ['CSV', csv],
  ['text separated by tildes', tilded],
  ['text separated by tabs', tabs],
])('%s', (_title, make) => {
  test.each([
    ['PUF_CLFS_CY2026_Q2V1.csv', { release: 'CLFS CY2026 Q2V1', from: '2026-04-01', to: '2027-01-01' }],
    ['lab.csv', { release: 'CLFS CY2026', from: '2026-01-01', to: '2027-01-01' }],
  ])('is known by its heading; %s tells its quarter', (name, seen) => {
    expect(format.recognise(sighting(make(), name))).toEqual(seen);
  });

  test('gives a row for each code and modifier, from the day of the row to the end of its year', async () => {
    for (const chunk of [1, 7, 65_536]) {
      const { statements } = await read(format, inMemory(make(), { chunk }), trial);
      expect(
        statements.map(({ key, from, to, values }) => [key, from, to, values.amount, values.feeKind]),
      ).toEqual([
        ['CPT:82310', '2026-01-01', '2027-01-01', 1_234, 'NATIONAL_N'],
        ['CPT:82310/QW', '2026-01-01', '2027-01-01', 1_235, 'NATIONAL_N'],
        ['CPT:0614U', '2026-04-01', '2027-01-01', 123_450, 'NATIONAL_N'],
        ['CPT:0526U', '2026-01-01', '2027-01-01', null, 'LOCAL_L'],
      ]);
    }
  });

  test('does not take 0.00 for free: the contractor sets the price', async () => {
    const { statements } = await read(format, inMemory(make()), trial);
    expect(statements.at(-1)?.envelope).toEqual({
      valueState: 'UNKNOWN_VALUE',
      unknownReason: 'NOT_PRICED_UNDER_SCHEDULE',
    });
  });

  test('never brings a descriptor, and names the modifier', async () => {
    const { told, entities } = await read(format, inMemory(make()), trial);
    expect(JSON.stringify(told)).not.toContain('synthetic');
    expect(entities.map(({ row }) => row.id)).toContain('Modifier:HCPCS_MODIFIER:QW');
  });

  test.each<[string, string[], RegExp]>([
    [
      'a code and modifier twice',
      ['2026', '82310', 'QW', '20260101', 'N', '1.00', ''],
      /82310 QW stands on line/,
    ],
    ['another indicator', ['2026', '82312', '', '20260101', 'X', '1.00', ''], /INDICATOR: Expected N or L/],
    ['a day that is none', ['2026', '82312', '', '20261301', 'N', '1.00', ''], /EFF_DATE: Expected a day/],
    ['a year that is none', ['26', '82312', '', '20260101', 'N', '1.00', ''], /YEAR: Expected a year/],
    ['a day after the year', ['2026', '82312', '', '20270101', 'N', '1.00', ''], /EFF_DATE: .*after 2026/],
    ['a modifier that is none', ['2026', '82312', 'QWX', '20260101', 'N', '1.00', ''], /MOD: .*no modifier/],
    [
      'an amount below zero',
      ['2026', '82312', '', '20260101', 'N', '-1.00', ''],
      /RATE: .*Expected dollars from 0.00/,
    ],
    ['a row that is cut short', ['2026', '82312', '', '2026'], /cells where the heading has/],
  ])('is refused with line and column: %s', async (_case, cells, message) => {
    const lines = cells.length < 7 ? make().trimEnd() : make([...rows, cells]);
    const text = cells.length < 7 ? `${lines}\n2026${lines.includes('~') ? '~' : ','}82312` : lines;
    await expect(read(format, inMemory(text), trial)).rejects.toThrow(message);
  });
});

describe('the real excerpts', () => {
  const path = excerpt('clfs/PUF_CLFS_CY2026_Q2V1.excerpt.csv');
  const twin = excerpt('clfs/PUF_CLFS_CY2026_Q2V1.excerpt.txt');

  test.skipIf(!path)('price 82306 and, with and without QW, 82310', async () => {
    const { statements } = await read(format, inMemory(readFileSync(path ?? '')), trial);
    const amounts = Object.fromEntries(statements.map(({ key, values }) => [key, values.amount]));
    expect(amounts).toMatchObject({ 'CPT:82306': 2_960, 'CPT:82310': 516, 'CPT:82310/QW': 516 });
    expect(statements).toHaveLength(17);
  });

  test.skipIf(!path || !twin)('say the same in both layouts', async () => {
    const [one, other] = await Promise.all(
      [path, twin].map((each) => read(format, inMemory(readFileSync(each ?? '')), trial)),
    );
    const inCsv = new Map(one?.statements.map(({ key, values }) => [key, values]));
    for (const { key, values } of other?.statements ?? []) expect(inCsv.get(key)).toEqual(values);
    expect(other?.statements).toHaveLength(8);
  });
});

test('the name of the archive tells the quarter where that of the file does not', () => {
  const seen = (within: string) => format.recognise({ ...sighting(csv(), 'CLFS_2026.csv'), within });
  expect(seen('in/26CLABQ3.zip')).toMatchObject({ release: 'CLFS CY2026 Q3', from: '2026-07-01' });
  expect(seen('q3/26clab.zip')).toMatchObject({ release: 'CLFS CY2026', from: '2026-01-01' });
});

test('a heading may write out what it abbreviates elsewhere', async () => {
  const spelt = csv().replace('YEAR,HCPCS,MOD,EFF_DATE', 'Year,HCPCS,Modifier,Effective Date');
  expect(format.recognise(sighting(spelt, 'CLFS 2026 Q2V1.csv'))).toMatchObject({
    release: 'CLFS CY2026 Q2V1',
  });
  expect((await read(format, inMemory(spelt), trial)).statements).toHaveLength(4);
});

test('the heading of the rate may have the year, and there may be one rate alone', async () => {
  const dated = csv().replace(',RATE,', ',RATE2026,');
  expect((await read(format, inMemory(dated), trial)).statements).toEqual(
    (await read(format, inMemory(csv()), trial)).statements,
  );
  const two = csv().replace(',RATE,SHORTDESC', ',RATE2025,RATE2026');
  await expect(read(format, inMemory(two), trial)).rejects.toThrow(/names this column 2 times/);
});
