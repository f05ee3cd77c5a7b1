/** The text of the seed as a series: each moment of recording is an edition, which replaces the one before. */

import { editionOfMoment, type RunOf, runsOf, seriesOfText } from '../../db/history/runs.ts';
import { instantOf } from '../../db/kit/as-of.ts';
import type { Store, WritableStore } from '../../db/kit/store.ts';
import { inNoRun, type RowWriter, rowWriter } from '../../db/kit/stored-rows.ts';
import { insertSql, type Table } from '../../db/kit/table.ts';
import { edition, series } from '../../db/tables/index.ts';

const isThere = `select 1 from edition e where e.series = ${seriesOfText} and e.number = :number`;

const isNumbered = (store: Store, number: number) => store.get(isThere, { number }) !== undefined;

const isBegun = `select 1 from series s where s.number = ${seriesOfText}`;

/** The run of what the text says from a moment on. */
export function textFrom(store: WritableStore, moment: string): RunOf {
  const number = editionOfMoment(moment);
  if (!isNumbered(store, number)) {
    if (store.get(isBegun) === undefined)
      store.run(insertSql(series), { number: seriesOfText, part: 'seed', name: '', marks: '[]' });
    store.run(insertSql(edition), {
      ...{ series: seriesOfText, number, release: null, sourceId: null, validFrom: null, validTo: null },
      ...{ confirmedTo: null, recordedFrom: moment, whole: 1 },
    });
  }
  return { series: seriesOfText, firstEdition: number, lastEdition: null, ownDays: true, closedAt: null };
}

/** The moment from which a load stands in place of what the text says: its own, or the second after the text began to say it. */
export function replacedAt({ firstEdition }: RunOf, loadedAt: string): string {
  if (editionOfMoment(loadedAt) > firstEdition) return loadedAt;
  const began = String(firstEdition).replace(/(\d{4})(..)(..)(..)(..)(..)/, '$1-$2-$3T$4:$5:$6Z');
  return instantOf(new Date(Date.parse(began) + 1_000));
}

/** The run of what the text said until a moment. */
export function textUntil(store: WritableStore, run: RunOf, moment: string): RunOf {
  return { ...run, lastEdition: textFrom(store, moment).firstEdition - 1 };
}

type TextRow = Readonly<Record<string, unknown>>;

export interface TextWriter {
  add(table: Table, row: TextRow): void;
  /** To be called after the last row. */
  settle(): void;
}

const insertOne = (into: string) =>
  `insert into ${into} values (${into
    .split(',')
    .map(() => '?')
    .join(', ')})`;

/** Writes rows of the text: a statement is in the run from the moment that recorded it until before the one that closed it. */
export function textWriter(store: WritableStore): TextWriter {
  const runs = runsOf(store);
  const writers = new Map<Table, RowWriter>();
  const byMoments = new Map<string, number>();

  function runOf({ recordedFrom, recordedTo }: TextRow): number {
    const key = `${recordedFrom} ${recordedTo}`;
    const found = byMoments.get(key);
    if (found !== undefined) return found;
    const open = textFrom(store, String(recordedFrom));
    const number = runs.numberOf(recordedTo ? textUntil(store, open, String(recordedTo)) : open);
    byMoments.set(key, number);
    return number;
  }

  return {
    add(table, row) {
      const { into, valuesOf } = writers.get(table) ?? rowWriter(table);
      writers.set(table, { into, valuesOf });
      const inRun = table.kind === 'statement' ? { run: runOf(row), locator: null } : inNoRun;
      store.put(insertOne(into), valuesOf(row, inRun));
    },
    settle: () => runs.settle(seriesOfText),
  };
}
