/** Which payer of the text a price file means: the one whose name or alias it writes. */

import { bareName } from '../../db/prices/payer-name.ts';
import type { Entry } from './entry.ts';

/** The payer known by this name or alias, capitals, punctuation and a number in brackets at the end aside. An association is none: it decides and pays nothing. */
export function payerKnownAs(name: string, payers: readonly Entry['row'][]): Entry['row'] | undefined {
  const wanted = bareName(name);
  return payers.find(
    ({ label, aliases, kind }) =>
      kind !== 'ASSOCIATION' &&
      [String(label), ...(JSON.parse(String(aliases)) as readonly string[])].some(
        (known) => bareName(known) === wanted,
      ),
  );
}
