/** What codes mean on a day: by the release of their code set that holds on it. */

import { type AsOf, live } from '../kit/as-of.ts';
import type { Store } from '../kit/store.ts';
import type { Table } from '../kit/table.ts';

/** The short and the long description of a code. */
export interface Meaning {
  readonly label: string;
  readonly description: string;
}

/** Of codes that have words of this project, none: these hold on every day. */
const meaningsOf = (entities: Table, meanings: Table, column: string) => `
  select k.key as "slot", m.label as "label", m.description as "description"
  from json_each(:ids) k
  cross join ${entities.name} e
  cross join ${meanings.name} m
  where e.id = k.value and e.run is not null and m.${column} = k.value and ${live('m')}`;

/** The meanings of some codes on a day; undefined where no release that was read holds on it and has the code. */
export function meaningsOn(
  store: Store,
  tables: { readonly entities: Table; readonly meanings: Table; readonly column: 'code_id' | 'modifier_id' },
  ids: readonly string[],
  asOf: AsOf,
): (Meaning | undefined)[] {
  const found: (Meaning | undefined)[] = ids.map(() => undefined);
  const sql = meaningsOf(tables.entities, tables.meanings, tables.column);
  const params = { ids: JSON.stringify(ids), ...asOf };
  for (const { slot, ...meaning } of store.all<Meaning & { readonly slot: number }>(sql, params))
    found[slot] = meaning;
  return found;
}
