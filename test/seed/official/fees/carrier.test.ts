/** Carrier files are held against what the rows make of them, on synthetic rows and on the real revision file where it is at hand. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { feeAgreement } from '../../../../db/fees/compare-amounts.ts';
import type { WritableStore } from '../../../../db/kit/store.ts';
import {
  billingCode,
  conversionFactor,
  feeScheduleEntry,
  jurisdiction,
  localityIndex,
  modifier,
  payer,
} from '../../../../db/tables/index.ts';
import { carrier } from '../../../../seed/official/fees/carrier.ts';
import { gpci } from '../../../../seed/official/fees/gpci.ts';
import { add, emptyStore } from '../../../kit/synthetic.ts';
import { excerpt, inMemory, read, sighting } from '../../kit/file-trial.ts';

const all = { wants: () => true, skip: () => {} };
const asOf = { dateOfService: '2025-10-15', knownAt: '2026-01-01T00:00:00Z' };
const year = { validFrom: '2025-01-01', validTo: '2026-01-01' };

/** A row of a carrier file; every amount is synthetic. */
function line(
  code: string,
  modifierCode: string,
  amounts: readonly [string, string],
  caps?: readonly [string, string],
) {
  const money = (text: string) => text.padStart(10, '0');
  const cells = [
    '2025',
    '01182',
    '18',
    code,
    modifierCode.padEnd(2),
    money(amounts[0]),
    money(amounts[1]),
    ' ',
    '1',
    'A',
    '0',
  ];
  const therapy = [money('0.00'), money('0.00')];
  const cap = caps ? ['1', money(caps[0]), money(caps[1])] : ['9', money('0.00'), money('0.00')];
  return [...cells, ...therapy, ...cap].map((cell) => `"${cell}"`).join(',');
}
const text = (...lines: string[]) =>
  `${[...lines, '"TRL- SYNTHETIC NOTICE, OF ONE FIELD"'].join('\r\n')}\r\n`;

/** A store with a locality and a priced synthetic row. */
function store(): WritableStore {
  const made = emptyStore();
  add(made, payer, { id: 'Payer:medicare', slug: 'medicare' });
  add(made, billingCode, { id: 'BillingCode:CPT:77080', code: '77080' });
  add(made, billingCode, { id: 'BillingCode:CPT:0554T', code: '0554T' });
  add(made, modifier, { id: 'Modifier:HCPCS_MODIFIER:TC', code: 'TC' });
  add(made, jurisdiction, { id: 'Jurisdiction:01182-18', code: '01182-18' });
  add(made, localityIndex, {
    id: 'LocalityIndex:synthetic',
    jurisdictionId: 'Jurisdiction:01182-18',
    workGpci: 1_042,
    practiceExpenseGpci: 1_194,
    malpracticeGpci: 690,
    ...year,
  });
  add(made, conversionFactor, {
    id: 'ConversionFactor:synthetic',
    payerId: 'Payer:medicare',
    factor: 323_465,
    ...year,
  });
  add(made, feeScheduleEntry, {
    id: 'FeeScheduleEntry:synthetic',
    codeId: 'BillingCode:CPT:77080',
    statusCode: 'A',
    workRvu: 20,
    practiceExpenseRvuNonFacility: 96,
    practiceExpenseRvuFacility: 7,
    malpracticeRvu: 2,
    totalRvuNonFacility: 118,
    totalRvuFacility: 29,
    facilityNotApplicable: 1,
    oppsPeNonFacility: 50,
    oppsPeFacility: 50,
    oppsMalpractice: 1,
    conversionFactor: 323_465,
    ...year,
  });
  add(made, feeScheduleEntry, {
    id: 'FeeScheduleEntry:contractor',
    codeId: 'BillingCode:CPT:0554T',
    statusCode: 'C',
    conversionFactor: 323_465,
    ...year,
  });
  return made;
}
const agreement = (content: string) => feeAgreement(store(), carrier.rows(inMemory(content), all), asOf);

test('it is known by its sixteen quoted fields, and its name tells the quarter', () => {
  const content = text(line('77080', '', ['44.26', '9.89']));
  const to = '2026-01-01';
  expect(carrier.recognise(sighting(content, 'PFREV25C.txt'))).toEqual({
    release: 'PFREV25C',
    from: '2025-07-01',
    to,
  });
  expect(carrier.recognise(sighting(content, 'PFALL25.txt'))).toEqual({
    release: 'PFALL25',
    from: '2025-01-01',
    to,
  });
  expect(carrier.recognise(sighting('"2025","01182","18"\r\n'))).toBeUndefined();
});

describe('a row is held against the rows of its day', () => {
  test('and agrees when both amounts and the caps are those of the formula, flagged settings included', async () => {
    expect(await agreement(text(line('77080', '', ['44.26', '9.89'], ['26.28', '26.28'])))).toEqual({
      rows: 1,
      agree: 1,
      differ: 0,
      differences: [],
      notCompared: {},
    });
  });

  test('and what differs is told with its line, setting and both amounts', async () => {
    const found = await agreement(
      text(line('77080', '', ['44.26', '9.89']), line('77080', '', ['44.27', '9.89'], ['26.28', '26.29'])),
    );
    const where = {
      line: 2,
      codeId: 'BillingCode:CPT:77080',
      modifierId: null,
      jurisdictionId: 'Jurisdiction:01182-18',
    };
    expect(found).toMatchObject({ rows: 2, agree: 1, differ: 1 });
    expect(found.differences).toEqual([
      { ...where, setting: 'NON_FACILITY', of: 'amount', published: 4_427, workedOut: 4_426 },
      { ...where, setting: 'FACILITY', of: 'cap', published: 2_629, workedOut: 2_628 },
    ]);
  });

  test('and is counted apart, with the reason, where there is nothing to hold it against', async () => {
    const elsewhere = line('77080', '', ['1.00', '1.00']).replace('"18"', '"99"');
    const found = await agreement(
      text(line('77080', 'TC', ['1.00', '1.00']), elsewhere, line('0554T', '', ['1.00', '1.00'])),
    );
    expect(found).toEqual({
      rows: 3,
      agree: 0,
      differ: 0,
      differences: [],
      notCompared: {
        'no row of the fee schedule is loaded for that day': 1,
        'no index of the locality is loaded for that day': 1,
        'the row held is not paid by RVUs': 1,
      },
    });
  });

  test('and tells no more than the first hundred differences', async () => {
    const lines = Array.from({ length: 80 }, () => line('77080', '', ['1.00', '1.00']));
    const found = await agreement(text(...lines));
    expect(found.differ).toBe(80);
    expect(found.differences).toHaveLength(100);
  });
});

describe('what was not expected stops the reading', () => {
  const good = line('77080', '', ['44.26', '9.89']);
  test.each([
    ['a field less', good.replace('"A",', ''), 'synthetic.txt:1: This line is not 16 quoted fields'],
    [
      'an amount that is none',
      good.replace('0000044.26', '00000044.2'),
      'synthetic.txt:1: non-facility amount: Expected dollars and cents such as 39.26, got "00000044.2"',
    ],
    [
      'a code that is none',
      good.replace('77080', '7708'),
      'synthetic.txt:1: HCPCS: Expected five digits, the last of which may be A, F, M, T or U, or a letter and four digits, such as 77090, 0554T or G0130, got "7708"',
    ],
    ['a row cut short', good.slice(0, -20), 'synthetic.txt:1: This line is not 16 quoted fields'],
  ])('%s', async (_title, row, message) => {
    await expect(agreement(`${row}\r\n`)).rejects.toThrow(message);
  });
});

const revision = excerpt('pfs_rvu/PFREV25C.txt');
const indices = excerpt('pfs_rvu/GPCI2025.csv');
test.skipIf(!revision || !indices)(
  'all 109 amounts of the revision file of July 2025 are those of the formula, to the cent',
  async () => {
    const made = store();
    add(made, billingCode, { id: 'BillingCode:CPT:76145', code: '76145' });
    // The revised row is not in the excerpts: these are the only hundredths of an RVU that make the 109 amounts.
    const rvus = {
      workRvu: 0,
      practiceExpenseRvuNonFacility: 2_903,
      practiceExpenseRvuFacility: 2_903,
      malpracticeRvu: 51,
    };
    add(made, feeScheduleEntry, {
      id: 'FeeScheduleEntry:76145',
      codeId: 'BillingCode:CPT:76145',
      statusCode: 'A',
      ...rvus,
      totalRvuNonFacility: 2_954,
      totalRvuFacility: 2_954,
      facilityNotApplicable: 1,
      conversionFactor: 323_465,
      ...year,
    });
    const { entities, statements } = await read(gpci, inMemory(readFileSync(indices ?? '')), {
      from: '2025-01-01',
    });
    for (const { row } of entities)
      if (row.code !== '01182-18') add(made, jurisdiction, { id: String(row.id), code: String(row.code) });
    for (const { key, values } of statements) {
      const { jurisdictionId, workGpci, practiceExpenseGpci, malpracticeGpci } = values as Readonly<
        Record<string, number | string>
      >;
      if (key === '01182-18') continue;
      add(made, localityIndex, {
        id: `LocalityIndex:${key}`,
        ...{ jurisdictionId, workGpci, practiceExpenseGpci, malpracticeGpci },
        ...year,
      } as Parameters<typeof add>[2]);
    }
    const file = inMemory(readFileSync(revision ?? ''), { chunk: 65_536 });
    expect(await feeAgreement(made, carrier.rows(file, all), asOf)).toEqual({
      rows: 109,
      agree: 109,
      differ: 0,
      differences: [],
      notCompared: {},
    });
  },
);

describe('another release', () => {
  async function rowsOf(content: string, name: string) {
    const skipped: string[] = [];
    const rows = [];
    const reading = { wants: () => true, skip: (reason: string) => void skipped.push(reason) };
    for await (const row of carrier.rows(inMemory(content, { name }), reading)) rows.push(row);
    return { rows, skipped };
  }
  const quoted = text(line('77080', '', ['41.53', '41.53']), line('77080', 'TC', ['31.00', '31.00']));

  test('may do without quotes, in all of its fields', async () => {
    const bare = quoted.replaceAll('"', '').replaceAll(', ,1,', ',,1,');
    expect(carrier.recognise(sighting(bare, 'PFALL25A.csv'))).toMatchObject({ from: '2025-01-01' });
    expect(await rowsOf(bare, 'PFALL25A.csv')).toEqual(await rowsOf(quoted, 'PFALL25A.txt'));
    const mixed = quoted.replace('"01182"', '01182');
    expect(carrier.recognise(sighting(mixed.split('\r\n')[0] ?? '', 'PFALL25A.csv'))).toBeUndefined();
    await expect(rowsOf(mixed, 'PFALL25A.csv')).rejects.toThrow(/:1: This line is not 16 quoted fields/);
  });

  test('for qualifying APM participants is not compared with amounts for others', async () => {
    const later = quoted.replaceAll('"2025"', '"2026"');
    expect((await rowsOf(later, 'in/PFREV26C.zip/PFREV26C_nonQP.zip/PFREV26C.txt')).rows).toHaveLength(2);
    expect(await rowsOf(later, 'in/PFREV26C.zip/PFREV26C_QP.zip/PFREV26C.txt')).toEqual({
      rows: [],
      skipped: Array.from(
        { length: 2 },
        () => 'amount for qualifying APM participants, whose amounts are not stored',
      ),
    });
    expect((await rowsOf(quoted, 'PFALL25_QP.txt')).rows).toHaveLength(2);
  });
});
