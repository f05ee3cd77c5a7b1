/** CSV: how an answer becomes a table that a spreadsheet can open safely. */

import { expect, test } from 'vitest';
import { toCsv } from '../../../src/graphiql/page/csv.ts';

test('an object is one row, its paths the columns', () => {
  expect(toCsv({ code: { code: '77090', active: true, rvu: 1.5, note: null } })).toBe(
    'code.code,code.active,code.rvu,code.note\r\n77090,true,1.5,\r\n',
  );
});

test('the levels of a connection leave no trace in the columns', () => {
  const payers = { edges: [{ node: { slug: 'a' } }, { node: { slug: 'b' } }] };
  expect(toCsv({ payers })).toBe('payers.slug\r\na\r\nb\r\n');
});

test('a list within a list repeats what is above it', () => {
  const rows = [
    { role: 'global', cells: [{ payer: 'a' }, { payer: 'b' }] },
    { role: 'technical', cells: [{ payer: 'a' }, { payer: 'b' }] },
  ];
  expect(toCsv({ rows })).toBe(
    'rows.role,rows.cells.payer\r\nglobal,a\r\nglobal,b\r\ntechnical,a\r\ntechnical,b\r\n',
  );
});

test('rows of different shape share the columns they have in common', () => {
  expect(toCsv({ of: [{ a: 1 }, { b: 2 }] })).toBe('of.a,of.b\r\n1,\r\n,2\r\n');
});

test('quotes, commas and lines within a cell stay within it', () => {
  expect(toCsv({ a: 'one, "two"\nthree' })).toBe('a\r\n"one, ""two""\nthree"\r\n');
});

test.each(['=1+1', '+1', '@x', '-a', '\tx'])(
  'a cell that begins like the formula %s is made a text',
  (cell) => {
    expect(toCsv({ cell })).toBe(`cell\r\n'${cell}\r\n`);
  },
);

test('a negative number stays a number', () => {
  expect(toCsv({ difference: -1.5 })).toBe('difference\r\n-1.5\r\n');
});

test('no data is no table', () => {
  expect(toCsv(undefined)).toBe('');
  expect(toCsv({})).toBe('');
});
