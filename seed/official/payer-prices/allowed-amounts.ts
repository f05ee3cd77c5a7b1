/**
 * Transparency in Coverage: what a payer allowed to providers outside of its network, and what these had billed; schemas
 * 1.x and 2.x. JSON: `out_of_network` holds the codes. CMS publishes the schema, payers the files.
 */

import type { OfficialFile } from '../../load/format/file.ts';
import type { Extracted, Format, Reading } from '../../load/format/format.ts';
import { partsOf } from '../../load/json/items.ts';
import { jsonReader } from '../kit/json-reader.ts';
import { neededList } from '../kit/needed-list.ts';
import { priceIn, roundedFrom, unreadable } from '../prices/price.ts';
import { type PriceCollection, priceCollection } from '../prices/price-collection.ts';
import type { Purpose } from '../prices/price-statement.ts';
import { disclosure, hasKey, identified, recognised, reporterOf, stemOf, textOf } from './file.ts';
import { codeOf, placesIn, qualifiersIn } from './item.ts';
import { reportingPayer } from './reporting-payer.ts';
import { wantedCodes } from './wanted.ts';

type Json = Readonly<Record<string, unknown>>;

/** The objects of a list; none where there is no list. */
function objectsIn(value: unknown): readonly Json[] {
  return Array.isArray(value)
    ? value.filter((each): each is Json => typeof each === 'object' && each !== null)
    : [];
}

/** The payments of an item: each allowed amount once, and each billed charge once for each row of providers. */
function takeItem(item: Json, index: number, prices: PriceCollection, reading: Reading): void {
  const code = codeOf(item, reading);
  if (!code) return;
  const place = { line: index + 1, at: `out_of_network[${index}] ${code}` };
  const add = (purpose: Purpose, value: unknown) => {
    const cents = priceIn(value);
    if (cents === null) reading.skip('amount without a figure');
    else if (cents === unreadable) reading.skip('amount that is none', String(value));
    else prices.add(purpose, cents, 1, { ...place, roundedFrom: roundedFrom(value) });
  };
  const amounts = objectsIn(item.allowed_amounts);
  if (amounts.length === 0) reading.skip('item without allowed amounts');
  for (const allowed of amounts) {
    const payments = objectsIn(allowed.payments);
    if (payments.length === 0) reading.skip('allowed amount without payments');
    for (const payment of payments) {
      const purpose = purposeOf(code, item, allowed, payment, reading);
      add(
        { ...purpose, amountKind: 'ALLOWED_AMOUNT', measure: 'out-of-network allowed amount' },
        payment.allowed_amount,
      );
      for (const { billed_charge } of objectsIn(payment.providers))
        add(
          { ...purpose, amountKind: 'BILLED_CHARGE', measure: 'out-of-network billed charge' },
          billed_charge,
        );
      reading.raw?.({ at: place.at, code, ...without(allowed, 'payments'), ...payment });
    }
  }
}

function without(value: Json, key: string): Json {
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
}

function purposeOf(
  code: string,
  item: Json,
  allowed: Json,
  payment: Json,
  reading: Reading,
): Omit<Purpose, 'amountKind' | 'measure'> {
  // The first drafts of the schema have them a level above.
  const cell = payment.billing_code_modifier ?? allowed.billing_code_modifier;
  return {
    code,
    payerId: null,
    payerStated: null,
    network: null,
    ...qualifiersIn(item, payment, { cell, of: allowed }, reading),
    places: placesIn(allowed.service_code),
    algorithm: null,
    percentageBase: null,
  };
}

async function* read(file: OfficialFile, reading: Reading): AsyncGenerator<Extracted, void> {
  const json = jsonReader(file, reading);
  const prices = priceCollection(file.path, reading);
  const root: Record<string, unknown> = {};
  const { begins, check } = neededList(file.path, 'out_of_network');
  const cut = { items: { out_of_network: wantedCodes(reading, reading.skip) }, begins, stray: json.stray };
  for await (const parts of partsOf(file, cut)) {
    for (const { key, index, bytes } of parts) {
      if (!bytes) continue;
      if (index === undefined) {
        root[key] = json.value(bytes, key);
        continue;
      }
      reading.rows?.begins(index + 1, 'item without an amount');
      const item = json.item(bytes, `${key}[${index}]`, 'billing_code');
      if (item) takeItem(item, index, prices, reading);
    }
    // What is left out while the next part is looked for is not of this item.
    reading.rows?.ends();
  }
  check(root);
  json.report();
  const { path } = file;
  const reporter = reporterOf(path, root);
  const { id: payerId, entity } = reportingPayer(reporter, reading);
  if (entity) yield entity;
  const shared = {
    payerId,
    facility: null,
    network: textOf(root, 'plan_name') || null,
    population: `claims out of network in ${stemOf(path)}; n counts each allowed amount of a tax id once, and each charge of its providers once`,
    note: null,
  };
  yield* identified(prices.stated(shared, reading), { path, payerId, name: reporter.name }, reading);
}

/** Transparency in Coverage: out-of-network allowed amounts. */
export const ticAllowedAmounts: Format = {
  ...disclosure,
  name: 'tic-allowed-amounts',
  label: 'Transparency in Coverage: out-of-network allowed amounts',
  recognise: (sighting) => (hasKey(sighting, 'out_of_network') ? recognised(sighting) : undefined),
  read,
};
