/** Beside a cell of the matrix: the rates that price files publish for its component. They decide nothing. */

import { lastPart } from '../../db/kit/id-parts.ts';
import { bareName } from '../../db/prices/payer-name.ts';
import { rateSummaries } from '../../db/prices/rate-summary.ts';
import { brandsOf } from '../../db/prices/stated-payers.ts';
import type { Unit } from '../../db/release/small-tables.ts';
import { payer, rateBenchmark } from '../../db/tables/index.ts';
import { unitsOfId } from '../codes/code-families.ts';
import { builder } from '../kit/builder.ts';
import { rankWhere } from '../kit/edge-to-many.ts';
import { mustHave } from '../kit/fact.ts';
import { cell } from '../kit/fields-from-columns.ts';
import { grows } from '../kit/growth.ts';
import { loaderOf } from '../kit/loader.ts';
import { rateFilter } from '../prices/benchmark.ts';
import { groupFacts, type RateGroupFact, RateGroupType } from '../prices/rate-group.ts';
import { summingUp } from '../prices/rate-summary.ts';
import { CoverageCell } from './matrix-cell.ts';

type AsOf = RateGroupFact['asOf'];

const negotiated: typeof rateFilter.type.$inferInput = {
  amountKinds: ['NEGOTIATED_RATE', 'NEGOTIATED_PERCENTAGE'],
};

/** SQL: amounts of the payers that cells ask for, by either name; `s` is the stated name of an amount. */
const ofNames = {
  LINKED: 't.payer_id in (select value from json_each(:names))',
  BRAND: 's.brand in (select value from json_each(:names))',
} as const;

/** What is published for a code by a payer; one read for all cells. */
const negotiatedRates = loaderOf(
  (
    context,
    keys: readonly (readonly [code: string, name: string])[],
    { by, asOf }: { by: keyof typeof ofNames; asOf: AsOf },
  ) => {
    const codes = [...new Set(keys.map(([code]) => code))];
    const names = JSON.stringify([...new Set(keys.map(([, name]) => name))]);
    const where = [
      rankWhere(null),
      ...rateFilter.where(negotiated, context),
      { sql: ofNames[by], params: { names } },
    ];
    const groups = rateSummaries(context.store, codes, by, { asOf, where }).flatMap((found) =>
      groupFacts(found.groups, by, asOf),
    );
    const byKey = Map.groupBy(groups, ({ code, payerKey }) => `${code} ${payerKey}`);
    return keys.map(([code, name]) => byKey.get(`${code} ${name}`) ?? []);
  },
);

/** The brand that is the very name of a payer; null where none is, as for a licensee of an association, whose name is longer. */
const brandOfPayer = loaderOf(async (context, payerIds: readonly string[], asOf: AsOf) => {
  const brands = brandsOf(context.store);
  return Promise.all(
    payerIds.map(async (id) => {
      const { label, aliases } = await mustHave(context, payer, id, asOf);
      const names = [label, ...(JSON.parse(aliases) as readonly string[])].map(bareName);
      return brands.find(({ spellings }) => spellings.some((known) => names.includes(known)))?.slug ?? null;
    }),
  );
});

/** Whether amounts are priced with the modifier of the unit and no other; without one also where modifiers are not distinguished. */
function pricedAs({ modifierId }: Unit, group: RateGroupFact): boolean {
  const modifiers = cell(group, 'modifiers');
  if (modifierId === null) return modifiers === null || modifiers === '[]';
  return modifiers === JSON.stringify([lastPart(modifierId)]);
}

/** Groups of a payer for a component beside its others: few hospitals agree on many bases. */
const usual = 4;

builder.objectField(CoverageCell, 'publishedRates', (t) =>
  t.field({
    type: [RateGroupType],
    description:
      'Negotiated rates that price files publish for the component as it is billed, in any line of business: how many, in how many hospitals, from which to which amount, on each basis. A rate is not coverage: it changes nothing in `state`, and an empty list is not a denial.',
    args: {
      byBrand: t.arg.boolean({
        required: true,
        defaultValue: false,
        description:
          'False: of this payer as linked by its exact name. True: of every name that has the brand which this payer is called, such as "UHC CORE/NAVIGATE" beside UnitedHealthcare: a way of writing, under which other companies may stand. Empty for a payer that is called by no brand alone.',
      }),
    },
    ...grows({
      items: (sizes) => Math.min(usual, sizes.most(rateBenchmark, 'subjectId') ?? usual),
      // A code is read once for all cells, and few of its amounts are of one payer.
      work: (sizes) => summingUp(sizes) / 32,
    }),
    resolve: async ({ componentId, payerId, asOf }, { byBrand }, context) => {
      const by = byBrand ? 'BRAND' : 'LINKED';
      const name = byBrand ? await brandOfPayer(context, payerId, asOf) : payerId;
      if (name === null) return [];
      const units = await unitsOfId(context, componentId, asOf);
      const found = await Promise.all(
        units.map(async (unit) => {
          const groups = await negotiatedRates(context, [unit.codeId, name], { by, asOf });
          return groups.filter((group) => pricedAs(unit, group));
        }),
      );
      return found.flat();
    },
  }),
);
