/** Words that the price files of hospitals and of payers share. */

import type { Purpose } from './price-statement.ts';

/** A word of a file in lower case, without blanks around it; empty where there is none. */
export function wordIn(value: unknown): string {
  return String(value ?? '')
    .trim()
    .toLowerCase();
}

const settings: Readonly<Record<string, Purpose['careSetting']>> = {
  inpatient: 'INPATIENT',
  outpatient: 'OUTPATIENT',
  both: 'BOTH',
};

/** The care setting; null where none is stated, or one of no known name. */
export function careSettingIn(value: unknown): Purpose['careSetting'] {
  return settings[wordIn(value)] ?? null;
}
