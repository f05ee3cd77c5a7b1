/** Keeps every payer that price files state, once, with its brand: worked out from the amounts and the rules of brands. */

import { folded } from '../kit/folded.ts';
import type { Store, WritableStore } from '../kit/store.ts';
import { ownName, rowsInto, selectList } from '../kit/table.ts';
import { payerBrand, rateBenchmark, statedPayer } from '../tables/index.ts';
import { type BrandRule, brandIn } from './payer-name.ts';

const brandRows = `select ${selectList(payerBrand, 't')} from payer_brand t order by t.slug`;

/** A brand with its rule, its lists as lists. */
export interface Brand extends BrandRule {
  readonly label: string;
  readonly reason: string;
  readonly seen: readonly string[];
}

/** The brands that rules know, in the order of their slugs. */
export function brandsOf(store: Store): readonly Brand[] {
  return store.all<Record<keyof Brand, string>>(brandRows).map(({ spellings, seen, ...plain }) => ({
    ...plain,
    spellings: JSON.parse(spellings) as readonly string[],
    seen: JSON.parse(seen) as readonly string[],
  }));
}

const newNames = `
  select distinct t.payer_stated as "stated"
  from ${ownName(rateBenchmark)} t
  where t.payer_stated is not null and t.payer_stated not in (select s.stated from stated_payer s)
  order by 1`;

/** Adds the payers that amounts state and that are not there yet. Reads every amount once. */
export function fillStatedPayers(store: WritableStore): void {
  const brands = brandsOf(store);
  const found = store.all<{ readonly stated: string }>(newNames);
  for (const { stated } of found)
    store.add(rowsInto(statedPayer), [stated, folded(stated), brandIn(brands, stated)]);
}
