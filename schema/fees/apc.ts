/** Ambulatory payment classifications: what outpatient departments are paid for the groups that codes are in. */

import { ratesOf } from '../../db/fees/apc-rates.ts';
import type { AsOf } from '../../db/kit/as-of.ts';
import { inList } from '../../db/kit/edge.ts';
import { apcRate } from '../../db/tables/index.ts';
import { codeGiven } from '../codes/code-given.ts';
import { statement } from '../evidence/statement.ts';
import { builder } from '../kit/builder.ts';
import { connections, type Filter } from '../kit/edge-to-many.ts';
import { checkList } from '../kit/errors.ts';
import { at } from '../kit/fact.ts';
import { loaderOf } from '../kit/loader.ts';
import { Payer } from '../policies/payer.ts';
import { OppsStatus } from './schedule.ts';

const ApcRateFilter = builder.inputType('ApcRateFilter', {
  description: 'Which rates to give. What is left out does not restrict.',
  fields: (t) => ({
    apcs: t.stringList({ required: false, description: 'APC numbers, four digits as text, such as "5521".' }),
  }),
});

const filter: Filter = {
  type: ApcRateFilter,
  where: ({ apcs }: typeof ApcRateFilter.$inferInput) =>
    apcs
      ? [
          inList(
            'apc',
            'apcs',
            checkList('filter.apcs', apcs).map((apc) => codeGiven('filter.apcs', 'APC', apc)),
          ),
        ]
      : [],
};

const ApcRate = statement({ table: apcRate });
connections(
  ApcRate,
  apcRate,
  { payerId: [Payer, 'apcRates', 'Ambulatory payment classification rates; Medicare alone has them.'] },
  filter,
);

const rateOf = loaderOf((context, apcs: readonly string[], asOf: AsOf) => ratesOf(context.store, apcs, asOf));

builder.objectField(OppsStatus, 'apcRate', (t) =>
  t.field({
    type: ApcRate,
    nullable: true,
    description:
      'Title, weight and rate of its APC on the date of service; null where it has no APC, or no rate of it was read for the day.',
    resolve: async ({ apc, asOf }, _args, context) => {
      const rate = apc === null ? null : await rateOf(context, apc, asOf);
      return rate && at(rate, asOf);
    },
  }),
);
