/** What an operation costs: counted before it runs, so that a client can see how near the limit it is. */

import { builder } from '../kit/builder.ts';
import type { CountedCost } from '../kit/context.ts';

const OperationCost = builder.objectRef<Partial<CountedCost>>('OperationCost').implement({
  description:
    'How many values this operation may return, and the most that one may. One above the limit is refused.',
  fields: (t) => ({
    estimated: t.int({
      nullable: true,
      description:
        'Values that it may return with its variables, estimated before it ran; null where costs are not counted, as in a program without a server.',
      resolve: ({ estimated }) => estimated ?? null,
    }),
    limit: t.int({
      nullable: true,
      description: 'The largest estimate that is answered; null where costs are not counted.',
      resolve: ({ limit }) => limit ?? null,
    }),
  }),
});

builder.queryField('operationCost', (t) =>
  t.field({
    type: OperationCost,
    description: 'What this operation was estimated at, and the limit.',
    resolve: (_root, _args, { cost }) => cost?.() ?? {},
  }),
);
