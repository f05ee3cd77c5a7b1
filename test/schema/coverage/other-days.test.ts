/** Cells in which nothing is stated on a day: on the nearest days something is, and on no day between. */

import { expect, test } from 'vitest';
import { dayBefore } from '../../../db/kit/as-of.ts';
import { ask } from '../../kit/graph.ts';

interface Cell {
  readonly payer: { readonly slug: string };
  readonly lineOfBusiness: string;
  readonly component: { readonly id: string };
  readonly state: string;
  readonly reach: string;
  readonly unknownReason: string | null;
  readonly nearestBefore: string | null;
  readonly nearestAfter: string | null;
  readonly priorAuthorization: string;
  readonly priorAuthorizationUnknownReason: string | null;
  readonly priorAuthorizationNearestBefore: string | null;
  readonly priorAuthorizationNearestAfter: string | null;
  readonly priorAuthorizationStatements: readonly { readonly id: string }[];
  readonly priorAuthorizationExplanation: { readonly text: string };
}

async function cellsOn(day: string, lines: readonly string[] | null): Promise<ReadonlyMap<string, Cell>> {
  const { coverageMatrix } = await ask<{ coverageMatrix: { rows: readonly { cells: readonly Cell[] }[] } }>(
    `query ($day: Date!, $lines: [LineOfBusiness!]) {
      coverageMatrix(input: { families: ["ServiceFamily:dxa-axial"], linesOfBusiness: $lines, asOf: { dateOfService: $day } }) {
        rows { cells { payer { slug } lineOfBusiness component { id } state reach unknownReason nearestBefore nearestAfter
          priorAuthorization priorAuthorizationUnknownReason priorAuthorizationNearestBefore priorAuthorizationNearestAfter
          priorAuthorizationStatements { id } priorAuthorizationExplanation { text } } }
      }
    }`,
    { day, lines },
  );
  const cells = coverageMatrix.rows.flatMap((row) => row.cells);
  return new Map(
    cells.map((cell) => [`${cell.component.id} ${cell.payer.slug} ${cell.lineOfBusiness}`, cell]),
  );
}

const dayAfter = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

test('on the nearest days something is stated in the cell, on the days between nothing is, and elsewhere nobody looked', async () => {
  // Every line, so that a cell is there on every day.
  const lines = ['COMMERCIAL', 'MEDICARE_ADVANTAGE', 'MEDICARE_FFS', 'MEDICAID', 'ANY_NOT_STATED'];
  const memo = new Map<string, Promise<ReadonlyMap<string, Cell>>>();
  const on = async (day: string) => {
    const found = memo.get(day) ?? cellsOn(day, lines);
    memo.set(day, found);
    return found;
  };
  const isStated = async (day: string, key: string) => (await on(day)).get(key)?.reach !== 'NONE';
  let met = 0;
  for (const [key, cell] of await on('2016-06-01')) {
    const { nearestBefore, nearestAfter, unknownReason } = cell;
    expect((nearestBefore ?? nearestAfter) !== null).toBe(unknownReason === 'STATED_FOR_OTHER_DAYS');
    if (unknownReason !== 'STATED_FOR_OTHER_DAYS') continue;
    met += 1;
    if (nearestBefore) {
      expect(nearestBefore < '2016-06-01').toBe(true);
      expect([await isStated(nearestBefore, key), await isStated(dayAfter(nearestBefore), key)]).toEqual([
        true,
        false,
      ]);
    }
    if (nearestAfter) {
      expect(nearestAfter > '2016-06-01').toBe(true);
      expect([await isStated(nearestAfter, key), await isStated(dayBefore(nearestAfter), key)]).toEqual([
        true,
        false,
      ]);
    }
  }
  expect(met).toBeGreaterThan(0);
});

test('prior authorization has days of its own, and says so in words', async () => {
  const cells = [...(await cellsOn('2016-06-01', null)).values()];
  const found = cells.filter(
    ({ priorAuthorizationUnknownReason }) => priorAuthorizationUnknownReason === 'STATED_FOR_OTHER_DAYS',
  );
  expect(found.length).toBeGreaterThan(0);
  for (const cell of cells) {
    const { priorAuthorizationNearestBefore, priorAuthorizationNearestAfter } = cell;
    const nearest = priorAuthorizationNearestBefore ?? priorAuthorizationNearestAfter;
    expect(nearest !== null).toBe(found.includes(cell));
    if (nearest) {
      expect(cell.priorAuthorizationStatements).toEqual([]);
      expect(cell.priorAuthorizationExplanation.text).toContain(nearest);
    }
  }
});
