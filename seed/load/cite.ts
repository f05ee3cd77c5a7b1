/** Ties what a file states, or names, to its row in that file. */

import { naming } from '../../db/plain.ts';
import type { WritableStore } from '../../db/store.ts';
import { ownName, rowsInto } from '../../db/table.ts';
import { citation } from '../../db/tables.ts';
import type { NamedEntity } from './format.ts';
import type { Naming } from './plain-rows.ts';
import type { Load } from './taken.ts';

const into = rowsInto(citation);

/** Once for each source that says the same. */
const also = `
  insert into ${ownName(citation)} (subject_id, seq, source_id, role, locator, part)
  select :id, max(c.seq) + 1, :sourceId, 'SUPPORTING_DATA_SOURCE', :locator, null
  from citation c where c.subject_id = :id
  having not exists (select 1 from citation x where x.subject_id = :id and x.source_id = :sourceId)`;

/** Cites the file for what nothing was cited for before. */
export function citeFirst(store: WritableStore, { sourceId }: Load, id: string, locator: string): void {
  store.add(into, [id, 0, sourceId, 'PRIMARY_KNOWLEDGE_SOURCE', locator, null]);
}

/** Cites the file beside what is cited already; once, however often it says so. */
export function citeAlso(store: WritableStore, { sourceId }: Load, id: string, locator: string | null): void {
  store.run(also, { id, sourceId, locator });
}

/** Cites the file for a thing that it names. */
export function citeNamed(
  store: WritableStore,
  load: Load,
  { row, line, at = `line ${line}` }: NamedEntity,
  named: Naming,
): void {
  if (named === naming.brought) citeFirst(store, load, String(row.id), at);
  else if (named === naming.beside) citeAlso(store, load, String(row.id), at);
}
