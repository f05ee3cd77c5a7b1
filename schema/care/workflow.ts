/** Clinical workflows: who does what, where, and what each step bills. */

import { billingCode, placeOfService, workflow, workflowStep } from '../../db/tables/index.ts';
import { BillingCode } from '../codes/code.ts';
import { ServiceComponent } from '../codes/family.ts';
import { builder } from '../kit/builder.ts';
import { listed } from '../kit/edge-to-many.ts';
import { entity } from '../kit/entity.ts';
import { allOf, known, mustHave, rowsReferringTo } from '../kit/fact.ts';
import { idOf } from '../kit/id.ts';
import { PlaceOfService } from './place.ts';

/** A clinical path from order to follow-up. */
export const Workflow = entity({ table: workflow, keys: { slug: ({ slug }) => `Workflow:${slug}` } });

/** A step of a workflow. */
export const WorkflowStep = entity({
  table: workflowStep,
  leaveOut: ['seq', 'nextIds'],
  fields: (t) => ({
    order: t.int({ description: 'Order within the workflow.', resolve: ({ seq }) => seq }),
  }),
});

builder.objectFields(WorkflowStep, (t) => ({
  next: t.field({
    type: [WorkflowStep],
    description: 'The steps that follow; empty at the end.',
    resolve: ({ nextIds, asOf }, _args, context) =>
      (JSON.parse(nextIds) as string[]).map((id) => mustHave(context, workflowStep, id, asOf)),
  }),
}));
builder.objectFields(Workflow, (t) => ({
  steps: t.field({
    type: [WorkflowStep],
    description: 'Its steps in their order.',
    resolve: ({ id, asOf }, _args, context) =>
      rowsReferringTo(context, workflowStep, 'workflowId', id, asOf).sort((a, b) => a.seq - b.seq),
  }),
}));
builder.objectFields(ServiceComponent, (t) => ({
  performedBy: t.field({
    type: [WorkflowStep],
    description: 'The workflow steps that perform the component.',
    resolve: ({ id, asOf }, _args, context) =>
      rowsReferringTo(context, workflowStep, 'componentId', id, asOf),
  }),
}));

listed(WorkflowStep, 'codes', BillingCode, {
  to: billingCode,
  through: { link: 'workflow_step_code', from: 'stepId', to: 'codeId' },
  description: 'The codes that the step bills.',
});
listed(BillingCode, 'workflowSteps', WorkflowStep, {
  to: workflowStep,
  through: { link: 'workflow_step_code', from: 'codeId', to: 'stepId' },
  description: 'The workflow steps that bill the code.',
});
listed(WorkflowStep, 'placesOfService', PlaceOfService, {
  to: placeOfService,
  through: { link: 'workflow_step_place', from: 'stepId', to: 'placeId' },
  description: 'Where the step is done.',
});
listed(PlaceOfService, 'workflowSteps', WorkflowStep, {
  to: workflowStep,
  through: { link: 'workflow_step_place', from: 'placeId', to: 'stepId' },
  description: 'The workflow steps done there.',
});

builder.queryFields((t) => ({
  workflow: t.field({
    type: Workflow,
    nullable: true,
    description: 'A workflow by its slug or id, such as `tbs-remote`.',
    args: {
      id: t.arg.id({ required: true, description: 'Slug or id, such as tbs-remote.' }),
    },
    resolve: (_root, { id }, context) =>
      known(context, workflow, 'id', idOf('Workflow', 'id', id), context.asOf, 'workflows'),
  }),
  workflows: t.field({
    type: [Workflow],
    description: 'All workflows.',
    resolve: (_root, _args, context) => allOf(context, workflow, context.asOf),
  }),
}));
