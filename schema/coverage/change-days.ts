/** The days on which the answers of a matrix change: for those who move through time, and for those who want to know when to look again. */

import { type ChangeDay, changeDays } from '../../db/coverage/change-days.ts';
import { rootAsOf } from '../kit/as-of.ts';
import { builder } from '../kit/builder.ts';
import { checkList } from '../kit/errors.ts';
import { grows } from '../kit/growth.ts';
import { matrixExtent } from './matrix.ts';
import { MatrixInput, requestedComponents, requestedPayers } from './matrix-input.ts';

const CoverageChangeDay = builder.objectRef<ChangeDay>('CoverageChangeDay').implement({
  description:
    'A day on which answers of a coverage matrix are others than on the day before: a state, the reason of an UNKNOWN, prior authorization, or the statements that an answer rests on.',
  fields: (t) => ({
    day: t.field({
      type: 'Date',
      description: 'The first day of the new answers.',
      resolve: ({ day }) => day,
    }),
    cells: t.int({
      description: 'How many cells have another answer, come or go; at least 1.',
      resolve: ({ cells }) => cells,
    }),
  }),
});

/** Few payers state something of a service that changes on more days. */
const usualDays = 60;

builder.queryField('coverageChangeDays', (t) =>
  t.field({
    type: [CoverageChangeDay],
    description:
      'On which days does the answer of a coverage matrix change? Earliest first, days to come included where a source states them; empty where every day has one answer. The components are those of the date of service, which matters for nothing else; of each payer the 200 days nearest to it on which a statement or a code begins or ends are looked at. Worked out from the same statements as `coverageMatrix`, by the same rules.',
    args: {
      input: t.arg({
        type: MatrixInput,
        required: true,
        description: 'The components, payers and lines of business, as `coverageMatrix` takes them.',
      }),
    },
    ...grows({
      items: () => usualDays,
      // Every payer's part of the matrix is worked out on each of its own days.
      work: (sizes, { input }: { readonly input: typeof MatrixInput.$inferInput }) => {
        const { rows, columns } = matrixExtent(sizes, input);
        return 50 + 2 * rows * columns;
      },
    }),
    resolve: async (_root, { input }, context) => {
      const asOf = rootAsOf(input, context);
      const lines = input.linesOfBusiness ? checkList('input.linesOfBusiness', input.linesOfBusiness) : null;
      return [
        ...changeDays(context.store, context.memory, {
          componentIds: await requestedComponents(input, context, asOf),
          named: requestedPayers(input.payers, context),
          linesOfBusiness: lines ? [...new Set(lines)] : null,
          asOf,
        }),
      ];
    },
  }),
);
