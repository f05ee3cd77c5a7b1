/** The components of codes of a claim that people put in no family: worked out for each day of service. */

import { type CodeFamily, familiesOfCodes } from '../fees/code-families.ts';
import { withFamilies } from '../fees/memory-with-families.ts';
import type { Memory } from '../release/small-tables.ts';
import type { CheckContext, Claim, ProposedComponent } from './claim.ts';

/** The families worked out for the codes of the claim on a day of service, and the tables in memory with them. */
export interface FamiliesOfDay {
  readonly found: readonly CodeFamily[];
  readonly memory: Memory;
}

/** Those of each day of service that the claim names. */
export function familiesByDay(
  { store, memory, knownAt }: CheckContext,
  claim: Claim,
): ReadonlyMap<string, FamiliesOfDay> {
  const days = Map.groupBy(claim.lines, (line) => line.dateOfService);
  return new Map(
    [...days].map(([dateOfService, lines]) => {
      const codeIds = lines.map(({ codeId }) => codeId);
      const found = familiesOfCodes(store, memory, codeIds, { dateOfService, knownAt }).filter(
        (family) => family !== undefined,
      );
      return [dateOfService, { found, memory: withFamilies(memory, found) }];
    }),
  );
}

/** The component of each code in families whose components have codes of their own, with what each follows from. */
export function proposedComponents(families: FamiliesOfDay['found']): ReadonlyMap<string, ProposedComponent> {
  const components = families.flatMap(({ row: { pattern }, components, because }) =>
    pattern === 'STAND_ALONE_CODES' ? components.map((component) => ({ ...component, because })) : [],
  );
  return new Map(
    components.map(({ row, unit, because }) => [
      unit.codeId,
      { familyId: row.familyId, role: row.role, because: because.map(({ id }) => id) },
    ]),
  );
}
