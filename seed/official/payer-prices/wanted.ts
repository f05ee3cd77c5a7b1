/** Which items of a payer's price file are wanted, told from their first bytes. */

import { billingCodeIn } from '../../load/format/cells.ts';
import type { Reading } from '../../load/format/format.ts';
import { always, type Wanted } from '../../load/json/held-value.ts';
import { absent, members } from '../../load/json/members.ts';
import { unfinished } from '../../load/json/tokens.ts';

/** Items whose `billing_code` is wanted, without reading on; what is left out is told. All where no codes were chosen. */
export function wantedItems(
  { codes, wants }: Pick<Reading, 'codes' | 'wants'>,
  skip: (reason: string) => void,
): Wanted {
  if (!codes) return always;
  const look = members();
  return (begun, whole) => {
    const [at = unfinished] = look.at(begun, ['billing_code']);
    const text = at < 0 ? undefined : look.text(begun, at);
    // A whole item that ends before it is no JSON: it is kept, so that reading it says so.
    if (text === undefined && at !== absent) return whole ? true : undefined;
    const found: unknown = text === undefined ? '' : JSON.parse(text);
    const code = billingCodeIn(String(found));
    if (code !== undefined && wants(code)) return true;
    skip('code not among those wanted');
    return false;
  };
}
