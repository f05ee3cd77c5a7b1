/** Codes of the health care provider taxonomy. */

import { providerTaxonomy, providerTaxonomyValidity } from '../../db/tables/index.ts';
import { codeGiven } from '../codes/code-given.ts';
import { otherDays } from '../evidence/other-days.ts';
import { statement } from '../evidence/statement.ts';
import { AsOfInput, rootAsOf } from '../kit/as-of.ts';
import { builder } from '../kit/builder.ts';
import { connections, lists } from '../kit/edge-to-many.ts';
import { entity } from '../kit/entity.ts';
import { one } from '../kit/fact.ts';

const ProviderTaxonomy = entity({
  table: providerTaxonomy,
  keys: { code: ({ code }) => `ProviderTaxonomy:${code}` },
});
connections(ProviderTaxonomy, providerTaxonomy, {
  parentId: [ProviderTaxonomy, 'specializations', 'The specializations of a classification.'],
});

otherDays(ProviderTaxonomy);

const ProviderTaxonomyValidity = statement({ table: providerTaxonomyValidity });
lists(ProviderTaxonomyValidity, providerTaxonomyValidity, {
  taxonomyId: [
    ProviderTaxonomy,
    'validity',
    'Whether it stood in the taxonomy on the date of service. Empty: no release that was loaded has it for that day.',
  ],
});

builder.queryField('providerTaxonomy', (t) =>
  t.field({
    type: ProviderTaxonomy,
    nullable: true,
    description:
      'A code of the health care provider taxonomy; null where no file of NUCC that has it was loaded.',
    args: {
      code: t.arg.string({ required: true, description: 'Ten characters, such as "207Q00000X".' }),
      asOf: t.arg({
        type: AsOfInput,
        required: false,
        description: 'Day and state of knowledge for everything below.',
      }),
    },
    resolve: (_root, { code, asOf }, context) =>
      one(
        context,
        providerTaxonomy,
        `ProviderTaxonomy:${codeGiven('code', 'TAXONOMY', code)}`,
        rootAsOf({ asOf }, context),
      ),
  }),
);
