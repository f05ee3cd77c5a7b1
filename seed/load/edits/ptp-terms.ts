/** What pair edits state beside their codes and first day, each wording once in its table. */

import type { WritableStore } from '../../../db/kit/store.ts';
import { insertSql } from '../../../db/kit/table.ts';
import { ptpTerm } from '../../../db/tables/index.ts';
import type { PairEditTerm } from '../format/pair-edit.ts';

export interface PtpTerms {
  /** The number of a term, which is written when it is met first. */
  numberOf(term: PairEditTerm): number;
  /** The end that the term of a number states. */
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
