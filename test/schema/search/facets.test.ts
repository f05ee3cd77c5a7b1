/** The laws of facets: on every connection of statements the counts of each property add up to the total, and each is what a filter finds. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FacetField, SourceKind, StatementRank, ValueState } from '../../../db/enums/index.ts';
import { statementTables } from '../../../db/tables/index.ts';
import { ask, query } from '../../kit/graph.ts';
import { busyDay, idsOf } from '../../kit/walk.ts';

interface Counted {
  readonly totalCount: number;
  readonly nodes: readonly unknown[];
  readonly facets: readonly {
    readonly field: string;
    readonly buckets: readonly { readonly value: string; readonly count: number }[];
  }[];
}

const fields = Object.keys(FacetField.values);
const counted = `totalCount nodes { id } facets(fields: [${fields.join(', ')}]) { field buckets { value count } }`;

/** Each property that was asked for, once, with values that are told apart, the most frequent first, adding up to all there are. */
function expectSums({ totalCount, facets }: Counted): void {
  expect(facets.map(({ field }) => field)).toEqual(fields);
  for (const { field, buckets } of facets) {
    const counts = buckets.map(({ count }) => count);
    expect([field, counts.reduce((sum, count) => sum + count, 0)]).toEqual([field, totalCount]);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(new Set(buckets.map(({ value }) => value)).size).toBe(buckets.length);
    expect(Math.min(1, ...counts)).toBe(1);
  }
}

const some = <T>(values: readonly T[], maxLength = 3) =>
  fc.option(fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength }), { nil: undefined });
const keys = (list: { readonly values: object }) => Object.keys(list.values);
const filters = fc.record({
  types: some(
    statementTables.map(({ type }) => type),
    6,
  ),
  payers: some(idsOf('Payer'), 8),
  ranks: some(keys(StatementRank)),
  valueStates: some(keys(ValueState)),
  sourceKinds: some(keys(SourceKind)),
});
const day = fc.constantFrom('2010-01-01', '2021-12-31', '2025-10-15', '2026-11-24');

async function statements(filter: object, dateOfService: string, asked = counted): Promise<Counted> {
  const source = `query ($filter: StatementFilter, $day: Date!) { statements(filter: $filter, asOf: { dateOfService: $day }, first: 0) { ${asked} } }`;
  return (await ask<{ statements: Counted }>(source, { filter, day: dateOfService })).statements;
}

describe('the facets of statements', () => {
  test('add up to the total under any filter, on any day, without a page being read', async () => {
    await fc.assert(
      fc.asyncProperty(filters, day, async (filter, on) => {
        const found = await statements(filter, on);
        expect(found.nodes).toEqual([]);
        expectSums(found);
      }),
      { numRuns: 6 },
    );
  });

  test.each([
    ['PAYER', (value: string) => ({ payers: [value] })],
    ['STATEMENT_TYPE', (value: string) => ({ types: [value] })],
    ['RANK', (value: string) => ({ ranks: [value] })],
    ['VALUE_STATE', (value: string) => ({ valueStates: [value] })],
    ['SOURCE_KIND', (value: string) => ({ sourceKinds: [value] })],
  ])('count by %s what a filter on each value finds', async (field, filterOf) => {
    const all = await statements({}, '2026-11-24');
    const buckets = all.facets.find((facet) => facet.field === field)?.buckets ?? [];
    expect(buckets.length).toBeGreaterThan(0);
    for (const { value, count } of buckets.filter((bucket) => bucket.value !== 'NONE').slice(0, 2)) {
      expect([value, (await statements(filterOf(value), '2026-11-24', 'totalCount')).totalCount]).toEqual([
        value,
        count,
      ]);
    }
  });
});

/** Connections that lead away from something, by the ids to start from. */
const ways: readonly (readonly [string, readonly string[], string])[] = [
  [
    'Entity.statements of a code',
    idsOf('BillingCode').slice(-12),
    '... on BillingCode { c: statements(first: 0) { ALL } }',
  ],
  ['Entity.statements of a payer', idsOf('Payer'), '... on Payer { c: statements(first: 0) { ALL } }'],
  [
    'BillingCode.coverage',
    idsOf('BillingCode').slice(-12),
    '... on BillingCode { c: coverage(first: 0) { ALL } }',
  ],
  [
    'ServiceComponent.coverage',
    idsOf('ServiceComponent'),
    '... on ServiceComponent { c: coverage(first: 0) { ALL } }',
  ],
  [
    'Payer.coverage, filtered',
    idsOf('Payer'),
    '... on Payer { c: coverage(first: 0, filter: { includeUnknown: false }) { ALL } }',
  ],
  [
    'PolicyVersion.coverage, of every rank',
    idsOf('PolicyVersion'),
    '... on PolicyVersion { c: coverage(first: 0, ranks: [PREFERRED, NORMAL, DEPRECATED]) { ALL } }',
  ],
  ['Conflict.statements', idsOf('Conflict'), '... on Conflict { c: statements(first: 0) { ALL } }'],
];

test.each(ways)(
  'the facets of %s add up to the total, and some total is not nothing',
  async (_name, ids, way) => {
    const source = `query ($ids: [ID!]!) { nodes(ids: $ids) { ${way.replace('ALL', counted)} } }`;
    const { nodes } = await ask<{ nodes: { c: Counted }[] }>(source, { ids }, busyDay);
    for (const { c } of nodes) expectSums(c);
    expect(Math.max(...nodes.map(({ c }) => c.totalCount))).toBeGreaterThan(1);
  },
);

test('the facets of each section of a report add up to its total', async () => {
  const { codeReport } = await ask<{ codeReport: { sections: { statements: Counted }[] } }>(
    `{ codeReport(code: "77090") { sections { statements(first: 0) { ${counted} } } } }`,
    {},
    busyDay,
  );
  for (const section of codeReport.sections) expectSums(section.statements);
  expect(codeReport.sections.filter((section) => section.statements.totalCount > 0).length).toBeGreaterThan(
    3,
  );
});

test('a property that is asked for twice is counted once, and none at all is refused', async () => {
  const asked = (list: string) => query(`{ statements(first: 0) { facets(fields: [${list}]) { field } } }`);
  expect((await asked('RANK, RANK')).data).toMatchObject({ statements: { facets: [{ field: 'RANK' }] } });
  expect((await asked('')).errors).toMatchObject([
    { extensions: { code: 'BAD_USER_INPUT', field: 'fields' } },
  ]);
});
