/** Parses the cells of official files: codes, decimals, days. An error names what was expected. */

import { codeIn } from '../../../db/codes/code-shapes.ts';
import { parseDay } from '../../../db/kit/as-of.ts';
import { parseDecimal } from '../../../db/kit/decimal.ts';

/** A code as billed, trimmed and in capitals; undefined where the cell has none. */
export function billingCodeIn(cell: string): string | undefined {
  return codeIn('BILLING_CODE', cell);
}

/** Whether the cell is a dental code, which belongs to the ADA and is left out. */
export function isDental(cell: string): boolean {
  return codeIn('DENTAL_CODE', cell) !== undefined;
}

/** What official files write where there is no number. It does not mean zero. */
const nothing = new Set(['', '-', 'NA', 'N/A', '.', 'NULL']);

/**
 * A decimal as an exact integer in units of its last place: `1,234.5` with 2 places is 123450. Null where the cell marks
 * that there is none. Throws on anything else.
 */
export function decimalIn(cell: string, places: number): number | null {
  const bare = cell
    .trim()
    .replace(/^\$\s*/, '')
    .replaceAll(',', '')
    .replace(/\*+$/, '')
    .trim();
  if (nothing.has(bare.toUpperCase())) return null;
  const digits = bare.startsWith('.') ? `0${bare}` : bare;
  return parseDecimal(digits.replace(/\.$/, ''), places);
}

/** A day written YYYYMMDD, M/D/YYYY or YYYY-MM-DD, with or without a time of day, as YYYY-MM-DD; null where the cell is empty or marks that there is none. */
export function dayIn(cell: string): string | null {
  const found = cell.trim();
  if (found === '' || found === '*' || found === '00000000' || nothing.has(found.toUpperCase())) return null;
  const packed = /^(\d{4})(\d\d)(\d\d)$/.exec(found);
  if (packed) return parseDay(packed.slice(1).join('-'));
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: .*)?$/.exec(found);
  if (american) {
    const [, month = '', dayOfMonth = '', year = ''] = american;
    return parseDay(`${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`);
  }
  return parseDay(found.slice(0, 10));
}
