/** The relative value file, on synthetic files in every layout and on the real excerpts where they are at hand. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { NotUtf8 } from '../../../../seed/load/format/file.ts';
import { pprrvu as format } from '../../../../seed/official/fees/pprrvu.ts';
import { type FeeFileRow, feeCsv, feeText } from '../../kit/fee-file.ts';
import { excerpt, inMemory, type Reached, read, sighting } from '../../kit/file-trial.ts';

/** Code numbers are real, the RVUs synthetic. */
const rows: readonly FeeFileRow[] = [
  {
    code: '77080',
    description: 'synthetic, with a comma',
    work: '0.20',
    practice: ['0.96', '0.96'],
    flags: ['', 'NA'],
    malpractice: '0.02',
    totals: ['1.18', '1.18'],
    pcTc: '1',
    opps: ['3.32', '3.32', '0.05'],
  },
  {
    code: '77080',
    modifier: '26',
    work: '0.20',
    practice: ['0.07', '0.05'],
    malpractice: '0.01',
    totals: ['0.28', '0.26'],
    pcTc: '1',
  },
  { code: '11055', status: 'R', work: '1.00', totals: ['1.00', '1.00'] },
  { code: 'A4890', description: 'Public text of a code', status: 'R', pcTc: '9' },
  { code: '0554T', status: 'C' },
  { code: 'D0120', status: 'N', description: 'synthetic dental' },
];
const trial = { release: 'RVU25D', from: '2025-10-01', to: '2026-01-01' };

const ofTable = ({ statements }: Reached, name: string) =>
  statements.filter(({ table }) => table.name === name);
const without = (statements: Reached['statements']) =>
  statements.map(({ key, from, to, values }) => ({ key, from, to, values }));

describe('it is known by its heading or its lines', () => {
  test.each([
    [
      'any.csv',
      feeCsv(rows),
      { release: 'RVU25D', from: '2025-10-01', to: '2026-01-01', published: '2025-09-11' },
    ],
    ['any.csv', feeCsv(rows, { month: 'January', year: 2023 }), { release: 'RVU23A', from: '2023-01-01' }],
    ['PPRRVU25_JUL.txt', feeText(rows), { release: 'RVU25C', from: '2025-07-01', to: '2026-01-01' }],
    ['RVU24AR_values.txt', feeText(rows), { release: 'RVU24AR', from: '2024-01-01' }],
    ['PPRRVU2026_Jan_nonQPP.txt', feeText(rows, 2), { release: 'RVU26A', part: undefined }],
    [
      'PPRRVU2026_Jul_QPP.csv',
      feeCsv(rows, { year: 2026, month: 'July' }),
      { release: 'RVU26C', part: 'QPP' },
    ],
  ])('%s tells its release', (name, text, seen) => {
    expect(format.recognise(sighting(text, name))).toMatchObject(seen);
  });

  test('the January file of 2024 with the raised factor holds from the day of the act', () => {
    const raised = rows.map((row) => ({ ...row, factor: '33.2875' }));
    const text = feeCsv(raised, { year: 2024, month: 'January' });
    expect(format.recognise(sighting(text))).toMatchObject({ release: 'RVU24AR', from: '2024-03-09' });
    expect(format.recognise(sighting(text.replaceAll('33.2875', '32.7442')))).toMatchObject({
      release: 'RVU24A',
      from: '2024-01-01',
    });
  });

  test('an archive tells where the file does not, and that a release is a correction', () => {
    const within = 'downloads/RVU24AR.zip';
    expect(format.recognise({ ...sighting(feeText(rows), 'values.txt'), within })).toMatchObject({
      release: 'RVU24AR',
    });
    const text = feeCsv(rows, { year: 2024, month: 'January' });
    expect(format.recognise({ ...sighting(text), within })).toMatchObject({ release: 'RVU24AR' });
    expect(format.recognise({ ...sighting(text), within: 'RVU25A.zip' })).toMatchObject({
      release: 'RVU24A',
    });
  });

  test('one that neither says nor is named what it is is known all the same', () => {
    const seen = format.recognise(sighting(feeText(rows), 'values.txt'));
    expect(seen).toBeDefined();
    expect(seen?.release).toBeUndefined();
    expect(seen?.from).toBeUndefined();
  });

  test('a file of another kind is not taken for it', () => {
    expect(format.recognise(sighting('HCPCS,MOD,PROCSTAT,CARRIER,LOCALITY\n'))).toBeUndefined();
    expect(format.recognise(sighting('HDR CPT CODES\n10112   01 ALABAMA 1.000\n'))).toBeUndefined();
  });
});

test('31 columns, 32 columns and fixed width say the same', async () => {
  const until2025 = await read(format, inMemory(feeCsv(rows)), trial);
  const from2026 = await read(format, inMemory(feeCsv(rows, { year: 2026 })), trial);
  expect(without(from2026.statements)).toEqual(without(until2025.statements));
  for (const shift of [0, 2]) {
    const fixed = await read(format, inMemory(feeText(rows, shift)), trial);
    expect(without(fixed.statements)).toEqual(without(until2025.statements));
  }
});

test('a row is told whole, with its national amounts and its place', async () => {
  const reached = await read(format, inMemory(feeCsv(rows)), trial);
  const [whole, professional, restricted, none] = ofTable(reached, 'fee_schedule_entry');
  expect(whole).toMatchObject({
    key: 'CPT:77080',
    from: '2025-10-01',
    to: '2026-01-01',
    at: 'row 77080',
    line: 6,
    values: {
      release: 'RVU25D',
      workRvu: 20,
      practiceExpenseRvuNonFacility: 96,
      malpracticeRvu: 2,
      totalRvuNonFacility: 118,
      facilityNotApplicable: 1,
      globalDays: 'XXX',
      supervision: '09',
      imagingFamily: '99',
      conversionFactor: 323_465,
      oppsPeNonFacility: 332,
      oppsMalpractice: 5,
      nonFacilityAmount: 3_817,
      facilityAmount: null,
    },
  });
  expect(professional).toMatchObject({
    key: 'CPT:77080/26',
    at: 'row 77080 26',
    values: { modifierId: 'Modifier:CPT_MODIFIER:26', nonFacilityAmount: 906, facilityAmount: 841 },
  });
  // Status R is paid by RVUs where there are any.
  expect(restricted).toMatchObject({ key: 'CPT:11055', values: { nonFacilityAmount: 3_235 } });
  expect(none).toMatchObject({ key: 'HCPCS_LEVEL_II:A4890', values: { nonFacilityAmount: null } });
});

test('each code has its PC/TC indicator once, and the file its conversion factor', async () => {
  const reached = await read(format, inMemory(feeCsv(rows)), trial);
  expect(ofTable(reached, 'pc_tc_indicator').map(({ key, values }) => [key, values.indicator])).toEqual([
    ['CPT:77080', 'DIAGNOSTIC_TEST_1'],
    ['CPT:11055', 'PHYSICIAN_SERVICE_0'],
    ['HCPCS_LEVEL_II:A4890', 'NOT_APPLICABLE_9'],
    ['CPT:0554T', 'PHYSICIAN_SERVICE_0'],
  ]);
  expect(ofTable(reached, 'conversion_factor')).toMatchObject([
    { key: 'ALL', from: '2025-10-01', values: { payerId: 'Payer:medicare', factor: 323_465 } },
  ]);
});

test('codes and modifiers are named; no descriptor of the AMA or the ADA is brought', async () => {
  const { told, entities, skipped } = await read(format, inMemory(feeCsv(rows)), trial);
  expect(entities.map(({ row }) => row.label)).toEqual([
    'CPT code 77080',
    'modifier 26',
    'CPT code 11055',
    'Public text of a code',
    'CPT code 0554T',
  ]);
  expect(JSON.stringify(told)).not.toContain('synthetic');
  expect(skipped).toEqual({ 'dental code, which belongs to the ADA': 1 });
});

test('codes that are not wanted are left out; the conversion factor is told all the same', async () => {
  const reached = await read(format, inMemory(feeCsv(rows)), { ...trial, codes: ['99999'] });
  expect(reached.statements.map(({ table }) => table.name)).toEqual(['conversion_factor']);
  expect(reached.skipped).toMatchObject({ 'code not among those wanted': 5 });
});

describe('from 2026 on there are two factors', () => {
  const rows2026 = rows.map((row) => ({ ...row, factor: '33.4009' }));
  const text = feeCsv(rows2026, { year: 2026, month: 'July' });
  const trial2026 = { release: 'RVU26C', from: '2026-07-01', to: '2027-01-01' };

  test('the file for everyone else has the rows and its factor', async () => {
    const reached = await read(format, inMemory(text, { name: 'PPRRVU2026_Jul_nonQPP.csv' }), trial2026);
    expect(ofTable(reached, 'fee_schedule_entry')).toHaveLength(5);
    expect(ofTable(reached, 'conversion_factor')).toMatchObject([
      { key: 'NOT_QUALIFYING_APM', values: { appliesTo: 'NOT_QUALIFYING_APM', factor: 334_009 } },
    ]);
  });

  test('of the file for qualifying participants only the factor is told', async () => {
    const file = inMemory(text.replaceAll('33.4009', '33.5675'), { name: 'zip/PPRRVU2026_Jul_QPP.csv' });
    const reached = await read(format, file, trial2026);
    expect(reached.statements).toMatchObject([
      { key: 'QUALIFYING_APM', values: { appliesTo: 'QUALIFYING_APM', factor: 335_675 } },
    ]);
    expect(reached.skipped).toMatchObject({
      'row of the QPP file, of which only the conversion factor is kept': 5,
    });
  });

  test('a file that nothing tells for whom it is is refused', async () => {
    const file = inMemory(text.replaceAll('33.4009', '33.9999'), { name: 'values.csv' });
    await expect(read(format, file, trial2026)).rejects.toThrow(
      'values.csv:6: CONV FACTOR: From 2026 on there are two factors, and nothing tells for whom 33.9999 is.',
    );
  });
});

describe('bytes come as they come', () => {
  test.each([1, 7, 65_536])('in pieces of %i', async (chunk) => {
    const plain = await read(format, inMemory(feeCsv(rows), { chunk: 100 }), trial);
    const reached = await read(format, inMemory(feeCsv(rows), { chunk }), trial);
    expect(reached.told).toEqual(plain.told);
  });

  test('with a byte-order mark and mixed line ends', async () => {
    const plain = await read(format, inMemory(feeCsv(rows)), trial);
    const mixed = feeCsv(rows).split('\r\n').join('\n').replace('\n', '\r\n');
    const reached = await read(format, inMemory(`\ufeff${mixed}`), trial);
    expect(reached.told).toEqual(plain.told);
  });

  test('in CP1252, which is told apart from UTF-8', async () => {
    const bytes = Buffer.from(feeCsv(rows).replace('Public text', 'Public\u0092s text'), 'latin1');
    await expect(read(format, inMemory(bytes), trial)).rejects.toThrow(NotUtf8);
    const { entities } = await read(format, inMemory(bytes, { encoding: 'windows-1252' }), trial);
    expect(entities.map(({ row }) => row.label)).toContain('Public’s text of a code');
  });
});

describe('what was not expected stops the reading with file, line and column', () => {
  const csv = feeCsv(rows);
  const line = csv.split('\r\n').find((text) => text.startsWith('77080,26')) ?? '';
  test.each([
    [
      'a column that was put in',
      csv.replace('BASE,FACTOR', 'NEW,BASE,FACTOR'),
      /synthetic.txt:5: This heading has 32 columns that are not those of a layout that is known/,
    ],
    ['no heading at all', csv.replace('HCPCS,MOD', 'CODE,MOD'), /There is no heading/],
    [
      'a row that is cut short',
      csv.slice(0, csv.indexOf('0554T') + 30),
      /synthetic.txt:10: This row has \d+ cells where the heading has 31/,
    ],
    ['a row twice', `${csv}${line}\r\n`, /synthetic.txt:12: 77080 26 stands on line 7 already/],
    [
      'a status of two letters',
      csv.replace(line, line.replace(',A,', ',AB,')),
      /synthetic.txt:7: status: Expected one letter/,
    ],
    [
      'a flag that is none',
      csv.replace(line, line.replace('0.07,,', '0.07,X,')),
      /synthetic.txt:7: NON-FAC NA INDICATOR: Expected NA or nothing, got "X"/,
    ],
    [
      'a number that is none',
      csv.replace(line, line.replace('0.20', 'O.20')),
      /synthetic.txt:7: WORK RVU: Expected a number/,
    ],
    [
      'an RVU with three places',
      csv.replace(line, line.replace('0.20', '0.205')),
      /synthetic.txt:7: WORK RVU: Expected a number with at most 2 decimal places/,
    ],
    [
      'nothing where a paid row has its RVUs',
      csv.replace(line, line.replace('0.20', '')),
      /synthetic.txt:7: WORK RVU: Nothing stands here/,
    ],
    [
      'a factor that is none',
      csv.replace(line, line.replace('32.3465', '0.00')),
      /synthetic.txt:7: CONV FACTOR: Expected dollars per RVU/,
    ],
    [
      'a code that is none',
      csv.replace(line, line.replace('77080', '7708')),
      /synthetic.txt:7: code: "7708" is no billing code/,
    ],
    [
      'a modifier that is none',
      csv.replace(line, line.replace(',26,', ',2,')),
      /synthetic.txt:7: modifier: "2" is no modifier/,
    ],
    [
      'a quote that does not end',
      csv.replace('"synthetic, with a comma"', '"synthetic, with a comma'),
      /This is not CSV/,
    ],
    [
      'a fixed line that is cut short',
      feeText(rows).slice(0, -30),
      /synthetic.txt:8: This line has \d+ characters/,
    ],
    [
      'a fixed line without a factor',
      feeText(rows).replace('32.3465', '       '),
      /synthetic.txt:3: This line has 171 characters and no conversion factor near column 133/,
    ],
  ])('%s', async (_title, text, message) => {
    await expect(read(format, inMemory(text), trial)).rejects.toThrow(message);
  });
});

const real = excerpt('pfs_rvu/PPRRVU2025_Oct.excerpt.csv');
const twin = excerpt('pfs_rvu/PPRRVU2025_Oct.excerpt.txt');
const levelTwo = excerpt('pfs_rvu/PPRRVU2025_Oct.hcpcs-level2-only.csv');
const real2026 = excerpt('pfs_rvu/PPRRVU2026_Jul_nonQPP.excerpt.csv');

/** Reads a real file as the engine would. */
async function readReal(path: string) {
  const content = readFileSync(path, 'utf8');
  const name = path.slice(path.lastIndexOf('/') + 1);
  const { release, from, to } = format.recognise(sighting(content, name)) ?? {};
  if (!release || !from || !to) throw new Error(`${name} was not recognised.`);
  return read(format, inMemory(content, { name, chunk: 65_536 }), { release, from, to });
}
const fee = (reached: Reached, key: string) =>
  ofTable(reached, 'fee_schedule_entry').find((statement) => statement.key === key)?.values;

test.skipIf(!real || !twin)(
  'the real file of October 2025 and its twin of fixed width say the same of every row they share',
  async () => {
    const csv = await readReal(real ?? '');
    const text = await readReal(twin ?? '');
    expect(fee(csv, 'CPT:77092')).toMatchObject({
      release: 'RVU25D',
      workRvu: 20,
      practiceExpenseRvuNonFacility: 8,
      malpracticeRvu: 1,
      totalRvuNonFacility: 29,
      pcTcIndicator: '2',
      conversionFactor: 323_465,
      nonFacilityAmount: 938,
    });
    const amounts = ['77089', '77090', '77091', '77080'].map(
      (code) => fee(csv, `CPT:${code}`)?.nonFacilityAmount,
    );
    expect(amounts).toEqual([3_882, 291, 2_652, 3_817]);
    const shared = ofTable(text, 'fee_schedule_entry');
    expect(shared).toHaveLength(54);
    for (const { key, values } of shared) expect(fee(csv, key), key).toEqual(values);
  },
);

test.skipIf(!levelTwo)('the real HCPCS Level II rows are read whole', async () => {
  const reached = await readReal(levelTwo ?? '');
  const entries = ofTable(reached, 'fee_schedule_entry');
  expect(entries).toHaveLength(5_183);
  expect(fee(reached, 'HCPCS_LEVEL_II:G0438')).toMatchObject({ workRvu: 260, totalRvuNonFacility: 496 });
  expect(ofTable(reached, 'conversion_factor')).toMatchObject([{ values: { factor: 323_465 } }]);
});

test.skipIf(!real2026)(
  'the real file of July 2026 has a column more, and the factor of those who do not qualify',
  async () => {
    const reached = await readReal(real2026 ?? '');
    expect(ofTable(reached, 'conversion_factor')).toMatchObject([
      { key: 'NOT_QUALIFYING_APM', from: '2026-07-01', to: '2027-01-01', values: { factor: 334_009 } },
    ]);
    const amounts = ['77089', '77090', '77091', '77092', '77080'].map(
      (code) => fee(reached, `CPT:${code}`)?.nonFacilityAmount,
    );
    expect(amounts).toEqual([3_975, 301, 2_672, 1_002, 3_941]);
  },
);
