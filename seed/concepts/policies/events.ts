/** Policy events: what happened to a policy, a code or the law, under a policy or by itself. */

import { z } from 'zod';
import * as e from '../../../db/enums/index.ts';
import * as tables from '../../../db/tables/index.ts';
import { cite, listed, sources } from '../../kit/citations.ts';
import { type Entry, entry } from '../../kit/entry.ts';
import { envelope, envelopeKeys } from '../../kit/envelope.ts';
import { placeOf } from '../../kit/files.ts';
import { payerId, slugOf } from '../../kit/ids.ts';
import { source } from '../../kit/reader.ts';
import type { RowsSoFar } from '../../kit/rows-so-far.ts';
import { codeLinks, subjectOf, subjectText } from '../../kit/subject.ts';
import { code, dayOrLess, firstDay, slug, text, valueIn, word } from '../../kit/value-types.ts';

export const eventText = z.strictObject({
  on: dayOrLess,
  kind: word(e.PolicyEventKind),
  summary: text,
  codes: z.array(code).optional(),
  subject: subjectText.optional(),
  payer: slug.optional(),
  key: slug.optional(),
  ...envelopeKeys,
  sources,
});

interface EventContext {
  readonly subjectId: string;
  readonly payerId: string;
  readonly policyId: string;
}

const precisions = { 4: 'YEAR', 7: 'MONTH', 10: 'DAY' } as const;

export function* eventRows(
  found: z.infer<typeof eventText>,
  soFar: RowsSoFar,
  context?: EventContext,
): Iterable<Entry> {
  const citations = listed(found.sources);
  const payer = found.payer ? payerId(found.payer) : undefined;
  const place = placeOf(found);
  const id = `PolicyEvent:${found.on}/${found.key ?? slugOf(found.summary)}`;
  const row = {
    ...envelope(found, soFar, { citations }),
    id,
    subjectId: context?.subjectId ?? subjectOf(found, soFar, payer),
    payerId: context?.payerId ?? payer ?? null,
    policyId: context?.policyId ?? null,
    happenedOn: firstDay(found.on),
    precision: precisions[found.on.length as keyof typeof precisions],
    kind: valueIn(e.PolicyEventKind, found.kind),
    summary: found.summary,
  };
  yield entry(tables.policyEvent, row, place);
  yield* cite(id, citations, soFar);
  yield* codeLinks(id, found.codes, place);
}

export default source(
  'data/policies/events.yaml',
  z.strictObject({ events: z.array(eventText) }),
  function* (data, soFar) {
    for (const found of data.events) yield* eventRows(found, soFar);
  },
);
