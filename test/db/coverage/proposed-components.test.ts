/** The cells of components that are worked out: decided as all cells are, by what is stated of their codes. */

import { expect, test } from 'vitest';
import { coverageMatrix } from '../../../db/coverage/matrix.ts';
import { memoryOf } from '../../../db/release/small-tables.ts';
import {
  billingCode,
  codeValidity,
  feeScheduleEntry,
  indicator,
  modifier,
} from '../../../db/tables/index.ts';
import { add, ids, releaseOf, serviceStore } from '../../kit/synthetic.ts';

const codeId = 'BillingCode:CPT:88020';
const components = ['88020', '88020-26'].map((billed) => `ServiceComponent:proposed-88020/${billed}`);

/** The states of the whole and of a part of a code that modifiers split, on a day. */
function states(dateOfService: string, knownAt = '2026-01-01T00:00:00Z') {
  const store = serviceStore();
  add(store, billingCode, { id: codeId, code: '88020' });
  add(store, indicator, { id: 'Indicator:pctc/1', field: 'pctc', value: '1', allowsComponentModifiers: 1 });
  add(store, modifier, {
    id: 'Modifier:CPT_MODIFIER:26',
    code: '26',
    componentRole: 'PROFESSIONAL_INTERPRETATION_AND_REPORT',
  });
  add(store, feeScheduleEntry, { id: 'FeeScheduleEntry:CPT:88020', codeId, pcTcIndicator: '1' });
  add(store, codeValidity, {
    id: 'CodeValidity:CPT:88020/2020',
    codeId,
    codeStatus: 'ACTIVE',
    validFrom: '2020-01-01',
    validTo: '2025-06-01',
    recordedFrom: '2025-01-01T00:00:00Z',
  });
  const { rows } = coverageMatrix(store, memoryOf(releaseOf(store)), {
    componentIds: components,
    payerIds: [ids.payer],
    linesOfBusiness: ['COMMERCIAL'],
    asOf: { dateOfService, knownAt },
  });
  return rows.flatMap(({ cells }) =>
    cells.map(({ state, unknownReason, because }) => [state, unknownReason, because.map(({ id }) => id)]),
  );
}

test('are not known where nothing is stated, and never null', () => {
  const open = ['UNKNOWN', 'NOT_YET_REVIEWED', []];
  expect(states('2025-05-31')).toEqual([open, open]);
  expect(states('2025-06-01', '2024-12-31T00:00:00Z')).toEqual([open, open]);
});

test('are not applicable on a day on which their code did not exist, by the statements that show it', () => {
  const ended = ['NOT_APPLICABLE', null, ['CodeValidity:CPT:88020/2020']];
  expect(states('2025-06-01')).toEqual([ended, ended]);
});
