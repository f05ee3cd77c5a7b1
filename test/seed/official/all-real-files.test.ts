/** Every real file at hand in one graph: each is loaded or named with its reason, and each that was loaded answers. */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { officialData } from '../kit/file-trial.ts';
import { loading } from '../kit/loading.ts';

/** All but files from before the templates of hospitals, which stop a load: they have a test of their own. */
const folders = (officialData ? [...readdirSync(officialData), 'hpt/2026-bone', 'hpt/cms'] : [])
  .filter((name) => name !== 'hpt')
  .map((name) => join(officialData ?? '', name));

test.skipIf(!officialData)(
  'a folder of all real files loads at once, and each of them is cited by what it states',
  { timeout: 900_000 },
  async () => {
    const graph = loading();
    const report = await graph.load(folders);
    expect(report.loaded.length).toBeGreaterThan(50);
    for (const { path, reason } of report.passedOver) expect(reason, path).not.toBe('');
    const { sources } = await graph.ask<{
      sources: { sha256: string | null; citedBy: { totalCount: number } }[];
    }>('{ sources { sha256 citedBy(first: 1) { totalCount } } }');
    const cited = new Map(sources.map(({ sha256, citedBy }) => [sha256, citedBy.totalCount]));
    const silent = report.loaded.filter(({ sha256 }) => !cited.get(sha256)).map(({ format }) => format);
    // Places that another file named before it, and a file whose list of amounts is empty.
    expect(silent.toSorted()).toEqual(['pos', 'tic-allowed-amounts']);

    const bone = await graph.ask<{
      billingCode: {
        feeScheduleAmount: { amount: string };
      };
    }>(
      `{ billingCode(code: "77080", asOf: { dateOfService: "2025-10-15" }) {
          feeScheduleAmount(placeOfService: "11") { amount }
        } }`,
    );
    expect(bone.billingCode.feeScheduleAmount.amount).toBe('39.41');
  },
);
