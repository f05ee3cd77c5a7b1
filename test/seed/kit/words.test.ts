/** Days and decimals of the text: exact, half-open, never rounded. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDecimal } from '../../../db/kit/decimal.ts';
import { dateNote, dayAfter, firstDay, scaled } from '../../../seed/kit/value-types.ts';

const days = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-30'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test('the day after a last day is the first on which it no longer holds, and none lies between', () => {
  fc.assert(
    fc.property(days, days, (last, other) => {
      const end = dayAfter(last);
      expect(end > last).toBe(true);
      // Half-open: a day is within exactly when it is not after the last day.
      expect(other < end).toBe(other <= last);
    }),
  );
});

test('intervals that follow each other day by day share no day and leave none out', () => {
  fc.assert(
    fc.property(days, days, (last, asked) => {
      const next = dayAfter(last);
      const inFirst = asked < next;
      const inSecond = asked >= next;
      expect(inFirst !== inSecond).toBe(true);
    }),
  );
});

test('a month and a year begin on their first day, and a reader is told', () => {
  expect([firstDay('2022'), firstDay('2022-03'), firstDay('2022-03-09')]).toEqual([
    '2022-01-01',
    '2022-03-01',
    '2022-03-09',
  ]);
  expect(dateNote('start', '2022-03')).toBe('Of the start the source gives the month only.');
  expect(dateNote('start', '2022')).toBe('Of the start the source gives the year only.');
  expect(dateNote('start', '2022-03-09')).toBeUndefined();
});

test('an amount is read exactly: 41.53 is 4153 cents', () => {
  expect([scaled('41.53', 2), scaled('599881269.28', 2), scaled('0.07', 2), scaled(undefined, 2)]).toEqual([
    4153,
    59_988_126_928,
    7,
    null,
  ]);
});

test('what is written with the places a column keeps comes back as it was', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 12 }), fc.constantFrom(2, 3, 4), (units, places) => {
      expect(scaled(formatDecimal(units, places), places)).toBe(units);
    }),
  );
});
