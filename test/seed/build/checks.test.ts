/** Every rule about the data finds what breaks it. */

import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runChecks } from '../../../db/findings/checks.ts';
import { sqlFor } from '../../../db/findings/touched.ts';
import { createStore } from '../../../db/kit/store.ts';
import { statementTables } from '../../../db/tables/index.ts';
import { built } from '../kit/built.ts';

const { store, file } = built();

test('the seed breaks no rule', () => {
  expect(runChecks(store()).filter(({ offenders }) => offenders.length > 0)).toEqual([]);
});

test('every rule says in its first line what it demands', () => {
  for (const { rule, statement } of runChecks(store())) expect(statement, rule).toMatch(/^[A-Z].*\.$/);
});

/** For each rule changes that break it, one at a time, and a row that must be named. */
const violations: readonly (readonly [rule: string, sql: string, id: string])[] = [
  [
    'one-primary-citation',
    `delete from citation_own where subject_id = 'UnitLimit:CPT:77089/PRACTITIONER/2024-07-01'`,
    'UnitLimit:CPT:77089/PRACTITIONER/2024-07-01',
  ],
  ['cited-entities', `delete from citation_own where subject_id = 'Payer:aetna'`, 'Payer:aetna'],
  [
    'reasons-of-unknowns',
    `update coverage_row set covered = 'COVERED' where id = 'CoverageStatement:CPT:77089/medicare/MEDICARE_FFS/ncd-150-3/2007'`,
    'CoverageStatement:CPT:77089/medicare/MEDICARE_FFS/ncd-150-3/2007',
  ],
  [
    'reasons-of-unknowns',
    `update payer_identifier_row set value = null where id = 'PayerIdentifier:aetna/claim-payer-id/60054'`,
    'PayerIdentifier:aetna/claim-payer-id/60054',
  ],
  ['foreign-keys', `update policy set payer_id = 'Payer:nobody' where id = 'Policy:aetna/0134'`, 'policy'],
  [
    'no-dangling-ids',
    `update citation_own set subject_id = 'Payer:nobody' where subject_id = 'Payer:aetna'`,
    'Payer:nobody',
  ],
  [
    'superseded',
    `update coverage_row set superseded_by = 'CoverageStatement:none' where id = 'CoverageStatement:CPT:77080/aetna/COMMERCIAL/0134/2026'`,
    'CoverageStatement:CPT:77080/aetna/COMMERCIAL/0134/2026',
  ],
  [
    'one-preferred',
    `update coverage_row set rank = 'PREFERRED' where code_id = 'BillingCode:CPT:0554T' and payer_id = 'Payer:medicare'`,
    'CoverageStatement:CPT:0554T/medicare/MEDICARE_FFS/ncd-150-3/2007/removal-2023',
  ],
  [
    'one-fee-a-day',
    `update fee_schedule_entry_row set valid_to = '2023-06-01' where id = 'FeeScheduleEntry:CPT:77089/2022-01-01'`,
    'FeeScheduleEntry:CPT:77089/2023-01-01',
  ],
  [
    'fee-schedule-arithmetic',
    `update fee_schedule_entry_row set facility_amount = 0 where id = 'FeeScheduleEntry:CPT:77090/2025-01-01'`,
    'FeeScheduleEntry:CPT:77090/2025-01-01',
  ],
  [
    'one-component-a-code',
    `update billing_code set family_id = 'ServiceFamily:dxa-axial' where code = '77090'`,
    'BillingCode:CPT:77090',
  ],
  [
    'association-decides-nothing',
    `update coverage_row set value_state = 'VALUE', unknown_reason = null where payer_id = 'Payer:bcbs' and code_id = 'BillingCode:CPT:77090'`,
    'CoverageStatement:CPT:77090/bcbs/ANY_NOT_STATED/report/S-SEED-77090',
  ],
  [
    'association-decides-nothing',
    `update payer_identifier_row set payer_id = 'Payer:bcbs' where id = 'PayerIdentifier:aetna/claim-payer-id/60054'`,
    'PayerIdentifier:aetna/claim-payer-id/60054',
  ],
  [
    'ptp-edits',
    `insert into ptp_edit (column1, column2, practitioner, starts, version, term, run, line)
     values ('77090', '99999', 1, '2024-01-01', 0, 1, 1, 1)`,
    'ptp_edit 99999',
  ],
  [
    'own-words',
    `update billing_code set label = 'XYZ TECHL PREP&SEND DATA' where code = '77090'`,
    'BillingCode:CPT:77090',
  ],
  // Without its sign a point of Illinois lies in China, and one of Guam fits no other box than its own.
  ['zip-areas', `update zip_area set longitude = -longitude where zip = '60637'`, '60637'],
  [
    'zip-areas',
    `update zip_area set (latitude, longitude) = (select latitude, longitude from zip_area where zip = '96910') where zip = '60637'`,
    '60637',
  ],
  [
    'zip-areas',
    `insert into zip_area select zip, latitude + 1, longitude, source_id from zip_area where zip = '60637'`,
    '60637',
  ],
  ['zip-areas', `update zip_area set zip = '00501' where zip = '60637'`, '00501'],
];

test.for(violations)('%s finds what breaks it', ([rule, sql, id]) => {
  const folder = mkdtempSync(join(tmpdir(), 'coverage-graph-checks-'));
  const copy = join(folder, 'copy.sqlite');
  copyFileSync(file(), copy);
  const broken = createStore(copy);
  onTestFinished(() => {
    broken.close();
    rmSync(folder, { recursive: true });
  });
  broken.exec(sql);
  const found = runChecks(broken).find((result) => result.rule === rule);
  expect(found?.offenders.map((offender) => offender.id)).toContain(id);
});

test('every rule is tried', () => {
  const rules = readdirSync(join(import.meta.dirname, '../../../db/findings/checks')).map((name) =>
    name.replace('.sql', ''),
  );
  expect([...new Set(violations.map(([rule]) => rule))].toSorted()).toEqual(rules.toSorted());
});

test('the rule about ids of any kind is run again whenever a table with such a subject was touched', () => {
  const anyKind = statementTables.filter(({ columns, subject = '' }) => !columns[subject]?.references);
  expect(anyKind.length).toBeGreaterThan(2);
  const sql = readFileSync(
    join(import.meta.dirname, '../../../db/findings/checks/no-dangling-ids.sql'),
    'utf8',
  );
  for (const { name } of anyKind) expect(sqlFor(sql, new Set([name])), name).toHaveLength(1);
  expect(sqlFor(sql, new Set(['diagnosis_validity']))).toEqual([]);
});
