/** Billing codes: what each reports in our own words, since when it exists, and where taxonomies put it. */

import { z } from 'zod';
import { systemOf } from '../../../db/codes/code-shapes.ts';
import * as tables from '../../../db/tables/index.ts';
import { cite, listed, sources } from '../../kit/citations.ts';
import { type Entry, entry } from '../../kit/entry.ts';
import { envelope, envelopeKeys } from '../../kit/envelope.ts';
import { placeOf } from '../../kit/files.ts';
import { categoryOf, codeId, codeKey } from '../../kit/ids.ts';
import { source } from '../../kit/reader.ts';
import type { RowsSoFar } from '../../kit/rows-so-far.ts';
import { code, day, text, textOf } from '../../kit/value-types.ts';

const record = z.strictObject({
  code,
  label: textOf('a short name in your own words, never a CPT descriptor'),
  description: textOf('what it reports in your own words, never a CPT descriptor'),
  ...envelopeKeys,
  rbcs: z
    .strictObject({
      category: text,
      subcategory: text.optional(),
      family: text.optional(),
      added: day.optional(),
      sources,
    })
    .optional(),
  sources,
});
const schema = z.strictObject({ codes: z.array(record) });
type Code = z.infer<typeof record>;

/** A code whose last day is known is no longer there the day after. */
function* validityRows(found: Code, soFar: RowsSoFar): Iterable<Entry> {
  const citations = listed(found.sources);
  const shared = envelope(found, soFar, { citations });
  const id = `CodeValidity:${codeKey(found.code)}/${found.from ?? 'start-not-known'}`;
  yield entry(
    tables.codeValidity,
    { ...shared, id, codeId: codeId(found.code), codeStatus: 'ACTIVE' },
    placeOf(found),
  );
  yield* cite(id, citations, soFar);
  if (!shared.validTo) return;
  const gone = `CodeValidity:${codeKey(found.code)}/${shared.validTo}`;
  const after = {
    ...shared,
    id: gone,
    codeId: codeId(found.code),
    codeStatus: 'DELETED',
    validFrom: shared.validTo,
    validTo: null,
    validEnd: 'NOT_KNOWN',
    knowledgeLevel: 'ENTAILMENT',
    note: 'Follows from the last day of the code.',
  } as const;
  yield entry(tables.codeValidity, after, placeOf(found, 'through'));
  yield* cite(gone, citations, soFar);
}

function* classRows(found: Code, soFar: RowsSoFar): Iterable<Entry> {
  if (!found.rbcs) return;
  const { category, subcategory, family, added } = found.rbcs;
  const citations = listed(found.rbcs.sources);
  const id = `ServiceClassification:${codeKey(found.code)}/RBCS`;
  const notes = [added ? `The table dates the code from ${added}.` : undefined];
  const said = { taxonomy: 'RBCS', category, subcategory: subcategory ?? null, family: family ?? null };
  const row = {
    ...envelope(found.rbcs, soFar, { citations, notes, agent: 'AUTOMATED_AGENT' }),
    id,
    codeId: codeId(found.code),
    ...said,
  };
  yield entry(tables.serviceClassification, row, placeOf(found, 'rbcs'));
  yield* cite(id, citations, soFar);
}

export default source('data/codes/codes.yaml', schema, function* (data, soFar) {
  for (const found of data.codes) {
    const id = codeId(found.code);
    const system = systemOf(found.code);
    const { label, description } = found;
    const row = {
      id,
      system,
      code: found.code,
      category: categoryOf(found.code),
      label,
      description,
      familyId: soFar.familyOf(id) ?? null,
    } as const;
    yield entry(tables.billingCode, row, placeOf(found, 'code'));
    yield* cite(id, listed(found.sources), soFar);
    yield* validityRows(found, soFar);
    yield* classRows(found, soFar);
  }
});
