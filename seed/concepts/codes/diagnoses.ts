/** Diagnosis codes of ICD-10-CM; the heading of each follows from its code. */

import { z } from 'zod';
import { codeIn } from '../../../db/codes/code-shapes.ts';
import * as tables from '../../../db/tables/index.ts';
import { cite, listedInCell, sourcesCell } from '../../kit/citations.ts';
import { entry } from '../../kit/entry.ts';
import { placeOf } from '../../kit/files.ts';
import { diagnosisId } from '../../kit/ids.ts';
import { source } from '../../kit/reader.ts';
import { coded, oneOf, text } from '../../kit/value-types.ts';

const record = z.strictObject({
  code: coded('DIAGNOSIS').refine((found) => codeIn('DIAGNOSIS', found) === found, {
    error: 'Expected an ICD-10-CM code with its point, such as M81.0.',
  }),
  title: text,
  billable: oneOf(['yes', 'no']),
  topic: text,
  relevance: text,
  release: text,
  sources: sourcesCell,
});

/** The nearest heading in the graph: M81 of M81.0, M80.0 of M80.08XA. */
function headingOf(code: string, soFar: ReadonlySet<string>): string | null {
  for (let length = code.length - 1; length >= 3; length -= 1) {
    const shorter = code.slice(0, length);
    if (soFar.has(shorter)) return diagnosisId(shorter);
  }
  return null;
}

export default source('data/codes/diagnoses.csv', z.array(record), function* (records, soFar) {
  const codes = new Set(records.map(({ code }) => code));
  for (const found of records) {
    const { code, title: label, topic, relevance, release } = found;
    const place = placeOf(found);
    const id = diagnosisId(code);
    const billable = found.billable === 'yes' ? 1 : 0;
    const row = {
      id,
      system: 'ICD_10_CM',
      code,
      label,
      billable,
      parentId: headingOf(code, codes),
      release,
      topic,
      relevance,
    } as const;
    yield entry(tables.diagnosisCode, row, place);
    yield* cite(id, listedInCell(found.sources, place), soFar);
  }
});
