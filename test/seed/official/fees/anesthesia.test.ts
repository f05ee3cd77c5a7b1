/** The anaesthesia fee schedule, on synthetic files in its layouts and on the real files where they are at hand. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { asUtf8 } from '../../../../seed/load/files/utf16.ts';
import { anesthesiaUnits } from '../../../../seed/official/fees/anesthesia-base-units.ts';
import { anesthesiaFactors as format } from '../../../../seed/official/fees/anesthesia-factors.ts';
import { excerpt, inMemory, read, sighting } from '../../kit/file-trial.ts';

const heading = 'Contractor,Locality,Locality Name,National Anes CF of 20.1234';
/** Localities are real, factors synthetic. */
const rows = ['10112 ,00 ,ALABAMA,19.01 ', '2102,1,ALASKA*,27.02 ', ',,,'];
const text = (lines: readonly string[], above = heading) => `${above}\r\n${lines.join('\r\n')}\r\n`;
const fixed = `${'10112       00    ALABAMA'.padEnd(73)}1901\r\n${'02102       01    ALASKA'.padEnd(73)}2702\r\n\u001a`;
const trial = { from: '2025-01-01', to: '2026-01-01' };

const values = ({ statements }: Awaited<ReturnType<typeof read>>) =>
  Object.fromEntries(statements.map((each) => [each.key, each.values.factor]));

describe('a file of factors', () => {
  test.each([
    ['ANES2025.csv', undefined, '2025'],
    ['ANES25.csv', undefined, '2025'],
    ['ANES.csv', 'in/RVU24D.zip', '2024'],
    ['ANES2026_nonQPP.csv', undefined, '2026'],
  ])('%s in %s is of %s', (name, within, year) => {
    const seen = format.recognise({ ...sighting(text(rows), name), ...(within && { within }) });
    expect(seen).toEqual({ release: `ANES${year}`, from: `${year}-01-01`, to: `${Number(year) + 1}-01-01` });
  });

  test('from 2026 on tells whose factors they are, or is not read', () => {
    expect(format.recognise(sighting(text(rows), 'ANES2026_QPP.csv'))).toMatchObject({ part: 'QPP' });
    expect(format.recognise(sighting(text(rows), '2026 Anesthesia CF APM.csv'))).toMatchObject({
      part: 'QPP',
    });
    expect(format.recognise(sighting(text(rows), '2026 Anesthesia CF non-QP.csv'))).toMatchObject({
      part: undefined,
    });
    expect(format.recognise(sighting(text(rows), 'ANES2026.csv'))).toBeUndefined();
  });

  test('that names no year leaves it to the user, and one with another column is another file', () => {
    expect(format.recognise(sighting(text(rows), 'anesthesia.csv'))).toEqual({});
    const other = heading.replace('National Anes CF of 20.1234', 'PE GPCI');
    expect(format.recognise(sighting(text(rows, other), 'ANES2025.csv'))).toBeUndefined();
  });
});

describe('a row of factors', () => {
  const expected = { 'national/ALL': 201_234, '10112-00/ALL': 190_100, '02102-01/ALL': 270_200 };

  test('gives the locality with its zeros and the factor exactly; the heading gives the national one', async () => {
    const found = await read(format, inMemory(text(rows), { chunk: 1 }), trial);
    expect(values(found)).toEqual(expected);
    expect(found.statements.map(({ values }) => values.jurisdictionId)).toEqual([
      null,
      'Jurisdiction:10112-00',
      'Jurisdiction:02102-01',
    ]);
  });

  test('in text of fixed width says the same, without the national factor', async () => {
    expect(format.recognise(sighting(fixed, 'ANES2025.txt'))).toMatchObject({ release: 'ANES2025' });
    const { 'national/ALL': _, ...localities } = expected;
    expect(values(await read(format, inMemory(fixed), trial))).toEqual(localities);
  });

  test('with indices beside, under a heading of two lines that limits one of them, says so', async () => {
    const wide =
      'Synthetic CY 2025\t\t\t\t\t\r\nContractor\tLocality\tLocality Name\t"2025 Work GPCI\n*through 3/31/2025"\t2025 PE GPCI\tNational Anes CF of 20.1234\r\n10112 \t00 \tALABAMA\t1.000 \t0.869 \t19.01 \r\n';
    expect(format.recognise(sighting(wide, 'Anesthesia.txt'))).toMatchObject({ release: 'ANES2025' });
    const { statements } = await read(format, inMemory(wide), trial);
    expect(statements.map(({ envelope }) => envelope.note ?? null)).toEqual([
      null,
      'The heading gives the work index of the localities through 3/31/2025 only.',
    ]);
  });

  test.each<[string, string, RegExp]>([
    ['a locality twice', `${rows[0]}\r\n${rows[0]}`, /:3: 10112-00 stands on line 2 already/],
    ['no contractor', 'X,00,A,19.01', /:2: Contractor: .* is no number of a contractor/],
    ['no factor', '10112,00,A,', /Expected dollars per anaesthesia unit/],
    ['a factor that is none', '10112,00,A,1901', /Expected dollars per anaesthesia unit/],
  ])('is refused with line and column: %s', async (_title, line, message) => {
    await expect(read(format, inMemory(text([line])), trial)).rejects.toThrow(message);
  });
});

describe('base units', () => {
  const units = 'CODE\t2024\r\n\tBASE\r\n\tUNIT\r\n00100\t5\r\n01999\t0\r\n';

  test.each([
    ['three lines', units],
    ['one line', '"CPT Code","2024 Base Unit"\r\n00100,5\r\n01999,0\r\n'],
  ])('under a heading of %s are of its year, and go on until another file', async (_title, written) => {
    expect(anesthesiaUnits.recognise(sighting(written))).toEqual({
      ...{ release: 'Anaesthesia base units 2024', from: '2024-01-01' },
    });
    const { statements, skipped } = await read(anesthesiaUnits, inMemory(written), {
      from: '2024-01-01',
      codes: ['00100'],
    });
    expect(statements).toMatchObject([
      { key: 'CPT:00100', from: '2024-01-01', to: null, values: { baseUnits: 5, year: 2024 } },
    ]);
    expect(skipped).toEqual({ 'code not among those wanted': 1 });
  });

  test.each<[string, string, RegExp]>([
    ['twice', '00100\t5', /:6: 00100 stands on line 4 already/],
    ['that are no number', '00102\tfive', /:6: BASE UNIT: Expected base units as a whole number/],
    ['of no code', 'total\t5', /:6: CODE: .* is no billing code/],
  ])('are refused with their line: %s', async (_title, line, message) => {
    const written = `${units}${line}\r\n`;
    await expect(read(anesthesiaUnits, inMemory(written))).rejects.toThrow(message);
  });

  test('are not taken for those of another table', () => {
    expect(anesthesiaUnits.recognise(sighting('CODE\t2024\r\n00100\t5\r\n'))).toBeUndefined();
  });
});

describe('the real files', () => {
  const path = excerpt('whole/anesthesia/ANES2025.csv');
  const bytesOf = (name: string) => readFileSync(excerpt(name) ?? '');
  const wide = 'whole/anesthesia/Anesthesia CY 2025 locality adjusted CF_floor extension 23DEC24_Sheet 1.txt';

  test.skipIf(!path)('give 109 localities and the national factor, the same in the three forms', async () => {
    const csv = values(await read(format, inMemory(bytesOf('whole/anesthesia/ANES2025.csv')), trial));
    expect(Object.keys(csv)).toHaveLength(110);
    expect(csv).toMatchObject({ 'national/ALL': 203_178, '10112-00/ALL': 193_100, '02102-01/ALL': 278_600 });
    const utf16 = asUtf8(inMemory(bytesOf(wide)));
    expect(values(await read(format, utf16, trial))).toEqual(csv);
    const { 'national/ALL': _, ...localities } = csv;
    expect(values(await read(format, inMemory(bytesOf('pfs_rvu/ANES2025.txt')), trial))).toEqual(localities);
  });

  test.skipIf(!path)('give base units of 276 codes, none for 01999 alone', async () => {
    const file = inMemory(bytesOf('whole/anesthesia/CY_2022_Anesthesia_Base_Units_110921.txt'));
    const { statements } = await read(anesthesiaUnits, file, { from: '2022-01-01' });
    expect(statements).toHaveLength(276);
    expect(statements.filter(({ values }) => values.baseUnits === 0).map(({ key }) => key)).toEqual([
      'CPT:01999',
    ]);
    expect(statements.find(({ key }) => key === 'CPT:00100')?.values.baseUnits).toBe(5);
  });
});
