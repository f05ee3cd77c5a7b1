/** Cites a file for what another source states. */

import type { Store, WritableStore } from '../../../db/kit/store.ts';
import { ownName, rowsInto, snake, storedColumns } from '../../../db/kit/table.ts';
import { citation } from '../../../db/tables/index.ts';

const into = rowsInto(citation);
const storedCitation = Object.keys(storedColumns(citation)).map(snake);

/** The numbers of citations that a row has beside those of its run begin here. */
const besideRun = 1_000;

const cited = `
  select coalesce(max(c.seq) + 1, ${besideRun}) as "seq", coalesce(sum(c.source_id = :sourceId), 0) as "already"
  from ${ownName(citation)} c where c.subject_id = :id`;

/** Adds a citation of a source to a statement or entity, unless it cites it already. */
export function citeAlso(store: WritableStore, sourceId: string, id: string, locator: string | null): void {
  const { seq, already } = store.get<{ seq: number; already: number }>(cited, { id, sourceId }) ?? {
    seq: besideRun,
    already: 0,
  };
  if (already === 0) store.add(into, [id, seq, sourceId, 'SUPPORTING_DATA_SOURCE', locator, null]);
}

/** Whether a statement or entity has a citation of its own of a source. */
export function cites(store: Store, sourceId: string, id: string): boolean {
  return (store.get<{ already: number }>(cited, { id, sourceId })?.already ?? 0) > 0;
}

const alike = `
  insert into ${ownName(citation)} (${storedCitation.join(', ')})
  select ${storedCitation.map((name) => (name === 'subject_id' ? ':copy' : `c.${name}`)).join(', ')}
  from ${ownName(citation)} c where c.subject_id = :id`;

/** Gives the copy of a statement the citations of its own that the statement has. */
export function citeAlike(store: WritableStore, id: string, copy: string): void {
  store.run(alike, { id, copy });
}
