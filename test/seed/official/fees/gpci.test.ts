/** Geographic practice cost indices, on synthetic files in both layouts and on the real files where they are at hand. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { gpci as format } from '../../../../seed/official/fees/gpci.ts';
import { excerpt, inMemory, read, sighting } from '../../kit/file-trial.ts';

/** Numbers of contractors and localities are real, indices synthetic. */
const csv = [
  'ADDENDUM E. FINAL CY 2025 GEOGRAPHIC PRACTICE COST INDICES (GPCIs) BY STATE AND MEDICARE LOCALITY,,,,,,',
  ',,,,,,',
  'Medicare Administrative Contractor (MAC),State,Locality Number,Locality Name,2025 PW GPCI (with 1.0 Floor)***,2025 PE GPCI,2025 MP GPCI',
  '10112,AL,00,SYNTHETIC,1,0.869,0.5',
  '02102,AK,01,SYNTHETIC NORTH*,1.5,1.081,0.592',
  '01212,HI,01,"SYNTHETIC, ISLANDS",1.001,.999,0.614',
  '"Synthetic note, dated",,,,,,',
  ',,,,,,',
  '*Synthetic note of one cell',
].join('\r\n');
const text = [
  'ADDENDUM E. FINAL CY 2025 GEOGRAPHIC PRACTICE COST INDICES (GPCIs) BY STATE AND MEDICARE LOCALITY',
  '',
  'Medicare Admi State  Locality                    Locality Name                2025 PW GPCI2025 PE GPCI2025 MP GPCI',
  '10112           AL      00   SYNTHETIC                                       1.000       0.869       0.500',
  '02102           AK      01   SYNTHETIC NORTH*                                1.500       1.081       0.592',
  '01212           HI      01   SYNTHETIC, ISLANDS                              1.001       0.999       0.614',
  'Synthetic note, dated',
].join('\r\n');
const trial = { release: 'GPCI2025', from: '2025-01-01', to: '2026-01-01' };

describe.each([
  ['CSV', csv],
  ['fixed width', text],
])('%s', (_title, content) => {
  test('is known by its heading, which tells the year', () => {
    expect(format.recognise(sighting(content))).toEqual(trial);
  });

  test.each([1, 7, 65_536])('gives a locality and its indices a row, in pieces of %i', async (chunk) => {
    const { entities, statements } = await read(format, inMemory(content, { chunk }), trial);
    expect(entities.map(({ row, authority }) => [row.id, row.label, row.state, authority])).toEqual([
      ['Jurisdiction:10112-00', 'SYNTHETIC', 'AL', true],
      ['Jurisdiction:02102-01', 'SYNTHETIC NORTH', 'AK', true],
      ['Jurisdiction:01212-01', 'SYNTHETIC, ISLANDS', 'HI', true],
    ]);
    expect(
      statements.map(({ key, from, to, at, values }) => [key, from, to, at, ...Object.values(values)]),
    ).toEqual([
      [
        '10112-00',
        '2025-01-01',
        '2026-01-01',
        '10112 AL locality 00',
        'Jurisdiction:10112-00',
        1_000,
        869,
        500,
      ],
      [
        '02102-01',
        '2025-01-01',
        '2026-01-01',
        '02102 AK locality 01',
        'Jurisdiction:02102-01',
        1_500,
        1_081,
        592,
      ],
      [
        '01212-01',
        '2025-01-01',
        '2026-01-01',
        '01212 HI locality 01',
        'Jurisdiction:01212-01',
        1_001,
        999,
        614,
      ],
    ]);
  });

  test('a locality twice, or a row cut short, stops the reading', async () => {
    const lines = content.split('\r\n');
    const twice = [...lines.slice(0, 6), lines[3], ''].join('\r\n');
    await expect(read(format, inMemory(twice), trial)).rejects.toThrow(
      'synthetic.txt:7: 10112-00 stands on line 4 already.',
    );
    const short = content.slice(0, content.indexOf('ISLANDS') + 12);
    await expect(read(format, inMemory(short), trial)).rejects.toThrow(/synthetic.txt:6/);
  });
});

test('with two work indices, the one with the floor counts; the one without stands alone with a note', async () => {
  const both = csv
    .replace(
      '2025 PW GPCI (with 1.0 Floor)***',
      '2025 PW GPCI (without 1.0 Floor),2025 PW GPCI (with 1.0 Floor)',
    )
    .replaceAll(/^(10112,AL,00,SYNTHETIC|02102.*NORTH\*|01212.*ISLANDS")/gm, '$1,0.9')
    .replaceAll(/,,,,,,$/gm, ',,,,,,,');
  const floored = await read(format, inMemory(both), trial);
  expect(floored.statements[0]).toMatchObject({ values: { workGpci: 1_000 }, envelope: {} });
  const without = csv.replace('(with 1.0 Floor)***', '(without 1.0 Floor)');
  const bare = await read(format, inMemory(without), trial);
  expect(bare.statements[0]).toMatchObject({
    values: { workGpci: 1_000 },
    envelope: { note: 'The file gives the work index without the floor of the statute.' },
  });
});

test('zeros that a spreadsheet took away are put back', async () => {
  const { statements } = await read(format, inMemory(csv.replace('02102,AK,01', '2102,AK,1')), trial);
  expect(statements.map(({ key }) => key)).toContain('02102-01');
});

test('shifted columns are refused with line and column', async () => {
  const shifted = csv.replace('10112,AL,00', 'AL,10112,00');
  await expect(read(format, inMemory(shifted), trial)).rejects.toThrow(
    /synthetic.txt:4: Medicare Administrative Contractor/,
  );
  const state = csv.replace('10112,AL,00', '10112,Alabama,00');
  await expect(read(format, inMemory(state), trial)).rejects.toThrow(
    'synthetic.txt:4: State: Expected two letters',
  );
  const zero = csv.replace('0.869', '0.000');
  await expect(read(format, inMemory(zero), trial)).rejects.toThrow('Expected an index such as 1.042');
});

const real = ['GPCI2025.csv', 'GPCI2025.txt', 'GPCI2026.csv'].map(
  (name) => [name, excerpt(`pfs_rvu/${name}`)] as const,
);

test.each(real)('the real %s has 109 localities', async (name, path) => {
  if (!path) return;
  const content = readFileSync(path, 'utf8');
  const year = name.slice(4, 8);
  expect(format.recognise(sighting(content, name))?.release).toBe(`GPCI${year}`);
  const { statements } = await read(format, inMemory(content, { chunk: 65_536 }), { from: `${year}-01-01` });
  expect(statements).toHaveLength(109);
  const losAngeles = statements.find(({ key }) => key === '01182-18');
  if (year === '2025')
    expect(losAngeles?.values).toMatchObject({
      workGpci: 1_042,
      practiceExpenseGpci: 1_194,
      malpracticeGpci: 690,
    });
});

test('a text that only speaks of the indices is none', () => {
  const prose =
    'GPCI: key (MAC, locality). Columns MAC,State,Locality Number,Locality Name,PW GPCI,PE GPCI,MP GPCI; CA 29, TX 8.\n';
  expect(format.recognise(sighting(prose, 'notes-2025.md'))).toBeUndefined();
});

describe('a file of another year', () => {
  const both = [
    'ADDENDUM E. SYNTHETIC CY 2026 GEOGRAPHIC PRACTICE COST INDICES (GPCIs)',
    'Medicare Admi State Locality Locality Name 2026 PW GPCI (without 1.0 Floor)2026 PW GPCI (with 1.0 Floor)2026 PE GPCI2026 MP GPCI',
    '10112           AL      00   SYNTHETIC                0.981       1.000       0.869       0.500',
    '02102           AK      01   SYNTHETIC NORTH*         1.500       1.500       1.081       0.592',
  ].join('\r\n');

  test('of fixed width that gives the work index both ways is read by the lines above its rows', async () => {
    const { entities, statements } = await read(format, inMemory(both), trial);
    expect(entities.map(({ row }) => row.label)).toEqual(['SYNTHETIC', 'SYNTHETIC NORTH']);
    expect(statements.map(({ values }) => Object.values(values).slice(1))).toEqual([
      [1_000, 869, 500],
      [1_500, 1_081, 592],
    ]);
    const swapped = both.replace(
      /(2026 PW GPCI \(without 1\.0 Floor\))(2026 PW GPCI \(with 1\.0 Floor\))/,
      '$2$1',
    );
    expect((await read(format, inMemory(swapped), trial)).statements[0]?.values.workGpci).toBe(981);
  });

  test('whose rows have four indices is refused where nothing tells which is which', async () => {
    const untold = both.replace('(without 1.0 Floor)', '').replace('(with 1.0 Floor)', '');
    await expect(read(format, inMemory(untold), trial)).rejects.toThrow(/synthetic\.txt:3: .* four indices/);
    await expect(read(format, inMemory(both.replace('0.981', '     ')), trial)).rejects.toThrow(
      /synthetic\.txt:4: This row is not laid out as the others/,
    );
  });

  test('whose rows give the work index without the floor alone says so', async () => {
    const lower = both
      .replace('2026 PW GPCI (with 1.0 Floor)', '')
      .replaceAll(/ (?:1\.000|1\.500)(?= +[01]\.[08])/g, '');
    const { statements } = await read(format, inMemory(lower), trial);
    expect(statements[0]?.envelope.note).toMatch(/without the floor/);
  });

  test.each([
    ['2026 PW GPCI without 1.0 Floor,2026 PW GPCI with 1.0 Floor', '0.981,1.000'],
    ['"2026 PW\nGPCI (with 1.0 Floor)"', '1.000'],
  ])('may write its heading %j', async (work, indices) => {
    const heading = `"Medicare Administrative\nContractor (MAC)",State,Locality,Locality Name,${work},2026 PE GPCI,2026 MP GPCI,,`;
    const content = `${heading}\r\n10112,AL,0,SYNTHETIC,${indices},0.869,0.5,,\r\n`;
    expect(format.recognise(sighting(content))).toMatchObject({ release: 'GPCI2026' });
    const { statements } = await read(format, inMemory(content), trial);
    expect(statements.map(({ key, values }) => [key, values.workGpci])).toEqual([['10112-00', 1_000]]);
  });
});
