/** What people type into the filters of prices and of plans finds what files write in other letters. Synthetic rows. */

import { describe, expect, test } from 'vitest';
import { planKeyOf } from '../../../db/prices/plan-key.ts';
import { fillStatedPayers } from '../../../db/prices/stated-payers.ts';
import { listedPlan, payerModifierRule, priceFile, rateBenchmark } from '../../../db/tables/index.ts';
import { ask, query } from '../../kit/graph.ts';
import { add, ids, releaseOf, serviceStore } from '../../kit/synthetic.ts';

const store = serviceStore();
const rates = [
  { payerStated: 'UNITED  SYNTHETIC\u00a0PLAN [7]', modifiers: '["26","TC"]' },
  { payerStated: 'Corporación ÓPTIMA', additionalNotes: 'Según  contrato', revenueCodes: '["0320"]' },
];
for (const [place, row] of rates.entries())
  add(store, rateBenchmark, {
    id: `RateBenchmark:${place}`,
    subjectId: ids.code,
    statistic: 'SINGLE',
    ...row,
  });
fillStatedPayers(store);
add(store, payerModifierRule, { id: 'PayerModifierRule:1', payerId: ids.payer, payerStated: 'ÓPTIMA  Plan' });

const plans = [
  { planId: '12345TX001', planIdType: 'HIOS', name: 'Óptima  PPO' },
  { planId: '12345TX0020003', planIdType: 'HIOS', name: 'Silver' },
  { planId: '12345678', planIdType: 'EIN', name: 'Self-funded', sponsor: 'SÖHNE  Inc' },
];
for (const [place, plan] of plans.entries()) {
  const fileSet = `set ${place}`;
  add(store, priceFile, {
    ...{ id: `PriceFile:${place}`, payerId: ids.payer, fileSet },
    location: plan.planId,
  });
  add(store, listedPlan, {
    ...{ id: `ListedPlan:${place}`, payerId: ids.payer, fileSets: JSON.stringify([fileSet]) },
    ...{ planKey: planKeyOf(plan.planId), ...plan },
  });
}
const of = releaseOf(store);

const amounts = (filter: string) =>
  `{ billingCode(code: "99999") { rateBenchmarks(filter: { ${filter} }) { nodes { id } } } }`;

describe('amounts', () => {
  async function found(filter: string): Promise<readonly string[]> {
    const { billingCode } = await ask<{
      billingCode: { rateBenchmarks: { nodes: readonly { readonly id: string }[] } };
    }>(amounts(filter), {}, { of });
    return billingCode.rateBenchmarks.nodes.map(({ id }) => id.slice(-1));
  }

  test.each([
    ['payerStatedContains: "united synthetic plan"', '0'],
    ['payerStatedContains: " United  Synthetic "', '0'],
    ['payerStatedContains: "corporación óptima"', '1'],
    ['payerStatedContains: "Corporacio\u0301n"', '1'],
    ['notesContain: "SEGÚN CONTRATO"', '1'],
    ['modifiers: ["tc", " 26", "TC"]', '0'],
    ['revenueCodes: ["320"]', '1'],
  ])('are found by %s', async (filter, place) => {
    expect(await found(filter)).toEqual([place]);
  });

  test.each([
    ['modifiers: ["PROF"]', 'two letters or digits'],
    ['revenueCodes: ["RC"]', 'four digits'],
  ])('are not asked for by %s, which none could have', async (filter, expected) => {
    const { errors } = await query(amounts(filter), {}, { of });
    expect(errors?.[0]?.message).toContain(expected);
  });
});

test('rules of modifiers are found by letters of the payer in any case', async () => {
  const source = `{ payer(slug: "synthetic-one") { modifierRules(filter: { payerStatedContains: "óptima plan" }) { totalCount } } }`;
  const { payer } = await ask<{ payer: { modifierRules: { totalCount: number } } }>(source, {}, { of });
  expect(payer.modifierRules.totalCount).toBe(1);
});

test.each([
  ['planId: "12345TX001"', '12345TX001'],
  ['planId: "12345tx0010009"', '12345TX001'],
  ['planId: "12345TX0010009-01"', '12345TX001'],
  ['planId: "12345TX0020003-01"', '12345TX0020003'],
  ['planId: "01-2345678"', '12345678'],
  ['planId: "12345678"', '12345678'],
  ['planName: "óptima ppo"', '12345TX001'],
  ['sponsor: "söhne inc"', '12345678'],
])('the file of a plan is found by %s', async (filter, location) => {
  const source = `{ priceFiles(filter: { ${filter} }) { nodes { location } } }`;
  const { priceFiles } = await ask<{ priceFiles: { nodes: readonly unknown[] } }>(source, {}, { of });
  expect(priceFiles.nodes).toEqual([{ location }]);
});
