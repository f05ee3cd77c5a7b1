/** What was searched where nothing was found: the sources of the payer's policies, of the statements that say "unknown", of all on a code. */

import type { AsOf } from '../../db/kit/as-of.ts';
import { type dataGap, policy, policyVersion, source } from '../../db/tables/index.ts';
import type { GraphContext } from '../kit/context.ts';
import { type FactOf, mustHave, rowsReferringTo } from '../kit/fact.ts';
import { loaderOf } from '../kit/loader.ts';
import { citationsOf } from '../kit/source.ts';

/** The sources that some statements or policy versions cite and that had been read by then, each once, in the order of their ids. */
export async function sourcesOf(
  context: GraphContext,
  subjectIds: readonly string[],
  asOf: AsOf,
): Promise<FactOf<typeof source>[]> {
  const rows = await Promise.all(subjectIds.map((id) => citationsOf(context, { id, asOf })));
  const ids = [...new Set(rows.flat().map(({ sourceId }) => sourceId))].sort();
  const sources = await Promise.all(ids.map((id) => mustHave(context, source, id, asOf)));
  return sources.filter(({ retrievedOn }) => retrievedOn <= asOf.knownAt.slice(0, 10));
}

/** The limits limit nothing: they keep the subqueries apart, so that SQLite searches each part of the view. */
const onCodes = `
  select (
    select json_group_array(f.id) from (
      select c.source_id as id
      from (select t.statement_id from code_report t where t.code_id = k.value limit -1) x
      cross join citation_own c
      where c.subject_id = x.statement_id
      union
      select r.source_id
      from (select t.run from code_report t where t.code_id = k.value limit -1) x
      cross join run_source r
      where r.run = x.run
      order by 1
    ) f
  ) as "ids"
  from json_each(:codes) k
  order by k.key`;

/** The ids of the sources that are cited for what a code's report is made of, on whatever day it holds. */
const idsOnCodes = loaderOf((context, codes: readonly string[]) =>
  context.store
    .all<{ readonly ids: string }>(onCodes, { codes: JSON.stringify(codes) })
    .map(({ ids }) => JSON.parse(ids) as string[]),
);

/** The sources that had been read on a code by then: none of them states what is not known of it. */
export async function sourcesOnCode(
  context: GraphContext,
  codeId: string,
  asOf: AsOf,
): Promise<FactOf<typeof source>[]> {
  const ids = await idsOnCodes(context, codeId);
  const sources = await Promise.all(ids.map((id) => mustHave(context, source, id, asOf)));
  return sources.filter(({ retrievedOn }) => retrievedOn <= asOf.knownAt.slice(0, 10));
}

/** The ids of the policy versions of a payer: what was read, or at least seen, of it. */
export function versionsOf(context: GraphContext, payerId: string, asOf: AsOf): string[] {
  return rowsReferringTo(context, policy, 'payerId', payerId, asOf).flatMap(({ id }) =>
    rowsReferringTo(context, policyVersion, 'policyId', id, asOf).map((version) => version.id),
  );
}

/** What was searched for a gap: of its statement, of its payer, or of its code. */
export async function searchedFor(
  context: GraphContext,
  { statementId, payerId, codeId, asOf }: FactOf<typeof dataGap>,
): Promise<FactOf<typeof source>[]> {
  if (statementId) return sourcesOf(context, [statementId], asOf);
  return payerId
    ? sourcesOf(context, versionsOf(context, payerId, asOf), asOf)
    : sourcesOnCode(context, codeId, asOf);
}
