/** What is published again and again: which release of each series was read last, up to which day it was published, and whether any covers a day. */

import { type AsOf, dayBefore } from '../kit/as-of.ts';
import type { Store } from '../kit/store.ts';
import { type Row, selectList } from '../kit/table.ts';
import { edition, statementTables } from '../tables/index.ts';
import { seriesOfText } from './runs.ts';

/** A series of which releases were read. */
export interface SeriesDays {
  /** The title of the newest release as a source. */
  readonly title: string;
  /** The types of the statements that its releases make. */
  readonly about: readonly string[];
  readonly newest: Row<typeof edition>;
  /** The last day for which the newest was published; null where no end is known. */
  readonly lastDay: string | null;
  /** Whether one was published for the day. */
  readonly covers: boolean;
}

const newestOfSeries = `
  select ${selectList(edition, 'e')}, s.title, exists (
    select 1 from edition c
    where c.series = e.series and c.recorded_from <= :knownAt and c.valid_from <= :dateOfService
      and coalesce(c.confirmed_to, c.valid_to, '9999') > :dateOfService) as "covers"
  from series p cross join edition e cross join source s
  where p.number <> ${seriesOfText} and e.series = p.number and s.id = e.source_id and e.number = (
    select max(n.number) from edition n where n.series = p.number and n.recorded_from <= :knownAt)
  order by p.number`;

const filled = `select t.series, t.table_name as "table" from series_table t order by t.series, t.table_name`;

const typeOfTable = new Map(statementTables.map(({ name, type }) => [name, type]));

/** The series of which releases were read, as known at a moment, and whether they cover the day; two SQL statements. */
export function seriesDays(store: Store, asOf: AsOf): readonly SeriesDays[] {
  interface Newest extends Row<typeof edition> {
    readonly title: string;
    readonly covers: 0 | 1;
  }
  const tables = Map.groupBy(
    store.all<{ readonly series: number; readonly table: string }>(filled),
    ({ series }) => series,
  );
  return store.all<Newest>(newestOfSeries, { ...asOf }).map(({ title, covers, ...newest }) => {
    const end = newest.confirmedTo ?? newest.validTo;
    const about = (tables.get(newest.series) ?? []).flatMap(({ table }) => typeOfTable.get(table) ?? []);
    return { title, about, newest, lastDay: end === null ? null : dayBefore(end), covers: covers === 1 };
  });
}

/** How many series are named in words. */
const mostNamed = 5;

/** That some series do not cover a day, in words; null where all do, or none was read. */
export function notCoveredInWords(all: readonly SeriesDays[], day: string): string | null {
  const missing = all.filter(({ covers }) => !covers);
  if (missing.length === 0) return null;
  const named = missing
    .slice(0, mostNamed)
    .map(({ title, newest, lastDay }) =>
      newest.validFrom !== null && newest.validFrom > day
        ? `${title}, from ${newest.validFrom} on`
        : `${title}, up to ${lastDay}`,
    );
  const more = missing.length > mostNamed ? `; and ${missing.length - mostNamed} more` : '';
  return `No release that was read covers ${day} of ${missing.length} of ${all.length} series: ${named.join('; ')}${more}.`;
}
