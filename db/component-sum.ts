/** Do the RVUs of a family's parts add up to those of the whole? The graph checks itself with this. */

import type { Memory } from './memory.ts';
import type { Store } from './store.ts';
import { type Row, selectList } from './table.ts';
import { feeScheduleEntry } from './tables.ts';
import { type AsOf, inForce } from './time.ts';

export type FeeRow = Row<typeof feeScheduleEntry>;

/** Totals in hundredths of an RVU, non-facility, and the rows they are made of, the whole service first. */
export interface ComponentSum {
  readonly globalTotal: number;
  readonly componentTotal: number;
  readonly entries: readonly FeeRow[];
}

const rowsOfCodes = `
  select ${selectList(feeScheduleEntry, 't')}
  from json_each(:codes) k
  join fee_schedule_entry t on t.code_id = k.value and ${inForce('t')} and t.rank <> 'DEPRECATED'
  order by t.code_id, t.id`;

/** The sum on a day, in one statement; null when a part or the whole has no priced row in force, so that there is nothing to add. */
export function componentSum(
  store: Store,
  memory: Memory,
  familyId: string,
  asOf: AsOf,
): ComponentSum | null {
  const components = memory.by('service_component', 'familyId', familyId);
  const units = components.flatMap(({ id, role }) =>
    memory.units
      .filter(({ componentId }) => componentId === id)
      .map((unit) => ({ ...unit, whole: role === 'GLOBAL' })),
  );
  const codes = JSON.stringify([...new Set(units.map(({ codeId }) => codeId))]);
  const rows = store.all<FeeRow>(rowsOfCodes, { ...asOf, codes });
  const rowOf = (unit: (typeof units)[number]) =>
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
