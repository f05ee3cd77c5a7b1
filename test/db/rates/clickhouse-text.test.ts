/** Values in the text of ClickHouse. */

import { expect, test } from 'vitest';
import { literal, tabSeparated, within } from '../../../db/rates/clickhouse-text.ts';
import { openRates } from '../../../db/rates/open-rates.ts';
import { ratesAddressOf } from '../../../db/rates/rates-address.ts';

test('text cannot leave its quotes', () => {
  expect(literal("O'Hare \\' or 1")).toBe("'O\\'Hare \\\\\\' or 1'");
  expect(literal(['a', 1, ['b', -2]])).toBe("('a', 1, ('b', -2))");
  expect(() => literal(Number.NaN)).toThrow(RangeError);
  expect(() => literal(1.5)).toThrow(RangeError);
});

test('no value is within none', () => {
  expect(within('code', [])).toBe('0');
  expect(within('(file, code)', [['a', 'b']])).toBe("(file, code) in (('a', 'b'))");
});

test('a row is one line, and null is no text', () => {
  expect(tabSeparated(['a\tb\r\n', null, '\\N', 5])).toBe('a\\tb\\r\\n\t\\N\t\\\\N\t5\n');
});

test('an address names every node, and their cluster where there are several', () => {
  expect(ratesAddressOf('clickhouse://reader@a:8123,b:8124/rates?cluster=c', 'p')).toEqual({
    urls: ['http://a:8123', 'http://b:8124'],
    ...{ user: 'reader', password: 'p', database: 'rates', cluster: 'c' },
  });
  expect(ratesAddressOf('clickhouses://a:8443/rates', '')).toMatchObject({
    urls: ['https://a:8443'],
    ...{ user: 'default', cluster: undefined },
  });
  for (const wrong of [
    'clickhouse://a:8123,b:8123/rates',
    'http://a/rates',
    'clickhouse://a:8123',
    'clickhouse://a:x/r',
  ])
    expect(ratesAddressOf(wrong, ''), wrong).toBeUndefined();
});

test('a store at an address that is not written so is refused with its form', () => {
  const settings = { database: 'd', rates: 'clickhouse://a:8123' };
  expect(() => openRates(settings)).toThrow(/^Write RATES as `clickhouse:/);
});
