/** Limits on the real schema: questions that kept a thread busy for seconds are refused by what the release holds, and what gets through is bounded while it runs. */

import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { generate } from '../../../bench/generate.ts';
import { ids } from '../../../bench/ids.ts';
import { scales } from '../../../bench/scale.ts';
import { tables } from '../../../db/tables/index.ts';
import type { Sizes } from '../../../schema/kit/growth.ts';
import { growingAnswer, tooLong } from '../../../src/limits/answer-size.ts';
import { limits } from '../../../src/limits/limits.ts';
import { estimateOf } from '../../kit/estimated.ts';
import { query } from '../../kit/graph.ts';
import { serveGraph } from '../kit/exporting.ts';
import { codes, temporaryFolder } from '../kit/fixture.ts';

/** Synthetic: a release with as much as the largest graph of the benchmarks. */
const counts: Readonly<Record<string, number>> = {
  coverage: 500_160,
  prior_authorization: 50_016,
  code_validity: 12_000,
  service_family: 2_084,
  service_component: 8_336,
  billing_code: 12_000,
  payer: 60,
  policy: 400,
  policy_version: 400,
  source: 200,
  citation: 1_000_000,
  change_event: 1_000_000,
  data_gap: 100_000,
  conflict: 100_000,
  fee_schedule_entry: 20_000,
};
const most: Readonly<Record<string, number>> = {
  'coverage.payerId': 8_336,
  'coverage.codeId': 60,
  'coverage.componentId': 60,
  'prior_authorization.payerId': 834,
  'service_component.familyId': 4,
  'billing_code.familyId': 4,
  'citation.subjectId': 2,
  'citation.sourceId': 5_100,
};
const statements = 562_176;
const large: Sizes = {
  rows: ({ name }) => counts[name] ?? 0,
  most: ({ name }, column, type) => (type ? undefined : (most[`${name}.${column}`] ?? 0)),
  things: (type) => {
    if (type === 'Statement' || type === 'Node') return statements;
    const table = tables.find((each) => each.type === type);
    return table && (counts[table.name] ?? 0);
  },
  // Synthetic as well: four components a family, a line of business a payer.
  memory: {
    by: (table) => {
      if (table === 'service_component') return [1, 2, 3, 4].map((n) => ({ id: `ServiceComponent:${n}` }));
      return table === 'policy' ? [{ id: 'Policy:p', linesOfBusiness: '["COMMERCIAL"]' }] : [];
    },
    all: () => Array.from({ length: 60 }, (_, n) => ({ id: `Payer:p${n}` })),
    get: () => undefined,
    rateFiles: [],
    units: [],
    unitsOf: () => [],
    unitsWith: () => [],
  },
};

const estimated = (document: string, variables: Readonly<Record<string, unknown>> = {}) =>
  estimateOf(document, variables, large);

const aliases = (count: number, field: (n: number) => string) =>
  `{ ${Array.from({ length: count }, (_, n) => `a${n}: ${field(n)}`).join(' ')} }`;
const facets =
  'facets(fields: [STATEMENT_TYPE, RANK, PAYER, COVERAGE_STATUS, BASIS, LINE_OF_BUSINESS, SOURCE_KIND, VALUE_STATE]) { field buckets { value count } }';
const matrix = (families: number, payers: number) => ({
  input: {
    families: Array.from({ length: families }, (_, n) => `ServiceFamily:f${n}`),
    payers: Array.from({ length: payers }, (_, n) => `Payer:p${n}`),
  },
});
const cells =
  'query ($input: MatrixInput!) { coverageMatrix(input: $input) { rows { component { id } cells { state reach unknownReason best { id summary } } } } }';

describe('on a graph of half a million statements is refused', () => {
  test.each([
    ['every facet of every statement', `{ statements { ${facets} } }`],
    ['every facet of every payer', `{ payers { coverage { ${facets} } } }`],
    ['a count for each payer, row by row', '{ payers { coverage { totalCount } } }'],
    ['58 counts of everything', aliases(58, () => 'statements { totalCount }')],
    [
      'a page of each component of each family',
      '{ serviceFamilies { components { coverage(first: 100) { nodes { id } } } } }',
    ],
    [
      'deep pages with counts of citations',
      '{ payers { coverage(first: 20) { nodes { citations { source { citedBy { totalCount } } } } } } }',
    ],
    [
      '30 ways from one thing to another',
      aliases(30, () => 'paths(input: { from: "BillingCode:CPT:77090", to: "Payer:p1" }) { complete }'),
    ],
    [
      '30 differences',
      aliases(
        30,
        (n) =>
          `diff(from: { dateOfService: "2025-01-01" }, to: {}, scope: { payers: ["Payer:p${n}"] }) { unchangedCount }`,
      ),
    ],
  ])('%s', (_what, document) => {
    expect(estimated(document)).toBeGreaterThan(limits.cost);
  });

  test('a matrix of five hundred families and sixty payers, however it is asked', () => {
    expect(estimated(cells, matrix(500, 60))).toBeGreaterThan(limits.cost);
    const tally = 'query ($input: MatrixInput!) { coverageMatrix(input: $input) { tally { count } } }';
    expect(estimated(tally, matrix(500, 60))).toBeGreaterThan(limits.cost);
  });
});

describe('and is answered there', () => {
  test.each([
    ['one count of everything', '{ statements { totalCount } }'],
    ['one facet of everything', '{ statements { facets(fields: [RANK]) { buckets { value count } } } }'],
    ['a count for one payer', `{ payer(slug: "p1") { coverage(first: 0) { totalCount } } }`],
    [
      'a way from one thing to another',
      '{ paths(input: { from: "BillingCode:CPT:77090", to: "Payer:p1" }) { paths { nodes { label } } } }',
    ],
    [
      'the neighbourhood of three things, as a picture shows it',
      '{ neighbourhood(input: { of: ["77090", "p1", "p2"], first: 200 }) { nodes { id label } links { from { id } to { id } statement { text } } } }',
    ],
    [
      'a page of a payer',
      '{ payer(slug: "p1") { coverage(first: 100) { nodes { id citations { locator source { title } } } } } }',
    ],
    ['all payers with their policies', '{ payers { label policies(first: 20) { nodes { title } } } }'],
    [
      'two payers side by side',
      '{ comparePayers(left: "Payer:p1", right: "Payer:p2", family: "ServiceFamily:f1") { changed { fields before { id } } } }',
    ],
  ])('%s', (_what, document) => {
    expect(estimated(document)).toBeLessThan(limits.cost);
  });

  test('a matrix of five families and all payers', () => {
    expect(estimated(cells, matrix(5, 60))).toBeLessThan(limits.cost);
  });
});

describe('what is worked out beside the answer counts, however little is returned', () => {
  const terms = Array.from({ length: 200 }, (_, n) => `term ${n}`);
  const lines = Array.from({ length: 50 }, () => ({ code: '77080' }));
  test.each<[string, string, Readonly<Record<string, unknown>>, number]>([
    ['a search', '{ searchEntities(text: "bone", first: 0) { totalCount } }', {}, 75],
    ['200 terms', 'query ($t: [String!]!) { mapTerms(terms: $t) { term } }', { t: terms }, 2_400],
    [
      'a claim of 50 lines',
      'query ($c: ClaimInput!) { checkClaim(claim: $c) { verdict } }',
      { c: { lines } },
      2_500,
    ],
    ['a report in words', '{ codeReport(code: "77090") { markdown } }', {}, 120],
    ['its sections in words', '{ codeReport(code: "77090") { sections { text } } }', {}, 100],
    ['a count of changes', '{ changes(first: 0) { totalCount } }', {}, 37_500],
    ['a page of changes, for what it passes over', '{ changes(first: 1) { nodes { at } } }', {}, 25_000],
    ['a page of gaps', '{ gaps(first: 1) { nodes { id } } }', {}, 1_250],
    ['a page of conflicts', '{ conflicts(first: 1) { nodes { id } } }', {}, 1_250],
    ['proposed families', '{ proposedFamilies { exact } }', {}, 1_250],
    [
      'a filter on statements',
      '{ statements(first: 1, filter: { types: ["UnitLimit"] }) { nodes { id } } }',
      {},
      7_000,
    ],
    [
      'a filter on an edge',
      '{ payer(slug: "p1") { coverage(first: 1, filter: { covered: [COVERED] }) { nodes { id } } } }',
      {},
      2_000,
    ],
    [
      'an extension for order entry',
      '{ payer(slug: "p1") { coverage(first: 100) { nodes { crdCoverageInformation } } } }',
      {},
      1_000,
    ],
  ])('%s', (_what, document, variables, atLeast) => {
    const estimate = estimated(document, variables);
    expect(estimate).toBeGreaterThanOrEqual(atLeast);
    expect(estimate).toBeLessThan(limits.cost);
  });
});

test('sources that were searched are estimated by how many policies a payer has, and never by more than there are', () => {
  const searched = (policies: number, sources: number) => {
    const sizes: Sizes = {
      ...large,
      rows: (table) => (table.name === 'source' ? sources : large.rows(table)),
      most: ({ name }) => ({ policy: policies, policy_version: 2 })[name] ?? 1,
    };
    const document =
      'query ($input: MatrixInput!) { coverageMatrix(input: $input) { rows { cells { searched { id } } } } }';
    return estimateOf(document, matrix(1, 10), sizes);
  };
  expect(searched(100, 1_000)).toBeGreaterThan(10 * searched(1, 1_000));
  expect(searched(100, 10)).toBeLessThan(searched(100, 1_000) / 10);
});

test('a matrix that is too large is refused as a file as it is as an answer, and in parts it is sent', async () => {
  const database = join(temporaryFolder(), 'generated.sqlite');
  generate(database, { ...scales.small, codes: 500, asked: 480 });
  const { ask, origin } = await serveGraph({ database });
  const families = Array.from({ length: 120 }, (_, n) => ids.family(n));
  expect(codes(await ask(cells, { input: { families } }))).toEqual(['TOO_COSTLY']);
  const file = async (named: readonly string[]) =>
    fetch(`${origin}/export/matrix.csv?families=${named.join(',')}`);
  const refused = await file(families);
  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject({
    errors: [{ extensions: { code: 'TOO_COSTLY' }, message: expect.stringContaining('fetch it in parts') }],
  });
  const sent = await file(families.slice(0, 2));
  expect(sent.status).toBe(200);
  expect((await sent.text()).trim().split('\n').length).toBeGreaterThan(480);
});

test('variables that nest without end are refused by name, by POST and by GET', async () => {
  const { ask, url } = await serveGraph();
  const document = 'query ($of: [_Any!]!) { _entities(representations: $of) { __typename } }';
  const nested = `${'['.repeat(120_000)}${']'.repeat(120_000)}`;
  const sent = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: `{"query":${JSON.stringify(document)},"variables":{"of":[{"__typename":"BillingCode","id":${nested}}]}}`,
  });
  const answer = (await sent.json()) as { errors: { message: string; extensions: { code: string } }[] };
  expect([sent.status, answer.errors[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
  expect(answer.errors[0]?.message).toContain('more than 32 levels deep');
  const deep = (levels: number) => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`) as unknown;
  // The body itself, the variables, the list and the representation are levels too.
  const of = (levels: number) => ({ of: [{ __typename: 'BillingCode', id: deep(levels) }] });
  expect(codes(await ask(document, of(29)))).toEqual(['BAD_USER_INPUT']);
  expect((await ask(document, of(29))).body.errors?.[0]?.message).toContain('representations[0]');
  expect((await ask(document, of(30))).body.errors?.[0]?.message).toContain('levels deep');
  const parameters = new URLSearchParams({ query: document, variables: JSON.stringify(of(100)) });
  const got = await fetch(`${url}?${parameters}`, {
    headers: { accept: 'application/graphql-response+json' },
  });
  expect(got.status).toBe(400);
});

test('the schema may be asked for ten times in one operation, and not fifty', async () => {
  const { ask } = await serveGraph();
  const times = (count: number) => aliases(count, () => '__schema { queryType { name } }');
  expect(codes(await ask(times(limits.schemas)))).toEqual([]);
  expect(codes(await ask(times(limits.schemas + 1)))).toEqual(['INTROSPECTION_TOO_COSTLY']);
  expect(codes(await ask(aliases(50, () => '__schema { types { name } }')))).toEqual([
    'INTROSPECTION_TOO_COSTLY',
  ]);
  expect(limits.schemas).toBe(10);
});

describe('while an operation runs', () => {
  test('its values are counted list by list, and end it when there are too many', async () => {
    const document = '{ payers { id slug label citations { locator role } } }';
    const answerSize = growingAnswer();
    const { errors } = await query(document, {}, { with: { answerSize } });
    expect(errors).toBeUndefined();
    expect(answerSize.excess).toBeUndefined();

    const full = growingAnswer();
    const payers = (await query('{ payers { id } }')).data?.payers as readonly unknown[];
    // An item and its four fields for each payer, and what is left of the limit after that is too little.
    const before = Math.ceil(limits.values / (payers.length * 5));
    let refused: unknown;
    for (let n = 0; n < before && !refused; n++) {
      const { errors: found } = await query(document, {}, { with: { answerSize: full } });
      refused = found?.[0]?.extensions.code;
    }
    expect(refused).toBe('ANSWER_TOO_LARGE');
    expect(full.excess?.message).toContain('more than 150,000 values');
  });

  test('an answer that is too long is refused before it is written out', () => {
    const text = 'x'.repeat(1_000_000);
    expect(tooLong({ a: Array.from({ length: 16 }, () => text) })).toBeUndefined();
    expect(tooLong({ a: Array.from({ length: 17 }, () => text) })?.extensions.code).toBe('ANSWER_TOO_LARGE');
    expect(tooLong(null)).toBeUndefined();
  });
});
