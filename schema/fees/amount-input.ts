/** What decides an amount of the fee schedule besides the code: the modifier, the place of service and the locality, as clients give them. */

import { isCode, modifierSystemOf, shapes } from '../../db/codes/code-shapes.ts';
import type { UnknownReason, ValueOf } from '../../db/enums/index.ts';
import { onOtherDays, whyNotThere } from '../../db/fees/amount-other-days.ts';
import type { PracticeSetting } from '../../db/fees/rvu-arithmetic.ts';
import { localityOfZip, type ZipRow } from '../../db/fees/zip-locality.ts';
import type { NearestDays } from '../../db/history/other-days.ts';
import type { AsOf } from '../../db/kit/as-of.ts';
import { jurisdiction, placeOfService, zipLocality } from '../../db/tables/index.ts';
import { codeGiven } from '../codes/code-given.ts';
import { builder } from '../kit/builder.ts';
import type { GraphContext } from '../kit/context.ts';
import { badInput } from '../kit/errors.ts';
import { known } from '../kit/fact.ts';

/** A locality of the fee schedule as claims and files name it. */
export const FeeLocalityInput = builder.inputType('FeeLocalityInput', {
  description:
    'A payment locality of the Medicare physician fee schedule. Only both numbers together name one.',
  fields: (t) => ({
    contractor: t.string({
      required: true,
      description: 'Number of the Medicare contractor, five digits as text, such as "01182".',
    }),
    locality: t.string({
      required: true,
      description: 'Number of the locality, two digits as text, such as "18".',
    }),
  }),
});

/** The id of a modifier from its code; throws a typed error when it cannot be one. */
export function requestedModifier(modifier: string): string {
  const code = codeGiven('modifier', 'MODIFIER', modifier);
  return `Modifier:${modifierSystemOf(code)}:${code}`;
}

/** The most minutes that a claim line has room for. */
const mostMinutes = 9999;

/** The minutes of anaesthesia; null where none are given. Throws a typed error when they cannot be minutes. */
export function requestedMinutes(minutes: number | null | undefined): number | null {
  if (minutes === null || minutes === undefined) return null;
  if (minutes >= 1 && minutes <= mostMinutes) return minutes;
  throw badInput(
    'anesthesiaMinutes',
    `anesthesiaMinutes: ${minutes} is no time. Give minutes from 1 to ${mostMinutes}, such as 60.`,
  );
}

/** Why no amount can be given. */
export interface Open {
  readonly unknownReason: ValueOf<typeof UnknownReason>;
  readonly note: string;
  /** The nearest days for which the row that is lacking is there. */
  readonly nearest?: NearestDays;
}

/** Whether a place of service is a facility; null where no source that was read states it. */
export async function requestedSetting(
  code: string,
  context: GraphContext,
  asOf: AsOf,
): Promise<PracticeSetting | null> {
  const id = `PlaceOfService:${codeGiven('placeOfService', 'PLACE_OF_SERVICE', code)}`;
  const { setting } = await known(context, placeOfService, 'placeOfService', id, asOf, 'placesOfService');
  return setting;
}

interface Place {
  readonly jurisdictionId: string | null;
  readonly zipRow: ZipRow | null;
  /** Why no locality was found; null where one was, or none was requested. */
  readonly open: Open | null;
}

interface LocalityArgs {
  readonly locality?: { readonly contractor: string; readonly locality: string } | null | undefined;
  readonly zip?: string | null | undefined;
}

/** The locality that is requested; none for the national amount. */
export async function requestedLocality(
  { locality, zip }: LocalityArgs,
  context: GraphContext,
  asOf: AsOf,
): Promise<Place> {
  if (locality && zip) throw badInput('zip', 'zip: give either `locality` or `zip`, not both.');
  if (locality)
    return { jurisdictionId: await localityId(locality, context, asOf), zipRow: null, open: null };
  return zip ? byZip(zip, context, asOf) : { jurisdictionId: null, zipRow: null, open: null };
}

async function localityId(
  { contractor, locality }: NonNullable<LocalityArgs['locality']>,
  context: GraphContext,
  asOf: AsOf,
): Promise<string> {
  if (!isCode('CONTRACTOR', contractor) || !isCode('LOCALITY', locality))
    throw badInput(
      'locality',
      `locality: ${JSON.stringify(`${contractor} ${locality}`.slice(0, 40))} names no locality. Give five digits and two as text, such as "01182" and "18".`,
    );
  const id = `Jurisdiction:${contractor}-${locality}`;
  return (await known(context, jurisdiction, 'locality', id, asOf, 'jurisdictions')).id;
}

const zipOrNine = new RegExp(`^(${shapes.ZIP.form})(?:-?(${shapes.PLUS_FOUR.form}))?$`);

function byZip(written: string, context: GraphContext, asOf: AsOf): Place {
  const digits = zipOrNine.exec(written.trim());
  if (!digits)
    throw badInput(
      'zip',
      `zip: ${JSON.stringify(written.slice(0, 20))} is no ZIP code. Give five digits or nine as text, such as "77002" or "77002-1234".`,
    );
  const [, zip = '', plusFour = null] = digits;
  const { row, open } = localityOfZip(context.store, { zip, plusFour }, asOf);
  if (!row) {
    const note = `No ZIP file that was read speaks of ${zip} on that day: load the one of its quarter, or give the locality.`;
    const none = { unknownReason: 'NOT_YET_REVIEWED' as const, note };
    const [days] = whyNotThere(context.store, { table: zipLocality, by: 'zip' }, [zip], asOf);
    return { jurisdictionId: null, zipRow: null, open: days ? onOtherDays(none, days, asOf) : none };
  }
  if (!open) return { jurisdictionId: row.jurisdictionId, zipRow: row, open: null };
  const note = plusFour
    ? `${zip} lies in several localities, and no ZIP+4 file that was read speaks of ${zip}-${plusFour} on that day.`
    : `${zip} lies in several localities: give the four digits after it, or the locality.`;
  return { jurisdictionId: null, zipRow: row, open: { unknownReason: 'NOT_STATED_IN_SOURCE', note } };
}
