/** The benchmark question in one field: who publishes which amounts for a code, on which basis, in how many hospitals. */

import { PayerName } from '../../db/enums/index.ts';
import type { Walk } from '../../db/kit/edge.ts';
import { rateSummaries } from '../../db/prices/rate-summary.ts';
import { rateBenchmark } from '../../db/tables/index.ts';
import { BillingCode } from '../codes/code.ts';
import { AsOfInput, asOfFrom } from '../kit/as-of.ts';
import { builder } from '../kit/builder.ts';
import { connectionOf } from '../kit/connection.ts';
import { type FactRef, rankWhere } from '../kit/edge-to-many.ts';
import { enumOf } from '../kit/enums.ts';
import { grows, type Sizes } from '../kit/growth.ts';
import { loaderOf } from '../kit/loader.ts';
import { pageOf, sliceOf, sliceRows } from '../kit/page.ts';
import { rateFilter } from './benchmark.ts';
import { groupFacts, type RateGroupFact, RateGroupType } from './rate-group.ts';

interface Summary {
  readonly groups: readonly RateGroupFact[];
  readonly ungrouped: number;
}

/** The amounts of codes summed up, read once for all that ask alike. */
const summaryOf = loaderOf(
  (
    context,
    codes: readonly string[],
    { by, walk }: { by: RateGroupFact['by']; walk: Walk },
  ): readonly Summary[] =>
    rateSummaries(context.store, codes, by, walk).map(({ groups, ungrouped }) => ({
      ungrouped,
      groups: groupFacts(groups, by, walk.asOf),
    })),
);

/** Measured: some 10 microseconds for each amount of a code, which is placed in its group and counted. */
const valuesOfAmount = 1 / 2;

/** The work of summing up the amounts of a code. */
export function summingUp(sizes: Sizes): number {
  return valuesOfAmount * (sizes.most(rateBenchmark, 'subjectId') ?? 0);
}

const RateSummary = builder.objectRef<Summary>('RateSummary').implement({
  description:
    'Published amounts for a code, grouped by payer and by all that tells prices apart. No argument puts amounts of different bases together.',
  fields: (t) => ({
    groups: t.connection(
      {
        type: RateGroupType as FactRef,
        description:
          'The groups in the order of the names of payers, then of their basis; amounts that name no payer are last.',
        ...grows({ items: (sizes) => sizes.most(rateBenchmark, 'subjectId'), eachOnce: true }),
        resolve: async ({ groups }, args) => {
          const slice = sliceOf('RateSummary.groups', args);
          return pageOf('RateSummary.groups', slice, sliceRows(groups, slice), () => groups.length);
        },
      },
      connectionOf(RateGroupType),
    ),
    ungrouped: t.exposeInt('ungrouped', {
      description:
        'How many statements name a payer, but not by the name that is grouped by: they are in no group. By STATED these are the ones whose payer is known otherwise than from a price file.',
    }),
  }),
});

builder.objectField(BillingCode, 'rateSummary', (t) =>
  t.field({
    type: RateSummary,
    description:
      'Who publishes which amounts for the code, and in how many hospitals: smallest, quartiles and largest of each payer on each basis. A published rate is not coverage, and having none is not a denial.',
    args: {
      by: t.arg({
        type: enumOf(PayerName),
        required: true,
        defaultValue: 'STATED',
        description: 'By which name of the payer to group.',
      }),
      filter: t.arg({
        type: rateFilter.type,
        required: false,
        description: 'Only amounts that match, as in `rateBenchmarks`.',
      }),
      asOf: t.arg({
        type: AsOfInput,
        required: false,
        description: 'Another day or state of knowledge than above.',
      }),
    },
    ...grows({ work: summingUp }),
    resolve: async ({ id, asOf }, args, context) => {
      const where = [rankWhere(null), ...(args.filter ? rateFilter.where(args.filter, context) : [])];
      return summaryOf(context, id, { by: args.by, walk: { asOf: asOfFrom(args.asOf, asOf), where } });
    },
  }),
);
