/** The kind of source that a statement rests on. */

import { ownName } from '../kit/table.ts';
import { citation } from '../tables/index.ts';

/** SQL: the kind of the primary source of the statement `t` with this id: of the first edition of its run, or of its own citations. */
export function sourceKindOf(id: string): string {
  const ofRun =
    'select s.kind from run_source x cross join source s where x.run = t.run and x.seq = 0 and s.id = x.source_id';
  const own = `select s.kind from ${ownName(citation)} c cross join source s where c.subject_id = ${id} and c.seq = 0 and s.id = c.source_id`;
  return `coalesce((${ofRun}), (${own}))`;
}
