/** Best first: lists of coverage begin with what decides, the matrix and the lists have one order, and a mention decides nothing. */

import { describe, expect, test } from 'vitest';
import { isMention } from '../../../db/coverage/mention.ts';
import { rowsById } from '../../../db/kit/rows-along-edge.ts';
import type { Row } from '../../../db/kit/table.ts';
import { coverage } from '../../../db/tables/index.ts';
import { ask, release } from '../../kit/graph.ts';
import { add, ids, releaseOf, serviceStore } from '../../kit/synthetic.ts';
import { idsOf } from '../../kit/walk.ts';

interface Listed {
  readonly id: string;
  readonly mention: boolean;
  readonly covered: string | null;
  readonly crdCoverageInformation: object | null;
}

const fields = 'id mention covered crdCoverageInformation';

interface Cell {
  readonly reach: string;
  readonly payer: { readonly id: string };
  readonly lineOfBusiness: string;
  readonly best: { readonly id: string } | null;
  readonly others: readonly { readonly id: string }[];
}

/** Every cell of the seed, component by component. */
const matrices = await Promise.all(
  idsOf('ServiceFamily').map((family) =>
    ask<{ coverageMatrix: { rows: { component: { id: string }; cells: Cell[] }[] } }>(
      `query ($families: [ID!]) { coverageMatrix(input: { families: $families }) { rows { component { id }
        cells { reach payer { id } lineOfBusiness best { id } others { id } } } } }`,
      { families: [family] },
    ),
  ),
);
const rows = matrices.flatMap(({ coverageMatrix }) => coverageMatrix.rows);

describe('the matrix and the lists', () => {
  test('agree on every cell that statements on its component decide: the best is first, then the others', async () => {
    let compared = 0;
    for (const { component, cells } of rows) {
      const decided = cells.filter(({ reach }) => reach === 'STATED');
      if (decided.length === 0) continue;
      const lists = decided.map(
        ({ payer, lineOfBusiness }, i) =>
          `c${i}: coverage(first: 100, filter: { payers: ["${payer.id}"], linesOfBusiness: [${lineOfBusiness}], includeMentions: false }) { nodes { id } }`,
      );
      const { node } = await ask<{ node: Record<string, { nodes: { id: string }[] }> }>(
        `query ($id: ID!) { node(id: $id) { ... on ServiceComponent { ${lists.join('\n')} } } }`,
        { id: component.id },
      );
      for (const [i, { best, others }] of decided.entries()) {
        const listed = node[`c${i}`]?.nodes.map(({ id }) => id) ?? [];
        expect(listed[0]).toBe(best?.id);
        expect(new Set(listed)).toEqual(new Set([best, ...others].map((statement) => statement?.id)));
        if (best && others.length > 0 && listed.length === others.length + 1)
          expect(listed).toEqual([best, ...others].map(({ id }) => id));
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(0);
  });
});

describe('a report that only names a payer', () => {
  const ofSeed = rowsById(release.store, coverage, idsOf('CoverageStatement')).flatMap((row) => row ?? []);
  const mentioned = new Set(ofSeed.filter(isMention).map(({ payerId }) => payerId));

  test.each([...mentioned])('never comes before what %s states of a code, for any client', async (payer) => {
    const codes = new Set(ofSeed.filter(isMention).map(({ codeId }) => codeId));
    for (const code of codes) {
      const answer = await ask<Record<'code' | 'payer', Record<string, { nodes: Listed[] }>>>(
        `query ($code: ID!, $payer: ID!) {
          code: node(id: $code) { ... on BillingCode { list: coverage(first: 100, filter: { payers: [$payer] }) { nodes { ${fields} } } all: coverage(first: 100) { nodes { ${fields} } } } }
          payer: node(id: $payer) { ... on Payer { list: coverage(first: 100) { nodes { ${fields} } } } }
        }`,
        { code, payer },
      );
      for (const { nodes } of [...Object.values(answer.code), ...Object.values(answer.payer)]) {
        const mentions = nodes.map(({ mention }) => mention);
        expect(mentions).toEqual(mentions.toSorted((a, b) => Number(a) - Number(b)));
      }
    }
  });

  test('is a mention, is none of what a filter without mentions gives, and is no CRD information', async () => {
    const { nodes } = await ask<{ nodes: Listed[] }>(
      `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on CoverageStatement { ${fields} } } }`,
      { ids: ofSeed.map(({ id }) => id) },
    );
    expect(nodes.filter(({ mention }) => mention).map(({ id }) => id)).toEqual(
      ofSeed.filter(isMention).map(({ id }) => id),
    );
    const odd = nodes.filter(
      ({ mention, crdCoverageInformation }) => mention !== (crdCoverageInformation === null),
    );
    expect(odd).toEqual([]);
  });

  test('comes last in the section of the report on a code, after what payers themselves state', async () => {
    for (const code of new Set(ofSeed.filter(isMention).map(({ codeId }) => codeId))) {
      const { codeReport } = await ask<{
        codeReport: { sections: { statements: { nodes: ({ mention?: boolean } | null)[] } }[] };
      }>(
        `query ($code: String!) { codeReport(code: $code) { sections(keys: [PAYERS_COVERED]) { statements(first: 100) { nodes { id ... on CoverageStatement { mention } } } } } }`,
        { code: code.slice(code.lastIndexOf(':') + 1) },
      );
      const mentions = codeReport.sections
        .flatMap(({ statements }) => statements.nodes)
        .flatMap((node) => node?.mention ?? []);
      expect(mentions).toEqual(mentions.toSorted((a, b) => Number(a) - Number(b)));
      expect(mentions).toContain(true);
      expect(mentions[0]).toBe(false);
    }
  });
});

test("the first statement of a payer is its own and the most precise, whatever anybody's report says later", async () => {
  const store = serviceStore();
  const say = (key: string, values: Partial<Row<typeof coverage>>) =>
    add(store, coverage, {
      id: `CoverageStatement:${key}`,
      ...{ componentId: ids.component, codeId: ids.code, payerId: ids.payer, covered: 'CONDITIONAL' },
      ...{ policyVersionId: 'PolicyVersion:synthetic', statedAt: 'NAMED_CODE', validFrom: '2024-01-01' },
      ...values,
    });
  const silent = { covered: null, statedAt: null, valueState: 'UNKNOWN_VALUE' } as const;
  say('a-mention', {
    ...silent,
    policyVersionId: null,
    unknownReason: 'NOT_STATED_IN_SOURCE',
    validFrom: '2026-01-01',
  });
  say('b-silent', { ...silent, unknownReason: 'POLICY_SILENT_ON_CODE', validFrom: '2026-01-01' });
  say('c-report', { policyVersionId: null, evidence: 'SECONDARY', validFrom: '2026-01-01' });
  say('d-relayed', { evidence: 'SECONDARY', validFrom: '2026-01-01' });
  say('e-family', { statedAt: 'SERVICE_FAMILY', validFrom: '2026-01-01' });
  say('f-older', { validFrom: '2020-01-01' });
  say('g-own', {});
  const { node } = await ask<{ node: { coverage: { nodes: { id: string }[] } } }>(
    'query ($id: ID!) { node(id: $id) { ... on BillingCode { coverage { nodes { id } } } } }',
    { id: ids.code },
    { of: releaseOf(store) },
  );
  expect(node.coverage.nodes.map(({ id }) => id.slice(id.indexOf(':') + 1))).toEqual([
    'g-own',
    'f-older',
    'e-family',
    'd-relayed',
    'c-report',
    'b-silent',
    'a-mention',
  ]);
});
