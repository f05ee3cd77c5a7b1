/** What a client chooses of published rates, as a question to their store: the files in force, the terms, the places. */

import type { AsOf } from '../../db/kit/as-of.ts';
import { filesInForce, type RateFile } from '../../db/rates/rate-files.ts';
import type { RateQuestion } from '../../db/rates/rate-store.ts';
import { knownCode } from '../codes/code.ts';
import type { Coding } from '../kit/builder.ts';
import type { GraphContext } from '../kit/context.ts';
import { resolveEach } from '../kit/each.ts';
import { placesNear, type RateFilter, type RateNear, termsOf } from './rate-filter.ts';

/** What a client chooses. */
export interface RateChoice {
  readonly filter?: typeof RateFilter.$inferInput | null | undefined;
  readonly near?: typeof RateNear.$inferInput | null | undefined;
}

/** What a field restricts beside the choice of the client. */
export interface RatesWithin {
  readonly codes?: readonly string[];
  readonly payer?: string;
}

/** Files that can match: those of other payers cannot, those of hospitals name several. */
const isOf =
  (payers: readonly string[] | undefined) =>
  ({ payerId }: RateFile) =>
    !payers || payerId === null || payers.includes(payerId);

/** The question, and the miles by ZIP code where a place is chosen. Throws typed errors. */
export function rateQuestion(
  { filter, near }: RateChoice,
  { codes, payer }: RatesWithin,
  asOf: AsOf,
  context: GraphContext,
): { readonly question: RateQuestion; readonly milesOf: ReadonlyMap<string, number> | undefined } {
  const milesOf = near ? placesNear(near, context) : undefined;
  const chosen = termsOf(filter ?? {}, context);
  // Of a payer those of itself alone, and none where others are chosen.
  const own = payer && (chosen.payerId ?? [payer]).filter((id) => id === payer);
  const terms = own ? { ...chosen, payerId: own } : chosen;
  const files = context.memory.rateFiles.filter(isOf(terms.payerId));
  const question = {
    ...filesInForce(files, asOf),
    terms,
    ...(codes && { codes }),
    ...(milesOf && { zips: [...milesOf.keys()].sort() }),
  };
  return { question, milesOf };
}

/** Codes as rates have them, sorted; throws a typed error for one that this release does not have. */
export async function codesKnown(
  given: readonly Coding[],
  context: GraphContext,
): Promise<readonly string[]> {
  const rows = resolveEach('codes', given, (coding, i) =>
    knownCode(`codes[${i}]`, coding, context, context.asOf),
  );
  return [...new Set((await Promise.all(rows)).map(({ code }) => code))].sort();
}
