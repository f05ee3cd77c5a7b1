/** Exact decimals: what is written comes back to the last place, and nothing is rounded silently. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDecimal, parseDecimal } from '../../../db/kit/decimal.ts';
import { ValidationError } from '../../../db/kit/errors.ts';

const places = fc.integer({ min: 0, max: 4 });

test('a number that was kept is written and read back as itself', () => {
  const kept = fc.integer({ min: -999_999_999_999, max: 999_999_999_999 });
  fc.assert(
    fc.property(
      kept,
      places,
      (scaled, n) => void expect(parseDecimal(formatDecimal(scaled, n), n)).toBe(scaled),
    ),
  );
});

test('a number is written with all its places, as a number that any program reads', () => {
  fc.assert(
    fc.property(fc.integer({ min: -9_999_999, max: 9_999_999 }), places, (scaled, n) => {
      const text = formatDecimal(scaled, n);
      expect(text).toMatch(n ? new RegExp(`^-?\\d+\\.\\d{${n}}$`) : /^-?\d+$/);
      expect(Number(text)).toBeCloseTo(scaled / 10 ** n, 8);
    }),
  );
});

test.each([
  [889_100, '88.91'],
  [12_340, '1.234'],
  [1, '0.0001'],
  [-1_000_000, '-100.00'],
])('%i, kept to four places of which two are shown, is %s', (scaled, text) =>
  expect(formatDecimal(scaled, 4, 2)).toBe(text),
);

test.each([
  ['41.53', 2, 4153],
  ['41.5', 2, 4150],
  ['41', 2, 4100],
  ['0.9', 3, 900],
  ['-0.05', 2, -5],
  ['41.5300', 2, 4153],
])('%s with %i places is kept as %i', (text, n, scaled) => expect(parseDecimal(text, n)).toBe(scaled));

test.each(['41.531', '41,53', '$41', '', ' ', 'NaN', '1e3', '.5', '5.', '--1', '9999999999999'])(
  '%j is refused, and the message shows it',
  (text) => {
    expect(() => parseDecimal(text, 2)).toThrow(ValidationError);
    expect(() => parseDecimal(text, 2)).toThrow(JSON.stringify(text));
  },
);
