/** The basis of an amount: what must be the same in two amounts before they may be compared. */

import { snake } from '../kit/table.ts';
import { rateBenchmark } from '../tables/index.ts';

/** Columns that tell amounts apart by whose they are and where, not by what they are. */
const whose: ReadonlySet<string> = new Set([
  'subjectId',
  'payerId',
  'payerStated',
  'network',
  'facility',
  'population',
]);

/** The names of the columns of the basis: all others that tell amounts apart. A column that comes to tell them apart is one of these. */
export const basisColumns: readonly string[] = (rateBenchmark.exclusiveBy ?? []).filter(
  (name) => !whose.has(name),
);

/** SQL: the columns of the basis of the row `alias`. */
export function basisOf(alias: string): string {
  return basisColumns.map((name) => `${alias}.${snake(name)}`).join(', ');
}
