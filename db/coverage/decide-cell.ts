/** How one cell of the coverage matrix is decided: which statements decide it, and by which rule. Pure: rows in, answer out. */

import type * as e from '../enums/index.ts';
import { inOrderOf } from '../kit/order.ts';
import type { Row } from '../kit/table.ts';
import { type codeValidity, coverage, type dataGap, priorAuthorization } from '../tables/index.ts';

export type CoverageRow = Row<typeof coverage>;
/** A gap of a payer on a component. */
export type GapRow = Row<typeof dataGap> & {
  readonly componentId: string;
  readonly payerId: string;
  readonly lineOfBusiness: NonNullable<Row<typeof dataGap>['lineOfBusiness']>;
};
export type PriorAuthorizationRow = Row<typeof priorAuthorization>;
export type ValidityRow = Row<typeof codeValidity>;
type Reason = keyof typeof e.UnknownReason.values;

/** The rule that decided a cell; where no statement has a value, where its reason comes from. */
export type CellRule =
  | 'no-code-existed'
  | 'best-statements-agree'
  | 'best-statements-differ'
  | 'reason-of-policy'
  | 'reason-of-search'
  | 'stated-for-other-days'
  | 'not-yet-reviewed';

/** The answer on coverage in a cell. */
export interface CoverageAnswer {
  readonly state: keyof typeof e.CellState.values;
  readonly rule: CellRule;
  /** What the answer rests on: statements of coverage, or of the validity of codes where none existed. */
  readonly because: readonly (CoverageRow | ValidityRow)[];
  /** Statements with a value, the best first; for an unknown cell those that give the reason. */
  readonly statements: readonly CoverageRow[];
  /** Set exactly when the state is UNKNOWN. */
  readonly unknownReason: Reason | null;
  /** The recorded searches that found nothing. */
  readonly gaps: readonly GapRow[];
}

/** The answer on prior authorization in a cell. */
export interface AuthorizationAnswer {
  readonly priorAuthorization: keyof typeof e.PriorAuthorizationAnswer.values;
  readonly priorAuthorizationReason: Reason | null;
  readonly priorAuthorizationStatements: readonly PriorAuthorizationRow[];
}

/** Best first, as their tables declare it for all lists. */
const better = inOrderOf(coverage);
const betterAuthorization = inOrderOf(priorAuthorization);

/** Decides a cell from the statements in force; `ended` are those that show that no code existed, empty where one may have. */
export function decide(
  statements: readonly CoverageRow[],
  gaps: readonly GapRow[],
  ended: readonly ValidityRow[],
): CoverageAnswer {
  if (ended.length > 0) {
    return {
      state: 'NOT_APPLICABLE',
      rule: 'no-code-existed',
      because: ended,
      statements: [],
      unknownReason: null,
      gaps: [],
    };
  }
  const valued = statements.filter(({ covered }) => covered !== null).sort(better);
  const [best] = valued;
  return best ? fromValues(best, valued) : fromSilence(statements, gaps);
}

function fromValues(best: CoverageRow, valued: readonly CoverageRow[]): CoverageAnswer {
  const top = valued.filter(({ rank }) => rank === best.rank);
  const agree = top.every(({ covered }) => covered === best.covered);
  return {
    state: agree ? (best.covered ?? 'INDETERMINATE') : 'CONFLICTING',
    rule: agree ? 'best-statements-agree' : 'best-statements-differ',
    because: top,
    statements: valued,
    unknownReason: null,
    gaps: [],
  };
}

/** The reason comes from a policy that was read, else from a search that found nothing. */
function fromSilence(statements: readonly CoverageRow[], gaps: readonly GapRow[]): CoverageAnswer {
  const unknown = [...statements].sort(better);
  const [first] = unknown;
  const [gap] = gaps;
  const why = (rule: CellRule, unknownReason: Reason): CoverageAnswer => ({
    state: 'UNKNOWN',
    rule,
    because: unknown,
    statements: unknown,
    unknownReason,
    gaps,
  });
  if (first?.unknownReason) return why('reason-of-policy', first.unknownReason);
  if (gap) return why('reason-of-search', gap.reason);
  return why('not-yet-reviewed', 'NOT_YET_REVIEWED');
}

/** Decides prior authorization from the statements in force in a cell, independently of coverage. */
export function decideAuthorization(rows: readonly PriorAuthorizationRow[]): AuthorizationAnswer {
  const values = new Set(rows.map((row) => row.priorAuthorization).filter((value) => value !== null));
  const [only] = values;
  const known = values.size === 1 && only !== undefined;
  const sorted = [...rows].sort(betterAuthorization);
  const reason = values.size > 1 ? 'SOURCES_CONFLICT' : (sorted.at(0)?.unknownReason ?? 'NOT_YET_REVIEWED');
  return {
    priorAuthorization: known ? only : 'UNKNOWN',
    priorAuthorizationReason: known ? null : reason,
    priorAuthorizationStatements: sorted,
  };
}
