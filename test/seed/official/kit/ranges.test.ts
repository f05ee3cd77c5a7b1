/** Numbers that a column cannot have are refused with file, row, column and value. Everything here is synthetic. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mue } from '../../../../seed/official/edits/mue.ts';
import { clfs } from '../../../../seed/official/fees/clfs.ts';
import { gpci } from '../../../../seed/official/fees/gpci.ts';
import { oppsAddendumA } from '../../../../seed/official/fees/opps-addendum-a.ts';
import { oppsAddendumB } from '../../../../seed/official/fees/opps-addendum-b.ts';
import { oppscap } from '../../../../seed/official/fees/oppscap.ts';
import { dollars, factors, indices, numberIn, rvus, units } from '../../../../seed/official/kit/ranges.ts';
import { shareIn, unreadable } from '../../../../seed/official/prices/price.ts';
import { inMemory, read } from '../../kit/file-trial.ts';

test.each([
  ['an RVU', rvus, ['0.00', '999.99', ''], ['-0.01', '10000.00']],
  ['an index', indices, ['0.001', '1', '1.042', '9.999'], ['0', '-1.000', '10.000']],
  ['a conversion factor', factors, ['32.3465', '33.4009'], ['0', '9.9999', '-32.3465', '1000']],
  ['dollars', dollars, ['0', '$1,234.50', 'NA'], ['-1.00', '-0.01']],
  ['units', units, ['0', '1', '3600'], ['-1', '1000000']],
] as const)('%s', (_, range, possible, impossible) => {
  for (const cell of possible) expect(() => numberIn(cell, range), cell).not.toThrow();
  for (const cell of impossible) expect(() => numberIn(cell, range), cell).toThrow(JSON.stringify(cell));
});

describe('a file with a number that its column cannot have is refused', () => {
  test.each([
    [
      'a cap below zero',
      oppscap,
      'HCPCS,MOD,PROCSTAT,CARRIER,LOCALITY,FACILITY PRICE,NON-FACILTY PRICE\n77080,TC,A,10112,00,-126.90,126.90\n',
      'synthetic.txt:2: FACILITY PRICE: Expected dollars from 0.00',
      '"-126.90"',
    ],
    [
      'an index below zero',
      gpci,
      'synthetic\nMedicare Administrative Contractor (MAC),State,Locality Number,Locality Name,2026 PW GPCI (with 1.0 Floor),2026 PE GPCI,2026 MP GPCI\n10112,AL,00,ALABAMA,1.000,-0.869,0.575\n',
      'synthetic.txt:3: 2026 PE GPCI: Expected an index',
      '"-0.869"',
    ],
    [
      'a fee below zero',
      clfs,
      'YEAR,HCPCS,MOD,EFF_DATE,INDICATOR,RATE\n2026,80047,,20260101,N,-10.50\n',
      'synthetic.txt:2: RATE: Expected dollars',
      '"-10.50"',
    ],
    [
      'a copayment below zero',
      oppsAddendumB,
      'HCPCS Code,Short Descriptor,SI,APC,Relative Weight,Payment Rate,National Unadjusted Copayment,Minimum Unadjusted Copayment\n77080,,S,5522,1.2,100.00,-1.00,20.00\n',
      'synthetic.txt:2: National Unadjusted Copayment: Expected an amount',
      '"-1.00"',
    ],
    ...(
      [
        ['Relative Weight', '-0.9874', 'an amount', '5521,synthetic,S,-0.9874,$88.91,,$17.79,20.000%'],
        ['Minimum Unadjusted Copayment', '-17.79', 'an amount', '5521,synthetic,S,1,$88.91,,-17.79,20.000%'],
        [
          'IRA Coinsurance percentage',
          '-20.000',
          'a percentage',
          '5521,synthetic,S,1,$88.91,,$17.79,-20.000%',
        ],
        [
          'IRA Coinsurance percentage',
          '120.000',
          'a percentage',
          '5521,synthetic,S,1,$88.91,,$17.79,120.000%',
        ],
      ] as const
    ).map(
      ([column, found, what, row]) =>
        [
          `of a group, ${column} of ${found}`,
          oppsAddendumA,
          `APC,Group Title,SI,Relative Weight,Payment Rate,National Unadjusted Copayment,Minimum Unadjusted Copayment,IRA Coinsurance percentage\n${row}\n`,
          `synthetic.txt:2: ${column}: Expected ${what}`,
          `"${found}"`,
        ] as const,
    ),
    [
      'units below zero',
      mue,
      'HCPCS/CPT Code,Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale\n77080,-1,2 Date of Service Edit: Policy,synthetic\n',
      'synthetic.txt:2: Practitioner Services MUE Values: Expected a whole number of units',
      '"-1"',
    ],
  ] as const)('%s', async (_, format, text, where, found) => {
    const failure = await read(format, inMemory(text)).catch((error: unknown) => String(error));
    expect(failure).toContain(where);
    expect(failure).toContain(found);
  });
});

test('a percentage over 1,000 is none; nine nines stand for no figure', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_000_00 }), (hundredths) => {
      const found = shareIn((hundredths / 100).toFixed(2));
      expect(found).toBe(hundredths <= 1_000_00 ? hundredths : unreadable);
    }),
  );
  expect(shareIn('23947.39%')).toBe(unreadable);
  expect(shareIn('999999999')).toBe(999_999_999_00);
});
