/** Modifiers and codes as price files write them, in synthetic cells. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeCell, codeCells, isDentalCell } from '../../../../seed/official/kit/code-cell.ts';
import { isLoadedSystem } from '../../../../seed/official/kit/code-system.ts';
import { modifierCell, readModifiers } from '../../../../seed/official/kit/modifier-cell.ts';
import { revenueCodesIn } from '../../../../seed/official/kit/revenue-codes.ts';

describe('the modifiers of a price', () => {
  test.each([
    [['26,59']],
    [['26|59']],
    [['26 59']],
    [['59', '26']],
    ['26;59'],
    ['26/59'],
    ['26-59'],
    ['2659'],
    ['["26","59"]'],
    [[' 26\u00a0', '５９']],
    [['26', '26', null, '59']],
    ['26 and 59'],
    ['26 & 59'],
    ['26+59'],
    [['26.0', 59]],
  ])('are the same set however they are written: %j', (cell) => {
    expect(modifierCell(cell)).toEqual({ modifiers: ['26', '59'], none: [], unread: [] });
  });

  test('are the same whatever separates them and in any case', () => {
    const modifier = fc.constantFrom('26', 'TC', '59', 'LT', 'X1', '50');
    const separator = fc.constantFrom(',', ';', '|', ' ', '\u00a0', ' , ', '/');
    fc.assert(
      fc.property(fc.array(modifier, { minLength: 1, maxLength: 4 }), separator, (all, between) => {
        const expected = [...new Set(all)].sort();
        expect(modifierCell(all.join(between)).modifiers).toEqual(expected);
        expect(modifierCell([all.join(between).toLowerCase()]).modifiers).toEqual(expected);
      }),
    );
  });

  test.each(['NONE', 'n/a', 'N.A.', '0', '00', 'null', 'No modifier'])(
    'are none where the file says %s, which is counted',
    (cell) => {
      const { modifiers, none, unread } = modifierCell(cell);
      expect([modifiers, none.length, unread]).toEqual([[], 1, []]);
    },
  );

  test.each(['0972', '2026', 'PROF', '5', '26TC', 'OR'])(
    'are not made of %s: its words are kept and counted',
    (cell) => {
      const reasons: string[] = [];
      const read = readModifiers(['59', cell], undefined, (reason) => void reasons.push(reason));
      expect(read).toEqual({ modifiers: null, words: `modifier 59, ${cell}` });
      expect(reasons).toHaveLength(1);
    },
  );

  test('are nothing in an empty cell, and join those behind the code', () => {
    const skip = expect.unreachable;
    for (const cell of ['', ' ', '-', null, undefined, []])
      expect(readModifiers(cell, ['TC', '26'], skip)).toEqual({ modifiers: ['26', 'TC'], words: null });
  });
});

describe('a code', () => {
  test.each([
    ['CPT 77080', '77080', []],
    ['CPT® 77080', '77080', []],
    ['cpt™77080', '77080', []],
    ['CPT-4 43239', '43239', []],
    ['CPT 43239', '43239', []],
    ['CPT Code: 77080', '77080', []],
    ['HCPCS G0130', 'G0130', []],
    ['HCPCS Level II G0130', 'G0130', []],
    ['77080-26', '77080', ['26']],
    ['77080 26 59', '77080', ['26', '59']],
    ['77080TC', '77080', ['TC']],
    ['g0130-tc', 'G0130', ['TC']],
    ['７７０８０', '77080', []],
    ['0554T', '0554T', []],
    ['HCPCS/CPT 77080', '77080', []],
    ['77080 (CPT®)', '77080', []],
    ['(77080)', '77080', []],
    ['="77080"', '77080', []],
    ["'77080", '77080', []],
    ['77080*', '77080', []],
    ['77080.0', '77080', []],
    ['77080_26', '77080', ['26']],
    ['77080:26', '77080', ['26']],
    ['77080/26', '77080', ['26']],
    ['77080|TC', '77080', ['TC']],
    ['77080 (26)', '77080', ['26']],
    ['77080 mod 26', '77080', ['26']],
    ['77080-26,59', '77080', ['26', '59']],
    ['77080 - 00', '77080', []],
  ])('is read with its system before it and a modifier behind it: %s', (cell, code, modifiers) => {
    expect(codeCell(cell)).toEqual({ code, modifiers });
  });

  test.each([
    '77089OH',
    '7708026',
    '77080-1',
    '77080-77081',
    '77080-2659',
    '77080 or 26',
    '77080.26',
    '077080',
    '0320',
    'CPT',
    '',
  ])('is not made of %j', (cell) => {
    expect(codeCell(cell)).toBeUndefined();
  });

  test('is one of several in a cell, unless one of them is none', () => {
    const codes = (cell: string) => codeCells(cell).map(({ code }) => code);
    for (const cell of ['77080; 77081', '77080,77081', 'CPT 77080 | CPT 77081', '77080/77081'])
      expect(codes(cell)).toEqual(['77080', '77081']);
    expect(codes('77080; see contract')).toEqual([]);
  });

  test('of dentistry is one under any name, and a type may be called a code', () => {
    expect(['D0120', 'HCPCS D0120', ' d0120 '].every(isDentalCell)).toBe(true);
    expect(isDentalCell('77080')).toBe(false);
    const names = ['CPT Code', 'CPT®', 'HCPCS Codes', 'HCPCS Level II', 'HCPCS Level 2', 'CPT (Level I)'];
    const both = ['CPT-4/HCPCS', 'HCPCS/CPT', 'CPT or HCPCS', 'CPT/HCPC Codes'];
    expect([...names, ...both].filter((name) => !isLoadedSystem(name))).toEqual([]);
    expect(['CDM', 'LOCAL', 'RC', 'Code', 'CPT/CDM', ''].some(isLoadedSystem)).toBe(false);
  });
});

describe('a revenue code', () => {
  const read = (code: string, type = 'RC') => revenueCodesIn([{ code, type }]);

  test.each(['320', '0320', '320.0', 'RC 320', 'REV: 0320', 'Rev Code 0320', '0320 - CT', '320;0320'])(
    'is read with its name before it or its words behind it: %s',
    (cell) => {
      expect(read(cell)).toEqual({ revenueCodes: ['0320'], unread: [] });
    },
  );

  test.each(['RC', 'rev', 'Revenue Code', 'REV_CODE', 'revenue_codes', 'UB-RC', 'NUBC'])(
    'is called %s',
    (type) => {
      expect(read('0972', type).revenueCodes).toEqual(['0972']);
    },
  );

  test('is one of several in a cell, and kept in its words where it is of another form', () => {
    expect(read('0320 0972|450').revenueCodes).toEqual(['0320', '0450', '0972']);
    expect(read('032X')).toEqual({ revenueCodes: [], unread: ['032X'] });
    for (const type of ['CDM', '', 'code', 'LOCAL', 'MS-DRG'])
      expect(read('0320', type)).toEqual({ revenueCodes: [], unread: [] });
  });
});
