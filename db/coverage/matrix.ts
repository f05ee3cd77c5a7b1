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
import {
  authorizationOrOtherDays,
  daysOfCells,
  type NearestOfCell,
  onFirstUse,
  orOtherDays,
} from './other-days.ts';

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
  readonly asOf: AsOf;
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

/** Works out the matrix in four to six statements, whatever its size, and a few more where components are proposed. */
export function coverageMatrix(store: Store, reviewed: Memory, question: MatrixQuestion): Matrix {
  const { asOf, componentIds, payerIds } = question;
  const memory = withFamiliesNamed(store, reviewed, componentIds, asOf);
  const reached = new Map(componentIds.map((id) => [id, sharing(memory, id)]));
  const components = JSON.stringify([...new Set([...reached.values()].flat())]);
  const payers = JSON.stringify(payerIds);
  const dated = { ...asOf, components, payers };
  const stated = store.all<CoverageRow>(liveCoverage, dated);
  const gaps = store.all<GapRow>(gapRows, { knownAt: asOf.knownAt, components, payers });
  const otherDays = daysOfCells(store, dated);
  const endedBy = endedComponents(store, memory, componentIds, asOf);
  const columns = columnsOf(memory, question, [...stated, ...gaps], otherDays.coverage);

  const [statedIn, gapsIn] = [byCell(stated), byCell(gaps)];
  const authorizedIn = byCell(store.all<PriorAuthorizationRow>(livePriorAuthorization, dated));
  const covered = onFirstUse(() => byCell(otherDays.coverage()));
  const authorized = onFirstUse(() => byCell(otherDays.priorAuthorization()));

  function cellOf(componentId: string, shared: readonly string[], column: MatrixColumn): Cell {
    const rowsIn = <R extends InCell>(rows: RowsOfCell<R>, ids: readonly string[]) =>
      ids.flatMap((id) => ofLine(column, rows(id, column.payerId)));
    const all = [componentId, ...shared];
    const ended = endedBy.get(componentId) ?? [];
    const own = rowsIn(statedIn, [componentId]);
    const statements = own.length > 0 ? own : rowsIn(statedIn, shared);
    const reach = own.length > 0 ? 'STATED' : statements.length > 0 ? 'SAME_CODE' : 'NONE';
    const { payerId, lineOfBusiness } = column;
    return {
      componentId,
      payerId,
      lineOfBusiness,
      asOf,
      reach: ended.length > 0 ? 'NONE' : reach,
      ...orOtherDays(decide(statements, rowsIn(gapsIn, all), ended), () => rowsIn(covered(), all)),
      ...authorizationOrOtherDays(decideAuthorization(rowsIn(authorizedIn, all)), () =>
        rowsIn(authorized(), all),
      ),
    };
  }

  const rows = componentIds.map((componentId) => {
    const shared = (reached.get(componentId) ?? []).filter((id) => id !== componentId);
    return { componentId, cells: columns.map((column) => cellOf(componentId, shared, column)) };
  });
  return { columns, rows };
}

/** The place of a row in the matrix. */
interface InCell extends MatrixColumn {
  readonly componentId: string;
}

/** The rows of a component and payer, of whatever line of business. */
type RowsOfCell<R> = (componentId: string, payerId: string) => readonly R[];

function byCell<R extends InCell>(rows: readonly R[]): RowsOfCell<R> {
  const groups = new Map<string, Map<string, R[]>>();
  for (const [componentId, some] of Map.groupBy(rows, (row) => row.componentId))
    groups.set(
      componentId,
      Map.groupBy(some, ({ payerId }) => payerId),
    );
  return (componentId, payerId) => groups.get(componentId)?.get(payerId) ?? [];
}

/** The rows of a column's line of business, then those of its payer that state no line. */
function ofLine<R extends InCell>({ lineOfBusiness }: MatrixColumn, rows: readonly R[]): readonly R[] {
  if (rows.length === 0) return rows;
  const own = rows.filter((row) => row.lineOfBusiness === lineOfBusiness);
  if (lineOfBusiness === 'ANY_NOT_STATED' || own.length === rows.length) return own;
  return [...own, ...rows.filter((row) => row.lineOfBusiness === 'ANY_NOT_STATED')];
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
