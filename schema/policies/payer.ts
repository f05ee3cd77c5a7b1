/** Payers and jurisdictions: who decides and pays, and where. */

import { jurisdiction, payer } from '../../db/tables/index.ts';
import { builder } from '../kit/builder.ts';
import { lists } from '../kit/edge-to-many.ts';
import { entity } from '../kit/entity.ts';
import { rowsReferringTo } from '../kit/fact.ts';

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
