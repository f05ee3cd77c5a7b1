/** Patients, indications, interpreters and audiences that sources name together with codes. */

import { z } from 'zod';
import * as e from '../../../db/enums/index.ts';
import * as tables from '../../../db/tables/index.ts';
import { cite, listed, merged, sources } from '../../kit/citations.ts';
import { entry } from '../../kit/entry.ts';
import { envelope, envelopeKeys } from '../../kit/envelope.ts';
import { placeOf } from '../../kit/files.ts';
import { codeId, codeKey } from '../../kit/ids.ts';
import { source } from '../../kit/reader.ts';
import { code, slug, text, valueIn, word } from '../../kit/value-types.ts';

const named = z.strictObject({ code, statedAs: text, ...envelopeKeys, sources });
const record = z.strictObject({
  slug,
  kind: word(e.ServiceContextKind),
  label: text,
  description: text,
  namedWith: z.array(named).min(1),
});

export default source(
  'data/care/contexts.yaml',
  z.strictObject({ contexts: z.array(record) }),
  function* (data, soFar) {
    for (const found of data.contexts) {
      const { slug, label, description } = found;
      const id = `ServiceContext:${slug}`;
      const kind = valueIn(e.ServiceContextKind, found.kind);
      yield entry(tables.serviceContext, { id, kind, slug, label, description }, placeOf(found));
      yield* cite(id, merged(found.namedWith.flatMap((one) => listed(one.sources))), soFar);
      for (const one of found.namedWith) {
        const citations = listed(one.sources);
        const statement = `ServiceContextStatement:${codeKey(one.code)}/${slug}/${citations[0]?.source}`;
        const row = {
          ...envelope(one, soFar, { citations }),
          id: statement,
          codeId: codeId(one.code),
          contextId: id,
          statedAs: one.statedAs,
        };
        yield entry(tables.serviceContextStatement, row, placeOf(one, 'code'));
        yield* cite(statement, citations, soFar);
      }
    }
  },
);
