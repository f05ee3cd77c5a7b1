/** By when a source has to be read again, and that what rests on sources is stale once all of them should have been. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Cadence, SourceKind } from '../../../db/enums/index.ts';
import { freshnessOn, levelOf, staleFrom } from '../../../db/history/freshness.ts';

type Read = Parameters<typeof staleFrom>[0];

/** A page that was read at its publisher, synthetic. */
const page: Read = {
  cadence: 'YEARLY',
  kind: 'COMMERCIAL_MEDICAL_POLICY',
  relayed: 0,
  sha256: null,
  publishedOn: null,
  effectiveOn: null,
  retrievedOn: '2026-11-22',
};
const fees: Read = { ...page, cadence: 'QUARTERLY', kind: 'FEE_SCHEDULE' };
const copy: Read = { ...page, relayed: 1 };

describe('a source is stale from', () => {
  test.each<[string, Read, string | null]>([
    ['a year after a page was read', page, '2027-11-22'],
    [
      'a month after, or the last day of a shorter one',
      { ...page, cadence: 'MONTHLY', retrievedOn: '2027-01-31' },
      '2027-02-28',
    ],
    ['seven days after', { ...page, cadence: 'WEEKLY', retrievedOn: '2026-12-28' }, '2027-01-04'],
    ['the day after', { ...page, cadence: 'DAILY', retrievedOn: '2028-02-28' }, '2028-02-29'],
    ['a year after 29 February: the 28th', { ...page, retrievedOn: '2028-02-29' }, '2029-02-28'],
    ['no day where it never changes', { ...page, cadence: 'NEVER' }, null],
    ['no day where nobody has determined it', { ...page, cadence: 'UNKNOWN' }, null],
    [
      'the quarter after that of the release, however late it was read',
      { ...fees, effectiveOn: '2025-10-01' },
      '2026-01-01',
    ],
    ['the next quarter, for a release within one', { ...fees, effectiveOn: '2024-03-09' }, '2024-04-01'],
    [
      'the quarter after the release, posted again in the next',
      { ...fees, effectiveOn: '2026-01-01', publishedOn: '2026-04-02' },
      '2026-04-01',
    ],
    ['the quarter after it was read, where the release has no day', fees, '2027-01-01'],
    [
      'a year after the day of a yearly release',
      { ...fees, cadence: 'YEARLY', effectiveOn: '2025-10-01' },
      '2026-10-01',
    ],
    [
      'a year after the day of a copy, not after it was read',
      { ...copy, publishedOn: '2021-03', effectiveOn: '2021-04-01' },
      '2022-04-01',
    ],
    ['no known day, for a copy without a day', copy, null],
    [
      'a month after the day of a price file that was loaded',
      {
        ...page,
        cadence: 'MONTHLY',
        sha256: 'synthetic',
        effectiveOn: '2026-04-01',
        publishedOn: '2026-04-01',
      },
      '2026-05-01',
    ],
    [
      'a year after figures of claims were read, whichever year they are about',
      { ...page, kind: 'CLAIMS_DATASET', sha256: 'synthetic', effectiveOn: '2023-01-01' },
      '2027-11-22',
    ],
  ])('%s', (_, read, day) => {
    expect(staleFrom(read)).toBe(day);
  });
});

describe('what rests on sources', () => {
  test('is current on the day before and stale on the day itself', () => {
    const on = (day: string) => freshnessOn(day, [page]);
    expect(on('2027-11-21')).toEqual({ state: 'CURRENT', readAgainBy: '2027-11-22', day: '2027-11-21' });
    expect(on('2027-11-22')).toEqual({ state: 'STALE', readAgainBy: '2027-11-22', day: '2027-11-22' });
  });

  test('is current while one of its sources is', () => {
    const both = [page, { ...page, retrievedOn: '2027-06-01' }];
    expect(freshnessOn('2028-05-31', both)).toMatchObject({ state: 'CURRENT', readAgainBy: '2028-06-01' });
    expect(freshnessOn('2028-06-01', both)).toMatchObject({ state: 'STALE', readAgainBy: '2028-06-01' });
    expect(freshnessOn('2199-01-01', [page, { ...page, cadence: 'NEVER' }]).state).toBe('CURRENT');
  });

  test('is not called stale where nobody knows by when one of them was to be read', () => {
    const both: readonly Read[] = [page, { ...page, cadence: 'UNKNOWN' }];
    expect(freshnessOn('2027-11-21', both).state).toBe('CURRENT');
    expect(freshnessOn('2027-11-22', both)).toEqual({
      state: 'UNKNOWN',
      readAgainBy: null,
      day: '2027-11-22',
    });
  });
});

const days = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const dates = fc.option(days.chain((day) => fc.constantFrom(day, day.slice(0, 7), day.slice(0, 4))));
const reads: fc.Arbitrary<Read> = fc.record({
  cadence: fc.constantFrom(...(Object.keys(Cadence.values) as Read['cadence'][])),
  kind: fc.constantFrom(...(Object.keys(SourceKind.values) as Read['kind'][])),
  relayed: fc.constantFrom(0 as const, 1 as const),
  sha256: fc.constantFrom(null, 'synthetic'),
  publishedOn: dates,
  effectiveOn: dates,
  retrievedOn: days,
});
const some = fc.array(reads, { minLength: 1, maxLength: 4 });

describe('whatever the sources', () => {
  test('what is stale on a day is stale on every later day', () => {
    fc.assert(
      fc.property(some, days, days, (sources, one, other) => {
        const [earlier = '', later = ''] = [one, other].sort();
        if (freshnessOn(earlier, sources).state === 'STALE')
          expect(freshnessOn(later, sources).state).toBe('STALE');
        // What is not current any more never is again.
        if (freshnessOn(earlier, sources).state !== 'CURRENT')
          expect(freshnessOn(later, sources).state).toBe(freshnessOn(earlier, sources).state);
      }),
    );
  });

  test('a further source makes nothing staler', () => {
    fc.assert(
      fc.property(some, reads, days, (sources, further, day) => {
        if (freshnessOn(day, [...sources, further]).state === 'STALE')
          expect(freshnessOn(day, sources).state).toBe('STALE');
      }),
    );
  });

  test('a source is stale after the day of its text, and on no day where it never changes', () => {
    fc.assert(
      fc.property(reads, (read) => {
        const from = staleFrom(read);
        if (from === null) return;
        const { publishedOn, effectiveOn, retrievedOn } = read;
        expect([retrievedOn, publishedOn ?? '', effectiveOn ?? ''].some((day) => day && day < from)).toBe(
          true,
        );
      }),
    );
  });
});

test('the level of a source follows from its kind, its evidence and whether it was relayed', () => {
  const primary = { ...page, evidence: 'PRIMARY' } as const;
  expect(levelOf({ ...primary, kind: 'FEE_SCHEDULE' })).toBe('OFFICIAL_FILE');
  expect(levelOf({ ...primary, kind: 'COVERAGE_DETERMINATION', sha256: 'synthetic' })).toBe('OFFICIAL_FILE');
  expect(levelOf({ ...primary, kind: 'COVERAGE_DETERMINATION' })).toBe('OFFICIAL_PAGE');
  expect(levelOf(primary)).toBe('PUBLISHER_DOCUMENT');
  expect(levelOf({ ...primary, kind: 'FEE_SCHEDULE', relayed: 1 })).toBe('RELAY_OF_PUBLISHER');
  expect(levelOf({ ...primary, evidence: 'SECONDARY', relayed: 1 })).toBe('SECONDARY_REPORT');
});
