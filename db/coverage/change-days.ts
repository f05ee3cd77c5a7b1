/** The days on which the answers of a coverage matrix change: every day on which a statement begins or ends is looked at, and no other. */

import { withFamiliesNamed } from '../fees/memory-with-families.ts';
import { nearestOf, spansOf } from '../history/other-days.ts';
import { type AsOf, dayBefore, notDeprecated } from '../kit/as-of.ts';
import type { Store } from '../kit/store.ts';
import { selectList, type Table } from '../kit/table.ts';
import type { Memory } from '../release/small-tables.ts';
import { coverage, priorAuthorization } from '../tables/index.ts';
import type { CoverageRow, PriorAuthorizationRow } from './decide-cell.ts';
import { decidingPayers, withoutRepeated } from './deciding-payers.ts';
import { validityOfComponents } from './deleted-codes.ts';
import { type Cell, gapsOf, type Matrix, matrixOf, namedIn } from './matrix.ts';
import type { MatrixQuestion } from './matrix-columns.ts';
import { mentions } from './mention.ts';
import type { CellDays } from './other-days.ts';

/** A day on which answers are others than on the day before. */
export interface ChangeDay {
  /** YYYY-MM-DD. */
  readonly day: string;
  /** How many cells have another answer, come or go. */
  readonly cells: number;
}

/** The most days that are looked at for one payer: those nearest to the day of the question. */
const mostLooks = 200;

const spans = spansOf('t');

/** SQL: each span of days on which a statement holds that an answer may rest on. */
const spansIn = (table: Table, mentioned: string) => `
  select ${selectList(table, 't')}, ${spans.columns}
  from json_each(:components) k
  cross join ${table.name} t
  ${spans.join}
  where t.component_id = k.value and t.payer_id in (select value from json_each(:payers))
    and ${notDeprecated('t')} and ${spans.condition} and not (${mentioned})
  order by t.component_id, t.id`;
const coverageSpans = spansIn(coverage, mentions('covered'));
const authorizationSpans = spansIn(priorAuthorization, mentions('prior_authorization'));

/** A span: the first day, empty where none is known, and the day after the last. */
interface Span {
  readonly first: string;
  readonly ends: string;
}

type Spanned<R> = R & Span;

/**
 * The days, earliest first, on which an answer of the matrix is another than on the day before: its state, the reason of an UNKNOWN, or
 * the statements that it rests on, of coverage or of prior authorization. Components are those of the day of the question.
 */
export function changeDays(
  store: Store,
  reviewed: Memory,
  question: Omit<MatrixQuestion, 'payerIds'> & { readonly named: readonly string[] | null },
): readonly ChangeDay[] {
  const { asOf, componentIds, named } = question;
  const memory = withFamiliesNamed(store, reviewed, componentIds, asOf);
  const payers = decidingPayers(memory, named);
  const about = namedIn(memory, { componentIds, payerIds: payers.payerIds });
  const dated = { knownAt: asOf.knownAt, ...about };
  const stated = store.all<Spanned<CoverageRow>>(coverageSpans, dated);
  const authorized = store.all<Spanned<PriorAuthorizationRow>>(authorizationSpans, dated);
  const gaps = gapsOf(store, about, asOf);
  const validity = validityOfComponents(store, memory, componentIds, asOf);
  const codeDays = validity.rows.flatMap(({ validFrom, validTo }) => [validFrom, validTo]);

  // A contractor is there or not by what its programme states; all other payers are apart from each other.
  const apart = Map.groupBy(payers.payerIds, (id) => payers.contractors.get(id) ?? id);
  const changed = new Map<string, number>();
  for (const payerIds of apart.values()) {
    const ofGroup = <R extends { readonly payerId: string }>(rows: readonly R[]) =>
      rows.filter(({ payerId }) => payerIds.includes(payerId));
    const [own, ownAuthorized, ownGaps] = [ofGroup(stated), ofGroup(authorized), ofGroup(gaps)];
    const answersOn = (day: string) => {
      const matrix = matrixOf(
        memory,
        { ...question, payerIds, asOf: { ...asOf, dateOfService: day } },
        {
          stated: inForceOn(day, own),
          authorized: inForceOn(day, ownAuthorized),
          gaps: ownGaps,
          otherDays: {
            coverage: () => nearestDays(day, own),
            priorAuthorization: () => nearestDays(day, ownAuthorized),
          },
          endedBy: validity.endedOn(day),
        },
      );
      return answersOf(withoutRepeated(matrix, payers));
    };
    const days = daysToLook([...own, ...ownAuthorized], codeDays, asOf);
    const [first] = days;
    let before = first ? answersOn(dayBefore(first)) : new Map<string, string>();
    for (const day of days) {
      const now = answersOn(day);
      const cells = differing(before, now);
      if (cells > 0) changed.set(day, (changed.get(day) ?? 0) + cells);
      before = now;
    }
  }
  return [...changed].sort().map(([day, cells]) => ({ day, cells }));
}

/** The days on which a statement begins or has ended, in their order. */
function daysToLook(
  statements: readonly Span[],
  codeDays: readonly (string | null)[],
  { dateOfService }: AsOf,
): readonly string[] {
  const bounds = [...statements.flatMap(({ first, ends }) => [first, ends]), ...codeDays];
  const days = [...new Set(bounds.filter((day) => day !== null && day !== '' && day !== '9999'))] as string[];
  const distance = (day: string) => Math.abs(Date.parse(day) - Date.parse(dateOfService));
  return days
    .sort((one, other) => distance(one) - distance(other))
    .slice(0, mostLooks)
    .sort();
}

/** The rows in force on a day, each once. */
function inForceOn<R extends Span & { readonly id: string }>(day: string, rows: readonly R[]): readonly R[] {
  const holding = rows.filter(({ first, ends }) => first <= day && ends > day);
  return [...new Map(holding.map((row) => [row.id, row])).values()];
}

/** The nearest days of each cell that has statements on other days. */
function nearestDays(
  day: string,
  rows: readonly (Span & Pick<CellDays, 'componentId' | 'payerId' | 'lineOfBusiness'>)[],
): readonly CellDays[] {
  const cells = Map.groupBy(
    rows,
    ({ componentId, payerId, lineOfBusiness }) => `${componentId} ${payerId} ${lineOfBusiness}`,
  );
  return [...cells.values()].flatMap((some): CellDays[] => {
    const [row] = some;
    const ended = some.flatMap(({ ends }) => (ends <= day ? [ends] : [])).sort();
    const coming = some.flatMap(({ first }) => (first > day ? [first] : [])).sort();
    const nearest = nearestOf({ end: ended.at(-1) ?? null, after: coming[0] ?? null });
    if (!row || (nearest.before ?? nearest.after) === null) return [];
    const { componentId, payerId, lineOfBusiness } = row;
    return [{ componentId, payerId, lineOfBusiness, ...nearest }];
  });
}

/** The answer of each cell of a matrix as a text; two that are the same are one answer. */
export function answersOf({ rows }: Matrix): ReadonlyMap<string, string> {
  return new Map(
    rows.flatMap(({ cells }) =>
      cells.map((cell) => [`${cell.componentId} ${cell.payerId} ${cell.lineOfBusiness}`, answerOf(cell)]),
    ),
  );
}

function answerOf(cell: Cell): string {
  const { state, unknownReason, because, priorAuthorization: needed, priorAuthorizationReason } = cell;
  const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
  return JSON.stringify([
    ...[state, unknownReason, ids(because)],
    ...[needed, priorAuthorizationReason, ids(cell.priorAuthorizationStatements)],
  ]);
}

/** In how many cells two matrices differ. */
export function differing(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): number {
  const cells = new Set([...before.keys(), ...after.keys()]);
  return [...cells].filter((cell) => before.get(cell) !== after.get(cell)).length;
}
