/** Places of service and sites of service, how the two map, and what sources say of a code at a site. */

import { placeOfService, siteOfService, sitePlace, siteRule } from '../../db/tables/index.ts';
import { BillingCode } from '../codes/code.ts';
import { codeGiven } from '../codes/code-given.ts';
import { statement } from '../evidence/statement.ts';
import { builder } from '../kit/builder.ts';
import { connections, lists } from '../kit/edge-to-many.ts';
import { entity } from '../kit/entity.ts';
import { allOf, known } from '../kit/fact.ts';
import { idOf } from '../kit/id.ts';

/** A CMS two-digit place of service. */
export const PlaceOfService = entity({
  table: placeOfService,
  keys: { code: ({ code }) => `PlaceOfService:${code}` },
});

/** A kind of place as people name it. */
export const SiteOfService = entity({
  table: siteOfService,
  keys: { slug: ({ slug }) => `SiteOfService:${slug}` },
});

const SitePlaceMapping = statement({ table: sitePlace });
lists(SitePlaceMapping, sitePlace, {
  siteId: [
    SiteOfService,
    'placesOfService',
    'The places of service it is billed under; each mapping is a statement, ours where no source makes it.',
  ],
  placeId: [PlaceOfService, 'sites', 'The sites that map to it.'],
});

const SiteOfServiceRule = statement({ table: siteRule });
lists(SiteOfServiceRule, siteRule, {
  codeId: [BillingCode, 'siteRules', 'Where sources say that the code is performed or payable.'],
});
connections(SiteOfServiceRule, siteRule, {
  siteId: [SiteOfService, 'rules', 'The codes that sources name for the site.'],
});

builder.queryFields((t) => ({
  siteOfService: t.field({
    type: SiteOfService,
    nullable: true,
    description: 'A site of service by its slug, such as "physician-office".',
    args: { slug: t.arg.string({ required: true, description: 'Slug or id, such as "physician-office".' }) },
    resolve: (_root, args, context) =>
      known(
        context,
        siteOfService,
        'slug',
        idOf('SiteOfService', 'slug', args.slug),
        context.asOf,
        'sitesOfService',
      ),
  }),
  sitesOfService: t.field({
    type: [SiteOfService],
    description: 'All sites of service.',
    resolve: (_root, _args, context) => allOf(context, siteOfService, context.asOf),
  }),
  placeOfService: t.field({
    type: PlaceOfService,
    nullable: true,
    description: 'A place of service by its two digits.',
    args: { code: t.arg.string({ required: true, description: 'Two digits as text, such as "11".' }) },
    resolve: (_root, { code }, context) => {
      const id = `PlaceOfService:${codeGiven('code', 'PLACE_OF_SERVICE', code)}`;
      return known(context, placeOfService, 'code', id, context.asOf, 'placesOfService');
    },
  }),
  placesOfService: t.field({
    type: [PlaceOfService],
    description: 'All places of service.',
    resolve: (_root, _args, context) => allOf(context, placeOfService, context.asOf),
  }),
}));
