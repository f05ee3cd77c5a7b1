/** Rates summed up by payer and basis, on synthetic rates: what is counted, what is kept apart, and that no two bases meet. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { basisColumns } from '../../../db/prices/basis.ts';
import { fillStatedPayers } from '../../../db/prices/stated-payers.ts';
import { payerBrand, rateBenchmark } from '../../../db/tables/index.ts';
import { ask, observed } from '../../kit/graph.ts';
import { add, ids, releaseOf, serviceStore } from '../../kit/synthetic.ts';

type Values = Parameters<typeof add>[2];

interface Group {
  readonly payerStated: string | null;
  readonly careSetting: string | null;
  readonly rates: number;
  readonly hospitals: number;
  readonly minimum: string | null;
  readonly p25: string | null;
  readonly median: string | null;
  readonly p75: string | null;
  readonly maximum: string | null;
  readonly distributions: number;
  readonly withoutAmount: number;
  readonly payer: { readonly slug: string } | null;
  readonly payerBrand: { readonly slug: string } | null;
  readonly statements: readonly { readonly id: string }[];
}

interface Summary {
  readonly ungrouped: number;
  readonly groups: { readonly totalCount: number; readonly nodes: readonly Group[] };
}

const single = { subjectId: ids.code, amountKind: 'NEGOTIATED_RATE', statistic: 'SINGLE', facility: 'North' };

/** A release with these amounts and a synthetic brand. */
function priced(rows: readonly Values[]) {
  const store = serviceStore();
  add(store, payerBrand, { slug: 'synth', spellings: '["synth"]' });
  for (const [place, row] of rows.entries())
    add(store, rateBenchmark, { ...single, id: `RateBenchmark:${String(place).padStart(4, '0')}`, ...row });
  fillStatedPayers(store);
  return releaseOf(store);
}

const shown =
  'payer { slug } payerBrand { slug } payerStated careSetting rates hospitals minimum p25 median p75 maximum distributions withoutAmount statements { id }';

async function summed(
  of: ReturnType<typeof priced>,
  args = 'by: STATED',
  page = 'first: 100',
): Promise<Summary> {
  const source = `{ billingCode(code: "99999", asOf: { dateOfService: "2025-06-01" }) {
    rateSummary(${args}) { ungrouped groups(${page}) { totalCount nodes { ${shown} } } } } }`;
  return (await ask<{ billingCode: { rateSummary: Summary } }>(source, {}, { of })).billingCode.rateSummary;
}

const plan = (amount: number, more: Values = {}) => ({ payerStated: 'Synth Plan', amount, ...more });

describe('the figures of a group', () => {
  test('count rates and hospitals, and name the statements from the smallest on', async () => {
    const of = priced([plan(300), plan(100, { facility: 'South' }), plan(200)]);
    const { groups } = await summed(of);
    expect(groups.nodes).toEqual([
      expect.objectContaining({ rates: 3, hospitals: 2, minimum: '1.00', median: '2.00', maximum: '3.00' }),
    ]);
    expect(groups.nodes[0]?.statements.map(({ id }) => id.slice(-1))).toEqual(['1', '2', '0']);
  });

  test.each([
    [1, [null, null, null]],
    [2, [null, null, null]],
    [3, [null, '2.00', null]],
    [4, [null, '2.00', null]],
    [5, ['2.00', '3.00', '4.00']],
    [8, ['2.00', '4.00', '6.00']],
  ])('of %i rates have quartiles %j, each a rate that is there', async (n, quartiles) => {
    const of = priced(Array.from({ length: n }, (_, place) => plan(100 * (n - place))));
    const [group] = (await summed(of)).groups.nodes;
    expect([group?.p25, group?.median, group?.p75]).toEqual(quartiles);
    expect([group?.minimum, group?.maximum]).toEqual(['1.00', `${n}.00`]);
  });

  test('leave out distributions and statements without an amount, which are counted apart', async () => {
    const of = priced([
      plan(500),
      plan(100, { statistic: 'MEDIAN', n: 40, minimum: 1, maximum: 99_999, facility: 'South' }),
      { payerStated: 'Synth Plan', statistic: 'RANGE', minimum: 1, maximum: 2 },
      { payerStated: 'Synth Plan', valueState: 'NO_VALUE', algorithm: null },
    ]);
    const { nodes } = (await summed(of)).groups;
    // Single amounts are named before the others, however small those are.
    expect(nodes[0]?.statements.map(({ id }) => id.slice(-1)).slice(0, 2)).toEqual(['0', '1']);
    expect(nodes).toEqual([
      expect.objectContaining({
        ...{ rates: 1, hospitals: 1, minimum: '5.00', maximum: '5.00' },
        ...{ distributions: 2, withoutAmount: 1 },
      }),
    ]);
  });

  test('have the quartiles of the single amounts alone, also where a median of others lies among them', async () => {
    const of = priced([
      ...[100, 200, 300, 400, 500].map((amount) => plan(amount)),
      ...[110, 120, 130].map((amount) => plan(amount, { statistic: 'MEDIAN', n: 9 })),
    ]);
    const [group] = (await summed(of)).groups.nodes;
    expect([group?.p25, group?.median, group?.p75]).toEqual(['2.00', '3.00', '4.00']);
  });

  test('are of what is in force on the day, and of no deprecated rate', async () => {
    const of = priced([
      plan(100, { validTo: '2025-01-01' }),
      plan(200),
      plan(300, { rank: 'DEPRECATED', rankReason: 'Synthetic.' }),
    ]);
    const { nodes } = (await summed(of)).groups;
    expect(nodes.map(({ rates, minimum }) => [rates, minimum])).toEqual([[1, '2.00']]);
    const earlier = await summed(of, 'by: STATED, asOf: { dateOfService: "2024-06-01" }');
    expect(earlier.groups.nodes.map(({ rates }) => rates)).toEqual([2]);
  });
});

describe('amounts are grouped', () => {
  const of = priced([
    plan(100),
    { payerStated: 'SYNTH [7]', amount: 200 },
    { payerStated: 'another', amount: 300, payerId: ids.payer },
    { payerStated: null, amount: 400, payerId: ids.payer },
    { payerStated: null, amount: 500 },
  ]);
  const names = ({ groups }: Summary) =>
    groups.nodes.map(({ payer, payerBrand: brand, payerStated, rates }) => [
      payer?.slug ?? brand?.slug ?? payerStated,
      rates,
    ]);

  test('by the name that files state', async () => {
    const found = await summed(of, 'by: STATED');
    expect(names(found)).toEqual([
      ['another', 1],
      ['SYNTH [7]', 1],
      ['Synth Plan', 1],
      [null, 1],
    ]);
    expect(found.ungrouped).toBe(1);
  });

  test('by brand, which is kept apart from the payer that is linked', async () => {
    const found = await summed(of, 'by: BRAND');
    expect(names(found)).toEqual([
      ['synth', 2],
      [null, 1],
    ]);
    expect(found.groups.nodes.map(({ payer }) => payer)).toEqual([null, null]);
    expect(found.ungrouped).toBe(2);
  });

  test('by the payer that is linked exactly', async () => {
    const found = await summed(of, 'by: LINKED');
    expect(names(found)).toEqual([
      ['synthetic-one', 2],
      [null, 1],
    ]);
    expect(found.ungrouped).toBe(2);
  });

  test('under the filter of amounts, and page by page', async () => {
    expect(names(await summed(of, 'filter: { payerStatedContains: "synth" }'))).toEqual([
      ['SYNTH [7]', 1],
      ['Synth Plan', 1],
    ]);
    const { groups } = await summed(of, 'by: STATED', 'first: 1');
    expect([groups.totalCount, groups.nodes.length]).toEqual([4, 1]);
  });

  test('for several codes in one statement', async () => {
    const source = `{ billingCodes(codings: [{ code: "99999" }, { code: "99999" }]) { rateSummary { ungrouped } } }`;
    const { runs } = await observed(() => ask(source, {}, { of }), of);
    expect(runs.filter(({ sql }) => sql.includes('rate_benchmark'))).toHaveLength(1);
  });
});

/** Two values of each column of the basis. */
const two: Readonly<Record<string, readonly (string | null)[]>> = Object.fromEntries(
  basisColumns.map((name) => {
    const column = rateBenchmark.columns[name as keyof typeof rateBenchmark.columns];
    if ('oneOf' in column && column.oneOf) return [name, Object.keys(column.oneOf.values).slice(0, 2)];
    if ('form' in column && column.form === 'list') return [name, ['["26"]', '["TC"]']];
    return [name, ['synthetic one', 'synthetic two']];
  }),
);

test('the basis has whatever tells prices apart but whose they are', () => {
  expect(basisColumns).toEqual(
    expect.arrayContaining([
      ...['amountKind', 'billingClass', 'modifiers', 'careSetting', 'setting', 'places', 'jurisdictionId'],
      ...['negotiatedType', 'arrangement', 'algorithm', 'measure', 'period'],
    ]),
  );
  expect(basisColumns).not.toContain('payerStated');
});

test.each(basisColumns)('amounts that differ in %s are never in one group', async (column) => {
  const [one, other] = two[column] ?? [];
  if (one === undefined || other === undefined) throw new Error(`${column} has no two values.`);
  const of = priced([plan(100, { [column]: one }), plan(900, { [column]: other })]);
  for (const by of ['STATED', 'BRAND']) {
    const { nodes } = (await summed(of, `by: ${by}`)).groups;
    expect(nodes.map(({ rates }) => rates)).toEqual([1, 1]);
  }
});

test('every rate is in one group, whatever is summed up, and the ends are those of the rates in it', async () => {
  const row = fc.record({
    payerStated: fc.constantFrom('Synth A', 'synth b', 'another', null),
    facility: fc.constantFrom('North', 'South', null),
    careSetting: fc.constantFrom('INPATIENT', 'OUTPATIENT', null),
    amount: fc.integer({ min: 1, max: 900 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (rows) => {
      const { groups, ungrouped } = await summed(priced(rows));
      expect(ungrouped).toBe(0);
      const expected = Map.groupBy(rows, ({ payerStated, careSetting }) => `${payerStated} ${careSetting}`);
      expect(groups.nodes).toHaveLength(expected.size);
      for (const { payerStated, careSetting, rates, hospitals, minimum, median } of groups.nodes) {
        const own = (expected.get(`${payerStated} ${careSetting}`) ?? [])
          .map(({ amount }) => amount)
          .sort((a, b) => a - b);
        expect(rates).toBe(own.length);
        expect(Number(minimum) * 100).toBeCloseTo(own[0] ?? 0);
        if (median !== null)
          expect(Number(median) * 100).toBeCloseTo(own[Math.ceil(own.length / 2) - 1] ?? 0);
        const places = expected
          .get(`${payerStated} ${careSetting}`)
          ?.flatMap(({ facility }) => facility ?? []);
        expect(hospitals).toBe(new Set(places).size);
      }
    }),
    { numRuns: 25 },
  );
});
