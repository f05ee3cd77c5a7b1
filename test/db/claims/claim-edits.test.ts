/** Rules by the tables of Medicare, each alone: what it finds, what it leaves open and what it lets pass. */

import { describe, expect, test } from 'vitest';
import { addOnCode } from '../../../db/claims/add-on-code.ts';
import { codePairEdit } from '../../../db/claims/code-pair-edit.ts';
import { paymentStatus } from '../../../db/claims/payment-status.ts';
import { placeOfService } from '../../../db/claims/place-of-service.ts';
import { unitsOverLimit } from '../../../db/claims/units-over-limit.ts';
import type { Row } from '../../../db/kit/table.ts';
import type * as t from '../../../db/tables/index.ts';
import { codes, found, judge, open, passed, row } from './claim-rule.ts';

type Draft = Parameters<typeof judge>[1];
const hospital = { claimForm: 'INSTITUTIONAL_837I_UB04' } as const;
const commercial = { payerId: 'Payer:synthetic-one' };

describe('whether the rules of Medicare judge a claim', () => {
  test.each<[string | null, 'MEDICARE_FFS' | 'COMMERCIAL' | null, boolean]>([
    ['Payer:medicare', null, true],
    ['Payer:mac-synthetic', null, true],
    ['Payer:synthetic-one', 'MEDICARE_FFS', true],
    [null, 'MEDICARE_FFS', true],
    ['Payer:synthetic-one', null, false],
    ['Payer:medicare-supplement', 'COMMERCIAL', false],
    ['Payer:the-mac-one', null, false],
    [null, null, false],
  ])('payer %s, line of business %s: %s', (payerId, lineOfBusiness, judged) => {
    const { notChecked } = judge(unitsOverLimit, { claim: { payerId, lineOfBusiness } });
    expect(notChecked.map(({ reason }) => /of Medicare and Medicaid/.test(reason))).toEqual([!judged]);
  });
});

describe('CODE_PAIR_EDIT', () => {
  const edit = (values: Partial<Row<typeof t.codePairEdit>> = {}) =>
    row<typeof t.codePairEdit>('CodePairEdit:a', {
      column1Id: codes.part,
      column2Id: codes.own,
      serviceType: 'PRACTITIONER',
      modifierIndicator: 0,
      ...values,
    });
  const other = { codeId: codes.part };
  const beside = (values: Parameters<typeof edit>[0], draft: Draft = {}) =>
    judge(codePairEdit, { others: [other], evidence: { edits: [edit(values)] }, ...draft });
  const denied = (message: RegExp, fix: RegExp) =>
    found('CODE_PAIR_EDIT', 'ERROR', message, fix, ['CodePairEdit:a']);

  test('denies column 2 beside column 1, whatever the modifiers, where the indicator is 0', () => {
    const none = denied(
      /^NCCI edit: 99998 \(column 1\) with 99999 \(column 2\) denies 99999; modifier indicator 0, no modifier lets both through\.$/,
      /^Bill 99998 or 99999, not both\.$/,
    );
    expect(beside({})).toEqual(none);
    expect(beside({}, { line: { modifiers: ['59'] } })).toEqual(none);
  });

  test('denies it where the indicator is 1 and neither line has a modifier that NCCI knows', () => {
    const both = denied(/indicator 1, a proper NCCI modifier may let both through/, /59 or an X modifier/);
    expect(beside({ modifierIndicator: 1 })).toEqual(both);
    expect(beside({ modifierIndicator: 1 }, { line: { modifiers: ['26'] } })).toEqual(both);
  });

  test('says so where the table does not show whether the edit still held', () => {
    const { findings } = beside({ validEnd: 'NOT_KNOWN' });
    expect(findings[0]?.message).toMatch(/through\. The table .* does not show/);
  });

  // The list of CMS, chapter I of the NCCI policy manual: anatomic, global surgery and other modifiers.
  const ncci =
    'E1 E2 E3 E4 FA F1 F2 F3 F4 F5 F6 F7 F8 F9 TA T1 T2 T3 T4 T5 T6 T7 T8 T9 LT RT LC LD RC LM RI 24 25 57 58 78 79 27 59 91 XE XS XP XU';
  test.each(ncci.split(' '))(
    'lets both through with %s on either line where the indicator is 1',
    (modifier) => {
      expect(beside({ modifierIndicator: 1 }, { line: { modifiers: [modifier] } })).toEqual(passed);
      const onOther = { others: [{ ...other, modifiers: ['26', modifier] }] };
      expect(beside({ modifierIndicator: 1 }, onOther)).toEqual(passed);
    },
  );

  test('denies it by any one line of column 1 that has no such modifier', () => {
    const others = [{ ...other, modifiers: ['59'] }, other];
    expect(beside({ modifierIndicator: 1 }, { others }).findings).toHaveLength(1);
  });

  test.each<[string, Parameters<typeof edit>[0], Draft?]>([
    ['where the edit was taken back (indicator 9)', { modifierIndicator: 9 }],
    ['where the line is column 1', { column1Id: codes.own, column2Id: codes.part }],
    ['where column 1 is another code', { column1Id: codes.other }],
    ['where column 2 is another code', { column2Id: codes.other }],
    ['where the edit is for hospitals', { serviceType: 'OUTPATIENT_HOSPITAL' }],
    ['on a claim of a hospital where it is for practitioners', {}, { claim: hospital }],
    ['where the edit does not hold on the day', { validTo: '2025-06-01' }],
    ['where the other code is on another day', {}, { others: [{ ...other, dateOfService: '2025-06-02' }] }],
    ['alone', {}, { others: [] }],
    ['alone, for any payer', {}, { others: [], claim: commercial }],
  ])('lets a line pass %s', (_title, values, draft) => {
    expect(beside(values, draft)).toEqual(passed);
  });

  test('leaves a pair open that no table of the day takes in, unless one states an edit of it', () => {
    const unread = { edits: [], arePairsRead: () => false };
    expect(judge(codePairEdit, { others: [other, other], evidence: unread })).toEqual(
      open('CODE_PAIR_EDIT', /takes in 99999 with 99998 was read for 2025-06-01/),
    );
    expect(judge(codePairEdit, { others: [{}], evidence: unread })).toEqual(passed);
    const stated = { ...unread, edits: [edit({ modifierIndicator: 9 })] };
    expect(judge(codePairEdit, { others: [other], evidence: stated })).toEqual(passed);
    const turned = { ...unread, edits: [edit({ column1Id: codes.own, column2Id: codes.part })] };
    expect(judge(codePairEdit, { others: [other], evidence: turned })).toEqual(passed);
    const ofHospitals = { ...unread, edits: [edit({ serviceType: 'OUTPATIENT_HOSPITAL' })] };
    expect(judge(codePairEdit, { others: [other], evidence: ofHospitals }).notChecked).toHaveLength(1);
  });

  test('judges a claim of a hospital by the edits for hospitals', () => {
    expect(beside({ serviceType: 'OUTPATIENT_HOSPITAL' }, { claim: hospital }).findings).toHaveLength(1);
  });

  test('leaves it open for another payer', () => {
    expect(beside({}, { claim: commercial })).toEqual(
      open('CODE_PAIR_EDIT', /^NCCI edits are those of Medicare/),
    );
  });
});

describe('UNITS_OVER_LIMIT', () => {
  const limit = (values: Partial<Row<typeof t.unitLimit>> = {}) =>
    row<typeof t.unitLimit>('UnitLimit:a', {
      serviceType: 'PRACTITIONER',
      maxUnits: 2,
      adjudication: '1',
      ...values,
    });
  const units = (count: number, values: Parameters<typeof limit>[0] = {}, draft: Draft = {}) =>
    judge(unitsOverLimit, { line: { units: count }, evidence: { limits: [limit(values)] }, ...draft });
  const over = (message: RegExp, fix: RegExp) =>
    found('UNITS_OVER_LIMIT', 'ERROR', message, fix, ['UnitLimit:a']);

  test('finds more than the limit on a line, and lets as many as the limit pass', () => {
    expect(units(2)).toEqual(passed);
    expect(units(3)).toEqual(
      over(
        /^3 units of 99999 on the line, where the limit is 2 \(MUE adjudication indicator 1\)\.$/,
        /^Bill at most 2\.$/,
      ),
    );
  });

  test('counts the lines of one day for the indicators 2 and 3, and each line alone for 1', () => {
    const others = [
      { units: 2 },
      { units: 9, dateOfService: '2025-06-02' },
      { units: 9, codeId: codes.part },
    ];
    const draft = { line: { units: 1 }, others };
    const ofDay = over(/^3 units of 99999 on the day/, /./);
    for (const adjudication of ['2', '3'] as const) {
      const evidence = { limits: [limit({ adjudication })] };
      expect(judge(unitsOverLimit, { ...draft, evidence })).toEqual(ofDay);
    }
    expect(judge(unitsOverLimit, { ...draft, evidence: { limits: [limit()] } })).toEqual(passed);
  });

  test('warns where the parts of one service have a line each, and whole they would be within the limit', () => {
    const byDay = { maxUnits: 1, adjudication: '3' };
    const parts = { line: { modifiers: ['26'] }, others: [{ modifiers: ['TC'] }] };
    const warned = found(
      'UNITS_OVER_LIMIT',
      'WARNING',
      /^2 units of 99999 on the day, .* Whether the two count together is not known here\.$/,
      /^Bill 99999 whole, on one line without 26 and TC/,
      ['UnitLimit:a'],
    );
    expect(judge(unitsOverLimit, { ...parts, evidence: { limits: [limit(byDay)] } })).toEqual(warned);
    const more = { ...parts, others: [{ modifiers: ['TC'], units: 2 }] };
    expect(judge(unitsOverLimit, { ...more, evidence: { limits: [limit(byDay)] } })).toEqual(
      over(/^3 units of 99999 on the day/, /^Bill at most 1\.$/),
    );
    const besideWhole = { ...parts, others: [{ modifiers: ['TC'] }, {}] };
    expect(judge(unitsOverLimit, { ...besideWhole, evidence: { limits: [limit(byDay)] } })).toEqual(
      over(/^3 units/, /./),
    );
  });

  test('adds tenths up exactly', () => {
    const ofDay = { evidence: { limits: [limit({ adjudication: '2', maxUnits: 3 })] } };
    // As binary fractions 1.1 + 1.3 + 0.6 is more than 3.
    const others = [{ units: 1.3 }, { units: 0.6 }];
    expect(units(0, {}, { ...ofDay, line: { units: 1.1 }, others })).toEqual(passed);
    expect(units(0, {}, { ...ofDay, line: { units: 1.2 }, others })).toEqual(over(/^3\.1 units/, /./));
  });

  test('lets none be paid where the limit is 0', () => {
    expect(units(1, { maxUnits: 0 })).toEqual(over(/limit is 0/, /none be paid/));
  });

  test('says so where the table does not show whether the limit still held', () => {
    expect(units(3, { validEnd: 'NOT_KNOWN' }).findings[0]?.message).toMatch(
      /\)\. The table .* does not show/,
    );
  });

  test('leaves it open for another payer', () => {
    expect(units(3, {}, { claim: commercial })).toEqual(
      open('UNITS_OVER_LIMIT', /^Medically unlikely edits/),
    );
  });

  test('is the preferred one where two hold on the day, in whatever order', () => {
    const two = [limit(), limit({ id: 'UnitLimit:b', maxUnits: 9, rank: 'PREFERRED' })];
    for (const limits of [two, two.toReversed()])
      expect(judge(unitsOverLimit, { line: { units: 3 }, evidence: { limits } })).toEqual(passed);
  });

  test('judges a claim of a hospital by the table for hospitals', () => {
    const ofHospital = { serviceType: 'OUTPATIENT_HOSPITAL' } as const;
    expect(units(3, ofHospital, { claim: hospital, line: { units: 3 } }).findings).toHaveLength(1);
  });

  test.each<[string, Parameters<typeof limit>[0], Draft?]>([
    ['for another code', { codeId: codes.other }],
    ['for another kind of claim', { serviceType: 'OUTPATIENT_HOSPITAL' }],
    ['for practitioners on a claim of a hospital', {}, { claim: hospital }],
    ['on another day', { validTo: '2025-06-01' }],
  ])('leaves units open where a limit is known only %s', (_title, values, draft) => {
    expect(units(3, values, { line: { units: 3 }, ...draft })).toEqual(
      open('UNITS_OVER_LIMIT', /99999 on 2025-06-01/),
    );
  });
});

describe('PLACE_OF_SERVICE', () => {
  const place = (code: string, setting: Row<typeof t.placeOfService>['setting']) =>
    [code, row<typeof t.placeOfService>(`PlaceOfService:${code}`, { code, setting })] as const;
  const places = new Map([place('11', 'NON_FACILITY'), place('22', 'FACILITY'), place('98', null)]);
  const fee = (values: Partial<Row<typeof t.feeScheduleEntry>> = {}) =>
    row<typeof t.feeScheduleEntry>('FeeScheduleEntry:a', {
      modifierId: null,
      facilityNotApplicable: 1,
      ...values,
    });
  const at = (code: string | null, values: Parameters<typeof fee>[0] = {}, modifiers: string[] = []) =>
    judge(placeOfService, {
      line: { placeOfService: code, modifiers },
      evidence: { places, fees: [fee(values)] },
    });
  const flagged = found(
    'PLACE_OF_SERVICE',
    'ERROR',
    /flags 99999 .* place of service 22/,
    /professional part/,
    ['FeeScheduleEntry:a', 'PlaceOfService:22'],
  );
  const left = (reason: RegExp) => open('PLACE_OF_SERVICE', reason);

  test('finds a code in a facility that the fee schedule flags as not applicable there', () => {
    expect(at('22')).toEqual(flagged);
    expect(at('22', {}, ['59'])).toEqual(flagged);
  });

  test('lets a code pass that is not flagged, and any code outside a facility', () => {
    expect(at('22', { facilityNotApplicable: 0 })).toEqual(passed);
    expect(at('11')).toEqual(passed);
  });

  test.each(['26', 'TC'])('looks at the row of modifier %s where the line has it', (modifier) => {
    const modifierId = `Modifier:X:${modifier}`;
    expect(at('22', { modifierId }, ['59', modifier])).toEqual(flagged);
    expect(at('22', {}, [modifier])).toEqual(left(/No fee-schedule row of 99999/));
    expect(at('22', { modifierId })).toEqual(left(/No fee-schedule row/));
  });

  test.each<[string, string | null, Parameters<typeof fee>[0], RegExp]>([
    ['without a place', null, {}, /^The line gives no place/],
    ['in a place that is not held', '23', {}, /^Place of service 23 is not/],
    [
      'in a place of which no source says whether it is a facility',
      '98',
      {},
      /place of service 98 is a facility/,
    ],
    ['of which no row was read', '22', { codeId: codes.other }, /row of 99999 was read for 2025-06-01/],
    ['of which no row holds on the day', '22', { validTo: '2025-06-01' }, /No fee-schedule row/],
  ])('leaves a line open %s', (_title, code, values, reason) => {
    expect(at(code, values)).toEqual(left(reason));
  });

  test('leaves it open for another payer', () => {
    expect(judge(placeOfService, { claim: commercial })).toEqual(left(/^Rules of this payer/));
  });

  describe('on a claim of a hospital', () => {
    const status = (statusIndicator: string, values: Partial<Row<typeof t.oppsStatus>> = {}) =>
      judge(placeOfService, {
        claim: hospital,
        evidence: {
          oppsStatuses: [row<typeof t.oppsStatus>('OppsStatus:a', { statusIndicator, ...values })],
        },
      });

    test.each(['M', 'E1', 'E2', 'B', 'C'])(
      'finds a code with status %s, which it cannot bill',
      (indicator) => {
        expect(status(indicator)).toEqual(
          found(
            'PLACE_OF_SERVICE',
            'ERROR',
            new RegExp(`^99999 has OPPS status indicator ${indicator}:`),
            /the part that the hospital did/,
            ['OppsStatus:a'],
          ),
        );
      },
    );

    test.each(['A', 'E', 'N', 'Q1', 'S', 'V'])('lets a code with status %s pass', (indicator) => {
      expect(status(indicator)).toEqual(passed);
    });

    test('leaves a code open of which no status holds on the day', () => {
      for (const values of [{ codeId: codes.other }, { validFrom: '2025-06-02' }])
        expect(status('M', values)).toEqual(left(/status of 99999 was read for 2025-06-01/));
    });
  });
});

describe('PAYMENT_STATUS', () => {
  const fee = (statusCode: string, values: Partial<Row<typeof t.feeScheduleEntry>> = {}) =>
    row<typeof t.feeScheduleEntry>('FeeScheduleEntry:a', {
      modifierId: null,
      statusCode,
      globalDays: 'XXX',
      ...values,
    });
  const of = (fees: readonly Row<typeof t.feeScheduleEntry>[], draft: Draft = {}) =>
    judge(paymentStatus, { evidence: { fees }, ...draft });

  test.each(['B', 'E', 'I', 'M', 'N', 'P', 'X'])('finds status %s, which is paid nothing', (status) => {
    const { findings, notChecked } = of([fee(status)]);
    expect([findings.map(({ rule, severity }) => [rule, severity]), notChecked]).toEqual([
      [['PAYMENT_STATUS', 'ERROR']],
      [],
    ]);
  });

  test.each(['A', 'C', 'J', 'R', 'T'])('lets status %s pass', (status) => {
    expect(of([fee(status)])).toEqual(passed);
  });

  test('leaves a status open that the record layout does not have', () => {
    expect(of([fee('H')])).toEqual(open('PAYMENT_STATUS', /^What status H /));
  });

  test('warns of status T beside what the schedule pays on the day, and leaves it open beside what was not read', () => {
    const beside = (status: string, values = {}) =>
      of([fee('T'), fee(status, { id: 'FeeScheduleEntry:b', codeId: codes.part })], {
        others: [{ codeId: codes.part, ...values }],
        evidence: { fees: [fee('T'), fee(status, { id: 'FeeScheduleEntry:b', codeId: codes.part })] },
      });
    for (const status of ['A', 'C', 'R'])
      expect(beside(status).findings).toMatchObject([
        { severity: 'WARNING', because: ['FeeScheduleEntry:a', 'Indicator:status/T'] },
      ]);
    for (const status of ['B', 'J', 'N', 'T']) expect(beside(status)).toEqual(passed);
    expect(beside('A', { dateOfService: '2025-06-02' })).toEqual(passed);
    expect(of([fee('T')], { others: [{ codeId: codes.other }], evidence: { fees: [fee('T')] } })).toEqual(
      open('PAYMENT_STATUS', /row of 99997 was read/),
    );
  });

  test('says what the status means, and cites the row and the meaning', () => {
    expect(of([fee('B')]).findings).toEqual([
      expect.objectContaining({
        line: 3,
        message: '99999 has status B on the Medicare fee schedule: Synthetic meaning of status B.',
        fix: null,
        because: ['FeeScheduleEntry:a', 'Indicator:status/B'],
      }),
    ]);
    expect(of([fee('X')], { evidence: { fees: [fee('X')], meanings: new Map() } }).findings).toEqual([
      expect.objectContaining({
        message: '99999 has status X on the Medicare fee schedule.',
        because: ['FeeScheduleEntry:a'],
      }),
    ]);
  });

  test('reads the row of the component modifier, else that without one, on the day', () => {
    const part = fee('N', { id: 'FeeScheduleEntry:tc', modifierId: 'Modifier:HCPCS_MODIFIER:TC' });
    const fees = [fee('A'), part];
    expect(of(fees)).toEqual(passed);
    expect(of(fees, { line: { modifiers: ['TC'] }, evidence: { fees } }).findings).toHaveLength(1);
    expect(of(fees, { line: { modifiers: ['26'] }, evidence: { fees } })).toEqual(passed);
    const ended = [fee('N', { validTo: '2025-06-01' })];
    expect(of(ended)).toEqual(
      open('PAYMENT_STATUS', /^No fee-schedule row of 99999 was read for 2025-06-01\.$/),
    );
    expect(of([fee('N', { codeId: codes.part })])).toEqual(open('PAYMENT_STATUS', /99999/));
  });

  test('has nothing to say to another payer, or of the claim of a hospital', () => {
    expect(of([fee('N')], { claim: commercial, evidence: { fees: [fee('N')] } })).toEqual(passed);
    expect(of([fee('N')], { claim: hospital, evidence: { fees: [fee('N')] } })).toEqual(passed);
  });
});

describe('ADD_ON_CODE', () => {
  const edit = (values: Partial<Row<typeof t.addOnEdit>> = {}) =>
    row<typeof t.addOnEdit>('AddOnEdit:a', {
      primaryId: codes.part,
      editType: 'LISTED_PRIMARIES_1',
      ...values,
    });
  const of = (edits: readonly Row<typeof t.addOnEdit>[], draft: Draft = {}) =>
    judge(addOnCode, { ...draft, evidence: { addOnEdits: edits, ...draft.evidence } });
  const alone = found(
    'ADD_ON_CODE',
    'ERROR',
    /^99999 is an add-on code, and .* on 2025-06-01\.$/,
    /^Bill the primary/,
    ['AddOnEdit:a'],
  );

  test('finds one without a primary procedure of the day', () => {
    expect(of([edit()])).toEqual(alone);
    expect(of([edit()], { others: [{ codeId: codes.other }] })).toEqual(alone);
    expect(of([edit()], { others: [{ codeId: codes.part, dateOfService: '2025-06-02' }] })).toEqual(alone);
  });

  test('lets it stand beside any of its primaries', () => {
    const edits = [edit({ primaryId: codes.other }), edit({ id: 'AddOnEdit:b' })];
    expect(of(edits, { others: [{ codeId: codes.part }] })).toEqual(passed);
  });

  test('leaves it open beside another code where the contractor decides, and finds it alone', () => {
    const ofContractor = edit({ primaryId: null, editType: 'CONTRACTOR_PRIMARIES_2' });
    expect(of([ofContractor], { others: [{ codeId: codes.other }] })).toEqual(
      open('ADD_ON_CODE', /contractor decides/),
    );
    expect(
      of([edit({ editType: 'SOME_LISTED_PRIMARIES_3' })], { others: [{ codeId: codes.other }] }),
    ).toEqual(open('ADD_ON_CODE', /none of these/));
    expect(of([ofContractor])).toEqual(alone);
    expect(of([ofContractor], { others: [{}] })).toEqual(alone);
  });

  const fee = (globalDays: string) => row<typeof t.feeScheduleEntry>('FeeScheduleEntry:a', { globalDays });

  test('has nothing to say of a code without edits on a day of which the table was read, or that the fee schedule has as none', () => {
    const read = { evidence: { addOnDays: new Set(['2025-06-01']) } };
    expect(of([], read)).toEqual(passed);
    expect(of([edit({ validTo: '2025-06-01' })], read)).toEqual(passed);
    expect(of([edit({ codeId: codes.part })], read)).toEqual(passed);
    for (const globalDays of ['XXX', '000', '090'])
      expect(of([], { evidence: { fees: [fee(globalDays)] } })).toEqual(passed);
  });

  test('leaves a code open of which neither table was read for the day', () => {
    const unread = open('ADD_ON_CODE', /^No table of add-on codes and no fee-schedule row of 99999/);
    expect(of([])).toEqual(unread);
    expect(of([], { claim: commercial })).toEqual(unread);
    expect(of([], { evidence: { addOnDays: new Set(['2025-06-02']) } })).toEqual(unread);
  });

  test('warns of global days ZZZ without another service of the day, and leaves them open beside one', () => {
    const evidence = { fees: [fee('ZZZ')] };
    const lonely = found(
      'ADD_ON_CODE',
      'WARNING',
      /^99999 has global days ZZZ, and the claim has no other service on 2025-06-01\. Synthetic/,
      /the service that it goes with/,
      ['FeeScheduleEntry:a', 'Indicator:global/ZZZ'],
    );
    expect(of([], { evidence })).toEqual(lonely);
    expect(of([], { evidence, others: [{}, { codeId: codes.part, dateOfService: '2025-06-02' }] })).toEqual(
      lonely,
    );
    const left = open('ADD_ON_CODE', /\(global days ZZZ\), and no table/);
    expect(of([], { evidence, others: [{ codeId: codes.part }] })).toEqual(left);
    expect(of([], { evidence, claim: commercial })).toEqual(left);
    expect(of([], { evidence: { ...evidence, meanings: new Map() } })).toEqual(left);
  });

  test('leaves it open for another payer', () => {
    expect(of([edit()], { claim: commercial })).toEqual(open('ADD_ON_CODE', /those of Medicare/));
  });

  test('says so where the table does not show whether the edit still held, and cites ten edits at most', () => {
    const many = Array.from({ length: 12 }, (_, i) => edit({ id: `AddOnEdit:${i}`, validEnd: 'NOT_KNOWN' }));
    const [finding] = of(many).findings;
    expect(finding?.message).toMatch(/does not show whether it still held/);
    expect(finding?.because).toHaveLength(10);
  });
});
