/** Which rates: what a client chooses, as a question to the store of rates. */

import { zipsNear } from '../../db/care/zip-areas.ts';
import { AmountKind, BillingClass, CareSetting, NegotiatedType } from '../../db/enums/index.ts';
import { folded } from '../../db/kit/folded.ts';
import type { RateQuestion } from '../../db/rates/rate-store.ts';
import type { TermName } from '../../db/rates/rate-terms.ts';
import { payer } from '../../db/tables/index.ts';
import { codeGiven } from '../codes/code-given.ts';
import { builder } from '../kit/builder.ts';
import type { GraphContext } from '../kit/context.ts';
import { enumOf } from '../kit/enums.ts';
import { badInput, checkList } from '../kit/errors.ts';
import { knownIds } from '../kit/reference.ts';
import { modifierGiven } from '../prices/benchmark.ts';

/** What a client chooses of rates. */
export const RateFilter = builder.inputType('RateFilter', {
  description: 'Which rates to give. What is left out does not restrict.',
  fields: (t) => ({
    payers: t.idList({
      required: false,
      description:
        'Payers by slug or id, such as aetna. Hospitals write payers in words, of which not all are known: see `payerStatedContains`.',
    }),
    payerStatedContains: t.string({
      required: false,
      description:
        'Letters that are in the name of the payer as the file of a hospital writes it, in any case, such as "united".',
    }),
    networks: t.stringList({
      required: false,
      description: 'Networks or plans, in the exact words of the price files.',
    }),
    facilities: t.stringList({
      required: false,
      description: 'Hospitals, in the exact words of their price files.',
    }),
    amountKinds: t.field({
      type: [enumOf(AmountKind)],
      required: false,
      description: 'Kinds of money; amounts of two kinds are not to be compared.',
    }),
    billingClass: t.field({
      type: enumOf(BillingClass),
      required: false,
      description: 'Kind of claim; `BOTH` is of its own and not among the others.',
    }),
    careSetting: t.field({
      type: enumOf(CareSetting),
      required: false,
      description: 'Inpatient or outpatient; `BOTH` is of its own and not among the others.',
    }),
    negotiatedTypes: t.field({
      type: [enumOf(NegotiatedType)],
      required: false,
      description: 'How the rate is set; rates that do not say are left out.',
    }),
    modifiers: t.stringList({
      required: false,
      description: 'Exactly these modifiers, such as ["26"]; an empty list selects rates without any.',
    }),
  }),
});

/** The most miles around a place. */
const mostMiles = 200;

/** A place, and how far from it. */
export const RateNear = builder.inputType('RateNear', {
  description:
    'Only those who have a place near a ZIP code. Distances are between the middle points of ZIP areas, as price files say no more of where providers are.',
  fields: (t) => ({
    zip: t.string({ required: true, description: 'Five digits, such as "60637".' }),
    miles: t.int({
      required: true,
      defaultValue: 25,
      description: `How many miles around it, 1 to ${mostMiles}.`,
    }),
  }),
});

type FilterGiven = typeof RateFilter.$inferInput;
type NearGiven = typeof RateNear.$inferInput;

const namesContaining = `
  select s.stated as "stated" from stated_payer s where instr(s.folded, :letters) > 0 order by s.stated`;

/** The names of payers that contain some letters, as files state them. */
function statedNames({ store }: GraphContext, letters: string): readonly string[] {
  return store
    .all<{ readonly stated: string }>(namesContaining, { letters: folded(letters) })
    .map(({ stated }) => stated);
}

/** What is chosen of the terms of a rate. */
export function termsOf(filter: FilterGiven, context: GraphContext): RateQuestion['terms'] {
  const { payers, payerStatedContains, billingClass, careSetting, modifiers } = filter;
  const terms: Partial<Record<TermName, readonly string[]>> = {};
  const lists = {
    network: ['networks', filter.networks],
    facility: ['facilities', filter.facilities],
    amountKind: ['amountKinds', filter.amountKinds],
    negotiatedType: ['negotiatedTypes', filter.negotiatedTypes],
  } as const;
  for (const [name, [field, values]] of Object.entries(lists))
    if (values) terms[name as TermName] = checkList(`filter.${field}`, values);
  if (payers) terms.payerId = knownIds(context, payer, 'filter.payers', payers);
  if (payerStatedContains != null) terms.payerStated = statedNames(context, payerStatedContains);
  if (billingClass) terms.billingClass = [billingClass];
  if (careSetting) terms.careSetting = [careSetting];
  if (modifiers) {
    const some = modifiers.length > 0 ? checkList('filter.modifiers', modifiers) : [];
    terms.modifiers = [JSON.stringify([...new Set(some.map(modifierGiven))].sort())];
  }
  return terms;
}

/** The ZIP codes near a place, with the miles to each; throws a typed error where the place is not known. */
export function placesNear({ zip, miles }: NearGiven, { store }: GraphContext): ReadonlyMap<string, number> {
  const found = codeGiven('near.zip', 'ZIP', zip);
  if (miles < 1 || miles > mostMiles)
    throw badInput('near.miles', `near.miles is ${miles}: give a number from 1 to ${mostMiles}.`);
  const near = zipsNear(store, found, miles);
  if (near) return near;
  throw badInput(
    'near.zip',
    `near.zip: ${found} has no area of its own, as those of post office boxes, or is not in use. Give that of a place nearby.`,
  );
}
