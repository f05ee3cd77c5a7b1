/** The words that sentences of statements are made of: codes without their ids, values of closed lists, amounts. */

import { formatDecimal } from '../kit/decimal.ts';

/** What stands after the last colon of an id: "77090" of BillingCode:CPT:77090, "aetna" of Payer:aetna. */
export function idTail(id: string): string {
  return id.slice(id.lastIndexOf(':') + 1);
}

/** A value of a closed list as words: NOT_COVERED is "not covered". */
export function inWords(value: string): string {
  return value.toLowerCase().replaceAll('_', ' ');
}

/** An amount in US dollars, stored as a whole number of 10^-places, to the cent at least. */
export function priced(scaled: number | null, places = 2): string {
  return scaled === null ? 'not priced' : `$${formatDecimal(scaled, places, 2)}`;
}

/** A code and the modifier of its row, such as 77080-26. */
export function withModifier(codeId: string, modifierId: string | null): string {
  return idTail(codeId) + (modifierId ? `-${idTail(modifierId)}` : '');
}
