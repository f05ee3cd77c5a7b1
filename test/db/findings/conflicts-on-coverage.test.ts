/** The rules on modifiers and on coverage, on synthetic rows: what each finds, and what it leaves alone. */

import { describe, expect, test } from 'vitest';
import { coverage, modifierRule, pcTcIndicator } from '../../../db/tables/index.ts';
import { ids } from '../../kit/synthetic.ts';
import { conflicts, type TestRow, type TestRowValues } from './conflicting.ts';

describe('a modifier against the PC/TC indicator', () => {
  const listed = (modifierCode: string, values: TestRowValues = {}): TestRow => [
    modifierRule,
    'listed',
    { modifierId: `Modifier:CPT_MODIFIER:${modifierCode}`, effect: 'REPORTED_AS_COMMON', ...values },
  ];
  const indicated = (indicator: string, values: TestRowValues = {}): TestRow => [
    pcTcIndicator,
    'indicator',
    { indicator, validFrom: '2022-01-01', ...values },
  ];
  const ruledOut = [
    'PHYSICIAN_SERVICE_0',
    'PROFESSIONAL_COMPONENT_ONLY_2',
    'TECHNICAL_COMPONENT_ONLY_3',
    'GLOBAL_TEST_ONLY_4',
    'INCIDENT_TO_5',
  ];

  test.each(
    ruledOut.flatMap((indicator) => [
      [indicator, '26'],
      [indicator, 'TC'],
    ]),
  )(
    'is found where the indicator is %s and the modifier %s, and the indicator is preferred',
    (indicator, code) => {
      expect(conflicts(listed(code), indicated(indicator))).toEqual([
        {
          kind: 'MODIFIER_VS_PCTC_INDICATOR',
          resolution: 'RESOLVED_BY_AUTHORITY',
          preferred: 'indicator',
          members: 'listed indicator',
        },
      ]);
    },
  );

  test('is none where the indicator lets the code split', () =>
    expect(conflicts(listed('26'), indicated('DIAGNOSTIC_TEST_1'))).toEqual([]));
  test('is none for a modifier that names no component', () =>
    expect(conflicts(listed('59'), indicated('GLOBAL_TEST_ONLY_4'))).toEqual([]));
  test('is none where the source says that it cannot be used', () =>
    expect(conflicts(listed('26', { effect: 'NOT_ALLOWED' }), indicated('GLOBAL_TEST_ONLY_4'))).toEqual([]));
  test('is none where the two never hold on one day', () => {
    expect(conflicts(listed('26', { validTo: '2022-01-01' }), indicated('GLOBAL_TEST_ONLY_4'))).toEqual([]);
  });
});

describe('two statements on coverage', () => {
  const said = (id: string, covered: string | null, values: TestRowValues = {}): TestRow => [
    coverage,
    id,
    {
      covered,
      ...(covered ? {} : { valueState: 'UNKNOWN_VALUE', unknownReason: 'POLICY_SILENT_ON_CODE' }),
      ...values,
    },
  ];

  test('of one payer that differ on a day are a conflict that nothing decides', () => {
    expect(conflicts(said('a', 'COVERED'), said('b', 'NOT_COVERED'))).toEqual([
      { kind: 'COVERAGE_DISAGREEMENT', resolution: 'UNRESOLVED', preferred: null, members: 'a b' },
    ]);
  });

  test.each<[string, TestRow, TestRow]>([
    ['of two payers', said('a', 'COVERED'), said('b', 'NOT_COVERED', { payerId: ids.otherPayer })],
    [
      'of two lines of business',
      said('a', 'COVERED'),
      said('b', 'NOT_COVERED', { lineOfBusiness: 'MEDICAID' }),
    ],
    [
      'of which one follows the other',
      said('a', 'COVERED', { validTo: '2025-01-01' }),
      said('b', 'NOT_COVERED', { validFrom: '2025-01-01' }),
    ],
    ['of which one is preferred', said('a', 'COVERED', { rank: 'PREFERRED' }), said('b', 'NOT_COVERED')],
    [
      'of which one is deprecated',
      said('a', 'COVERED'),
      said('b', 'NOT_COVERED', { rank: 'DEPRECATED', rankReason: 'Synthetic.' }),
    ],
    [
      'of which one was corrected',
      said('a', 'COVERED'),
      said('b', 'NOT_COVERED', { recordedTo: '2024-01-01T00:00:00Z' }),
    ],
    ['of which one is silent', said('a', 'COVERED'), said('b', null)],
    ['that agree', said('a', 'COVERED'), said('b', 'COVERED')],
  ])('%s are none', (_which, a, b) => expect(conflicts(a, b)).toEqual([]));
});
