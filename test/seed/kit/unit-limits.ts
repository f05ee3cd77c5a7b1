/** Synthetic releases of unit limits, taken in as a build does, and what the graph then states about a code. */

import { runsOf, seriesOfText } from '../../../db/history/runs.ts';
import { inForce } from '../../../db/kit/as-of.ts';
import type { WritableStore } from '../../../db/kit/store.ts';
import { modifierRule, unitLimit } from '../../../db/tables/index.ts';
import { type Stated, statement } from '../../../seed/load/format/format.ts';
import { type Arriving, openEdition } from '../../../seed/load/merge/series.ts';
import { statementMerger } from '../../../seed/load/merge/statements.ts';
import type { Tally } from '../../../seed/load/merge/tally.ts';

/** A release says of each key the units it allows. */
export interface UnitLimitRelease {
  readonly name: string;
  readonly from: string;
  readonly to?: string | null;
  readonly loadedAt: string;
  readonly units: Readonly<Record<string, number>>;
}

/** Nothing was done yet. */
export const nothing = (): Tally => ({ added: 0, ended: 0, corrected: 0, unchanged: 0 });

/** What a release states; `whole` is false where it turned out to be a part of one. */
export function merge(
  store: WritableStore,
  arriving: Omit<Arriving, 'path' | 'whole'>,
  stated: readonly Stated[],
  whole = true,
): Tally {
  const tally = nothing();
  store.exec('begin');
  const runs = runsOf(store);
  const edition = openEdition(store, { ...arriving, path: `${arriving.release}.csv`, whole });
  const merger = statementMerger(store, runs, edition, tally);
  for (const each of stated) merger.take(each);
  if (whole && merger.endMissing() === undefined) {
    store.exec('rollback');
    return merge(store, arriving, stated, false);
  }
  runs.settle(edition.series);
  runs.settle(seriesOfText);
  store.exec('commit');
  return tally;
}

/** Takes releases in, in the order given, as a build does; answers what each did. */
export function takeIn(store: WritableStore, releases: readonly UnitLimitRelease[]): readonly Tally[] {
  return releases.map(({ name, from, to = null, loadedAt, units }) =>
    merge(
      store,
      { sourceId: `Source:${name}`, release: name, part: 'limits', from, to, loadedAt },
      Object.entries(units).map(([key, maxUnits]) =>
        statement(
          unitLimit,
          { key: `CPT:${key}/PRACTITIONER`, from, to, line: 1 },
          {
            ...{ codeId: `BillingCode:CPT:${key}`, serviceType: 'PRACTITIONER', maxUnits },
            ...{ adjudication: '3', rationale: 'synthetic' },
          },
        ),
      ),
    ),
  );
}

/** Empties a database of what was taken in. */
export function forget(store: WritableStore): void {
  for (const name of ['series', 'edition', 'run', 'run_days', 'run_source', 'citation_own'])
    store.exec(`delete from ${name}`);
  for (const { own } of [unitLimit, modifierRule]) store.exec(`delete from ${own}`);
}

/** The units in force on a day as they were known at a moment; undefined where nothing is stated. */
export function unitsOf(
  store: WritableStore,
  key: string,
  day: string,
  knownAt = '2030-01-01T00:00:00Z',
): readonly number[] {
  const sql = `select t.max_units as units from unit_limit t where t.code_id = :code and ${inForce('t')}`;
  return store
    .all<{ units: number }>(sql, { code: `BillingCode:CPT:${key}`, dateOfService: day, knownAt })
    .map(({ units }) => units);
}
