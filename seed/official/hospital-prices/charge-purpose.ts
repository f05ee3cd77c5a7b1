/** What the prices of a hospital's item are for. */

import { payerId } from '../../kit/ids.ts';
import type { Reading } from '../../load/format/format.ts';
import type { CodeCell } from '../kit/code-cell.ts';
import { readModifiers } from '../kit/modifier-cell.ts';
import { isProfessionalFee, revenueCodesIn } from '../kit/revenue-codes.ts';
import { baseIn } from '../prices/percentage-base.ts';
import type { Purpose } from '../prices/price-statement.ts';
import { careSettingIn, wordIn } from '../prices/price-words.ts';
import { type Agreed, type Charge, dividedNotes, type TypedCode } from './charge.ts';

const classes: Readonly<Record<string, Purpose['billingClass']>> = {
  facility: 'INSTITUTIONAL',
  professional: 'PROFESSIONAL',
};

const methods: Readonly<Record<string, Purpose['negotiatedType']>> = {
  'case rate': 'CASE_RATE',
  'fee schedule': 'FEE_SCHEDULE',
  'percent of total billed charges': 'PERCENT_OF_BILLED_CHARGES',
  'per diem': 'PER_DIEM',
  other: 'OTHER',
};

/** What all prices of an item have in common, with what its modifier cell says where that is no modifier. */
export type ItemPurpose = Pick<
  Purpose,
  | 'code'
  | 'billingClass'
  | 'modifiers'
  | 'careSetting'
  | 'places'
  | 'arrangement'
  | 'revenueCodes'
  | 'codeVersion'
  | 'severityOfIllness'
> & { readonly modifierWords: string | null };

/** The purpose of an item's prices under one of its codes. */
export function itemPurpose(
  { code, modifiers }: CodeCell,
  codes: readonly TypedCode[],
  charge: Charge,
  skip: Reading['skip'],
): ItemPurpose {
  const revenueCodes = revenueCodesIn(codes);
  const isFee = isProfessionalFee(revenueCodes) && wordIn(charge.billingClass) === '';
  const read = readModifiers(charge.modifiers, modifiers, skip);
  return {
    code,
    billingClass: isFee ? 'PROFESSIONAL' : (classes[wordIn(charge.billingClass)] ?? 'BOTH'),
    modifiers: read.modifiers,
    modifierWords: read.words,
    careSetting: careSettingIn(charge.setting),
    places: null,
    arrangement: null,
    revenueCodes,
    codeVersion: null,
    severityOfIllness: null,
  };
}

/** Returns a function for the purpose of an item's own prices, or of what a plan agreed on. */
export function purposes({ payerNamed }: Pick<Reading, 'payerNamed'>) {
  const payers = new Map<string, string | null>();

  function payerOf(name: string): string | null {
    let found = payers.get(name);
    if (found === undefined) {
      const known = name === '' ? undefined : payerNamed?.(name);
      found = known === undefined ? null : payerId(known);
      payers.set(name, found);
    }
    return found;
  }

  return ({ modifierWords, ...item }: ItemPurpose, charge: Charge, agreed?: Agreed) => {
    const notes = [...(agreed ?? charge).notes, modifierWords].filter((note) => note !== null);
    return {
      ...item,
      payerId: agreed ? payerOf(agreed.payer) : null,
      payerStated: agreed?.payer || null,
      network: agreed?.plan || null,
      negotiatedType: agreed ? (methods[wordIn(agreed.methodology).replace(/[\s_]+/g, ' ')] ?? null) : null,
      algorithm: agreed?.algorithm || null,
      percentageBase: null,
      additionalNotes: [...new Set(notes)].join(' | ') || null,
    } satisfies Omit<Purpose, 'amountKind' | 'measure'>;
  };
}

/** What an agreed percentage is of, by methodology, formula and notes; a type of gross charge does not say that. */
export function percentageBaseOf(
  { percentage, methodology, algorithm, notes }: Agreed,
  type: Purpose['negotiatedType'],
): NonNullable<Purpose['percentageBase']> {
  // Most rows have none, and files millions of rows.
  if (percentage === '' || percentage === undefined) return 'NOT_STATED';
  const method = type === 'PERCENT_OF_BILLED_CHARGES' ? [methodology] : [];
  const named = [...method, algorithm, ...notes.flatMap((note) => dividedNotes(note).others)];
  return baseIn(named.join(' | ')) ?? 'NOT_STATED';
}
