/** Add-on code edits, on synthetic files in both of their layouts. */

import { describe, expect, test } from 'vitest';
import { addOnCodes as format } from '../../../../seed/official/edits/add-on-codes.ts';
import { inMemory, read, sighting } from '../../kit/file-trial.ts';

type Cells = readonly [
  type: string,
  addOn: string,
  addOnEnds: string,
  primary: string,
  primaryEnds: string,
  begins: string,
  ends: string,
  instruction: string,
];
/** Codes are real numbers; that they go together on these days is synthetic. */
const rows: readonly Cells[] = [
  ['1', 'G0513', '', '77080', '', '2018001', '', ''],
  ['1', 'G0513', '', 'G0130', '2023365', '2018001', '', ''],
  ['2', '0054T', '', 'CCCCC', '', '2013091', '', '(Contractor Defined Primary Codes)'],
  ['3', '99100', '', '00100', '', '2020060', '2024366', ''],
];
const fixed = (lines = rows) =>
  lines
    .map(([type, addOn, addOnEnds, primary, primaryEnds, begins, ends, instruction]) =>
      `${type}${addOn}${addOnEnds.padEnd(7)}${primary}${primaryEnds.padEnd(7)}${begins}${ends.padEnd(7)}${instruction}`.trimEnd(),
    )
    .join('\r\n');
const table =
  (delimiter: string) =>
  (lines = rows) =>
    [
      'Synthetic notice of the AMA',
      'AOC_Edit_Type,Add-On_Code,AOC_DelDT,Primary_Code,Primary_Code_DelDT,AOC_Edit_EffDT,AOC_Edit_DelDT,Special_Instruction_Notes'.replaceAll(
        ',',
        delimiter,
      ),
      ...lines.map((cells) => cells.join(delimiter)),
    ].join('\n');

describe.each([
  ['text of fixed width', (lines?: readonly Cells[]) => fixed(lines)],
  ['CSV below a notice', table(',')],
  ['text separated by tabs', table('\t')],
  ['text separated by bars', table('|')],
  ['text separated by tildes', table('~')],
])('%s', (_title, make) => {
  test.each([
    ['AOC_V2026Q2-MCR.txt', { release: 'AOC 2026Q2', from: '2026-04-01' }],
    ['add-code-edits-medicare-effective-06012026.txt', { release: 'AOC 2026-06-01', from: '2026-06-01' }],
    ['edits.txt', {}],
  ])('is known by its content; %s tells its release', (name, seen) => {
    expect(format.recognise(sighting(make(), name))).toEqual(seen);
  });

  test('gives pairs with their days; the last day of code, primary or edit ends them', async () => {
    for (const chunk of [1, 7, 65_536]) {
      const { statements } = await read(format, inMemory(make(), { chunk }));
      expect(statements.map(({ key, from, to, open }) => [key, from, to, open])).toEqual([
        ['HCPCS_LEVEL_II:G0513/CPT:77080', '2018-01-01', null, true],
        ['HCPCS_LEVEL_II:G0513/HCPCS_LEVEL_II:G0130', '2018-01-01', '2024-01-01', false],
        ['CPT:0054T/contractor', '2013-04-01', null, true],
        ['CPT:99100/CPT:00100', '2020-02-29', '2025-01-01', false],
      ]);
    }
  });

  test('names no primary where the contractor decides', async () => {
    const { statements } = await read(format, inMemory(make()));
    expect(statements[2]?.values).toEqual({
      codeId: 'BillingCode:CPT:0054T',
      primaryId: null,
      editType: 'CONTRACTOR_PRIMARIES_2',
      instruction: 'Contractor Defined Primary Codes',
    });
  });

  test('gives the pairs of which either code is wanted', async () => {
    const { statements, skipped } = await read(format, inMemory(make()), { codes: ['77080', '99100'] });
    expect(statements.map(({ key }) => key)).toEqual([
      'HCPCS_LEVEL_II:G0513/CPT:77080',
      'CPT:99100/CPT:00100',
    ]);
    expect(skipped).toEqual({ 'code not among those wanted': 2 });
  });

  test('lets the same pair return on other days, and leaves out what ended before it began', async () => {
    const again: Cells = ['1', 'G0513', '9999365', '77080', '', '2025001', '', ''];
    const never: Cells = ['1', 'G0514', '', '77080', '2012366', '2018001', '', ''];
    const { statements, skipped } = await read(format, inMemory(make([...rows, again, never])));
    expect(statements.at(-1)).toMatchObject({
      key: 'HCPCS_LEVEL_II:G0513/CPT:77080',
      from: '2025-01-01',
      to: null,
    });
    expect(skipped).toEqual({ 'edit that ended before it began': 1 });
  });

  test.each<[string, Cells, RegExp]>([
    [
      'a pair twice',
      ['1', 'G0513', '', '77080', '', '2018001', '', ''],
      /G0513 77080 from 2018-01-01 stands on line/,
    ],
    ['a day that is none', ['1', 'G0513', '', '77081', '', '2018366', '', ''], /YYYYDDD, .*2018366/],
    [
      'a primary that is no code',
      ['1', 'G0513', '', 'DDDDD', '', '2018001', '', ''],
      /DDDDD.*no billing code/,
    ],
  ])('is refused with line and column: %s', async (_case, row, message) => {
    await expect(read(format, inMemory(make([...rows, row])))).rejects.toThrow(message);
  });
});

test('a line of fixed width that is cut short stops the reading with its number', async () => {
  await expect(read(format, inMemory(`${fixed()}\r\n1G0513       7708`))).rejects.toThrow(
    /:5: This line is no row/,
  );
});

test('a type that is none of the three is refused in a table', async () => {
  await expect(
    read(format, inMemory(table(',')([...rows, ['4', 'G0513', '', '77085', '', '2018001', '', '']]))),
  ).rejects.toThrow(/AOC_Edit_Type: Expected 1, 2 or 3/);
});
