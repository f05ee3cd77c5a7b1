/** The days on which an answer changes are those that a look at every day finds, and no other. */

import { expect, test } from 'vitest';
import { answersOf, changeDays, differing } from '../../../db/coverage/change-days.ts';
import { matrixOfNamed } from '../../../db/coverage/deciding-payers.ts';
import { memoryOf } from '../../../db/release/small-tables.ts';
import { ask, noon, observed, release } from '../../kit/graph.ts';

const { store } = release;
const memory = memoryOf(release);
const componentsOf = (family: string) =>
  memory.by('service_component', 'familyId', `ServiceFamily:${family}`).map(({ id }) => id);

const question = (family: string, named: readonly string[] | null, dateOfService = '2026-11-24') => ({
  componentIds: componentsOf(family),
  named,
  linesOfBusiness: null,
  asOf: { dateOfService, knownAt: '2026-11-24T12:00:00Z' },
});

const dayMs = 86_400_000;
const daysBetween = (first: string, last: string): readonly string[] =>
  Array.from({ length: (Date.parse(last) - Date.parse(first)) / dayMs + 1 }, (_, i) =>
    new Date(Date.parse(first) + i * dayMs).toISOString().slice(0, 10),
  );

/** What a look at every day finds. */
function byLooking(posed: ReturnType<typeof question>, first: string, last: string) {
  const on = (day: string) =>
    answersOf(matrixOfNamed(store, memory, { ...posed, asOf: { ...posed.asOf, dateOfService: day } }));
  const [start = first, ...days] = daysBetween(first, last);
  let before = on(start);
  return days.flatMap((day) => {
    const now = on(day);
    const cells = differing(before, now);
    before = now;
    return cells > 0 ? [{ day, cells }] : [];
  });
}

test.each([
  [
    'trabecular-bone-score',
    ['Payer:aetna', 'Payer:cigna', 'Payer:uhc', 'Payer:medicare'],
    '2024-12-01',
    '2026-12-31',
  ],
  ['dxa-vfa', ['Payer:bcbs', 'Payer:medicare'], '2014-11-01', '2015-11-30'],
] as const)('of %s as %s state it: as a look at every day finds them', (family, named, first, last) => {
  const posed = question(family, named);
  const found = changeDays(store, memory, posed);
  expect(found.filter(({ day }) => day > first && day <= last)).toEqual(byLooking(posed, first, last));
  expect(found.length).toBeGreaterThan(0);
});

test('they are the same whatever the day of the question, and read in a few statements however many they are', async () => {
  const { answer, runs } = await observed(async () => changeDays(store, memory, question('dxa-axial', null)));
  expect(changeDays(store, memory, question('dxa-axial', null, '2020-01-01'))).toEqual(answer);
  expect(answer.length).toBeGreaterThan(10);
  expect(runs.length).toBeLessThanOrEqual(4);
});

test('the graph gives them with how many cells change; what was not known then changed nothing', async () => {
  const days = async (knownAt: string) =>
    (
      await ask<{ coverageChangeDays: readonly { day: string; cells: number }[] }>(
        `query ($input: MatrixInput!) { coverageChangeDays(input: $input) { day cells } }`,
        { input: { codes: ['77092'], payers: ['aetna'], asOf: { knownAt } } },
      )
    ).coverageChangeDays;
  expect(await days(noon.toISOString())).toContainEqual({ day: '2026-01-01', cells: 4 });
  expect(await days('2020-01-01T00:00:00Z')).not.toContainEqual(
    expect.objectContaining({ day: '2026-01-01' }),
  );
});
