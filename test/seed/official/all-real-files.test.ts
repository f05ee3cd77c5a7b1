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
  'a folder of all real files loads at once, each of them is cited by what it states, and each kind answers',
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

    // One question a kind of file; the values were read in the files by hand.
    const answers = await graph.ask(`{
      fees: billingCode(code: "77080", asOf: { dateOfService: "2025-10-15" }) { feeScheduleAmount { amount } }
      drug: billingCode(code: "J0897", asOf: { dateOfService: "2026-02-01" }) { drugPaymentLimits { paymentLimit } }
      meaning: billingCode(code: "G9547", asOf: { dateOfService: "2019-06-03" }) { label }
      diagnosis(code: "QA0.0101", asOf: { dateOfService: "2026-01-05" }) { releaseStatus billable }
      dead: diagnosis(code: "E66.811", asOf: { dateOfService: "2020-01-05" }) { releaseStatus }
      county: localitiesOfCounty(county: "Los Angeles", state: "CA", asOf: { dateOfService: "2025-06-01" }) { jurisdiction { id } }
      asleep: billingCode(code: "00100", asOf: { dateOfService: "2025-06-01" }) {
        feeScheduleAmount(anesthesiaMinutes: 60) { amount }
      }
    }`);
    expect(answers).toMatchObject({
      // 1.18 RVUs at $32.3465.
      fees: { feeScheduleAmount: { amount: '38.17' } },
      drug: { drugPaymentLimits: [{ paymentLimit: '29.457' }] },
      meaning: { label: 'Incid finding liver/kid/adre' },
      diagnosis: { releaseStatus: 'IN_RELEASE', billable: true },
      dead: { releaseStatus: 'NOT_IN_RELEASE' },
      county: [{ jurisdiction: { id: 'Jurisdiction:01182-18' } }],
      // 5 base and 4 time units at $20.3178.
      asleep: { feeScheduleAmount: { amount: '182.86' } },
    });
  },
);
