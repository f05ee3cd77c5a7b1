/** Unit limits: medically unlikely edits. */

import { z } from 'zod';
import * as e from '../../../db/enums/index.ts';
import * as tables from '../../../db/tables/index.ts';
import { cite, listedInCell, sourcesCell } from '../../kit/citations.ts';
import { entry } from '../../kit/entry.ts';
import { envelope, envelopeKeys } from '../../kit/envelope.ts';
import { placeOf } from '../../kit/files.ts';
import { codeId, codeKey } from '../../kit/ids.ts';
import { source } from '../../kit/reader.ts';
import { code, oneOf, scaled, text, valueIn, whole, word } from '../../kit/value-types.ts';

const record = z.strictObject({
  code,
  serviceType: word(e.ServiceType),
  maxUnits: whole,
  adjudication: oneOf(['1', '2', '3']),
  rationale: text,
  ...envelopeKeys,
  sources: sourcesCell,
});

export default source('data/edits/mue.csv', z.array(record), function* (records, soFar) {
  for (const found of records) {
    const place = placeOf(found);
    const citations = listedInCell(found.sources, place);
    const serviceType = valueIn(e.ServiceType, found.serviceType);
    const id = `UnitLimit:${codeKey(found.code)}/${serviceType}/${found.from ?? 'start-not-known'}`;
    const row = {
      ...envelope(found, soFar, { citations, agent: 'AUTOMATED_AGENT' }),
      id,
      codeId: codeId(found.code),
      serviceType,
      maxUnits: scaled(found.maxUnits, 0) ?? 0,
      adjudication: found.adjudication,
      rationale: found.rationale,
    };
    yield entry(tables.unitLimit, row, place);
    yield* cite(id, citations, soFar);
  }
});
