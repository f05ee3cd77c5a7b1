/** Billing rules and payment formulas. */

import { z } from 'zod';
import * as e from '../../../db/enums/index.ts';
import * as tables from '../../../db/tables/index.ts';
import { cite, listed, sources } from '../../kit/citations.ts';
import { entry } from '../../kit/entry.ts';
import { envelope, envelopeKeys } from '../../kit/envelope.ts';
import { placeOf } from '../../kit/files.ts';
import { payerId, slugOf } from '../../kit/ids.ts';
import { source } from '../../kit/reader.ts';
import { codeLinks, subjectOf, subjectText } from '../../kit/subject.ts';
import { code, slug, text, valueIn, word } from '../../kit/value-types.ts';

const record = z.strictObject({
  kind: word(e.BillingRuleKind),
  label: text.optional(),
  summary: text,
  codes: z.array(code).optional(),
  subject: subjectText.optional(),
  payer: slug.optional(),
  key: slug.optional(),
  ...envelopeKeys,
  sources,
});

export default source(
  'data/policies/billing-rules.yaml',
  z.strictObject({ billingRules: z.array(record) }),
  function* (data, soFar) {
    for (const found of data.billingRules) {
      const citations = listed(found.sources);
      const payer = found.payer ? payerId(found.payer) : null;
      const place = placeOf(found);
      const kind = valueIn(e.BillingRuleKind, found.kind);
      const id = `BillingRule:${found.kind.replaceAll('_', '-')}/${found.key ?? slugOf(found.label ?? found.summary)}`;
      const row = {
        ...envelope(found, soFar, { citations }),
        id,
        subjectId: subjectOf(found, soFar, payer ?? undefined),
        payerId: payer,
        kind,
        label: found.label ?? null,
        summary: found.summary,
      };
      yield entry(tables.billingRule, row, place);
      yield* cite(id, citations, soFar);
      yield* codeLinks(id, found.codes, place);
    }
  },
);
