/** Site rules: what a source states about a code at a site, passage by passage. */

import { z } from 'zod';
import * as e from '../../../db/enums/index.ts';
import * as tables from '../../../db/tables/index.ts';
import { cite, listed, sources } from '../../kit/citations.ts';
import { type Entry, entry } from '../../kit/entry.ts';
import { envelope, envelopeKeys } from '../../kit/envelope.ts';
import { placeOf } from '../../kit/files.ts';
import { codeId, codeKey, payerId, siteId, slugOf } from '../../kit/ids.ts';
import { source } from '../../kit/reader.ts';
import type { RowsSoFar } from '../../kit/rows-so-far.ts';
import { code, slug, text, valueIn, word } from '../../kit/value-types.ts';

/** A site as a passage names it. */
export const siteRule = z.strictObject({
  site: slug,
  passage: text,
  statedAs: text,
  effect: word(e.SiteEffect).optional(),
  payer: slug.optional(),
  ...envelopeKeys,
  sources,
});

export function* siteRuleRows(
  found: z.infer<typeof siteRule>,
  ofCode: string,
  soFar: RowsSoFar,
): Iterable<Entry> {
  const citations = listed(found.sources);
  const id = `SiteOfServiceRule:${codeKey(ofCode)}/${found.site}/${citations[0]?.source}/${slugOf(found.passage)}`;
  const row = {
    ...envelope(found, soFar, { citations }),
    id,
    codeId: codeId(ofCode),
    siteId: siteId(found.site),
    payerId: found.payer ? payerId(found.payer) : null,
    effect: found.effect ? valueIn(e.SiteEffect, found.effect) : 'TYPICAL',
    passage: found.passage,
    statedAs: found.statedAs,
  } as const;
  yield entry(tables.siteRule, row, placeOf(found, 'site'));
  yield* cite(id, citations, soFar);
}

const record = siteRule.extend({ code });

export default source(
  'data/care/site-rules.yaml',
  z.strictObject({ siteRules: z.array(record) }),
  function* (data, soFar) {
    for (const found of data.siteRules) yield* siteRuleRows(found, found.code, soFar);
  },
);
