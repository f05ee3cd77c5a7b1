/** The kind of source that a statement rests on, looked up per statement in each place where its citations may be stored. */

import { plainFile } from '../kit/plain.ts';
import { ownName } from '../kit/table.ts';
import { citation, tables } from '../tables/index.ts';

const plain = tables.flatMap((table) => table.plain ?? []);

/** SQL: the kind of the primary source of the statement with this id. It names each part, because in a condition SQLite would read the whole of a view of several parts. */
export function sourceKindOf(id: string): string {
  const own = `select s.kind from ${ownName(citation)} c cross join source s where c.subject_id = ${id} and c.seq = 0 and s.id = c.source_id`;
  const others = plain.map(
    ({ name }) =>
      `select s.kind from ${name} p cross join ${plainFile.name} f cross join source s where p.id = ${id} and f.number = p.file and s.id = f.source_id`,
  );
  return `coalesce(${[own, ...others].map((select) => `(${select})`).join(', ')})`;
}
