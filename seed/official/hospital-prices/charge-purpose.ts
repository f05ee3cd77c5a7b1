/** What the prices of a hospital's item are for. */

import { payerId } from '../../kit/ids.ts';
import type { Reading } from '../../load/format/format.ts';
import type { CodeCell } from '../kit/code-cell.ts';
import { readModifiers } from '../kit/modifier-cell.ts';
import { isProfessionalFee, revenueCodesIn } from '../kit/revenue-codes.ts';
import { baseIn } from '../prices/percentage-base.ts';
import type { Purpose } from '../prices/price-statement.ts';
import { billingClassIn, careSettingIn, unreadWords, wordIn } from '../prices/price-words.ts';
import { type Agreed, type Charge, dividedNotes, type TypedCode } from './charge.ts';

const methods: Readonly<Record<string, Purpose['negotiatedType']>> = {
  'case rate': 'CASE_RATE',
  'fee schedule': 'FEE_SCHEDULE',
  'per diem': 'PER_DIEM',
  other: 'OTHER',
};

const ofCharges = /^percent(?:age)? of (?:total )?(?:(?:billed|gross) )?charges?$/;

/** A methodology of the templates, with any separator between words; undefined for any other. */
function methodIn(methodology: string): Purpose['negotiatedType'] | undefined {
  const word = wordIn(methodology).replace(/[\s_-]+/g, ' ');
  return ofCharges.test(word) ? 'PERCENT_OF_BILLED_CHARGES' : methods[word];
}

/** What all prices of an item have in common, with what its cells say in words of no known term. */
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
> & { readonly words: readonly string[] };

/** The purpose of an item's prices under one of its codes. */
export function itemPurpose(
  { code, modifiers }: CodeCell,
  codes: readonly TypedCode[],
  charge: Charge,
  skip: Reading['skip'],
): ItemPurpose {
  const { revenueCodes, unread } = revenueCodesIn(codes);
  const isFee = isProfessionalFee(revenueCodes) && wordIn(charge.billingClass) === '';
  const read = readModifiers(charge.modifiers, modifiers, skip);
  const billingClass = billingClassIn(charge.billingClass);
  const careSetting = careSettingIn(charge.setting);
  const words = [
    unreadWords('setting', charge.setting, careSetting, skip),
    unreadWords('billing class', charge.billingClass, billingClass, skip),
    unreadWords('revenue code', unread, null, skip),
    read.words,
  ];
  return {
    code,
    billingClass: isFee ? 'PROFESSIONAL' : (billingClass ?? 'BOTH'),
    modifiers: read.modifiers,
    words: words.filter((each) => each !== null),
    careSetting,
    places: null,
    arrangement: null,
    revenueCodes,
    codeVersion: null,
    severityOfIllness: null,
  };
}

/** Returns a function for the purpose of an item's own prices, or of what a plan agreed on. */
export function purposes({ payerNamed, skip }: Pick<Reading, 'payerNamed' | 'skip'>) {
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

  return ({ words, ...item }: ItemPurpose, charge: Charge, agreed?: Agreed) => {
    const method = agreed && methodIn(agreed.methodology);
    const unread = agreed && unreadWords('methodology', agreed.methodology, method, skip);
    const notes = [...(agreed ?? charge).notes, ...words, ...(unread ? [unread] : [])];
    return {
      ...item,
      payerId: agreed ? payerOf(agreed.payer) : null,
      payerStated: agreed?.payer || null,
      network: agreed?.plan || null,
      negotiatedType: method ?? null,
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
  // Of the templates' methodologies this one alone names a base; any other word may.
  const method = type === null || type === 'PERCENT_OF_BILLED_CHARGES' ? [methodology] : [];
  const named = [...method, algorithm, ...notes.flatMap((note) => dividedNotes(note).others)];
  return baseIn(named.join(' | ')) ?? 'NOT_STATED';
}
