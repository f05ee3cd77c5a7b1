/** Payment limits of Part B drugs, on a synthetic file in their layout and on the real file where it is at hand. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { drugPaymentLimits as format } from '../../../../seed/official/drugs/payment-limit.ts';
import { excerpt, inMemory, read, sighting } from '../../kit/file-trial.ts';

const heading =
  'HCPCS Code,Short Description,HCPCS Code Dosage,Payment Limit,Co-insurance Percentage,Vaccine AWP%,Vaccine Limit,Blood AWP%,Blood limit,Clotting Factor,Notes,';
const days = 'Effective April 1, 2026 through June 30, 2026';
/** Codes are real numbers; every amount is synthetic. */
const rows = [
  'J0897,synthetic,1 MG,"1,234.567",19.994,,,,,,Synthetic note,',
  '90371,synthetic,1 ML,1.200,0.000,95,1.200,,,,,',
  'P9041,synthetic,50 ML,5.003,20.000,,,95,5.003,1,,',
];
const text = (lines: readonly string[], above = days) =>
  `Synthetic payment limits,,\r\n,,\r\n"${above}",,\r\n${heading}\r\n${lines.join('\r\n')}\r\n`;
const trial = { release: 'ASP 2026-04', from: '2026-04-01', to: '2026-07-01' };

describe('a file', () => {
  test.each([
    [days, 'limits.csv', '2026-04-01', '2026-07-01', undefined],
    [
      'Effective October 1, 2025 - December 31, 2025',
      'a 091225.csv',
      '2025-10-01',
      '2026-01-01',
      '2025-09-12',
    ],
    ['synthetic', 'October 2025 Payment Limit File 123125.csv', '2025-10-01', '2026-01-01', '2025-12-31'],
    [
      'Effective February 30, 2026 through January 1, 2026',
      'July 2026.csv',
      '2026-02-01',
      '2026-04-01',
      undefined,
    ],
  ])('above which stands %s is of its quarter', (above, name, from, to, published) => {
    const seen = format.recognise(sighting(text(rows, above), name));
    expect(seen).toEqual({ release: `ASP ${from.slice(0, 7)}`, from, to, published });
  });

  test('that names no day leaves it to the user, and another table is another file', () => {
    expect(format.recognise(sighting(text(rows, ''), 'b.csv'))).toEqual({ published: undefined });
    expect(
      format.recognise(sighting('HCPCS Code,Short Description,Payment Limit\n', 'b.csv')),
    ).toBeUndefined();
  });
});

describe('a row', () => {
  test('gives limit, share, vaccine and blood limits exactly, for its quarter only, and never the description', async () => {
    for (const chunk of [1, 65_536]) {
      const { statements, told } = await read(format, inMemory(text(rows), { chunk }), trial);
      const none = {
        vaccineAwpPercentage: null,
        vaccineLimit: null,
        bloodAwpPercentage: null,
        bloodLimit: null,
      };
      expect(statements.map(({ values, from, to }) => ({ ...values, from, to }))).toMatchObject([
        {
          ...none,
          codeId: 'BillingCode:HCPCS_LEVEL_II:J0897',
          ...{ dosage: '1 MG', paymentLimit: 1_234_567, coinsurancePercentage: 19_994, clottingFactor: 0 },
          ...{ fileNote: 'Synthetic note', from: '2026-04-01', to: '2026-07-01' },
        },
        { paymentLimit: 1_200, coinsurancePercentage: 0, vaccineAwpPercentage: 95, vaccineLimit: 1_200 },
        { bloodAwpPercentage: 95, bloodLimit: 5_003, clottingFactor: 1, fileNote: null },
      ]);
      expect(JSON.stringify(told)).not.toContain('"synthetic"');
    }
  });

  test('without a limit, or with one of 0, has none: it is not free', async () => {
    const { statements } = await read(
      format,
      inMemory(text(['J0897,,1 MG,,,,,,,,,', 'J0898,,1 MG,0.000,,,,,,,,'])),
      trial,
    );
    expect(statements.map(({ values, envelope }) => [values.paymentLimit, envelope.unknownReason])).toEqual([
      [null, 'NOT_PRICED_UNDER_SCHEDULE'],
      [null, 'NOT_PRICED_UNDER_SCHEDULE'],
    ]);
  });

  test('of a code that is not wanted is left out and counted', async () => {
    const { statements, skipped } = await read(format, inMemory(text(rows)), { ...trial, codes: ['J0897'] });
    expect([statements.length, skipped]).toEqual([1, { 'code not among those wanted': 2 }]);
  });

  test.each<[string, string, RegExp]>([
    ['a code twice', `${rows[0]}\r\n${rows[0]}`, /:6: J0897 stands on line 5 already/],
    ['a limit below zero', 'J0897,,1 MG,-1.000,,,,,,,,', /:5: Payment Limit: .*below zero/],
    [
      'a limit finer than a tenth of a cent',
      'J0897,,1 MG,1.0004,,,,,,,,',
      /Payment Limit: Expected a number with at most 3/,
    ],
    [
      'a share over 100',
      'J0897,,1 MG,1.000,200.000,,,,,,,',
      /Co-insurance Percentage: Expected a percentage/,
    ],
    ['an unknown mark', 'J0897,,1 MG,1.000,,,,,,x,,', /Clotting Factor: Expected 1 or nothing/],
    ['no code', 'synthetic,J0897,1 MG,1.000,,,,,,,,', /:5: HCPCS Code: .* is no billing code/],
  ])('is refused with line and column: %s', async (_title, line, message) => {
    await expect(read(format, inMemory(text([line])), trial)).rejects.toThrow(message);
  });
});

describe('the real file', () => {
  const path = excerpt('whole/asp/January 2026 Medicare Part B Payment Limit File 121725.csv');

  test.skipIf(!path)('has 877 limits, of which 32 have no share and 37 are clotting factors', async () => {
    const bytes = readFileSync(path ?? '');
    const seen = format.recognise(
      sighting(bytes.toString('latin1'), 'January 2026 Medicare Part B Payment Limit File 121725.csv'),
    );
    expect(seen).toEqual({
      release: 'ASP 2026-01',
      from: '2026-01-01',
      to: '2026-04-01',
      published: '2025-12-17',
    });
    const { statements } = await read(
      format,
      inMemory(bytes, { chunk: 65_536, encoding: 'windows-1252' }),
      trial,
    );
    const values = statements.map((each) => each.values);
    expect(values).toHaveLength(877);
    expect(values.filter(({ coinsurancePercentage }) => coinsurancePercentage === 0)).toHaveLength(32);
    expect(values.filter(({ clottingFactor }) => clottingFactor === 1)).toHaveLength(37);
    expect(values.filter(({ vaccineLimit }) => vaccineLimit !== null)).toHaveLength(27);
    const of = (code: string) => values.find(({ codeId }) => String(codeId).endsWith(code));
    expect(of('Q9992')).toMatchObject({ paymentLimit: 1_998_533, dosage: 'Greater than 100 MG' });
    expect(of('90653')).toMatchObject({
      paymentLimit: 98_160,
      coinsurancePercentage: 0,
      vaccineLimit: 98_160,
    });
  });
});
