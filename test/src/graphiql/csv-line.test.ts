/** A line of CSV: whatever is in its cells comes back out of it, and nothing in it is run by a spreadsheet. */

import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLine } from '../../../src/kit/csv-line.ts';

const sign = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', '"', ',', "'", '');
const cell = fc.tuple(sign, fc.string({ unit: 'grapheme' })).map((parts) => parts.join(''));
const cells = fc.array(cell, { minLength: 2, maxLength: 6 });

const read = (line: string) =>
  parse(line, { record_delimiter: '\r\n', relax_column_count: true })[0] as string[];

const isFormula = (text: string) => /^[=+\-@\t\r\n＝＋－＠]/.test(text);
const isNumber = (text: string) => /^-?\d+(\.\d+)?$/.test(text);

test('cells come back as they went in, but for an apostrophe before what would be run', () => {
  fc.assert(
    fc.property(cells, (row) => {
      expect(read(csvLine(row))).toEqual(
        row.map((text) => (isFormula(text) && !isNumber(text) ? `'${text}` : text)),
      );
    }),
  );
});

test('no cell begins as a formula does, unless it is a number', () => {
  fc.assert(
    fc.property(cells, (row) => {
      for (const text of read(csvLine(row))) expect(!isFormula(text) || isNumber(text)).toBe(true);
    }),
  );
});

test('a line ends as RFC 4180 says', () => {
  expect(csvLine(['a', 'b "c"', 'd,e'])).toBe('a,"b ""c""","d,e"\r\n');
});
