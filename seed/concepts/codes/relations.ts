/** Relations between codes. */

import { z } from 'zod';
import * as e from '../../../db/enums/index.ts';
import * as tables from '../../../db/tables/index.ts';
import { cite, listed, sources } from '../../kit/citations.ts';
import { entry } from '../../kit/entry.ts';
import { envelope, envelopeKeys } from '../../kit/envelope.ts';
import { placeOf } from '../../kit/files.ts';
import { codeId, codeKey } from '../../kit/ids.ts';
import { source } from '../../kit/reader.ts';
import { code, text, valueIn, word } from '../../kit/value-types.ts';

const record = z.strictObject({
  code,
  relation: word(e.CodeRelationKind),
  other: code,
  summary: text,
  ...envelopeKeys,
  sources,
});

export default source(
  'data/codes/relations.yaml',
  z.strictObject({ relations: z.array(record) }),
  function* (data, soFar) {
    for (const found of data.relations) {
      const citations = listed(found.sources);
      const id = `CodeRelation:${codeKey(found.code)}/${found.relation.replaceAll('_', '-')}/${codeKey(found.other)}`;
      const row = {
        ...envelope(found, soFar, { citations }),
        id,
        codeId: codeId(found.code),
        otherCodeId: codeId(found.other),
        relation: valueIn(e.CodeRelationKind, found.relation),
        summary: found.summary,
      };
      yield entry(tables.codeRelation, row, placeOf(found, 'other'));
      yield* cite(id, citations, soFar);
    }
  },
);
