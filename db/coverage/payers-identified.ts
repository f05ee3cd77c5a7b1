/** Which payers an identifier names: those that a source gives it to, and the contractors that decide under it as the number of a contract. */

import type { PayerIdentifierSystem, ValueOf } from '../enums/index.ts';
import { type AsOf, live } from '../kit/as-of.ts';
import type { Store } from '../kit/store.ts';

/** An identifier as somebody gives it; without a system, of any. */
export interface WrittenIdentifier {
  readonly system: ValueOf<typeof PayerIdentifierSystem> | null;
  readonly value: string;
}

/** SQL: the payers of each identifier, in the order in which they were given. Contractors have theirs from loaded files. */
const identified = `
  select k.key as "place", t.payer_id as "payerId"
  from json_each(:identifiers) k
  cross join payer_identifier t
  where t.value = k.value ->> 'value' and (k.value ->> 'system' is null or t.system = k.value ->> 'system') and ${live('t')}
  union
  select k.key, a.payer_id
  from json_each(:identifiers) k
  cross join contractor_area a
  where a.contractor_number = k.value ->> 'value' and a.contractor_number <> ''
    and (k.value ->> 'system' is null or k.value ->> 'system' = 'MEDICARE_CONTRACT') and ${live('a')}
  order by 1, 2`;

/** The ids of the payers of each identifier; empty where this release knows none. */
export function payersIdentified(
  store: Store,
  identifiers: readonly WrittenIdentifier[],
  asOf: AsOf,
): readonly (readonly string[])[] {
  const written = identifiers.map(({ system, value }) => ({ system, value: value.trim().toUpperCase() }));
  const found = Map.groupBy(
    store.all<{ place: number; payerId: string }>(identified, {
      ...asOf,
      identifiers: JSON.stringify(written),
    }),
    ({ place }) => place,
  );
  return identifiers.map((_, place) => (found.get(place) ?? []).map(({ payerId }) => payerId));
}
