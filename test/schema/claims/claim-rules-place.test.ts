/** The rules on how much of a code is billed and where: units, place of service, outpatient status. */

import { describe, expect, test } from 'vitest';
import { byRule, claim } from './claims.ts';

const institutional = { claimForm: 'INSTITUTIONAL_837I_UB04' } as const;
const aetna = { payerId: 'Payer:aetna' };

describe('UNITS_OVER_LIMIT', () => {
  const asked = (lines: Parameters<typeof claim>[0], head = {}) =>
    byRule('UNITS_OVER_LIMIT', claim(lines, head));

  test('adds up the units of a day where the limit is one of the day', () => {
    expect(asked([{ code: '77080', units: 2 }]).found).toMatchObject([{ severity: 'ERROR' }]);
    expect(asked([{ code: '77080' }, { code: '77080' }]).found).toMatchObject([{ line: 0 }, { line: 1 }]);
    expect(asked([{ code: '77080' }, { code: '77080', dateOfService: '2025-10-16' }]).found).toEqual([]);
    expect(asked([{ code: '77080' }, { code: '77081' }]).found).toEqual([]);
  });

  test('reads the table of the kind of claim: 0554T takes one unit of a practitioner and none of a hospital', () => {
    expect(asked([{ code: '0554T' }]).found).toEqual([]);
    expect(asked([{ code: '0554T' }], institutional).found).toMatchObject([
      { fix: 'The table lets none be paid.' },
    ]);
  });

  test('cannot judge for another payer, or on a day of which no table was read', () => {
    expect(asked([{ code: '77080', units: 9 }], aetna)).toMatchObject({ found: [], unjudged: [{}] });
    expect(asked([{ code: '77080', units: 9, dateOfService: '2010-01-01' }])).toMatchObject({
      found: [],
      unjudged: [{}],
    });
  });
});

describe('PLACE_OF_SERVICE', () => {
  const asked = (line: Parameters<typeof claim>[0][number], head = {}) =>
    byRule('PLACE_OF_SERVICE', claim([line], head));

  test('finds 77090 in an outpatient hospital, where the fee schedule has it as not applicable', () => {
    const { found } = asked({ code: '77090', placeOfService: '22' });
    expect(found).toMatchObject([{ severity: 'ERROR' }]);
    expect(found[0]?.because).toContain('PlaceOfService:22');
    expect(asked({ code: '77090' })).toEqual({ found: [], unjudged: [] });
    expect(asked({ code: '77092', placeOfService: '22' })).toEqual({ found: [], unjudged: [] });
  });

  test('reads the row of the modifier: in a hospital 77080-26 passes, 77080 and 77080-TC do not', () => {
    const inHospital = (modifiers: string[]) =>
      asked({ code: '77080', placeOfService: '22', modifiers }).found.length;
    expect([inHospital(['26']), inHospital([]), inHospital(['TC'])]).toEqual([0, 1, 1]);
  });

  test('finds 77089 on the claim of a hospital, whose outpatient status is M; that of 77090 is S', () => {
    const dateOfService = '2026-11-01';
    expect(asked({ code: '77089', dateOfService }, institutional).found).toMatchObject([
      { severity: 'ERROR', because: [expect.stringContaining('OppsStatus:')] },
    ]);
    expect(asked({ code: '77090', dateOfService }, institutional)).toEqual({ found: [], unjudged: [] });
  });

  test.each<[string, Parameters<typeof claim>[0][number], object?]>([
    ['without a place', { code: '77090', placeOfService: null }],
    ['at a place that is not held', { code: '77090', placeOfService: '98' }],
    ['in a year of which no outpatient status was read', { code: '77089' }, institutional],
    [
      'in a facility on a day of which no row was read',
      { code: '77090', placeOfService: '22', dateOfService: '2026-03-01' },
    ],
    ['for another payer', { code: '77090' }, aetna],
  ])('cannot judge %s', (_title, line, head) => {
    expect(asked(line, head)).toMatchObject({ found: [], unjudged: [{ line: 0 }] });
  });
});
