/** What a price is compared with: what Medicare pays in the system and the year of the price, or nothing. */

import { formatDecimal } from '../../../db/kit/decimal.ts';
import type { rateBenchmark } from '../../../db/tables/index.ts';
import { nationalAmount } from '../../kit/rate-parts.ts';
import type { MedicareSchedule, Reading, StatedValues } from '../../load/format/format.ts';
import { isProfessionalFee } from '../kit/revenue-codes.ts';
import { isOfUnknownClass } from './price-words.ts';

type Rate = StatedValues<typeof rateBenchmark>;

/** What of a price decides what is like it. */
interface Purpose
  extends Pick<
    Rate,
    'amountKind' | 'billingClass' | 'careSetting' | 'negotiatedType' | 'arrangement' | 'additionalNotes'
  > {
  readonly code: string;
  readonly modifiers: readonly string[] | null;
  readonly revenueCodes: readonly string[] | null;
}

/** What Medicare pays. */
export interface Yardstick {
  readonly cents: number;
  readonly name: string;
}

const names = { PHYSICIAN_FEE_SCHEDULE: 'physician fee schedule', OPPS: 'OPPS' } as const;

/** Professional prices are paid by the fee schedule, those of hospitals by the OPPS unless they are of a stay; a modifier 26 is a physician's part. */
function systemOf(
  { billingClass, careSetting, modifiers, revenueCodes }: Purpose,
  ofHospital: boolean,
): MedicareSchedule['system'] | undefined {
  if (billingClass === 'PROFESSIONAL') return 'PHYSICIAN_FEE_SCHEDULE';
  if ((billingClass === 'BOTH' && !ofHospital) || isProfessionalFee(revenueCodes ?? [])) return undefined;
  return careSetting === 'INPATIENT' || modifiers?.includes('26') ? undefined : 'OPPS';
}

/** Only what is paid for the service alone is like what Medicare pays for it: no charge, no share, nothing by the day, case or member. */
function isPayment({ amountKind, negotiatedType, arrangement }: Purpose): boolean {
  const flat = negotiatedType === 'PER_DIEM' || negotiatedType === 'CASE_RATE';
  const paid = amountKind === 'NEGOTIATED_RATE' || amountKind === 'ALLOWED_AMOUNT';
  return paid && !flat && arrangement !== 'BUNDLE' && arrangement !== 'CAPITATION';
}

/** The yardstick of prices of a purpose; undefined where nothing is like them or it is not known. */
export function yardstickOf(
  purpose: Purpose,
  { medicareAmount, from }: Reading,
  ofHospital: boolean,
): Yardstick | undefined {
  const system = systemOf(purpose, ofHospital);
  if (!system || !purpose.modifiers || !isPayment(purpose)) return undefined;
  if (isOfUnknownClass(purpose.additionalNotes)) return undefined;
  const cents = medicareAmount?.(purpose.code, purpose.modifiers, { system, day: from });
  if (cents === undefined) return undefined;
  const year = from.slice(0, 4);
  return {
    cents,
    name: nationalAmount(formatDecimal(cents, 2), `${names[system]} of ${year}`),
  };
}
