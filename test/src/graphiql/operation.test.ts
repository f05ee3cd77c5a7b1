/** What GraphiQL reads of a document: whether it streams, and which export has the cells of its matrix. */

import { describe, expect, test } from 'vitest';
import { isSubscription, matrixExport } from '../../../src/graphiql/page/operation.ts';
import { serveGraph } from '../kit/exporting.ts';

test.each([
  ['subscription { a }', undefined, true],
  ['query { a }', undefined, false],
  ['query A { a } subscription B { b }', 'B', true],
  ['query A { a } subscription B { b }', 'A', false],
  ['{ a', undefined, false],
])('%s of operation %s streams: %s', (query, operationName, streams) => {
  expect(isSubscription(query, operationName)).toBe(streams);
});

const asked =
  '{ coverageMatrix(input: { codes: [{ code: "77090" }, { system: CPT, code: "77092" }], payers: ["Payer:aetna"], asOf: { dateOfService: "2026-11-24" } }) { tally { count } } }';

describe('the export of a matrix', () => {
  test('has the codes, payers and days that the query gives', () => {
    const address = new URL(matrixExport(asked, {}) ?? '', 'http://localhost');
    expect(address.pathname).toBe('/export/matrix.csv');
    expect([...address.searchParams]).toEqual([
      ['codes', '77090,CPT:77092'],
      ['payers', 'Payer:aetna'],
      ['dateOfService', '2026-11-24'],
    ]);
  });

  test('reads variables and their defaults, and codes as plain text', () => {
    const query = `query M($codes: [String!]!, $lines: [LineOfBusiness!] = [COMMERCIAL]) {
      coverageMatrix(input: { codes: $codes, linesOfBusiness: $lines, payers: null }) { tally { count } } }`;
    expect(matrixExport(query, { codes: ['77090', '77092'] })).toBe(
      '/export/matrix.csv?codes=77090%2C77092&linesOfBusiness=COMMERCIAL',
    );
  });

  test('is none where no matrix is asked, or nothing that can be read', () => {
    expect(matrixExport('{ payers { id } }', {})).toBeUndefined();
    expect(matrixExport('{ coverageMatrix { tally', {})).toBeUndefined();
  });

  test('is served, with a row for each cell', async () => {
    const { origin, url } = await serveGraph();
    const csv = await (await fetch(origin + (matrixExport(asked, {}) ?? ''))).text();
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: asked }),
    });
    const { data } = (await response.json()) as { data: { coverageMatrix: { tally: { count: number }[] } } };
    const cells = data.coverageMatrix.tally.reduce((sum, { count }) => sum + count, 0);
    expect(cells).toBeGreaterThan(0);
    expect(csv.trim().split('\r\n')).toHaveLength(cells + 1);
  });
});
