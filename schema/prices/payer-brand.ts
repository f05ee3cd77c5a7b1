/** Brands: how price files write payers, by reviewed rules. Never a link to a payer. */

import { type Brand, brandsOf } from '../../db/prices/stated-payers.ts';
import { payerBrand } from '../../db/tables/index.ts';
import { builder } from '../kit/builder.ts';
import { loaderOf } from '../kit/loader.ts';
import { RateBenchmark } from './benchmark.ts';

const described = payerBrand.columns;

/** A brand as rules know it. */
export const PayerBrand = builder.objectRef<Brand>('PayerBrand').implement({
  description: payerBrand.description,
  fields: (t) => ({
    slug: t.exposeString('slug', { description: described.slug.description }),
    label: t.exposeString('label', { description: described.label.description }),
    spellings: t.exposeStringList('spellings', { description: described.spellings.description }),
    reason: t.exposeString('reason', { description: described.reason.description }),
    seen: t.exposeStringList('seen', { description: described.seen.description }),
  }),
});

/** A brand by its slug; null where no rule knows it. */
export const brandNamed = loaderOf((context, slugs: readonly string[]) => {
  const brands = brandsOf(context.store);
  return slugs.map((slug) => brands.find((brand) => brand.slug === slug) ?? null);
});

const brandsOfNames = `
  select s.stated as "stated", s.brand as "brand"
  from json_each(:names) k
  cross join stated_payer s where s.stated = k.value`;

/** The slugs of the brands of stated names. */
const brandOfName = loaderOf((context, names: readonly string[]) => {
  const rows = context.store.all<{ readonly stated: string; readonly brand: string | null }>(brandsOfNames, {
    names: JSON.stringify(names),
  });
  const found = new Map(rows.map(({ stated, brand }) => [stated, brand]));
  return names.map((name) => found.get(name) ?? null);
});

builder.objectField(RateBenchmark, 'payerBrand', (t) =>
  t.field({
    type: PayerBrand,
    nullable: true,
    description:
      'The brand whose words are in `payerStated`, by a reviewed rule: a way of writing, which neither names a payer nor links to one. Null where no payer is stated, where no rule knows the name, and where the words of several brands are in it.',
    resolve: async ({ payerStated }, _args, context) => {
      const slug = payerStated === null ? null : await brandOfName(context, payerStated);
      return slug === null ? null : brandNamed(context, slug);
    },
  }),
);

builder.queryField('payerBrands', (t) =>
  t.field({
    type: [PayerBrand],
    description:
      'The brands that rules know in the names of price files, in the order of their slugs. A name that none of them knows is found by `payerStatedContains`.',
    resolve: (_root, _args, context) => brandsOf(context.store),
  }),
);
