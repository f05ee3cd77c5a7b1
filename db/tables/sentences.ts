/** The words that sentences of statements are made of: codes without their ids, values of closed lists, amounts. */

import { formatDecimal } from '../kit/decimal.ts';
import { lastPart } from '../kit/id-parts.ts';

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
  return lastPart(codeId) + (modifierId ? `-${lastPart(modifierId)}` : '');
}
