/** Writes runs of editions, and what follows from their editions: days and sources. */

import type { Store, WritableStore } from '../kit/store.ts';
import { insertSql, type Row, selectList } from '../kit/table.ts';
import { edition, run, runDays, runSource } from '../tables/index.ts';
import { daysOfRuns, membersOf, type SpeakingRun, spanOf } from './speaking.ts';

/** The number of the series of the seed's text. */
export const seriesOfText = 1;

/** An edition of a series. */
export type Edition = Row<typeof edition>;

/** A run of a series, before it has a number. */
export interface RunOf extends SpeakingRun {
  readonly series: number;
}

export interface Runs {
  /** The number of a run; a new one is written. */
  numberOf(of: RunOf): number;
  /** The run of a number. */
  run(number: number): RunOf;
  /** Works out the days and sources of the runs of a series: after an edition or a run was added. */
  settle(series: number): void;
}

/** The editions of a series in their order. */
export function editionsOf(store: Store, series: number): readonly Edition[] {
  const sql = `select ${selectList(edition, 't')} from ${edition.name} t where t.series = :series order by t.number`;
  return store.all<Edition>(sql, { series });
}

/** The number of what the seed's text recorded at a moment: its digits. */
export const editionOfMoment = (moment: string) => Number(moment.replace(/\D/g, ''));

const keyOf = ({ series, firstEdition, lastEdition, ownDays, closedAt }: RunOf) =>
  `${series} ${firstEdition} ${lastEdition} ${ownDays} ${closedAt}`;

const settled = `update run set valid_from = :validFrom, valid_to = :validTo, recorded_from = :recordedFrom,
  recorded_to = :recordedTo, release = :release where number = :number`;

/** The runs of a store that is written by nobody else meanwhile. */
export function runsOf(store: WritableStore): Runs {
  const numbers = new Map<string, number>();
  const runs = new Map<number, RunOf>();
  const note = (number: number, of: RunOf) => {
    numbers.set(keyOf(of), number);
    runs.set(number, of);
  };
  for (const row of store.all<Row<typeof run>>(`select ${selectList(run, 't')} from ${run.name} t`))
    note(row.number, { ...row, ownDays: row.ownDays === 1 });

  return {
    numberOf(of) {
      const found = numbers.get(keyOf(of));
      if (found !== undefined) return found;
      const number = runs.size + 1;
      note(number, of);
      store.run(insertSql(run), {
        ...{ number, series: of.series, firstEdition: of.firstEdition, lastEdition: of.lastEdition },
        ...{ ownDays: of.ownDays ? 1 : 0, closedAt: of.closedAt },
        // Until it is settled.
        ...{
          validFrom: null,
          validTo: null,
          recordedFrom: '1970-01-01T00:00:00Z',
          recordedTo: null,
          release: null,
        },
      });
      return number;
    },
    run(number) {
      const found = runs.get(number);
      if (!found) throw new Error(`There is no run ${number}.`);
      return found;
    },
    settle(series) {
      const editions = editionsOf(store, series).map((each) => ({ ...each, whole: each.whole === 1 }));
      const daysOf = daysOfRuns(editions);
      for (const [number, of] of runs) {
        if (of.series === series) settle(number, of);
      }
      function settle(number: number, of: RunOf): void {
        const days = daysOf(of);
        const members = membersOf(editions, of);
        const [first] = members;
        if (!first) throw new Error(`Run ${number} begins with no edition of series ${series}.`);
        const { validFrom, validTo, recordedFrom, recordedTo } = spanOf(days, first);
        const span = { validFrom, validTo, recordedFrom, recordedTo };
        store.run(settled, { ...span, number, release: first.release });
        for (const { name } of [runDays, runSource])
          store.run(`delete from ${name} where run = :number`, { number });
        for (const [seq, each] of days.entries())
          store.run(insertSql(runDays), { run: number, seq, ...each });
        const sources = [...new Set(members.flatMap(({ sourceId }) => sourceId ?? []))];
        for (const [seq, sourceId] of sources.entries())
          store.run(insertSql(runSource), { run: number, seq, sourceId });
      }
    },
  };
}
