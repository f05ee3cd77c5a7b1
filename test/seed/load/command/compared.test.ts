/** Files that follow from others are held against the graph and told of, not stored. Every row here is synthetic. */

import { expect, test } from 'vitest';
import { type FeeFileRow, feeCsv } from '../../kit/fee-file.ts';
import { loading } from '../../kit/loading.ts';

/** Each builds the whole database at least once. */
const slow = { timeout: 120_000 };
const rows: readonly FeeFileRow[] = [
  { code: '99901', work: '1.00', totals: ['1.00', '1.00'] },
  { code: '99902', work: '0.30', totals: ['0.30', '0.30'] },
];

test('a carrier file is compared to the cent, and nothing of it is stored', slow, async () => {
  const trial = loading();
  await trial.load([trial.put('PPRRVU2025_Oct.csv', feeCsv(rows))]);
  const before = trial.release().info.hash;
  const money = (text: string) => text.padStart(10, '0');
  // In 01112-05 the work index is 1.088 of the seed's release: 1.00 RVU at 32.3465 is $35.19.
  const line = (code: string, amount: string) =>
    [
      '2025',
      '01112',
      '05',
      code,
      '  ',
      money(amount),
      money(amount),
      ' ',
      '0',
      'A',
      '0',
      money('0.00'),
      money('0.00'),
      '9',
      money('0.00'),
      money('0.00'),
    ]
      .map((cell) => `"${cell}"`)
      .join(',');
  const file = trial.put(
    'PFALL25D.txt',
    `${line('99901', '35.19')}\r\n${line('99902', '99.99')}\r\n${line('99903', '1.00')}\r\n"TRL- SYNTHETIC"\r\n`,
  );
  const { comparisons, build } = await trial.load([file]);
  expect(build).toBeUndefined();
  expect(comparisons).toMatchObject([
    { day: '2025-10-01', rows: 3, notCompared: { 'no row of the fee schedule is loaded for that day': 1 } },
  ]);
  expect(comparisons[0]?.differences.find(({ line: at }) => at === 2)).toMatchObject({
    codeId: 'BillingCode:CPT:99902',
    published: 9999,
  });
  expect(trial.release().info.hash).toBe(before);
});

test(
  'of a file for qualifying participants the rows are held against those of everyone else',
  slow,
  async () => {
    const trial = loading();
    const july = { year: 2026, month: 'July' };
    const other = rows.map((row) => ({ ...row, factor: '33.4009' }));
    const own = rows.map((row, index) => ({
      ...row,
      factor: '33.5675',
      ...(index === 1 && { work: '0.40', totals: ['0.40', '0.40'] as const }),
    }));
    const { notes: heard } = await trial.load([
      trial.put('PPRRVU2026_Jul_nonQPP.csv', feeCsv(other, july)),
      trial.put('PPRRVU2026_Jul_QPP.csv', feeCsv(own, july)),
    ]);
    const reports = [...heard.values()].flatMap((each) => each.reports);
    expect(reports).toEqual([
      expect.stringMatching(
        /^Only its factor is stored\. Of its 2 rows 1 are as the graph has them, 1 differ, 0 are not stored\. The first that differs is on line \d+, in workRvu and totalRvuNonFacility and totalRvuFacility\.$/,
      ),
    ]);
  },
);

test(
  'a carrier file that cannot be read does not undo, nor deny, what was loaded beside it',
  slow,
  async () => {
    const trial = loading();
    const before = [
      '"2025","01112","05","99901","  ","0000035.19","0000035.19"," ","0","A","0","0000000.00","0000000.00","9","0000000.00","0000000.00"',
    ];
    const cut = trial.put('PFALL25D.txt', `${before.join('')}\r\n"2025","01112"\r\n`);
    const { build, passedOver, comparisons } = await trial.load([
      trial.put('PPRRVU2025_Oct.csv', feeCsv(rows)),
      cut,
    ]);
    expect(comparisons).toEqual([]);
    expect(passedOver).toMatchObject([
      { path: cut, reason: expect.stringMatching(/PFALL25D\.txt:2: This line is not 16 quoted fields/) },
    ]);
    expect(trial.release().info.hash).toBe(build?.contentHash);
    // By itself it stops the load: there is nothing else to tell of.
    expect(await trial.failure([cut])).toMatch(/PFALL25D\.txt:2: This line is not 16 quoted fields/);
  },
);

test('a dry run before anything was loaded has nothing to compare a carrier file with, and says so', async () => {
  const trial = loading('without database');
  const row =
    '"2025","01112","05","99901","  ","0000035.19","0000035.19"," ","0","A","0","0000000.00","0000000.00","9","0000000.00","0000000.00"';
  const carrier = trial.put('PFALL25D.txt', `${row}\r\n`);
  const files = [trial.put('PPRRVU2025_Oct.csv', feeCsv(rows)), carrier];
  const { build, passedOver } = await trial.load(files, { dryRun: true });
  expect(build?.brought).toHaveLength(1);
  expect(passedOver).toMatchObject([
    { path: carrier, reason: expect.stringMatching(/^There is no database/) },
  ]);
});
