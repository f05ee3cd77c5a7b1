/** The words that sentences of statements are made of: codes without their ids, values of closed lists, counts, amounts. */

import type { LineOfBusiness, ValueOf } from '../enums/index.ts';
import { formatDecimal } from '../kit/decimal.ts';
import { lastPart } from '../kit/id-parts.ts';

/** A value of a closed list as words: NOT_COVERED is "not covered". */
export function inWords(value: string): string {
  return value.toLowerCase().replaceAll('_', ' ');
}

const linesInWords: Readonly<Record<ValueOf<typeof LineOfBusiness>, string>> = {
  COMMERCIAL: 'commercial',
  MEDICARE_FFS: 'Medicare fee-for-service',
  MEDICARE_ADVANTAGE: 'Medicare Advantage',
  MEDICAID: 'Medicaid',
  TRICARE: 'TRICARE',
  WORKERS_COMPENSATION: "workers' compensation",
  ANY_NOT_STATED: 'line of business not stated',
};

/** A line of business as people write it. */
export function lineInWords(line: ValueOf<typeof LineOfBusiness>): string {
  return linesInWords[line];
}

/** A count or a figure, stored as a whole number of 10^-places: 1,729 and 70.7, never 1729.00. */
export function counted(scaled: number, places = 0): string {
  const [whole = '', fraction] = formatDecimal(scaled, places, 0).split('.');
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction ? `.${fraction}` : '');
}

/** An amount in US dollars, stored as a whole number of 10^-places, to the cent at least. */
export function priced(scaled: number | null, places = 2): string {
  return scaled === null ? 'not priced' : `$${formatDecimal(scaled, places, 2)}`;
}

/** A code and the modifier of its row, such as 77080-26. */
export function withModifier(codeId: string, modifierId: string | null): string {
  return lastPart(codeId) + (modifierId ? `-${lastPart(modifierId)}` : '');
}
