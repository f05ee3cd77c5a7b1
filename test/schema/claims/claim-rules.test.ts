/** The rules on how a line is written: code, modifiers, other lines of the day. Each with what it finds and what it lets pass. */

import { describe, expect, test } from 'vitest';
import { byRule, claim } from './claims.ts';

const institutional = { claimForm: 'INSTITUTIONAL_837I_UB04' } as const;
const aetna = { payerId: 'Payer:aetna' };

describe('CODE_VALIDITY', () => {
  const asked = (code: string, dateOfService: string) =>
    byRule('CODE_VALIDITY', claim([{ code, dateOfService }]));

  test('finds 77090 in 2021, the year before it began, and names the release', () => {
    const { found } = asked('77090', '2021-12-31');
    expect(found).toMatchObject([{ severity: 'ERROR', because: [expect.stringContaining('77090')] }]);
    expect(found[0]?.message).toMatch(/not valid on 2021-12-31.*data version test.*from 2022-01-01/);
    expect(asked('77090', '2022-01-01')).toEqual({ found: [], unjudged: [] });
  });

  test('says of a deleted code when it was valid, and not that it is valid since it was deleted', () => {
    expect(asked('0508T', '2023-12-31').found).toEqual([]);
    const { found } = asked('0508T', '2024-01-01');
    expect(found[0]?.message).toMatch(/valid from 2018-07-01 to 2024-01-01\.$/);
  });

  test('cannot judge a code that the release does not hold, and names the release', () => {
    const { found, unjudged } = asked('99999', '2025-10-15');
    expect([found, unjudged]).toEqual([
      [],
      [expect.objectContaining({ reason: expect.stringContaining('data version test') })],
    ]);
  });
});

describe('MODIFIER_VS_PCTC_INDICATOR', () => {
  const asked = (code: string, modifier: string, dateOfService = '2025-10-15') =>
    byRule('MODIFIER_VS_PCTC_INDICATOR', claim([{ code, modifiers: [modifier], dateOfService }]));

  test.each([
    ['77090', 'TC', 3],
    ['77092', '26', 2],
    ['77089', '26', 4],
    ['0554T', 'TC', 0],
  ])('finds %s-%s: the indicator is %i', (code, modifier, indicator) => {
    const { found } = asked(code, modifier);
    expect(found).toMatchObject([
      { severity: 'ERROR', because: expect.arrayContaining([expect.stringContaining(code)]) },
    ]);
    expect(found[0]?.message).toContain(`indicator ${indicator}`);
  });

  test('lets 26 and TC stand on a code that splits by modifier, and other modifiers on any', () => {
    for (const modifier of ['26', 'TC']) expect(asked('77080', modifier).found).toEqual([]);
    expect(asked('77090', '59')).toEqual({ found: [], unjudged: [] });
  });

  test('cannot judge where no indicator holds on the day', () => {
    expect(asked('77090', 'TC', '2021-06-01')).toMatchObject({ found: [], unjudged: [{ line: 0 }] });
  });
});

describe('MISSING_COMPONENT_MODIFIER', () => {
  const asked = (line: object, head = {}) =>
    byRule('MISSING_COMPONENT_MODIFIER', claim([{ code: '77080', placeOfService: '22', ...line }], head))
      .found;

  test('finds 77080 without 26 in an outpatient hospital', () => {
    expect(asked({})).toMatchObject([{ severity: 'WARNING', fix: expect.stringContaining('26') }]);
    expect(asked({})[0]?.because).toContain('PlaceOfService:22');
  });

  test.each<[string, object, object?]>([
    ['with 26', { modifiers: ['26'] }],
    ['with TC', { modifiers: ['TC'] }],
    ['in an office', { placeOfService: '11' }],
    ['without a place', { placeOfService: null }],
    ['on the claim of the hospital', {}, institutional],
    ['for a code that names its component', { code: '77092' }],
  ])('finds nothing %s', (_title, line, head) => {
    expect(asked(line, head)).toEqual([]);
  });
});

describe('CODE_PAIR_EDIT', () => {
  const asked = (lines: Parameters<typeof claim>[0], head = {}) =>
    byRule('CODE_PAIR_EDIT', claim(lines, head));

  test('stands on the line of column 2, which is denied, whichever is written first', () => {
    for (const codes of [['77089', '77092'] as const, ['77092', '77089'] as const]) {
      const { found } = asked(codes.map((code) => ({ code })));
      expect(found).toMatchObject([{ line: codes.indexOf('77089' as never), severity: 'ERROR' }]);
      expect(found[0]?.message).toMatch(/77092 \(column 1\) with 77089 \(column 2\) denies 77089/);
    }
  });

  test('is not let through by a modifier where the indicator is 0', () => {
    expect(asked([{ code: '77089', modifiers: ['59'] }, { code: '77092' }]).found).toHaveLength(1);
  });

  test('is let through by any NCCI modifier on either line where the indicator is 1', () => {
    expect(asked([{ code: '77085' }, { code: '77081' }]).found).toMatchObject([{ line: 1 }]);
    for (const modifier of ['59', 'XU', '25', 'RT']) {
      expect(asked([{ code: '77085' }, { code: '77081', modifiers: [modifier] }]).found).toEqual([]);
      expect(asked([{ code: '77085', modifiers: [modifier] }, { code: '77081' }]).found).toEqual([]);
    }
    expect(asked([{ code: '77085' }, { code: '77081', modifiers: ['26'] }]).found).toHaveLength(1);
  });

  test('asks for the same day, and for an edit that holds on it', () => {
    const later = { code: '77092', dateOfService: '2025-10-16' };
    expect(asked([{ code: '77089' }, later])).toEqual({ found: [], unjudged: [] });
    const both = (dateOfService: string) =>
      asked([
        { code: '77080', dateOfService },
        { code: '77081', dateOfService },
      ]).found.map(({ line }) => line);
    expect([both('2019-06-30').includes(0), both('2019-07-01').includes(0)]).toEqual([true, false]);
  });

  test('cannot judge for a payer other than Medicare', () => {
    expect(asked([{ code: '77089' }, { code: '77092' }], aetna)).toMatchObject({
      found: [],
      unjudged: [{ line: 0 }, { line: 1 }],
    });
  });
});

describe('GLOBAL_AND_COMPONENT', () => {
  const asked = (...codes: string[]) =>
    byRule('GLOBAL_AND_COMPONENT', claim(codes.map((code) => ({ code }))));

  test('finds the whole service beside each of its parts, once a part, with the indicators of both', () => {
    const { found } = asked('77089', '77091', '77092', '77091');
    expect(found.map(({ line, because }) => [line, because.length])).toEqual([
      [0, 2],
      [0, 2],
    ]);
    expect(found.map(({ message }) => message.slice(-17))).toEqual(
      ['77091 is a part.', '77092 is a part.'].map((end) => expect.stringContaining(end)),
    );
  });

  test('lets the parts stand together, and the whole beside another service', () => {
    expect(asked('77090', '77091', '77092').found).toEqual([]);
    expect(asked('77089', '77080').found).toEqual([]);
  });
});
