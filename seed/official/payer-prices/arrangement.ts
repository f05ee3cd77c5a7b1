/** What a payer's file calls the arrangement of a rate. */

import type { Purpose } from '../prices/price-statement.ts';
import { wordIn } from '../prices/price-words.ts';

const arrangements: Readonly<Record<string, Purpose['arrangement']>> = {
  ffs: 'FEE_FOR_SERVICE',
  feeforservice: 'FEE_FOR_SERVICE',
  bundle: 'BUNDLE',
  bundled: 'BUNDLE',
  capitation: 'CAPITATION',
  capitated: 'CAPITATION',
};

/** The arrangement, with any separator between words; null where none is stated, or one of no known name. */
export function arrangementIn(value: unknown): Purpose['arrangement'] {
  return arrangements[wordIn(value).replace(/[^a-z]+/g, '')] ?? null;
}
