/** Which numbers the columns of official files may have: one outside of its range is refused, with what was found. */

import { formatDecimal } from '../../../db/kit/decimal.ts';
import { decimalIn } from '../../load/format/cells.ts';

/** The least and the most of a column, in units of its last place. */
export interface Range {
  /** What the column has, as in "Expected an RVU from 0.00 to 9999.99". */
  readonly what: string;
  readonly places: number;
  readonly least: number;
  readonly most: number;
}

/** An RVU: fixed-width releases have room for 999.99. */
export const rvus: Range = { what: 'an RVU', places: 2, least: 0, most: 9_999_99 };
/** A geographic index: those of 1992 to 2026 lie between 0.2 and 4. */
export const indices: Range = { what: 'an index such as 1.042,', places: 3, least: 1, most: 9_999 };
/** Dollars per RVU. */
export const factors: Range = {
  what: 'dollars per RVU such as 32.3465,',
  places: 4,
  least: 10_0000,
  most: 999_9999,
};
/** Dollars and cents of a service. */
export const dollars: Range = { what: 'dollars', places: 2, least: 0, most: 99_999_999_99 };
/** Dollars and weights of Addendum B, to ten-thousandths. */
export const fineDollars: Range = { what: 'an amount', places: 4, least: 0, most: 99_999_999_0000 };
/** A share of an amount. */
export const percents: Range = { what: 'a percentage', places: 3, least: 0, most: 100_000 };
/** Units of a service on one day. */
export const units: Range = { what: 'a whole number of units', places: 0, least: 0, most: 999_999 };

/** Refuses a number outside of the range; null, where the cell has none, is passed on. */
export function inRange<T extends number | null>(number: T, cell: string, range: Range): T {
  const { what, places, least, most } = range;
  if (number === null || (number >= least && number <= most)) return number;
  throw new Error(
    `Expected ${what} from ${formatDecimal(least, places)} to ${formatDecimal(most, places)}, got ${JSON.stringify(cell.trim())}. The columns may have shifted: compare the row with an earlier release.`,
  );
}

/** The number in a cell, in units of its last place; null where there is none. Throws where it is outside of the range. */
export function numberIn(cell: string, range: Range): number | null {
  return inRange(decimalIn(cell, range.places), cell, range);
}
