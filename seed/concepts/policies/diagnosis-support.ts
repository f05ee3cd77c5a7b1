/** Diagnosis support: what a policy version, or a page that no payer published, states about diagnoses for codes. */

import { z } from 'zod';
import * as e from '../../../db/enums/index.ts';
import { keyOf } from '../../../db/kit/id-parts.ts';
import * as tables from '../../../db/tables/index.ts';
import { cite, listed, sources } from '../../kit/citations.ts';
import { type Citation, type Entry, entry } from '../../kit/entry.ts';
import { envelope, envelopeKeys } from '../../kit/envelope.ts';
import { placeOf } from '../../kit/files.ts';
import { codeId, codeKey, diagnosisId } from '../../kit/ids.ts';
import { source } from '../../kit/reader.ts';
import type { RowsSoFar } from '../../kit/rows-so-far.ts';
import { code, text, valueIn, word } from '../../kit/value-types.ts';

export const diagnosisText = z.strictObject({
  effect: word(e.DiagnosisEffect),
  codes: z.array(code).min(1),
  diagnoses: z.array(text).min(1),
  ...envelopeKeys,
  sources: sources.optional(),
});
export type DiagnosisText = z.infer<typeof diagnosisText>;

/** A row for every code and diagnosis. */
export function* diagnosisRows(
  found: DiagnosisText,
  policyVersionId: string | null,
  inherited: readonly Citation[],
  soFar: RowsSoFar,
): Iterable<Entry> {
  const citations = found.sources ? listed(found.sources) : inherited;
  const shared = envelope(found, soFar, { citations });
  const tail = policyVersionId ? keyOf(policyVersionId) : citations[0]?.source;
  for (const oneCode of found.codes) {
    for (const [index, diagnosis] of found.diagnoses.entries()) {
      const id = `DiagnosisSupport:${codeKey(oneCode)}/${diagnosis}/${tail}`;
      const row = {
        ...shared,
        id,
        codeId: codeId(oneCode),
        diagnosisId: diagnosisId(diagnosis),
        policyVersionId,
        effect: valueIn(e.DiagnosisEffect, found.effect),
      };
      yield entry(tables.diagnosisSupport, row, placeOf(found.diagnoses, index));
      yield* cite(id, citations, soFar);
    }
  }
}

const schema = z.strictObject({ diagnoses: z.array(diagnosisText) });

export default source('data/policies/diagnosis-support.yaml', schema, function* (data, soFar) {
  for (const found of data.diagnoses) yield* diagnosisRows(found, null, [], soFar);
});
