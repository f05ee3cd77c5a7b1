/** Facets: statements counted by a property, on every connection of statements, of coverage and of amounts. With `first: 0` there are counts alone. */

import { FacetField } from '../../db/enums/index.ts';
import type { FacetCount } from '../../db/search/facets.ts';
import { CoverageStatement } from '../coverage/coverage.ts';
import { builder } from '../kit/builder.ts';
import { connectionOf } from '../kit/connection.ts';
import { enumOf } from '../kit/enums.ts';
import { checkList } from '../kit/errors.ts';
import { grows, passing } from '../kit/growth.ts';
import type { Page } from '../kit/page.ts';
import { StatementInterface } from '../kit/statement-interface.ts';
import { RateBenchmark } from '../prices/benchmark.ts';

type Field = keyof typeof FacetField.values;

const FacetBucket = builder.objectRef<FacetCount>('FacetBucket').implement({
  description: 'A value and how many statements have it.',
  fields: (t) => ({
    value: t.string({
      description: 'The value; NONE for those that have none.',
      resolve: ({ value }) => value,
    }),
    count: t.int({ description: 'How many statements.', resolve: ({ count }) => count }),
  }),
});

const Facet = builder
  .objectRef<{ readonly field: Field; readonly buckets: FacetCount[] }>('Facet')
  .implement({
    description: 'Statements counted by one property. The counts add up to `totalCount`.',
    fields: (t) => ({
      field: t.field({
        type: enumOf(FacetField),
        description: 'The property.',
        resolve: ({ field }) => field,
      }),
      buckets: t.field({
        type: [FacetBucket],
        description: 'Values, the most frequent first.',
        resolve: ({ buckets }) => buckets,
      }),
    }),
  });

for (const type of [StatementInterface, CoverageStatement, RateBenchmark]) {
  builder.objectField(connectionOf(type), 'facets', (t) =>
    t.field({
      type: [Facet],
      description: 'Counts over all pages by the properties given.',
      args: { fields: t.arg({ type: [enumOf(FacetField)], required: true, description: 'The properties.' }) },
      // Each property is read for every statement, and grouped.
      ...grows({
        items: (_sizes, { fields }: { readonly fields: readonly unknown[] }) => fields.length,
        work: (_sizes, { fields }, reach) => fields.length * passing(3 * reach),
      }),
      resolve: async (page, { fields }) => {
        const { facets } = page as unknown as Page<unknown>; // every connection is made from a page
        const requested = [...new Set(checkList('fields', fields))];
        return Promise.all(requested.map(async (field) => ({ field, buckets: await facets(field) })));
      },
    }),
  );
}
