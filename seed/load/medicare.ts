/** What Medicare pays nationally, as the graph in place knows it: what prices are held against. */

import { ReleaseError } from '../../db/errors.ts';
import { openRelease } from '../../db/release.ts';
import { codeId, modifierId } from '../ids.ts';

const amount = `
  select max(t.non_facility_amount, coalesce(t.facility_amount, 0)) as cents
  from fee_schedule_entry t
  where t.code_id = :codeId and t.modifier_id is :modifierId and t.recorded_to is null and t.rank <> 'DEPRECATED'
    and t.non_facility_amount is not null
  order by t.valid_from desc limit 1`;

export interface Medicare {
  /** In cents; undefined where no amount is held. */
  readonly amountOf: (code: string, modifiers: readonly string[]) => number | undefined;
  readonly close: () => void;
}

/** Opens the database in place for looking up; without one, nothing is known. */
export function medicareIn(database: string): Medicare {
  try {
    const { store, close } = openRelease(database);
    return {
      close,
      amountOf(code, modifiers) {
        // The fee schedule splits a code by 26, TC and 53 only.
        const split = modifiers.find((modifier) => ['26', 'TC', '53'].includes(modifier));
        const params = { codeId: codeId(code), modifierId: split ? modifierId(split) : null };
        return store.get<{ readonly cents: number }>(amount, params)?.cents;
      },
    };
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error;
    return { amountOf: () => undefined, close: () => {} };
  }
}
