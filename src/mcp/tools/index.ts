/** The tools, in the order in which they are listed: it never changes between calls, so that clients may keep the list. */

import type { Tool } from '../kit/tool.ts';
import { amounts } from './amounts.ts';
import { checkClaim } from './check-claim.ts';
import { codeReport } from './code-report.ts';
import { comparePayers } from './compare-payers.ts';
import { coverage } from './coverage.ts';
import { graphSchema } from './graph-schema.ts';
import { graphql } from './graphql.ts';
import { policy } from './policy.ts';
import { resolveTerms } from './resolve-terms.ts';
import { fetchOne, search } from './search.ts';
import { whatChanged } from './what-changed.ts';
import { why } from './why.ts';

/** Tools made for a purpose, each with documents of its own. */
const made: readonly Tool[] = [
  resolveTerms,
  coverage,
  why,
  comparePayers,
  codeReport,
  checkClaim,
  amounts,
  policy,
  whatChanged,
  search,
  fetchOne,
];

/** All tools; those that take any document only where the server answers any. */
export function toolsOf({ persistedOnly }: { readonly persistedOnly: boolean }): readonly Tool[] {
  return persistedOnly ? made : [...made, graphSchema, graphql];
}
