/** Closes curated edits of the seed text once official rows of the same pair are loaded; queries of an earlier `knownAt` still find them. */

import { type Runs, seriesOfText } from '../../../db/history/runs.ts';
import type { WritableStore } from '../../../db/kit/store.ts';
import { textUntil } from '../../kit/text-editions.ts';

interface Curated {
  readonly id: string;
  readonly column1: string;
  readonly column2: string;
  readonly practitioner: 0 | 1;
  readonly starts: string;
  readonly recordedFrom: string;
  readonly run: number;
}

const curated = `
  select c.id, substr(c.column1_id, -5) as "column1", substr(c.column2_id, -5) as "column2",
    c.service_type = 'PRACTITIONER' as "practitioner", coalesce(c.valid_from, 'start-not-known') as "starts",
    c.recorded_from as "recordedFrom", c.run
  from code_pair_edit c
  where c.kind = 'NCCI_PTP' and c.recorded_to is null and c.rank <> 'DEPRECATED'`;

const ofPair = `from ptp_statement s where s.column1 = :column1 and s.column2 = :column2 and s.practitioner = :practitioner`;
const sameId = `select 1 ${ofPair} and s.id = :id`;
/** The first official edit recorded for the pair; of several recorded together the one that starts last. */
const official = `select s.id, s.recorded_from as "since" ${ofPair} order by s.recorded_from, s.starts desc limit 1`;

/** More than any number of corrections, so that keys do not collide during the update. */
const offset = 1_000_000;
const move = (by: number) =>
  `update ptp_edit set version = version + ${by} where column1 = ? and column2 = ? and practitioner = ? and starts = ?`;

const close = 'update code_pair_edit_row set run = :run, superseded_by = :supersededBy where id = :id';

/** Closes each curated edit at the moment from which official rows of its pair and table are recorded. */
export function supersedeCurated(store: WritableStore, runs: Runs): void {
  for (const { id, starts, recordedFrom, run, ...pair } of store.all<Curated>(curated)) {
    if (store.get(sameId, { ...pair, id })) {
      // The curated edit had the id first: the official one becomes its correction.
      const key = [pair.column1, pair.column2, pair.practitioner, starts];
      for (const by of [offset, 1 - offset]) store.put(move(by), key);
    }
    const found = store.get<{ readonly id: string; readonly since: string }>(official, { ...pair });
    if (found && found.since > recordedFrom) {
      const closed = runs.numberOf(textUntil(store, runs.run(run), found.since));
      store.run(close, { id, run: closed, supersededBy: found.id });
    }
  }
  runs.settle(seriesOfText);
}
