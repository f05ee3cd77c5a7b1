/** Which series cover a day: by the days for which their releases were published, as known at a moment. All of it synthetic. */

import { expect, test } from 'vitest';
import { notCoveredInWords, seriesDays } from '../../../db/history/series-days.ts';
import type { WritableStore } from '../../../db/kit/store.ts';
import { insertSql } from '../../../db/kit/table.ts';
import { edition, series, seriesTable, source } from '../../../db/tables/index.ts';
import { add, emptyStore } from '../../kit/synthetic.ts';

interface Given {
  readonly series: number;
  readonly from: string;
  readonly to?: string;
  readonly confirmedTo?: string;
  readonly recordedFrom?: string;
}

/** A store with some editions, each of a source of its own; series 2 fills two tables. */
function storeOf(...given: readonly Given[]): WritableStore {
  const store = emptyStore();
  for (const number of new Set(given.map((each) => each.series)))
    store.run(insertSql(series), { number, part: `["synthetic-${number}"]`, name: '', marks: '[]' });
  for (const { series: number, from, to = null, confirmedTo = null, recordedFrom } of given) {
    const sourceId = `Source:synthetic-${number}-${from}`;
    add(store, source, { id: sourceId, title: `Synthetic ${number} of ${from}` });
    store.run(insertSql(edition), {
      ...{ series: number, number: Number(from.replaceAll('-', '')), release: from, sourceId },
      ...{ validFrom: from, validTo: to, confirmedTo, whole: 1 },
      recordedFrom: recordedFrom ?? '2026-01-01T00:00:00Z',
    });
  }
  for (const tableName of ['fee_schedule_entry', 'pc_tc_indicator'])
    store.run(insertSql(seriesTable), { tableName, series: 2 });
  return store;
}

const asOf = (dateOfService: string, knownAt = '2026-06-01T00:00:00Z') => ({ dateOfService, knownAt });

test('a series covers the days for which its releases were published, and the newest one gives the last of them', () => {
  const store = storeOf(
    { series: 2, from: '2025-01-01', to: '2025-04-01' },
    { series: 2, from: '2025-07-01', to: '2026-01-01' },
    // It holds on until another is read, and was published for its quarter.
    { series: 3, from: '2025-10-01', confirmedTo: '2026-01-01' },
    { series: 4, from: '2025-01-01' },
  );
  const covering = (day: string) => seriesDays(store, asOf(day)).map(({ covers }) => covers);
  expect(covering('2024-12-31')).toEqual([false, false, false]);
  expect(covering('2025-03-31')).toEqual([true, false, true]);
  expect(covering('2025-04-01')).toEqual([false, false, true]);
  expect(covering('2025-12-31')).toEqual([true, true, true]);
  expect(covering('2026-01-01')).toEqual([false, false, true]);
  expect(
    seriesDays(store, asOf('2025-12-31')).map(({ title, about, newest, lastDay }) => [
      ...[title, about, newest.release, lastDay],
    ]),
  ).toEqual([
    ['Synthetic 2 of 2025-07-01', ['FeeScheduleEntry', 'PcTcIndicatorStatement'], '2025-07-01', '2025-12-31'],
    ['Synthetic 3 of 2025-10-01', [], '2025-10-01', '2025-12-31'],
    ['Synthetic 4 of 2025-01-01', [], '2025-01-01', null],
  ]);
});

test('what was recorded later counts from then on', () => {
  const store = storeOf(
    { series: 2, from: '2025-01-01', to: '2026-01-01' },
    { series: 2, from: '2026-01-01', to: '2027-01-01', recordedFrom: '2026-03-01T00:00:00Z' },
  );
  const known = (knownAt: string) =>
    seriesDays(store, asOf('2026-02-01', knownAt)).map(({ covers, lastDay }) => [covers, lastDay]);
  expect(known('2025-12-31T00:00:00Z')).toEqual([]);
  expect(known('2026-02-01T00:00:00Z')).toEqual([[false, '2025-12-31']]);
  expect(known('2026-03-01T00:00:00Z')).toEqual([[true, '2026-12-31']]);
});

test('in words those that do not cover the day are named, the first five of them, and none where all do', () => {
  const words = (day: string, ...given: readonly Given[]) =>
    notCoveredInWords(seriesDays(storeOf(...given), asOf(day)), day);
  const ended = { from: '2025-01-01', to: '2026-01-01' };
  expect(words('2025-06-01')).toBeNull();
  expect(words('2025-06-01', { series: 2, ...ended })).toBeNull();
  expect(words('2026-06-01', { series: 2, ...ended }, { series: 3, from: '2025-01-01' })).toBe(
    'No release that was read covers 2026-06-01 of 1 of 2 series: Synthetic 2 of 2025-01-01, up to 2025-12-31.',
  );
  expect(words('2024-06-01', { series: 2, ...ended })).toBe(
    'No release that was read covers 2024-06-01 of 1 of 1 series: Synthetic 2 of 2025-01-01, from 2025-01-01 on.',
  );
  const many = words('2026-06-01', ...[2, 3, 4, 5, 6, 7, 8].map((number) => ({ series: number, ...ended })));
  expect(many).toMatch(/^No release that was read covers 2026-06-01 of 7 of 7 series: .*; and 2 more\.$/);
  expect(many?.match(/up to/g)).toHaveLength(5);
});
