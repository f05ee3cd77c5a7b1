/** Days and moments: only real ones are taken, and text order is time order. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asOfNow, instantOf, parseDay, parseInstant } from '../../../db/kit/as-of.ts';
import { ValidationError } from '../../../db/kit/errors.ts';

const dates = fc.date({
  min: new Date('1900-01-01T00:00:00Z'),
  max: new Date('2199-12-31T23:59:59Z'),
  noInvalidDate: true,
});
const dayOf = (date: Date) => date.toISOString().slice(0, 10);

describe('a day', () => {
  test('that the calendar has is taken as it is', () => {
    fc.assert(fc.property(dates, (date) => void expect(parseDay(dayOf(date))).toBe(dayOf(date))));
  });

  test('that the calendar has not is refused', () => {
    const parts = fc.tuple(
      fc.integer({ min: 1900, max: 2199 }),
      fc.integer({ min: 0, max: 19 }),
      fc.integer({ min: 0, max: 39 }),
    );
    fc.assert(
      fc.property(parts, ([year, month, day]) => {
        const text = [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
        const real = new Date(Date.UTC(year, month - 1, day));
        const exists = real.getUTCMonth() === month - 1 && real.getUTCDate() === day;
        if (exists) expect(parseDay(text)).toBe(text);
        else expect(() => parseDay(text)).toThrow(ValidationError);
      }),
    );
  });

  test.each([
    '',
    'today',
    '2025-1-1',
    '2025/01/01',
    '20250101',
    '2025-02-30',
    '2025-13-01',
    '1899-12-31',
    '2025-01-01Z',
    ' 2025-01-01',
  ])('%j is refused, and the message shows it', (text) =>
    expect(() => parseDay(text)).toThrow(JSON.stringify(text)),
  );
});

describe('a moment', () => {
  test('is kept in UTC, cut to the second, whatever its zone', () => {
    const zones = fc.integer({ min: -12 * 60, max: 12 * 60 });
    fc.assert(
      fc.property(dates, zones, (date, minutes) => {
        const local = new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, 19);
        if (local < '1900' || local >= '2200') return;
        const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
        const zone = `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
        expect(parseInstant(`${local}${zone}`)).toBe(instantOf(date));
      }),
    );
  });

  test('comes before another exactly when its text does', () => {
    fc.assert(
      fc.property(dates, dates, (a, b) => {
        const [x, y] = [instantOf(a), instantOf(b)];
        expect(x < y).toBe(Math.floor(a.getTime() / 1000) < Math.floor(b.getTime() / 1000));
      }),
    );
  });

  test.each([
    '2025-01-01',
    '2025-01-01T00:00:00',
    '2025-01-01 00:00:00Z',
    '2025-02-30T00:00:00Z',
    '2025-01-01T25:00:00Z',
    'now',
    '',
  ])('%j is refused, and the message shows what was found', (text) => {
    expect(() => parseInstant(text)).toThrow(ValidationError);
    expect(() => parseInstant(text)).toThrow(
      JSON.stringify(text.startsWith('2025-02-30') ? '2025-02-30' : text),
    );
  });
});

test('now is today and this second, in UTC', () => {
  expect(asOfNow(new Date('2026-11-24T23:59:59.999Z'))).toEqual({
    dateOfService: '2026-11-24',
    knownAt: '2026-11-24T23:59:59Z',
  });
});
