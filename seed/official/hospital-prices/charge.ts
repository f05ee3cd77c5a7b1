/** An item of a hospital's price file, in any of its layouts. */

import type { Reading } from '../../load/format/format.ts';
import { type CodeCell, codeCells, isDentalCell } from '../kit/code-cell.ts';
import { isLoadedSystem } from '../kit/code-system.ts';
import { wordIn } from '../prices/price-words.ts';

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
  /** Notes on what this plan agreed on. */
  readonly notes: readonly string[];
}

/** A code of an item, with the code system that the file states. */
export interface TypedCode {
  readonly code: string;
  readonly type: string;
}

/** An item in one setting. */
export interface Charge {
  /** Unparsed. */
  readonly modifiers: unknown;
  readonly setting: string;
  readonly billingClass: string;
  /** Amount and unit of a drug, such as `100 ML`; empty where it is none. */
  readonly drug: string;
  /** A hash of the item, to detect rows of plans, which repeat its own charges; undefined where each charge is a separate item. */
  readonly item: { readonly key: string; readonly isOfPlan: boolean } | undefined;
  /** Notes on the charges that are not of a plan. */
  readonly notes: readonly string[];
  readonly gross: unknown;
  readonly cash: unknown;
  readonly minimum: unknown;
  readonly maximum: unknown;
  readonly agreed: readonly Agreed[];
  readonly line: number;
  readonly at: string;
}

/**
 * The wanted CPT and HCPCS codes of an item, by the type that the file states: a number alone is not a code. Several codes
 * of an item, in one cell or in several, are alternatives: its prices are given for each.
 */
export function loadedCodes(
  codes: readonly TypedCode[],
  { wants, skip }: Pick<Reading, 'wants' | 'skip'>,
): readonly CodeCell[] {
  const ofCpt = codes.filter(({ type }) => isLoadedSystem(type));
  const found = ofCpt.flatMap(({ code }) => codeCells(code));
  if (found.length === 0) {
    const dental = codes.some(({ code, type }) => wordIn(type) === 'cdt' || isDentalCell(code));
    if (codes.length === 0) skip('modifier or item without a code');
    else {
      const written = codes.map(({ code, type }) => `${code} ${type}`).join(', ');
      if (dental) skip('dental code, which belongs to the ADA', written);
      else if (ofCpt.length > 0) skip('code that is not of the form of one', written);
      else skip('code of another system than CPT and HCPCS', written);
    }
    return [];
  }
  const wanted = new Map(found.filter(({ code }) => wants(code)).map((each) => [JSON.stringify(each), each]));
  if (wanted.size === 0) skip('code not among those wanted', found.map(({ code }) => code).join(', '));
  return [...wanted.values()];
}

/** Amount and unit of a drug, so that `1.0 ml` is `1 ML`. */
export function drugOf(unit: string, type: string): string {
  const amount = /^\d+\.\d+$/.test(unit) ? unit.replace(/\.?0+$/, '') : unit;
  return [amount, type.toUpperCase()].filter(Boolean).join(' ');
}

const chargeType = /^gross charge type\s*:/i;

/** The parts of a generic note: the type of the gross charge, which is of the item's own charges, and all others. */
export function dividedNotes(note: string): {
  readonly own: readonly string[];
  readonly others: readonly string[];
} {
  const parts = note.split('|').map((part) => part.trim());
  return {
    own: parts.filter((part) => chargeType.test(part)),
    others: parts.filter((part) => part !== '' && !chargeType.test(part)),
  };
}
