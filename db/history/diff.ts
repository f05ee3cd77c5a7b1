/** What differs between two sets of statements: two as-of points, or two payers. Pairs stand in one slot with other content. */

import type { AsOf } from '../kit/as-of.ts';
import type { Where } from '../kit/edge.ts';
import { typeOf } from '../kit/id-parts.ts';
import { idsAlong } from '../kit/ids-along-edge.ts';
import { rowsById } from '../kit/rows-along-edge.ts';
import type { Store } from '../kit/store.ts';
import type { Table } from '../kit/table.ts';
import { statementTables } from '../tables/index.ts';
import { everyStatement } from './statement-edges.ts';

/** The most statements that one side may hold. */
export const maxDiffed = 2000;

/** A statement as it is compared: the columns of its table. */
export type DiffRow = Readonly<Record<string, string | number | null>> & { readonly id: string };

/** A statement that gave way to another in the same slot, and the columns in which they differ. */
export interface Change {
  readonly before: DiffRow;
  readonly after: DiffRow;
  readonly fields: readonly string[];
}

/** Applying it to the one side (drop `removed` and each `before`, add `added` and each `after`) gives the other. */
export interface Diff {
  readonly added: readonly DiffRow[];
  readonly removed: readonly DiffRow[];
  readonly changed: readonly Change[];
  readonly unchangedCount: number;
}

const tableByType = new Map(statementTables.map((table) => [table.type, table]));

/** Columns that name the row, or state when it was recorded; two statements that differ only there state the same. */
const notContent = new Set(['id', 'recordedFrom', 'recordedTo', 'supersededBy']);

/** Columns that name what a statement is about; with the type they make its slot. The version of a policy is content. */
function slotColumns(table: Table): string[] {
  const columns = Object.entries(table.columns);
  const named = columns.filter(
    ([name, column]) => (column.references && name !== 'policyVersionId') || name === table.subject,
  );
  return [
    ...named.map(([name]) => name),
    ...['lineOfBusiness', 'serviceType', 'section', 'seq', 'kind', 'measure'].filter(
      (name) => name in table.columns,
    ),
  ];
}

function tableOf(row: DiffRow): Table {
  const table = tableByType.get(typeOf(row.id));
  if (!table) throw new Error(`${row.id} is no statement.`);
  return table;
}

/** The content columns in which two statements of one type differ. */
export function differingFields(
  before: DiffRow,
  after: DiffRow,
  leaveOut: ReadonlySet<string> = new Set(),
): string[] {
  return Object.keys(tableOf(before).columns).filter(
    (name) => !notContent.has(name) && !leaveOut.has(name) && before[name] !== after[name],
  );
}

/** Compares two sets of rows. What has the same id is unchanged; the rest is paired by slot where the slot holds one of each. */
export function compare(before: readonly DiffRow[], after: readonly DiffRow[]): Diff {
  const beforeIds = new Set(before.map(({ id }) => id));
  const afterIds = new Set(after.map(({ id }) => id));
  const gone = before.filter(({ id }) => !afterIds.has(id));
  const come = after.filter(({ id }) => !beforeIds.has(id));
  const slotOf = (row: DiffRow) =>
    JSON.stringify([typeOf(row.id), ...slotColumns(tableOf(row)).map((name) => row[name])]);
  const comeBySlot = Map.groupBy(come, slotOf);
  const changed = [...Map.groupBy(gone, slotOf)].flatMap(([slot, [first, second]]): Change[] => {
    const [match, another] = comeBySlot.get(slot) ?? [];
    if (!first || !match || second || another) return [];
    return [{ before: first, after: match, fields: differingFields(first, match) }];
  });
  const paired = new Set(changed.flatMap((change) => [change.before.id, change.after.id]));
  return {
    added: come.filter(({ id }) => !paired.has(id)),
    removed: gone.filter(({ id }) => !paired.has(id)),
    changed,
    unchangedCount: before.length - gone.length,
  };
}

/** The statements that hold at an as-of point under some conditions; null when there are more than `maxDiffed`. */
export function statementsAt(store: Store, asOf: AsOf, where: readonly Where[]): readonly DiffRow[] | null {
  const [ids = []] = idsAlong(
    store,
    everyStatement,
    [''],
    { asOf, where },
    { limit: maxDiffed + 1, backward: false },
  );
  if (ids.length > maxDiffed) return null;
  const byType = Map.groupBy(ids, typeOf);
  return [...byType].flatMap(([type, ofType]) => {
    const table = tableByType.get(type);
    return table ? rowsById(store, table, ofType).filter((row) => row !== undefined) : [];
  }) as unknown as DiffRow[]; // rows carry the plain values of their columns
}
