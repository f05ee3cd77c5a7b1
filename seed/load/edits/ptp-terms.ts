/** The terms of pair edits (all but codes and first day), each stored once in its table. */

import type { WritableStore } from '../../../db/kit/store.ts';
import { insertSql, type Row, selectList } from '../../../db/kit/table.ts';
import { ptpTerm } from '../../../db/tables/index.ts';
import type { PairEditTerm } from '../format/pair-edit.ts';

export interface PtpTerms {
  /** The number of a term, which is inserted on first use. */
  numberOf(term: PairEditTerm): number;
  /** The `validTo` of a term by its number. */
  endOf(number: number): string | null;
}

const stored = `select ${selectList(ptpTerm, 't')} from ptp_term t`;

const keyOf = ({ validTo, modifierIndicator, rationale, before1996 }: PairEditTerm) =>
  JSON.stringify([validTo, modifierIndicator, rationale, before1996]);

export function ptpTerms(store: WritableStore): PtpTerms {
  const numbers = new Map<string, number>();
  /** Terms that are equal are one object in a file, which is found faster. */
  const seen = new Map<PairEditTerm, number>();
  const ends: (string | null)[] = [];
  const note = (number: number, term: PairEditTerm) => {
    numbers.set(keyOf(term), number);
    ends[number] = term.validTo;
  };
  for (const row of store.all<Row<typeof ptpTerm>>(stored))
    note(row.number, { ...row, before1996: row.before1996 === 1 });

  function numberOf(term: PairEditTerm): number {
    const number = seen.get(term) ?? numbers.get(keyOf(term)) ?? added(term);
    seen.set(term, number);
    return number;
  }

  function added(term: PairEditTerm): number {
    const number = numbers.size + 1;
    note(number, term);
    const { validTo, modifierIndicator, rationale, before1996 } = term;
    const flag = before1996 ? 1 : 0;
    store.run(insertSql(ptpTerm), { number, validTo, modifierIndicator, rationale, before1996: flag });
    return number;
  }

  return { numberOf, endOf: (number) => ends[number] ?? null };
}
