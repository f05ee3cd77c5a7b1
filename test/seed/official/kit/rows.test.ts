/** Tables under a heading, on synthetic rows: how a heading is found, and what stops the reading. */

import { describe, expect, test } from 'vitest';
import { records } from '../../../../seed/load/format/file.ts';
import { monthInName, monthNamed } from '../../../../seed/official/kit/calendar.ts';
import { roundedIn } from '../../../../seed/official/kit/rounded.ts';
import { rowsUnder } from '../../../../seed/official/kit/rows.ts';
import { inMemory } from '../../kit/file-trial.ts';

const columns = {
  code: { called: 'Code', also: ['Number'] },
  amount: { called: 'Amount in dollars', goesOn: true },
  note: { called: 'Note', optional: true },
} as const;

async function rows(text: string, chunk = 7): Promise<readonly string[]> {
  const file = inMemory(text, { chunk });
  const found: string[] = [];
  for await (const row of rowsUnder(file.path, records(file), columns))
    found.push(`${row.line} ${row.cell('code')} ${row.cell('amount')} ${row.cell('note')}`.trim());
  return found;
}

describe('a heading', () => {
  test('is found below a preamble, in any order of columns, with line breaks and doubled blanks', async () => {
    const text = 'synthetic,,\n"a notice\nof two lines",,\n"Amount\nin  dollars ",Other,CODE\n1.00,x,99901\n';
    for (const chunk of [1, 7, 65_536]) expect(await rows(text, chunk)).toEqual(['6 99901 1.00']);
    expect(await rows('AMOUNT_IN_DOLLARS of 2026,Number\n1.00,99901\n')).toEqual(['2 99901 1.00']);
  });

  test('that is not there is told with the columns that were looked for', async () => {
    await expect(rows('synthetic,file\n1,2\n')).rejects.toThrow(/no heading .*Amount in dollars/);
    await expect(rows('')).rejects.toThrow(/no heading/);
  });

  test('that names a column twice is refused: a guess could be the wrong one', async () => {
    await expect(rows('Code,Amount in dollars,Code\n')).rejects.toThrow(/:1: Code: .* 2 times/);
  });
});

describe('a row', () => {
  test('with another number of cells than the heading stops the reading with its line', async () => {
    const heading = 'Code,Amount in dollars,Note\n';
    await expect(rows(`${heading}99901,1.00,\n99902,1.0`)).rejects.toThrow(
      /synthetic\.txt:3: This row has 2 cells where the heading has 3/,
    );
    await expect(rows(`${heading}99901,1.00,,a\n`)).rejects.toThrow(/4 cells/);
  });

  test('may end where the named columns of the heading end, not before', async () => {
    const heading = 'Code,Amount in dollars,Note,,\n';
    expect(await rows(`${heading}99901,1.00,a\n99902,2.00,b,\n99903,3.00,c,,\n`)).toEqual([
      '2 99901 1.00 a',
      '3 99902 2.00 b',
      '4 99903 3.00 c',
    ]);
    await expect(rows(`${heading}99901,1.00\n`)).rejects.toThrow(/2 cells where the heading has 5/);
    // Empty cells beyond the heading, as spreadsheets add them, say nothing.
    expect(await rows(`${heading}99901,1.00,a,,, \n`)).toEqual(['2 99901 1.00 a']);
  });

  test('that is empty, or a note below the table of whatever length, is none; a code alone is one', async () => {
    const text =
      'Code,Amount in dollars,Note\n,,\n\n99901,1.00,\nNote: amounts are synthetic throughout.,,\nSee above,,\n*,,\n';
    expect(await rows(text)).toEqual(['4 99901 1.00']);
    expect(await rows('Code,Amount in dollars,Note\n99901,,\n')).toEqual(['2 99901']);
  });
});

test.each([
  ['2026 April Web Addendum B.csv', '2026-04-01'],
  ['October 2025 Web Addendum B.09.26.25.csv', '2025-10-01'],
  ['HCPC2026_OCT_ANWEB.txt', '2026-10-01'],
  ['icd10cm-order-April-1-2026.txt', '2026-04-01'],
  ['decimal 2026', undefined],
  ['addendum_b_2026.csv', undefined],
])('%s names the month %s', (text, month) => {
  expect(monthNamed(text)).toBe(month);
});

test.each([
  ['Addendum_B_Oct26.csv', '2026-10-01'],
  ["Jan'25 ASP.csv", '2025-01-01'],
  ['addendum-b-2026-q3.csv', '2026-07-01'],
  ['Q4 2025 Addendum A.csv', '2025-10-01'],
  ['2026 April Web Addendum B.csv', '2026-04-01'],
  // May be a day of December.
  ['Addendum B Dec 29.csv', undefined],
  ['Oct2601.csv', undefined],
])('the name %s is of %s', (name, month) => {
  expect(monthInName(name)).toBe(month);
});

test.each([
  ['105.235', 2, 10_524],
  ['105.2349999999', 2, 10_523],
  ['.005', 2, 1],
  ['1,234.5', 0, 1_235],
  ['0.5', 0, 1],
  ['$7.1', 2, 710],
  ['', 2, null],
  ['NA', 2, null],
])('%s to %i places is %s, rounded half up once', (text, places, scaled) => {
  expect(roundedIn(text, places)).toBe(scaled);
});
