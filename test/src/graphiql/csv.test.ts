/** CSV: how the lists of an answer become tables that a spreadsheet can open safely. */

import { expect, test } from 'vitest';
import { csvTables } from '../../../src/graphiql/page/csv.ts';

const tables = (data: unknown) =>
  Object.fromEntries(csvTables(data).map(({ list, csv }) => [list, csv.split('\r\n').slice(0, -1)]));

test('an object without lists is one row, its paths the columns, without what they have in common', () => {
  expect(tables({ code: { code: '77090', active: true, rvu: 1.5, note: null } })).toEqual({
    '': ['code,active,rvu,note', '77090,true,1.5,'],
  });
});

test('the levels of a connection leave no trace in the columns', () => {
  const payers = { edges: [{ node: { slug: 'a' } }, { node: { slug: 'b' } }] };
  expect(tables({ payers })).toEqual({ payers: ['slug', 'a', 'b'] });
});

test('each list is a table of its own, whose rows repeat what is above them and nothing beside', () => {
  const matrix = {
    day: '2026-11-24',
    tally: [{ state: 'UNKNOWN', count: 2 }],
    rows: [
      {
        role: 'global',
        cells: [
          { payer: { slug: 'a' }, searched: [{ id: 1 }, { id: 2 }] },
          { payer: { slug: 'b' }, searched: [] },
        ],
      },
      { role: 'technical', cells: [{ payer: { slug: 'a' }, searched: [{ id: 3 }] }] },
    ],
  };
  expect(tables({ matrix })).toEqual({
    'matrix.tally': ['day,tally.state,tally.count', '2026-11-24,UNKNOWN,2'],
    'matrix.rows': ['day,rows.role', '2026-11-24,global', '2026-11-24,technical'],
    'matrix.rows.cells': [
      'day,rows.role,rows.cells.payer.slug',
      '2026-11-24,global,a',
      '2026-11-24,global,b',
      '2026-11-24,technical,a',
    ],
    'matrix.rows.cells.searched': [
      'day,rows.role,rows.cells.payer.slug,rows.cells.searched.id',
      '2026-11-24,global,a,1',
      '2026-11-24,global,a,2',
      '2026-11-24,technical,a,3',
    ],
  });
});

test('a list of values is one cell', () => {
  expect(
    tables({
      of: [
        { a: 1, numbers: [1, 2] },
        { a: 2, numbers: [] },
      ],
    }),
  ).toEqual({
    of: ['a,numbers', '1,1; 2', '2,'],
  });
});

test('an object that is null in some rows adds no column beside those of its fields', () => {
  expect(
    tables({
      of: [
        { a: 1, best: null },
        { a: 2, best: { id: 'x' } },
      ],
    }),
  ).toEqual({
    of: ['a,best.id', '1,', '2,x'],
  });
});

test('rows of different shape share the columns they have in common', () => {
  expect(tables({ of: [{ a: 1 }, { b: 2 }] })).toEqual({ of: ['a,b', '1,', ',2'] });
});

test('a table says what it is of, and how many rows it has', () => {
  const names = (data: unknown) => csvTables(data).map(({ name }) => name);
  const rows = [{ a: 1, cells: [{ b: 2 }] }];
  expect(names({ matrix: { tally: [{ n: 1 }], rows } })).toEqual(['tally', 'rows', 'rows.cells']);
  expect(names({ matrix: { rows: [{ a: 1 }] } })).toEqual(['rows']);
  expect(names({ a: 1 })).toEqual(['']);
  expect(csvTables({ of: [{ a: 1 }, null, { a: 2 }] }).map(({ list, rows }) => [list, rows])).toEqual([
    ['of', 2],
  ]);
});

test('quotes, commas and lines within a cell stay within it', () => {
  expect(csvTables({ a: 'one, "two"\nthree' })[0]?.csv).toBe('a\r\n"one, ""two""\nthree"\r\n');
});

test.each(['=1+1', '+1', '@x', '-a', '\tx'])(
  'a cell that begins like the formula %s is made a text',
  (cell) => {
    expect(csvTables({ cell })[0]?.csv).toBe(`cell\r\n'${cell}\r\n`);
  },
);

test('a negative number stays a number', () => {
  expect(csvTables({ difference: -1.5 })[0]?.csv).toBe('difference\r\n-1.5\r\n');
});

test('no data is no table', () => {
  for (const data of [undefined, null, {}, 'text']) expect(csvTables(data)).toEqual([]);
});
