/** What Medicare pays nationally, by the graph in place: prices are compared with it. */

import { openPredecessor, type Release } from '../../../db/release/release.ts';
import { codeId, modifierId } from '../../kit/ids.ts';
import type { MedicareSchedule, Reading } from '../format/format.ts';

const ofFeeSchedule = `
  select max(t.non_facility_amount, coalesce(t.facility_amount, 0)) as cents
  from fee_schedule_entry t
  where t.code_id = :codeId and t.modifier_id is :modifierId and t.recorded_to is null and t.rank <> 'DEPRECATED'
    and t.non_facility_amount is not null and substr(t.valid_from, 1, 4) = :year
  order by t.valid_from > :day, t.valid_from desc limit 1`;

const ofOpps = `
  select (t.payment_rate + 50) / 100 as cents
  from opps_status t
  where t.code_id = :codeId and t.recorded_to is null and t.rank <> 'DEPRECATED'
    and t.payment_rate > 0 and t.year = cast(:year as integer)
  order by t.valid_from > :day, t.valid_from desc limit 1`;

export interface Medicare {
  /** In cents; undefined where the graph has no amount. */
  readonly amountOf: NonNullable<Reading['medicareAmount']>;
  /** Whether since the last call a price was to be compared and there was no database. */
  readonly wasMissed: () => boolean;
  readonly close: () => void;
}

/** The note on prices that were loaded without a database in place. */
export const nothingToCompareWith =
  'There was no database when it was loaded, so that its prices are compared with nothing that Medicare pays. To have them compared, delete the database and its folder of loads, run npm run seed, and load the file again.';

/** Looks up in the database in place, which is opened at the first look-up; without one, nothing is known. */
export function medicareIn(database: string): Medicare {
  let opened: Release | undefined;
  let looked = false;
  let missed = false;

  function amountOf(code: string, modifiers: readonly string[], { system, day }: MedicareSchedule) {
    if (!looked) opened = openPredecessor(database);
    looked = true;
    missed = opened === undefined;
    // The fee schedule splits a code by 26, TC and 53 only (RVU25D.pdf, Modifier field).
    const split = modifiers.find((modifier) => ['26', 'TC', '53'].includes(modifier));
    const byCode = { codeId: codeId(code), day, year: day.slice(0, 4) };
    const found =
      system === 'OPPS'
        ? opened?.store.get<{ readonly cents: number }>(ofOpps, byCode)
        : opened?.store.get<{ readonly cents: number }>(ofFeeSchedule, {
            ...byCode,
            modifierId: split ? modifierId(split) : null,
          });
    return found?.cents;
  }

  return {
    close: () => opened?.close(),
    amountOf,
    wasMissed() {
      const since = missed;
      missed = false;
      return since;
    },
  };
}
