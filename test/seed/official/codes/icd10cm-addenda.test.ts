/** Addenda of ICD-10-CM are compared with the two releases and not stored. Codes and titles are synthetic, in the official layout. */

import { globSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { icd10cm } from '../../../../seed/official/codes/icd10cm.ts';
import { icd10cmAddenda } from '../../../../seed/official/codes/icd10cm-addenda.ts';
import { excerpt, inMemory, sighting } from '../../kit/file-trial.ts';
import { loading } from '../../kit/loading.ts';

/** Each loads ICD-10-CM. */
const slow = { timeout: 300_000 };

const order = (...rows: readonly (readonly [code: string, billable: 0 | 1, title: string])[]) =>
  rows
    .map(
      ([code, billable, title], at) =>
        `${String(at + 1).padStart(5, '0')} ${code.padEnd(7)} ${billable} ${`short ${title}`.padEnd(60)} ${title}`,
    )
    .join('\r\n');
const change = (verb: string, code: string, billable: 0 | 1, title: string) =>
  `${`${verb}:`.padEnd(13)}${billable} ${code.padEnd(7)} ${`short ${title}`.padEnd(60)} ${title}`;
const inList = (verb: string, code: string, title: string) =>
  `${`${verb}:`.padEnd(13)}${code.padEnd(7)} ${title}`;
const counts =
  '\r\nHeaders\r\n  1 headers in icd10cm_order_2025.txt\r\n      0 additions\r\nof which\r\n      0 revisions to short title only\r\n';

const before = order(
  ['Z97', 0, 'Heading'],
  ['Z970', 1, 'Becomes a heading'],
  ['Z971', 1, 'Is deleted'],
  ['Z972', 1, 'Old words'],
  ['Z973', 1, 'Changes unnamed'],
);
const after = order(
  ['Z97', 0, 'Heading'],
  ['Z970', 0, 'Becomes a heading'],
  ['Z9701', 1, 'Is added'],
  ['Z972', 1, 'New words'],
  ['Z973', 1, 'Changed unnamed'],
);
const addenda = [
  change('Delete', 'Z970', 1, 'Becomes a heading'),
  change('Add', 'Z970', 0, 'Becomes a heading'),
  change('Add', 'Z9701', 1, 'Is added'),
  change('Delete', 'Z971', 1, 'Is deleted'),
  change('Revise from', 'Z972', 1, 'Old words'),
  change('Revise to', 'Z972', 1, 'New words'),
  counts,
].join('\r\n');
const list = [
  inList('Delete', 'Z970', 'Becomes a heading'),
  inList('Add', 'Z9701', 'Is added'),
  inList('Add', 'Z9709', 'Is in no release'),
  inList('Delete', 'Z971', 'Is deleted with other words'),
  inList('Revise from', 'Z972', 'Old words'),
  inList('Revise to', 'Z972', 'New words'),
].join('\r\n');

test('they are known by their rows, or by counts where nothing changed; the name tells the release', () => {
  const of2026 = { release: 'FY2026', from: '2025-10-01', to: '2026-10-01' };
  for (const content of [addenda, list])
    expect(icd10cmAddenda.recognise(sighting(content, 'icd10cm-order-addenda-2026.txt'))).toEqual(of2026);
  expect(icd10cmAddenda.recognise(sighting(counts, 'icd10cm-codes-addenda-April-2025.txt'))).toMatchObject({
    from: '2025-04-01',
  });
  for (const content of [before, 'Add: something to the list\r\n', 'Headers\r\n'])
    expect(icd10cmAddenda.recognise(sighting(content))).toBeUndefined();
  expect(icd10cm.recognise(sighting(addenda))).toBeUndefined();
});

test('of each code they tell what it was and what it is', async () => {
  const { changes, headings } = await icd10cmAddenda.changes(inMemory(addenda));
  expect(headings).toBe(true);
  expect(changes).toEqual([
    {
      line: 1,
      diagnosisId: 'DiagnosisCode:ICD_10_CM:Z97.0',
      before: { billable: 1, title: 'Becomes a heading' },
      after: { billable: 0, title: 'Becomes a heading' },
    },
    {
      line: 3,
      diagnosisId: 'DiagnosisCode:ICD_10_CM:Z97.01',
      before: null,
      after: { billable: 1, title: 'Is added' },
    },
    {
      line: 4,
      diagnosisId: 'DiagnosisCode:ICD_10_CM:Z97.1',
      before: { billable: 1, title: 'Is deleted' },
      after: null,
    },
    {
      line: 5,
      diagnosisId: 'DiagnosisCode:ICD_10_CM:Z97.2',
      before: { billable: 1, title: 'Old words' },
      after: { billable: 1, title: 'New words' },
    },
  ]);
});

test('where nothing changed, its counts tell whether it names headings', async () => {
  expect(await icd10cmAddenda.changes(inMemory(counts))).toEqual({ changes: [], headings: true });
  const ofCodes = counts.replace('Headers', 'Codes').replaceAll('headers', 'codes');
  expect(await icd10cmAddenda.changes(inMemory(ofCodes))).toEqual({ changes: [], headings: false });
});

test.each([
  ['a row of another layout', `${addenda}\r\nAdd: Z9`, /This is no row of the addenda: expected Add, Delete/],
  [
    'a code twice',
    `${addenda}${change('Add', 'Z9701', 1, 'Again')}`,
    /Z97\.01 is named twice in one way, on line 3 already/,
  ],
])('%s is refused', async (_what, content, says) => {
  await expect(icd10cmAddenda.changes(inMemory(content))).rejects.toThrow(says);
});

test(
  'they are compared with both releases: what agrees, what differs, what they leave out',
  slow,
  async () => {
    const graph = loading();
    const alone = await graph.load([
      graph.put('icd10cm-order-2025.txt', before),
      graph.put('icd10cm-order-addenda-2025.txt', addenda),
    ]);
    expect(alone.comparisons).toMatchObject([
      { agree: 0, differ: 0, notCompared: { 'no release of ICD-10-CM is loaded for 2024-09-30': 4 } },
    ]);
    const { comparisons, loaded } = await graph.load([
      graph.put('icd10cm-order-2026.txt', after),
      graph.put('icd10cm-codes-addenda-2026.txt', list),
      graph.put('icd10cm-order-addenda-2026.txt', addenda),
    ]);
    expect(loaded).toHaveLength(1);
    const unnamed = {
      line: null,
      diagnosisId: 'DiagnosisCode:ICD_10_CM:Z97.3',
      problem: 'not in the file; before billable, "Changes unnamed"; after billable, "Changed unnamed"',
    };
    expect(comparisons.map(({ path, skipped, ...rest }) => rest)).toEqual([
      {
        ...{ of: 'changes', day: '2025-10-01', rows: 5, agree: 3, differ: 2, notNamed: 1, notCompared: {} },
        differences: [
          {
            line: 3,
            diagnosisId: 'DiagnosisCode:ICD_10_CM:Z97.09',
            problem: 'after billable, "Is in no release"; in the graph not in it',
          },
          {
            line: 4,
            diagnosisId: 'DiagnosisCode:ICD_10_CM:Z97.1',
            problem: 'before billable, "Is deleted with other words"; in the graph billable, "Is deleted"',
          },
          unnamed,
        ],
      },
      {
        ...{ of: 'changes', day: '2025-10-01', rows: 4, agree: 4, differ: 0, notNamed: 1, notCompared: {} },
        differences: [unnamed],
      },
    ]);
  },
);

const folder = excerpt('whole/icd10cm');
test.runIf(folder)(
  'the real addenda of FY2026 agree with the releases of FY2025 and FY2026',
  slow,
  async () => {
    const archives = globSync('*202[56].zip', { cwd: String(folder) })
      .filter((name) => /Descriptions/.test(name))
      .map((name) => join(String(folder), name));
    expect(archives).toHaveLength(2);
    const { comparisons } = await loading().load(archives);
    // Codes counted in the files by another program.
    expect(
      comparisons
        .filter(({ day }) => day === '2025-10-01')
        .map((each) => [each.rows, each.agree, each.differ, each.of === 'changes' && each.notNamed]),
    ).toEqual([
      [553, 553, 0, 0],
      [687, 687, 0, 0],
    ]);
  },
);
