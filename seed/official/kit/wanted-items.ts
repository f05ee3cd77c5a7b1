/** Which items of a JSON list are wanted, known from the first bytes of each. */

import type { Reading } from '../../load/format/format.ts';
import { always, type Wanted } from '../../load/json/kept-bytes.ts';
import { absent, members } from '../../load/json/members.ts';
import { parsed } from '../../load/json/mend.ts';
import { unfinished } from '../../load/json/tokens.ts';
import { codeCells } from './code-cell.ts';

/** What a value says; undefined where it is not JSON, of which reading the whole item tells. */
export function readable(text: string): unknown {
  try {
    return parsed(text);
  } catch {
    return undefined;
  }
}

/**
 * Items that name a wanted code in one of their members, without reading on: `codesIn` finds the codes in its value, which is
 * undefined where the item has no such member. All where no codes were chosen.
 */
export function wantedItems(
  { codes, wants }: Pick<Reading, 'codes' | 'wants'>,
  skip: Reading['skip'],
  member: string,
  codesIn: (value: unknown) => readonly string[],
): Wanted {
  if (!codes) return always;
  const look = members();
  const isWanted = (text: string) => codeCells(text).some(({ code }) => wants(code));
  return (begun, whole, index) => {
    const [at = unfinished] = look.at(begun, [member]);
    const value = at < 0 ? undefined : look.text(begun, at);
    // A whole item that ends before the member is no JSON: it is kept, so that reading it says so.
    if (value === undefined && at !== absent) return whole ? true : undefined;
    const found = value === undefined ? [] : codesIn(readable(value));
    if (found.some(isWanted)) return true;
    skip('code not among those wanted', found.join(' '), index + 1);
    return false;
  };
}
