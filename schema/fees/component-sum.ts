/** The component sum of a family: a check that anybody can run. */

import { type ComponentSum, componentSums } from '../../db/fees/component-sum.ts';
import type { AsOf } from '../../db/kit/as-of.ts';
import { formatDecimal } from '../../db/kit/decimal.ts';
import { ServiceFamily } from '../codes/family.ts';
import { Explanation, explainAnswer } from '../evidence/explanation.ts';
import { AsOfInput, asOfFrom } from '../kit/as-of.ts';
import { builder } from '../kit/builder.ts';
import { at } from '../kit/fact.ts';
import { loaderOf } from '../kit/loader.ts';
import { FeeScheduleEntry } from './schedule.ts';

const sumOf = loaderOf(({ store, memory }, familyIds: readonly string[], asOf: AsOf) =>
  componentSums(store, memory, familyIds, asOf),
);

const ComponentSumCheck = builder
  .objectRef<ComponentSum & { readonly asOf: AsOf }>('ComponentSumCheck')
  .implement({
    description:
      'Whether the total RVUs of the parts add up to those of the whole service (Medicare, non-facility).',
    fields: (t) => ({
      globalTotal: t.field({
        type: 'Decimal',
        description: 'Total RVU of the whole service.',
        resolve: (sum) => formatDecimal(sum.globalTotal, 2),
      }),
      componentTotal: t.field({
        type: 'Decimal',
        description: 'Total RVUs of the parts, added up.',
        resolve: (sum) => formatDecimal(sum.componentTotal, 2),
      }),
      difference: t.field({
        type: 'Decimal',
        description: 'Whole less parts.',
        resolve: (sum) => formatDecimal(sum.globalTotal - sum.componentTotal, 2),
      }),
      holds: t.boolean({
        description: 'Whether they agree.',
        resolve: (sum) => sum.globalTotal === sum.componentTotal,
      }),
      explanation: t.field({
        type: Explanation,
        description: 'Each row from its file on, then the sum.',
        resolve: ({ entries, globalTotal, componentTotal, asOf }, _args, context) => {
          const [whole, parts] = [globalTotal, componentTotal].map((total) => formatDecimal(total, 2));
          const verdict = globalTotal === componentTotal ? 'agree' : 'do not agree';
          const note = `The whole service has ${whole} RVU, its parts add up to ${parts}: they ${verdict}.`;
          const facts = entries.map((row) => at(row, asOf));
          return explainAnswer(context, facts, 'component-sum', note);
        },
      }),
      entries: t.field({
        type: [FeeScheduleEntry],
        description: 'The rows that were added, the whole service first.',
        resolve: ({ entries, asOf }) => entries.map((row) => at(row, asOf)),
      }),
    }),
  });

builder.objectField(ServiceFamily, 'componentSumCheck', (t) =>
  t.field({
    type: ComponentSumCheck,
    nullable: true,
    description:
      'Null when a part or the whole has no priced row on the date of service: then there is nothing to add.',
    args: {
      asOf: t.arg({
        type: AsOfInput,
        required: false,
        description: 'Another day or state of knowledge than above.',
      }),
    },
    resolve: async (family, args, context) => {
      const asOf = asOfFrom(args.asOf, family.asOf);
      const sum = await sumOf(context, family.id, asOf);
      return sum ? { ...sum, asOf } : null;
    },
  }),
);
