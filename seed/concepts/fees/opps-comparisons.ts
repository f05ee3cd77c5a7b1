/** What the OPPS comparison values of fee-schedule rows let one infer. */

import { z } from 'zod';
import * as tables from '../../../db/tables/index.ts';
import { cite, listedInCell, sourcesCell } from '../../kit/citations.ts';
import { entry } from '../../kit/entry.ts';
import { envelope, envelopeKeys } from '../../kit/envelope.ts';
import { placeOf } from '../../kit/files.ts';
import { codeId, codeKey, modifierId } from '../../kit/ids.ts';
import { source } from '../../kit/reader.ts';
import { code, decimal, modifierCode, scaled, text, whole } from '../../kit/value-types.ts';

const record = z.strictObject({
  code,
  modifier: modifierCode.optional(),
  year: whole,
  comparisonRvu: decimal(2),
  comparisonAmount: decimal(2),
  nearestApc: text.optional(),
  summary: text,
  ...envelopeKeys,
  sources: sourcesCell,
});

export default source('data/fees/opps-comparisons.csv', z.array(record), function* (records, soFar) {
  for (const found of records) {
    const place = placeOf(found);
    const citations = listedInCell(found.sources, place);
    const id = `OppsComparison:${codeKey(found.code)}/${found.modifier ? `${found.modifier}/` : ''}${found.year}`;
    const row = {
      ...envelope(found, soFar, { citations, knowledge: 'ENTAILMENT', agent: 'AUTOMATED_AGENT' }),
      id,
      codeId: codeId(found.code),
      modifierId: found.modifier ? modifierId(found.modifier) : null,
      year: Number(found.year),
      comparisonRvu: scaled(found.comparisonRvu, 2) ?? 0,
      comparisonAmount: scaled(found.comparisonAmount, 2) ?? 0,
      nearestApc: found.nearestApc ?? null,
      summary: found.summary,
    };
    yield entry(tables.oppsComparison, row, place);
    yield* cite(id, citations, soFar);
  }
});
