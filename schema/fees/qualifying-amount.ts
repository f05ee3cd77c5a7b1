/** What a row of the fee schedule pays a qualifying participant of an advanced alternative payment model: worked out, since the row itself has the factor of everyone else. */

import { qualifyingFactors } from '../../db/fees/qualifying-factor.ts';
import { nationalAmount, type PracticeSetting } from '../../db/fees/rvu-arithmetic.ts';
import { holdsOn } from '../../db/kit/as-of.ts';
import { formatDecimal } from '../../db/kit/decimal.ts';
import type { feeScheduleEntry } from '../../db/tables/index.ts';
import { builder } from '../kit/builder.ts';
import type { GraphContext } from '../kit/context.ts';
import type { FactOf } from '../kit/fact.ts';
import { loaderOf } from '../kit/loader.ts';
import { FeeScheduleEntry } from './schedule.ts';

const factorOn = loaderOf((context, days: readonly string[], knownAt: string) =>
  qualifyingFactors(context.store, days, knownAt),
);

/** The amount with the factor of the requested day, or of the first day of a row that is not in force on that day. */
async function amount(
  entry: FactOf<typeof feeScheduleEntry>,
  setting: PracticeSetting,
  context: GraphContext,
) {
  const { dateOfService, knownAt } = entry.asOf;
  const day = holdsOn(dateOfService, entry) ? dateOfService : (entry.validFrom ?? dateOfService);
  const factor = await factorOn(context, day, knownAt);
  const cents = factor === null ? null : nationalAmount(entry, setting, factor);
  return cents === null ? null : formatDecimal(cents, 2);
}

const description =
  'US dollars, national, with the factor for qualifying APM participants; null when not priced or not applicable, and where this release has no factor of their own, as before 2026.';

builder.objectFields(FeeScheduleEntry, (t) => ({
  nonFacilityAmountQualifyingApm: t.field({
    type: 'Decimal',
    nullable: true,
    description,
    resolve: (entry, _args, context) => amount(entry, 'NON_FACILITY', context),
  }),
  facilityAmountQualifyingApm: t.field({
    type: 'Decimal',
    nullable: true,
    description,
    resolve: (entry, _args, context) => amount(entry, 'FACILITY', context),
  }),
}));
