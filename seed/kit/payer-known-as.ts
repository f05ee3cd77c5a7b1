/** Which payer of the text a price file means: the one whose name or alias it writes. */

import { bareName } from '../../db/prices/payer-name.ts';
import type { Entry } from './entry.ts';

/** Finds the payer known by a name or alias, capitals, punctuation and a number in brackets at the end aside. An association is none: it decides and pays nothing. */
export function payersKnownAs(payers: readonly Entry['row'][]): (name: string) => Entry['row'] | undefined {
  const found = new Map<string, Entry['row']>();
  for (const payer of payers.filter(({ kind }) => kind !== 'ASSOCIATION')) {
    const names = [String(payer.label), ...(JSON.parse(String(payer.aliases)) as readonly string[])];
    for (const name of names.map(bareName)) if (!found.has(name)) found.set(name, payer);
  }
  return (name) => found.get(bareName(name));
}
