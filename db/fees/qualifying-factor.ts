/** The conversion factor of qualifying participants of advanced alternative payment models, who have one of their own from 2026 on. */

import { accepted } from '../kit/as-of.ts';
import type { Store } from '../kit/store.ts';

const factorOnDay = `
  select k.key as "slot", t.factor
  from json_each(:days) k
  cross join conversion_factor t
  where t.payer_id = 'Payer:medicare' and t.applies_to = 'QUALIFYING_APM'
    and (t.valid_from is null or t.valid_from <= k.value) and (t.valid_to is null or t.valid_to > k.value)
    and ${accepted('t')}`;

/** The factor on each day, in ten-thousandths of a dollar per RVU; null where the graph has no factor of their own. */
export function qualifyingFactors(store: Store, days: readonly string[], knownAt: string): (number | null)[] {
  const answers: (number | null)[] = days.map(() => null);
  const found = store.all<{ readonly slot: number; readonly factor: number }>(factorOnDay, {
    days: JSON.stringify(days),
    knownAt,
  });
  for (const { slot, factor } of found) answers[slot] = factor;
  return answers;
}
