/** Clinical facts: what sources state about a service itself. */

import { z } from 'zod';
import * as tables from '../../../db/tables/index.ts';
import { cite, listed, sources } from '../../kit/citations.ts';
import { entry } from '../../kit/entry.ts';
import { envelope, envelopeKeys } from '../../kit/envelope.ts';
import { placeOf } from '../../kit/files.ts';
import { familyId, slugOf } from '../../kit/ids.ts';
import { source } from '../../kit/reader.ts';
import { decimal, scaled, slug, text } from '../../kit/value-types.ts';

const figure = decimal(3).optional();
const record = z.strictObject({
  family: slug,
  topic: text,
  summary: text,
  low: figure,
  high: figure,
  value: figure,
  unit: text.optional(),
  population: text.optional(),
  classes: z.array(text).optional(),
  key: slug.optional(),
  ...envelopeKeys,
  sources,
});

export default source(
  'data/care/clinical.yaml',
  z.strictObject({ clinicalFacts: z.array(record) }),
  function* (data, soFar) {
    for (const found of data.clinicalFacts) {
      const citations = listed(found.sources);
      const id = `ClinicalFact:${found.family}/${slugOf(found.topic)}/${found.key ?? slugOf(found.summary, 12)}`;
      const row = {
        ...envelope(found, soFar, { citations }),
        id,
        familyId: familyId(found.family),
        topic: found.topic,
        summary: found.summary,
        low: scaled(found.low, 3),
        high: scaled(found.high, 3),
        value: scaled(found.value, 3),
        unit: found.unit ?? null,
        population: found.population ?? null,
        classes: found.classes ? JSON.stringify(found.classes) : null,
      };
      yield entry(tables.clinicalFact, row, placeOf(found, 'family'));
      yield* cite(id, citations, soFar);
    }
  },
);
