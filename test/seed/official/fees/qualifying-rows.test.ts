/** The file for qualifying participants is held against the other of its release, on synthetic rows. */

import { expect, test } from 'vitest';
import { feeRowAgreement } from '../../../../db/fees/compare-rows.ts';
import { billingCode, feeScheduleEntry, modifier } from '../../../../db/tables/index.ts';
import { pprrvu } from '../../../../seed/official/fees/pprrvu.ts';
import { feeRowsOf } from '../../../../seed/official/fees/pprrvu-fees.ts';
import { add, emptyStore } from '../../../kit/synthetic.ts';
import { type FeeFileRow, feeCsv } from '../../kit/fee-file.ts';
import { inMemory, read } from '../../kit/file-trial.ts';

const rows: readonly FeeFileRow[] = [
  { code: '99901', work: '0.20', totals: ['0.20', '0.20'], factor: '33.4009' },
  { code: '99901', modifier: '26', work: '0.10', totals: ['0.10', '0.10'], factor: '33.4009' },
  { code: '99902', work: '0.30', totals: ['0.30', '0.30'], factor: '33.4009' },
];
const july = { year: 2026, month: 'July' };
const release = { release: 'RVU26C', from: '2026-07-01', to: '2027-01-01' };
const reading = {
  ...release,
  codes: undefined,
  wants: () => true,
  skip: () => {},
};
const asOf = { dateOfService: '2026-08-01', knownAt: '2026-12-31T00:00:00Z' };

/** A store with the rows of the file for everyone else. */
async function held() {
  const store = emptyStore();
  for (const code of ['99901', '99902']) add(store, billingCode, { id: `BillingCode:CPT:${code}`, code });
  add(store, modifier, { id: 'Modifier:CPT_MODIFIER:26', code: '26' });
  const file = inMemory(feeCsv(rows, july), { name: 'PPRRVU2026_Jul_nonQPP.csv' });
  const { statements } = await read(pprrvu, file, release);
  for (const { table, key, values } of statements)
    if (table === feeScheduleEntry)
      add(store, table, { id: `FeeScheduleEntry:${key}`, ...values } as Parameters<typeof add>[2]);
  return store;
}

const qualifying = (texts: readonly FeeFileRow[]) =>
  feeRowsOf(
    inMemory(
      feeCsv(
        texts.map((row) => ({ ...row, factor: '33.5675' })),
        july,
      ),
    ),
    reading,
  );

test('rows that only their factor sets apart agree', async () => {
  expect(await feeRowAgreement(await held(), qualifying(rows), asOf)).toEqual({
    rows: 3,
    agree: 3,
    differ: 0,
    differences: [],
    missing: 0,
  });
});

test('a row that says another thing is told with its columns, and one that is not held is counted', async () => {
  const [first, second, third] = rows;
  if (!first || !second || !third) throw new Error('There are three rows.');
  const changed = [first, { ...second, work: '0.11', status: 'C' }, { ...third, code: '99903' }];
  expect(await feeRowAgreement(await held(), qualifying(changed), asOf)).toEqual({
    rows: 3,
    agree: 1,
    differ: 1,
    differences: [
      {
        line: 7,
        codeId: 'BillingCode:CPT:99901',
        modifierId: 'Modifier:CPT_MODIFIER:26',
        columns: ['statusCode', 'workRvu'],
      },
    ],
    missing: 1,
  });
});
