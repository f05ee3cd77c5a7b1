/** What pair edits state beside their codes and first day, each wording once in its table. */

import type { WritableStore } from '../../db/store.ts';
import { insertSql } from '../../db/table.ts';
import { ptpTerm } from '../../db/tables.ts';
import type { PairEditTerm } from './pair-edit.ts';

export interface PtpTerms {
  /** The number of a term, which is written when it is met first. */
  numberOf(term: PairEditTerm): number;
  /** The end that the term of a number states. */
  endOf(number: number): string | null;
}

export function ptpTerms(store: WritableStore): PtpTerms {
  /** By the object: edits of a file share it, so that nearly all are found here. */
  const met = new Map<PairEditTerm, number>();
  const written = new Map<string, number>();
  const ends: (string | null)[] = [];

  function write(term: PairEditTerm): number {
    const { validTo, modifierIndicator, rationale, before1996 } = term;
    const key = JSON.stringify([validTo, modifierIndicator, rationale, before1996]);
    let number = written.get(key);
    if (number === undefined) {
      number = written.size + 1;
      written.set(key, number);
      ends[number] = validTo;
      const flag = before1996 ? 1 : 0;
      store.run(insertSql(ptpTerm), { number, validTo, modifierIndicator, rationale, before1996: flag });
    }
    met.set(term, number);
    return number;
  }

  return {
    numberOf: (term) => met.get(term) ?? write(term),
    endOf: (number) => ends[number] ?? null,
  };
}
