/** What is no more than a mention: a report that names a payer and states nothing of it. It decides no cell and gives none a reason. */

import type { CoverageRow } from './decide-cell.ts';

/** SQL: the row `t` only mentions its payer; `value` is the column in which it would state something. */
export function mentions(value: 'covered' | 'prior_authorization'): string {
  return `t.policy_version_id is null and t.${value} is null`;
}

/** Whether a statement of coverage only mentions its payer. */
export function isMention({
  policyVersionId,
  covered,
}: Pick<CoverageRow, 'policyVersionId' | 'covered'>): boolean {
  return policyVersionId === null && covered === null;
}
