/** Which files of rates hold on a day, as known at a moment. */

import { describe, expect, test } from 'vitest';
import { filesInForce, type RateFile } from '../../../db/rates/rate-files.ts';

/** A synthetic file of one series, of which each test states what matters. */
const file = (name: string, given: Partial<RateFile> = {}): RateFile => ({
  ...{ file: name, sourceId: 'Source:synthetic', rows: 1, payerId: null, series: 7, edition: 1 },
  ...{ validFrom: '2026-01-01', validTo: null, recordedFrom: '2026-01-02T00:00:00Z' },
  ...{ codes: null, replaces: 1 },
  ...given,
});

const on = (dateOfService: string, files: readonly RateFile[], knownAt = '2026-12-01T00:00:00Z') =>
  filesInForce(files, { dateOfService, knownAt });

const january = file('jan');
const february = file('feb', {
  ...{ edition: 2, validFrom: '2026-02-01', recordedFrom: '2026-02-02T00:00:00Z' },
});

describe('a monthly file', () => {
  test.each<[string, string, readonly string[]]>([
    ['before the first', '2025-12-31', []],
    ['on the first day', '2026-01-01', ['jan']],
    ['on its last day', '2026-01-31', ['jan']],
    ['on the first day of the next', '2026-02-01', ['feb']],
  ])('holds until the next of its series: %s', (_when, day, found) =>
    expect(on(day, [january, february])).toEqual({ files: found, without: new Map() }),
  );

  test('holds on as long as the next was not known', () => {
    expect(on('2026-02-10', [january, february], '2026-02-01T12:00:00Z').files).toEqual(['jan']);
    expect(on('2026-02-10', [january, february], '2026-01-01T00:00:00Z').files).toEqual([]);
  });

  test('ends on the day that it states', () =>
    expect(on('2026-01-20', [file('jan', { validTo: '2026-01-15' })]).files).toEqual([]));

  test('does not end what another publisher says', () =>
    expect(on('2026-02-10', [january, { ...february, series: 8 }]).files).toEqual(['jan', 'feb']));
});

describe('a file of one day with another', () => {
  const again = file('again', { edition: 2, recordedFrom: '2026-01-03T00:00:00Z' });

  test('takes its place where it is whole, from when it was read', () => {
    expect(on('2026-01-10', [january, again]).files).toEqual(['again']);
    expect(on('2026-01-10', [january, again], '2026-01-02T12:00:00Z').files).toEqual(['jan']);
  });

  test('goes on beside it where each was read for codes of its own', () => {
    const some = file('some', { codes: '["77080"]' });
    const others = file('others', { edition: 2, codes: '["77092"]' });
    expect(on('2026-01-10', [some, others])).toEqual({ files: ['some', 'others'], without: new Map() });
  });
});

describe('a later file that was read for some codes', () => {
  const some = { ...february, codes: '["77090","77092"]' };

  test('takes the place of the earlier one for these, and says nothing of others', () =>
    expect(on('2026-02-10', [january, some])).toEqual({
      files: ['jan', 'feb'],
      without: new Map([['jan', ['77090', '77092']]]),
    }));
});

test('a part of a release takes the place of nothing', () =>
  expect(on('2026-02-10', [january, { ...february, replaces: 0 }]).files).toEqual(['jan', 'feb']));
