/** Adds the charges of a hospital to a collection of prices, by their purpose. */

import { payerId } from '../../kit/ids.ts';
import type { Reading } from '../../load/format/format.ts';
import { placeholder } from '../prices/distribution.ts';
import { priceIn, shareIn, unreadable } from '../prices/price.ts';
import type { PriceCollection, PricePlace } from '../prices/price-collection.ts';
import type { Given, Purpose } from '../prices/price-statement.ts';
import { type Agreed, type Charge, loadedCodes, type TypedCode, wordIn } from './charge.ts';

const settings: Readonly<Record<string, Purpose['careSetting']>> = {
  inpatient: 'INPATIENT',
  outpatient: 'OUTPATIENT',
  both: 'BOTH',
};

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

/** Returns a function that adds the prices of an item and returns whether it has a wanted code; else its charge is not made. */
export function chargeTaker(prices: PriceCollection, reading: Reading) {
  const { skip, payerNamed, rows } = reading;
  /** The figures added so far by purpose, where they cannot be aggregated. */
  const given = new Map<string, string[]>();
  const seen = new Set<string>();
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

  function purposeOf(code: string, charge: Charge, agreed?: Agreed) {
    return {
      code,
      billingClass: classes[wordIn(charge.billingClass)] ?? 'BOTH',
      payerId: agreed ? payerOf(agreed.payer) : null,
      payerStated: agreed?.payer || null,
      network: agreed?.plan || null,
      modifiers: charge.modifiers,
      careSetting: settings[wordIn(charge.setting)] ?? null,
      places: null,
      negotiatedType: agreed ? (methods[wordIn(agreed.methodology).replace(/[\s_]+/g, ' ')] ?? null) : null,
      arrangement: null,
      algorithm: agreed?.algorithm || null,
    } satisfies Omit<Purpose, 'amountKind' | 'measure'>;
  }

  function price(value: unknown, read = priceIn): number | null {
    const found = read(value);
    if (found !== unreadable) return found;
    skip('price that is none', String(value));
    return null;
  }

  function take(purpose: Purpose, value: unknown, place: PricePlace, read = priceIn): boolean {
    const cents = price(value, read);
    if (cents !== null) prices.add(purpose, cents, 1, place);
    return cents !== null;
  }

  /** Adds figures that cannot be aggregated with those of another row: a second row becomes a separate statement. */
  function give(purpose: Purpose, figures: Given, place: PricePlace): void {
    const key = JSON.stringify(purpose);
    const before = given.get(key) ?? [];
    const text = JSON.stringify(figures);
    if (before.includes(text)) return void rows?.joins();
    given.set(key, [...before, text]);
    const measure =
      before.length === 0 ? purpose.measure : `${purpose.measure}, row ${before.length + 1} of these`;
    prices.give({ ...purpose, measure }, figures, place);
  }

  /** Whether a figure without a payer is new: the tall layout repeats it in the row of each payer. */
  function isFirst({ item }: Charge, ...figure: readonly unknown[]): boolean {
    if (item === undefined) return true;
    const key = JSON.stringify([item, ...figure]);
    if (seen.has(key)) {
      if (figure.some((each, place) => place > 1 && each !== '')) rows?.joins();
      return false;
    }
    seen.add(key);
    return true;
  }

  function takeOwn(code: string, charge: Charge): void {
    const { drug, gross, cash, minimum, maximum } = charge;
    const per = drug ? ` for ${drug}` : '';
    const purpose = purposeOf(code, charge);
    if (isFirst(charge, code, 'gross', gross))
      take({ ...purpose, amountKind: 'BILLED_CHARGE', measure: `gross charge${per}` }, gross, charge);
    if (isFirst(charge, code, 'cash', cash))
      take(
        { ...purpose, amountKind: 'SELF_PAY_PRICE', measure: `discounted cash price${per}` },
        cash,
        charge,
      );
    if (!isFirst(charge, code, 'range', minimum, maximum)) return;
    const range = { minimum: real(price(minimum)), maximum: real(price(maximum)) };
    if (range.minimum === null && range.maximum === null) return;
    const measure = `lowest and highest negotiated charge${per}`;
    prices.give(
      { ...purpose, amountKind: 'NEGOTIATED_RATE', measure },
      { statistic: 'RANGE', ...range, n: 1 },
      charge,
    );
  }

  /** Null where the figure is a placeholder or zero, which carries no information. */
  function real(cents: number | null): number | null {
    if (cents === null || (cents > 0 && cents < placeholder)) return cents;
    skip('placeholder or zero in place of a figure that the file works out');
    return null;
  }

  function takeAgreed(code: string, charge: Charge, agreed: Agreed): void {
    const per = charge.drug ? ` for ${charge.drug}` : '';
    const purpose = purposeOf(code, charge, agreed);
    const rate: Purpose = { ...purpose, amountKind: 'NEGOTIATED_RATE', measure: `negotiated charge${per}` };
    const share: Purpose = {
      ...purpose,
      amountKind: 'NEGOTIATED_PERCENTAGE',
      measure: `negotiated percentage${per}`,
    };
    const dollars = take(rate, agreed.dollar, charge);
    const percent = take(share, agreed.percentage, charge, shareIn);
    if (!dollars && !percent && agreed.algorithm !== '') prices.note(rate, charge);
    takeAllowed(
      { ...purpose, amountKind: 'ALLOWED_AMOUNT', measure: `allowed amounts${per}` },
      agreed,
      charge,
    );
  }

  function takeAllowed(purpose: Purpose, agreed: Agreed, place: PricePlace): void {
    const estimated = real(price(agreed.estimated));
    if (estimated !== null)
      give(
        { ...purpose, measure: `estimated ${purpose.measure}` },
        { statistic: 'MEAN', amount: estimated },
        place,
      );
    const median = real(price(agreed.median));
    if (median === null) return;
    const [p10, p90] = [real(price(agreed.p10)), real(price(agreed.p90))];
    give(
      purpose,
      { statistic: 'MEDIAN', amount: median, p50: median, p10, p90, ...countIn(agreed.count) },
      place,
    );
  }

  return (codes: readonly TypedCode[], chargeOf: () => Charge): boolean => {
    const taken = loadedCodes(codes, reading);
    if (taken.length === 0) return false;
    const charge = chargeOf();
    for (const code of taken) {
      takeOwn(code, charge);
      for (const agreed of charge.agreed) takeAgreed(code, charge, agreed);
    }
    reading.raw?.({ codes, ...charge });
    return true;
  };
}

/** Small counts are not stated exactly, to protect patients. */
function countIn(value: unknown): { readonly n: number | null; readonly note?: string } {
  const text = String(value ?? '').trim();
  if (/^0+$/.test(text))
    return { n: 0, note: 'The file counts no allowed amounts, and gives figures of them.' };
  if (/^\d+$/.test(text)) return { n: Number(text) * 100 < placeholder ? Number(text) : null };
  return text === '' ? { n: null } : { n: null, note: `The file counts ${text} allowed amounts.` };
}
