/** Money seen in the market and how much services are used. Neither says anything about coverage. */

import { expectedOf, isCode } from '../../db/codes/code-shapes.ts';
import { codeWritten } from '../../db/codes/written-code.ts';
import {
  AmountKind,
  AmountStatistic,
  BillingClass,
  CareSetting,
  FeeSetting,
  NegotiatedType,
  PercentageBase,
} from '../../db/enums/index.ts';
import { inList, type Where } from '../../db/kit/edge.ts';
import { folded } from '../../db/kit/folded.ts';
import { brandsOf } from '../../db/prices/stated-payers.ts';
import { nearNames } from '../../db/search/near.ts';
import { jurisdiction, payer, rateBenchmark, utilization } from '../../db/tables/index.ts';
import { BillingCode } from '../codes/code.ts';
import { ServiceFamily } from '../codes/family.ts';
import { statement } from '../evidence/statement.ts';
import { builder } from '../kit/builder.ts';
import type { GraphContext } from '../kit/context.ts';
import { connections, type Filter } from '../kit/edge-to-many.ts';
import { enumOf } from '../kit/enums.ts';
import { badInput, checkList, unknownId } from '../kit/errors.ts';
import type { SchemaTypes } from '../kit/fields-from-columns.ts';
import { knownIds } from '../kit/reference.ts';
import { Jurisdiction, Payer } from '../policies/payer.ts';

/** The arguments that tell areas and settings apart. */
function areaFields(t: PothosSchemaTypes.InputFieldBuilder<SchemaTypes, 'InputObject'>) {
  return {
    jurisdictions: t.idList({
      required: false,
      description:
        'Areas by code or id, such as US, CA or Jurisdiction:CA; figures that name none are left out.',
    }),
    setting: t.field({
      type: enumOf(FeeSetting),
      required: false,
      description: 'Where it was performed; figures that do not tell settings apart are left out.',
    }),
  };
}

function areaWhere(
  { jurisdictions, setting }: typeof UtilizationFilter.$inferInput,
  context: GraphContext,
): Where[] {
  const where: Where[] = [];
  if (jurisdictions) {
    const ids = knownIds(context, jurisdiction, 'filter.jurisdictions', jurisdictions);
    where.push(inList('jurisdiction_id', 'jurisdictions', ids));
  }
  if (setting) where.push(inList('setting', 'settings', [setting]));
  return where;
}

const RateBenchmarkFilter = builder.inputType('RateBenchmarkFilter', {
  description: 'Which amounts to give. What is left out does not restrict.',
  fields: (t) => ({
    amountKinds: t.field({
      type: [enumOf(AmountKind)],
      required: false,
      description: 'Kinds of money; amounts of two kinds are not to be compared.',
    }),
    payers: t.idList({
      required: false,
      description:
        'Payers by slug or id, such as medicare; amounts across payers name none and are left out.',
    }),
    payerBrands: t.stringList({
      required: false,
      description:
        'Brands by slug, such as "uhc", in the words of which price files write payers; see `payerBrands`. A brand is a way of writing and not one payer. Amounts of price files whose payer has none are left out.',
    }),
    payerStatedContains: t.string({
      required: false,
      description:
        'Letters that are in the name of the payer as price files write it, in any case, such as "united". Amounts that state no payer are left out.',
    }),
    billingClass: t.field({
      type: enumOf(BillingClass),
      required: false,
      description: 'Kind of claim; `BOTH` is of its own and not among the others.',
    }),
    modifiers: t.stringList({
      required: false,
      description:
        'Exactly these modifiers, such as ["26"]; an empty list selects prices without any. Amounts that do not distinguish modifiers are left out.',
    }),
    careSetting: t.field({
      type: enumOf(CareSetting),
      required: false,
      description: 'Setting in a price file; `BOTH` is of its own and not among the others.',
    }),
    negotiatedTypes: t.field({
      type: [enumOf(NegotiatedType)],
      required: false,
      description: 'How the rate is set; amounts that do not say are left out.',
    }),
    statistics: t.field({
      type: [enumOf(AmountStatistic)],
      required: false,
      description:
        'Which figures; RANGE is what a source itself gives as the lowest and highest, such as the range of all negotiated charges of a hospital.',
    }),
    percentageBases: t.field({
      type: [enumOf(PercentageBase)],
      required: false,
      description: 'What a percentage is of; amounts in dollars are left out.',
    }),
    notesContain: t.string({
      required: false,
      description:
        'Text that is in `additionalNotes`, in any case, such as APC; amounts without notes are left out.',
    }),
    revenueCodes: t.stringList({
      required: false,
      description:
        'Any of these revenue codes, such as ["0320"], whose leading zero may be left out; amounts that do not name one are left out.',
    }),
    networks: t.stringList({
      required: false,
      description: 'Networks or plans, in the exact words of the price files.',
    }),
    facilities: t.stringList({
      required: false,
      description: 'Hospitals, in the exact words of their price files.',
    }),
    ...areaFields(t),
  }),
});

const UtilizationFilter = builder.inputType('UtilizationFilter', {
  description: 'Which figures of use to give. What is left out does not restrict.',
  fields: areaFields,
});

type RateBenchmarkFilterShape = typeof RateBenchmarkFilter.$inferInput;

/** How price files write payers; read from the few names that are stated and not from every amount. */
function statedWhere(
  { payerBrands, payerStatedContains }: RateBenchmarkFilterShape,
  { store }: GraphContext,
): Where[] {
  const where: Where[] = [];
  const named = (condition: string) =>
    `t.payer_stated in (select s.stated from stated_payer s where ${condition})`;
  if (payerBrands) {
    const brands = brandsOf(store);
    const known = brands.map(({ slug }) => slug);
    for (const [i, slug] of checkList('filter.payerBrands', payerBrands).entries())
      if (!known.includes(slug))
        throw unknownId(
          `filter.payerBrands[${i}]`,
          `filter.payerBrands[${i}]: no rule knows a brand ${JSON.stringify(slug.slice(0, 40))}; give any of ${known.join(', ')}, or letters of the name as payerStatedContains.`,
          nearNames(
            slug.slice(0, 40),
            brands.map(({ slug: name, spellings }) => ({ name, also: spellings })),
          ),
        );
    where.push({
      sql: named('s.brand in (select value from json_each(:payerBrands))'),
      params: { payerBrands: JSON.stringify(payerBrands) },
    });
  }
  if (payerStatedContains != null)
    where.push({
      sql: named('instr(s.folded, :payerStatedContains) > 0'),
      params: { payerStatedContains: folded(payerStatedContains) },
    });
  return where;
}

/** A modifier as it is stored; throws on what is none, of which no price could be. */
export function modifierGiven(given: string): string {
  const found = codeWritten('MODIFIER', given);
  if (found !== undefined) return found;
  throw badInput(
    'filter.modifiers',
    `filter.modifiers: ${JSON.stringify(given.slice(0, 40))} is no modifier, which is ${expectedOf('MODIFIER')}.`,
  );
}

/** A revenue code as it is stored, with its leading zero; throws on what is none. */
function revenueCodeFrom(given: string): string {
  const found = given.trim().padStart(4, '0');
  if (isCode('REVENUE_CODE', found)) return found;
  throw badInput(
    'filter.revenueCodes',
    `filter.revenueCodes: ${JSON.stringify(given.slice(0, 40))} is no revenue code, which is ${expectedOf('REVENUE_CODE')}.`,
  );
}

/** What only price files tell apart. */
function partsWhere(filter: typeof RateBenchmarkFilter.$inferInput): Where[] {
  const { modifiers, careSetting, negotiatedTypes, networks, facilities } = filter;
  const { statistics, percentageBases, notesContain, revenueCodes } = filter;
  const where: Where[] = [];
  if (modifiers) {
    const some = modifiers.length > 0 ? checkList('filter.modifiers', modifiers) : [];
    const exactly = JSON.stringify([...new Set(some.map(modifierGiven))].sort());
    where.push(inList('modifiers', 'modifiers', [exactly]));
  }
  if (careSetting) where.push(inList('care_setting', 'careSetting', [careSetting]));
  if (negotiatedTypes)
    where.push(inList('negotiated_type', 'types', checkList('filter.negotiatedTypes', negotiatedTypes)));
  if (statistics) where.push(inList('statistic', 'statistics', checkList('filter.statistics', statistics)));
  if (percentageBases)
    where.push(inList('percentage_base', 'bases', checkList('filter.percentageBases', percentageBases)));
  if (typeof notesContain === 'string')
    where.push({
      sql: 'instr(folded(t.additional_notes), :notes) > 0',
      params: { notes: folded(notesContain) },
    });
  if (revenueCodes)
    where.push({
      sql: 'exists (select 1 from json_each(t.revenue_codes) r join json_each(:revenueCodes) a on a.value = r.value)',
      params: {
        revenueCodes: JSON.stringify(checkList('filter.revenueCodes', revenueCodes).map(revenueCodeFrom)),
      },
    });
  if (networks) where.push(inList('network', 'networks', checkList('filter.networks', networks)));
  if (facilities) where.push(inList('facility', 'facilities', checkList('filter.facilities', facilities)));
  return where;
}

/** The filter of amounts, wherever they are listed or summed up. */
export const rateFilter = {
  type: RateBenchmarkFilter,
  where(given: RateBenchmarkFilterShape, context: GraphContext): Where[] {
    const { amountKinds, payers, billingClass } = given;
    const where = [...areaWhere(given, context), ...partsWhere(given), ...statedWhere(given, context)];
    if (amountKinds)
      where.push(inList('amount_kind', 'amountKinds', checkList('filter.amountKinds', amountKinds)));
    if (payers) {
      const ids = knownIds(context, payer, 'filter.payers', payers);
      where.push(inList('payer_id', 'payers', ids));
    }
    if (billingClass) where.push(inList('billing_class', 'billingClass', [billingClass]));
    return where;
  },
};
const filter: Filter = rateFilter;

/** An amount or a distribution of amounts. */
export const RateBenchmark = statement({ table: rateBenchmark });
const rates = 'Amounts and distributions of amounts, by kind of money.';
connections(
  RateBenchmark,
  rateBenchmark,
  {
    subjectId: [BillingCode, 'rateBenchmarks', rates],
    payerId: [Payer, 'rateBenchmarks', rates],
    jurisdictionId: [Jurisdiction, 'rateBenchmarks', rates],
  },
  filter,
);
connections(RateBenchmark, rateBenchmark, { subjectId: [ServiceFamily, 'rateBenchmarks', rates] }, filter);

const UtilizationStatement = statement({ table: utilization });
const use = 'Counts, shares and rates of use.';
const areaFilter: Filter = { type: UtilizationFilter, where: areaWhere };
connections(
  UtilizationStatement,
  utilization,
  {
    subjectId: [BillingCode, 'utilization', use],
    payerId: [Payer, 'utilization', use],
    jurisdictionId: [Jurisdiction, 'utilization', use],
  },
  areaFilter,
);
connections(
  UtilizationStatement,
  utilization,
  { subjectId: [ServiceFamily, 'utilization', use] },
  areaFilter,
);
