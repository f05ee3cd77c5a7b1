/** Payers: who decides and pays, and to whom each belongs. */

import { z } from 'zod';
import * as e from '../../../db/enums/index.ts';
import * as tables from '../../../db/tables/index.ts';
import { cite, listed, sources } from '../../kit/citations.ts';
import { entry } from '../../kit/entry.ts';
import { placeOf } from '../../kit/files.ts';
import { payerId } from '../../kit/ids.ts';
import { source } from '../../kit/reader.ts';
import { slug, text, valueIn, word, yes } from '../../kit/value-types.ts';

const record = z.strictObject({
  slug,
  label: text,
  kind: word(e.PayerKind),
  parent: slug.optional(),
  aliases: z.array(text).optional(),
  namedInReports: yes.optional(),
  note: text.optional(),
  sources,
});

export default source(
  'data/policies/payers.yaml',
  z.strictObject({ payers: z.array(record) }),
  function* (data, soFar) {
    for (const found of data.payers) {
      const id = payerId(found.slug);
      const row = {
        id,
        slug: found.slug,
        label: found.label,
        kind: valueIn(e.PayerKind, found.kind),
        parentId: found.parent ? payerId(found.parent) : null,
        aliases: JSON.stringify(found.aliases ?? []),
        namedInReports: found.namedInReports ? 1 : 0,
        note: found.note ?? null,
      } as const;
      yield entry(tables.payer, row, placeOf(found, found.parent ? 'parent' : 'slug'));
      yield* cite(id, listed(found.sources), soFar);
    }
  },
);
