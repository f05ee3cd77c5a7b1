/** The parts of trabecular bone score add up to the whole in every release of the fee schedule: the graph checks itself with this. */

import { expect, test } from 'vitest';
import { ask, release } from '../../kit/graph.ts';

interface Sum {
  readonly globalTotal: string;
  readonly componentTotal: string;
  readonly difference: string;
  readonly holds: boolean;
  readonly entries: readonly { readonly code: { readonly code: string } }[];
}

async function sum(family: string, day: string): Promise<Sum | null> {
  const { serviceFamily } = await ask<{ serviceFamily: { componentSumCheck: Sum | null } }>(
    `query ($id: ID!, $day: Date) { serviceFamily(id: $id, asOf: { dateOfService: $day }) {
      componentSumCheck { globalTotal componentTotal difference holds entries { code { code } } } } }`,
    { id: `ServiceFamily:${family}`, day },
  );
  return serviceFamily.componentSumCheck;
}

const starts = release.store
  .all<{ day: string }>(
    "select distinct valid_from as day from fee_schedule_entry where code_id = 'BillingCode:CPT:77089' order by 1",
  )
  .map(({ day }) => day);

test('there are several releases to add up', () => expect(starts.length).toBeGreaterThan(4));

test.each(starts)('the parts of trabecular bone score add up to the whole from %s', async (day) => {
  const found = await sum('trabecular-bone-score', day);
  expect(found).toMatchObject({ difference: '0.00', holds: true });
  expect(found?.globalTotal).toBe(found?.componentTotal);
  expect(found?.entries.map(({ code }) => code.code)).toEqual(['77089', '77090', '77091', '77092']);
});

test('nothing is added up on a day that no release covers', async () => {
  expect(await sum('trabecular-bone-score', '2021-12-31')).toBeNull();
});

test('nothing is added up where the schedule prices no part', async () => {
  expect(await sum('ct-bone-strength', '2025-10-15')).toBeNull();
});
