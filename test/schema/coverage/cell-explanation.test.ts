/** Why a cell of the matrix says what it says: from the passage to the statement, then the rule that decided, in words. */

import { describe, expect, test } from 'vitest';
import { ask } from '../../kit/graph.ts';

interface Step {
  readonly note: string;
  readonly rule: string | null;
  readonly statement: { readonly id: string } | null;
}

interface Cell {
  readonly state: string;
  readonly reach: string;
  readonly lineOfBusiness: string;
  readonly component: { readonly id: string };
  readonly because: readonly {
    readonly id: string;
    readonly citations: readonly { readonly locator: string | null }[];
  }[];
  readonly explanation: { readonly text: string; readonly steps: readonly Step[] };
}

async function cells(family: string, payer: string, dateOfService = '2026-11-24'): Promise<readonly Cell[]> {
  const { coverageMatrix } = await ask<{ coverageMatrix: { rows: { cells: Cell[] }[] } }>(
    `query ($input: MatrixInput!) { coverageMatrix(input: $input) { rows { cells { state reach lineOfBusiness
      component { id } because { id citations { locator } } explanation { text steps { note rule statement { id } } } } } } }`,
    { input: { families: [`ServiceFamily:${family}`], payers: [`Payer:${payer}`], asOf: { dateOfService } } },
  );
  return coverageMatrix.rows.flatMap((row) => row.cells);
}

const last = ({ explanation: { steps } }: Cell) => steps.at(-1);

describe('the explanation of a cell', () => {
  test('leads from the passage of each statement of the ground to the rule, and says the rule last', async () => {
    for (const cell of await cells('trabecular-bone-score', 'aetna')) {
      const { steps, text } = cell.explanation;
      expect(steps.flatMap(({ statement }) => statement?.id ?? [])).toEqual(cell.because.map(({ id }) => id));
      expect(text).toBe(steps.map(({ note }) => note).join(' '));
      for (const { locator } of cell.because.flatMap(({ citations }) => citations)) {
        if (locator) expect(text).toContain(locator);
      }
      expect(last(cell)).toMatchObject({ statement: null, rule: expect.stringMatching(/^[a-z-]+$/) });
    }
  });

  test('says that one statement decides, with its answer', async () => {
    const [cell] = (await cells('dxa-vfa', 'bcbsal')).filter(({ state }) => state === 'NOT_COVERED');
    expect(cell && last(cell)).toMatchObject({
      rule: 'best-statements-agree',
      note: 'One statement is the best that holds on the day: not covered.',
    });
  });

  test('says that statements of one rank differ, and shows each', async () => {
    const found = await cells('ct-bone-strength', 'medicare', '2025-10-15');
    const [cell] = found.filter(({ state }) => state === 'CONFLICTING');
    expect(cell && last(cell)?.rule).toBe('best-statements-differ');
    expect(cell?.because.length).toBeGreaterThan(1);
    expect(cell?.explanation.text).toMatch(/indeterminate .*not covered .*Statements of one rank differ/s);
  });

  test('says that no code existed, from the statements on the codes and the rows that show it', async () => {
    for (const cell of await cells('trabecular-bone-score', 'aetna', '2021-12-31')) {
      expect(last(cell)?.note).toBe('No code of the component existed on 2021-12-31: not applicable.');
      expect(cell.because.map(({ id }) => id)).toEqual([
        expect.stringMatching(/^CodeValidity:CPT:7709|^CodeValidity:CPT:77089/),
      ]);
      expect(cell.explanation.text).toMatch(/is active from 2022-01-01\. No code/);
    }
  });

  test('says why nothing is known and where that was looked for, never that it is not covered', async () => {
    for (const cell of await cells('trabecular-bone-score', 'cigna')) {
      expect(cell.state).toBe('UNKNOWN');
      expect(last(cell)?.note).toMatch(
        {
          'not-yet-reviewed': /^Nothing is known here: not yet reviewed\.$/,
          'stated-for-other-days':
            /^Nothing is stated here for 20.*\. The nearest days? with a statement (is|are) /,
        }[last(cell)?.rule ?? ''] ?? /^No statement holds a value; .*: [a-z ]+\./,
      );
      expect(last(cell)?.note).not.toMatch(/not covered/);
    }
  });

  test('says that it is an entailment where the code without a modifier carries the answer to a component', async () => {
    const reached = (await cells('dxa-axial', 'aetna')).filter(({ reach }) => reach === 'SAME_CODE');
    expect(reached.length).toBeGreaterThan(0);
    for (const { explanation } of reached) {
      expect(explanation.steps.at(-2)).toMatchObject({
        rule: 'same-code',
        note: expect.stringContaining('entailment'),
      });
    }
  });
});
