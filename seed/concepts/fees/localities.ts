/** Localities of the Medicare physician fee schedule and their cost indices. */

import { z } from 'zod';
import * as tables from '../../../db/tables/index.ts';
import { cite, listedInCell, sourcesCell } from '../../kit/citations.ts';
import { entry } from '../../kit/entry.ts';
import { envelope, envelopeKeys } from '../../kit/envelope.ts';
import { placeOf } from '../../kit/files.ts';
import { source } from '../../kit/reader.ts';
import { coded, decimal, scaled, text } from '../../kit/value-types.ts';

const record = z.strictObject({
  contractor: coded('CONTRACTOR'),
  locality: coded('LOCALITY'),
  state: coded('STATE'),
  name: text,
  work: decimal(3),
  practiceExpense: decimal(3),
  malpractice: decimal(3),
  ...envelopeKeys,
  sources: sourcesCell,
});

export default source('data/fees/gpci.csv', z.array(record), function* (records, soFar) {
  const seen = new Set<string>();
  for (const found of records) {
    const key = `${found.contractor}-${found.locality}`;
    const jurisdictionId = `Jurisdiction:${key}`;
    const place = placeOf(found);
    const citations = listedInCell(found.sources, place);
    if (!seen.has(jurisdictionId)) {
      const { state, name: label, contractor: contractorNumber } = found;
      const row = {
        id: jurisdictionId,
        kind: 'MPFS_LOCALITY',
        code: key,
        label,
        state,
        contractorNumber,
      } as const;
      yield entry(tables.jurisdiction, row, place);
      yield* cite(jurisdictionId, citations, soFar);
      seen.add(jurisdictionId);
    }
    const id = `LocalityIndex:${key}/${found.from ?? 'start-not-known'}`;
    const row = {
      ...envelope(found, soFar, { citations, agent: 'AUTOMATED_AGENT' }),
      id,
      jurisdictionId,
      workGpci: scaled(found.work, 3) ?? 0,
      practiceExpenseGpci: scaled(found.practiceExpense, 3) ?? 0,
      malpracticeGpci: scaled(found.malpractice, 3) ?? 0,
    };
    yield entry(tables.localityIndex, row, place);
    yield* cite(id, citations, soFar);
  }
});
