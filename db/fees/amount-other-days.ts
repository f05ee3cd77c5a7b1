/** For amounts of the fee schedule that lack a row on a day: the nearest days for which the row is there, and whether it is for want of a release. */

import { type OtherDays, otherDaysAlong, otherDaysInWords, tablesCovered } from '../history/other-days.ts';
import { type AsOf, notDeprecated } from '../kit/as-of.ts';
import type { Where } from '../kit/edge.ts';
import type { Store } from '../kit/store.ts';
import type { Table } from '../kit/table.ts';
import { anesthesiaFactor, conversionFactor, feeScheduleEntry, localityIndex } from '../tables/index.ts';

/** Which row is not there. */
export type LackingRow = 'ENTRY' | 'INDEX' | 'FACTOR' | 'ANESTHESIA_FACTOR';

/** What decides which rows answer, besides the code. */
interface Question {
  readonly modifierId: string | null;
  readonly jurisdictionId: string | null;
  readonly asOf: AsOf;
}

interface LackingRows {
  readonly table: Table;
  readonly by: string;
  /** What leads to the rows of a code, and which of them answer the question. */
  readonly parent: (codeId: string, question: Question) => string;
  readonly where?: (question: Question) => Where;
}

const rowsOf: Readonly<Record<LackingRow, LackingRows>> = {
  ENTRY: {
    table: feeScheduleEntry,
    by: 'codeId',
    parent: (codeId) => codeId,
    where: ({ modifierId }) => ({ sql: 't.modifier_id is :modifierId', params: { modifierId } }),
  },
  INDEX: {
    table: localityIndex,
    by: 'jurisdictionId',
    parent: (_codeId, { jurisdictionId }) => jurisdictionId ?? '',
  },
  FACTOR: {
    table: conversionFactor,
    by: 'payerId',
    parent: () => 'Payer:medicare',
    where: () => ({ sql: "t.applies_to in ('ALL', 'QUALIFYING_APM')", params: {} }),
  },
  ANESTHESIA_FACTOR: {
    table: anesthesiaFactor,
    by: 'payerId',
    parent: () => 'Payer:medicare',
    where: ({ jurisdictionId }) => ({
      sql: 't.jurisdiction_id is :jurisdictionId',
      params: { jurisdictionId },
    }),
  },
};

/** Why rows of a table along a column are not there on a day; null where nothing is known of other days either. */
export function whyNotThere(
  store: Store,
  { table, by }: { readonly table: Table; readonly by: string },
  parents: readonly string[],
  asOf: AsOf,
  where: readonly Where[] = [],
): readonly (Omit<OtherDays, 'type'> | null)[] {
  const [found = []] = otherDaysAlong(store, [{ table, by }], parents, {
    asOf,
    where: [{ sql: notDeprecated('t'), params: {} }, ...where],
  });
  const none = { before: null, after: null, reason: 'NO_RELEASE_READ' as const };
  const isUnread = tablesCovered(store, [table], asOf).get(table.name) === false;
  return parents.map((_, slot) => found[slot]?.[0] ?? (isUnread ? none : null));
}

/** Amounts that lack a row, with the reason and the days; others as they are. For each kind of row that is lacking three SQL statements. */
export function withOtherDays<A extends { readonly lacks: LackingRow | null; readonly note: string }>(
  store: Store,
  codeIds: readonly string[],
  question: Question,
  amounts: readonly A[],
) {
  const answers: (A | ReturnType<typeof onOtherDays<A>>)[] = [...amounts];
  const lacking = Map.groupBy(amounts.keys(), (slot) => amounts[slot]?.lacks ?? null);
  for (const [row, slots] of lacking) {
    if (row === null) continue;
    const { parent, where, ...edge } = rowsOf[row];
    const parents = slots.map((slot) => parent(codeIds[slot] ?? '', question));
    const why = whyNotThere(store, edge, parents, question.asOf, where ? [where(question)] : []);
    for (const [index, slot] of slots.entries()) {
      const [amount, days] = [answers[slot], why[index]];
      if (amount && days) answers[slot] = onOtherDays(amount, days, question.asOf);
    }
  }
  return answers;
}

/** An answer without an amount that says for which other days its row is there. */
export function onOtherDays<A extends { readonly note: string }>(
  answer: A,
  days: Omit<OtherDays, 'type'>,
  { dateOfService }: AsOf,
) {
  const { reason, before, after } = days;
  const note = `${answer.note} ${otherDaysInWords(days, dateOfService, 'one')}`;
  return { ...answer, unknownReason: reason, note, nearest: { before, after } };
}
