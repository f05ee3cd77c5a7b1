/** Patients, indications, interpreters and audiences, and the codes that sources name with them. */

import { ServiceContextKind } from '../../db/enums/index.ts';
import { type AsOf, live } from '../../db/kit/as-of.ts';
import { type Row, selectList } from '../../db/kit/table.ts';
import { serviceContext, serviceContextStatement } from '../../db/tables/index.ts';
import { BillingCode } from '../codes/code.ts';
import { statement } from '../evidence/statement.ts';
import { AsOfInput, rootAsOf } from '../kit/as-of.ts';
import { builder } from '../kit/builder.ts';
import { lists } from '../kit/edge-to-many.ts';
import { entity } from '../kit/entity.ts';
import { enumOf } from '../kit/enums.ts';
import { checkList } from '../kit/errors.ts';
import { allOf, at, type FactOf } from '../kit/fact.ts';
import { loaderOf } from '../kit/loader.ts';
import { WorkflowStep } from './workflow.ts';

/** What sources name codes together with. */
const ServiceContext = entity({
  table: serviceContext,
  keys: { slug: ({ slug }) => `ServiceContext:${slug}` },
});

const ServiceContextStatement = statement({ table: serviceContextStatement });
lists(ServiceContextStatement, serviceContextStatement, {
  codeId: [
    BillingCode,
    'contexts',
    'The patients, indications, interpreters and audiences that sources name with the code.',
  ],
  contextId: [ServiceContext, 'namedWith', 'The codes that sources name with it, each with the passage.'],
});

const interpretersSql = `
  select k.key as "slot", ${selectList(serviceContextStatement, 's')}
  from json_each(:steps) k
  cross join workflow_step_code w
  cross join ${serviceContextStatement.name} s
  cross join ${serviceContext.name} c
  where w.step_id = k.value and s.code_id = w.code_id and c.id = s.context_id and c.kind = 'INTERPRETER' and ${live('s')}
  order by "slot", "id"`;

type Statement = Row<typeof serviceContextStatement>;

const interpreters = loaderOf((context, steps: readonly string[], asOf: AsOf) => {
  const found: Statement[][] = steps.map(() => []);
  const params = { ...asOf, steps: JSON.stringify(steps) };
  for (const { slot, ...row } of context.store.all<Statement & { slot: number }>(interpretersSql, params))
    found[slot]?.push(row as Statement); // without the slot it is the row again
  return found;
});

builder.objectField(WorkflowStep, 'interpreters', (t) =>
  t.field({
    type: [ServiceContextStatement],
    description:
      'The kinds of clinicians that sources name as interpreters of the codes that the step bills. Empty for steps of other actors, and where no source names any.',
    resolve: async ({ id, actor, asOf }, _args, context) =>
      actor === 'INTERPRETING_PROVIDER'
        ? (await interpreters(context, id, asOf)).map(
            (row) => at(row, asOf) as FactOf<typeof serviceContextStatement>,
          )
        : [],
  }),
);

builder.queryField('serviceContexts', (t) =>
  t.field({
    type: [ServiceContext],
    description:
      'The patients, indications, interpreters and audiences that sources name with codes; `namedWith` leads to the codes.',
    args: {
      kinds: t.arg({
        type: [enumOf(ServiceContextKind)],
        required: false,
        description: 'Only these kinds, such as INDICATION.',
      }),
      asOf: t.arg({
        type: AsOfInput,
        required: false,
        description: 'Day and state of knowledge for everything below.',
      }),
    },
    resolve: (_root, { kinds, asOf }, context) => {
      const wanted = kinds && checkList('kinds', kinds);
      return allOf(context, serviceContext, rootAsOf({ asOf }, context)).filter(
        ({ kind }) => !wanted || wanted.includes(kind),
      );
    },
  }),
);
