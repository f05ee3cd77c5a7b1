/** An item of `in_network`: its rates as prices, with the number of provider groups of each. */

import { isCode } from '../../../db/codes/code-shapes.ts';
import type { Reading } from '../../load/format/format.ts';
import { codeCell, codeCells, isDentalCell } from '../kit/code-cell.ts';
import { isLoadedSystem } from '../kit/code-system.ts';
import { readModifiers } from '../kit/modifier-cell.ts';
import { baseIn, ofBase } from '../prices/percentage-base.ts';
import { priceIn, roundedFrom, shareIn, unreadable } from '../prices/price.ts';
import { evergreen, type Purpose } from '../prices/price-statement.ts';
import { billingClassIn, careSettingIn, unreadWords, wordIn, wordsIn } from '../prices/price-words.ts';
import { arrangementIn } from './arrangement.ts';
import { dayBegins } from './file.ts';
import type { Groups } from './provider-groups.ts';

type Json = Readonly<Record<string, unknown>>;

/** The CPT or HCPCS code of an item; undefined where the item is skipped, with a reason passed to `skip`. */
export function codeOf(item: Json, { skip }: Pick<Reading, 'skip'>): string | undefined {
  const type = String(item.billing_code_type ?? '');
  const written = String(item.billing_code ?? '');
  if (wordIn(type) === 'cdt' || isDentalCell(written)) skip('dental code, which belongs to the ADA', written);
  else if (!isLoadedSystem(type)) skip('code of another system than CPT and HCPCS', `${written} ${type}`);
  else {
    const found = codeCell(written);
    if (found) return found.code;
    // The schema has one code an item: of a list it is not known whether the rate is for each or for all together.
    const isList = codeCells(written).length > 1;
    skip(isList ? 'several codes in place of one' : 'code that is not of the form of one', written);
  }
  return undefined;
}

const negotiatedTypes: Readonly<Record<string, Purpose['negotiatedType']>> = {
  negotiated: 'NEGOTIATED',
  derived: 'DERIVED',
  'fee schedule': 'FEE_SCHEDULE',
  'per diem': 'PER_DIEM',
};

/** A type of the schemas, with any separator between words. One that begins with `percent` is a percentage, whatever follows. */
function negotiatedTypeIn(value: unknown): Purpose['negotiatedType'] {
  const word = wordIn(value).replace(/[\s_-]+/g, ' ');
  return /^(?:percent|%)/.test(word) ? 'PERCENTAGE' : (negotiatedTypes[word] ?? null);
}

/** The texts of a list in capitals, distinct and sorted; empty where there is no list. */
function capitalsIn(value: unknown): readonly string[] {
  const all = Array.isArray(value) ? value : value === null || value === undefined ? [] : [value];
  const texts = all.map((each) => String(each).trim().toUpperCase()).filter((text) => text !== '');
  return [...new Set(texts)].sort();
}

/** Places of service with two digits, whether given as text or as a number. */
export function placesIn(value: unknown): readonly string[] {
  return [...new Set(capitalsIn(value).flatMap((places) => places.split(/[\s,;|]+/)))]
    .filter((place) => place !== '')
    .map((place) => (isCode('PLACE_OF_SERVICE', `0${place}`) ? `0${place}` : place))
    .sort();
}

/** A price and its purpose. */
export interface Price {
  readonly purpose: Purpose;
  /** In cents, or hundredths of a percent. */
  readonly amount: number;
  readonly through: string | null;
  /** As written where it has more decimals than are kept. */
  readonly roundedFrom: string | undefined;
}

/** The last day of a rate; `evergreen` for a year 9999, which files give for a rate without an end. */
function lastDayIn(value: unknown): string | null {
  return /^\s*9999/.test(String(value)) ? evergreen : (dayBegins(value) ?? null);
}

function measureOf(
  base: Purpose['percentageBase'],
  type: Purpose['negotiatedType'],
  arrangement: Purpose['arrangement'],
) {
  if (base) return `in-network share ${ofBase(base)}`;
  if (arrangement === 'CAPITATION') return 'in-network capitation payment';
  return type === 'PER_DIEM' ? 'in-network rate per day' : 'in-network rate';
}

/** Where a price holds: its kind of claim, which is both where none is stated, and its setting. `of` is what states them. */
interface Stated {
  readonly cell: unknown;
  readonly of: Json;
}

/** The modifiers of a price with those behind its code, where it holds, and what the file notes on it. */
export function qualifiersIn(item: Json, price: Json, { cell, of }: Stated, { skip }: Pick<Reading, 'skip'>) {
  const billingClass = billingClassIn(of.billing_class);
  const careSetting = careSettingIn(of.setting);
  const arrangement = arrangementIn(item.negotiation_arrangement);
  const negotiatedType = negotiatedTypeIn(price.negotiated_type);
  const { modifiers, words } = readModifiers(
    cell,
    codeCell(String(item.billing_code ?? ''))?.modifiers,
    skip,
  );
  const notes = [
    wordsIn(price.additional_information),
    unreadWords('setting', of.setting, careSetting, skip),
    unreadWords('billing class', of.billing_class, billingClass, skip),
    unreadWords('arrangement', item.negotiation_arrangement, arrangement, skip),
    unreadWords('negotiated type', price.negotiated_type, negotiatedType, skip),
    words,
  ].filter((each) => each !== null);
  return {
    billingClass: billingClass ?? 'BOTH',
    careSetting,
    arrangement,
    negotiatedType,
    modifiers,
    additionalNotes: notes.join(' | ') || null,
    revenueCodes: null,
    codeVersion: wordsIn(item.billing_code_type_version),
    severityOfIllness: wordsIn(price.severity_of_illness ?? item.severity_of_illness),
  } satisfies Partial<Purpose>;
}

/** The price in one of the `negotiated_prices`; undefined where none can be read, with a reason passed to `skip`. */
export function priceOf(
  code: string,
  item: Json,
  price: Json,
  { skip }: Pick<Reading, 'skip'>,
): Price | undefined {
  const negotiatedType = negotiatedTypeIn(price.negotiated_type);
  const percentage = negotiatedType === 'PERCENTAGE';
  const amount = (percentage ? shareIn : priceIn)(price.negotiated_rate);
  if (amount === null) skip('rate without a figure');
  else if (amount === unreadable) skip('rate that is no price', String(price.negotiated_rate));
  else {
    const qualifiers = qualifiersIn(item, price, { cell: price.billing_code_modifier, of: price }, { skip });
    const named = `${price.negotiated_type} ${qualifiers.additionalNotes ?? ''}`;
    const percentageBase = percentage ? (baseIn(named) ?? 'NOT_STATED') : null;
    const purpose: Purpose = {
      code,
      amountKind: percentage ? 'NEGOTIATED_PERCENTAGE' : 'NEGOTIATED_RATE',
      payerId: null,
      payerStated: null,
      network: null,
      ...qualifiers,
      places: placesIn(price.service_code),
      algorithm: null,
      percentageBase,
      measure: measureOf(percentageBase, negotiatedType, qualifiers.arrangement),
    };
    return {
      purpose,
      amount,
      through: lastDayIn(price.expiration_date),
      roundedFrom: roundedFrom(price.negotiated_rate),
    };
  }
  return undefined;
}

/** The provider groups of a rate in one network: how many, and the numbers under which they are kept. */
export interface PaidInNetwork {
  count: number;
  readonly numbers: number[];
}

/** The provider groups of a rate, by network. `find` returns those of a reference, `listed` the number of those in the rate itself. */
export function groupsOf(
  rate: Json,
  find: (id: unknown) => Groups,
  listed: (groups: readonly unknown[]) => number,
): ReadonlyMap<string | null, PaidInNetwork> {
  const byNetwork = new Map<string | null, PaidInNetwork>();
  function add({ network, count, number }: Groups): void {
    const found = byNetwork.get(network) ?? { count: 0, numbers: [] };
    found.count += count;
    found.numbers.push(number);
    byNetwork.set(network, found);
  }
  const own: readonly unknown[] = Array.isArray(rate.provider_groups) ? rate.provider_groups : [];
  if (own.length > 0) add({ network: null, count: own.length, number: listed(own) });
  const references = Array.isArray(rate.provider_references) ? rate.provider_references : [];
  for (const id of new Set<unknown>(references)) add(find(id));
  return byNetwork;
}
