/** Clinical workflows: who does what, where, and what each step bills. */

import { type AsOf, live } from '../../db/kit/as-of.ts';
import {
  billingCode,
  placeOfService,
  siteOfService,
  sitePlace,
  workflow,
  workflowStep,
} from '../../db/tables/index.ts';
import { BillingCode } from '../codes/code.ts';
import { ServiceComponent } from '../codes/family.ts';
import { builder } from '../kit/builder.ts';
import { listed } from '../kit/edge-to-many.ts';
import { entity } from '../kit/entity.ts';
import { allOf, known, mustHave, rowsReferringTo } from '../kit/fact.ts';
import { idOf } from '../kit/id.ts';
import { loaderOf } from '../kit/loader.ts';
import { PlaceOfService, SiteOfService } from './place.ts';

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

/** SQL: the sites of steps, or the steps at sites, by the places of service that both have. */
const throughPlaces = (of: string, to: string, tables: string) => `
  select distinct k.key as "slot", ${to} as "id"
  from json_each(:ids) k
  ${tables}
  where ${of} = k.value and p.place_id = w.place_id and ${live('p')}
  order by 1, 2`;
const places = 'cross join workflow_step_place w';
const mappings = `cross join ${sitePlace.name} p`;

function idsThroughPlaces(sql: string) {
  return loaderOf((context, ids: readonly string[], asOf: AsOf) => {
    const found: string[][] = ids.map(() => []);
    const rows = context.store.all<{ slot: number; id: string }>(sql, { ...asOf, ids: JSON.stringify(ids) });
    for (const { slot, id } of rows) found[slot]?.push(id);
    return found;
  });
}

const sitesOfSteps = idsThroughPlaces(throughPlaces('w.step_id', 'p.site_id', `${places} ${mappings}`));
const stepsAtSites = idsThroughPlaces(throughPlaces('p.site_id', 'w.step_id', `${mappings} ${places}`));

builder.objectField(WorkflowStep, 'sitesOfService', (t) =>
  t.field({
    type: [SiteOfService],
    description:
      'The sites, as people name them, that are billed under a place of service of the step; `SiteOfService.placesOfService` has the statements that map them.',
    resolve: async ({ id, asOf }, _args, context) =>
      (await sitesOfSteps(context, id, asOf)).map((site) => mustHave(context, siteOfService, site, asOf)),
  }),
);
builder.objectField(SiteOfService, 'workflowSteps', (t) =>
  t.field({
    type: [WorkflowStep],
    description: 'The workflow steps done at a place of service under which the site is billed.',
    resolve: async ({ id, asOf }, _args, context) =>
      (await stepsAtSites(context, id, asOf)).map((step) => mustHave(context, workflowStep, step, asOf)),
  }),
);

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
