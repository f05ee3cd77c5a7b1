/** Payers: who decides and pays, and to whom each belongs. */

import { z } from 'zod';
import * as e from '../../db/enums.ts';
import * as tables from '../../db/tables.ts';
import { cite, listed, sources } from '../citations.ts';
import { payerId } from '../ids.ts';
import { entry, source } from '../source.ts';
import { placeOf } from '../text.ts';
import { slug, text, valueIn, word, yes } from '../words.ts';

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
  'data/payers.yaml',
  z.strictObject({ payers: z.array(record) }),
  function* (data, held) {
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
      yield* cite(id, listed(found.sources), held);
    }
  },
);
