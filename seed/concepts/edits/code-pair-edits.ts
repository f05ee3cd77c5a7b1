/** Code-pair edits of NCCI: column 1 is paid, column 2 denied; the order is kept. */

import { z } from 'zod';
import * as e from '../../../db/enums/index.ts';
import * as tables from '../../../db/tables/index.ts';
import { cite, listedInCell, sourcesCell } from '../../kit/citations.ts';
import { entry } from '../../kit/entry.ts';
import { envelope, envelopeKeys } from '../../kit/envelope.ts';
import { placeOf } from '../../kit/files.ts';
import { codeId, codeKey } from '../../kit/ids.ts';
import { source } from '../../kit/reader.ts';
import { code, oneOf, text, valueIn, word } from '../../kit/value-types.ts';

const record = z.strictObject({
  column1: code,
  column2: code,
  serviceType: word(e.ServiceType),
  modifierIndicator: oneOf(['0', '1', '9']),
  rationale: text,
  ...envelopeKeys,
  sources: sourcesCell,
});

export default source('data/edits/ncci.csv', z.array(record), function* (records, soFar) {
  for (const found of records) {
    const place = placeOf(found);
    const citations = listedInCell(found.sources, place);
    const serviceType = valueIn(e.ServiceType, found.serviceType);
    const pair = `${codeKey(found.column1)}/${codeKey(found.column2)}`;
    const id = `CodePairEdit:${pair}/${serviceType}/${found.from ?? 'start-not-known'}`;
    const row = {
      ...envelope(found, soFar, { citations, agent: 'AUTOMATED_AGENT' }),
      id,
      column1Id: codeId(found.column1),
      column2Id: codeId(found.column2),
      kind: 'NCCI_PTP',
      serviceType,
      modifierIndicator: Number(found.modifierIndicator),
      rationale: found.rationale,
    } as const;
    yield entry(tables.codePairEdit, row, place);
    yield* cite(id, citations, soFar);
  }
});
