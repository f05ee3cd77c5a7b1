/** Closes curated edits of the seed text once official rows of the same pair are loaded; queries of an earlier `knownAt` still find them. */

import type { Runs } from '../../../db/history/runs.ts';
import type { WrittenChange } from '../../../db/history/written.ts';
import type { Store, WritableStore } from '../../../db/kit/store.ts';
import { textUntil } from '../../kit/text-editions.ts';

interface Curated {
  readonly id: string;
  readonly column1: string;
  readonly column2: string;
  readonly practitioner: 0 | 1;
  readonly recordedFrom: string;
  readonly run: number;
}

const curated = `
  select c.id, substr(c.column1_id, -5) as "column1", substr(c.column2_id, -5) as "column2",
    c.service_type = 'PRACTITIONER' as "practitioner", c.recorded_from as "recordedFrom", c.run
  from code_pair_edit c
  where c.kind = 'NCCI_PTP' and c.recorded_to is null and c.rank <> 'DEPRECATED'`;

/** The first official edit recorded for the pair; of several recorded together the one that starts last. */
const official = `
  select s.id, s.recorded_from as "since" from ptp_statement s
  where s.column1 = :column1 and s.column2 = :column2 and s.practitioner = :practitioner
  order by s.recorded_from, s.starts desc limit 1`;

const close = 'update code_pair_edit_row set run = :run, superseded_by = :supersededBy where id = :id';

/** Closes each curated edit at the moment from which official rows of its pair and table are recorded. */
export function supersedeCurated(store: WritableStore, runs: Runs): readonly WrittenChange[] {
  const written: WrittenChange[] = [];
  for (const { id, recordedFrom, run, ...pair } of store.all<Curated>(curated)) {
    const found = store.get<{ readonly id: string; readonly since: string }>(official, { ...pair });
    if (!found || found.since <= recordedFrom) continue;
    const closed = runs.numberOf(textUntil(store, runs.run(run), found.since));
    store.run(close, { id, run: closed, supersededBy: found.id });
    written.push({
      kind: 'UPDATED',
      statementId: found.id,
      previousId: id,
      note: null,
      statementCount: null,
    });
  }
  return written;
}

/** The ids of curated edits, of which no official one may have the same, by their codes in column 1. */
export function curatedIds(store: Store): ReadonlyMap<string, readonly string[]> {
  const all = store.all<{ readonly id: string; readonly column1: string }>(
    'select c.id, substr(c.column1_id, -5) as "column1" from code_pair_edit c',
  );
  return new Map(
    [...Map.groupBy(all, ({ column1 }) => column1)].map(([column1, some]) => [
      column1,
      some.map(({ id }) => id),
    ]),
  );
}
