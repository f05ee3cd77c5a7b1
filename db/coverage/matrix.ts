/** The coverage matrix: what each payer says of each component on a day, as it was known at a moment. Worked out, never stored. */

import type * as e from '../enums/index.ts';
import { withFamiliesNamed } from '../fees/memory-with-families.ts';
import { type AsOf, live, recordedByDates } from '../kit/as-of.ts';
import { columnsOfOrder, ofTable } from '../kit/rows-along-edge.ts';
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
  type ValidityRow,
} from './decide-cell.ts';
import { endedComponents } from './deleted-codes.ts';
import { columnsOf, type MatrixColumn, type MatrixQuestion } from './matrix-columns.ts';
import { mentions } from './mention.ts';
import {
  authorizationOrOtherDays,
  type DaysOfCells,
  daysOfCells,
  type NearestOfCell,
  onFirstUse,
  orOtherDays,
} from './other-days.ts';

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

/** What decides a cell: of the columns of statements, of which thousands may be read, a third. */
const decisive = [
  ...['componentId', 'payerId', 'lineOfBusiness', 'covered', 'priorAuthorization', 'basis', 'unknownReason'],
  columnsOfOrder,
];

/** SQL: the statements of the payers on the components that an answer may rest on, whole or with what decides and what is shown. */
const liveOf = (table: Table, condition: string) => (shown: MatrixQuestion['shown']) =>
  `
  select ${selectList(table, 't', shown && ofTable(table, [...decisive, ...shown]))}
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

/** All that a matrix of one day is worked out from. */
export interface ReadForDay {
  readonly stated: readonly CoverageRow[];
  readonly authorized: readonly PriorAuthorizationRow[];
  readonly gaps: readonly GapRow[];
  readonly otherDays: DaysOfCells;
  /** Components of which no code existed, with what shows it. */
  readonly endedBy: ReadonlyMap<string, readonly ValidityRow[]>;
}

/** Works out the matrix in four to six statements, whatever its size, and a few more where components are proposed. */
export function coverageMatrix(store: Store, reviewed: Memory, question: MatrixQuestion): Matrix {
  const { asOf, componentIds, shown } = question;
  const memory = withFamiliesNamed(store, reviewed, componentIds, asOf);
  const named = namedIn(memory, question);
  const dated = { ...asOf, ...named };
  return matrixOf(memory, question, {
    stated: store.all<CoverageRow>(liveCoverage(shown), dated),
    gaps: gapsOf(store, named, asOf),
    otherDays: daysOfCells(store, dated),
    endedBy: endedComponents(store, memory, componentIds, asOf),
    authorized: store.all<PriorAuthorizationRow>(livePriorAuthorization(shown), dated),
  });
}

/** What a matrix is about, as JSON arrays: its components with those that share a code with them, and its payers. */
interface Named {
  readonly components: string;
  readonly payers: string;
}

/** What the matrix of a question is about. */
export function namedIn(
  memory: Memory,
  { componentIds, payerIds }: Pick<MatrixQuestion, 'componentIds' | 'payerIds'>,
): Named {
  const components = new Set(componentIds.flatMap((id) => sharing(memory, id)));
  return { components: JSON.stringify([...components]), payers: JSON.stringify(payerIds) };
}

/** The gaps of the cells as they were known, which hold on every day. */
export const gapsOf = (store: Store, named: Named, { knownAt }: Pick<AsOf, 'knownAt'>): readonly GapRow[] =>
  store.all<GapRow>(gapRows, { knownAt, ...named });

/** Works out the matrix of what was read for its day. */
export function matrixOf(
  memory: Memory,
  question: MatrixQuestion,
  { stated, authorized: authorizations, gaps, otherDays, endedBy }: ReadForDay,
): Matrix {
  const { asOf, componentIds } = question;
  const reached = new Map(componentIds.map((id) => [id, sharing(memory, id)]));
  const columns = columnsOf(memory, question, [...stated, ...gaps], otherDays.coverage);
  const [statedIn, gapsIn, authorizedIn] = [byCell(stated), byCell(gaps), byCell(authorizations)];
  const covered = onFirstUse(() => byCell(otherDays.coverage()));
  const authorized = onFirstUse(() => byCell(otherDays.priorAuthorization()));

  function cellOf(componentId: string, shared: readonly string[], column: MatrixColumn): Cell {
    // Most components share their code with no other: of one, the rows need not be put together.
    const rowsIn = <R extends InCell>(
      rows: RowsOfCell<R>,
      [id = '', ...others]: readonly string[],
    ): readonly R[] => {
      const own = ofLine(column, rows(id, column.payerId));
      return others.length === 0 ? own : [...own, ...rowsIn(rows, others)];
    };
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
  if (rows.every((row) => row.lineOfBusiness === lineOfBusiness)) return rows;
  const own = rows.filter((row) => row.lineOfBusiness === lineOfBusiness);
  if (lineOfBusiness === 'ANY_NOT_STATED') return own;
  return [...own, ...rows.filter((row) => row.lineOfBusiness === 'ANY_NOT_STATED')];
}

/** The component and those that share a code with it: a statement on 77080 reaches 77080 with a modifier. */
function sharing(memory: Memory, componentId: string): string[] {
  const withSameCode = memory.unitsOf(componentId).flatMap(({ codeId }) => memory.unitsWith(codeId));
  const others = withSameCode.filter(({ modifierId }) => modifierId === null);
  return [...new Set([componentId, ...others.map((unit) => unit.componentId)])];
}
