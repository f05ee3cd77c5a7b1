/** The coverage matrix: what each payer says of each component on a day, as it was known at a moment. Worked out, never stored. */

import type * as e from '../enums/index.ts';
import { withFamiliesNamed } from '../fees/memory-with-families.ts';
import { type AsOf, live, recordedByDates } from '../kit/as-of.ts';
import type { Store } from '../kit/store.ts';
import { selectList, type Table } from '../kit/table.ts';
import type { Memory } from '../release/small-tables.ts';
import { coverage, dataGap, priorAuthorization } from '../tables/index.ts';
import {
  type AuthorizationAnswer,
  type CoverageAnswer,
  type CoverageRow,
  decide,
  decideAuthorization,
  type GapRow,
  type PriorAuthorizationRow,
} from './decide-cell.ts';
import { endedComponents } from './deleted-codes.ts';
import { mentions } from './mention.ts';
import { type CellDays, daysOfCells, type NearestOfCell, withOtherDays } from './other-days.ts';

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
}

/** What the matrix says of one component, payer and line of business, and what that rests on. */
export interface Cell extends MatrixColumn, CoverageAnswer, AuthorizationAnswer, NearestOfCell {
  readonly componentId: string;
  readonly reach: keyof typeof e.CellReach.values;
}

/** The matrix: its columns, and a row of cells for each component in the order of the request. */
export interface Matrix {
  readonly columns: readonly MatrixColumn[];
  readonly rows: readonly { readonly componentId: string; readonly cells: readonly Cell[] }[];
}

/** SQL: the statements of the payers on the components that an answer may rest on. */
const liveOf = (table: Table, condition: string) => `
  select ${selectList(table, 't')}
  from json_each(:components) k
  cross join ${table.name} t
  where t.component_id = k.value and ${live('t')} and t.payer_id in (select value from json_each(:payers)) and ${condition}
  order by t.component_id, t.id`;
const liveCoverage = liveOf(coverage, `not (${mentions('covered')})`);
const livePriorAuthorization = liveOf(priorAuthorization, `not (${mentions('prior_authorization')})`);

const gapRows = `
  select ${selectList(dataGap, 't')}
  from json_each(:components) k
  cross join data_gap t
  where t.component_id = k.value and t.property = 'COVERAGE' and t.statement_id is null and ${recordedByDates('t')} and t.payer_id in (select value from json_each(:payers))
  order by t.component_id, t.id`;

/** Works out the matrix in six statements, whatever its size, and a few more where components are proposed. */
export function coverageMatrix(store: Store, reviewed: Memory, question: MatrixQuestion): Matrix {
  const { asOf, componentIds, payerIds } = question;
  const memory = withFamiliesNamed(store, reviewed, componentIds, asOf);
  const reached = new Map(componentIds.map((id) => [id, sharing(memory, id)]));
  const components = JSON.stringify([...new Set([...reached.values()].flat())]);
  const payers = JSON.stringify(payerIds);
  const dated = { ...asOf, components, payers };
  const stated = Map.groupBy(store.all<CoverageRow>(liveCoverage, dated), cellKey);
  const authorizations = Map.groupBy(
    store.all<PriorAuthorizationRow>(livePriorAuthorization, dated),
    cellKey,
  );
  const gaps = Map.groupBy(
    store.all<GapRow>(gapRows, { knownAt: asOf.knownAt, components, payers }),
    cellKey,
  );
  const endedBy = endedComponents(store, memory, componentIds, asOf);
  const otherDays = daysOfCells(store, dated, cellKey);
  const onOtherDays = [...otherDays.coverage.keys()];
  const columns = columnsOf(memory, question, [...stated.keys(), ...gaps.keys()], onOtherDays);

  const rows = componentIds.map((componentId) => ({
    componentId,
    cells: columns.map((column): Cell => {
      const ended = endedBy.get(componentId) ?? [];
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
      const ofAuthorization = [componentId, ...shared].flatMap((id) =>
        linesOf(column, (line) => authorizations.get(key(id, column.payerId, line)) ?? []),
      );
      const answer = { ...decide(statements, found, ended), ...decideAuthorization(ofAuthorization) };
      const daysOf = (days: CellDays) =>
        [componentId, ...shared].flatMap((id) =>
          linesOf(column, (line) => days.get(key(id, column.payerId, line)) ?? []),
        );
      return {
        componentId,
        ...column,
        reach: ended.length > 0 ? 'NONE' : reach,
        ...withOtherDays(answer, daysOf(otherDays.coverage), daysOf(otherDays.priorAuthorization)),
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

/** The rows of a column's line of business, and those of its payer that state no line. */
function linesOf<T>({ lineOfBusiness }: MatrixColumn, rows: (line: Line) => T | readonly T[]): T[] {
  const lines =
    lineOfBusiness === 'ANY_NOT_STATED' ? [lineOfBusiness] : [lineOfBusiness, 'ANY_NOT_STATED' as const];
  return lines.flatMap(rows);
}

/** The component and those that share a code with it: a statement on 77080 reaches 77080 with a modifier. */
function sharing(memory: Memory, componentId: string): string[] {
  const withSameCode = memory.unitsOf(componentId).flatMap(({ codeId }) => memory.unitsWith(codeId));
  const others = withSameCode.filter(({ modifierId }) => modifierId === null);
  return [...new Set([componentId, ...others.map((unit) => unit.componentId)])];
}

/** The columns: for each payer the requested lines, else every line that its policies, statements or gaps name; where none does, those that statements of other days name. */
function columnsOf(
  memory: Memory,
  { payerIds, linesOfBusiness }: MatrixQuestion,
  keys: readonly string[],
  onOtherDays: readonly string[],
): MatrixColumn[] {
  const linesIn = (some: readonly string[]) => {
    const byPayer = Map.groupBy(
      some.map((text) => text.split(' ')),
      ([, payerId]) => payerId,
    );
    return (payerId: string) => (byPayer.get(payerId) ?? []).map(([, , line]) => line as Line);
  };
  const [onDay, onOthers] = [linesIn(keys), linesIn(onOtherDays)];
  return payerIds.flatMap((payerId) => {
    const policies = memory
      .by('policy', 'payerId', payerId)
      .flatMap((row) => JSON.parse(String(row.linesOfBusiness)) as Line[]);
    const known = [...policies, ...onDay(payerId)];
    const found = new Set(known.length > 0 ? known : onOthers(payerId));
    if (found.size > 1) found.delete('ANY_NOT_STATED');
    const lines = linesOfBusiness ?? (found.size > 0 ? [...found].sort() : ['ANY_NOT_STATED' as const]);
    return lines.map((lineOfBusiness) => ({ payerId, lineOfBusiness }));
  });
}
