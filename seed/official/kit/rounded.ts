/** Figures with more decimals than are stored: rounded half up, once, from the text and never through a float. */

import { decimalIn } from '../../load/format/cells.ts';

/** A decimal in units of its last place, rounded half up: `105.235` with 2 places is 10524. Null where the cell has none. */
export function roundedIn(cell: string, places: number): number | null {
  const match = /^([\s$]*[\d,]*)\.(\d+)\s*$/.exec(cell);
  const [, whole = '', fraction = ''] = match ?? [];
  if (!match || fraction.length <= places) return decimalIn(cell, places);
  const kept = decimalIn(places > 0 ? `${whole}.${fraction.slice(0, places)}` : whole || '0', places);
  return kept === null ? null : kept + (fraction.charAt(places) >= '5' ? 1 : 0);
}
