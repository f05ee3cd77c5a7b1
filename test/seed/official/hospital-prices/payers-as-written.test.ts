/** Payers as nine hospitals write them, in the rows of bone density of their real files: found by letters, by brand and by link. */

import { describe, expect, test } from 'vitest';
import { excerptsOf } from '../../kit/file-trial.ts';
import { loading } from '../../kit/loading.ts';

const files = excerptsOf('hpt/2026-bone');

interface Counted {
  readonly totalCount: number;
  readonly facets: readonly {
    readonly buckets: readonly { readonly value: string; readonly count: number }[];
  }[];
}

interface Summed {
  readonly payerBrand?: { readonly slug: string };
  readonly rates: number;
  readonly minimum: string;
  readonly maximum: string;
}

interface Answer {
  readonly billingCode: {
    readonly letters: Counted;
    readonly brand: Counted;
    readonly linked: Counted;
    readonly ranges: { readonly totalCount: number };
    readonly uhc: { readonly nodes: readonly { readonly facility: string }[] };
    readonly bcbs: { readonly nodes: readonly { readonly payer: object | null }[] };
    readonly rateSummary: { readonly groups: { readonly nodes: readonly Summed[] } };
  };
  readonly coverageMatrix: {
    readonly rows: readonly {
      readonly component: { readonly role: string };
      readonly cells: readonly { readonly state: string; readonly publishedRates: readonly Summed[] }[];
    }[];
  };
}

const brands = '["aetna", "bcbs", "cigna", "humana", "uhc"]';
const question = `query ($code: String!) {
  billingCode(code: $code) {
    letters: rateBenchmarks(first: 0, filter: { payerStatedContains: "UNITED" }) { ...counted }
    brand: rateBenchmarks(first: 0, filter: { payerBrands: ["uhc"] }) { ...counted }
    linked: rateBenchmarks(first: 0, filter: { payers: ["Payer:uhc"] }) { ...counted }
    ranges: rateBenchmarks(first: 0, filter: { amountKinds: [NEGOTIATED_RATE], statistics: [RANGE] }) { totalCount }
    uhc: rateBenchmarks(first: 100, filter: { payerBrands: ["uhc"] }) { nodes { facility } }
    bcbs: rateBenchmarks(first: 100, filter: { payerBrands: ["bcbs"] }) { nodes { payer { id } } }
    rateSummary(by: BRAND, filter: { amountKinds: [NEGOTIATED_RATE], payerBrands: ${brands} }) {
      groups(first: 100) { nodes { payerBrand { slug } rates minimum maximum } }
    }
  }
  coverageMatrix(input: { codes: [{ code: $code }], payers: ["Payer:uhc"], linesOfBusiness: [COMMERCIAL] }) {
    rows { component { role } cells { state publishedRates(byBrand: true) { rates minimum maximum } } }
  }
}
fragment counted on RateBenchmarkConnection { totalCount facets(fields: [PAYER_STATED]) { buckets { value count } } }`;

/** Rates of several bases by brand: their number and ends. Which bases there are is not the matter of this file. */
function ends(groups: readonly Summed[]) {
  return [...Map.groupBy(groups, ({ payerBrand }) => payerBrand?.slug)].map(([slug, own]) => [
    slug,
    own.reduce((sum, { rates }) => sum + rates, 0),
    Math.min(...own.map(({ minimum }) => Number(minimum))),
    Math.max(...own.map(({ maximum }) => Number(maximum))),
  ]);
}

const stated = ({ facets }: Counted) => facets.flatMap(({ buckets }) => buckets);

describe.skipIf(files.length === 0)('of nine hospitals', () => {
  test('who has a rate from a payer is found in every spelling, and a brand links nothing', {
    timeout: 300_000,
  }, async () => {
    const graph = loading();
    await graph.load(files);

    const { billingCode: prepared, coverageMatrix } = await graph.ask<Answer>(question, { code: '77090' });
    expect(prepared.brand.totalCount).toBe(10);
    expect(stated(prepared.brand)).toEqual([{ value: 'Unitedhealthcare', count: 10 }]);
    expect(new Set(prepared.uhc.nodes.map(({ facility }) => facility)).size).toBe(5);
    expect(prepared.ranges.totalCount).toBe(8);
    // As an independent reading of the files finds them.
    expect(ends(prepared.rateSummary.groups.nodes)).toEqual([
      ['aetna', 9, 27.72, 175.4],
      ['bcbs', 10, 4, 234.47],
      ['cigna', 3, 89.91, 866.39],
      ['humana', 3, 5.7, 95.42],
      ['uhc', 10, 140.44, 247.83],
    ]);
    expect(
      coverageMatrix.rows.map(({ component, cells }) => [
        component.role,
        ...cells.flatMap(({ state, publishedRates }) => [state, ...ends(publishedRates).flat().slice(1)]),
      ]),
    ).toContainEqual(['TECHNICAL_PREPARATION_AND_TRANSMISSION', 'UNKNOWN', 10, 140.44, 247.83]);

    const { billingCode: read } = await graph.ask<Answer>(question, { code: '77092' });
    const exact = [
      { value: 'Unitedhealthcare', count: 9 },
      { value: 'UnitedHealthcare', count: 2 },
    ];
    expect(stated(read.linked)).toEqual(exact);
    expect(stated(read.brand)).toEqual([...exact, { value: 'UnitedHealthcare_CancerResources', count: 1 }]);
    expect(stated(read.letters)).toEqual(stated(read.brand));
    expect(read.bcbs.nodes.length).toBeGreaterThan(0);
    expect(new Set(read.bcbs.nodes.map(({ payer }) => payer))).toEqual(new Set([null]));
  });
});
