/** Policies, their versions, the criteria in them and what happened to them. */

import { LineOfBusiness, PolicyKind } from '../../db/enums/index.ts';
import { type AsOf, holdsOn } from '../../db/kit/as-of.ts';
import { keyOf } from '../../db/kit/id-parts.ts';
import { nearNames } from '../../db/search/near.ts';
import { coverageCriterion, payer, policy, policyEvent, policyVersion } from '../../db/tables/index.ts';
import { aboutCodes } from '../codes/about-codes.ts';
import { DateRange, statement } from '../evidence/statement.ts';
import { AsOfInput, rootAsOf } from '../kit/as-of.ts';
import { builder } from '../kit/builder.ts';
import { connectionOf } from '../kit/connection.ts';
import type { GraphContext } from '../kit/context.ts';
import { connections, type FactRef } from '../kit/edge-to-many.ts';
import { entity } from '../kit/entity.ts';
import { enumOf } from '../kit/enums.ts';
import { badInput, unknownId } from '../kit/errors.ts';
import { allOf, type FactOf, rowsReferringTo } from '../kit/fact.ts';
import { pageOf, sliceOf, sliceRows } from '../kit/page.ts';
import { knownId } from '../kit/reference.ts';
import { Payer } from './payer.ts';

/** A coverage or payment policy of a payer, over all its versions. */
export const Policy = entity({
  table: policy,
  leaveOut: ['linesOfBusiness'],
  keys: { 'payer.slug number': policyNumbered },
  fields: (t) => ({
    linesOfBusiness: t.field({
      type: [enumOf(LineOfBusiness)],
      description: policy.columns.linesOfBusiness.description,
      resolve: ({ linesOfBusiness }) => JSON.parse(linesOfBusiness) as (keyof typeof LineOfBusiness.values)[],
    }),
    versionInForce: t.field({
      type: PolicyVersion,
      nullable: true,
      description:
        'The version in force on the date of service, the one with the latest known start; null when none is known to be.',
      resolve: ({ id, asOf }, _args, context) =>
        inForceOf(rowsReferringTo(context, policyVersion, 'policyId', id, asOf), asOf.dateOfService),
    }),
  }),
});

/** The policy to which a payer gives that number, if there is one. */
function policyNumbered(key: Readonly<Record<string, string>>, context: GraphContext): string | null {
  const { number = '', 'payer.slug': payer } = key;
  const found = rowsReferringTo(context, policy, 'payerId', `Payer:${payer}`, context.asOf).filter(
    (row) => row.number === number,
  );
  if (found.length > 1)
    throw badInput(
      'number',
      `number: ${found.map(({ id }) => id).join(' and ')} are both numbered ${number} by Payer:${payer}. Refer to one by its id.`,
    );
  return found[0]?.id ?? null;
}

/** Whether a text is the number of a policy, or its id with or without the type. */
function isCalled({ id, number }: FactOf<typeof policy>, text: string): boolean {
  return [number, id, keyOf(id)].includes(text.trim());
}

/** One version of a policy. */
export const PolicyVersion = entity({
  table: policyVersion,
  leaveOut: ['validFrom', 'validTo', 'validEnd'],
  fields: (t) => ({
    validity: t.field({
      type: DateRange,
      description: 'When it was in force.',
      resolve: (version) => version,
    }),
  }),
});
connections(Policy, policy, {
  payerId: [Payer, 'policies', 'Its policies.'],
});
connections(PolicyVersion, policyVersion, {
  policyId: [Policy, 'versions', 'Its versions, as far as they were read.'],
});

type Version = FactOf<typeof policyVersion>;

function inForceOf(versions: readonly Version[], day: string): Version | null {
  const known = versions.filter((version) => version.validFrom !== null && holdsOn(day, version));
  return known.sort((a, b) => String(b.validFrom).localeCompare(String(a.validFrom))).at(0) ?? null;
}

/** A condition, limit or definition in a policy version. */
export const CoverageCriterion = statement({ table: coverageCriterion });
aboutCodes(CoverageCriterion, coverageCriterion, 'criteria', 'Criteria of policies that speak of the code.');
connections(CoverageCriterion, coverageCriterion, {
  policyVersionId: [PolicyVersion, 'criteria', 'Conditions, limits and definitions in the version.'],
});

/** Something that happened to a code, a policy or the law behind it. */
export const PolicyEvent = statement({ table: policyEvent });
aboutCodes(PolicyEvent, policyEvent, 'events', 'What happened to the code and to policies that speak of it.');
connections(PolicyEvent, policyEvent, {
  policyId: [Policy, 'events', 'What happened to it.'],
  payerId: [Payer, 'events', 'What happened to its policies.'],
});

/** The policies of that number or id, of one payer or any; a typed error where this release has none. */
export function policiesCalled(
  context: GraphContext,
  field: string,
  number: string,
  asOf: AsOf,
  payerId: string | null = null,
): readonly [FactOf<typeof policy>, ...FactOf<typeof policy>[]] {
  const [first, ...others] = allOf(context, policy, asOf).filter(
    (row) => isCalled(row, number) && (!payerId || row.payerId === payerId),
  );
  if (first) return [first, ...others];
  throw unknownId(
    field,
    `${field}: this release holds no policy numbered ${JSON.stringify(number.slice(0, 80))}. List them with policies { nodes { number } }.`,
    nearNames(
      number.slice(0, 200),
      allOf(context, policy, context.asOf).map((row) => ({
        name: row.number ?? keyOf(row.id),
        also: [keyOf(row.id), row.label],
      })),
    ),
  );
}

builder.queryFields((t) => ({
  policy: t.field({
    type: Policy,
    nullable: true,
    description:
      'A policy by the number that its payer gives it, or by its id. Two payers may use one number: then say whose.',
    args: {
      number: t.arg.string({
        required: true,
        description: 'Number, such as "CPB 0134", or the id, such as Policy:aetna/0134.',
      }),
      payer: t.arg.id({ required: false, description: 'The payer by slug or id, such as aetna.' }),
      asOf: t.arg({
        type: AsOfInput,
        required: false,
        description: 'Day and state of knowledge for everything below.',
      }),
    },
    resolve: async (_root, { number, payer: owner, asOf }, context) => {
      const payerId = owner ? knownId(context, payer, 'payer', owner) : null;
      const found = policiesCalled(context, 'number', number, rootAsOf({ asOf }, context), payerId);
      if (found.length > 1)
        throw badInput(
          'payer',
          `payer: ${found.map((row) => row.payerId).join(' and ')} both have a policy ${number}. Say whose.`,
        );
      return found[0];
    },
  }),
  policies: t.connection(
    {
      type: Policy as FactRef,
      description: 'All policies.',
      args: {
        kinds: t.arg({ type: [enumOf(PolicyKind)], required: false, description: 'Only these kinds.' }),
        asOf: t.arg({
          type: AsOfInput,
          required: false,
          description: 'Day and state of knowledge for everything below.',
        }),
      },
      resolve: async (_root, args, context) => {
        const rows = allOf(context, policy, rootAsOf(args, context)).filter(
          ({ kind }) => !args.kinds || args.kinds.includes(kind),
        );
        const slice = sliceOf('Query.policies', args);
        return pageOf('Query.policies', slice, sliceRows(rows, slice), () => rows.length);
      },
    },
    connectionOf(Policy),
  ),
}));
