/** ICD-10-CM in tabular order, on synthetic rows in its layout and on the real excerpts where they are at hand. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { icd10cm as format } from '../../../../seed/official/codes/icd10cm.ts';
import { excerpt, inMemory, read, sighting } from '../../kit/file-trial.ts';
import { loading } from '../../kit/loading.ts';

/** Codes are real; the titles are synthetic. */
const row = (sequence: number, code: string, billable: 0 | 1, title = `synthetic ${code}`) =>
  `${String(sequence).padStart(5, '0')} ${code.padEnd(7)} ${billable} ${'synthetic'.padEnd(60)} ${title}`;
const rows = [
  row(1, 'M80', 0),
  row(2, 'M800', 0),
  row(3, 'M8008', 0),
  row(4, 'M8008XA', 1),
  row(5, 'M8008XD', 1),
  row(6, 'M81', 0),
  row(7, 'M810', 1),
  row(8, 'C4A', 0),
  row(9, 'C4A0', 1),
];
const text = (lines = rows) => `${lines.join('\r\n')}\r\n`;
const trial = { release: 'FY2026', from: '2025-10-01', to: '2026-10-01' };

describe('a file', () => {
  test.each([
    ['icd10cm_order_2026.txt', 'FY2026', '2025-10-01', '2026-10-01'],
    ['icd10cm-order-2023.txt', 'FY2023', '2022-10-01', '2023-10-01'],
    ['icd10cm-order-April-1-2026.txt', 'FY2026 update 2026-04', '2026-04-01', '2026-10-01'],
    ['icd10cm-order-Oct-2025.txt', 'FY2026', '2025-10-01', '2026-10-01'],
  ])('%s is %s, from %s to the end of the fiscal year', (name, release, from, to) => {
    expect(format.recognise(sighting(text(), name))).toEqual({ release, from, to });
  });

  test('whose name tells no year leaves it to the user', () => {
    expect(format.recognise(sighting(text(), 'order.txt'))).toEqual({});
  });

  test('of procedure codes in the same layout is not taken for it', () => {
    const procedures = `${row(1, '001', 0)}\r\n${row(2, '0016070', 1)}\r\n`;
    expect(format.recognise(sighting(procedures, 'icd10pcs_order_2026.txt'))).toBeUndefined();
  });
});

describe('a row', () => {
  test('gives the code with its point, its title and the heading above it, in chunks of any size', async () => {
    for (const chunk of [1, 7, 65_536]) {
      const { entities } = await read(format, inMemory(text(), { chunk }), trial);
      const parents = entities.map(({ row: { code, parentId } }) => [code, parentId]);
      const id = (code: string) => `DiagnosisCode:ICD_10_CM:${code}`;
      expect(parents).toEqual([
        ['M80', null],
        ['M80.0', id('M80')],
        ['M80.08', id('M80.0')],
        ['M80.08XA', id('M80.08')],
        ['M80.08XD', id('M80.08')],
        ['M81', null],
        ['M81.0', id('M81')],
        ['C4A', null],
        ['C4A.0', id('C4A')],
      ]);
      expect(entities.every(({ authority }) => authority)).toBe(true);
      expect(entities[3]?.row.label).toBe('synthetic M8008XA');
    }
  });

  test('states that the code stands in the fiscal year, and whether it can be billed then', async () => {
    const { statements } = await read(format, inMemory(text()), trial);
    expect(statements.slice(2, 4)).toMatchObject([
      { key: 'ICD_10_CM:M80.08', from: '2025-10-01', to: '2026-10-01', values: { billable: 0 } },
      {
        key: 'ICD_10_CM:M80.08XA',
        values: { billable: 1, title: 'synthetic M8008XA', release: 'FY2026' },
        at: 'row M8008XA',
      },
    ]);
  });

  test('is read alike behind a byte-order mark, with mixed line ends and in CP1252', async () => {
    const accented = [...rows, row(10, 'H8109', 1, 'synthetic Ménière')];
    const mixed = `\ufeff${accented.slice(0, 5).join('\n')}\r\n${accented.slice(5).join('\r\n')}`;
    const latin = Buffer.from(accented.join('\r\n'), 'latin1');
    for (const file of [inMemory(mixed), inMemory(latin, { encoding: 'windows-1252' })]) {
      const { entities } = await read(format, file, trial);
      expect(entities.at(-1)?.row).toMatchObject({ code: 'H81.09', label: 'synthetic Ménière' });
    }
  });

  test.each<[string, string, RegExp]>([
    ['a code twice', row(10, 'M810', 1), /:10: M81\.0 stands on line 7 already/],
    ['a flag that is none', row(10, 'M816', 1).replace(' 1 ', ' 2 '), /:10: This is no row/],
    ['columns that have shifted', ` ${row(10, 'M816', 1)}`, /:10: This is no row/],
    ['a row that is cut short', row(10, 'M816', 1).slice(0, 60), /:10: This is no row/],
    [
      'a code of another shape',
      row(10, '9A00', 1),
      /:10: "9A00" in columns 7 to 13 is no ICD-10-CM code\. Expected a letter and two letters or digits, .* such as M81\.0 or QA0\.0101/,
    ],
    ['a code with its point', row(10, 'M81.6', 1), /:10: "M81\.6" in columns 7 to 13 is no ICD-10-CM code/],
  ])('is refused with its line: %s', async (_title, line, message) => {
    await expect(read(format, inMemory(text([...rows, line])), trial)).rejects.toThrow(message);
  });
});

describe('a category with a letter in second place, as FY2026 has it', () => {
  const withLetters = text([row(1, 'Q99', 0), row(2, 'Q999', 1), row(3, 'QA0', 0), row(4, 'QA00', 1)]);

  test('is a row like any other, from the first rows on', async () => {
    expect(format.recognise(sighting(withLetters, 'icd10cm_order_2026.txt'))).toEqual(trial);
    const { entities } = await read(format, inMemory(withLetters), trial);
    expect(entities.map(({ row: { code, parentId, billable } }) => [code, parentId, billable])).toEqual([
      ['Q99', null, 0],
      ['Q99.9', 'DiagnosisCode:ICD_10_CM:Q99', 1],
      ['QA0', null, 0],
      ['QA0.0', 'DiagnosisCode:ICD_10_CM:QA0', 1],
    ]);
  });

  test('is answered for, and may stand on a claim line', { timeout: 120_000 }, async () => {
    const graph = loading();
    await graph.load([graph.put('icd10cm_order_2026.txt', withLetters)]);
    const { diagnosis, checkClaim } = await graph.ask<Record<string, unknown>>(`{
      diagnosis(code: "qa00", asOf: { dateOfService: "2026-01-01" }) { code billable parent { code } validity { release } }
      checkClaim(
        claim: { lines: [
          { code: "77080", diagnoses: ["QA0.0"], dateOfService: "2026-01-01" }
          { code: "77080", diagnoses: ["QA0"], dateOfService: "2026-01-01" }
        ] }
      ) { findings { rule line } }
    }`);
    expect(diagnosis).toEqual({
      code: 'QA0.0',
      billable: true,
      parent: { code: 'QA0' },
      validity: [{ release: 'FY2026' }],
    });
    // The heading is found out, the code below it is not.
    const { findings } = checkClaim as { findings: unknown };
    expect(findings).toEqual([{ rule: 'DIAGNOSIS', line: 1 }]);
  });
});

describe('the real excerpts', () => {
  const fiscal2026 = excerpt('icd10cm/icd10cm_order_2026.excerpt.txt');
  const fiscal2019 = excerpt('icd10cm/icd10cm_order_2019.bone.derived.txt');
  const open = async (path: string | undefined) =>
    Object.fromEntries(
      (await read(format, inMemory(readFileSync(path ?? '')), trial)).entities.map(({ row: each }) => [
        each.code,
        each,
      ]),
    );

  test.skipIf(!fiscal2026)('have M81 as the heading of M81.0, which can be billed', async () => {
    const found = await open(fiscal2026);
    expect(Object.keys(found)).toHaveLength(33);
    expect(found['M81.0']).toMatchObject({
      label: 'Age-related osteoporosis without current pathological fracture',
      billable: 1,
      parentId: 'DiagnosisCode:ICD_10_CM:M81',
    });
    expect(found['M80.88XA']).toMatchObject({ billable: 1, parentId: 'DiagnosisCode:ICD_10_CM:M80.88' });
  });

  test.skipIf(!fiscal2019)('know of 2019 that M80.00 had no site of its own', async () => {
    const found = await open(fiscal2019);
    expect(Object.keys(found)).toHaveLength(451);
    expect(found['M80.00XA']).toMatchObject({ parentId: 'DiagnosisCode:ICD_10_CM:M80.00' });
    expect(found['M80.8A']).toBeUndefined();
  });
});

test.each([
  ['icd10cm_order_2026.txt', 'in/april-1-2026-code-descriptions-tabular-order.zip', 'FY2026 update 2026-04'],
  ['icd10cm_order_2026.txt', 'in/april-1-2025-code-descriptions-tabular-order.zip', 'FY2026'],
  ['icd10cm_order_2026.txt', 'in/april-2026', 'FY2026'],
  ['icd10cm_order_2026.txt', 'in/2026 Code Descriptions in Tabular Order', 'FY2026'],
])('%s within %s is %s', (name, within, release) => {
  expect(format.recognise({ ...sighting(text(), name), within })).toMatchObject({ release });
});

test('addenda and lists of codes without an order are not taken for it', () => {
  const addenda = 'Add:         00001 A000    1 synthetic\r\nDelete:      00002 A001    1 synthetic\r\n';
  expect(format.recognise(sighting(addenda, 'icd10cm_order_addenda_2026.txt'))).toBeUndefined();
  const codes = 'A000    synthetic\r\nA001    synthetic\r\n';
  expect(format.recognise(sighting(codes, 'icd10cm_codes_2026.txt'))).toBeUndefined();
});

test('an update whose archive tells only when it was put up leaves the day to the user', () => {
  const within = 'in/2024-code-descriptions-tabular-order-updated-02012024.zip/Code Descriptions';
  expect(format.recognise({ ...sighting(text(), 'icd10cm_order_2024.txt'), within })).toEqual({
    release: 'FY2024 update',
    to: '2024-10-01',
  });
});
