/** Payers and jurisdictions: who decides and pays, and where. */

import { PayerKind } from '../../db/enums/index.ts';
import { jurisdiction, payer } from '../../db/tables/index.ts';
import { AsOfInput, rootAsOf } from '../kit/as-of.ts';
import { builder } from '../kit/builder.ts';
import { lists } from '../kit/edge-to-many.ts';
import { entity } from '../kit/entity.ts';
import { enumOf } from '../kit/enums.ts';
import { allOf, known, rowsReferringTo } from '../kit/fact.ts';
import { idOf } from '../kit/id.ts';

/** Who decides and pays. */
export const Payer = entity({ table: payer, keys: { slug: ({ slug }) => `Payer:${slug}` } });

builder.objectFields(Payer, (t) => ({
  licensees: t.field({
    type: [Payer],
    description: 'The licensees of an association, which decide for themselves; empty for any other payer.',
    resolve: ({ id, kind, asOf }, _args, context) =>
      kind === 'ASSOCIATION' ? rowsReferringTo(context, payer, 'parentId', id, asOf) : [],
  }),
  contractors: t.field({
    type: [Payer],
    description: 'The contractors of Medicare, which decide locally; empty for any other payer.',
    resolve: ({ id, kind, asOf }, _args, context) =>
      kind === 'MEDICARE_FFS' ? rowsReferringTo(context, payer, 'parentId', id, asOf) : [],
  }),
}));
lists(Payer, payer, {
  parentId: [Payer, 'members', 'Payers that belong to it: licensees, contractors or companies.'],
});

/** An area in which a rule or an amount holds. */
export const Jurisdiction = entity({ table: jurisdiction });

builder.queryFields((t) => ({
  payer: t.field({
    type: Payer,
    nullable: true,
    description:
      'A payer by its slug, such as "aetna". One that this release does not hold is an error of code UNKNOWN_ID.',
    args: {
      slug: t.arg.string({ required: true, description: 'Slug or id, such as "aetna" or "Payer:aetna".' }),
      asOf: t.arg({
        type: AsOfInput,
        required: false,
        description: 'Day and state of knowledge for everything below.',
      }),
    },
    resolve: (_root, args, context) =>
      known(
        context,
        payer,
        'slug',
        idOf('Payer', 'slug', args.slug),
        rootAsOf(args, context),
        'payers { slug }',
      ),
  }),
  payers: t.field({
    type: [Payer],
    description: 'All payers, or those of some kinds.',
    args: {
      kinds: t.arg({ type: [enumOf(PayerKind)], required: false, description: 'Only these kinds.' }),
      asOf: t.arg({
        type: AsOfInput,
        required: false,
        description: 'Day and state of knowledge for everything below.',
      }),
    },
    resolve: (_root, { kinds, asOf }, context) =>
      allOf(context, payer, rootAsOf({ asOf }, context)).filter(({ kind }) => !kinds || kinds.includes(kind)),
  }),
  jurisdictions: t.field({
    type: [Jurisdiction],
    description: 'All jurisdictions in the graph: the localities of the Medicare physician fee schedule.',
    resolve: (_root, _args, context) => allOf(context, jurisdiction, context.asOf),
  }),
}));
