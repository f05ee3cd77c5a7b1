/** The coverage matrix: what each payer says of each component on a day, as it was known at a moment. Worked out, never stored. */

import type * as e from './enums.ts';
import type { Memory } from './memory.ts';
import type { Store } from './store.ts';
import { type Row, selectList } from './table.ts';
import { codeValidity, coverage, dataGap, priorAuthorization } from './tables.ts';
import { type AsOf, held, inForce } from './time.ts';

export type CoverageRow = Row<typeof coverage>;
type GapRow = Row<typeof dataGap>;
type PriorAuthorizationRow = Row<typeof priorAuthorization>;
type Line = keyof typeof e.LineOfBusiness.values;
type Reason = keyof typeof e.UnknownReason.values;

/** A payer and a line of business: a column of the matrix. */
export interface MatrixColumn {
  readonly payerId: string;
  readonly lineOfBusiness: Line;
}

/** What is asked: components, payers that decide for themselves, and lines of business (null: every line that is known of). */
export interface MatrixQuestion {
  readonly componentIds: readonly string[];
  readonly payerIds: readonly string[];
  readonly linesOfBusiness: readonly Line[] | null;
  readonly asOf: AsOf;
}

/** What the matrix says of one component, payer and line of business, and what that rests on. */
export interface Cell extends MatrixColumn {
  readonly componentId: string;
  readonly state: keyof typeof e.CellState.values;
  readonly reach: keyof typeof e.CellReach.values;
  /** Statements with a value, the best first; for an unknown cell those that say why. */
  readonly statements: readonly CoverageRow[];
  /** Set exactly when the state is UNKNOWN. */
  readonly unknownReason: Reason | null;
  /** What was looked at in vain, where that is recorded. */
  readonly gaps: readonly GapRow[];
  readonly priorAuthorization: keyof typeof e.PriorAuthorizationAnswer.values;
  readonly priorAuthorizationReason: Reason | null;
  readonly priorAuthorizationStatements: readonly PriorAuthorizationRow[];
}

/** The matrix: its columns, and a row of cells for each component in the order asked. */
export interface Matrix {
  readonly columns: readonly MatrixColumn[];
  readonly rows: readonly { readonly componentId: string; readonly cells: readonly Cell[] }[];
}

const coverageInForce = `
  select ${selectList(coverage, 't')}
  from json_each(:components) k
  cross join coverage t
  where t.component_id = k.value and ${inForce('t')} and t.rank <> 'DEPRECATED' and t.payer_id in (select value from json_each(:payers))
  order by t.component_id, t.id`;

const priorAuthorizationInForce = `
  select ${selectList(priorAuthorization, 't')}
  from json_each(:components) k
  cross join prior_authorization t
  where t.component_id = k.value and ${inForce('t')} and t.rank <> 'DEPRECATED' and t.payer_id in (select value from json_each(:payers))
  order by t.component_id, t.id`;

const gapsHeld = `
  select ${selectList(dataGap, 't')}
  from json_each(:components) k
  cross join data_gap t
  where t.component_id = k.value and t.statement_id is null and ${held('t')} and t.payer_id in (select value from json_each(:payers))
  order by t.component_id, t.id`;

const validityHeld = `
  select ${selectList(codeValidity, 't')}
  from json_each(:codes) k
  cross join code_validity t
  where t.code_id = k.value and ${held('t')} and t.rank <> 'DEPRECATED'
  order by t.code_id, t.id`;

/** Works out the matrix in four statements, whatever its size. */
export function coverageMatrix(store: Store, memory: Memory, question: MatrixQuestion): Matrix {
  const { asOf, componentIds, payerIds } = question;
  const reached = new Map(componentIds.map((id) => [id, sharing(memory, id)]));
  const components = JSON.stringify([...new Set([...reached.values()].flat())]);
  const payers = JSON.stringify(payerIds);
  const dated = { ...asOf, components, payers };
  const stated = Map.groupBy(store.all<CoverageRow>(coverageInForce, dated), cellKey);
  const authorizations = Map.groupBy(
    store.all<PriorAuthorizationRow>(priorAuthorizationInForce, dated),
    cellKey,
  );
  const gaps = Map.groupBy(
    store.all<GapRow>(gapsHeld, { knownAt: asOf.knownAt, components, payers }),
    cellKey,
  );
  const existing = existingComponents(store, memory, componentIds, asOf);
  const columns = columnsOf(memory, question, [...stated.keys(), ...gaps.keys()]);

  const rows = componentIds.map((componentId) => ({
    componentId,
    cells: columns.map((column): Cell => {
      const own = linesOf(column, (line) => stated.get(key(componentId, column.payerId, line)) ?? []);
      const shared = (reached.get(componentId) ?? []).filter((id) => id !== componentId);
      const statements =
        own.length > 0
          ? own
          : shared.flatMap((id) =>
              linesOf(column, (line) => stated.get(key(id, column.payerId, line)) ?? []),
            );
      const reach = own.length > 0 ? 'STATED' : statements.length > 0 ? 'SAME_CODE' : 'NONE';
      const found = [componentId, ...shared].flatMap((id) =>
        linesOf(column, (line) => gaps.get(key(id, column.payerId, line)) ?? []),
      );
      const asked = [componentId, ...shared].flatMap((id) =>
        linesOf(column, (line) => authorizations.get(key(id, column.payerId, line)) ?? []),
      );
      return {
        componentId,
        ...column,
        ...decide(statements, found, existing.has(componentId)),
        reach: existing.has(componentId) ? reach : 'NONE',
        ...decideAuthorization(asked),
      };
    }),
  }));
  return { columns, rows };
}

function key(componentId: string, payerId: string, line: string): string {
  return `${componentId} ${payerId} ${line}`;
}

function cellKey(row: {
  readonly componentId: string;
  readonly payerId: string;
  readonly lineOfBusiness: string;
}): string {
  return key(row.componentId, row.payerId, row.lineOfBusiness);
}

/** What is said of a column's line, and of a payer without naming a line. */
function linesOf<T>({ lineOfBusiness }: MatrixColumn, rows: (line: Line) => readonly T[]): T[] {
  return lineOfBusiness === 'ANY_NOT_STATED'
    ? [...rows('ANY_NOT_STATED')]
    : [...rows(lineOfBusiness), ...rows('ANY_NOT_STATED')];
}

/** The component and those that share a code with it: what is said of 77080 reaches 77080 with a modifier. */
function sharing(memory: Memory, componentId: string): string[] {
  const withSameCode = memory.unitsOf(componentId).flatMap(({ codeId }) => memory.unitsWith(codeId));
  const others = withSameCode.filter(({ modifierId }) => modifierId === null);
  return [...new Set([componentId, ...others.map((unit) => unit.componentId)])];
}

/** Components of which a code existed on the day, or of which nothing says that none did. */
function existingComponents(
  store: Store,
  memory: Memory,
  componentIds: readonly string[],
  asOf: AsOf,
): ReadonlySet<string> {
  const units = componentIds.flatMap((id) => memory.unitsOf(id));
  const codes = JSON.stringify([...new Set(units.map(({ codeId }) => codeId))]);
  const known = Map.groupBy(
    store.all<Row<typeof codeValidity>>(validityHeld, { knownAt: asOf.knownAt, codes }),
    (row) => row.codeId,
  );
  const day = asOf.dateOfService;
  const exists = (codeId: string) => {
    const rows = known.get(codeId) ?? [];
    const covering = rows.filter(
      ({ validFrom, validTo }) =>
        (validFrom === null || validFrom <= day) && (validTo === null || validTo > day),
    );
    return rows.length === 0 || covering.some(({ codeStatus }) => codeStatus === 'ACTIVE');
  };
  return new Set(units.filter(({ codeId }) => exists(codeId)).map(({ componentId }) => componentId));
}

/** The columns: for each payer the lines asked for, else every line that its policies, statements or gaps speak of. */
function columnsOf(
  memory: Memory,
  { payerIds, linesOfBusiness }: MatrixQuestion,
  keys: readonly string[],
): MatrixColumn[] {
  const seen = Map.groupBy(
    keys.map((text) => text.split(' ')),
    ([, payerId]) => payerId,
  );
  return payerIds.flatMap((payerId) => {
    const policies = memory
      .by('policy', 'payerId', payerId)
      .flatMap((row) => JSON.parse(String(row.linesOfBusiness)) as Line[]);
    const found = new Set<Line>([
      ...policies,
      ...(seen.get(payerId) ?? []).map(([, , line]) => line as Line),
    ]);
    if (found.size > 1) found.delete('ANY_NOT_STATED');
    const lines = linesOfBusiness ?? (found.size > 0 ? [...found].sort() : ['ANY_NOT_STATED' as const]);
    return lines.map((lineOfBusiness) => ({ payerId, lineOfBusiness }));
  });
}

const precision = ['NAMED_CODE', 'CODE_RANGE', 'SERVICE_FAMILY', 'GENERAL_RULE'];

/** Best first: the preferred, then the more precise, then the later. */
function better(a: CoverageRow, b: CoverageRow): number {
  if (a.rank !== b.rank) return a.rank === 'PREFERRED' ? -1 : 1;
  const byPrecision = precision.indexOf(a.statedAt ?? '') - precision.indexOf(b.statedAt ?? '');
  return byPrecision || (b.validFrom ?? '').localeCompare(a.validFrom ?? '') || a.id.localeCompare(b.id);
}

/** What a policy says goes before what a report leaves open. */
function nearer(a: CoverageRow, b: CoverageRow): number {
  return (
    Number(a.policyVersionId === null) - Number(b.policyVersionId === null) ||
    (b.validFrom ?? '').localeCompare(a.validFrom ?? '')
  );
}

/** The state of a cell from the statements that hold there. */
export function decide(
  statements: readonly CoverageRow[],
  gaps: readonly GapRow[],
  codeExists: boolean,
): Pick<Cell, 'state' | 'statements' | 'unknownReason' | 'gaps'> {
  if (!codeExists) return { state: 'NOT_APPLICABLE', statements: [], unknownReason: null, gaps: [] };
  const valued = statements.filter(({ covered }) => covered !== null).sort(better);
  const [best] = valued;
  if (best) {
    const top = new Set(valued.filter(({ rank }) => rank === best.rank).map(({ covered }) => covered));
    return {
      state: top.size > 1 ? 'CONFLICTING' : (best.covered ?? 'INDETERMINATE'),
      statements: valued,
      unknownReason: null,
      gaps: [],
    };
  }
  const unknown = [...statements].sort(nearer);
  const [first] = unknown;
  const [gap] = gaps;
  const fromPolicy = first?.policyVersionId ? first.unknownReason : null;
  return {
    state: 'UNKNOWN',
    statements: unknown,
    unknownReason: fromPolicy ?? gap?.reason ?? first?.unknownReason ?? 'NOT_YET_REVIEWED',
    gaps,
  };
}

function decideAuthorization(
  rows: readonly PriorAuthorizationRow[],
): Pick<Cell, 'priorAuthorization' | 'priorAuthorizationReason' | 'priorAuthorizationStatements'> {
  const values = new Set(rows.map((row) => row.priorAuthorization).filter((value) => value !== null));
  const [only] = values;
  const known = values.size === 1 && only !== undefined;
  const reason = values.size > 1 ? 'SOURCES_CONFLICT' : (rows.at(0)?.unknownReason ?? 'NOT_YET_REVIEWED');
  return {
    priorAuthorization: known ? only : 'UNKNOWN',
    priorAuthorizationReason: known ? null : reason,
    priorAuthorizationStatements: rows,
  };
}
