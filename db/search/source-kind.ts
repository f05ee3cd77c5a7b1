/** What kind of source a statement rests on: asked of a statement at a time, and so of each place where it may stand by itself. */

import { plainFile } from '../kit/plain.ts';
import { ownName } from '../kit/table.ts';
import { citation, tables } from '../tables/index.ts';

const plain = tables.flatMap((table) => table.plain ?? []);

/** SQL: the kind of the primary source of the statement with this id. Within a condition SQLite would read all of a view of several parts. */
export function sourceKindOf(id: string): string {
  const own = `select s.kind from ${ownName(citation)} c cross join source s where c.subject_id = ${id} and c.seq = 0 and s.id = c.source_id`;
  const others = plain.map(
    ({ name }) =>
      `select s.kind from ${name} p cross join ${plainFile.name} f cross join source s where p.id = ${id} and f.number = p.file and s.id = f.source_id`,
  );
  return `coalesce(${[own, ...others].map((select) => `(${select})`).join(', ')})`;
}
