/** How many diagnoses the policy versions list that list a code: for which of their codes is stated in prose only. */

import type { DiagnosisEffect, ValueOf } from '../enums/index.ts';
import { type AsOf, live } from '../kit/as-of.ts';
import type { Store } from '../kit/store.ts';
import { policyDiagnosis, policyListing } from '../tables/index.ts';

/** A policy version that lists a code, and how many diagnoses it lists with an effect. */
export interface DiagnosesListed {
  readonly versionId: string;
  readonly effect: ValueOf<typeof DiagnosisEffect>;
  readonly n: number;
}

const listed = `
  with version as materialized (
    select distinct k.key as slot, l.policy_version_id as id
    from json_each(:codes) k
    cross join ${policyListing.name} l
    where l.code_id = k.value and ${live('l')}
  )
  select v.slot as "slot", v.id as "versionId", p.effect as "effect", count(distinct p.diagnosis_id) as "n"
  from version v
  cross join ${policyDiagnosis.name} p
  where p.policy_version_id = v.id and ${live('p')}
  group by 1, 2, 3
  order by 1, 2, 3`;

/** The diagnoses that are listed beside each code on a day. */
export function diagnosesListed(store: Store, codeIds: readonly string[], asOf: AsOf): DiagnosesListed[][] {
  const found: DiagnosesListed[][] = codeIds.map(() => []);
  const params = { ...asOf, codes: JSON.stringify(codeIds) };
  for (const { slot, ...one } of store.all<DiagnosesListed & { readonly slot: number }>(listed, params))
    found[slot]?.push(one);
  return found;
}
