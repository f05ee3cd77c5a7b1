/** The matrix as people read it: what is known first, then the unknown by its reason, and what shares a parent together. */

import type { LineOfBusiness, MatrixQuery, UnknownReason } from '../../graph/graphql.ts';

/** The matrix as it was answered. */
export type AnsweredMatrix = NonNullable<MatrixQuery['coverageMatrix']>;
/** A cell of it. */
export type MatrixCell = AnsweredMatrix['rows'][number]['cells'][number];
/** A component of it. */
export type Component = AnsweredMatrix['rows'][number]['component'];
/** A payer of it. */
export type MatrixPayer = AnsweredMatrix['columns'][number]['payer'];

/** A payer in a line of business, with a cell for each component. */
export interface PayerRow {
  readonly payer: MatrixPayer;
  readonly lineOfBusiness: LineOfBusiness;
  readonly cells: readonly MatrixCell[];
}

/** Rows of payers that share an association, or a programme; alone where there is no parent. */
export interface Family {
  readonly parent: MatrixPayer['parent'];
  readonly rows: readonly PayerRow[];
}

/** Rows of which nothing is known, for one reason. */
export interface Fold {
  readonly reason: UnknownReason;
  readonly nextStep: string | null;
  readonly families: readonly Family[];
  /** Cells in it. */
  readonly count: number;
}

/** The rows that know something, and the others folded by the reason that most of their cells give. */
export function readMatrix({ columns, rows, summary }: AnsweredMatrix): {
  readonly known: readonly PayerRow[];
  readonly folds: readonly Fold[];
} {
  const all = columns.map(
    ({ payer, lineOfBusiness }, column): PayerRow => ({
      payer,
      lineOfBusiness,
      cells: rows.flatMap(({ cells }) => cells[column] ?? []),
    }),
  );
  const unknown = all.filter(({ cells }) => cells.every(({ state }) => state === 'UNKNOWN'));
  const nextSteps = new Map(summary.unknown.map(({ reason, nextStep }) => [reason, nextStep]));
  const folds = [...Map.groupBy(unknown, reasonOf)].map(
    ([reason, rows]): Fold => ({
      reason,
      nextStep: nextSteps.get(reason) ?? null,
      families: families(rows),
      count: rows.reduce((sum, { cells }) => sum + cells.length, 0),
    }),
  );
  return {
    known: all.filter((row) => !unknown.includes(row)),
    folds: folds.sort((one, other) => other.count - one.count),
  };
}

function reasonOf({ cells }: PayerRow): UnknownReason {
  const reasons = Map.groupBy(cells, ({ unknownReason }) => unknownReason ?? 'NOT_YET_REVIEWED');
  const [most] = [...reasons].sort(([, one], [, other]) => other.length - one.length);
  return most?.[0] ?? 'NOT_YET_REVIEWED';
}

function families(rows: readonly PayerRow[]): readonly Family[] {
  const groups = Map.groupBy(rows, ({ payer }) => payer.parent?.id ?? payer.id);
  return [...groups.values()].map((rows) => ({ parent: rows[0]?.payer.parent ?? null, rows }));
}

/** How a component is put on a claim line, such as `77080-26`. */
export const codesOf = ({ reportedBy }: Pick<Component, 'reportedBy'>): readonly string[] =>
  reportedBy.map(({ code, modifiers }) => [code.code, ...modifiers.map(({ code }) => code)].join('-'));

/** The name of a cell in an address. */
export const cellName = ({ payer, lineOfBusiness }: PayerRow, component: Component): string =>
  [payer.slug, lineOfBusiness, codesOf(component)[0] ?? ''].join('.');
