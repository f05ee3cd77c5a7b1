/** What a file states holds in a run of editions: one release, and what those after it go on with, change and end. All of it synthetic. */

import { describe, expect, test } from 'vitest';
import { fixed } from '../../kit/hcpcs-file.ts';
import { type Loading, loading } from '../../kit/loading.ts';

type Row = readonly [code: string, billable: 0 | 1, title?: string];

/** An order file. The codes are real; the titles are synthetic. */
const order = (...rows: readonly Row[]) =>
  rows
    .map(
      ([code, billable, title = `synthetic ${code}`], at) =>
        `${String(at + 1).padStart(5, '0')} ${code.padEnd(7)} ${billable} ${'synthetic'.padEnd(60)} ${title}\r\n`,
    )
    .join('');

const october = order(['Z99', 0], ['Z991', 1], ['Z992', 1], ['Z9989', 1]);
const april = order(['Z99', 0], ['Z991', 1, 'synthetic, corrected'], ['Z992', 1], ['Z998', 0], ['Z9989', 1]);
const nextYear = order(['Z99', 0], ['Z991', 1, 'synthetic, corrected'], ['Z998', 0], ['Z9989', 1]);

const idOf = (code: string, rest: string) => `DiagnosisValidity:ICD_10_CM:${code}/${rest}`;

interface Validity {
  readonly id: string;
  readonly title: string;
  readonly release: string;
  readonly validity: { readonly from: string; readonly to: string | null };
  readonly citations: readonly { readonly locator: string; readonly source: { readonly title: string } }[];
}

const validityFields = 'id title release validity { from to } citations { locator source { title } }';

async function validityOf(graph: Loading, code: string, dateOfService: string, knownAt?: string) {
  const { diagnosis } = await graph.ask<{ diagnosis: { validity: readonly Validity[] } }>(
    `query ($code: String!, $asOf: AsOfInput) { diagnosis(code: $code, asOf: $asOf) { validity { ${validityFields} } } }`,
    { code, asOf: { dateOfService, ...(knownAt && { knownAt }) } },
  );
  return diagnosis.validity;
}

async function graphWith(...releases: readonly (readonly [name: string, content: string])[]) {
  const graph = loading();
  for (const [name, content] of releases) await graph.load([graph.put(name, content)]);
  return graph;
}

const first = ['icd10cm_order_2026.txt', october] as const;
const second = ['icd10cm-order-April-1-2026.txt', april] as const;
const third = ['icd10cm_order_2027.txt', nextYear] as const;

describe('one release', () => {
  test('answers by day, by id, by page, by source and by count', async () => {
    const graph = await graphWith(first);
    const id = idOf('Z99.1', '2025-10-01');
    expect(await validityOf(graph, 'Z99.1', '2026-09-30')).toEqual([
      {
        id,
        title: 'synthetic Z991',
        release: 'FY2026',
        validity: { from: '2025-10-01', to: '2026-10-01' },
        citations: [{ locator: 'row Z991', source: { title: expect.stringContaining('FY2026') } }],
      },
    ]);
    expect(await validityOf(graph, 'Z99.1', '2026-10-01')).toEqual([]);

    const answer = await graph.ask<Record<string, never>>(
      `query ($id: ID!, $asOf: AsOfInput, $filter: StatementFilter) {
        byId: node(id: $id) { id ... on DiagnosisValidity { title rank valueState knowledgeLevel agentType evidence note diagnosis { code citations { locator } } } }
        forward: statements(filter: $filter, asOf: $asOf, first: 2) { totalCount nodes { id } pageInfo { hasNextPage endCursor }
          facets(fields: [SOURCE_KIND, STATEMENT_TYPE, PAYER]) { field buckets { value count } } }
        backward: statements(filter: $filter, asOf: $asOf, last: 1) { nodes { id } }
        bySource: statements(filter: { types: ["DiagnosisValidity"], sourceKinds: [CODE_SET] }, asOf: $asOf, first: 0) { totalCount }
        byOther: statements(filter: { types: ["DiagnosisValidity"], sourceKinds: [FEE_SCHEDULE] }, asOf: $asOf, first: 0) { totalCount }
        diagnosis(code: "Z99.1", asOf: $asOf) { statements(first: 5) { totalCount nodes { id } } }
        sources(kinds: [CODE_SET]) { title citedBy(first: 3) { totalCount nodes { id } } }
        graphInfo { statementCounts { type count } }
      }`,
      { id, asOf: { dateOfService: '2026-01-01' }, filter: { types: ['DiagnosisValidity'] } },
    );
    expect(answer).toMatchObject({
      byId: {
        ...{ id, title: 'synthetic Z991', rank: 'NORMAL', valueState: 'VALUE', knowledgeLevel: 'ASSERTION' },
        ...{ agentType: 'AUTOMATED_AGENT', evidence: 'PRIMARY', note: null },
        diagnosis: { code: 'Z99.1', citations: [{ locator: 'row Z991' }] },
      },
      forward: {
        totalCount: 4,
        nodes: [{ id }, { id: idOf('Z99.2', '2025-10-01') }],
        pageInfo: { hasNextPage: true },
        facets: [
          { field: 'SOURCE_KIND', buckets: [{ value: 'CODE_SET', count: 4 }] },
          { field: 'STATEMENT_TYPE', buckets: [{ value: 'DiagnosisValidity', count: 4 }] },
          { field: 'PAYER', buckets: [{ value: 'NONE', count: 4 }] },
        ],
      },
      backward: { nodes: [{ id: idOf('Z99', '2025-10-01') }] },
      bySource: { totalCount: 4 },
      byOther: { totalCount: 0 },
      diagnosis: { statements: { totalCount: 1, nodes: [{ id }] } },
      sources: expect.arrayContaining([
        {
          title: expect.stringContaining('FY2026'),
          citedBy: {
            totalCount: 8,
            nodes: ['Z99', 'Z99.1', 'Z99.2'].map((code) => ({ id: `DiagnosisCode:ICD_10_CM:${code}` })),
          },
        },
      ]),
      graphInfo: { statementCounts: expect.arrayContaining([{ type: 'DiagnosisValidity', count: 4 }]) },
    });
    const { forward } = answer as unknown as { forward: { pageInfo: { endCursor: string } } };
    const rest = await graph.ask<{ statements: unknown }>(
      `query ($after: String, $filter: StatementFilter) { statements(filter: $filter, asOf: { dateOfService: "2026-01-01" }, first: 5, after: $after) { nodes { id } } }`,
      { after: forward.pageInfo.endCursor, filter: { types: ['DiagnosisValidity'] } },
    );
    expect(rest.statements).toEqual({
      nodes: [{ id: idOf('Z99.89', '2025-10-01') }, { id: idOf('Z99', '2025-10-01') }],
    });
  });
});

describe('a release after it', () => {
  test('confirms what it says again, under the same id and with its own citation', async () => {
    const graph = await graphWith(first, second);
    const [row, ...others] = await validityOf(graph, 'Z99.2', '2026-05-01');
    expect(others).toEqual([]);
    expect(row?.id).toBe(idOf('Z99.2', '2025-10-01'));
    expect(
      row?.citations.map(({ locator, source }) => [locator, source.title.match(/FY2026[^(]*/)?.[0].trim()]),
    ).toEqual([
      ['row Z992', 'FY2026'],
      ['row Z992', 'FY2026 update 2026-04'],
    ]);
    const { diagnosis } = await graph.ask<{ diagnosis: unknown }>(
      '{ diagnosis(code: "Z99.2") { citations { locator source { title } } } }',
    );
    // The code itself cites the release that its words were read in.
    expect(diagnosis).toEqual({
      citations: [{ locator: 'row Z992', source: { title: expect.stringMatching(/FY2026 \(/) } }],
    });
  });

  test('ends what it says otherwise, and leaves what was known before as it was', async () => {
    const graph = await graphWith(first, second);
    expect(await validityOf(graph, 'Z99.1', '2026-02-01')).toMatchObject([
      { id: idOf('Z99.1', '2025-10-01'), validity: { to: '2026-04-01' } },
    ]);
    expect(await validityOf(graph, 'Z99.1', '2026-05-01')).toMatchObject([
      { id: idOf('Z99.1', '2026-04-01'), title: 'synthetic, corrected' },
    ]);
    // Between the two loads.
    expect(await validityOf(graph, 'Z99.1', '2026-05-01', '2026-11-25T13:30:00Z')).toMatchObject([
      {
        id: idOf('Z99.1', '2025-10-01'),
        title: 'synthetic Z991',
        citations: [{ locator: 'row Z991' }],
      },
    ]);
    const { old } = await graph.ask<{ old: unknown }>(
      'query ($id: ID!) { old: node(id: $id) { id ... on DiagnosisValidity { supersededBy { id } citations { locator } diagnosis { citations { locator source { title } } } } } }',
      { id: idOf('Z99.1', '2025-10-01') },
    );
    expect(old).toEqual({
      id: idOf('Z99.1', '2025-10-01'),
      supersededBy: null,
      citations: [{ locator: 'row Z991' }],
      diagnosis: {
        citations: [{ locator: 'row Z991', source: { title: expect.stringMatching(/FY2026 update/) } }],
      },
    });
  });

  test('that no longer holds a code ends it', async () => {
    const graph = await graphWith(first, second, third);
    expect(await validityOf(graph, 'Z99.2', '2026-05-01')).toHaveLength(1);
    expect(await validityOf(graph, 'Z99.2', '2026-10-01')).toEqual([]);
    expect(await validityOf(graph, 'Z99.89', '2026-10-01')).toMatchObject([
      { id: idOf('Z99.89', '2025-10-01'), release: 'FY2026', validity: { to: '2027-10-01' } },
    ]);
  });

  test('of the next year leaves the words of the year before as they were, under the same id', async () => {
    const graph = await graphWith(first, third);
    expect(await validityOf(graph, 'Z99.1', '2026-05-01')).toMatchObject([
      {
        id: idOf('Z99.1', '2025-10-01'),
        ...{ title: 'synthetic Z991', release: 'FY2026', citations: [{ locator: 'row Z991' }] },
      },
    ]);
    expect(await validityOf(graph, 'Z99.1', '2026-10-01')).toMatchObject([
      { id: idOf('Z99.1', '2026-10-01'), title: 'synthetic, corrected', release: 'FY2027' },
    ]);
    expect(await validityOf(graph, 'Z99.89', '2027-01-01')).toMatchObject([
      { id: idOf('Z99.89', '2025-10-01'), citations: [{ locator: 'row Z9989' }, { locator: 'row Z9989' }] },
    ]);
    const { diagnosis } = await graph.ask<{ diagnosis: { citations: readonly unknown[] } }>(
      '{ diagnosis(code: "Z99.1") { label citations { locator } } }',
    );
    expect(diagnosis).toEqual({
      label: 'synthetic, corrected',
      citations: [{ locator: 'row Z991' }],
    });
  });

  test('leaves days for which no release was read, which differ from days whose release lacks the code', async () => {
    const later = ['icd10cm_order_2028.txt', nextYear] as const;
    const graph = await graphWith(first, later);
    const statusOn = async (code: string, dateOfService: string) => {
      const { diagnosis } = await graph.ask<{
        diagnosis: { releaseStatus: string; validity: readonly unknown[] };
      }>(
        `query ($code: String!, $asOf: AsOfInput) { diagnosis(code: $code, asOf: $asOf) {
          releaseStatus validity { validity { from to } editions { release from to recordedFrom } } } }`,
        { code, asOf: { dateOfService } },
      );
      return diagnosis;
    };
    expect(await statusOn('Z99.89', '2026-01-01')).toEqual({
      releaseStatus: 'IN_RELEASE',
      validity: [
        {
          validity: { from: '2025-10-01', to: '2028-10-01' },
          editions: [
            { release: 'FY2026', from: '2025-10-01', to: '2026-10-01', recordedFrom: '2026-11-25T13:00:00Z' },
            { release: 'FY2028', from: '2027-10-01', to: '2028-10-01', recordedFrom: '2026-11-25T14:00:00Z' },
          ],
        },
      ],
    });
    expect(await statusOn('Z99.89', '2027-01-01')).toEqual({
      releaseStatus: 'NO_RELEASE_READ',
      validity: [],
    });
    expect(await statusOn('Z99.2', '2028-01-01')).toEqual({ releaseStatus: 'NOT_IN_RELEASE', validity: [] });
  });

  test('is in the feed of changes with what it made and what it changed', async () => {
    const graph = await graphWith(first);
    const { graphInfo } = await graph.ask<{ graphInfo: { changeCursor: string } }>(
      '{ graphInfo { changeCursor } }',
    );
    await graph.load([graph.put(...second)]);
    const { changes } = await graph.ask<{
      changes: { nodes: readonly { kind: string; statementId: string; previousId: string | null }[] };
    }>(
      'query ($since: String) { changes(since: $since, first: 50) { nodes { kind statementId previousId statementCount statement { id } source { title } } } }',
      {
        since: graphInfo.changeCursor,
      },
    );
    expect(changes.nodes.map(({ kind, statementId }) => [kind, statementId])).toEqual([
      ['UPDATED', idOf('Z99.1', '2026-04-01')],
      ['CREATED', idOf('Z99.8', '2026-04-01')],
      ['EDITION_ADDED', expect.stringMatching(/^Source:S-ICD10CM-FY2026-UPDATE-2026-04-/)],
    ]);
    expect(changes.nodes.map(({ previousId }) => previousId)).toEqual([
      idOf('Z99.1', '2025-10-01'),
      null,
      null,
    ]);
    expect(changes.nodes.at(-1)).toMatchObject({
      ...{ statement: null, statementCount: 3, source: { title: expect.stringContaining('FY2026 update') } },
    });
  });

  test('of the same rows, posted twice more, is cited each time', async () => {
    const graph = await graphWith(
      first,
      ['again/icd10cm_order_2026.txt', `${october}\r\n`],
      ['more/icd10cm_order_2026.txt', `${october}\r\n\r\n`],
    );
    const [row] = await validityOf(graph, 'Z99.2', '2026-05-01');
    expect(row?.id).toBe(idOf('Z99.2', '2025-10-01'));
    expect(row?.citations.map(({ locator }) => locator)).toEqual(['row Z992', 'row Z992', 'row Z992']);
    const { diagnosis } = await graph.ask<{ diagnosis: { citations: readonly unknown[] } }>(
      '{ diagnosis(code: "Z99.2") { citations { locator } } }',
    );
    expect(diagnosis.citations).toHaveLength(1);
  });
});

describe('records of HCPCS', () => {
  const record = (code: string, coverage: string) => ({
    ...{ code, coverage, texts: ['Synthetic text'], short: 'Synthetic', added: '20200101' },
  });
  const july = ['HCPC2026_JUL_ANWEB.txt', fixed([record('A4206', 'C'), record('A4207', 'D')])] as const;
  const fall = ['HCPC2026_OCT_ANWEB.txt', fixed([record('A4206', 'C'), record('A4207', 'M')])] as const;
  const recordOf = (graph: Loading, code: string, dateOfService: string) =>
    graph
      .ask<{ billingCode: { hcpcsRecord: unknown } }>(
        `query ($code: String!, $asOf: AsOfInput) { billingCode(code: $code, asOf: $asOf) {
          hcpcsRecord { id coverage rank validity { from to } citations { locator source { title } } } } }`,
        { code, asOf: { dateOfService } },
      )
      .then(({ billingCode: { hcpcsRecord } }) => hcpcsRecord);
  const cited = (code: string, release: string) => ({
    locator: `record ${code}`,
    source: { title: expect.stringContaining(release) },
  });

  test('answer by day with their citation', async () => {
    const graph = await graphWith(july);
    const id = 'HcpcsRecord:HCPCS_LEVEL_II:A4207/2026-07-01';
    expect(await recordOf(graph, 'A4207', '2026-08-01')).toEqual([
      {
        ...{ id, coverage: 'SPECIAL_INSTRUCTIONS_D', rank: 'NORMAL' },
        validity: { from: '2026-07-01', to: '2027-01-01' },
        citations: [cited('A4207', 'HCPC2026_JUL')],
      },
    ]);
  });

  test('end where a later release differs, and are as they were before', async () => {
    const graph = await graphWith(july, fall);
    expect(await recordOf(graph, 'A4207', '2026-08-01')).toMatchObject([
      { coverage: 'SPECIAL_INSTRUCTIONS_D', validity: { to: '2026-10-01' } },
    ]);
    expect(await recordOf(graph, 'A4207', '2026-11-01')).toMatchObject([
      { coverage: 'NOT_COVERED_M', citations: [cited('A4207', 'HCPC2026_OCT')] },
    ]);
    expect(await recordOf(graph, 'A4206', '2026-11-01')).toMatchObject([
      { coverage: 'CONTRACTOR_JUDGMENT_C', citations: [cited('A4206', 'JUL'), cited('A4206', 'OCT')] },
    ]);
  });
});
