/** The law of what is not known: what a rule finds by a release it leaves open without one, and it never lets it pass. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addOnCode } from '../../../db/claims/add-on-code.ts';
import type { Evidence, Rule } from '../../../db/claims/claim.ts';
import { codePairEdit } from '../../../db/claims/code-pair-edit.ts';
import { duplicateLine } from '../../../db/claims/duplicate-line.ts';
import { globalAndComponent } from '../../../db/claims/global-and-component.ts';
import { missingComponentModifier } from '../../../db/claims/missing-component-modifier.ts';
import { modifierVsPcTcIndicator } from '../../../db/claims/modifier-vs-pctc-indicator.ts';
import { paymentStatus } from '../../../db/claims/payment-status.ts';
import { placeOfService } from '../../../db/claims/place-of-service.ts';
import { assistantAtSurgery } from '../../../db/claims/surgery/assistant-at-surgery.ts';
import { bilateral } from '../../../db/claims/surgery/bilateral.ts';
import { coSurgeons } from '../../../db/claims/surgery/co-surgeons.ts';
import { globalPeriod } from '../../../db/claims/surgery/global-period.ts';
import { multipleProcedures } from '../../../db/claims/surgery/multiple-procedures.ts';
import { teamSurgery } from '../../../db/claims/surgery/team-surgery.ts';
import { unitsOverLimit } from '../../../db/claims/units-over-limit.ts';
import { PcTcIndicator } from '../../../db/enums/index.ts';
import type { Row } from '../../../db/kit/table.ts';
import type * as t from '../../../db/tables/index.ts';
import { codes, judge, row } from './claim-rule.ts';

const rules: readonly (readonly [string, Rule])[] = [
  ['MODIFIER_VS_PCTC_INDICATOR', modifierVsPcTcIndicator],
  ['MISSING_COMPONENT_MODIFIER', missingComponentModifier],
  ['GLOBAL_AND_COMPONENT', globalAndComponent],
  ['ADD_ON_CODE', addOnCode],
  ['CODE_PAIR_EDIT', codePairEdit],
  ['UNITS_OVER_LIMIT', unitsOverLimit],
  ['DUPLICATE_LINE', duplicateLine],
  ['GLOBAL_PERIOD', globalPeriod],
  ['BILATERAL', bilateral],
  ['ASSISTANT_AT_SURGERY', assistantAtSurgery],
  ['CO_SURGEONS', coSurgeons],
  ['TEAM_SURGERY', teamSurgery],
  ['MULTIPLE_PROCEDURES', multipleProcedures],
  ['PAYMENT_STATUS', paymentStatus],
  ['PLACE_OF_SERVICE', placeOfService],
];

const visit = 'BillingCode:CPT:99213';
const some = [codes.own, codes.part, visit];
const from = (...values: string[]) => fc.constantFrom(...values);
const line = fc.record({
  codeId: fc.constantFrom(...some),
  modifiers: fc.uniqueArray(
    fc.oneof(from('26', 'TC'), from('50', 'RT', 'LT', '80', 'AS', '62', '66', '76', '24', '25', '57')),
    { maxLength: 3 },
  ),
  units: fc.constantFrom(1, 1.5, 3, 9_999_999.9),
  placeOfService: from('11', '22'),
  dateOfService: from('2025-06-01', '2025-06-01', '2025-06-05'),
});
const lines = fc.array(line, { minLength: 1, maxLength: 4 });

const fee = fc.record({
  statusCode: from(...'ABCEIJMNPRTX'),
  globalDays: from('000', '010', '090', 'MMM', 'XXX', 'YYY', 'ZZZ'),
  multipleProcedure: from(...'012345679'),
  bilateralSurgery: from(...'01239'),
  assistantSurgery: from(...'0129'),
  coSurgeons: from(...'0129'),
  teamSurgery: from(...'0129'),
  imagingFamily: from('88', '99'),
  facilityNotApplicable: fc.constantFrom<0 | 1>(0, 1),
});
/** That of tests with parts oftener than any other, since most rules on parts look at it. */
const indicator = fc.oneof(
  fc.constant('DIAGNOSTIC_TEST_1' as const),
  fc.constantFrom(...(Object.keys(PcTcIndicator.values) as (keyof typeof PcTcIndicator.values)[])),
);
const each = <T>(one: fc.Arbitrary<T>) => fc.tuple(one, one, one);

const duplicates = row<typeof t.billingRule>('BillingRule:billing/duplicate-lines', {});
const period = row<typeof t.billingRule>('BillingRule:billing/global-period', {});
const place = (code: string, setting: Row<typeof t.placeOfService>['setting']) =>
  [code, row<typeof t.placeOfService>(`PlaceOfService:${code}`, { code, setting })] as const;
/** What no release states: which places are facilities. */
const always = { places: new Map([place('11', 'NON_FACILITY'), place('22', 'FACILITY')]) };

/** What releases state of three codes. */
const releases = fc.tuple(each(fee), each(indicator)).map(
  ([fees, indicators]): Partial<Evidence> => ({
    ...always,
    fees: some.map((codeId, i) =>
      row<typeof t.feeScheduleEntry>(`FeeScheduleEntry:${i}`, { codeId, modifierId: null, ...fees[i] }),
    ),
    indicators: indicators.map((value, i) =>
      row<typeof t.pcTcIndicator>(`PcTcIndicatorStatement:${i}`, { codeId: some[i] ?? '', indicator: value }),
    ),
    limits: some.map((codeId, i) =>
      row<typeof t.unitLimit>(`UnitLimit:${i}`, {
        codeId,
        serviceType: 'PRACTITIONER',
        maxUnits: 1,
        adjudication: '2',
      }),
    ),
    edits: [
      row<typeof t.codePairEdit>('CodePairEdit:0', {
        column1Id: codes.part,
        column2Id: codes.own,
        serviceType: 'PRACTITIONER',
        modifierIndicator: 0,
      }),
    ],
    billingRules: new Map([duplicates, period].map((rule) => [rule.id, rule])),
  }),
);

test.each(rules)('%s: what is found by a release is left open where none was read', (name, rule) => {
  let found = 0;
  fc.assert(
    fc.property(lines, releases, ([first, ...others], evidence) => {
      const draft = { line: first ?? {}, others };
      const { findings } = judge(rule, { ...draft, evidence });
      if (findings.length === 0) return;
      found += 1;
      for (const { because, rule: named } of findings) {
        expect(named).toBe(name);
        expect(because.length).toBeGreaterThan(0);
      }
      const without = judge(rule, { ...draft, evidence: { ...always, arePairsRead: () => false } });
      expect([without.findings, without.notChecked.length > 0]).toEqual([[], true]);
    }),
    { numRuns: 400 },
  );
  expect(found).toBeGreaterThan(0);
});
