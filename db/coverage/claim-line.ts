/** Which component a claim line bills, and what the coverage matrix says of it for the payer of the line. */

import type * as e from '../enums/index.ts';
import type { AsOf } from '../kit/as-of.ts';
import { lastPart } from '../kit/id-parts.ts';
import type { Store } from '../kit/store.ts';
import type { Memory } from '../release/small-tables.ts';
import { type Cell, coverageMatrix } from './matrix.ts';

/** A component and the payer that is billed for it. */
export interface Billed {
  readonly componentId: string;
  readonly payerId: string;
}

/** The component that a code and modifiers bill: the unit with its component modifier, else the code alone. */
export function componentBilled(
  memory: Memory,
  codeId: string,
  modifiers: readonly string[],
): string | undefined {
  const units = memory.unitsWith(codeId);
  const named = units.find(
    ({ modifierId }) => modifierId !== null && modifiers.includes(lastPart(modifierId)),
  );
  return (named ?? units.find(({ modifierId }) => modifierId === null))?.componentId;
}

/**
 * The cells of each, one a line of business. With a line named, all are read in the statements of one matrix; without,
 * each by itself, since the lines that are known of differ from component to component.
 */
export function cellsBilled(
  store: Store,
  memory: Memory,
  billed: readonly Billed[],
  lineOfBusiness: keyof typeof e.LineOfBusiness.values | null,
  asOf: AsOf,
): readonly (readonly Cell[])[] {
  const linesOfBusiness = lineOfBusiness ? [lineOfBusiness] : null;
  const read = (some: readonly Billed[]) => {
    const componentIds = [...new Set(some.map(({ componentId }) => componentId))];
    const payerIds = [...new Set(some.map(({ payerId }) => payerId))];
    const { rows } = coverageMatrix(store, memory, { componentIds, payerIds, linesOfBusiness, asOf });
    const cells = Map.groupBy(
      rows.flatMap((row) => row.cells),
      (cell) => `${cell.componentId} ${cell.payerId}`,
    );
    return some.map(({ componentId, payerId }) => cells.get(`${componentId} ${payerId}`) ?? []);
  };
  return lineOfBusiness ? read(billed) : billed.flatMap((one) => read([one]));
}
