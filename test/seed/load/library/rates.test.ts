/** Rates row by row, as readers give them: what a file says of an amount, who is paid it, and that no distribution says otherwise. */

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Store } from '../../../../db/kit/store.ts';
import { type Row, selectList } from '../../../../db/kit/table.ts';
import { distributionsOf } from '../../../../db/rates/rate-distribution.ts';
import { rateFilesOf } from '../../../../db/rates/rate-files.ts';
import type { RateStore } from '../../../../db/rates/rate-store.ts';
import { sqliteRates } from '../../../../db/rates/sqlite-store.ts';
import { rateBenchmark } from '../../../../db/tables/index.ts';
import { excerptsOf } from '../../kit/file-trial.ts';
import { allowedAmounts, hospital, inNetwork, kept, type Post, replayed } from '../../kit/publishing.ts';

function emptyStoreOfRates() {
  const folder = mkdtempSync(join(tmpdir(), 'coverage-graph-rates-'));
  const rates = sqliteRates(folder);
  onTestFinished(() => {
    rates.close();
    rmSync(folder, { recursive: true });
  });
  return { folder, rates };
}

/** Keeps posts and takes them into a graph, with their rates beside it. */
async function loaded(...posts: readonly Post[]) {
  const { folder, rates } = emptyStoreOfRates();
  const files = [...(await kept(posts, rates)).values()];
  const { store } = await replayed(files);
  return { folder, rates, store };
}

const all = { limit: 10_000, backward: false } as const;

async function rowsIn({ rates, store }: { readonly rates: RateStore; readonly store: Store }) {
  const files = rateFilesOf(store).map(({ file }) => file);
  return rates.rows({ files, without: new Map(), terms: {} }, all);
}

type Json = Readonly<Record<string, unknown>>;

const price = (negotiated_rate: unknown, more: Json = {}) => ({
  ...{ negotiated_type: 'negotiated', negotiated_rate, expiration_date: '2026-12-31' },
  ...{ service_code: ['11'], billing_class: 'professional', setting: 'outpatient' },
  ...more,
});
const group = (tin: string, ...npi: readonly number[]) => ({ npi, tin: { type: 'ein', value: tin } });
const item = (billing_code: string, ...negotiated_rates: readonly Json[]) => ({
  ...{ negotiation_arrangement: 'ffs', name: 'synthetic', billing_code_type: 'CPT' },
  ...{ billing_code, negotiated_rates },
});
const references = [
  {
    ...{ provider_group_id: 1, network_name: ['Synthetic PPO'] },
    provider_groups: [group('11-1111111', 1_111_111_111, 1_222_222_222), group('22-2222222', 1_333_333_333)],
  },
  { provider_group_id: 2, provider_groups: [group('33-3333333', 1_444_444_444)] },
  { provider_group_id: 3, location: 'https://synthetic.invalid/groups.json?signature=secret' },
];
const inNetworkItems = [
  item(
    '77092',
    {
      provider_references: [1, 2],
      negotiated_prices: [price(10), price(12.5, { billing_class: 'institutional' })],
    },
    { provider_references: [3, 9], negotiated_prices: [price(0)] },
  ),
  item('77090', { provider_groups: [group('44-4444444', 1_555_555_555)], negotiated_prices: [price(7)] }),
];
const reporter = {
  reporting_entity_name: 'Synthetic Plan',
  reporting_entity_type: 'issuer',
  version: '1.0.0',
};
const asFile = (members: Json): Post => ({
  path: '2026-01_synthetic_in-network.json',
  text: JSON.stringify({
    ...reporter,
    last_updated_on: '2026-01-01',
    plan_name: 'Synthetic Gold',
    ...members,
  }),
});

describe('a file of in-network rates', () => {
  const expected = [
    ['77090', 1, 700, 'PROFESSIONAL', 'Synthetic Gold', ['44-4444444'], 1, 2],
    ['77092', 1, 1_000, 'PROFESSIONAL', 'Synthetic PPO', ['11-1111111', '22-2222222'], 2, 1],
    ['77092', 2, 1_000, 'PROFESSIONAL', 'Synthetic Gold', ['33-3333333'], 1, 1],
    ['77092', 3, 1_250, 'INSTITUTIONAL', 'Synthetic PPO', ['11-1111111', '22-2222222'], 2, 1],
    ['77092', 4, 1_250, 'INSTITUTIONAL', 'Synthetic Gold', ['33-3333333'], 1, 1],
    ['77092', 5, 0, 'PROFESSIONAL', 'Synthetic Gold', [], 1, 1],
    ['77092', 6, 0, 'PROFESSIONAL', 'Synthetic Gold', [], 1, 1],
  ];

  test.each([
    ['before', { provider_references: references, in_network: inNetworkItems }],
    ['behind', { in_network: inNetworkItems, provider_references: references }],
  ])('names who is paid each amount, with providers %s the rates', async (_where, members) => {
    const rows = await rowsIn(await loaded(asFile(members)));
    expect(
      rows.map(({ code, seq, cents, billingClass, network, members, taxIds, line }) => [
        ...[code, seq, cents, billingClass, network],
        (JSON.parse(members) as { tin: string }[]).map(({ tin }) => tin),
        ...[taxIds, line],
      ]),
    ).toEqual(expected);
    expect(rows[1]).toMatchObject({
      ...{
        payerId: 'Payer:synthetic-plan',
        amountKind: 'NEGOTIATED_RATE',
        modifiers: '[]',
        places: '["11"]',
      },
      ...{ negotiatedType: 'NEGOTIATED', measure: 'in-network rate', expiresOn: '2026-12-31', zips: '[]' },
      members:
        '[{"tin":"11-1111111","tinType":"ein","npis":["1111111111","1222222222"]},{"tin":"22-2222222","tinType":"ein","npis":["1333333333"]}]',
    });
    // Where providers are elsewhere, the address tells, without what signs it.
    expect(rows[5]?.groupName).toBe('listed at https://synthetic.invalid/groups.json');
    expect(rows[6]?.groupName).toBeNull();
  });

  test('is named in the graph with its rows, its day and its payer', async () => {
    const { store, folder } = await loaded(
      asFile({ provider_references: references, in_network: inNetworkItems }),
    );
    const [file, ...others] = rateFilesOf(store);
    expect(others).toEqual([]);
    expect(file).toMatchObject({
      ...{ rows: 7, payerId: 'Payer:synthetic-plan', validFrom: '2026-01-01', codes: null, replaces: 1 },
      recordedFrom: '2026-11-25T12:00:00Z',
    });
    expect(readdirSync(folder)).toEqual([`${file?.file}.sqlite`]);
  });

  test('whose end cannot be read leaves no rates', async () => {
    const { folder, rates } = emptyStoreOfRates();
    const { path, text } = asFile({ provider_references: references, in_network: inNetworkItems });
    await expect(kept([{ path, text: text.slice(0, -5) }], rates)).rejects.toThrow();
    expect(readdirSync(folder)).toEqual([]);
  });
});

test('a hospital is paid what its file says, at the ZIP codes of its addresses', async () => {
  const file = { day: '2026-01-01', path: 'synthetic.json', state: 'IL', licence: '1', npi: '1234567890' };
  const address = '1 Synthetic Way, Chicago, IL 60637-1234';
  const rows = await rowsIn(await loaded(hospital({ ...file, address }, { 77092: 99.5 })));
  expect(rows).toMatchObject([
    {
      ...{ code: '77092', cents: 9_950, amountKind: 'SELF_PAY_PRICE', facility: 'Synthetic Hospital' },
      ...{ groupName: 'Synthetic Hospital', taxIds: 1, zips: '["60637"]' },
      members: '[{"tin":null,"tinType":null,"npis":["1234567890"]}]',
    },
  ]);
});

test('what was allowed out of network is a payment and no rate: it has none', async () => {
  const { store, folder } = await loaded(
    allowedAmounts({ payer: 'Synthetic', day: '2026-01-01', path: 'a.json' }, { 77092: 5 }),
  );
  expect(rateFilesOf(store)).toEqual([]);
  expect(readdirSync(folder)).toEqual([]);
});

test('a second file of one publisher is named beside the first, under the same series', async () => {
  const month = (day: string, rate: number) =>
    inNetwork({ payer: 'Synthetic', day, path: `${day}_in-network.json` }, { 77092: rate });
  const { store } = await loaded(month('2026-01-01', 5), month('2026-02-01', 6));
  const files = rateFilesOf(store).toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  expect(files.map(({ validFrom }) => validFrom)).toEqual(['2026-01-01', '2026-02-01']);
  expect(new Set(files.map(({ series }) => series)).size).toBe(1);
});

type Amount = Row<typeof rateBenchmark>;

/** The distributions that a graph states of rates, by their figures: each should follow from the rows. */
function statedFigures(store: Store): readonly string[] {
  const stated = store.all<Amount>(`
    select ${selectList(rateBenchmark, 't')} from rate_benchmark t
    where t.zeros is not null and (t.n is not null or t.zeros + t.placeholders > 0)`);
  return stated
    .map(({ subjectId, amountKind, payerStated, network, facility, modifiers, measure, ...figures }) => {
      const { n, zeros, placeholders, statistic, amount, minimum, maximum } = figures;
      const single = statistic === 'SINGLE' ? amount : null;
      const ends = [single ?? minimum, single ?? maximum];
      const of = [
        subjectId.split(':').at(-1),
        amountKind,
        payerStated,
        network,
        facility,
        modifiers,
        measure,
      ];
      const without = (zeros ?? 0) + (placeholders ?? 0);
      return JSON.stringify([...of, n ?? 0, without, ...ends, figures.p25, figures.p50, figures.p75]);
    })
    .sort();
}

async function figuresOfRows(store: Store, rates: RateStore): Promise<readonly string[]> {
  const question = { files: rateFilesOf(store).map(({ file }) => file), without: new Map(), terms: {} };
  const rows = new Map(
    (await rates.rows(question, all)).map((row) => [`${row.file} ${row.code} ${row.seq}`, row]),
  );
  return distributionsOf(await rates.counts(question))
    .map(({ key, n, withoutAmount, minimum, maximum, p25, p50, p75 }) => {
      const row = rows.get(`${key.file} ${key.code} ${key.seq}`);
      const of = [row?.code, row?.amountKind, row?.payerStated, row?.network, row?.facility];
      // Of one or two amounts a statement gives these and no percentiles.
      const isFew = n < 2 || (n === 2 && minimum !== maximum);
      const quartiles = isFew ? [null, null, null] : [p25, p50, p75];
      return JSON.stringify([
        ...of,
        ...[row?.modifiers, row?.measure, n, withoutAmount, minimum, maximum],
        ...quartiles,
      ]);
    })
    .sort();
}

describe('what a graph states of a file is what its rates say', () => {
  test('of synthetic files', async () => {
    const { store, rates } = await loaded(
      asFile({ provider_references: references, in_network: inNetworkItems }),
      hospital({ day: '2026-01-01', path: 'h.csv', state: 'IL', licence: '1' }, { 77092: 99.5, 77090: 0 }),
    );
    expect(await figuresOfRows(store, rates)).toEqual(statedFigures(store));
  });

  test.each(
    [...excerptsOf('tic/real'), ...excerptsOf('hpt/2026-bone')].filter((path) => !/index|allowed/.test(path)),
  )('of %s, as it was published', async (path) => {
    const { store, rates } = await loaded({ path: basename(path), text: readFileSync(path, 'utf8') });
    expect(await figuresOfRows(store, rates)).toEqual(statedFigures(store));
  });
});
