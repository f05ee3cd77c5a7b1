/** Synthetic releases of unit limits, taken in as a build does, and what the graph then states about a code. */

import type { WritableStore } from '../../../db/kit/store.ts';
import { unitLimit } from '../../../db/tables/index.ts';
import { statement } from '../../../seed/load/format/format.ts';
import { merger } from '../../../seed/load/merge/statements.ts';
import type { Load, Tally } from '../../../seed/load/merge/tally.ts';

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

/** Takes releases in, in the order given, as a build does; answers what each did. */
export function takeIn(store: WritableStore, releases: readonly UnitLimitRelease[]): readonly Tally[] {
  const statements = merger(store);
  return releases.map(({ name, from, to = null, loadedAt, units }) => {
    const load: Load = { path: `${name}.csv`, sourceId: `Source:${name}`, loadedAt };
    const tally = nothing();
    statements.begin('limits');
    for (const [key, maxUnits] of Object.entries(units)) {
      const values = {
        codeId: `BillingCode:CPT:${key}`,
        serviceType: 'PRACTITIONER',
        maxUnits,
        adjudication: '3',
        rationale: 'synthetic',
      } as const;
      statements.take(
        load,
        statement(unitLimit, { key: `CPT:${key}/PRACTITIONER`, from, to, line: 1 }, values),
        tally,
      );
    }
    statements.endMissing(load, from, tally);
    return tally;
  });
}

/** The units in force on a day as they were known at a moment; undefined where nothing is stated. */
export function unitsOf(
  store: WritableStore,
  key: string,
  day: string,
  knownAt = '2030-01-01T00:00:00Z',
): readonly number[] {
  const sql = `select t.max_units as units from unit_limit t
    where t.code_id = :code and t.valid_from <= :day and (t.valid_to is null or t.valid_to > :day)
      and t.recorded_from <= :knownAt and (t.recorded_to is null or t.recorded_to > :knownAt)`;
  return store
    .all<{ units: number }>(sql, { code: `BillingCode:CPT:${key}`, day, knownAt })
    .map(({ units }) => units);
}
