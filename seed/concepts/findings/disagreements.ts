/** Disagreements between sources that were found by reading; those that a rule can find are found by rule. */

import { z } from 'zod';
import * as tables from '../../../db/tables/index.ts';
import { cite, listed, merged, sources } from '../../kit/citations.ts';
import { entry } from '../../kit/entry.ts';
import { envelope, envelopeKeys } from '../../kit/envelope.ts';
import { placeOf } from '../../kit/files.ts';
import { slugOf } from '../../kit/ids.ts';
import { source } from '../../kit/reader.ts';
import { codeLinks, subjectOf, subjectText } from '../../kit/subject.ts';
import { code, slug, text } from '../../kit/value-types.ts';

const claim = z.strictObject({ says: text, sources });
const record = z.strictObject({
  topic: text,
  codes: z.array(code).optional(),
  subject: subjectText.optional(),
  claimA: claim,
  claimB: claim,
  assessment: text,
  key: slug.optional(),
  ...envelopeKeys,
});

export default source(
  'data/findings/disagreements.yaml',
  z.strictObject({ disagreements: z.array(record) }),
  function* (data, soFar) {
    for (const found of data.disagreements) {
      const sides = [...listed(found.claimA.sources, 'claimA'), ...listed(found.claimB.sources, 'claimB')];
      const citations = merged(sides);
      const place = placeOf(found);
      const id = `SourceDisagreement:${found.key ?? slugOf(found.topic)}`;
      const row = {
        ...envelope(found, soFar, { citations }),
        id,
        subjectId: subjectOf(found, soFar),
        topic: found.topic,
        claimA: found.claimA.says,
        claimB: found.claimB.says,
        assessment: found.assessment,
      };
      yield entry(tables.disagreement, row, place);
      yield* cite(id, citations, soFar);
      yield* codeLinks(id, found.codes, place);
    }
  },
);
