/** The rules on amounts, sites, diagnoses and unit limits, on synthetic rows: what each finds, and what it leaves alone. */

import { describe, expect, test } from 'vitest';
import {
  diagnosisSupport,
  feeScheduleEntry,
  oppsStatus,
  rateBenchmark,
  siteRule,
  unitLimit,
} from '../../../db/tables/index.ts';
import { conflicts, type TestRow, type TestRowValues } from './conflicting.ts';

describe('a published amount', () => {
  const year = { validFrom: '2022-01-01', validTo: '2023-01-01' };
  const official: TestRow = [feeScheduleEntry, 'official', { nonFacilityAmount: 4153, ...year }];
  const published = (amount: number, values: TestRowValues = {}): TestRow => [
    rateBenchmark,
    'published',
    { amount, ...year, ...values },
  ];

  test('that differs from the fee schedule of its time loses to it', () => {
    expect(conflicts(official, published(4100))).toEqual([
      {
        kind: 'AMOUNT_DISAGREEMENT',
        resolution: 'RESOLVED_BY_AUTHORITY',
        preferred: 'official',
        members: 'official published',
      },
    ]);
  });

  test('that agrees to the cent, or was rounded by one, is no conflict', () => {
    for (const amount of [4152, 4153, 4154]) expect(conflicts(official, published(amount))).toEqual([]);
  });

  test('of another year, or of another kind of money, is no conflict', () => {
    expect(conflicts(official, published(4100, { validFrom: '2023-01-01', validTo: '2024-01-01' }))).toEqual(
      [],
    );
    expect(conflicts(official, published(4100, { amountKind: 'BILLED_CHARGE' }))).toEqual([]);
  });
});

describe('sites', () => {
  const named = (id: string, siteId: string, passage: string): TestRow => [
    siteRule,
    id,
    { siteId: `SiteOfService:${siteId}`, passage, effect: 'TYPICAL' },
  ];

  test('that two passages of one source name differently are a conflict that nothing decides', () => {
    expect(conflicts(named('one', 'office', 'overview'), named('two', 'hospital', 'sites'))).toEqual([
      { kind: 'SITE_DISAGREEMENT', resolution: 'UNRESOLVED', preferred: null, members: 'one two' },
    ]);
  });

  test('that one passage names together, that two name alike, or that two sources name, are none', () => {
    expect(conflicts(named('one', 'office', 'overview'), named('two', 'hospital', 'overview'))).toEqual([]);
    expect(conflicts(named('one', 'office', 'overview'), named('two', 'office', 'sites'))).toEqual([]);
    expect(conflicts(named('one', 'office', 'overview'), named('two/b', 'hospital', 'sites'))).toEqual([]);
  });
});

describe('a diagnosis', () => {
  const said = (id: string, effect: string, policyVersionId: string | null = null): TestRow => [
    diagnosisSupport,
    id,
    { diagnosisId: 'DiagnosisCode:ICD_10_CM:M81.0', effect, policyVersionId },
  ];

  test('that a payer took out of its list and a page names is decided by the document of the payer', () => {
    expect(
      conflicts(said('out', 'DOES_NOT_SUPPORT', 'PolicyVersion:p'), said('page', 'ASSOCIATED_IN_REPORT')),
    ).toEqual([
      {
        kind: 'DIAGNOSIS_DISAGREEMENT',
        resolution: 'RESOLVED_BY_AUTHORITY',
        preferred: 'out',
        members: 'out page',
      },
    ]);
  });

  test('on which two payers differ is decided by nothing', () => {
    const found = conflicts(
      said('out', 'DOES_NOT_SUPPORT', 'PolicyVersion:p'),
      said('other', 'SUPPORTS_MEDICAL_NECESSITY', 'PolicyVersion:q'),
    );
    expect(found).toMatchObject([
      { kind: 'DIAGNOSIS_DISAGREEMENT', resolution: 'UNRESOLVED', preferred: null },
    ]);
  });

  test('that every source supports is no conflict', () => {
    expect(
      conflicts(
        said('one', 'SUPPORTS_MEDICAL_NECESSITY', 'PolicyVersion:p'),
        said('two', 'ASSOCIATED_IN_REPORT'),
      ),
    ).toEqual([]);
  });
});

describe('a unit limit of the hospital table', () => {
  const limit = (values: TestRowValues = {}): TestRow => [
    unitLimit,
    'limit',
    { serviceType: 'OUTPATIENT_HOSPITAL', maxUnits: 1, ...values },
  ];
  const status = (statusIndicator: string): TestRow => [oppsStatus, 'status', { statusIndicator }];

  test.each(['M', 'E1', 'B'])(
    'gives no leave to bill a code of status %s: the status is preferred',
    (indicator) => {
      expect(conflicts(limit(), status(indicator))).toEqual([
        {
          kind: 'UNIT_LIMIT_VS_PAYMENT_STATUS',
          resolution: 'RESOLVED_BY_AUTHORITY',
          preferred: 'status',
          members: 'status limit',
        },
      ]);
    },
  );

  test('is in one conflict over all releases, as long as any of them holds; what was corrected takes no part', () => {
    const first = { validFrom: '2025-01-01', validTo: '2026-01-01' };
    const second = { validFrom: '2026-01-01', validTo: '2027-01-01' };
    const released = (id: string, statusIndicator: string, values: TestRowValues): TestRow => [
      oppsStatus,
      id,
      { statusIndicator, ...values },
    ];
    expect(
      conflicts(
        limit({ validFrom: '2024-07-01' }),
        released('a', 'M', first),
        released('b', 'E1', second),
        released('corrected', 'B', { ...second, recordedTo: '2026-02-01T00:00:00Z' }),
      ),
    ).toEqual([
      {
        kind: 'UNIT_LIMIT_VS_PAYMENT_STATUS',
        resolution: 'RESOLVED_BY_AUTHORITY',
        preferred: 'b',
        members: 'a b limit',
      },
    ]);
  });

  test('agrees with a status that pays, with a limit of none, and with the other table', () => {
    expect(conflicts(limit(), status('S'))).toEqual([]);
    expect(conflicts(limit({ maxUnits: 0 }), status('M'))).toEqual([]);
    expect(conflicts(limit({ serviceType: 'PRACTITIONER' }), status('M'))).toEqual([]);
  });
});
