/** A default of a payer for codes that its file does not list, on synthetic rows. */

import { expect, test } from 'vitest';
import { defaultRate, rateBenchmark } from '../../../db/tables/index.ts';
import { ask } from '../../kit/graph.ts';
import { add, ids, releaseOf, serviceStore } from '../../kit/synthetic.ts';

const ofPayer = { payerId: ids.payer, network: 'PPO' };
const rate = { ...ofPayer, subjectId: ids.code, statistic: 'SINGLE', amount: 100 };

async function defaults(...rates: readonly Parameters<typeof add>[2][]): Promise<number> {
  const store = serviceStore();
  add(store, defaultRate, { ...ofPayer, system: 'CPT', statistic: 'SINGLE', amount: 6500 });
  for (const [place, row] of rates.entries())
    add(store, rateBenchmark, { id: `RateBenchmark:${place}`, ...rate, ...row });
  const { billingCode } = await ask<{ billingCode: { defaultRates: { totalCount: number } } }>(
    '{ billingCode(code: "99999") { defaultRates { totalCount } } }',
    {},
    { of: releaseOf(store) },
  );
  return billingCode.defaultRates.totalCount;
}

test('a default is that of a code until the payer’s file lists it in the network', async () => {
  expect(await defaults()).toBe(1);
  expect(await defaults({})).toBe(0);
  expect(await defaults({ network: 'HMO' })).toBe(1);
});

test('what a hospital lists of a plan of the same name is in no file of the payer', async () => {
  expect(await defaults({ facility: 'Synthetic Hospital' })).toBe(1);
});
