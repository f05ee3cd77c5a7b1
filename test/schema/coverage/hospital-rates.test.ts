/** What nine hospitals publish, as the seed states it: beside the cells of the matrix, summed up by brand, and it decides nothing. */

import { expect, test } from 'vitest';
import { graphOf } from '../../kit/founding.ts';
import { ask, release } from '../../kit/graph.ts';

/** The day on which the files were read: what is added later changes no answer of it. */
const now = new Date('2026-11-30T12:00:00Z');
const withoutThem = graphOf(({ place }) => place.file !== 'seed/data/prices/hospital-rates.csv');

interface Published {
  readonly rates: number;
  readonly hospitals: number;
  readonly minimum: string;
  readonly maximum: string;
}

interface Matrix {
  readonly coverageMatrix: {
    readonly rows: readonly {
      readonly component: { readonly role: string };
      readonly cells: readonly { readonly state: string; readonly publishedRates: readonly Published[] }[];
    }[];
  };
}

const cells = `query ($payers: [ID!]) {
  coverageMatrix(input: { families: ["ServiceFamily:trabecular-bone-score"], payers: $payers }) {
    rows { component { role } cells { state unknownReason best { id } publishedRates { rates hospitals minimum maximum } } }
  }
}`;

/** Of the row of a component: what stands beside each of its cells. */
function besideCells({ coverageMatrix }: Matrix, role: string) {
  const row = coverageMatrix.rows.find(({ component }) => component.role === role);
  return row?.cells.map(({ publishedRates }) => publishedRates) ?? [];
}

test('beside Aetna and 77090 stand the nine rates that six hospitals publish, by what the files note of them', async () => {
  const found = await ask<Matrix>(cells, { payers: ['Payer:aetna'] }, { now });
  const beside = besideCells(found, 'TECHNICAL_PREPARATION_AND_TRANSMISSION');
  expect(beside.length).toBeGreaterThan(0);
  // As an independent reading of the files finds them.
  for (const published of beside)
    expect(published).toEqual([
      { rates: 1, hospitals: 1, minimum: '27.72', maximum: '27.72' },
      { rates: 8, hospitals: 6, minimum: '80.94', maximum: '175.40' },
    ]);
});

test('a rate is no coverage: without them every cell has the same state, reason and statement', async () => {
  const decided = async (of = release) => {
    const { coverageMatrix } = await ask<Matrix>(cells, {}, { of, now });
    return coverageMatrix.rows.map(({ component, cells: all }) => ({
      component,
      cells: all.map(({ publishedRates: _, ...answer }) => answer),
    }));
  };
  const before = await decided(withoutThem());
  expect(before.flatMap((row) => row.cells).length).toBeGreaterThan(100);
  expect(await decided()).toEqual(before);
});

interface Brands {
  readonly billingCode: {
    readonly rateSummary: {
      readonly groups: {
        readonly nodes: readonly (Published & { readonly payerBrand: { readonly slug: string } | null })[];
      };
    };
  };
}

test('rates of 77090 are summed up by brand, as independent readings of the files find them', async () => {
  const { billingCode } = await ask<Brands>(
    `{ billingCode(code: "77090") { rateSummary(by: BRAND, filter: { amountKinds: [NEGOTIATED_RATE] }) {
      groups(first: 100) { nodes { payerBrand { slug } rates hospitals minimum maximum } } } } }`,
    {},
    { now },
  );
  const groups = Map.groupBy(billingCode.rateSummary.groups.nodes, ({ payerBrand }) => payerBrand?.slug);
  const ends = (slug: string) => {
    const own = groups.get(slug) ?? [];
    const sum = own.reduce((all, { rates }) => all + rates, 0);
    const [low, high] = [own.map(({ minimum }) => +minimum), own.map(({ maximum }) => +maximum)];
    return [sum, Math.min(...low), Math.max(...high)];
  };
  expect(['aetna', 'bcbs', 'cigna', 'humana', 'uhc'].map(ends)).toEqual([
    [9, 27.72, 175.4],
    [10, 4, 234.47],
    [3, 89.91, 866.39],
    [3, 5.7, 95.42],
    [10, 140.44, 247.83],
  ]);
});

test('nothing of them is known before the day on which they were read', async () => {
  const before = new Date('2026-11-29T12:00:00Z');
  const found = await ask<Matrix>(cells, { payers: ['Payer:aetna'] }, { now: before });
  expect(besideCells(found, 'TECHNICAL_PREPARATION_AND_TRANSMISSION').flat()).toEqual([]);
});
