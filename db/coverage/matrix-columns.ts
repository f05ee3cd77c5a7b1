/** The columns of the coverage matrix: which lines of business of a payer are shown, and the question that names them. */

import type * as e from '../enums/index.ts';
import type { AsOf } from '../kit/as-of.ts';
import type { Memory } from '../release/small-tables.ts';
import { onFirstUse } from './other-days.ts';

type Line = keyof typeof e.LineOfBusiness.values;

/** A payer and a line of business: a column of the matrix. */
export interface MatrixColumn {
  readonly payerId: string;
  readonly lineOfBusiness: Line;
}

/** A request for a matrix: components, payers that decide for themselves, and lines of business (null: every known line). */
export interface MatrixQuestion {
  readonly componentIds: readonly string[];
  readonly payerIds: readonly string[];
  readonly linesOfBusiness: readonly Line[] | null;
  readonly asOf: AsOf;
  /** What is shown of the statements beside what decides, by the names of their columns; undefined for all. */
  readonly shown?: readonly string[] | undefined;
}

/** The columns: for each payer the requested lines, else every line that its policies, statements or gaps name; where none does, those that statements of other days name. */
export function columnsOf(
  memory: Memory,
  { payerIds, linesOfBusiness }: MatrixQuestion,
  onDay: readonly MatrixColumn[],
  onOtherDays: () => readonly MatrixColumn[],
): MatrixColumn[] {
  const linesIn = (some: readonly MatrixColumn[]) => {
    const byPayer = Map.groupBy(some, ({ payerId }) => payerId);
    return (payerId: string) => (byPayer.get(payerId) ?? []).map(({ lineOfBusiness }) => lineOfBusiness);
  };
  const named = linesIn(onDay);
  const namedOnOthers = onFirstUse(() => linesIn(onOtherDays()));
  return payerIds.flatMap((payerId) => {
    const policies = memory
      .by('policy', 'payerId', payerId)
      .flatMap((row) => JSON.parse(String(row.linesOfBusiness)) as Line[]);
    const known = [...policies, ...named(payerId)];
    const found = new Set(linesOfBusiness ?? (known.length > 0 ? known : namedOnOthers()(payerId)));
    if (!linesOfBusiness && found.size > 1) found.delete('ANY_NOT_STATED');
    const lines = linesOfBusiness ?? (found.size > 0 ? [...found].sort() : ['ANY_NOT_STATED' as const]);
    return lines.map((lineOfBusiness) => ({ payerId, lineOfBusiness }));
  });
}
