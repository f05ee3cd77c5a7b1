/** The rules on what the payer says: diagnoses, frequency, coverage, prior authorization; and the day that cannot be judged yet. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byRule, check, claim } from './claims.ts';

type Line = Parameters<typeof claim>[0][number];

describe('DIAGNOSIS', () => {
  /** The seed has no release of ICD-10-CM of the day, which each known diagnosis is left open by. */
  const ofNoRelease = /can be billed by the ICD-10-CM of January 2021; no release .* for 2025-10-15/;
  const asked = (code: string, diagnoses: string[], head = {}) => {
    const { found, unjudged } = byRule('DIAGNOSIS', claim([{ code, diagnoses }], head));
    const left = unjudged.map(({ reason }) => reason);
    return {
      found,
      unread: left.filter((reason) => ofNoRelease.test(reason)).length,
      unjudged: left.filter((reason) => !ofNoRelease.test(reason)),
    };
  };

  test('finds a heading, which cannot stand on a claim, for any payer', () => {
    const { found } = asked('77092', ['M81'], { payerId: 'Payer:aetna' });
    expect(found).toMatchObject([{ severity: 'ERROR', because: ['DiagnosisCode:ICD_10_CM:M81'] }]);
    expect(asked('77092', ['M81.0']).found).toEqual([]);
  });

  test('finds M85.80, which Medicare took out for 77080, unless a supporting diagnosis stands beside it', () => {
    expect(asked('77080', ['M85.80']).found).toMatchObject([
      { severity: 'WARNING', because: [expect.stringMatching(/^DiagnosisSupport:.*M85\.80.*medicare/)] },
    ]);
    expect(asked('77080', ['M85.80', 'M85.811'])).toEqual({ found: [], unread: 2, unjudged: [] });
    expect(asked('77080', ['M85.80'], { payerId: 'Payer:aetna' }).found).toEqual([]);
    expect(asked('77092', ['M85.80']).found).toEqual([]);
  });

  test('leaves no more open of a diagnosis that the policy lists than whether it could be billed on the day', () => {
    expect(asked('77080', ['M85.811'])).toEqual({ found: [], unread: 1, unjudged: [] });
  });

  test('finds a code of ICD-9-CM, and judges the other diagnoses of the line', () => {
    expect(asked('77080', ['733.01', 'M85.811'])).toMatchObject({
      found: [{ severity: 'ERROR', because: ['BillingRule:billing/icd-10-since-2015'] }],
      unread: 1,
      unjudged: [],
    });
  });

  test.each<[string, string, string[], RegExp]>([
    ['a line without diagnoses', '77080', [], /no diagnosis/],
    ['a diagnosis that is not held', '77080', ['M85.811', 'Z99.99'], /Z99\.99 is not among/],
    ['a diagnosis outside the part of the list that was read', '77080', ['M81.0'], /rest of the list/],
    ['a code of which no list was read', '77092', ['M81.0'], /No list of diagnoses/],
  ])('cannot judge %s', (_title, code, diagnoses, reason) => {
    expect(asked(code, diagnoses)).toMatchObject({
      found: [],
      unjudged: [expect.stringMatching(reason)],
    });
  });
});

describe('FREQUENCY', () => {
  const asked = (line: Partial<Line>, head = {}) =>
    byRule('FREQUENCY', claim([{ code: '77080', ...line }], head));
  const dayOf = (month: number, day: number) =>
    `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

  test('counts full months between the two months: any days of months that are 24 apart pass, of nearer ones do not', () => {
    const date = fc.integer({ min: 1, max: 28 });
    const start = fc.integer({ min: 2010 * 12, max: 2022 * 12 });
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 40 }), date, date, (month, apart, first, second) => {
        const line = { lastServiceOn: dayOf(month, first), dateOfService: dayOf(month + apart, second) };
        const { found, unjudged } = asked(line);
        expect([found.length, unjudged]).toEqual([apart >= 24 ? 0 : 1, []]);
        if (found[0]) expect(found[0].message).toContain(`${apart - 1} full months`);
      }),
    );
  });

  test('warns and cites the manual, since medical necessity may allow an earlier repeat', () => {
    const { found } = asked({ lastServiceOn: '2024-10-15' });
    expect(found).toMatchObject([
      {
        severity: 'WARNING',
        message: expect.stringMatching(/asks for 23: Once every 2 years.* \/ Sooner if medically necessary/),
        fix: expect.stringContaining('necessity'),
      },
    ]);
    expect(found[0]?.because.every((id) => id.startsWith('CoverageCriterion:medicare/'))).toBe(true);
  });

  test.each<[string, Partial<Line>, object, RegExp]>([
    ['without the last service', {}, {}, /does not say when/],
    ['when the last service is not before this one', { lastServiceOn: '2025-10-15' }, {}, /not before/],
    [
      'by a criterion that gives no interval',
      { lastServiceOn: '2024-10-15' },
      { payerId: 'Payer:aetna' },
      /gives no interval that can be counted.*once every 2 years/,
    ],
    [
      'by what a contractor of Medicare was asked to allow',
      { lastServiceOn: '2024-10-15' },
      { payerId: 'Payer:mac-palmetto' },
      /gives no interval/,
    ],
    [
      'for a code that no rule names',
      { code: '77092', lastServiceOn: '2024-10-15' },
      {},
      /No frequency rule/,
    ],
  ])('cannot judge %s', (_title, line, head, reason) => {
    expect(asked(line, head)).toEqual({
      found: [],
      unjudged: [expect.objectContaining({ reason: expect.stringMatching(reason) })],
    });
  });

  test('has nothing to say where neither a rule nor a last service is there', () => {
    expect(asked({ code: '77092' })).toEqual({ found: [], unjudged: [] });
  });
});

describe('COVERAGE', () => {
  const asked = (
    code: string,
    payer: string,
    lineOfBusiness: 'COMMERCIAL' | 'MEDICARE_ADVANTAGE' | null = null,
  ) =>
    byRule(
      'COVERAGE',
      claim([{ code, dateOfService: '2026-11-01' }], { payerId: `Payer:${payer}`, lineOfBusiness }),
    );

  test('finds what the policy does not cover, and cites its statement', () => {
    expect(asked('77086', 'bcbsal', 'COMMERCIAL')).toMatchObject({
      found: [{ severity: 'ERROR', because: ['CoverageStatement:CPT:77086/bcbsal/COMMERCIAL/mp-202/2024'] }],
      unjudged: [],
    });
  });

  test('tells the conditions of what is covered under conditions, which is no verdict against the claim', () => {
    expect(asked('77092', 'aetna', 'COMMERCIAL').found).toMatchObject([
      { severity: 'INFO', because: [expect.stringMatching(/^CoverageStatement:/)] },
    ]);
  });

  test('warns where statements of one rank differ, and cites all of them', () => {
    const { found } = asked('0554T', 'medicare');
    expect(found).toMatchObject([{ severity: 'WARNING' }]);
    expect(found[0]?.because.length).toBeGreaterThan(1);
  });

  test('reads the line of business: one payer covers 77086 in one of them and not in the other', () => {
    expect(asked('77086', 'bcbsri', 'MEDICARE_ADVANTAGE')).toEqual({ found: [], unjudged: [] });
    expect(asked('77086', 'bcbsri', 'COMMERCIAL').found).toMatchObject([{ severity: 'ERROR' }]);
    expect(asked('77086', 'bcbsri')).toMatchObject({
      found: [],
      unjudged: [{ reason: expect.stringMatching(/several: commercial, Medicare Advantage/) }],
    });
  });

  test('never makes a denial of what is not known', () => {
    expect(asked('77092', 'cigna', 'COMMERCIAL')).toMatchObject({
      found: [],
      unjudged: [
        {
          reason: expect.stringMatching(
            /^Whether Cigna Healthcare covers 77092 is not known: nothing .*nearest day/,
          ),
        },
      ],
    });
    expect(byRule('COVERAGE', claim([{ code: '77092' }], { payerId: null })).unjudged).toHaveLength(1);
    expect(byRule('COVERAGE', claim([{ code: '99999' }])).unjudged).toHaveLength(1);
  });
});

describe('PRIOR_AUTHORIZATION', () => {
  const asked = (payerId: string | null, lineOfBusiness: 'COMMERCIAL' | 'MEDICARE_ADVANTAGE' | null) =>
    byRule(
      'PRIOR_AUTHORIZATION',
      claim([{ code: '77080', dateOfService: '2026-11-01' }], { payerId, lineOfBusiness }),
    );

  test.each([
    ['Payer:qualchoice', 'COMMERCIAL'],
    ['Payer:aetna', 'COMMERCIAL'],
  ] as const)('tells what %s says where it depends', (payer, line) => {
    expect(asked(payer, line).found).toMatchObject([
      { severity: 'INFO', because: [expect.stringMatching(/^PriorAuthorizationStatement:/)] },
    ]);
  });

  test('has nothing to say where none is needed', () => {
    expect(asked('Payer:wellcare', 'MEDICARE_ADVANTAGE')).toEqual({ found: [], unjudged: [] });
  });

  test('cannot judge from a statement that was deprecated', () => {
    expect(asked('Payer:oxford', 'MEDICARE_ADVANTAGE')).toMatchObject({
      found: [],
      unjudged: [{ reason: expect.stringContaining('nobody has looked yet') }],
    });
  });

  test('cannot judge where the source leaves it open, nothing is held, or no payer is named', () => {
    for (const [payer, line] of [
      ['Payer:medicare', null],
      ['Payer:cigna', 'COMMERCIAL'],
      [null, null],
    ] as const) {
      expect(asked(payer, line)).toMatchObject({ found: [], unjudged: [{ line: 0 }] });
    }
  });
});

describe('DATE_OF_SERVICE', () => {
  const asked = (dateOfService: string) =>
    byRule('DATE_OF_SERVICE', claim([{ code: '77080', dateOfService }]));

  test('cannot judge a day after today, and judges today', () => {
    expect(asked('2026-11-24')).toEqual({ found: [], unjudged: [] });
    expect(asked('2026-11-25')).toMatchObject({ found: [], unjudged: [{ line: 0 }] });
    const future = claim([{ code: '77080', dateOfService: '2027-01-01' }]);
    expect(check(future).verdict).not.toBe('NO_FINDINGS');
  });
});
