/** How the hospital outpatient payment system treats each code. */

import { z } from 'zod';
import * as tables from '../../../db/tables/index.ts';
import { cite, listedInCell, sourcesCell } from '../../kit/citations.ts';
import { entry } from '../../kit/entry.ts';
import { envelope, envelopeKeys } from '../../kit/envelope.ts';
import { placeOf } from '../../kit/files.ts';
import { codeId, codeKey } from '../../kit/ids.ts';
import { source } from '../../kit/reader.ts';
import { code, decimal, scaled, text, whole } from '../../kit/value-types.ts';

const record = z.strictObject({
  code,
  year: whole,
  statusIndicator: text,
  paymentRate: decimal(4).optional(),
  apc: text.optional(),
  apcInferred: text.optional(),
  ...envelopeKeys,
  sources: sourcesCell,
});

export default source('data/fees/opps-status.csv', z.array(record), function* (records, soFar) {
  for (const found of records) {
    const place = placeOf(found);
    const citations = listedInCell(found.sources, place);
    const id = `OppsStatus:${codeKey(found.code)}/${found.year}`;
    const row = {
      ...envelope(found, soFar, { citations, agent: 'AUTOMATED_AGENT' }),
      id,
      codeId: codeId(found.code),
      year: Number(found.year),
      statusIndicator: found.statusIndicator,
      apc: found.apc ?? null,
      relativeWeight: null,
      paymentRate: scaled(found.paymentRate, 4),
      nationalCopayment: null,
      minimumCopayment: null,
      adjustedCopayment: null,
      passThroughEnds: null,
      apcInferred: found.apcInferred ?? null,
    };
    yield entry(tables.oppsStatus, row, place);
    yield* cite(id, citations, soFar);
  }
});
