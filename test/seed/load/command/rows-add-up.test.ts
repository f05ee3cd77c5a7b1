/** The report of a load adds up for every format: an auditor who counts the rows of the file finds each of them in it, once. */

import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { LoadReport } from '../../../../seed/load/command/load.ts';
import { summary } from '../../../../seed/load/command/summary.ts';
import { excerpt, officialData } from '../../kit/file-trial.ts';
import { loading } from '../../kit/loading.ts';

const slow = { timeout: 600_000 };

/** The rows of each file of a report by its name; that they add up is checked at every load of the tests. */
function rowsIn(report: LoadReport) {
  return new Map(summary(report, false).machine.files.map(({ path, rows }) => [basename(path), rows]));
}

const head = [
  'hospital_name,last_updated_on,version,license_number|TX',
  'Synthetic Hospital,2026-04-01,3.0.0,1',
  'description,code|1,code|1|type,setting,standard_charge|gross,standard_charge|discounted_cash,payer_name,plan_name,standard_charge|negotiated_dollar,standard_charge|methodology,standard_charge|min,standard_charge|max',
];

describe('of a hospital', slow, () => {
  test('rows whose figures join a distribution are rows that were read', async () => {
    const graph = loading();
    const rows = ['1,100', '2,101', '3,102'].map((each, place) => {
      const [name, gross] = each.split(',');
      return `x${name},77080,CPT,outpatient,${gross},50,Aetna,PPO,${10 * (place + 1)},fee schedule,1,9`;
    });
    const path = graph.put('synthetic.csv', [...head, ...rows].join('\n'));
    const report = await graph.load([path]);
    expect(rowsIn(report).get('synthetic.csv')).toMatchObject({ read: 3, kept: 1, joined: 2, skipped: {} });
    expect(summary(report, false).text).toContain('3 read: 1 kept, 2 joined to others, 0 left out');
  });

  test('what is left out is counted by reason, with the first row and what stood there; a row that also states something is counted once', async () => {
    const graph = loading();
    const rows = [
      'a,0320,RC,outpatient,100,,,,,,,',
      'b,77080,CPT,outpatient,100,,Aetna,PPO,ask us,fee schedule,,',
      'c,0321,RC,outpatient,100,,,,,,,',
      'd,77081,CPT,outpatient,,,,,,,,',
    ];
    const path = graph.put('synthetic.csv', [...head, ...rows].join('\n'));
    const report = await graph.load([path]);
    const other = 'code of another system than CPT and HCPCS';
    const none = 'row without a figure that is read';
    expect(rowsIn(report).get('synthetic.csv')).toMatchObject({
      ...{ read: 4, kept: 1, confirmed: 0, joined: 0 },
      skipped: { [other]: 2, [none]: 1 },
      parts: { 'price that is none': 1 },
      examples: {
        [other]: { line: 4, found: '0320 RC' },
        [none]: { line: 7, found: null },
        'price that is none': { line: 5, found: 'ask us' },
      },
    });
    const { text } = summary(report, false);
    expect(text).toContain(`left out    2 ${other}, first at 4: "0320 RC"`);
    expect(text).toContain('in part     1 price that is none, first at 5: "ask us"');
  });

  test('an item of several charges is one row, with chosen codes too', async () => {
    const graph = loading();
    const charge = { setting: 'outpatient', discounted_cash: 50 };
    const itemOf = (code: string, type: string) => ({
      ...{ description: 'synthetic', code_information: [{ code, type }] },
      standard_charges: [charge, { ...charge, setting: 'inpatient' }],
    });
    const items = [
      itemOf('77080', 'CPT'),
      itemOf('0320', 'RC'),
      itemOf('77081', 'CPT'),
      itemOf('77080', 'CPT'),
    ];
    const about = { hospital_name: 'Synthetic Hospital', last_updated_on: '2026-04-01', version: '3.0.0' };
    const text = JSON.stringify({ ...about, standard_charge_information: items });
    const path = graph.put('synthetic.json', text);
    expect(rowsIn(await graph.load([path])).get('synthetic.json')).toMatchObject({
      ...{ read: 4, kept: 2, joined: 1, parts: {} },
      skipped: { 'code of another system than CPT and HCPCS': 1 },
    });
    const chosen = loading();
    const report = await chosen.load([chosen.put('synthetic.json', text)], { codes: ['77080'] });
    expect(rowsIn(report).get('synthetic.json')).toMatchObject({
      ...{ read: 4, kept: 1, joined: 1 },
      skipped: { 'code not among those wanted': 2 },
      examples: { 'code not among those wanted': { line: 2, found: '0320' } },
    });
  });
});

test('a row that states what is known already is confirmed', slow, async () => {
  const graph = loading();
  const table = (rate: string) =>
    `SYNTHETIC laboratory fees 2026\nYEAR,HCPCS,MOD,EFF_DATE,INDICATOR,RATE\n2026,80047,,20260101,N,10.50\n2026,80048,,20260101,N,${rate}\n2026,D0120,,20260101,N,1.00\n`;
  await graph.load([graph.put('26clabq1.csv', table('11.50'))]);
  const report = await graph.load([graph.put('26clabq2.csv', table('12.50'))], { from: '2026-04-01' });
  expect(rowsIn(report).get('26clabq2.csv')).toMatchObject({
    ...{ read: 3, kept: 1, confirmed: 1, joined: 0 },
    skipped: { 'dental code, which belongs to the ADA': 1 },
    examples: { 'dental code, which belongs to the ADA': { line: 5, found: 'D0120' } },
  });
});

describe.skipIf(!officialData)('of real files', () => {
  const folders = [
    ...['pfs_rvu', 'hcpcs', 'clfs', 'ncci', 'zip_locality', 'opps', 'pos', 'icd10cm', 'tic/real'],
    ...[
      'tic/cms-guide-v1.6.2/examples',
      'tic/cms-guide-v2.x/examples',
      'hpt/cms/examples',
      'hpt/cms/archive/examples',
    ],
  ];

  test.each(folders)('the rows add up: %s', slow, async (folder) => {
    const path = excerpt(folder);
    if (path) expect(rowsIn(await loading().load([path])).size).toBeGreaterThan(0);
  });

  /** Rows under the three heads of a CSV, or items of JSON, counted by other means. */
  function counted(path: string): number {
    const text = readFileSync(path, 'latin1');
    if (path.endsWith('.json')) return JSON.parse(text).standard_charge_information.length;
    const records = parse(text, { relax_column_count: true, relax_quotes: true, bom: true });
    return records.length - 3;
  }

  test('the rows of hospitals are those of their files: Tampa has 176, Chicago 23', slow, async () => {
    const folder = excerpt('hpt/2026-bone');
    if (!folder) return;
    const rows = rowsIn(await loading().load([folder]));
    const read = Object.fromEntries([...rows].map(([name, each]) => [name, each.read]));
    expect(read).toMatchObject({ 'tampa-general.csv': 176, 'uchicago.json': 23 });
    for (const name of readdirSync(folder)) expect(read[name], name).toBe(counted(join(folder, name)));
  });
});
