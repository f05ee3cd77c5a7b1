/** Lines of a claim as people paste them. */

import { expect, test } from 'vitest';
import { readLines, writeLines } from '../../../src/web/app/claim/claim-lines.ts';

test('a line is a code with its modifiers, then units, diagnoses, place and day in any order', () => {
  const line = {
    code: '77092',
    modifiers: ['26'],
    units: 2,
    diagnoses: ['M81.0', 'Z13.820'],
    placeOfService: '11',
    dateOfService: '2026-11-24',
  };
  expect(readLines('77092-26 x2 M81.0 Z13.820 11 2026-11-24')).toEqual({ lines: [line], unread: [] });
  expect(readLines('77092-26, 2026-11-24, m810, 11, Z13820, 2x')).toEqual({ lines: [line], unread: [] });
});

test('two digits are the place of service; what two letters name is a modifier', () => {
  const [line] = readLines('77080 22 TC').lines;
  expect(line).toMatchObject({ code: '77080', modifiers: ['TC'], placeOfService: '22', units: 1 });
});

test('lines stand in rows or between semicolons, and empty ones are none', () => {
  expect(readLines('77080\n\n  ;77081 x2\n').lines.map(({ code, units }) => [code, units])).toEqual([
    ['77080', 1],
    ['77081', 2],
  ]);
});

test('a word that means nothing is named with its line, and the rest is read', () => {
  const { lines, unread } = readLines('77080 M81.0\n77090 hello 11');
  expect(unread).toEqual([{ line: 2, word: 'hello' }]);
  expect(lines[1]).toMatchObject({ code: '77090', placeOfService: '11' });
});

test('what is read is written so that it is read as the same', () => {
  const text = '77092-26 x1 M81.0 11\n77080 x2 Z13.820 22 2026-11-24';
  expect(writeLines(readLines(text).lines)).toBe(text);
});
