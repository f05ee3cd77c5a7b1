/** Which items of a payer's price file are wanted, found by their first bytes. */

import type { Reading } from '../../load/format/format.ts';
import type { Wanted } from '../../load/json/kept-bytes.ts';
import { wantedItems } from '../kit/wanted-items.ts';

/** Items whose `billing_code` is wanted; what is left out is reported. All where no codes were chosen. */
export function wantedCodes(reading: Pick<Reading, 'codes' | 'wants'>, skip: Reading['skip']): Wanted {
  return wantedItems(reading, skip, 'billing_code', (code) => [String(code ?? '')]);
}
