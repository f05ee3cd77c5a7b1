/** Published amounts of one payer on one basis, summed up. */

import type { PayerName } from '../../db/enums/index.ts';
import type { ValueOf } from '../../db/kit/enums.ts';
import { basisColumns } from '../../db/prices/basis.ts';
import { medianOf, namedInGroup, quartilesOf, type RateGroup } from '../../db/prices/rate-summary.ts';
import { billingCode, payer, rateBenchmark } from '../../db/tables/index.ts';
import { BillingCode } from '../codes/code.ts';
import { builder } from '../kit/builder.ts';
import { type Fact, type FactOf, mustHave, one } from '../kit/fact.ts';
import { columnFields, type FieldBuilder, shown } from '../kit/fields-from-columns.ts';
import { grows } from '../kit/growth.ts';
import { Payer } from '../policies/payer.ts';
import { RateBenchmark } from './benchmark.ts';
import { brandNamed, PayerBrand } from './payer-brand.ts';

/** A group as it is passed on, with the name of the payer that it was grouped by. */
export type RateGroupFact = Fact & RateGroup & { readonly by: ValueOf<typeof PayerName> };

/** Groups as facts. They have no name of their own: their place is that of their payer and basis in order. */
export function groupFacts(
  groups: readonly RateGroup[],
  by: RateGroupFact['by'],
  asOf: RateGroupFact['asOf'],
): readonly RateGroupFact[] {
  return groups.map((group, place) => ({ ...group, id: String(place).padStart(6, '0'), by, asOf }));
}

const { amount } = rateBenchmark.columns;
const nearestRank = 'by nearest rank, so always an amount that was published';

const notBasis = new Set(Object.keys(rateBenchmark.columns).filter((name) => !basisColumns.includes(name)));

type Figure = 'minimum' | 'p25' | 'p50' | 'p75' | 'maximum';

/** The amounts of a payer on one basis. */
export const RateGroupType = builder.objectRef<RateGroupFact>('RateGroup').implement({
  description:
    'Amounts of one payer that have one basis: kind of money, kind of claim, setting, modifiers, and all else that tells prices apart. Amounts of two bases are never in one group. Figures are of the single amounts. A published rate is not coverage, and having none is not a denial.',
  fields: (t) => {
    const figure = (name: Figure, description: string) =>
      t.field({
        type: 'Decimal',
        nullable: true,
        description: `${description} US dollars; percent where \`amountKind\` is NEGOTIATED_PERCENTAGE.`,
        resolve: (group) => shown(amount, group[name]) as never, // its type is that of the column
      });
    return {
      code: t.field({
        type: BillingCode,
        description: 'The code that is priced.',
        resolve: ({ code, asOf }, _args, context) => mustHave(context, billingCode, code, asOf),
      }),
      payer: t.field({
        type: Payer,
        nullable: true,
        description:
          'The payer; null unless grouped by LINKED, and for amounts that name no payer, such as gross charges.',
        resolve: ({ by, payerKey, asOf }, _args, context) =>
          by === 'LINKED' && payerKey !== null ? mustHave(context, payer, payerKey, asOf) : null,
      }),
      payerBrand: t.field({
        type: PayerBrand,
        nullable: true,
        description:
          'The brand that the payers are written by; null unless grouped by BRAND, and for amounts that name no payer.',
        resolve: ({ by, payerKey }, _args, context) =>
          by === 'BRAND' && payerKey !== null ? brandNamed(context, payerKey) : null,
      }),
      payerStated: t.string({
        nullable: true,
        description:
          'The payer in the words of the price files; null unless grouped by STATED, and for amounts that state no payer.',
        resolve: ({ by, payerKey }) => (by === 'STATED' ? payerKey : null),
      }),
      ...columnFields(t as unknown as FieldBuilder, rateBenchmark, notBasis), // a group has the columns of its basis
      rates: t.exposeInt('rates', {
        description: 'How many single amounts; a statement is one. 0 where there are only distributions.',
      }),
      hospitals: t.exposeInt('hospitals', {
        description:
          'How many hospitals publish them, as they name themselves; 0 where none comes from the file of a hospital.',
      }),
      minimum: figure('minimum', 'The smallest single amount; null where there is none.'),
      p25: figure('p25', `The lower quartile, ${nearestRank}; null for fewer than ${quartilesOf}.`),
      median: figure(
        'p50',
        `The median, ${nearestRank}, of an even number the lower of the middle two; null for fewer than ${medianOf}.`,
      ),
      p75: figure('p75', `The upper quartile, ${nearestRank}; null for fewer than ${quartilesOf}.`),
      maximum: figure('maximum', 'The largest single amount; null where there is none.'),
      distributions: t.exposeInt('distributions', {
        description:
          'How many statements give figures of several amounts, such as a range or a median. They are in no other figure here.',
      }),
      withoutAmount: t.exposeInt('withoutAmount', {
        description: 'How many statements give no amount, such as those of a formula alone.',
      }),
      statements: t.field({
        type: [RateBenchmark],
        description: `The first ${namedInGroup} statements, each with its citations: single amounts from the smallest on, then the others. All are listed by \`rateBenchmarks\` with the same filter.`,
        ...grows({ items: () => namedInGroup, eachOnce: true }),
        resolve: async ({ ids, asOf }, _args, context) => {
          const found = await Promise.all(ids.map((id) => one(context, rateBenchmark, id, asOf)));
          return found.filter((row): row is FactOf<typeof rateBenchmark> => row !== null);
        },
      }),
    };
  },
});
