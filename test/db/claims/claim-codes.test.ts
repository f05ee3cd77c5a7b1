/** Rules on how a line is coded, each alone: what it finds, what it leaves open and what it lets pass. */

import { describe, expect, test } from 'vitest';
import { on } from '../../../db/claims/claim.ts';
import { codeValidity } from '../../../db/claims/code-validity.ts';
import { dateOfService } from '../../../db/claims/date-of-service.ts';
import { globalAndComponent } from '../../../db/claims/global-and-component.ts';
import { missingComponentModifier } from '../../../db/claims/missing-component-modifier.ts';
import { modifierVsPcTcIndicator } from '../../../db/claims/modifier-vs-pctc-indicator.ts';
import type { Row } from '../../../db/kit/table.ts';
import type * as t from '../../../db/tables/index.ts';
import { codes, found, judge, open, passed, row } from './claim-rule.ts';

test('of the rows that hold on a day the preferred come first, and else they stay as they were', () => {
  const preferred = { rank: 'PREFERRED' } as const;
  const rows = [
    row<typeof t.codeValidity>('a', {}),
    row<typeof t.codeValidity>('b', preferred),
    row<typeof t.codeValidity>('c', { ...preferred, validTo: '2025-06-01' }),
    row<typeof t.codeValidity>('d', {}),
    row<typeof t.codeValidity>('e', preferred),
    row<typeof t.codeValidity>('f', preferred),
  ];
  expect(on('2025-06-01', rows).map(({ id }) => id)).toEqual(['b', 'e', 'f', 'a', 'd']);
  expect(rows.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
});

describe('DATE_OF_SERVICE', () => {
  test('leaves a day after today open, and no other', () => {
    const on = (day: string) => judge(dateOfService, { line: { dateOfService: day } });
    expect(on('2025-06-30')).toEqual(passed);
    expect(on('2025-07-01')).toEqual(open('DATE_OF_SERVICE', /^2025-07-01 .* today \(2025-06-30\)/));
  });
});

describe('CODE_VALIDITY', () => {
  const known = new Map([[codes.own, row<typeof t.billingCode>(codes.own, {})]]);
  const valid = (values: Partial<Row<typeof t.codeValidity>>) =>
    row<typeof t.codeValidity>('CodeValidity:a', { codeStatus: 'ACTIVE', ...values });
  const on = (...validity: Row<typeof t.codeValidity>[]) =>
    judge(codeValidity, { evidence: { codes: known, validity } });

  test('leaves a code open that the release does not hold, whatever else it holds', () => {
    const evidence = { validity: [valid({})] };
    expect(judge(codeValidity, { evidence })).toEqual(
      open('CODE_VALIDITY', /^99999 is not .*release of the test/),
    );
  });

  test('leaves a code open of which nothing says when it was valid', () => {
    expect(on()).toEqual(open('CODE_VALIDITY', /99999 was valid \(release of the test\)/));
    expect(on(valid({ codeId: codes.other }))).toEqual(open('CODE_VALIDITY', /99999/));
  });

  test('lets a code pass that is active on the day, though another statement has it deleted', () => {
    expect(on(valid({}))).toEqual(passed);
    expect(on(valid({ codeStatus: 'DELETED' }), valid({}))).toEqual(passed);
  });

  test('finds a code that is not, and names every span in which it was', () => {
    const spans = [
      valid({ id: 'CodeValidity:a', validTo: '2020-01-01' }),
      valid({ id: 'CodeValidity:b', validFrom: '2022-01-01', validTo: '2025-06-01' }),
      valid({ id: 'CodeValidity:c', validFrom: '2025-06-02' }),
      valid({ id: 'CodeValidity:d', codeStatus: 'DELETED', validFrom: '2025-06-01' }),
    ];
    expect(on(...spans)).toEqual(
      found(
        'CODE_VALIDITY',
        'ERROR',
        /^99999 was not valid on 2025-06-01; .*release of the test.* from \? to 2020-01-01, 2022-01-01 to 2025-06-01, 2025-06-02 to a day not known\.$/,
        /valid on the date/,
        ['CodeValidity:a', 'CodeValidity:b', 'CodeValidity:c', 'CodeValidity:d'],
      ),
    );
  });

  test('says of a code that was only ever deleted that it was valid at no time', () => {
    expect(on(valid({ codeStatus: 'DELETED' }))).toEqual(
      found('CODE_VALIDITY', 'ERROR', /valid at no time\.$/, /./, ['CodeValidity:a']),
    );
  });

  test('leaves a modifier open that the release does not have, one by one', () => {
    const evidence = { codes: known, validity: [valid({})] };
    const { findings, notChecked } = judge(codeValidity, {
      line: { modifiers: ['26', 'Q9', 'Q8'] },
      evidence,
    });
    expect(findings).toEqual([]);
    expect(notChecked.map(({ rule, line, reason }) => [rule, line, reason.slice(0, 12)])).toEqual([
      ['CODE_VALIDITY', 3, 'Modifier Q9 '],
      ['CODE_VALIDITY', 3, 'Modifier Q8 '],
    ]);
  });

  test('finds a code that has the form of none where a source says which form codes have', () => {
    const form = row<typeof t.billingRule>('BillingRule:billing/form-of-a-code', {});
    const evidence = { billingRules: new Map([[form.id, form]]) };
    expect(judge(codeValidity, { line: { codeId: 'BillingCode:CPT:77080-26' }, evidence })).toEqual(
      found('CODE_VALIDITY', 'ERROR', /^77080-26 has the form of no billing code/, /code alone/, [form.id]),
    );
  });

  test('leaves a code open that has the form of none where no source does', () => {
    const codeId = 'BillingCode:CPT:77080-26';
    expect(judge(codeValidity, { line: { codeId }, evidence: { codes: known } })).toEqual(
      open('CODE_VALIDITY', /^77080-26 has the form of no billing code\. Expected five digits/),
    );
    const dental = 'BillingCode:HCPCS_LEVEL_II:D0120';
    expect(judge(codeValidity, { line: { codeId: dental } })).toEqual(
      open('CODE_VALIDITY', /^D0120 is not among/),
    );
  });

  test('finds each modifier of the line that had ended by the day', () => {
    const ended = (values: Partial<Row<typeof t.modifierValidity>>) =>
      row<typeof t.modifierValidity>('ModifierValidity:a', {
        modifierId: 'Modifier:HCPCS_MODIFIER:ZZ',
        codeStatus: 'DELETED',
        validFrom: '2025-06-01',
        ...values,
      });
    const evidence = (...modifierValidity: Row<typeof t.modifierValidity>[]) => ({
      codes: known,
      validity: [valid({})],
      modifierValidity,
    });
    const line = { modifiers: ['26', 'ZZ'] };
    expect(judge(codeValidity, { line, evidence: evidence(ended({})) })).toEqual(
      found('CODE_VALIDITY', 'ERROR', /^Modifier ZZ .* from 2025-06-01, before 2025-06-01/, /modifier/, [
        'ModifierValidity:a',
      ]),
    );
    expect(judge(codeValidity, { line, evidence: evidence(ended({ validFrom: null })) })).toEqual(
      found('CODE_VALIDITY', 'ERROR', /a day not known/, /./, ['ModifierValidity:a']),
    );
    for (const values of [
      { codeStatus: 'ACTIVE' },
      { validFrom: '2025-06-02' },
      { modifierId: 'Modifier:HCPCS_MODIFIER:YY' },
    ] as const)
      expect(judge(codeValidity, { line, evidence: evidence(ended(values)) })).toEqual(passed);
  });
});

const indicated = (indicator: Row<typeof t.pcTcIndicator>['indicator'], values = {}) =>
  row<typeof t.pcTcIndicator>('PcTcIndicatorStatement:a', { indicator, ...values });

describe('MODIFIER_VS_PCTC_INDICATOR', () => {
  const values = {
    6: 'LAB_INTERPRETATION_6',
    7: 'THERAPY_7',
    8: 'PHYSICIAN_INTERPRETATION_8',
    9: 'NOT_APPLICABLE_9',
  } as const;
  const pcTcOf = (value: keyof typeof values) => values[value];
  const on = (modifiers: readonly string[], indicator: Parameters<typeof indicated>[0], values = {}) =>
    judge(modifierVsPcTcIndicator, {
      line: { modifiers },
      evidence: { indicators: [indicated(indicator, values)] },
    });

  test.each([
    'PHYSICIAN_SERVICE_0',
    'PROFESSIONAL_COMPONENT_ONLY_2',
    'TECHNICAL_COMPONENT_ONLY_3',
    'GLOBAL_TEST_ONLY_4',
    'INCIDENT_TO_5',
  ] as const)('finds 26 and TC on %s', (indicator) => {
    for (const modifier of ['26', 'TC'])
      expect(on(['59', modifier], indicator)).toEqual(
        found(
          'MODIFIER_VS_PCTC_INDICATOR',
          'ERROR',
          new RegExp(`^99999 .* indicator ${indicator.slice(-1)}, .* modifier ${modifier} `),
          new RegExp(`Bill 99999 without ${modifier}`),
          ['PcTcIndicatorStatement:a', `Indicator:pctc/${indicator.slice(-1)}`],
        ),
      );
  });

  test.each([6, 8] as const)('finds TC alone where the indicator is %i', (value) => {
    const indicator = pcTcOf(value);
    expect(on(['TC'], indicator)).toEqual(
      found('MODIFIER_VS_PCTC_INDICATOR', 'ERROR', /modifier TC cannot be used\. Synthetic/, /without TC/, [
        'PcTcIndicatorStatement:a',
        `Indicator:pctc/${value}`,
      ]),
    );
  });

  test('lets the interpretation of a laboratory test have 26, and leaves it open where the meaning is silent', () => {
    expect(on(['26'], pcTcOf(6))).toEqual(passed);
    for (const [modifier, value] of [
      ['26', 8],
      ['26', 7],
      ['TC', 7],
    ] as const)
      expect(on([modifier], pcTcOf(value))).toEqual(
        open('MODIFIER_VS_PCTC_INDICATOR', new RegExp(`does not speak of modifier ${modifier}`)),
      );
  });

  test('warns of either where the concept does not apply', () => {
    for (const modifier of ['26', 'TC'])
      expect(on([modifier], pcTcOf(9))).toEqual(
        found('MODIFIER_VS_PCTC_INDICATOR', 'WARNING', /means nothing/, /without/, [
          'PcTcIndicatorStatement:a',
          'Indicator:pctc/9',
        ]),
      );
  });

  test('leaves it open where no source gives the meaning of the indicator', () => {
    const evidence = { indicators: [indicated('PHYSICIAN_SERVICE_0')], meanings: new Map() };
    expect(judge(modifierVsPcTcIndicator, { line: { modifiers: ['26'] }, evidence })).toEqual(
      open('MODIFIER_VS_PCTC_INDICATOR', /meaning of PC\/TC indicator 0/),
    );
  });

  test('lets them pass on a test that splits, and any other modifier on any code', () => {
    expect(on(['26', 'TC'], 'DIAGNOSTIC_TEST_1')).toEqual(passed);
    expect(on(['59'], 'PHYSICIAN_SERVICE_0')).toEqual(passed);
    expect(on([], 'PHYSICIAN_SERVICE_0')).toEqual(passed);
    expect(judge(modifierVsPcTcIndicator, {})).toEqual(passed);
  });

  test('leaves a code open of which no indicator holds on the day', () => {
    for (const values of [{ codeId: codes.other }, { validTo: '2025-06-01' }, { validFrom: '2025-06-02' }])
      expect(on(['TC'], 'PHYSICIAN_SERVICE_0', values)).toEqual(
        open('MODIFIER_VS_PCTC_INDICATOR', /99999 on 2025-06-01/),
      );
  });

  test('rests on the rule for that modifier too, where one forbids it on the day', () => {
    const rule = (id: string, values: Partial<Row<typeof t.modifierRule>>) =>
      row<typeof t.modifierRule>(id, {
        modifierId: 'Modifier:CPT_MODIFIER:26',
        effect: 'NOT_ALLOWED',
        ...values,
      });
    const { findings } = judge(modifierVsPcTcIndicator, {
      line: { modifiers: ['26'] },
      evidence: {
        indicators: [indicated('PHYSICIAN_SERVICE_0')],
        modifierRules: [
          rule('ModifierRule:same', {}),
          rule('ModifierRule:allowed', { effect: 'ALLOWED' }),
          rule('ModifierRule:over', { validTo: '2025-06-01' }),
          rule('ModifierRule:other-code', { codeId: codes.other }),
          rule('ModifierRule:other', { modifierId: 'Modifier:HCPCS_MODIFIER:TC' }),
        ],
      },
    });
    expect(findings.map(({ because }) => because)).toEqual([
      ['PcTcIndicatorStatement:a', 'Indicator:pctc/0', 'ModifierRule:same'],
    ]);
  });
});

describe('MISSING_COMPONENT_MODIFIER', () => {
  const place = (setting: Row<typeof t.placeOfService>['setting']) => [
    ['22', row<typeof t.placeOfService>('PlaceOfService:22', { code: '22', setting })] as const,
  ];
  const evidence = {
    places: new Map(place('FACILITY')),
    indicators: [indicated('DIAGNOSTIC_TEST_1')],
  };
  const line = { placeOfService: '22' };

  test('finds a test that splits, billed whole in a facility on a professional claim', () => {
    const whole = found(
      'MISSING_COMPONENT_MODIFIER',
      'WARNING',
      /^99999 .* place of service 22, a facility/,
      /modifier 26/,
      ['PcTcIndicatorStatement:a', 'PlaceOfService:22'],
    );
    expect(judge(missingComponentModifier, { line, evidence })).toEqual(whole);
    const other = { ...line, modifiers: ['59'] };
    expect(judge(missingComponentModifier, { line: other, evidence })).toEqual(whole);
  });

  test.each<[string, Parameters<typeof judge>[1]]>([
    ['with 26', { line: { ...line, modifiers: ['59', '26'] } }],
    ['with TC', { line: { ...line, modifiers: ['TC'] } }],
    ['without a place', { line: {} }],
    ['in a place that is not held', { line: { placeOfService: '23' } }],
    ['in an office', { evidence: { ...evidence, places: new Map(place('NON_FACILITY')) } }],
    ['on a claim of the hospital', { claim: { claimForm: 'INSTITUTIONAL_837I_UB04' } }],
    [
      'of a code that names its part',
      { evidence: { ...evidence, indicators: [indicated('GLOBAL_TEST_ONLY_4')] } },
    ],
  ])('lets a line pass %s', (_title, draft) => {
    expect(judge(missingComponentModifier, { line, evidence, ...draft })).toEqual(passed);
  });

  test.each<[string, readonly Row<typeof t.pcTcIndicator>[]]>([
    ['no indicator was read', []],
    ['one of another code was', [indicated('DIAGNOSTIC_TEST_1', { codeId: codes.other })]],
    ['one of another day was', [indicated('DIAGNOSTIC_TEST_1', { validTo: '2025-06-01' })]],
  ])('leaves a line in a facility open where %s', (_title, indicators) => {
    expect(judge(missingComponentModifier, { line, evidence: { ...evidence, indicators } })).toEqual(
      open('MISSING_COMPONENT_MODIFIER', /PC\/TC indicator for 99999 on 2025-06-01/),
    );
  });
});

describe('GLOBAL_AND_COMPONENT by modifiers', () => {
  const evidence = { indicators: [indicated('DIAGNOSTIC_TEST_1')] };
  const because = ['PcTcIndicatorStatement:a', 'Indicator:pctc/1'];
  const of = (modifiers: readonly string[], ...others: readonly object[]) =>
    judge(globalAndComponent, { evidence, line: { modifiers }, others });
  const part = (modifier: string) =>
    found(
      'GLOBAL_AND_COMPONENT',
      'ERROR',
      new RegExp(`^99999 without a component modifier .* 99999-${modifier} is a part`),
      /^Bill 99999 alone/,
      because,
    );

  test('finds 26 and TC on one line', () => {
    const both = found(
      'GLOBAL_AND_COMPONENT',
      'ERROR',
      /^99999 has TC and 26 on one line/,
      /^Bill 99999 without either/,
      because,
    );
    expect(of(['TC', '26'])).toEqual(both);
  });

  test('finds the whole beside a part on another line of the day', () => {
    expect(of([], { modifiers: ['TC'] })).toEqual(part('TC'));
    expect(of(['59'], { modifiers: ['26', '59'] }, { modifiers: ['26'] })).toEqual(part('26'));
  });

  test('lets a part stand alone, beside the other part, on another day, and of another code', () => {
    expect(of(['26'])).toEqual(passed);
    expect(of(['26'], { modifiers: ['TC'] })).toEqual(passed);
    expect(of(['26'], { modifiers: [] })).toEqual(passed);
    expect(of([], { modifiers: ['TC'], dateOfService: '2025-06-02' })).toEqual(passed);
    expect(of([], { modifiers: ['TC'], codeId: codes.part })).toEqual(passed);
  });

  test('leaves a code that does not split to the rule on its modifiers', () => {
    const line = { modifiers: ['26', 'TC'] };
    const indicators = [indicated('GLOBAL_TEST_ONLY_4')];
    expect(judge(globalAndComponent, { line, evidence: { indicators } })).toEqual(passed);
  });

  test('leaves both parts on a line, and a part beside the whole, open where no indicator holds on the day', () => {
    const left = open('GLOBAL_AND_COMPONENT', /PC\/TC indicator for 99999 on 2025-06-01/);
    expect(judge(globalAndComponent, { line: { modifiers: ['26', 'TC'] } })).toEqual(left);
    expect(judge(globalAndComponent, { others: [{ modifiers: ['TC'] }] })).toEqual(left);
    expect(judge(globalAndComponent, { others: [{}] })).toEqual(passed);
  });

  test('cites the indicator alone where its meaning is not known, in which case nothing is known of parts', () => {
    expect(
      judge(globalAndComponent, {
        line: { modifiers: ['26', 'TC'] },
        evidence: { ...evidence, meanings: new Map() },
      }),
    ).toEqual(passed);
  });
});

describe('GLOBAL_AND_COMPONENT', () => {
  const familyId = 'ServiceFamily:synthetic';
  const interpretation = 'PROFESSIONAL_INTERPRETATION_AND_REPORT' as const;
  const standAlone = new Map([
    [codes.own, { familyId, role: 'GLOBAL' as const }],
    [codes.part, { familyId, role: interpretation }],
    [codes.other, { familyId: 'ServiceFamily:other', role: interpretation }],
  ]);
  const indicators = [
    indicated('GLOBAL_TEST_ONLY_4'),
    indicated('PROFESSIONAL_COMPONENT_ONLY_2', { id: 'PcTcIndicatorStatement:b', codeId: codes.part }),
    indicated('PROFESSIONAL_COMPONENT_ONLY_2', { id: 'PcTcIndicatorStatement:c', codeId: codes.other }),
  ];
  const evidence = { standAlone, indicators };
  const beside = (...others: Parameters<typeof judge>[1]['others'] & object) =>
    judge(globalAndComponent, { evidence, others });

  test('finds the whole beside a part of it on the day, once a part, by the indicators of both', () => {
    const part = { codeId: codes.part };
    expect(beside(part, part)).toEqual(
      found('GLOBAL_AND_COMPONENT', 'ERROR', /^99999 .*99998 is a part/, /Bill 99999 alone/, [
        'PcTcIndicatorStatement:a',
        'PcTcIndicatorStatement:b',
      ]),
    );
  });

  test('warns of the whole beside a part where the family was worked out, by what it follows from', () => {
    const parts = (day: string) =>
      new Map([
        [
          day,
          new Map([
            [
              codes.own,
              { familyId, role: 'GLOBAL' as const, because: ['FeeScheduleEntry:a', 'FeeScheduleEntry:b'] },
            ],
            [codes.part, { familyId, role: 'PROFESSIONAL' as const, because: ['FeeScheduleEntry:a'] }],
          ]),
        ],
      ]);
    const draft = (day: string) =>
      judge(globalAndComponent, {
        evidence: { proposed: parts(day), indicators },
        others: [{ codeId: codes.part }],
      });
    expect(draft('2025-06-01')).toEqual(
      found('GLOBAL_AND_COMPONENT', 'WARNING', /99998 is a part\. .*reviewed by nobody/, /Bill 99999 alone/, [
        'PcTcIndicatorStatement:a',
        'PcTcIndicatorStatement:b',
        'FeeScheduleEntry:a',
        'FeeScheduleEntry:b',
      ]),
    );
    expect(draft('2025-06-02')).toEqual(passed);
  });

  test('names the parts in the order of their codes', () => {
    const wider = new Map([...standAlone, [codes.other, { familyId, role: interpretation }]]);
    const { findings } = judge(globalAndComponent, {
      evidence: { standAlone: wider, indicators },
      others: [{ codeId: codes.part }, { codeId: codes.other }],
    });
    expect(findings.map(({ message }) => message.slice(-16))).toEqual([
      '99997 is a part.',
      '99998 is a part.',
    ]);
  });

  test.each<[string, Parameters<typeof judge>[1]]>([
    ['alone', {}],
    ['beside itself', { others: [{}] }],
    ['beside a part of another service', { others: [{ codeId: codes.other }] }],
    ['beside a code that is no part', { others: [{ codeId: 'BillingCode:CPT:99996' }] }],
    ['beside a part on another day', { others: [{ codeId: codes.part, dateOfService: '2025-06-02' }] }],
    ['as a part beside the whole', { line: { codeId: codes.part }, others: [{}] }],
    [
      'as a part beside another part',
      {
        line: { codeId: codes.part },
        others: [{ codeId: codes.other }],
        evidence: {
          indicators,
          standAlone: new Map([...standAlone, [codes.other, { familyId, role: interpretation }]]),
        },
      },
    ],
    [
      'as a code that is no part',
      { line: { codeId: 'BillingCode:CPT:99996' }, others: [{ codeId: codes.part }] },
    ],
  ])('lets a line pass %s', (_title, draft) => {
    expect(judge(globalAndComponent, { evidence, ...draft })).toEqual(passed);
  });

  test('leaves the whole beside a part open where no indicator in force can be cited', () => {
    const ended = { standAlone, indicators: [indicated('GLOBAL_TEST_ONLY_4', { validTo: '2025-06-01' })] };
    expect(judge(globalAndComponent, { others: [{ codeId: codes.part }], evidence: ended })).toEqual(
      open('GLOBAL_AND_COMPONENT', /PC\/TC indicator for 99999/),
    );
  });
});
