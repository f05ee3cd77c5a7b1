/** The export of statements holds those that the same filter gives in GraphQL, in the same order, cell by cell. */

import { expect, test } from 'vitest';
import { csvOf, ndjsonOf, requested, serveGraph } from '../kit/exporting.ts';
import type { Served } from '../kit/fixture.ts';

const document = `query ($filter: StatementFilter, $after: String) {
  statements(filter: $filter, first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes {
    id __typename subject { id } valueState unknownReason rank validity { from to end } recorded { from to }
    knowledgeLevel evidence explanation { steps { note } }
    ... on CoverageStatement { payer { id } summary }
    freshness { state readAgainBy }
    citations { role locator part url sourceLevel source { id title officialUrl } } } } }`;

interface Answer {
  readonly statements: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: readonly Statement[];
  };
}

interface Statement {
  readonly id: string;
  readonly __typename: string;
  readonly subject: { readonly id: string };
  readonly valueState: string;
  readonly unknownReason: string | null;
  readonly rank: string;
  readonly validity: { readonly from: string | null; readonly to: string | null; readonly end: string };
  readonly recorded: { readonly from: string; readonly to: string | null };
  readonly knowledgeLevel: string;
  readonly evidence: string;
  readonly explanation: { readonly steps: readonly { readonly note: string }[] };
  readonly payer?: { readonly id: string };
  readonly summary?: string;
  readonly citations: readonly {
    readonly role: string;
    readonly locator: string | null;
    readonly part: string | null;
    readonly url: string | null;
    readonly sourceLevel: string;
    readonly source: { readonly id: string; readonly title: string; readonly officialUrl: string | null };
  }[];
  readonly freshness: { readonly state: string; readonly readAgainBy: string | null };
}

type Line = Readonly<Record<string, unknown>> & {
  readonly payer: string | null;
  readonly columns: Readonly<Record<string, unknown>>;
};

async function paged(served: Served, filter: object): Promise<Statement[]> {
  const found: Statement[] = [];
  for (let after: string | null = null; ; ) {
    const { statements }: Answer = await requested<Answer>(served, document, { filter, after });
    found.push(...statements.nodes);
    if (!statements.pageInfo.hasNextPage) return found;
    after = statements.pageInfo.endCursor;
  }
}

/** The cells of a statement but for its payer, which few types name in GraphQL. */
function expected(one: Statement) {
  const [primary] = one.citations;
  return {
    id: one.id,
    type: one.__typename,
    subject: one.subject.id,
    valueState: one.valueState,
    unknownReason: one.unknownReason,
    rank: one.rank,
    validFrom: one.validity.from,
    validTo: one.validity.to,
    validEnd: one.validity.end,
    recordedFrom: one.recorded.from,
    recordedTo: one.recorded.to,
    knowledgeLevel: one.knowledgeLevel,
    evidence: one.evidence,
    text: one.explanation.steps.at(-1)?.note ?? '',
    source: primary?.source.id ?? null,
    sourceTitle: primary?.source.title ?? null,
    locator: primary?.locator ?? null,
    url: primary?.url ?? null,
    officialUrl: primary?.source.officialUrl ?? null,
    sourceLevel: primary?.sourceLevel ?? null,
    freshness: one.freshness.state,
    readAgainBy: one.freshness.readAgainBy,
  };
}

const all = 'PREFERRED,NORMAL,DEPRECATED';
const filters: readonly (readonly [parameters: string, filter: object, least: number])[] = [
  ['dateOfService=2026-11-24', { asOf: { dateOfService: '2026-11-24' } }, 501],
  [
    'types=CoverageStatement,PriorAuthorizationStatement&payers=Payer:aetna&dateOfService=2026-11-24',
    {
      types: ['CoverageStatement', 'PriorAuthorizationStatement'],
      payers: ['Payer:aetna'],
      asOf: { dateOfService: '2026-11-24' },
    },
    5,
  ],
  [
    'subjects=BillingCode:CPT:77090&valueStates=VALUE&dateOfService=2025-06-01',
    {
      subjects: ['BillingCode:CPT:77090'],
      valueStates: ['VALUE'],
      asOf: { dateOfService: '2025-06-01' },
    },
    2,
  ],
  [
    `sourceKinds=COMMERCIAL_MEDICAL_POLICY&ranks=${all}&dateOfService=2026-11-24&knownAt=2026-11-25T00:00:00Z`,
    {
      sourceKinds: ['COMMERCIAL_MEDICAL_POLICY'],
      ranks: all.split(','),
      asOf: { dateOfService: '2026-11-24', knownAt: '2026-11-25T00:00:00Z' },
    },
    1,
  ],
  ['payers=Payer:aetna&knownAt=1990-01-01T00:00:00Z', { types: ['ApcRate'], payers: ['Payer:aetna'] }, 0],
];

test.each(filters)('%s', async (parameters, filter, least) => {
  const served = await serveGraph();
  const statements = await paged(served, filter);
  expect(statements.length).toBeGreaterThanOrEqual(least);
  const lines = await ndjsonOf<Line>(served, `/export/statements.ndjson?${parameters}`);
  expect(lines.map(({ payer: _, columns: __, citations: ___, ...rest }) => rest)).toEqual(
    statements.map(expected),
  );
  expect(lines.map(({ citations }) => citations)).toEqual(
    statements.map(({ citations }) =>
      citations.map(({ source, ...rest }) => ({
        ...rest,
        source: source.id,
        sourceTitle: source.title,
        officialUrl: source.officialUrl,
      })),
    ),
  );
  for (const [i, { payer, summary }] of statements.entries()) {
    if (payer) expect([lines[i]?.payer, lines[i]?.columns.summary]).toEqual([payer.id, summary]);
  }
  const table = await csvOf(served, `/export/statements.csv?${parameters}`);
  const cells = lines.map(({ columns: _, citations: __, ...rest }) => rest);
  expect(table).toEqual(
    cells.map((row) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell ?? '']))),
  );
});

test('a day in the headers holds where no parameter gives another', async () => {
  const served = await serveGraph();
  const path = '/export/statements.ndjson?types=CodeValidity';
  const headers = { 'as-of-date-of-service': '2019-01-01' };
  const early = await (await fetch(served.origin + path, { headers })).text();
  expect(early).toBe(await (await fetch(`${served.origin}${path}&dateOfService=2019-01-01`)).text());
  const both = await fetch(`${served.origin}${path}&dateOfService=2025-06-01`, { headers });
  expect(await both.text()).not.toBe(early);
});

test('columns are told as clients read them: decimals as text, lists as lists, flags as truths', async () => {
  const served = await serveGraph();
  const path = '/export/statements.ndjson?types=FeeScheduleEntry&dateOfService=2025-06-01';
  const [entry] = await ndjsonOf<Line>(served, path);
  expect(entry?.columns).toMatchObject({ facilityNotApplicable: expect.any(Boolean) });
  expect(entry?.columns.nonFacilityAmount ?? '0.00').toMatch(/^\d+\.\d\d$/);
});
