/** Published rates, row by row: who is paid what for a code. A rate is not coverage. */

import type { ObjectRef } from '@pothos/core';
import { codeId } from '../../db/codes/code-id.ts';
import { formatDecimal } from '../../db/kit/decimal.ts';
import { isPrice } from '../../db/rates/is-price.ts';
import { rateId, rateKeyOf } from '../../db/rates/rate-id.ts';
import type { ProviderGroupMember, RateKey, StoredRate } from '../../db/rates/rate-store.ts';
import { termNames } from '../../db/rates/rate-terms.ts';
import { billingCode, rateBenchmark, source } from '../../db/tables/index.ts';
import { BillingCode } from '../codes/code.ts';
import { Source } from '../evidence/source-edges.ts';
import { builder } from '../kit/builder.ts';
import type { GraphContext } from '../kit/context.ts';
import { type Fact, mustHave } from '../kit/fact.ts';
import { columnFields, type FieldBuilder, type SchemaTypes } from '../kit/fields-from-columns.ts';
import { grows } from '../kit/growth.ts';
import { loaderOf } from '../kit/loader.ts';
import { answeredBy } from './stored.ts';

/** A rate as it is passed on; `miles` by ZIP code where rates near a place were requested. */
export type RateFact = Fact & StoredRate & { readonly milesOf?: ReadonlyMap<string, number> | undefined };

/** A stored rate as a fact. */
export function rateFact(
  row: StoredRate,
  asOf: RateFact['asOf'],
  milesOf?: ReadonlyMap<string, number>,
): RateFact {
  return { ...row, id: rateId(row), asOf, milesOf };
}

/** The rates of some keys, read once for all of a request. */
export const ratesByKey = loaderOf((context, keys: readonly RateKey[]) =>
  answeredBy(context, (rates) => rates.byKeys(keys)),
);

/** The source of a file of rates; undefined where the release does not name it. */
const sourceIdOf = ({ memory }: GraphContext, file: string) =>
  memory.rateFiles.find((each) => each.file === file)?.sourceId;

/** The source of the file that a rate is in. */
export function sourceOfRate(context: GraphContext, { file, asOf }: RateFact) {
  const id = sourceIdOf(context, file);
  if (id === undefined) throw new Error(`No release names the file of rates ${file}.`);
  return mustHave(context, source, id, asOf);
}

/** What a rate has not of the columns of a published amount. */
const notTerms: ReadonlySet<string> = new Set(
  Object.keys(rateBenchmark.columns).filter((name) => !(termNames as readonly string[]).includes(name)),
);

const RateProvider = builder.objectRef<ProviderGroupMember>('RateProvider').implement({
  description: 'Providers that bill under one tax id, as a price file lists them.',
  fields: (t) => ({
    tin: t.exposeString('tin', {
      nullable: true,
      description: 'The tax id, or the NPI in place of one; null where the file gives neither.',
    }),
    tinType: t.exposeString('tinType', {
      nullable: true,
      description: 'What `tin` is, in the words of the file, such as ein or npi; null where it does not say.',
    }),
    npis: t.exposeStringList('npis', {
      description: 'National provider identifiers; empty where the file lists none.',
    }),
  }),
});

/** The providers that are paid a rate, by tax id. */
export const membersOf = ({ members }: RateFact) => JSON.parse(members) as readonly ProviderGroupMember[];
/** The ZIP codes of their places. */
export const zipsOf = ({ zips }: RateFact) => JSON.parse(zips) as readonly string[];

/** The amount; null where the file has a zero or a placeholder. */
export function amountOf({ cents, amountKind }: RateFact): string | null {
  return isPrice(cents, amountKind) ? formatDecimal(cents, 2) : null;
}

/** The miles to the nearest place of those who are paid; null where no place was given, or none of theirs is known. */
export function milesTo(rate: RateFact): number | null {
  const all = zipsOf(rate).flatMap((zip) => rate.milesOf?.get(zip) ?? []);
  return all.length > 0 ? Math.min(...all) : null;
}

/** The rates of some ids, in one read; null for what no release names, whatever the store has. */
async function ratesById(ids: readonly string[], context: GraphContext): Promise<(RateFact | null)[]> {
  const keys = ids.map(rateKeyOf);
  const isNamed = (key: RateKey | undefined) => key && sourceIdOf(context, key.file) !== undefined;
  const named = keys.filter((key): key is RateKey => isNamed(key) === true);
  const rows = named.length > 0 ? await answeredBy(context, (rates) => rates.byKeys(named)) : [];
  const found = new Map(rows.flatMap((row) => (row ? [[rateId(row), row] as const] : [])));
  return ids.map((id) => {
    const row = found.get(id);
    return row ? rateFact(row, context.asOf) : null;
  });
}

// By the plug-in, as a store of rates is read once a level: other nodes are read by the readers of kit/loader.ts, which keep what
// they read with its request and not in weak maps.
const node = builder.loadableNodeRef('Rate', {
  id: { resolve: (rate: RateFact) => rate.id },
  load: async (ids: string[], context) => ratesById(ids, context) as Promise<RateFact[]>, // null: no such id
});

/** A published rate. */
export const Rate = node as unknown as ObjectRef<SchemaTypes, RateFact>; // Pothos allows ids for facts; all of ours are rows

node.implement({
  description:
    'One rate of a loaded price file: an amount under its terms and who is paid it, row by row as published. Files that were loaded before rates were stored have none. A published rate is not coverage, and having none is not a denial.',
  fields: (t) => ({
    code: t.field({
      type: BillingCode,
      description: 'The code that is priced.',
      resolve: ({ code, asOf }, _args, context) => mustHave(context, billingCode, codeId(code), asOf),
    }),
    amount: t.field({
      type: 'Decimal',
      nullable: true,
      description:
        'US dollars; percent where `amountKind` is NEGOTIATED_PERCENTAGE. Null where the file writes 0.00 or a placeholder such as 999999999, which is no price.',
      resolve: amountOf,
    }),
    asWritten: t.field({
      type: 'Decimal',
      description: 'The figure of the file, zeros and placeholders included, rounded to two decimals.',
      resolve: ({ cents }) => formatDecimal(cents, 2),
    }),
    ...columnFields(t as unknown as FieldBuilder, rateBenchmark, notTerms), // a rate has its terms by the same names
    expiresOn: t.field({
      type: 'Date',
      nullable: true,
      description:
        'The last day of the rate as the file states it, 9999-12-31 for one without an end; null where it states none. A rate past it is listed as long as its file is in force.',
      resolve: ({ expiresOn }) => expiresOn,
    }),
    providerName: t.string({
      nullable: true,
      description:
        'What the file calls those who are paid, such as the hospital; null where it gives no name.',
      resolve: ({ groupName }) => groupName,
    }),
    taxIds: t.exposeInt('taxIds', {
      description: 'How many tax ids are paid the rate; 1 where the file does not list them.',
    }),
    providers: t.field({
      type: [RateProvider],
      description:
        'Those who are paid, by tax id; empty where the file refers to another file that was not read, or to a group that it does not have.',
      ...grows({ items: () => 100 }),
      resolve: membersOf,
    }),
    zips: t.stringList({
      description:
        'ZIP codes of their places: of a hospital those of its addresses, of others those of their practice in NPPES where that was loaded. Empty where none is known.',
      resolve: (rate) => [...zipsOf(rate)],
    }),
    miles: t.float({
      nullable: true,
      description:
        'Miles from the ZIP code of `near` to the nearest of their places, between the middle points of the ZIP areas, to a tenth; null without `near`.',
      resolve: milesTo,
    }),
    source: t.field({
      type: Source,
      description: 'The file.',
      resolve: (rate, _args, context) => sourceOfRate(context, rate),
    }),
    line: t.exposeInt('line', {
      description:
        'Its line in the file; of a JSON file the number of its item in the list of items, from 1.',
    }),
  }),
});
