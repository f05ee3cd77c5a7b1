/** Do the RVUs of a family's parts add up to those of the whole? The graph checks itself with this. */

import { rowsOfCodes } from '../codes/rows-of-codes.ts';
import { type AsOf, live } from '../kit/as-of.ts';
import type { Store } from '../kit/store.ts';
import type { Row } from '../kit/table.ts';
import type { Memory, Unit } from '../release/small-tables.ts';
import { feeScheduleEntry } from '../tables/index.ts';
import { withFamiliesNamed } from './memory-with-families.ts';

export type ComponentFee = Row<typeof feeScheduleEntry>;

/** Totals in hundredths of an RVU, non-facility, and the rows they are made of, the whole service first. */
export interface ComponentSum {
  readonly globalTotal: number;
  readonly componentTotal: number;
  readonly entries: readonly ComponentFee[];
}

const feesOfCodes = rowsOfCodes(feeScheduleEntry, live('t'));

/** The sums of families on a day, in one statement; null when a part or the whole has no priced row in force, so that there is nothing to add. */
export function componentSums(
  store: Store,
  reviewed: Memory,
  familyIds: readonly string[],
  asOf: AsOf,
): (ComponentSum | null)[] {
  const memory = withFamiliesNamed(store, reviewed, familyIds, asOf);
  const units = familyIds.map((id) => unitsOf(memory, id));
  const codes = JSON.stringify([...new Set(units.flat().map(({ codeId }) => codeId))]);
  const rows = store.all<ComponentFee>(feesOfCodes, { ...asOf, codes });
  return units.map((family) => sumOf(family, rows));
}

interface FamilyUnit extends Unit {
  readonly whole: boolean;
}

function unitsOf(memory: Memory, familyId: string): readonly FamilyUnit[] {
  const components = memory
    .by('service_component', 'familyId', familyId)
    .toSorted((a, b) => Number(a.seq) - Number(b.seq));
  return components.flatMap(({ id, role }) =>
    memory.unitsOf(id).map((unit) => ({ ...unit, whole: role === 'GLOBAL' })),
  );
}

function sumOf(units: readonly FamilyUnit[], rows: readonly ComponentFee[]): ComponentSum | null {
  const rowOf = (unit: FamilyUnit) =>
    rows.find(
      (row) =>
        row.codeId === unit.codeId && row.modifierId === unit.modifierId && row.nonFacilityAmount !== null,
    );
  const whole = units.filter((unit) => unit.whole).map(rowOf);
  const parts = units.filter((unit) => !unit.whole).map(rowOf);
  const [first] = whole;
  if (!first || parts.length === 0 || parts.includes(undefined)) return null;
  const found = parts.filter((row) => row !== undefined);
  return {
    globalTotal: first.totalRvuNonFacility,
    componentTotal: found.reduce((sum, row) => sum + row.totalRvuNonFacility, 0),
    entries: [first, ...found],
  };
}
