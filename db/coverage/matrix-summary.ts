/** The matrix in short: cells that share an answer as one group, what is known apart from what is not. Pure: cells in, groups out. */

import type { CoverageRow } from './decide-cell.ts';
import type { Cell, Matrix } from './matrix.ts';
import type { MatrixColumn } from './matrix-columns.ts';

/** Cells of one payer and line of business with one answer on the same grounds, one a component; there is at least one. */
export interface CellGroup
  extends MatrixColumn,
    Pick<Cell, 'state' | 'unknownReason' | 'priorAuthorization' | 'priorAuthorizationReason'> {
  readonly cells: readonly Cell[];
  /** The statement that the answer of the first cell rests on first; null where there is none. */
  readonly best: CoverageRow | null;
}

/** The unknown cells of one reason. */
export interface UnknownCells {
  readonly reason: NonNullable<Cell['unknownReason']>;
  /** How many cells there are. */
  readonly count: number;
  readonly groups: readonly CellGroup[];
}

/** All cells of a matrix, each in one group. */
export interface MatrixSummary {
  /** Groups with any other state than UNKNOWN, in the order of the columns. */
  readonly known: readonly CellGroup[];
  /** Groups whose state is UNKNOWN, by their reason: that of most cells first. */
  readonly unknown: readonly UnknownCells[];
}

/** What a statement adds to an answer; two cells whose statements differ in it do not share one. */
const ground = (row: CoverageRow) => [
  row.covered,
  row.basis,
  row.policyVersionId,
  row.evidence,
  row.reachedBy,
  row.knowledgeLevel,
  row.summary,
  row.frequency,
];

/** Folds a matrix; `conditionsOf` gives the ids of the conditions that the policy version of a statement attaches to its code. */
export function summarize(
  { columns, rows }: Matrix,
  conditionsOf: (statementId: string) => readonly string[],
): MatrixSummary {
  const answer = (cell: Cell) => {
    const { payerId, lineOfBusiness, state, unknownReason, priorAuthorization, priorAuthorizationReason } =
      cell;
    const column = [payerId, lineOfBusiness, state, unknownReason];
    const statements = cell.because.filter((row) => 'summary' in row);
    const conditions = statements.flatMap(({ id }) => conditionsOf(id));
    return JSON.stringify([
      column,
      priorAuthorization,
      priorAuthorizationReason,
      statements.map(ground),
      conditions,
    ]);
  };
  const inOrder = columns.flatMap((_, i) => rows.flatMap(({ cells }) => cells[i] ?? []));
  const groups = [...Map.groupBy(inOrder, answer).values()].flatMap(groupOf);
  const unknown = [...Map.groupBy(groups, ({ unknownReason }) => unknownReason)].flatMap(
    ([reason, ofReason]) => (reason ? [{ reason, count: cellsIn(ofReason), groups: ofReason }] : []),
  );
  return {
    known: groups.filter(({ unknownReason }) => unknownReason === null),
    unknown: unknown.sort((a, b) => b.count - a.count),
  };
}

/** How many cells some groups have. */
export function cellsIn(groups: readonly CellGroup[]): number {
  return groups.reduce((sum, { cells }) => sum + cells.length, 0);
}

function groupOf(cells: readonly Cell[]): readonly CellGroup[] {
  const [first] = cells;
  if (!first) return [];
  const { payerId, lineOfBusiness, state, unknownReason, priorAuthorization, priorAuthorizationReason } =
    first;
  const best = first.statements[0] ?? null;
  return [
    {
      payerId,
      lineOfBusiness,
      state,
      unknownReason,
      priorAuthorization,
      priorAuthorizationReason,
      cells,
      best,
    },
  ];
}
