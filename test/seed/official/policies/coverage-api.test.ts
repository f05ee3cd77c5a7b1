/** Pages of the Coverage API state what the export of the coverage database states. Every document, code group and date in them is synthetic. */

import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { mcd } from '../../../../seed/official/policies/mcd.ts';
import { excerpt, inMemory, read, sighting } from '../../kit/file-trial.ts';
import { loading } from '../../kit/loading.ts';
import { exported, tables } from '../../kit/mcd-export.ts';

const slow = { timeout: 120_000 };

type Row = Readonly<Record<string, unknown>>;
/** A page as the API answers it. */
const page = (data: readonly Row[]) => ({ meta: { status: { id: 200, message: 'OK' }, fields: [] }, data });
const rowsOf = (table: keyof typeof tables) =>
  parse(tables[table], { columns: true, skip_empty_lines: true }) as Record<string, string>[];

/** The tables of the synthetic export as pages: numbers are numbers, days are American, the contractor has other fields. */
const pages = [
  ...(
    [
      'article',
      'article_x_contractor',
      'article_x_hcpc_code',
      'article_x_icd10_covered',
      'article_x_icd10_noncovered',
      'article_related_documents',
      'article_x_revision_history',
    ] as const
  ).map((table) =>
    page(
      rowsOf(table).map((row) => ({
        ...row,
        article_id: Number(row.article_id),
        ...(row.title && { title: row.title.replace(',', '&amp;comma;') }),
        ...(row.article_rev_end_date && { article_rev_end_Date: '12/31/2024', article_rev_end_date: 'N/A' }),
      })),
    ),
  ),
  page(
    rowsOf('contractor').map((row) => ({
      contractor_id: Number(row.contractor_id),
      contract_type_id: Number(row.contractor_type_id),
      contractor_version: Number(row.contractor_version),
      contract_number: row.contractor_number,
      contractor_name: row.contractor_bus_name,
    })),
  ),
];
const json = JSON.stringify(pages);

const reported = {
  document_id: 90001,
  document_version: 3,
  document_display_id: 'A90001',
  document_type: 'Article',
  note: '',
  title: 'Synthetic article, third version',
  contractor_name_type:
    'CGS Administrators, LLC\r\n(MAC - Part B)\r\nSynthetic Medicare Services, Inc.\r\n(MAC - Part A, MAC - Part B)',
  updated_on: '01/01/2025',
  updated_on_sort: '20250101000000',
  effective_date: '01/01/2025',
  retirement_date: 'N/A',
  url: 'https://example.org',
};

test('a page is known by its frame and the fields of its rows, whatever its name', () => {
  expect(mcd.recognise(sighting(json, 'Saved.json'))).toEqual({});
  expect(mcd.recognise(sighting(JSON.stringify(page([reported]), null, 2)))).toBeDefined();
  expect(mcd.recognise(sighting('{"meta":{},"data":[{"other":1}]}'))).toBeUndefined();
  expect(mcd.recognise(sighting('{"openapi":"3.0.3","data":[{"lcd_id":1}]}'))).toBeUndefined();
});

test(
  'loaded after the export of the same documents, pages state nothing new; before it, the same',
  slow,
  async () => {
    const both = loading();
    const first = await both.load([both.put('current_article.zip', exported())]);
    const again = await both.load([both.put('pages.json', json)]);
    const tally = ({ build }: typeof first, index: number) => build?.brought.at(index);
    expect(tally(first, 0)).toMatchObject({
      added: expect.any(Number),
      skipped: { 'ARTICLE without a contractor': 1 },
    });
    expect(tally(again, -1)).toMatchObject({ added: 0, ended: 0, corrected: 0 });
    expect(tally(again, -1)?.unchanged).toBeGreaterThan(7);
    const alone = loading();
    await alone.load([alone.put('pages.json', json)]);
    const question = `{ billingCode(code: "77092") { policyListings { nodes { id groupNumber validity { from to }
    policyVersion { id title status validity { from to } policy { number label payer { slug } }
      diagnosisListings { nodes { id effect restricted groupNumber diagnosis { code } } } } } } } }`;
    expect(await alone.ask(question)).toEqual(await both.ask(question));
  },
);

test('codes of a list are wanted or not, and its descriptions are left out', async () => {
  const { statements, told } = await read(mcd, inMemory(json, { chunk: 65_536 }), {
    codes: ['77092'],
  });
  expect(statements.map(({ key }) => key)).toContain('77092/mac-cgs-administrators/A90001/v3/2');
  expect(statements.map(({ key }) => key).join()).not.toMatch(/77080|99213/);
  expect(JSON.stringify(told)).not.toMatch(/SYNTHETIC DESCRIPTOR|PROSE OF/);
  expect(JSON.stringify(told)).toContain('Synthetic article, third version');
});

test('a report lists documents with their contractors and days', async () => {
  const { entities } = await read(mcd, inMemory(JSON.stringify(page([reported]))));
  expect(entities.map(({ row, authority }) => [row.id, row.validFrom ?? null, authority])).toEqual([
    ['Payer:mac-cgs-administrators', null, false],
    ['Payer:mac-synthetic-medicare-services', null, false],
    ['Policy:mac-cgs-administrators/a90001', null, false],
    ['PolicyVersion:mac-cgs-administrators/a90001/v3', '2025-01-01', false],
  ]);
});

test('the page of a document goes before the report that lists it, which tells its contractor', async () => {
  const article = page(rowsOf('article').slice(0, 1));
  const { entities, skipped } = await read(mcd, inMemory(JSON.stringify([page([reported]), article])));
  // Their own page says who decides: the report is then not used.
  expect(entities.filter(({ row }) => String(row.id).startsWith('PolicyVersion:'))).toMatchObject([
    { row: { status: 'A' }, authority: true },
  ]);
  expect(skipped).toEqual({});
});

test('a national determination is read from its page', async () => {
  const ncd = {
    document_id: 256,
    document_version: 2,
    document_display_id: '150.3',
    title: 'Synthetic title',
    publication_number: '100-3',
    effective_date: '01/01/2007',
    effective_end_date: 'N/A',
    indications_limitations: '&lt;p&gt;PROSE',
  };
  const { entities } = await read(mcd, inMemory(JSON.stringify(page([ncd]))));
  expect(entities.map(({ row }) => [row.id, row.validFrom ?? null])).toEqual([
    ['Policy:medicare/ncd-150-3', null],
    ['PolicyVersion:medicare/ncd-150-3/v2', '2007-01-01'],
  ]);
});

test('a page that tells too little is said to, and what is not read is counted', async () => {
  const codes = page(rowsOf('article_x_hcpc_code').slice(0, 2));
  const paragraphs = page([
    { article_id: 90001, article_version: 3, hcpc_code_group: 1, paragraph: 'PROSE' },
    { article_id: 90001, article_version: 3, icd10_covered_group: 1, paragraph: 'PROSE' },
  ]);
  const { statements, skipped } = await read(mcd, inMemory(JSON.stringify([codes, paragraphs])));
  expect(statements).toEqual([]);
  expect(skipped).toEqual({
    'of a document that is left out': 2,
    'row of a document whose own page is not in the file': 2,
    'row of a page that is not read': 2,
  });
});

test.each([
  ['cut short', json.slice(0, -10), /This is not JSON: .*Several pages in one file stand in a list/],
  ['without rows', '[{"meta":{}}]', /Page 1 has no list "data"/],
])('a file that is %s is refused', async (_what, content, says) => {
  await expect(read(mcd, inMemory(content))).rejects.toThrow(says);
});

const real = excerpt('mcd/coverage_api_reports.bone.derived.csv');
test.runIf(real)('the rows of real reports are read as their page would be', async () => {
  const rows = parse(readFileSync(String(real)), { columns: true, bom: true }) as Row[];
  const { entities, skipped } = await read(mcd, inMemory(JSON.stringify(page(rows)), { chunk: 65_536 }));
  const versions = entities.filter(({ row }) => String(row.id).startsWith('PolicyVersion:'));
  expect(versions).toHaveLength(39);
  expect(skipped).toEqual({});
  expect(versions.map(({ row }) => [row.id, row.validFrom])).toContainEqual([
    expect.stringMatching(/\/l39268\/v7$/),
    '2024-07-25',
  ]);
});
