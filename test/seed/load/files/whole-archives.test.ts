/** Whole archives as CMS publishes them, members and notes and all: loaded as they are, where they are at hand. */

import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { schema } from '../../../../schema/index.ts';
import { sizesOf } from '../../../../schema/kit/growth.ts';
import { find } from '../../../../seed/load/files/find.ts';
import { noNotes, readingOf } from '../../../../seed/load/library/reader-context.ts';
import { ownManifest, readOperations } from '../../../../src/graphql/manifest.ts';
import { limits } from '../../../../src/limits/limits.ts';
import { estimateOf } from '../../../kit/estimated.ts';
import { isWhole } from '../../../kit/published.ts';
import { excerpt } from '../../kit/file-trial.ts';
import { loading } from '../../kit/loading.ts';

const folder = excerpt('whole');
const archives = folder ? globSync('**/*.zip', { cwd: folder }).map((name) => join(folder, name)) : [];
const named = (part: string) => archives.filter((path) => basename(path).includes(part));

/** An archive, the file in it that is read, its release, and how many things of each kind it names. */
const expected = [
  ['2019-Alpha-Numeric', 'HCPC2019_CONTR_ANWEB.txt', 'HCPC2019', { BillingCode: 6_440, Modifier: 360 }],
  [
    '2020-Alpha-Numeric',
    'HCPC2020_ANWEB_w_disclaimer.txt',
    'HCPC2020',
    { BillingCode: 6_710, Modifier: 369 },
  ],
  ['cms_2020_dx', 'icd10cm_order_2020.txt', 'FY2020', { DiagnosisCode: 94_765 }],
  ['ICD10-CM Code Descriptions 2025', 'icd10cm-order-2025.txt', 'FY2025', { DiagnosisCode: 97_584 }],
  ['April-2025', 'icd10cm-order-April-2025.txt', 'FY2025 update 2025-04', { DiagnosisCode: 97_584 }],
  ['Descriptions-2026', 'icd10cm-order-2026.txt', 'FY2026', { DiagnosisCode: 98_186 }],
] as const;

test.skipIf(archives.length === 0).each(expected)(
  'of %s the file %s is read to its end, and every other member is named',
  { timeout: 120_000 },
  async (archive, file, release, things) => {
    const { found, comparable, passedOver } = await find(named(archive), undefined);
    expect(found.map(({ candidate }) => candidate.name)).toEqual([file]);
    expect(comparable.length + passedOver.length).toBeGreaterThan(4);
    for (const { path, reason } of passedOver) {
      expect(reason, path).not.toBe('');
      if (/\.pdf$/i.test(path)) expect(reason).toMatch(/PDF/);
      if (/\.xlsx?$/i.test(path)) expect(reason).toMatch(/save its table as CSV|known and not read/);
    }
    const [each] = found;
    expect(each?.recognised.release).toBe(release);
    const heard = noNotes();
    const reading = readingOf({ release, from: '2020-01-01', to: null, codes: null }, heard);
    const count: Record<string, number> = {};
    for await (const told of each?.format.read(each.candidate.as('windows-1252'), reading) ?? []) {
      const thing = told.kind === 'statement' ? told.subject : told.kind === 'entity' ? told : undefined;
      const type = thing?.table.type;
      if (type) count[type] = (count[type] ?? 0) + 1;
    }
    expect(count).toEqual(things);
    expect(heard.skipped).toEqual({});
  },
);

test.skipIf(archives.length === 0)(
  'ICD-10-CM and HCPCS are loaded side by side, and answer for the newest and for the oldest of them',
  { timeout: 600_000 },
  async () => {
    const graph = loading();
    const report = await graph.load([...named('Descriptions-2026'), ...named('2020-Alpha-Numeric')]);
    expect(report.build?.brought.map(({ loaded, kept, skipped }) => [loaded.release, kept, skipped])).toEqual(
      [
        ['FY2026', 98_186, {}],
        ['HCPC2020', 7_079, {}],
      ],
    );
    const day = '"2026-01-05"';
    expect(
      await graph.ask(`{
        diagnosis(code: "QA0.0101", asOf: { dateOfService: ${day} }) {
          code billable parent { code parent { code parent { code } } } validity { release billable }
        }
        billingCode(code: "G0130", asOf: { dateOfService: "2020-06-01" }) { hcpcsRecord { release } }
        checkClaim(claim: { lines: [{ code: "77080", diagnoses: ["QA0.0101", "M81.0"], dateOfService: ${day} }] }) {
          findings { rule }
        }
      }`),
    ).toEqual({
      diagnosis: {
        code: 'QA0.0101',
        billable: true,
        parent: { code: 'QA0.010', parent: { code: 'QA0.01', parent: { code: 'QA0.0' } } },
        validity: [{ release: 'FY2026', billable: true }],
      },
      billingCode: { hcpcsRecord: [{ release: 'HCPC2020' }] },
      checkClaim: { findings: [] },
    });
    // Nobody's question becomes too costly because somebody loads a code set.
    const sizes = sizesOf(graph.release());
    const published = [...readOperations([ownManifest], schema).values()];
    expect(published.length).toBeGreaterThan(20);
    const whole = published.filter(isWhole);
    expect(whole.filter((document) => estimateOf(document, {}, sizes) > limits.cost)).toEqual([]);
  },
);

test.skipIf(archives.length === 0)(
  'a code of HCPCS that was given out again has in each year the meaning of that year',
  { timeout: 600_000 },
  async () => {
    const graph = loading();
    await graph.load([...named('2019-Alpha-Numeric'), ...named('2020-Alpha-Numeric')]);
    const label = (day: string) =>
      graph.ask(`{ billingCode(code: "G9547", asOf: { dateOfService: "${day}" }) { label } }`);
    expect(await label('2019-06-03')).toEqual({ billingCode: { label: 'Incid finding liver/kid/adre' } });
    expect(await label('2020-06-03')).toEqual({ billingCode: { label: 'Cys ren les or adren' } });
  },
);

test.skipIf(archives.length === 0)(
  'April 2025, which is October 2024 to the byte, confirms it for its own days',
  { timeout: 600_000 },
  async () => {
    const graph = loading();
    const report = await graph.load([...named('April-2025'), ...named('ICD10-CM Code Descriptions 2025')]);
    expect(report.alreadyLoaded).toEqual([]);
    const validity = (day: string) =>
      graph.ask(
        `{ diagnosis(code: "E66.811", asOf: { dateOfService: "${day}" }) { releaseStatus validity { billable } } }`,
      );
    const holds = { diagnosis: { releaseStatus: 'IN_RELEASE', validity: [{ billable: true }] } };
    expect(await validity('2024-11-01')).toEqual(holds);
    expect(await validity('2025-04-15')).toEqual(holds);
    expect(await validity('2024-09-30')).toMatchObject({ diagnosis: { releaseStatus: 'NO_RELEASE_READ' } });
  },
);
