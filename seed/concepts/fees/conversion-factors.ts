/** Conversion factors of the Medicare physician fee schedule. */

import { z } from 'zod';
import * as e from '../../../db/enums/index.ts';
import * as tables from '../../../db/tables/index.ts';
import { cite, listedInCell, sourcesCell } from '../../kit/citations.ts';
import { entry } from '../../kit/entry.ts';
import { envelope, envelopeKeys } from '../../kit/envelope.ts';
import { placeOf } from '../../kit/files.ts';
import { payerId } from '../../kit/ids.ts';
import { source } from '../../kit/reader.ts';
import { decimal, scaled, valueIn, word } from '../../kit/value-types.ts';

const record = z.strictObject({
  appliesTo: word(e.ApmStatus),
  factor: decimal(4),
  ...envelopeKeys,
  sources: sourcesCell,
});

export default source('data/fees/conversion-factors.csv', z.array(record), function* (records, soFar) {
  for (const found of records) {
    const place = placeOf(found);
    const citations = listedInCell(found.sources, place);
    const appliesTo = valueIn(e.ApmStatus, found.appliesTo);
    const id = `ConversionFactor:${found.from ?? 'start-not-known'}/${appliesTo}`;
    const factor = scaled(found.factor, 4) ?? 0;
    yield entry(
      tables.conversionFactor,
      { ...envelope(found, soFar, { citations }), id, payerId: payerId('medicare'), appliesTo, factor },
      place,
    );
    yield* cite(id, citations, soFar);
  }
});
