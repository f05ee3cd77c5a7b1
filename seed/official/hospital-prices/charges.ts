/** Adds the charges of a hospital to a collection of prices, by their purpose. */

import { isPlaceholder } from '../../../db/prices/placeholder.ts';
import { methodOf } from '../../kit/rate-parts.ts';
import type { Reading } from '../../load/format/format.ts';
import { ofBase } from '../prices/percentage-base.ts';
import { priceIn, roundedFrom, shareIn, unreadable } from '../prices/price.ts';
import type { PriceCollection, PricePlace } from '../prices/price-collection.ts';
import type { Given, Purpose } from '../prices/price-statement.ts';
import { type Agreed, type Charge, loadedCodes, type TypedCode } from './charge.ts';
import { type ItemPurpose, itemPurpose, percentageBaseOf, purposes } from './charge-purpose.ts';

/** Returns a function that adds the prices of an item and returns whether it has a wanted code; else its charge is not made. */
export function chargeTaker(prices: PriceCollection, reading: Reading) {
  const { skip, rows } = reading;
  const purposeOf = purposes(reading);
  /** The figures added so far by purpose, where they cannot be aggregated. */
  const given = new Map<string, string[]>();
  /** The items' own charges that were added, and whether by a row of their own or by that of a plan. */
  const seen = new Map<string, 'own' | 'plan'>();

  function price(value: unknown, read = priceIn): number | null {
    const found = read(value);
    if (found !== unreadable) return found;
    skip('price that is none', String(value));
    return null;
  }

  function take(purpose: Purpose, value: unknown, place: PricePlace, read = priceIn): boolean {
    const cents = price(value, read);
    if (cents !== null) {
      const { line, at } = place;
      prices.add(purpose, cents, 1, { line, at, roundedFrom: roundedFrom(value) });
    }
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

  /** Whether an item's own figure is a new one: in the tall layout the row of each plan repeats it, other rows state one more. */
  function isNew({ item, notes }: Charge, ...figure: readonly unknown[]): boolean {
    if (item === undefined) return true;
    const key = JSON.stringify([item.key, notes, ...figure]);
    const before = seen.get(key);
    if (!item.isOfPlan) seen.set(key, 'own');
    else if (before === undefined) seen.set(key, 'plan');
    const isNew = before === undefined || (before === 'own' && !item.isOfPlan);
    if (!isNew && figure.some((each, place) => place > 1 && each !== '')) rows?.joins();
    return isNew;
  }

  function takeOwn(item: ItemPurpose, charge: Charge): void {
    const { code } = item;
    const { drug, gross, cash, minimum, maximum } = charge;
    const per = drug ? ` for ${drug}` : '';
    const purpose = purposeOf(item, charge);
    if (isNew(charge, code, 'gross', gross))
      take({ ...purpose, amountKind: 'BILLED_CHARGE', measure: `gross charge${per}` }, gross, charge);
    if (isNew(charge, code, 'cash', cash))
      take(
        { ...purpose, amountKind: 'SELF_PAY_PRICE', measure: `discounted cash price${per}` },
        cash,
        charge,
      );
    if (!isNew(charge, code, 'range', minimum, maximum)) return;
    const range = { minimum: real(price(minimum)), maximum: real(price(maximum)) };
    if (range.minimum === null && range.maximum === null) return;
    if (range.minimum !== null && range.maximum !== null && range.minimum > range.maximum) {
      skip('lowest negotiated charge above the highest', `${minimum} to ${maximum}`);
      return;
    }
    const measure = `lowest and highest negotiated charge${per}`;
    prices.give(
      { ...purpose, amountKind: 'NEGOTIATED_RATE', measure },
      { statistic: 'RANGE', ...range, n: 1, ...roundedNote(minimum, maximum) },
      charge,
    );
  }

  /** Null where the figure is a placeholder or zero, which carries no information. */
  function real(cents: number | null): number | null {
    if (cents === null || (cents > 0 && !isPlaceholder(cents))) return cents;
    skip('placeholder or zero in place of a figure that the file works out');
    return null;
  }

  function takeAgreed(item: ItemPurpose, charge: Charge, agreed: Agreed): void {
    const per = charge.drug ? ` for ${charge.drug}` : '';
    const purpose = purposeOf(item, charge, agreed);
    const rate: Purpose = { ...purpose, amountKind: 'NEGOTIATED_RATE', measure: `negotiated charge${per}` };
    const percentageBase = percentageBaseOf(agreed, purpose.negotiatedType);
    const share: Purpose = {
      ...purpose,
      amountKind: 'NEGOTIATED_PERCENTAGE',
      percentageBase,
      measure: `negotiated percentage ${ofBase(percentageBase)}${per}`,
    };
    const dollars = take(rate, agreed.dollar, charge);
    const percent = take(share, agreed.percentage, charge, shareIn);
    const allowed = takeAllowed(
      { ...purpose, amountKind: 'ALLOWED_AMOUNT', measure: `allowed amounts${per}` },
      agreed,
      charge,
    );
    const isNoted = agreed.algorithm !== '' || (!allowed && agreed.notes.length > 0);
    if (!dollars && !percent && isNoted) prices.note(rate, charge);
  }

  /** Returns whether there are figures of allowed amounts. */
  function takeAllowed(purpose: Purpose, agreed: Agreed, place: PricePlace): boolean {
    const estimated = real(price(agreed.estimated));
    if (estimated !== null)
      give(
        { ...purpose, measure: `estimated ${purpose.measure}` },
        { statistic: 'MEAN', amount: estimated, ...roundedNote(agreed.estimated) },
        place,
      );
    const median = real(price(agreed.median));
    if (median === null) {
      if (agreed.p10 || agreed.p90) skip('percentiles of allowed amounts without their median');
      return estimated !== null;
    }
    const [p10, p90] = [real(price(agreed.p10)), real(price(agreed.p90))];
    give(
      purpose,
      {
        ...{ statistic: 'MEDIAN', amount: median, p50: median, p10, p90 },
        ...roundedNote(agreed.median, agreed.p10, agreed.p90),
        ...countIn(agreed.count),
      },
      place,
    );
    return true;
  }

  return (codes: readonly TypedCode[], chargeOf: () => Charge): boolean => {
    const taken = loadedCodes(codes, reading);
    if (taken.length === 0) return false;
    const charge = chargeOf();
    for (const code of taken) {
      const item = itemPurpose(code, codes, charge, skip);
      takeOwn(item, charge);
      for (const agreed of charge.agreed) takeAgreed(item, charge, agreed);
    }
    reading.raw?.({ codes, ...charge });
    return true;
  };
}

/** A note on figures of a file that have more decimals than are kept. */
function roundedNote(...values: readonly unknown[]): { readonly note?: string } {
  const found = values.flatMap((value) => roundedFrom(value) ?? []);
  return found.length > 0 ? { note: methodOf.rounding(found.join(', ')) } : {};
}

/** Small counts are not stated exactly, to protect patients. */
function countIn(value: unknown): { readonly n: number | null; readonly note?: string } {
  const written = String(value ?? '').trim();
  // Spreadsheets make a number with a point of a count, or one with commas.
  const text = /^\d{1,3}(?:,\d{3})+$|^\d+\.0*$/.test(written) ? written.replace(/\..*|,/g, '') : written;
  if (/^0+$/.test(text))
    return { n: 0, note: 'The file counts no allowed amounts, and gives figures of them.' };
  if (/^\d+$/.test(text)) return { n: isPlaceholder(Number(text) * 100) ? null : Number(text) };
  return text === '' ? { n: null } : { n: null, note: `The file counts ${text} allowed amounts.` };
}
