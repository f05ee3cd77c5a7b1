/** What was searched where nothing was found: the sources of the payer's policies and of the statements that say "unknown". */

import type { AsOf } from '../../db/kit/as-of.ts';
import { policy, policyVersion, source } from '../../db/tables/index.ts';
import type { GraphContext } from '../kit/context.ts';
import { type FactOf, mustHave, rowsReferringTo } from '../kit/fact.ts';
import { citationRows } from '../kit/source.ts';

/** The sources that some statements or policy versions cite and that had been read by then, each once, in the order of their ids. */
export async function sourcesOf(
  context: GraphContext,
  subjectIds: readonly string[],
  asOf: AsOf,
): Promise<FactOf<typeof source>[]> {
  const rows = await Promise.all(subjectIds.map((id) => citationRows(context, id)));
  const ids = [...new Set(rows.flat().map(({ sourceId }) => sourceId))].sort();
  const sources = await Promise.all(ids.map((id) => mustHave(context, source, id, asOf)));
  return sources.filter(({ retrievedOn }) => retrievedOn <= asOf.knownAt.slice(0, 10));
}

/** The ids of the policy versions of a payer: what was read, or at least seen, of it. */
export function versionsOf(context: GraphContext, payerId: string, asOf: AsOf): string[] {
  return rowsReferringTo(context, policy, 'payerId', payerId, asOf).flatMap(({ id }) =>
    rowsReferringTo(context, policyVersion, 'policyId', id, asOf).map((version) => version.id),
  );
}
