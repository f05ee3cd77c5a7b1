/** One figure that a hospital's plan has for so many codes that it may be no price of any of them. */

import { formatDecimal } from '../../../db/kit/decimal.ts';
import type { Gathered } from './price-statement.ts';

/** From so many codes on, where they are half of all that the plan has; from `many` on whatever others it has. */
const some = 20;
const many = 100;

/** The plan of a rate. Rates by the day or by the case are the same for many codes by their nature. */
function planOf({ purpose }: Gathered): string | undefined {
  const { amountKind, payerStated, network, billingClass, negotiatedType } = purpose;
  const flat = negotiatedType === 'PER_DIEM' || negotiatedType === 'CASE_RATE';
  if (amountKind !== 'NEGOTIATED_RATE' || payerStated === null || flat) return undefined;
  return JSON.stringify([payerStated, network, billingClass]);
}

/** What is known of a plan: its codes, how often it has each figure, and the codes of frequent figures. */
class Plan {
  readonly codes = new Set<string>();
  readonly times = new Map<number, number>();
  readonly codesOf = new Map<number, Set<string>>();
}

/** Looks through the prices of a hospital; returns a remark for those with such a figure. */
export function doubtsAbout(gathered: ReadonlyMap<string, Gathered>): (each: Gathered) => string | undefined {
  const plans = new Map<string, Plan>();
  const withPlan = (each: Gathered) => plans.get(planOf(each) ?? '');
  for (const each of gathered.values()) {
    const name = planOf(each);
    if (name === undefined) continue;
    const plan = plans.get(name) ?? new Plan();
    plans.set(name, plan);
    plan.codes.add(each.purpose.code);
    for (const cents of each.prices.prices()) plan.times.set(cents, (plan.times.get(cents) ?? 0) + 1);
  }
  // Few figures are frequent: only of these the codes are remembered, as a code may have several statements.
  for (const each of gathered.values()) {
    const plan = withPlan(each);
    for (const cents of plan ? each.prices.prices() : [])
      if ((plan?.times.get(cents) ?? 0) >= some)
        plan?.codesOf.set(cents, (plan.codesOf.get(cents) ?? new Set()).add(each.purpose.code));
  }
  return (each) => {
    const plan = withPlan(each);
    const found = plan && each.prices.prices().filter((cents) => isDoubtful(plan, cents));
    if (!plan || !found || found.length === 0) return undefined;
    const figures = found.map(
      (cents) => `${formatDecimal(cents, 2)} for ${plan.codesOf.get(cents)?.size} codes`,
    );
    return `The plan has one and the same figure ${figures.join(' and ')} of the ${plan.codes.size} that were read of it: it may be no price of this code.`;
  };
}

function isDoubtful({ codesOf, codes }: Plan, cents: number): boolean {
  const count = codesOf.get(cents)?.size ?? 0;
  return count >= many || (count >= some && count * 2 >= codes.size);
}
