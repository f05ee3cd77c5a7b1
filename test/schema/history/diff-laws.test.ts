/** The laws of `diff` on the seeded graph, and the most that it compares. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maxDiffed } from '../../../db/history/diff.ts';
import { pcTcIndicator } from '../../../db/tables/index.ts';
import { comparable, type Difference, idsIn, mirror, selection, type Thing } from '../../kit/differences.ts';
import { ask, query } from '../../kit/graph.ts';
import { add, ids, releaseOf, serviceStore } from '../../kit/synthetic.ts';

const diffSource = `query ($from: AsOfInput!, $to: AsOfInput!, $scope: StatementFilter!) { diff(from: $from, to: $to, scope: $scope) ${selection} }`;
async function diff(from: string, to: string, scope: object): Promise<Difference> {
  const points = { from: { dateOfService: from }, to: { dateOfService: to } };
  return (await ask<{ diff: Difference }>(diffSource, { ...points, scope })).diff;
}

interface Listed {
  readonly statements: {
    readonly nodes: readonly Thing[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

/** The ids that hold on a day, by the list of statements and not by the difference. */
async function idsOn(day: string, scope: object): Promise<readonly string[]> {
  const found: string[] = [];
  for (let after: string | null = null; ; ) {
    const { statements }: Listed = await ask<Listed>(
      `query ($filter: StatementFilter, $day: Date!, $after: String) {
        statements(filter: $filter, asOf: { dateOfService: $day }, first: 100, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }`,
      { filter: scope, day, after },
    );
    found.push(...idsIn(statements.nodes));
    if (!statements.pageInfo.hasNextPage) return found.sort();
    after = statements.pageInfo.endCursor;
  }
}

const days = fc
  .date({ min: new Date('2005-01-01'), max: new Date('2026-11-24'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const scopes = fc.oneof(
  fc.constantFrom('medicare', 'aetna', 'bcbsal', 'uhc').map((slug) => ({ payers: [`Payer:${slug}`] })),
  fc
    .constantFrom('77080', '77089', '77090', '0508T')
    .map((code) => ({ subjects: [`BillingCode:CPT:${code}`] })),
);

describe('diff', () => {
  test('applied to the statements of the one day it gives those of the other, and the mirror leads back', async () => {
    await fc.assert(
      fc.asyncProperty(days, days, scopes, async (from, to, scope) => {
        const one = await diff(from, to, scope);
        const gone = new Set(
          [...one.removed, ...one.changed.map(({ before }) => before)].map(({ id }) => id),
        );
        const before = await idsOn(from, scope);
        const come = [...one.added, ...one.changed.map(({ after }) => after)];
        expect([...before.filter((id) => !gone.has(id)), ...idsIn(come)].sort()).toEqual(
          await idsOn(to, scope),
        );
        expect(one.unchangedCount).toBe(before.length - gone.size);
        expect(comparable(await diff(to, from, scope))).toEqual(comparable(mirror(one)));
      }),
      { numRuns: 6 },
    );
  });

  test('of a day and itself is empty, whatever the scope', async () => {
    await fc.assert(
      fc.asyncProperty(days, scopes, async (day, scope) => {
        expect(await diff(day, day, scope)).toMatchObject({ added: [], removed: [], changed: [] });
      }),
      { numRuns: 5 },
    );
  });

  test.each<[string, object, string, RegExp]>([
    ['without a scope', {}, 'scope', /payers or subjects/],
    [
      'with a scope that has its own as-of',
      { payers: ['Payer:aetna'], asOf: {} },
      'scope.asOf',
      /from and to/,
    ],
    ['of nothing', { payers: [] }, 'filter.payers', /at least one/],
  ])('%s is refused, with the field and the way out', async (_title, scope, field, wayOut) => {
    const points = { from: { dateOfService: '2025-01-01' }, to: { dateOfService: '2026-01-01' } };
    const { errors = [] } = await query(diffSource, { ...points, scope });
    expect(errors.map(({ extensions, message }) => ({ ...extensions, message }))).toEqual([
      { code: 'BAD_USER_INPUT', field, message: expect.stringMatching(wayOut) },
    ]);
  });
});

test('a side of more statements than are compared is refused, and told how to narrow it', async () => {
  const store = serviceStore();
  for (let i = 0; i <= maxDiffed; i += 1)
    add(store, pcTcIndicator, { id: `PcTcIndicatorStatement:${i}`, codeId: ids.code });
  const point = { dateOfService: '2025-01-01' };
  const asked = { from: point, to: point, scope: { subjects: [ids.code] } };
  const { data, errors } = await query(diffSource, asked, { of: releaseOf(store) });
  expect([data, errors]).toMatchObject([
    { diff: null },
    [
      {
        extensions: { code: 'BAD_USER_INPUT', field: 'scope' },
        message: expect.stringMatching(/Narrow it by types/),
      },
    ],
  ]);
  store.close();
});
