/** Whether any code of a component existed on a day, and the statements that show that none did. */

import { rowsOfCodes } from '../codes/rows-of-codes.ts';
import { type AsOf, accepted, holdsOn } from '../kit/as-of.ts';
import type { Store } from '../kit/store.ts';
import type { Memory } from '../release/small-tables.ts';
import { codeValidity } from '../tables/index.ts';
import type { ValidityRow } from './decide-cell.ts';

const validityRows = rowsOfCodes(codeValidity, accepted('t'));

/** Components of which no code existed on the day, with the statements that show it. A code without a statement may have existed. */
export function endedComponents(
  store: Store,
  memory: Memory,
  componentIds: readonly string[],
  asOf: AsOf,
): ReadonlyMap<string, readonly ValidityRow[]> {
  return validityOfComponents(store, memory, componentIds, asOf).endedOn(asOf.dateOfService);
}

/** The same for any day: the statements are read once. */
export function validityOfComponents(
  store: Store,
  memory: Memory,
  componentIds: readonly string[],
  { knownAt }: Pick<AsOf, 'knownAt'>,
) {
  const codesOf = new Map(
    componentIds.map((id) => [id, [...new Set(memory.unitsOf(id).map(({ codeId }) => codeId))]]),
  );
  const codes = JSON.stringify([...new Set([...codesOf.values()].flat())]);
  const rows = store.all<ValidityRow>(validityRows, { knownAt, codes });
  const known = Map.groupBy(rows, (row) => row.codeId);
  function endedOn(day: string): ReadonlyMap<string, readonly ValidityRow[]> {
    const existed = (some: readonly ValidityRow[]) =>
      some.length === 0 || some.some((row) => row.codeStatus === 'ACTIVE' && holdsOn(day, row));
    const ended = new Map<string, readonly ValidityRow[]>();
    for (const [componentId, ofComponent] of codesOf) {
      const ofCodes = ofComponent.map((codeId) => known.get(codeId) ?? []);
      if (!ofCodes.some(existed)) ended.set(componentId, ofCodes.flat());
    }
    return ended;
  }
  return { rows, endedOn };
}
