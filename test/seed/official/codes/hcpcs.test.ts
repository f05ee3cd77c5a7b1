/** HCPCS Level II, on synthetic files in both layouts and on the real excerpts where they are at hand. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { hcpcs as format } from '../../../../seed/official/codes/hcpcs.ts';
import { excerpt, inMemory, read, sighting } from '../../kit/file-trial.ts';
import { entries, fixed, fixedRecords, type HcpcsRow, table } from '../../kit/hcpcs-file.ts';

const trial = { release: 'HCPC2026_OCT', from: '2026-10-01', to: '2027-01-01' };

describe.each([
  ['text of fixed width', fixed],
  ['a table', table],
])('%s', (_title, make) => {
  test.each([
    ['HCPC2026_OCT_ANWEB.txt', 'HCPC2026_OCT', '2026-10-01'],
    ['HCPC2026_JUL_ANWEB_06172026.csv', 'HCPC2026_JUL', '2026-07-01'],
    ['HCPC2020_ANWEB_w_disclaimer.txt', 'HCPC2020', '2020-01-01'],
  ])('is known by its content; %s tells its release', (name, release, from) => {
    const to = `${Number(from.slice(0, 4)) + 1}-01-01`;
    expect(format.recognise(sighting(make(), name))).toEqual({ release, from, to });
  });

  test('brings codes and modifiers with their public texts, continued ones joined, in chunks of any size', async () => {
    for (const chunk of [1, 7, 65_536]) {
      const { entities } = await read(format, inMemory(make(), { chunk }), trial);
      const texts = Object.fromEntries(entities.map(({ row }) => [row.code, [row.label, row.description]]));
      expect(texts).toEqual({
        G0130: ['Synth study', 'Synthetic bone study (list separately in addition) SYNTHETIC & w/o'],
        C1834: ['Synth gone', 'Synthetic gone'],
        C9999: ['Synth never', 'Synthetic never'],
        A1: ['Synth mod', 'Synthetic modifier'],
        KX: ['Synth one', 'Synthetic first meaning; or: Synthetic other meaning'],
        JG: ['Synth end', 'Synthetic ended'],
      });
      expect(entities.every(({ authority }) => authority)).toBe(true);
    }
  });

  test('has a code in force to its last day and deleted from the day after', async () => {
    const { statements } = await read(format, inMemory(make()), trial);
    const spans = statements
      .filter(({ table: { name } }) => name.endsWith('validity'))
      .map(({ key, values, from, to, open }) => [key, values.codeStatus, from, to, open]);
    expect(spans).toEqual([
      ['HCPCS_LEVEL_II:G0130', 'ACTIVE', '1998-07-01', null, true],
      ['HCPCS_LEVEL_II:C1834', 'ACTIVE', '2020-01-01', '2023-04-01', false],
      ['HCPCS_LEVEL_II:C1834', 'DELETED', '2023-04-01', null, false],
      // Taken back before it began.
      ['HCPCS_LEVEL_II:C9999', 'DELETED', '2020-01-01', null, false],
      ['HCPCS_MODIFIER:A1', 'ACTIVE', '2002-07-01', null, true],
      // One of its meanings ended, the other goes on.
      ['HCPCS_MODIFIER:KX', 'ACTIVE', '2002-07-01', null, true],
      ['HCPCS_MODIFIER:JG', 'ACTIVE', '2018-01-01', '2025-01-01', false],
      ['HCPCS_MODIFIER:JG', 'DELETED', '2025-01-01', null, false],
    ]);
  });

  test('tells how Medicare treats a code in the release', async () => {
    const { statements } = await read(format, inMemory(make()), trial);
    const records = statements.filter(({ table: { name } }) => name === 'hcpcs_record');
    expect(records.map(({ values }) => values)).toMatchObject([
      {
        codeId: 'BillingCode:HCPCS_LEVEL_II:G0130',
        coverage: 'SPECIAL_INSTRUCTIONS_D',
        pricing: '["11"]',
        coverageReferences: '["150.3"]',
        crossReferences: '[]',
        action: 'N',
        actionOn: '1998-07-01',
        release: 'HCPC2026_OCT',
      },
      { coverage: 'CONTRACTOR_JUDGMENT_C', crossReferences: '["C1600"]' },
      { codeId: 'BillingCode:HCPCS_LEVEL_II:C9999' },
    ]);
    expect(records[0]).toMatchObject({ from: '2026-10-01', to: '2027-01-01' });
  });

  test('keeps the codes that are wanted, and every modifier', async () => {
    const { entities, skipped } = await read(format, inMemory(make()), { ...trial, codes: ['G0130'] });
    expect(entities.map(({ row }) => row.code)).toEqual(['G0130', 'A1', 'KX', 'JG']);
    expect(skipped).toEqual({ 'code not among those wanted': 2 });
  });

  test.each<[string, HcpcsRow, RegExp]>([
    [
      'a code twice',
      { code: 'G0130', texts: ['Synthetic'], added: '20200101' },
      /G0130 stands on line \d+ already/,
    ],
    ['a day that is none', { code: 'G0131', texts: ['Synthetic'], added: '20201301' }, /Expected a day/],
    ['another coverage', { code: 'G0131', texts: ['Synthetic'], coverage: 'X' }, /Expected C, D, I, M or S/],
    ['a modifier of the AMA', { code: '26', texts: ['Synthetic'] }, /Expected a modifier of Level II/],
  ])('is refused with line and column: %s', async (_case, entry, message) => {
    await expect(read(format, inMemory(make([...entries, entry])), trial)).rejects.toThrow(message);
  });
});

describe('text of fixed width', () => {
  const [first = '', second = ''] = fixedRecords({
    code: 'G0101',
    texts: ['Synthetic one', 'two'],
    action: 'N',
  });

  test.each<[string, string, RegExp]>([
    ['a record that is cut short', first.slice(0, 200), /has 200 characters, expected 320/],
    ['a record that is too long', `${first} `, /has 321 characters/],
    ['a line that is no record', 'Synthetic line', /is no record/],
    ['a continuation of another code', second, /goes on with the text of G0101/],
  ])('is refused: %s', async (_case, line, message) => {
    await expect(read(format, inMemory(`${fixed()}${line}\r\n`), trial)).rejects.toThrow(message);
  });

  test('is read alike where blanks at the end were lost, lines end in two ways and a DOS mark ends the file', async () => {
    const lines = fixed()
      .split('\r\n')
      .map((line) => line.trimEnd());
    const text = `\ufeff${lines.slice(0, 6).join('\n')}\n${lines.slice(6).join('\r\n')}\u001a`;
    const [trimmed, whole] = await Promise.all([
      read(format, inMemory(text), trial),
      read(format, inMemory(fixed()), trial),
    ]);
    expect(trimmed.told).toEqual(whole.told);
  });

  test('of CP1252 is read as that', async () => {
    const bytes = Buffer.from(fixed([{ code: 'G0101', texts: ['Synthetic \u0092s'] }]), 'latin1');
    const { entities } = await read(format, inMemory(bytes, { encoding: 'windows-1252' }), trial);
    expect(entities[0]?.row.description).toBe('Synthetic ’s');
  });
});

describe('the real excerpts', () => {
  const text = excerpt('hcpcs/HCPC2020_ANWEB_w_disclaimer.excerpt.txt');
  const csv = excerpt('hcpcs/HCPC2026_OCT_ANWEB.excerpt.csv');
  // The notice of 2020 has a byte of CP1252.
  const open = (path: string | undefined) =>
    read(format, inMemory(readFileSync(path ?? ''), { encoding: 'windows-1252' }), trial);

  test.skipIf(!text)('of 2020 have 10 codes and 16 modifiers, G0130 and TC among them', async () => {
    const { entities, statements } = await open(text);
    const byCode = Object.fromEntries(entities.map(({ row }) => [row.code, row.description]));
    expect(Object.keys(byCode)).toHaveLength(26);
    expect(byCode.G0130).toBe(
      'Single energy x-ray absorptiometry (sexa) bone density study, one or more sites; appendicular skeleton (peripheral) (e.g., radius, wrist, heel)',
    );
    expect(byCode.TC).toMatch(/^Technical component; under certain .* customary and prevailing profiles$/);
    expect(statements.find(({ key, from }) => key.endsWith('G0130') && from === '1998-07-01')).toBeDefined();
  });

  test.skipIf(!csv)('of 2026 end modifier JG with 2024', async () => {
    const { statements } = await open(csv);
    const spans = statements
      .filter(({ key }) => key === 'HCPCS_MODIFIER:JG')
      .map(({ from, to }) => [from, to]);
    expect(spans).toEqual([
      ['2018-01-01', '2025-01-01'],
      ['2025-01-01', null],
    ]);
  });
});

test('a name that tells the year alone is that of the quarter that its archive is named after', () => {
  const seen = (within: string) => format.recognise({ ...sighting(fixed(), 'HCPC2024_ANWEB.txt'), within });
  expect(seen('in/april-2024-alpha-numeric-hcpcs-file.zip')).toMatchObject({
    release: 'HCPC2024_APR',
    from: '2024-04-01',
  });
  for (const within of ['in/april-2023-alpha-numeric-hcpcs-file.zip', 'april-2024'])
    expect(seen(within)).toMatchObject({ release: 'HCPC2024', from: '2024-01-01' });
});

test('records may end with CR, and continued ones be filled up with blanks, not with more text', async () => {
  const expected = (await read(format, inMemory(fixed()), trial)).told.length;
  const ended = fixed().replaceAll('\r\n', '\r');
  expect(format.recognise(sighting(ended, 'HCPC2024_JUL_ANWEB.txt'))).toMatchObject({
    release: 'HCPC2024_JUL',
  });
  expect((await read(format, inMemory(ended), trial)).told).toHaveLength(expected);
  const continued = /^(.{10}[48].{80})$/gm;
  const filled = fixed()
    .replace(/\r/g, '')
    .replace(continued, (line) => line.padEnd(320));
  expect((await read(format, inMemory(filled), trial)).told).toHaveLength(expected);
  const altered = fixed()
    .replace(/\r/g, '')
    .replace(continued, (line) => `${line.padEnd(300)}x`);
  await expect(read(format, inMemory(altered), trial)).rejects.toThrow(/301 characters, expected 91/);
});

test('a table may call its columns HCPCS and MULTI_PI', async () => {
  const other = table().replace('HCPC,', 'HCPCS,').replace('MULT_PI', 'MULTI_PI').replace('ADD DT', 'ADD_DT');
  expect(format.recognise(sighting(other, 'HCPC2025_APR_ANWEB.csv'))).toMatchObject({
    release: 'HCPC2025_APR',
  });
  expect((await read(format, inMemory(other), trial)).statements).toEqual(
    (await read(format, inMemory(table()), trial)).statements,
  );
});
