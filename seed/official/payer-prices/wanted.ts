/** Which items of a payer's price file are wanted, found by their first bytes. */

import type { Reading } from '../../load/format/format.ts';
import { always, type Wanted } from '../../load/json/kept-bytes.ts';
import { absent, members } from '../../load/json/members.ts';
import { readable, wantedItems } from '../kit/wanted-items.ts';
import { isDefault, isTogether } from './many-codes.ts';

/** Items whose `billing_code` is wanted; what is left out is reported. All where no codes were chosen. */
export function wantedCodes(reading: Pick<Reading, 'codes' | 'wants'>, skip: Reading['skip']): Wanted {
  return wantedItems(reading, skip, 'billing_code', (code) => [String(code ?? '')]);
}

const telling = ['negotiation_arrangement', 'billing_code_type', 'billing_code'] as const;

/** The same of items of rates, and those that speak of many codes, whose members are known only when all is read. */
export function wantedRates(reading: Pick<Reading, 'codes' | 'wants'>, skip: Reading['skip']): Wanted {
  if (!reading.codes) return always;
  const ofCode = wantedCodes(reading, skip);
  const look = members();
  return (begun, whole, index) => {
    const places = [...look.at(begun, telling)];
    const texts = places.map((at) => (at < 0 ? undefined : look.text(begun, at)));
    const parts = Object.fromEntries(
      telling.map((name, at) => [name, texts[at] === undefined ? undefined : readable(texts[at])]),
    );
    const mayCome = texts.some((text, at) => text === undefined && places[at] !== absent);
    if (isTogether(parts) || isDefault(parts)) return true;
    return !whole && mayCome ? undefined : ofCode(begun, whole, index);
  };
}
