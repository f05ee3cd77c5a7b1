/** Proposed families: trabecular bone score is found from the fee schedule alone, with its evidence, and nothing is asserted by it. */

import { expect, test } from 'vitest';
import { ask } from '../../kit/graph.ts';

interface Proposal {
  readonly whole: { readonly code: string };
  readonly parts: readonly { readonly code: string }[];
  readonly exact: boolean;
  readonly family: { readonly id: string } | null;
}

test.each([
  ['2025-10-15', '77089 1.20 against 77090 0.09 + 77091 0.82 + 77092 0.29 RVU'],
  ['2026-08-01', '77089 1.19 against 77090 0.09 + 77091 0.80 + 77092 0.30 RVU'],
])(
  'on %s its codes are proposed, exact to the hundredth, with rows and citations',
  async (dateOfService, sum) => {
    const { proposedFamilies } = await ask<{ proposedFamilies: Record<string, unknown>[] }>(
      `query ($asOf: AsOfInput) {
      proposedFamilies(asOf: $asOf) {
        whole { code }
        parts { code }
        exact totalDifference workDifference practiceExpenseDifference malpracticeDifference alternatives
        family { id }
        entries { pcTcIndicator citations { locator } }
        explanation { text }
      }
    }`,
      { asOf: { dateOfService } },
    );
    expect(proposedFamilies).toMatchObject([
      {
        whole: { code: '77089' },
        parts: [{ code: '77090' }, { code: '77091' }, { code: '77092' }],
        exact: true,
        totalDifference: '0.00',
        workDifference: '0.00',
        practiceExpenseDifference: '0.00',
        malpracticeDifference: '0.00',
        alternatives: 0,
        family: { id: 'ServiceFamily:trabecular-bone-score' },
        entries: [
          { pcTcIndicator: '4' },
          { pcTcIndicator: '3' },
          { pcTcIndicator: '3' },
          { pcTcIndicator: '2' },
        ],
      },
    ]);
    const [{ explanation, entries } = {}] = proposedFamilies as {
      explanation?: { text: string };
      entries?: { citations: { locator: string }[] }[];
    }[];
    expect(explanation?.text).toContain(sum);
    expect(explanation?.text).toContain('to be reviewed');
    for (const { citations } of entries ?? []) expect(citations[0]?.locator).toMatch(/^row 770/);
  },
);

test('what is reviewed already can be left out, or asked for alone', async () => {
  const question = (reviewed: boolean) =>
    ask<{ proposedFamilies: Proposal[] }>(
      `{ proposedFamilies(reviewed: ${reviewed}, asOf: { dateOfService: "2025-10-15" }) { whole { code } } }`,
    );
  expect((await question(true)).proposedFamilies).toEqual([{ whole: { code: '77089' } }]);
  expect((await question(false)).proposedFamilies).toEqual([]);
});
