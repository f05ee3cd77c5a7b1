/** Coverage criteria: conditions, limits and definitions of a policy version. */

import { z } from 'zod';
import * as e from '../../../db/enums/index.ts';
import { keyOf } from '../../../db/kit/id-parts.ts';
import * as tables from '../../../db/tables/index.ts';
import { cite, listed, sources } from '../../kit/citations.ts';
import { type Citation, type Entry, entry } from '../../kit/entry.ts';
import { envelope, envelopeKeys } from '../../kit/envelope.ts';
import { placeOf } from '../../kit/files.ts';
import { slugOf } from '../../kit/ids.ts';
import type { RowsSoFar } from '../../kit/rows-so-far.ts';
import { codeLinks } from '../../kit/subject.ts';
import { code, scaled, slug, text, valueIn, whole, word } from '../../kit/value-types.ts';

/** A least time between two services, where the source gives one that can be counted. */
const interval = z.strictObject({
  atLeast: whole.refine((found) => /^0*[1-9]/.test(found), {
    error: ({ input }) => `Expected a whole number of 1 or more, got ${JSON.stringify(input)}.`,
  }),
  unit: word(e.IntervalUnit),
});

export const criterionText = z
  .strictObject({
    kind: word(e.CriterionKind),
    summary: text,
    interval: interval.optional(),
    codes: z.array(code).optional(),
    key: slug.optional(),
    ...envelopeKeys,
    sources: sources.optional(),
  })
  .refine(({ kind, interval }) => !interval || kind === 'frequency', {
    path: ['interval'],
    error: 'An interval goes with kind frequency only. Correct the kind, or take the interval out.',
  });
export type CriterionText = z.infer<typeof criterionText>;

export function* criterionRows(
  found: CriterionText,
  policyVersionId: string,
  inherited: readonly Citation[],
  soFar: RowsSoFar,
): Iterable<Entry> {
  const citations = found.sources ? listed(found.sources) : inherited;
  const place = placeOf(found);
  const kind = valueIn(e.CriterionKind, found.kind);
  const id = `CoverageCriterion:${keyOf(policyVersionId)}/${found.kind}/${found.key ?? slugOf(found.summary)}`;
  const row = {
    ...envelope(found, soFar, { citations }),
    id,
    policyVersionId,
    kind,
    summary: found.summary,
    interval: scaled(found.interval?.atLeast, 0),
    intervalUnit: found.interval ? valueIn(e.IntervalUnit, found.interval.unit) : null,
  };
  yield entry(tables.coverageCriterion, row, place);
  yield* cite(id, citations, soFar);
  yield* codeLinks(id, found.codes, found.codes ? placeOf(found.codes) : place);
}
