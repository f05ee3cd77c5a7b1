/** Paths: every hop is a statement that names both sides, the shortest come first, and what cannot be asked is refused. */

import { describe, expect, test } from 'vitest';
import type { Store } from '../../../db/kit/store.ts';
import { paths } from '../../../db/search/paths.ts';
import { statementTables } from '../../../db/tables/index.ts';
import { ask, observed, query, release } from '../../kit/graph.ts';

const asOf = { dateOfService: '2025-10-15', knownAt: '2026-11-24T12:00:00Z' };
const wide = { asOf, via: null, maxLength: 6, limit: 10 } as const;

interface Answer {
  readonly complete: boolean;
  readonly paths: readonly {
    readonly length: number;
    readonly nodes: readonly { readonly id: string }[];
    readonly statements: readonly { readonly id: string; readonly citations: readonly unknown[] }[];
  }[];
}

const source = `query ($input: PathInput!) {
  paths(input: $input) { complete paths { length nodes { id label } statements { id rank citations { url } } } }
}`;

async function between(
  from: string,
  to: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Answer> {
  const input = { from, to, asOf, first: 10, ...more };
  return (await ask<{ paths: Answer }>(source, { input })).paths;
}

/** Whether a statement names an entity, as its own row or its list of codes says. */
function names(store: Store, statementId: string, entityId: string): boolean {
  const type = statementId.slice(0, statementId.indexOf(':'));
  const table = statementTables.find((each) => each.type === type)?.name;
  const row = store.get<Record<string, unknown>>(`select t.* from ${table} t where t.id = :id`, {
    id: statementId,
  });
  const codes = store.all<{ id: string }>(
    'select c.code_id as "id" from statement_code c where c.statement_id = :id',
    { id: statementId },
  );
  return Object.values(row ?? {}).includes(entityId) || codes.some(({ id }) => id === entityId);
}

describe('on the seeded graph', () => {
  const pairs = [
    ['BillingCode:CPT:77090', 'Payer:medicare'],
    ['BillingCode:CPT:77090', 'PlaceOfService:11'],
    ['Modifier:CPT_MODIFIER:26', 'Payer:aetna'],
    ['DiagnosisCode:ICD_10_CM:M81.0', 'PlaceOfService:22'],
    ['PolicyVersion:aetna/0134/2026', 'SiteOfService:physician-office'],
  ] as const;

  test.each(pairs)('from %s to %s', async (from, to) => {
    const { complete, paths: found } = await between(from, to);
    expect(complete).toBe(true);
    expect(found.length).toBeGreaterThan(0);
    for (const { length, nodes, statements } of found) {
      expect(nodes.map(({ id }) => id)).toEqual([from, ...nodes.slice(1, -1).map(({ id }) => id), to]);
      expect(nodes).toHaveLength(length + 1);
      expect(statements).toHaveLength(length);
      expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
      for (const [hop, { id, citations }] of statements.entries()) {
        expect(citations.length).toBeGreaterThan(0);
        expect(names(release.store, id, nodes[hop]?.id ?? '')).toBe(true);
        expect(names(release.store, id, nodes[hop + 1]?.id ?? '')).toBe(true);
      }
    }
    const lengths = found.map(({ length }) => length);
    expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
    const keys = found.map(({ nodes }) => nodes.map(({ id }) => id).join(' '));
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('there and back is the same way', async () => {
    for (const [from, to] of pairs) {
      const there = await between(from, to, { first: 1 });
      const back = await between(to, from, { first: 1 });
      expect(back.paths[0]?.length).toBe(there.paths[0]?.length);
    }
  });

  test('a code of Medicare is one statement away from it', async () => {
    const { paths: found } = await between('BillingCode:CPT:77090', 'Payer:medicare', { first: 1 });
    expect(found[0]).toMatchObject({
      length: 1,
      nodes: [{ id: 'BillingCode:CPT:77090' }, { id: 'Payer:medicare' }],
    });
  });

  test('only statements of the types asked for are gone along', async () => {
    const via = ['CoverageStatement'];
    const { paths: found } = await between('BillingCode:CPT:77080', 'Payer:aetna', { via });
    expect(found.length).toBeGreaterThan(0);
    for (const { statements } of found)
      for (const { id } of statements) expect(id).toMatch(/^CoverageStatement:/);
  });

  test('nothing was known before the graph held it', async () => {
    const early = { asOf: { ...asOf, knownAt: '2001-01-01T00:00:00Z' } };
    expect(await between('BillingCode:CPT:77090', 'Payer:medicare', early)).toEqual({
      complete: true,
      paths: [],
    });
  });

  test('a level costs one statement', async () => {
    const { runs } = await observed(async () =>
      paths(release.store, { from: 'Jurisdiction:01112-05', to: 'Payer:aetna', ...wide }),
    );
    expect(runs.length).toBeLessThanOrEqual(wide.maxLength);
  });
});

describe('what is asked', () => {
  test('from a thing to itself there is the path of no hop', async () => {
    const { paths: found } = await between('Payer:aetna', 'Payer:aetna');
    expect(found).toEqual([{ length: 0, nodes: [{ id: 'Payer:aetna', label: 'Aetna' }], statements: [] }]);
  });

  test.each([
    [{ from: 'nonsense', to: 'Payer:aetna' }, 'UNKNOWN_ID', 'input.from'],
    [{ from: 'no name', to: 'Payer:aetna' }, 'BAD_USER_INPUT', 'input.from'],
    [{ from: 'Payer:aetna', to: 'Payer:nobody' }, 'UNKNOWN_ID', 'input.to'],
    [{ from: 'Workflow:tbs-remote', to: 'Payer:aetna' }, 'BAD_USER_INPUT', 'input.from'],
    [{ from: 'Payer:aetna', to: 'Payer:uhc', maxLength: 7 }, 'BAD_USER_INPUT', 'input.maxLength'],
    [{ from: 'Payer:aetna', to: 'Payer:uhc', maxLength: 0 }, 'BAD_USER_INPUT', 'input.maxLength'],
    [{ from: 'Payer:aetna', to: 'Payer:uhc', first: 11 }, 'BAD_USER_INPUT', 'input.first'],
    [{ from: 'Payer:aetna', to: 'Payer:uhc', via: ['Citation'] }, 'BAD_USER_INPUT', 'input.via'],
  ])('%j is refused with %s', async (input, code, field) => {
    const { errors } = await query(source, { input });
    expect(errors?.[0]?.extensions).toMatchObject({ code, field });
  });
});
