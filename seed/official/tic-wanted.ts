/** Which items of a payer's price file are wanted, told from their first bytes. */

import { billingCodeIn } from '../load/cells.ts';
import type { Reading } from '../load/format.ts';
import { always, type Wanted } from '../load/json-held.ts';
import { members } from '../load/json-members.ts';
import { unfinished } from '../load/json-tokens.ts';

/** Items whose `billing_code` is wanted, without reading on; what is left out is told. All where no codes were chosen. */
export function wantedItems(
  { codes, wants }: Pick<Reading, 'codes' | 'wants'>,
  skip: (reason: string) => void,
): Wanted {
  if (!codes) return always;
  const look = members();
  return (begun, whole) => {
    const at = look.at(begun, 'billing_code');
    // What stands behind megabytes of rates is not looked for but read.
    if (at === unfinished) return whole ? true : undefined;
    const found = at < 0 ? '' : look.value(begun, 'billing_code');
    if (found === undefined) return whole ? true : undefined;
    const code = billingCodeIn(String(found));
    if (code !== undefined && wants(code)) return true;
    skip('code not among those wanted');
    return false;
  };
}
