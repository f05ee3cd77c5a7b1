/** An item of a hospital's price file, in any of its layouts. */

import { billingCodeIn, isDental } from '../../load/format/cells.ts';
import type { Reading } from '../../load/format/format.ts';
import { isLoadedSystem } from '../kit/code-system.ts';

/** What a payer's plan agreed on for an item. Cells are unparsed; empty or undefined where missing. */
export interface Agreed {
  readonly payer: string;
  readonly plan: string;
  readonly dollar: unknown;
  readonly percentage: unknown;
  readonly algorithm: string;
  readonly methodology: string;
  readonly estimated: unknown;
  readonly median: unknown;
  readonly p10: unknown;
  readonly p90: unknown;
  readonly count: unknown;
}

/** A code of an item, with the code system that the file states. */
export interface TypedCode {
  readonly code: string;
  readonly type: string;
}

/** An item in one setting. */
export interface Charge {
  readonly modifiers: readonly string[];
  readonly setting: string;
  readonly billingClass: string;
  /** Amount and unit of a drug, such as `100 ML`; empty where it is none. */
  readonly drug: string;
  /** A hash of the item, to detect rows that repeat it; undefined where each charge is a separate item. */
  readonly item: string | undefined;
  readonly gross: unknown;
  readonly cash: unknown;
  readonly minimum: unknown;
  readonly maximum: unknown;
  readonly agreed: readonly Agreed[];
  readonly line: number;
  readonly at: string;
}

/** Normalises a word of a closed list, which files write in any case. */
export const wordIn = (text: string) => text.trim().toLowerCase();

/** The wanted CPT and HCPCS codes of an item, by the type that the file states: a number alone is not a code. */
export function loadedCodes(
  codes: readonly TypedCode[],
  { wants, skip }: Pick<Reading, 'wants' | 'skip'>,
): readonly string[] {
  const ofCpt = codes.filter(({ type }) => isLoadedSystem(type));
  if (ofCpt.length === 0) {
    const dental = codes.some(({ code, type }) => wordIn(type) === 'cdt' || isDental(code));
    if (codes.length === 0) skip('modifier or item without a code');
    else
      skip(
        dental ? 'dental code, which belongs to the ADA' : 'code of another system than CPT and HCPCS',
        codes.map(({ code, type }) => `${code} ${type}`).join(', '),
      );
    return [];
  }
  const found = ofCpt.flatMap(({ code }) => billingCodeIn(code) ?? []);
  if (found.length === 0)
    skip('code that is not of the form of one', ofCpt.map(({ code }) => code).join(', '));
  const wanted = [...new Set(found)].filter(wants);
  if (found.length > 0 && wanted.length === 0) skip('code not among those wanted', found.join(', '));
  return wanted;
}

/** The modifiers of a cell, distinct and sorted. */
export function modifiersIn(value: unknown): readonly string[] {
  const all = (Array.isArray(value) ? value : [value]).flatMap((each) =>
    String(each ?? '').split(/[|,;\s]+/),
  );
  return [...new Set(all.map((each) => each.toUpperCase()).filter((each) => each !== ''))].sort();
}
