/** Brands of payers in price files: the reviewed rules that know one by its words. */

import { z } from 'zod';
import { bareName } from '../../../db/prices/payer-name.ts';
import * as tables from '../../../db/tables/index.ts';
import { entry } from '../../kit/entry.ts';
import { placeOf } from '../../kit/files.ts';
import { source } from '../../kit/reader.ts';
import { slug, text } from '../../kit/value-types.ts';

const spelling = text.refine((found) => bareName(found) === found, {
  error: ({ input }) =>
    `Expected words in lower case without punctuation, such as united healthcare, got "${String(input)}".`,
});

const record = z.strictObject({
  slug,
  label: text,
  spellings: z.array(spelling).min(1),
  reason: text,
  seen: z.array(z.strictObject({ as: text, in: text })).min(1),
});

export default source(
  'data/policies/payer-brands.yaml',
  z.strictObject({ brands: z.array(record) }),
  function* (data) {
    for (const found of data.brands) {
      const row = {
        slug: found.slug,
        label: found.label,
        spellings: JSON.stringify(found.spellings),
        reason: found.reason,
        seen: JSON.stringify(found.seen.map((each) => `${each.as} (${each.in})`)),
      };
      yield entry(tables.payerBrand, row, placeOf(found));
    }
  },
);
