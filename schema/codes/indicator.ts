/** Indicators: what the values of Medicare file columns mean. */

import { indicator } from '../../db/tables/index.ts';
import { builder } from '../kit/builder.ts';
import { entity } from '../kit/entity.ts';
import { allOf } from '../kit/fact.ts';

const Indicator = entity({ table: indicator });

builder.queryField('indicators', (t) =>
  t.field({
    type: [Indicator],
    description: 'What the values of Medicare file columns mean.',
    args: {
      field: t.arg.string({
        required: false,
        description: 'Only of this column, such as "pctc" or "oppsStatus".',
      }),
    },
    resolve: (_root, { field }, context) =>
      allOf(context, indicator, context.asOf).filter((row) => !field || row.field === field),
  }),
);
