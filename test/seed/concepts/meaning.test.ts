/** What the seed says of the hard cases. */

import { expect, test } from 'vitest';
import { built } from '../kit/built.ts';

const { store } = built();

const row = (sql: string) => store().get<Record<string, unknown>>(sql);

test('a determination word becomes a coverage value and, apart from it, its ground', () => {
  expect(
    row(
      `select c.covered, c.basis, c.value_state, c.stated_at, c.knowledge_level, c.component_id
       from coverage c where c.id = 'CoverageStatement:CPT:77090/aetna/COMMERCIAL/0134/2026'`,
    ),
  ).toEqual({
    covered: 'CONDITIONAL',
    basis: 'ADJUNCT',
    value_state: 'VALUE',
    stated_at: 'SERVICE_FAMILY',
    knowledge_level: 'ENTAILMENT',
    component_id: 'ServiceComponent:trabecular-bone-score/technical-preparation-and-transmission',
  });
});

test('a text that does not speak of a code is silent, not a denial', () => {
  expect(
    row(
      `select c.covered, c.value_state, c.unknown_reason from coverage c
       where c.id = 'CoverageStatement:CPT:77089/medicare/MEDICARE_FFS/ncd-150-3/2007'`,
    ),
  ).toEqual({ covered: null, value_state: 'UNKNOWN_VALUE', unknown_reason: 'POLICY_SILENT_ON_CODE' });
});

test('a last day is stored as the day after, so that the day itself still holds', () => {
  expect(
    row(`select v.valid_to, v.valid_end from policy_version v where v.id = 'PolicyVersion:cigna/0300/2025'`),
  ).toEqual({ valid_to: '2026-04-16', valid_end: 'KNOWN' });
});

test('an end that no source gives is not known, which is not the same as open', () => {
  expect(
    row(`select v.valid_to, v.valid_end from policy_version v where v.id = 'PolicyVersion:aetna/0134/2026'`),
  ).toEqual({ valid_to: null, valid_end: 'NOT_KNOWN' });
});

test('what a superseded version says is deprecated, with the reason', () => {
  expect(
    row(
      `select c.rank, c.rank_reason from coverage c
       where c.id = 'CoverageStatement:CPT:77080/bcbsnc/COMMERCIAL/bone-mineral-density-studies/2015'`,
    ),
  ).toEqual({ rank: 'DEPRECATED', rank_reason: 'Its version is no longer in force: historic.' });
});

test('a statement of a superseded version whose end is known stays, and ends', () => {
  expect(
    row(
      `select c.rank, c.valid_to from coverage c
       where c.id = 'CoverageStatement:CPT:77080/highmark/COMMERCIAL/x-24/044'`,
    ),
  ).toEqual({ rank: 'NORMAL', valid_to: '2023-10-01' });
});

test('both amounts that were published for 77089 in 2022 are there, each with its source', () => {
  const found = store().all(
    `select r.amount, c.source_id from rate_benchmark r join citation c on c.subject_id = r.id and c.seq = 0
     where r.subject_id = 'BillingCode:CPT:77089' and r.amount_kind = 'FEE_SCHEDULE_AMOUNT'
       and r.valid_from = '2022-01-01' and r.valid_to = '2023-01-01' order by r.amount`,
  );
  expect(found).toEqual([
    { amount: 4100, source_id: 'Source:S-MEDIMAPS-GUIDE' },
    { amount: 4153, source_id: 'Source:S-MEDIMAPS-NEWS' },
  ]);
});

test('the association is named by the reports and decides nothing', () => {
  const found = store().all<{ value_state: string; unknown_reason: string }>(
    `select c.value_state, c.unknown_reason from coverage c where c.payer_id = 'Payer:bcbs'`,
  );
  expect(found).toHaveLength(2);
  for (const statement of found) {
    expect(statement).toEqual({ value_state: 'UNKNOWN_VALUE', unknown_reason: 'NOT_STATED_IN_SOURCE' });
  }
});

test('an original is the primary source and the re-packaging beside it the aggregator', () => {
  const found = store().all(
    `select c.source_id, c.role from citation c where c.subject_id = 'FeeScheduleEntry:CPT:77089/2024-01-01' order by c.seq`,
  );
  expect(found).toEqual([
    { source_id: 'Source:S-RVU24A', role: 'PRIMARY_KNOWLEDGE_SOURCE' },
    { source_id: 'Source:S-RVU-ARK', role: 'AGGREGATOR_KNOWLEDGE_SOURCE' },
  ]);
});

test('a not applicable amount is no zero', () => {
  expect(
    row(
      `select f.facility_amount, f.facility_not_applicable from fee_schedule_entry f
       where f.id = 'FeeScheduleEntry:CPT:77090/2025-01-01'`,
    ),
  ).toEqual({ facility_amount: null, facility_not_applicable: 1 });
});
