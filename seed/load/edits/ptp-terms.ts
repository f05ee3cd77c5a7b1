/** The terms of pair edits (all but codes and first day), each stored once in its table. */

import type { WritableStore } from '../../../db/kit/store.ts';
import { insertSql } from '../../../db/kit/table.ts';
import { ptpTerm } from '../../../db/tables/index.ts';
import type { PairEditTerm } from '../format/pair-edit.ts';

export interface PtpTerms {
  /** The number of a term, which is inserted on first use. */
  numberOf(term: PairEditTerm): number;
  /** The `validTo` of a term by its number. */
  endOf(number: number): string | null;
}

export function ptpTerms(store: WritableStore): PtpTerms {
  const written = new Map<string, number>();
  const ends: (string | null)[] = [];

  function numberOf({ validTo, modifierIndicator, rationale, before1996 }: PairEditTerm): number {
    const key = JSON.stringify([validTo, modifierIndicator, rationale, before1996]);
    let number = written.get(key);
    if (number === undefined) {
      number = written.size + 1;
      written.set(key, number);
      ends[number] = validTo;
      const flag = before1996 ? 1 : 0;
      store.run(insertSql(ptpTerm), { number, validTo, modifierIndicator, rationale, before1996: flag });
    }
    return number;
  }

  return { numberOf, endOf: (number) => ends[number] ?? null };
}
