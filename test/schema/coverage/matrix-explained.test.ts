/** Every cell of the matrix can be worked out again from the statements it gives as its ground, by the few lines here and nothing else. */

import { describe, expect, test } from 'vitest';
import { CellState } from '../../../db/enums/index.ts';
import { ask } from '../../kit/graph.ts';
import { idsOf } from '../../kit/walk.ts';

interface Ground {
  readonly __typename: string;
  readonly id: string;
  readonly covered?: string | null;
  readonly rank: string;
  readonly unknownReason: string | null;
  readonly policyVersion?: { readonly id: string } | null;
  readonly component?: { readonly id: string };
  readonly codeStatus?: string;
  readonly validity: { readonly from: string | null; readonly to: string | null };
}

interface Cell {
  readonly state: string;
  readonly reach: string;
  readonly unknownReason: string | null;
  readonly nearestBefore: string | null;
  readonly nearestAfter: string | null;
  readonly component: { readonly id: string };
  readonly because: readonly Ground[];
  readonly best: { readonly id: string } | null;
  readonly others: readonly { readonly id: string; readonly rank: string; readonly covered: string | null }[];
  readonly gaps: readonly { readonly reason: string; readonly note: string }[];
}

interface Matrix {
  readonly coverageMatrix: { readonly rows: readonly { readonly cells: readonly Cell[] }[] };
}

const ground = `because { __typename id rank unknownReason validity { from to }
  ... on CoverageStatement { covered component { id } policyVersion { id } } ... on CodeValidity { codeStatus } }`;
const source = `query ($families: [ID!]!, $day: Date!) {
  coverageMatrix(input: { families: $families, asOf: { dateOfService: $day } }) { rows { cells {
    state reach unknownReason nearestBefore nearestAfter component { id } ${ground} best { id } others { id rank covered } gaps { reason note } } } } }`;

const days = ['2006-06-01', '2021-12-31', '2022-01-01', '2025-10-15', '2026-11-24'];
const families = idsOf('ServiceFamily');

async function cellsOn(day: string): Promise<readonly Cell[]> {
  const { coverageMatrix } = await ask<Matrix>(source, { families, day });
  return coverageMatrix.rows.flatMap(({ cells }) => cells);
}

const holds = ({ validity: { from, to } }: Ground, day: string) =>
  (from === null || from <= day) && (to === null || day < to);

/** The state from its ground alone. */
function stateFrom(because: readonly Ground[], day: string): string {
  const validity = because.filter(({ __typename }) => __typename === 'CodeValidity');
  if (validity.length > 0) {
    return validity.some((row) => row.codeStatus === 'ACTIVE' && holds(row, day))
      ? 'EXISTED'
      : 'NOT_APPLICABLE';
  }
  const valued = because.filter(({ covered }) => covered);
  const preferred = valued.filter(({ rank }) => rank === 'PREFERRED');
  const values = new Set((preferred.length > 0 ? preferred : valued).map(({ covered }) => covered));
  if (values.size > 1) return 'CONFLICTING';
  return [...values][0] ?? 'UNKNOWN';
}

/** The reason of an unknown cell: that of the latest policy, of the first search, of the latest other source, that it is stated for other days, or that nobody looked. */
function reasonFrom({ because, gaps, nearestBefore, nearestAfter }: Cell): string {
  const latest = (all: readonly Ground[]) =>
    [...all].sort((a, b) => {
      const [x, y] = [a, b].map((row) => row.validity.from ?? '');
      return x === y ? (a.id < b.id ? -1 : 1) : (x ?? '') > (y ?? '') ? -1 : 1;
    })[0]?.unknownReason;
  const policies = because.filter(({ policyVersion }) => policyVersion);
  const others = because.filter(({ policyVersion }) => !policyVersion);
  const elsewhere = (nearestBefore ?? nearestAfter) ? 'STATED_FOR_OTHER_DAYS' : 'NOT_YET_REVIEWED';
  return latest(policies) ?? gaps[0]?.reason ?? latest(others) ?? elsewhere;
}

function reachFrom({ because, component }: Cell): string {
  const about = because.flatMap((row) => row.component?.id ?? []);
  if (about.length === 0) return 'NONE';
  return about.every((id) => id === component.id) ? 'STATED' : 'SAME_CODE';
}

describe.each(days)('on %s', async (day) => {
  const cells = await cellsOn(day);

  test('every cell has the state, the reason and the reach that follow from its ground', () => {
    expect(cells.length).toBeGreaterThan(1000);
    const odd = cells.filter(
      (cell) =>
        stateFrom(cell.because, day) !== cell.state ||
        (cell.state === 'UNKNOWN' ? reasonFrom(cell) : null) !== cell.unknownReason ||
        reachFrom(cell) !== cell.reach,
    );
    expect(odd).toEqual([]);
  });

  test('the ground holds on the day, is not deprecated, and is there unless nothing is known', () => {
    const odd = cells.filter(
      ({ because, state }) =>
        (because.length === 0 && state !== 'UNKNOWN') ||
        because.some(
          (row) => row.rank === 'DEPRECATED' || (row.__typename === 'CoverageStatement' && !holds(row, day)),
        ),
    );
    expect(odd).toEqual([]);
  });

  test('what is left out of the ground of an answer ranks lower than all that is in it', () => {
    const odd = cells.filter(({ because, others }) => {
      const inIt = new Set(because.map(({ id }) => id));
      return others.some((row) => !inIt.has(row.id) && because.some(({ rank }) => rank === row.rank));
    });
    expect(odd).toEqual([]);
  });
});

test('every state that a cell can have is met on these days', async () => {
  const met = new Set<string>();
  for (const day of days) for (const { state } of await cellsOn(day)) met.add(state);
  expect([...met].sort()).toEqual(Object.keys(CellState.values).sort());
});
