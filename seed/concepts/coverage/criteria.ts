/** Coverage criteria: conditions, limits and definitions of a policy version. */

import { z } from 'zod';
import * as e from '../../../db/kit/enums.ts';
import * as tables from '../../../db/tables/index.ts';
import { cite, listed, sources } from '../../kit/citations.ts';
import { type Citation, type Entry, entry } from '../../kit/entry.ts';
import { envelope, envelopeKeys } from '../../kit/envelope.ts';
import { placeOf } from '../../kit/files.ts';
import { keyOf, slugOf } from '../../kit/ids.ts';
import type { Held } from '../../kit/rows-so-far.ts';
import { codeLinks } from '../../kit/subject.ts';
import { code, slug, text, valueIn, word } from '../../kit/value-types.ts';

export const criterionText = z.strictObject({
  kind: word(e.CriterionKind),
  summary: text,
  codes: z.array(code).optional(),
  key: slug.optional(),
  ...envelopeKeys,
  sources: sources.optional(),
});
export type CriterionText = z.infer<typeof criterionText>;

export function* criterionRows(
  found: CriterionText,
  policyVersionId: string,
  inherited: readonly Citation[],
  held: Held,
): Iterable<Entry> {
  const citations = found.sources ? listed(found.sources) : inherited;
  const place = placeOf(found);
  const kind = valueIn(e.CriterionKind, found.kind);
  const id = `CoverageCriterion:${keyOf(policyVersionId)}/${found.kind}/${found.key ?? slugOf(found.summary)}`;
  const row = { ...envelope(found, held, { citations }), id, policyVersionId, kind, summary: found.summary };
  yield entry(tables.coverageCriterion, row, place);
  yield* cite(id, citations, held);
  yield* codeLinks(id, found.codes, found.codes ? placeOf(found.codes) : place);
}
