/** Service families, their components, and the billing units that put a component on a claim line. */

import { ComponentPattern } from '../../db/enums/index.ts';
import type { AsOf } from '../../db/kit/as-of.ts';
import type { Memory, Unit } from '../../db/release/small-tables.ts';
import { billingCode, modifier, serviceComponent, serviceFamily } from '../../db/tables/index.ts';
import { AsOfInput, rootAsOf } from '../kit/as-of.ts';
import { builder } from '../kit/builder.ts';
import type { GraphContext } from '../kit/context.ts';
import { lists } from '../kit/edge-to-many.ts';
import { entity } from '../kit/entity.ts';
import { enumOf } from '../kit/enums.ts';
import { allOf, type FactOf, known, mustHave, rowsReferringTo } from '../kit/fact.ts';
import { idOf } from '../kit/id.ts';
import { BillingCode } from './code.ts';
import { Modifier } from './modifier.ts';

/** Codes and modifiers that together report one service. */
export const ServiceFamily = entity({
  table: serviceFamily,
  keys: { slug: ({ slug }) => `ServiceFamily:${slug}` },
  fields: (t) => ({
    components: t.field({
      type: [ServiceComponent],
      description: 'Its components, the whole service first.',
      resolve: (family, _args, context) => componentsOf(context, family.id, family.asOf),
    }),
  }),
});

/** One billable part of a service. */
export const ServiceComponent = entity({
  table: serviceComponent,
  leaveOut: ['seq'],
  fields: (t) => ({
    reportedBy: t.field({
      type: [BillingUnit],
      description: 'The ways in which the component can be put on a claim line.',
      resolve: ({ id, asOf }, _args, { memory }) => memory.unitsOf(id).map((unit) => ({ ...unit, asOf })),
    }),
  }),
});

type UnitFact = Unit & { readonly asOf: AsOf };

const BillingUnit = builder.objectRef<UnitFact>('BillingUnit');
BillingUnit.implement({
  description: 'A code and at most one component modifier, as they stand on a claim line.',
  fields: (t) => ({
    code: t.field({
      type: BillingCode,
      description: 'The code.',
      resolve: ({ codeId, asOf }, _args, context) => mustHave(context, billingCode, codeId, asOf),
    }),
    modifiers: t.field({
      type: [Modifier],
      description: 'The component modifier; empty for a stand-alone code.',
      resolve: ({ modifierId, asOf }, _args, context) =>
        modifierId ? [mustHave(context, modifier, modifierId, asOf)] : [],
    }),
  }),
});

/** The components of a family in their order. */
export function componentsOf(
  context: GraphContext,
  familyId: string,
  asOf: AsOf,
): FactOf<typeof serviceComponent>[] {
  return rowsReferringTo(context, serviceComponent, 'familyId', familyId, asOf).sort((a, b) => a.seq - b.seq);
}

/** A family, and the members of it where it is a group of services. */
export function familiesBelow(memory: Memory, familyId: string): readonly string[] {
  return [familyId, ...memory.by('service_family', 'groupId', familyId).map(({ id }) => id)];
}

builder.objectField(BillingCode, 'components', (t) =>
  t.field({
    type: [ServiceComponent],
    description: 'The components that the code puts on a claim line, alone or with a modifier.',
    resolve: ({ id, asOf }, _args, context) =>
      context.memory
        .unitsWith(id)
        .map(({ componentId }) => mustHave(context, serviceComponent, componentId, asOf)),
  }),
);
lists(BillingCode, billingCode, {
  familyId: [ServiceFamily, 'codes', 'The codes of the family.'],
});
lists(ServiceFamily, serviceFamily, {
  groupId: [ServiceFamily, 'members', 'The families of a group of services.'],
});

builder.queryFields((t) => ({
  serviceFamily: t.field({
    type: ServiceFamily,
    nullable: true,
    description: 'A service family by its slug or id, such as `trabecular-bone-score`.',
    args: {
      id: t.arg.id({
        required: true,
        description: 'Slug or id, such as trabecular-bone-score.',
      }),
      asOf: t.arg({
        type: AsOfInput,
        required: false,
        description: 'Day and state of knowledge for everything below.',
      }),
    },
    resolve: (_root, { id, asOf }, context) =>
      known(
        context,
        serviceFamily,
        'id',
        idOf('ServiceFamily', 'id', id),
        rootAsOf({ asOf }, context),
        'serviceFamilies',
      ),
  }),
  serviceFamilies: t.field({
    type: [ServiceFamily],
    description: 'All service families, or those that are split in one way.',
    args: {
      pattern: t.arg({ type: enumOf(ComponentPattern), required: false, description: 'How they are split.' }),
      asOf: t.arg({
        type: AsOfInput,
        required: false,
        description: 'Day and state of knowledge for everything below.',
      }),
    },
    resolve: (_root, { pattern, asOf }, context) =>
      allOf(context, serviceFamily, rootAsOf({ asOf }, context)).filter(
        (row) => !pattern || row.pattern === pattern,
      ),
  }),
}));
