/** A file that was loaded before the text said the same or another thing, as in a library that outlives a change of the text. All rows are synthetic. */

import { expect, test } from 'vitest';
import { unitLimit } from '../../../../db/tables/index.ts';
import { add } from '../../../kit/synthetic.ts';
import { emptyStore } from '../../kit/empty-store.ts';
import { takeIn, unitsOf } from '../../kit/unit-limits.ts';

const textSince = '2025-05-01T00:00:00Z';

/** The text says 1 from April on; a file that was loaded in March says it of the days from `from` on. */
function merged(from: string, units: number) {
  const store = emptyStore();
  add(store, unitLimit, {
    ...{ id: 'UnitLimit:CPT:00000/PRACTITIONER/2025-04-01', codeId: 'BillingCode:CPT:00000' },
    ...{ serviceType: 'PRACTITIONER', maxUnits: 1, adjudication: '3', rationale: 'synthetic' },
    ...{ validFrom: '2025-04-01', validTo: '2026-01-01', recordedFrom: textSince },
  });
  const loadedAt = '2025-03-01T00:00:00Z';
  const [tally] = takeIn(store, [
    { name: 'EARLY', from, to: '2026-01-01', loadedAt, units: { '00000': units } },
  ]);
  return { store, tally };
}

test('the same is confirmed', () => {
  const { store, tally } = merged('2025-04-01', 1);
  expect(tally).toEqual({ added: 0, ended: 0, corrected: 0, unchanged: 1 });
  expect(unitsOf(store, '00000', '2025-06-01')).toEqual([1]);
});

test('another thing replaces the text at once', () => {
  const { store, tally } = merged('2025-04-01', 2);
  expect(tally).toEqual({ added: 0, ended: 0, corrected: 1, unchanged: 0 });
  expect(unitsOf(store, '00000', '2025-06-01', '2025-04-01T00:00:00Z')).toEqual([2]);
  expect(unitsOf(store, '00000', '2025-06-01')).toEqual([2]);
});

test('another thing of later days ends the text on their first day', () => {
  const { store, tally } = merged('2025-07-01', 2);
  expect(tally).toEqual({ added: 1, ended: 1, corrected: 0, unchanged: 0 });
  expect(unitsOf(store, '00000', '2025-06-30')).toEqual([1]);
  expect(unitsOf(store, '00000', '2025-07-01')).toEqual([2]);
});
