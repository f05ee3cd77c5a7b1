/** Weights and rates of ambulatory payment classifications. */

import { z } from 'zod';
import * as tables from '../../../db/tables/index.ts';
import { cite, listedInCell, sourcesCell } from '../../kit/citations.ts';
import { entry } from '../../kit/entry.ts';
import { envelope, envelopeKeys } from '../../kit/envelope.ts';
import { placeOf } from '../../kit/files.ts';
import { payerId } from '../../kit/ids.ts';
import { source } from '../../kit/reader.ts';
import { coded, decimal, scaled, text } from '../../kit/value-types.ts';

const record = z.strictObject({
  apc: coded('APC'),
  label: text,
  statusIndicator: text,
  relativeWeight: decimal(4),
  paymentRate: decimal(2),
  minimumCopayment: decimal(2),
  ...envelopeKeys,
  sources: sourcesCell,
});

export default source('data/fees/apc-rates.csv', z.array(record), function* (records, soFar) {
  for (const found of records) {
    const place = placeOf(found);
    const citations = listedInCell(found.sources, place);
    const id = `ApcRate:${found.apc}/${found.from ?? 'start-not-known'}`;
    const row = {
      ...envelope(found, soFar, { citations, agent: 'AUTOMATED_AGENT' }),
      id,
      payerId: payerId('medicare'),
      apc: found.apc,
      label: found.label,
      statusIndicator: found.statusIndicator,
      relativeWeight: scaled(found.relativeWeight, 4),
      paymentRate: scaled(found.paymentRate, 4),
      nationalCopayment: null,
      minimumCopayment: scaled(found.minimumCopayment, 4),
      coinsurancePercentage: null,
      adjustedCopayment: null,
      passThroughEnds: null,
      fileNote: null,
    };
    yield entry(tables.apcRate, row, place);
    yield* cite(id, citations, soFar);
  }
});
