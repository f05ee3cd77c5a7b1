/** Items of a hospital's JSON as charges. */

import type { Reading } from '../../load/format/format.ts';
import type { Wanted } from '../../load/json/kept-bytes.ts';
import { wantedItems } from '../kit/wanted-items.ts';
import { statedText, wordsIn } from '../prices/price-words.ts';
import { type Agreed, type Charge, drugOf, type TypedCode } from './charge.ts';

type Json = Readonly<Record<string, unknown>>;

/** The objects of a list; an object in place of a list is the only one. */
export function objectsIn(value: unknown): readonly Json[] {
  const all = Array.isArray(value) ? value : [value];
  return all.filter((each): each is Json => typeof each === 'object' && each !== null);
}

/** The text of a value; empty where it has none. */
export function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** The codes of an item of `standard_charge_information`. */
export function codesOf(item: Json): readonly TypedCode[] {
  return objectsIn(item.code_information)
    .map(({ code, type }) => ({ code: text(code), type: text(type) }))
    .filter(({ code }) => code !== '');
}

/** The charges of an item, one for each setting. */
export function chargesOf(item: Json, index: number): readonly Charge[] {
  const [drug] = objectsIn(item.drug_information);
  return objectsIn(item.standard_charges).map((charge, place) => ({
    modifiers: charge.modifier_code ?? charge.modifiers ?? [],
    setting: wordsIn(charge.setting) ?? '',
    billingClass: wordsIn(charge.billing_class) ?? '',
    drug: drug ? drugOf(text(drug.unit), text(drug.type)) : '',
    item: undefined,
    notes: notesIn(charge.additional_generic_notes),
    gross: charge.gross_charge,
    cash: charge.discounted_cash,
    minimum: charge.minimum,
    maximum: charge.maximum,
    agreed: objectsIn(charge.payers_information).map((payer) =>
      agreedOf(payer, notesIn(charge.additional_generic_notes)),
    ),
    line: index + 1,
    at: `standard_charge_information[${index}].standard_charges[${place}]`,
  }));
}

/** The text of a note, or of all of a list; blanks in it are kept, as notes tell prices apart from release to release. */
const notesIn = (value: unknown) =>
  [typeof value === 'object' ? (wordsIn(value) ?? '') : statedText(text(value))].filter(Boolean);

function agreedOf(payer: Json, generic: readonly string[]): Agreed {
  return {
    payer: text(payer.payer_name),
    plan: text(payer.plan_name),
    dollar: payer.standard_charge_dollar,
    percentage: payer.standard_charge_percentage,
    algorithm: statedText(text(payer.standard_charge_algorithm)),
    methodology: text(payer.methodology),
    estimated: payer.estimated_amount,
    median: payer.median_amount,
    p10: payer['10th_percentile'],
    p90: payer['90th_percentile'],
    count: payer.count,
    notes: [...notesIn(payer.additional_payer_notes), ...generic],
  };
}

/** Items that have a chosen code, found by their list of codes without reading on; what is left out is reported. */
export function wantedCharges(reading: Pick<Reading, 'codes' | 'wants'>, skip: Reading['skip']): Wanted {
  return wantedItems(reading, skip, 'code_information', (list) =>
    objectsIn(list).map(({ code }) => text(code)),
  );
}
