/** Answers that are worked out explain themselves: from the passages they rest on to the rule that decided. */

import { expect, test } from 'vitest';
import { ask } from '../../kit/graph.ts';

interface Explained {
  readonly text: string;
  readonly steps: readonly {
    readonly rule: string | null;
    readonly statement: { readonly id: string } | null;
  }[];
}

const explanation = 'explanation { text steps { rule statement { id } } }';
const statementsOf = ({ steps }: Explained) => steps.flatMap(({ statement }) => statement?.id ?? []);

test('the component sum names each row, its file, and the sum', async () => {
  const { serviceFamily } = await ask<{
    serviceFamily: { componentSumCheck: { explanation: Explained; entries: readonly { id: string }[] } };
  }>(`{ serviceFamily(id: "ServiceFamily:trabecular-bone-score", asOf: { dateOfService: "2025-10-15" }) {
    componentSumCheck { entries { id } ${explanation} } } }`);
  const { entries, explanation: told } = serviceFamily.componentSumCheck;
  expect(statementsOf(told)).toEqual(entries.map(({ id }) => id));
  expect(told.steps.at(-1)?.rule).toBe('component-sum');
  expect(told.text).toContain('The whole service has 1.20 RVU, its parts add up to 1.20: they agree.');
});

test('prior authorization names what is said of it, or why nothing settles it', async () => {
  const { coverageMatrix } = await ask<{
    coverageMatrix: { rows: readonly { cells: readonly { priorAuthorizationExplanation: Explained }[] }[] };
  }>(`{ coverageMatrix(input: { codes: [{ code: "77092" }], payers: ["Payer:aetna", "Payer:medicare"],
    linesOfBusiness: [COMMERCIAL, MEDICARE_FFS], asOf: { dateOfService: "2026-11-24" } }) {
    rows { cells { priorAuthorizationExplanation { text steps { rule statement { id } } } } } } }`);
  const [said, silent] = [0, 3].map((i) => coverageMatrix.rows[3]?.cells[i]?.priorAuthorizationExplanation);
  expect(said && statementsOf(said)).toHaveLength(1);
  expect(said?.text).toContain('What is said of it agrees: indeterminate.');
  expect(silent?.text).toContain('Nothing settles it: not yet reviewed.');
});

test('a finding of the claim check leads from the file row to the message', async () => {
  const { checkClaim } = await ask<{
    checkClaim: { findings: readonly { message: string; explanation: Explained }[] };
  }>(`{ checkClaim(claim: { payer: "Payer:medicare", lines: [
    { code: "77092", modifiers: ["26"], placeOfService: "11", dateOfService: "2025-10-15" }] }) {
    findings { message ${explanation} } } }`);
  const [finding] = checkClaim.findings;
  expect(finding?.explanation.text).toContain('row 77092');
  expect(finding?.explanation.steps.at(-1)?.rule).toBe('MODIFIER_VS_PCTC_INDICATOR');
  expect(finding?.explanation.text.endsWith(finding.message)).toBe(true);
});
