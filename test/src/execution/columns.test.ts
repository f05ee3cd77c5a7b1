/** Executed level by level, an operation reads of rows the columns that it shows, and answers as with whole rows. */

import { normalizedExecutor } from '@graphql-tools/executor';
import { type ExecutionResult, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { schema } from '../../../schema/index.ts';
import { graphContext } from '../../../schema/kit/context.ts';
import { executeByLevel } from '../../../src/execution/execute.ts';
import { noon, observed, release } from '../../kit/graph.ts';

/** The answer, that of the ordinary executor, and the statements of SQL that read from a table. */
async function answered(document: string, table: string) {
  const args = () => ({
    schema,
    document: parse(document),
    contextValue: graphContext(release, new Headers(), noon),
  });
  const { answer, runs } = await observed(() => executeByLevel(args(), {}));
  const whole = (await normalizedExecutor(args())) as ExecutionResult;
  const read = runs.map(({ sql }) => sql).filter((sql) => sql.includes(` ${table} t `));
  return { answer, whole: JSON.stringify(whole.data), read };
}

const families = '["bone-densitometry", "bone-strength", "trabecular-bone-score", "dxa-vfa", "dxa-axial"]';
const matrix = (day: string, cell: string) =>
  `{ coverageMatrix(input: { families: ${families}, asOf: { dateOfService: "${day}" } }) { columns { lineOfBusiness } tally { state count } rows { component { id } cells { payer { id } state reach unknownReason priorAuthorization priorAuthorizationUnknownReason ${cell} } } } }`;

describe.each(['2010-06-01', '2014-12-31', '2025-10-15', '2026-11-24'])('a matrix of %s', (day) => {
  test('without statements: what decides', async () => {
    const { answer, whole, read } = await answered(matrix(day, ''), 'coverage');
    expect(answer).toBe(whole);
    expect(read[0]).toContain('"covered"');
    expect(read[0]).not.toContain('"summary"');
  });

  test('with the best and the other statements of a cell: what is shown of them beside', async () => {
    const shown = 'best { id basis summary citations { locator } } others { id statedAt code { id } }';
    const { answer, whole, read } = await answered(matrix(day, shown), 'coverage');
    expect(answer).toBe(whole);
    expect(read[0]).toContain('"summary"');
    expect(read[0]).not.toContain('"frequency"');
  });

  test('with the sentence of a statement, which may be made of any column: whole rows', async () => {
    const { answer, whole, read } = await answered(matrix(day, 'best { text }'), 'coverage');
    expect(answer).toBe(whole);
    expect(read[0]).toContain('"frequency"');
  });
});

const references = (codes: readonly string[]) =>
  codes.map(
    (code) =>
      `{ __typename: "BillingCode", system: "${/^[A-Z]/.test(code) ? 'HCPCS_LEVEL_II' : 'CPT'}", code: "${code}" }`,
  );

test('entities by their keys: what is selected on their type', async () => {
  const document = `{ _entities(representations: [${references(['77080', 'G0130', '77080', '00000'])}, { __typename: "Payer", slug: "aetna" }, { __typename: "BillingCode", system: "CPT", code: null }]) { __typename ... on BillingCode { id code label } ... on Payer { label } } }`;
  const { answer, whole, read } = await answered(document, 'billing_code');
  expect(answer).toBe(whole);
  expect(answer).toContain('"code":"G0130"');
  expect(read).toHaveLength(1);
  expect(read[0]).not.toContain('"category"');
});

test('the code of a statement: what is selected on it, by each field that leads there', async () => {
  const document =
    '{ payer(slug: "aetna") { coverage(first: 20) { nodes { code { code } again: code { label description } } } } }';
  const { answer, whole, read } = await answered(document, 'billing_code');
  expect(answer).toBe(whole);
  expect(read.map((sql) => sql.includes('"description"'))).toEqual([false, true]);
});
