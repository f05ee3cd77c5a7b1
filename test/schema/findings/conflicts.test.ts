/** Conflicts of the seeded sources that nobody typed in: rules find them, prefer a side where one has authority, and keep the losers in view. */

import { describe, expect, test } from 'vitest';
import { ask } from '../../kit/graph.ts';

interface Conflict {
  readonly summary: string;
  readonly rule: string;
  readonly resolution: string;
  readonly subject: { readonly id: string };
  readonly preferred: {
    readonly __typename: string;
    readonly citations: { readonly source: { readonly publisher: string } }[];
  } | null;
  readonly statements: {
    readonly nodes: readonly {
      readonly __typename: string;
      readonly modifier?: { readonly code: string };
      readonly effect?: string;
      readonly passage?: string;
      readonly payer?: { readonly id: string };
      readonly amount?: string;
      readonly nonFacilityAmount?: string;
      readonly citations: readonly {
        readonly locator: string | null;
        readonly source: { readonly id: string };
      }[];
    }[];
  };
}

const source = `query ($kinds: [ConflictKind!], $day: Date!) {
  conflicts(kinds: $kinds, asOf: { dateOfService: $day }, first: 100) { nodes {
    summary rule resolution subject { id } preferred { __typename citations { source { publisher } } }
    statements { nodes { __typename
      ... on ModifierRule { modifier { code } effect }
      ... on SiteOfServiceRule { passage }
      ... on CoverageStatement { payer { id } }
      ... on RateBenchmark { amount }
      ... on FeeScheduleEntry { nonFacilityAmount }
      citations { locator source { id } } } } } } }`;

async function conflicts(kind: string, day: string): Promise<readonly Conflict[]> {
  const answer = await ask<{ conflicts: { nodes: Conflict[] } }>(source, { kinds: [kind], day });
  return answer.conflicts.nodes;
}

/** The modifiers that the reports list and the indicator rules out, as `code-modifier`. */
function claims(found: readonly Conflict[]): string[] {
  return found.flatMap(({ subject, statements }) =>
    statements.nodes
      .filter(({ effect }) => effect === 'REPORTED_AS_COMMON' || effect === 'ALLOWED')
      .map(({ modifier }) => `${subject.id.slice(-5)}-${modifier?.code}`),
  );
}

describe('a modifier that the PC/TC indicator rules out', async () => {
  const found = (await conflicts('MODIFIER_VS_PCTC_INDICATOR', '2025-10-15')).filter(({ subject }) =>
    /77090|77092/.test(subject.id),
  );

  test('is found for 26 and TC on 77090 and for 26 on 77092', () => {
    expect(claims(found).sort()).toEqual(['77090-26', '77090-TC', '77092-26']);
  });

  test('loses to the indicator of CMS', () => {
    for (const { resolution, preferred } of found) {
      expect(resolution).toBe('RESOLVED_BY_AUTHORITY');
      expect(preferred?.__typename).toBe('PcTcIndicatorStatement');
      expect(preferred?.citations[0]?.source.publisher).toMatch(/Medicare|CMS/);
    }
  });

  test('stays visible with its source', () => {
    const losers = found.flatMap(({ statements }) =>
      statements.nodes.filter(({ effect }) => effect === 'REPORTED_AS_COMMON'),
    );
    expect(losers).toHaveLength(3);
    expect(losers.every(({ citations }) => citations.length > 0)).toBe(true);
  });
});

describe('one report that names different sites in two passages', async () => {
  const found = await conflicts('SITE_DISAGREEMENT', '2025-10-15');

  test('contradicts itself on 77092 and not on 77090', () => {
    expect(found.filter(({ subject }) => subject.id.endsWith('77092'))).toHaveLength(1);
    expect(found.filter(({ subject }) => subject.id.endsWith('77090'))).toEqual([]);
  });

  test('is held against itself, passage against passage, and nothing decides', () => {
    const [conflict] = found.filter(({ subject }) => subject.id.endsWith('77092'));
    expect(conflict).toMatchObject({ resolution: 'UNRESOLVED', preferred: null });
    const sides = conflict?.statements.nodes ?? [];
    expect(new Set(sides.map(({ passage }) => passage)).size).toBeGreaterThan(1);
    expect(new Set(sides.map(({ citations }) => citations[0]?.source.id)).size).toBe(1);
    expect(new Set(sides.map(({ citations }) => citations[0]?.locator)).size).toBeGreaterThan(1);
  });
});

test('an amount for 77089 published for 2022 loses to the fee schedule of that year', async () => {
  const found = (await conflicts('AMOUNT_DISAGREEMENT', '2022-06-01')).filter(({ subject }) =>
    subject.id.endsWith('77089'),
  );
  expect(found.length).toBeGreaterThan(0);
  const amounts = found.flatMap(({ statements }) =>
    statements.nodes.flatMap((side) => side.amount ?? side.nonFacilityAmount ?? []),
  );
  expect(amounts).toEqual(expect.arrayContaining(['41.00', '41.53']));
  expect(found.every(({ preferred }) => preferred?.__typename === 'FeeScheduleEntry')).toBe(true);
});

describe('payers that differ on coverage', async () => {
  const found = await conflicts('COVERAGE_DISAGREEMENT', '2026-11-24');

  test('are no conflict, as licensees on vertebral fracture assessment', async () => {
    const { coverageMatrix } = await ask<{ coverageMatrix: { tally: { state: string }[] } }>(
      '{ coverageMatrix(input: { families: ["ServiceFamily:dxa-vfa"] }) { tally { state count } } }',
    );
    const states = coverageMatrix.tally.map(({ state }) => state);
    expect(states).toContain('NOT_COVERED');
    expect(states.some((state) => state === 'COVERED' || state === 'CONDITIONAL')).toBe(true);
    expect(found.filter(({ subject }) => subject.id.includes('vfa'))).toEqual([]);
  });

  test('never stand on both sides of a coverage conflict: each is within one payer', () => {
    const payers = found.map(
      ({ statements }) => new Set(statements.nodes.map(({ payer }) => payer?.id)).size,
    );
    expect(payers.filter((count) => count !== 1)).toEqual([]);
  });
});

test('a statement knows the conflicts that it takes part in', async () => {
  const { conflicts: page } = await ask<{
    conflicts: {
      nodes: { id: string; statements: { nodes: { conflicts: { nodes: { id: string }[] } }[] } }[];
    };
  }>(
    '{ conflicts(asOf: { dateOfService: "2025-10-15" }) { nodes { id statements { nodes { conflicts { nodes { id } } } } } } }',
  );
  for (const { id, statements } of page.nodes) {
    expect(statements.nodes.length).toBeGreaterThan(1);
    for (const member of statements.nodes)
      expect(member.conflicts.nodes.map((node) => node.id)).toContain(id);
  }
});

test('a rule that finds something is named, so that a reader can look it up', async () => {
  const { conflicts: page } = await ask<{ conflicts: { nodes: Conflict[] } }>(source, {
    kinds: null,
    day: '2025-10-15',
  });
  expect(page.nodes.filter(({ rule }) => !/^[a-z-]+$/.test(rule))).toEqual([]);
});
