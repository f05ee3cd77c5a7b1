/** Synthetic rates, and what a store of them should answer: by looking at each. */

import fc from 'fast-check';
import { compareKeys } from '../../../db/rates/rate-id.ts';
import type {
  ProviderGroup,
  RateCount,
  RateKey,
  RateQuestion,
  RateSlice,
  RateStore,
  StoredRate,
  WrittenTerms,
} from '../../../db/rates/rate-store.ts';
import { type TermName, termNames } from '../../../db/rates/rate-terms.ts';

/** A rate and what belongs to it, before anything is numbered. */
export interface WholeRate {
  readonly code: string;
  readonly terms: WrittenTerms;
  readonly group: ProviderGroup;
  readonly cents: number;
  readonly line: number;
}

/** The rates of files, by the names of the files. */
export type RatesByFile = Readonly<Record<string, readonly WholeRate[]>>;

/** Terms that say as little as terms may, and what is given. */
export function termsWith(given: Partial<WrittenTerms> = {}): WrittenTerms {
  const empty = Object.fromEntries(termNames.map((name) => [name, null]));
  return {
    ...(empty as unknown as WrittenTerms), // a test says what matters
    ...{ amountKind: 'NEGOTIATED_RATE', billingClass: 'PROFESSIONAL', measure: 'synthetic', expiresOn: null },
    ...given,
  };
}

/** Those who are paid: one tax id, without a place unless ZIP codes are given. */
export function groupAt(...zips: readonly string[]): ProviderGroup {
  return { name: null, taxIds: 1, members: [], zips };
}

const terms = fc
  .record({
    payerStated: fc.constantFrom('Synthetic A', 'Synthetic B', null),
    network: fc.constantFrom('N', "it's \\ \t \n a ünïcode | name", null),
    billingClass: fc.constantFrom('PROFESSIONAL', 'INSTITUTIONAL'),
    modifiers: fc.constantFrom('[]', '["26"]', null),
    expiresOn: fc.constantFrom('2026-12-31', '9999-12-31', null),
  })
  .map((given) => termsWith(given as Partial<WrittenTerms>));

const group = fc.record({
  name: fc.constantFrom(null, 'Synthetic "Group"'),
  taxIds: fc.integer({ min: 1, max: 4 }),
  members: fc.constantFrom([], [{ tin: '11-1111111', tinType: 'ein', npis: ['1234567890'] }]),
  zips: fc.uniqueArray(fc.constantFrom('60637', '60611', '77030'), { maxLength: 2 }),
});

const codes = fc.constantFrom('77080', '77090', '77092', 'G0130');

const rate: fc.Arbitrary<WholeRate> = fc.record({
  ...{ code: codes, terms, group },
  cents: fc.oneof(fc.nat(500), fc.constantFrom(0, 1, 99_999_999_900)),
  line: fc.integer({ min: 1, max: 1_000_000 }),
});

/** Files with rates. */
export const files: fc.Arbitrary<RatesByFile> = fc.dictionary(
  fc.constantFrom('0a1b2c3d4e5f', '0a1b2c3d4e5f-77', 'ffff00001111'),
  fc.array(rate, { minLength: 1, maxLength: 30 }),
  { maxKeys: 3, noNullPrototype: true },
);

/** Questions to some of the files. */
export function questionsTo(all: RatesByFile): fc.Arbitrary<RateQuestion> {
  const names = Object.keys(all);
  return fc.record(
    {
      files: fc.subarray(names).map((some) => [...some].sort()),
      without: fc.constantFrom(new Map(), new Map(names.map((name) => [name, ['77090', 'G0130']]))),
      codes: fc.uniqueArray(codes, { minLength: 1, maxLength: 3 }).map((some) => [...some].sort()),
      terms: fc.record(
        {
          payerStated: fc.constant(['Synthetic A', 'none']),
          network: fc.constant(["it's \\ \t \n a ünïcode | name"]),
          billingClass: fc.constant(['INSTITUTIONAL']),
          modifiers: fc.constant(['[]']),
        },
        { requiredKeys: [] },
      ),
      zips: fc.constantFrom<readonly string[] | 'none'>(['60637', '60611'], ['77030'], [], 'none'),
    },
    { requiredKeys: ['files', 'without', 'terms'] },
  );
}

/** Writes rates as a load does. */
export async function writeRates(store: RateStore, all: RatesByFile): Promise<void> {
  for (const [file, rates] of Object.entries(all)) {
    const writer = await store.begin(file);
    for (const [index, { code, terms, group, cents, line }] of rates.entries()) {
      writer.row({ code, term: writer.term(terms), group: index + 1, cents, line });
      writer.group(index + 1, group);
    }
    await writer.written();
    await writer.finish({ payerId: null, facility: null, network: null });
  }
}

/** All rates as a store gives them, in their order. */
export function storedIn(all: RatesByFile): readonly StoredRate[] {
  return Object.entries(all)
    .flatMap(([file, rates]) => {
      const last = new Map<string, number>();
      return rates.map(({ code, terms, group, cents, line }): StoredRate => {
        const seq = (last.get(code) ?? 0) + 1;
        last.set(code, seq);
        const { name: groupName, taxIds, members, zips } = group;
        const of = {
          groupName,
          taxIds,
          members: JSON.stringify(members),
          zips: JSON.stringify([...zips].sort()),
        };
        return { file, code, seq, cents, line, ...terms, ...of };
      });
    })
    .sort(compareKeys);
}

/** The rates that a question is about. */
export function naiveRates(all: RatesByFile, { files, without, codes, terms, zips }: RateQuestion) {
  return storedIn(all).filter((rate) => {
    const places = JSON.parse(rate.zips) as readonly string[];
    return (
      files.includes(rate.file) &&
      !without.get(rate.file)?.includes(rate.code) &&
      (!codes || codes.includes(rate.code)) &&
      Object.entries(terms).every(([name, values]) => values.includes(String(rate[name as TermName]))) &&
      (!zips || (zips === 'none' ? places.length === 0 : places.some((zip) => zips.includes(zip))))
    );
  });
}

const isAfter = (one: RateKey, other: RateKey | undefined) => !other || compareKeys(one, other) > 0;
const isBefore = (one: RateKey, other: RateKey | undefined) => !other || compareKeys(one, other) < 0;

/** A slice of them. */
export function naiveSlice(rates: readonly StoredRate[], { after, before, limit, backward }: RateSlice) {
  const between = rates.filter((rate) => isAfter(rate, after) && isBefore(rate, before));
  return (backward ? between.toReversed() : between).slice(0, limit);
}

/** What tells terms apart but for the last day. */
const purposeOf = (rate: StoredRate) => JSON.stringify(termNames.map((name) => rate[name]));

/** Amounts under the same terms, as lines that do not depend on how terms are numbered. */
export function naiveCounts(rates: readonly StoredRate[]): readonly string[] {
  const groups = Map.groupBy(rates, (rate) => [rate.file, rate.code, purposeOf(rate), rate.cents].join(' '));
  return [...groups]
    .map(([key, some]) => `${key} ${some.reduce((sum, { taxIds }) => sum + taxIds, 0)}`)
    .sort();
}

/** The same of what a store counted, and of the rates that it names. */
export function linesOfCounts(all: RatesByFile, counts: readonly RateCount[]): readonly string[] {
  const byKey = new Map(storedIn(all).map((rate) => [`${rate.file} ${rate.code} ${rate.seq}`, rate]));
  return counts
    .map(({ file, code, seq, cents, n }) => {
      const named = byKey.get(`${file} ${code} ${seq}`);
      return `${file} ${code} ${named && purposeOf(named)} ${cents} ${n}`;
    })
    .sort();
}
