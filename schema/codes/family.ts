/** Service families, their components, and the billing units that put a component on a claim line. */

import { ComponentPattern, FamilyBasis } from '../../db/enums/index.ts';
import type { AsOf } from '../../db/kit/as-of.ts';
import type { Memory, Unit } from '../../db/release/small-tables.ts';
import { billingCode, modifier, serviceComponent, serviceFamily } from '../../db/tables/index.ts';
import { Explanation, explainAnswer } from '../evidence/explanation.ts';
import { AsOfInput, rootAsOf } from '../kit/as-of.ts';
import { builder } from '../kit/builder.ts';
import type { GraphContext } from '../kit/context.ts';
import { listed, lists } from '../kit/edge-to-many.ts';
import { entity } from '../kit/entity.ts';
import { enumOf } from '../kit/enums.ts';
import { allOf, at, type FactOf, known, mustHave, workedOutFrom } from '../kit/fact.ts';
import type { SchemaTypes } from '../kit/fields-from-columns.ts';
import { grows } from '../kit/growth.ts';
import { idOf } from '../kit/id.ts';
import { StatementInterface } from '../kit/statement-interface.ts';
import { BillingCode } from './code.ts';
import { componentsOf, componentsWith, familyOf, proposedOf, unitsOf } from './code-families.ts';
import { Modifier } from './modifier.ts';

type FamilyOrComponent = FactOf<typeof serviceFamily> | FactOf<typeof serviceComponent>;

/** A whole and two parts, as a rule, and the work of finding them: rows of the codes near it are read. No table has as many as there are codes. */
const proposing = { items: () => 3, work: () => 5, eachOnce: false } as const;

/** The fields that say what a family or a component rests on. */
function basisFields<F extends FamilyOrComponent>(t: PothosSchemaTypes.ObjectFieldBuilder<SchemaTypes, F>) {
  return {
    basis: t.field({
      type: enumOf(FamilyBasis),
      description:
        'Whether people put it together, or it was worked out for the day. The id of what is worked out begins with `proposed-`; nobody has reviewed it, and it is found only on days on which it follows.',
      resolve: (fact) => (proposedOf(fact) ? 'PROPOSED' : 'CURATED'),
    }),
    because: t.field({
      type: [StatementInterface],
      description:
        'The statements that it was worked out from: the PC/TC indicator, or the rows of the fee schedule that add up. Empty where people put it together, and where nothing that is known speaks of the code on the day.',
      ...grows({ items: () => 3 }),
      resolve: (fact) => [...(workedOutFrom(fact) ?? [])],
    }),
    explanation: t.field({
      type: Explanation,
      description: 'Why the codes belong together so: each statement from its passage on, then the rule.',
      resolve: (fact, _args, context) => {
        const proposed = proposedOf(fact);
        const curated = 'People put the codes together; `citations` are the sources.';
        return explainAnswer(
          context,
          workedOutFrom(fact) ?? [],
          proposed?.rule ?? 'curated',
          proposed?.note ?? curated,
        );
      },
    }),
  };
}

/** Codes and modifiers that together report one service. */
export const ServiceFamily = entity({
  table: serviceFamily,
  keys: { slug: ({ slug }) => `ServiceFamily:${slug}` },
  fields: (t) => ({
    components: t.field({
      type: [ServiceComponent],
      description: 'Its components, the whole service first.',
      resolve: (family, _args, context) => componentsOf(context, family),
    }),
    ...basisFields(t),
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
      resolve: (component, _args, context) =>
        unitsOf(context, component).map((unit) => at(unit, component.asOf)),
    }),
    ...basisFields(t),
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

/** A family, and the members of it where it is a group of services. */
export function familiesBelow(memory: Memory, familyId: string): readonly string[] {
  return [familyId, ...memory.by('service_family', 'groupId', familyId).map(({ id }) => id)];
}

builder.objectFields(BillingCode, (t) => ({
  family: t.field({
    type: ServiceFamily,
    nullable: true,
    description:
      'The service family that it reports: the one that people put it in, else the one that is worked out for the day, see `basis`. A code that nothing splits is a family of one.',
    ...grows({ work: proposing.work }),
    resolve: (code, _args, context) => familyOf(context, code),
  }),
  components: t.field({
    type: [ServiceComponent],
    description:
      'The components that the code puts on a claim line, alone or with a modifier: those of `family`. There is one at least.',
    ...grows(proposing),
    resolve: (code, _args, context) => componentsWith(context, code),
  }),
}));
listed(ServiceFamily, 'codes', BillingCode, {
  to: billingCode,
  by: 'familyId',
  description: 'The codes of the family.',
  workedOut: (family, context) => codesProposed(context, family as FactOf<typeof serviceFamily>),
});
lists(ServiceFamily, serviceFamily, {
  groupId: [ServiceFamily, 'members', 'The families of a group of services.'],
});

/** The codes of a family that is worked out, in the order of their components; undefined for one that people put together. */
function codesProposed(context: GraphContext, family: FactOf<typeof serviceFamily>) {
  const codes = proposedOf(family)?.components.map(({ unit }) => unit.codeId);
  return (
    codes && Promise.all([...new Set(codes)].map((id) => mustHave(context, billingCode, id, family.asOf)))
  );
}

builder.queryFields((t) => ({
  serviceFamily: t.field({
    type: ServiceFamily,
    nullable: true,
    description:
      'A service family by its slug or id, such as `trabecular-bone-score`, or that of one that was worked out for the day, such as `proposed-93000`.',
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
    description:
      'All service families that people put together, or those that are split in one way. What is worked out for a code is in `BillingCode.family`.',
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
