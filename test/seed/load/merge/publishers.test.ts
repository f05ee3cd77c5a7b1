/** No publisher's file ends, corrects or confirms what another publisher states, and each ends what it withdraws. Everything here is synthetic but the numbers of codes. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { find } from '../../../../seed/load/files/find.ts';
import {
  allowedAmounts,
  contents,
  hospital,
  inNetwork,
  kept,
  listedOn,
  type Post,
  posted,
  pricesIn,
  pricesOn,
  replayed,
  taken,
} from '../../kit/publishing.ts';

const june = '2026-06-01';
const july = '2026-07-01';
const four = { 77080: 40, 77081: 30, 77085: 50, 77086: 35 };
const three = { 77080: 40, 77081: 30, 77085: 50 };

describe('payers whose files have one name', () => {
  const rates = (payer: string, day: string, folder: string) => ({
    ...{ payer, day },
    path: `${folder}/${day}_in-network-rates.json`,
  });
  const index = (payer: string, day: string, folder: string) => ({
    ...{ payer, day },
    path: `${folder}/${day}_index.json`,
  });

  test('state each their own: what Beta publishes stands when Alpha publishes anew', async () => {
    const { store, brought } = await taken(
      inNetwork(rates('Alpha Plan', june, 'a6'), four),
      contents(index('Alpha Plan', june, 'a6'), ['a1', 'a2', 'a3', 'a4']),
      inNetwork(rates('Beta Plan', june, 'b6'), { 77080: 44 }),
      contents(index('Beta Plan', june, 'b6'), ['b1']),
      inNetwork(rates('Alpha Plan', july, 'a7'), four),
      contents(index('Alpha Plan', july, 'a7'), ['a1', 'a2', 'a3', 'a4']),
    );
    const both = [
      'alpha-plan 77080 40',
      'alpha-plan 77081 30',
      'alpha-plan 77085 50',
      'alpha-plan 77086 35',
      'beta-plan 77080 44',
    ];
    expect(pricesOn(store, june)).toEqual(both);
    expect(pricesOn(store, '2026-08-01')).toEqual(both);
    expect(listedOn(store, '2026-08-01')).toEqual([
      'alpha-plan a1',
      'alpha-plan a2',
      'alpha-plan a3',
      'alpha-plan a4',
      'beta-plan b1',
    ]);
    expect(brought.map(({ ended, reports }) => [ended, reports.length])).toEqual(
      [0, 0, 0, 0, 0, 0].map((ended) => [
        ended,
        expect.any(Number), // A table of contents reports what it lists.
      ]),
    );
    expect(JSON.stringify(brought)).not.toContain('part of a release');
  });

  test('end what they withdraw, though files of one size and name stand beside theirs', async () => {
    const { store } = await taken(
      inNetwork(rates('Alpha Plan', june, 'a6'), four),
      inNetwork(rates('Beta Plan', june, 'b6'), four),
      inNetwork(rates('Alpha Plan', july, 'a7'), three),
    );
    expect(pricesOn(store, july)).toEqual([
      ...['alpha-plan 77080 40', 'alpha-plan 77081 30', 'alpha-plan 77085 50'],
      ...['beta-plan 77080 40', 'beta-plan 77081 30', 'beta-plan 77085 50', 'beta-plan 77086 35'],
    ]);
  });

  test('are known apart also where they say who they are behind their prices', async () => {
    const { store } = await taken(
      inNetwork({ ...rates('Alpha Plan', june, 'a6'), late: true }, four),
      inNetwork({ ...rates('Beta Plan', june, 'b6'), late: true }, { 77080: 44 }),
      inNetwork({ ...rates('Alpha Plan', july, 'a7'), late: true }, three),
    );
    expect(pricesOn(store, july)).toEqual([
      ...['alpha-plan 77080 40', 'alpha-plan 77081 30', 'alpha-plan 77085 50'],
      'beta-plan 77080 44',
    ]);
  });

  test('are payers of their own though their names make one slug; capitals, commas and full stops make no other', async () => {
    const { store } = await taken(
      inNetwork(rates('A & B Plan, Inc.', june, '1'), four),
      inNetwork(rates('A+B Plan Inc', june, '2'), { 77080: 44 }),
      inNetwork(rates('a b plan inc.', june, '3'), { 77080: 45 }),
      inNetwork(rates('A & B Plan INC', july, '4'), three),
    );
    const prices = pricesOn(store, july).map((line) => line.replace(/-[0-9a-f]{8} /, '-# '));
    expect(prices.sort()).toEqual([
      'a-b-plan-inc 77080 45',
      ...['a-b-plan-inc-# 77080 40', 'a-b-plan-inc-# 77080 44'],
      ...['a-b-plan-inc-# 77081 30', 'a-b-plan-inc-# 77085 50'],
    ]);
  });

  test('follow a corrected re-post of their own month', async () => {
    const { store, brought } = await taken(
      inNetwork(rates('Alpha Plan', june, 'a6'), four),
      inNetwork(rates('Beta Plan', june, 'b6'), four),
      inNetwork(rates('Alpha Plan', june, 'a6-again'), { ...three, 77080: 41 }),
    );
    expect(pricesOn(store, june).filter((line) => line.startsWith('alpha'))).toEqual([
      ...['alpha-plan 77080 41', 'alpha-plan 77081 30', 'alpha-plan 77085 50'],
    ]);
    expect(brought[2]).toMatchObject({ corrected: 1, ended: 1, unchanged: 2 });
  });
});

describe('several files of one payer', () => {
  const of = (day: string, path: string, network = 'N') => ({ payer: 'Alpha Plan', day, path, network });

  test('for networks of their own under one name end nothing of each other, and each what it withdraws', async () => {
    const name = 'in-network-rates.json';
    const { store } = await taken(
      inNetwork(of(june, `ppo6/${june}_${name}`, 'PPO'), four),
      inNetwork(of(june, `hmo6/${june}_${name}`, 'HMO'), { 77080: 20 }),
      inNetwork(of(july, `ppo7/${july}_${name}`, 'PPO'), three),
      inNetwork(of(july, `hmo7/${july}_${name}`, 'HMO'), { 77080: 20, 77081: 10 }),
    );
    expect(pricesOn(store, july)).toEqual([
      ...['alpha-plan 77080 20', 'alpha-plan 77080 40'],
      ...['alpha-plan 77081 10', 'alpha-plan 77081 30'],
      'alpha-plan 77085 50',
    ]);
  });

  test('are still told apart after one that has no price, and so names no network', async () => {
    const name = 'in-network-rates.json';
    const { store } = await taken(
      inNetwork(of(june, `ppo6/${name}`, 'PPO'), four),
      inNetwork(of(june, `hmo6/${name}`, 'HMO'), { ...four, 77080: 20 }),
      inNetwork(of(july, `empty7/${name}`), {}),
      inNetwork(of('2026-08-01', `hmo8/${name}`, 'HMO'), { ...three, 77080: 20 }),
    );
    expect(pricesOn(store, '2026-08-01')).toHaveLength(7);
  });

  test('into which it divides its prices anew end nothing, which is told', async () => {
    const { store, brought } = await taken(
      inNetwork(of(june, `${june}_rates_1_of_2.json`), four),
      inNetwork(of(june, `${june}_rates_2_of_2.json`), { 77078: 90 }),
      inNetwork(of(july, `${july}_rates_1_of_2.json`), three),
    );
    expect(pricesOn(store, july)).toHaveLength(5);
    for (const { ended, reports } of brought) {
      expect(ended).toBe(0);
      expect(reports.join()).toContain('one of several files, into which a payer divides its prices anew');
    }
  });
});

describe('hospitals of one name', () => {
  const csv = (day: string, folder: string) => ({ day, path: `${folder}/standardcharges.csv` });
  const json = (day: string, folder: string) => ({ day, path: `${folder}/standardcharges.json` });
  const texas = { state: 'TX', licence: '1' };
  const louisiana = { state: 'LA', licence: '1' };
  const lines = (...all: readonly string[]) => all.map((line) => `Synthetic Hospital ${line}`);

  test.each([
    ['in two states', texas, louisiana],
    ['under two licences of one state', texas, { state: 'TX', licence: '2' }],
    ['of which one has no licence but an NPI', texas, { npi: '1111111111' }],
    ['with no licence and NPIs of their own', { npi: '1111111111' }, { npi: '2222222222' }],
    [
      'with words in place of a licence',
      { state: 'TX', licence: 'N/A', npi: '1111111111' },
      { state: 'TX', licence: 'N/A', npi: '2222222222' },
    ],
    ['with nothing but addresses', { address: '1 Synthetic Street' }, { address: '2 Synthetic Street' }],
  ])('%s state each their own, CSV and JSON, and end what they withdraw', async (_, one, another) => {
    for (const form of [csv, json]) {
      const { store } = await taken(
        hospital({ ...form(june, '1'), ...one }, four),
        hospital({ ...form(june, '2'), ...another }, { ...three, 77080: 41 }),
        hospital({ ...form(july, '3'), ...one }, three),
      );
      expect(pricesOn(store, july)).toEqual(
        lines('77080 40', '77080 41', '77081 30', '77081 30', '77085 50', '77085 50'),
      );
      expect(pricesOn(store, june)).toHaveLength(7);
    }
  });

  test('are known apart also where they say who they are behind their charges', async () => {
    const { store } = await taken(
      hospital({ ...json(june, '1'), ...texas, late: true }, four),
      hospital({ ...json(june, '2'), ...louisiana, late: true }, { 77080: 41 }),
      hospital({ ...json(july, '3'), ...texas, late: true }, three),
    );
    expect(pricesOn(store, july)).toEqual(lines('77080 40', '77080 41', '77081 30', '77085 50'));
  });

  test('lie beside each other as CSV and JSON under one file name, and none is taken for the other', async () => {
    const folder = posted([
      hospital({ ...csv(june, '1'), ...texas }, { 77080: 40 }),
      hospital({ ...json(june, '1'), ...louisiana }, { 77080: 41 }),
    ]);
    expect((await find([folder], undefined)).found).toHaveLength(2);
  });
});

describe('a hospital', () => {
  const at = (day: string) => ({ day, path: `${day}_standardcharges.csv` });
  const texas = { state: 'TX', licence: '1' };

  test.each([
    ['its licence', texas, texas],
    ['its NPI', { npi: '1111111111' }, { npi: '1111111111' }],
    [
      'its licence, written otherwise, and its address',
      { ...texas, licence: '1|1', address: '1 Synthetic Street', location: 'Old Name' },
      { ...texas, address: '1 Synthetic  street', location: 'New Name' },
    ],
  ])(
    'that changes its name is known by %s: its prices go on, and what it drops ends',
    async (_, old, now) => {
      const { store, brought } = await taken(
        hospital({ ...at(june), ...old, name: 'Old Name' }, four),
        hospital({ ...at(july), ...now, name: 'New Name' }, { ...three, 77081: 31 }),
      );
      expect(pricesOn(store, june)).toHaveLength(4);
      expect(pricesOn(store, june)[0]).toBe('Old Name 77080 40');
      expect(pricesOn(store, july)).toEqual(['New Name 77080 40', 'New Name 77081 31', 'New Name 77085 50']);
      expect(brought[1]).toMatchObject({
        added: 3,
        ended: 4,
        corrected: 0,
        reports: expect.not.arrayContaining([expect.stringContaining('part of a release')]),
      });
    },
  );

  test.each([
    ['names', { name: 'Synthetic North' }, { name: 'Synthetic South' }],
    ['locations', { location: 'Synthetic North' }, { location: 'Synthetic South' }],
  ])('with a file for each of its sites ends nothing of one with the other: %s', async (_, north, south) => {
    const { store } = await taken(
      hospital({ ...at(june), ...texas, ...north }, four),
      hospital({ ...at(june), ...texas, ...south }, { 77080: 41 }),
      hospital({ ...at(july), ...texas, ...south }, { 77080: 41 }),
      hospital({ ...at(july), ...texas, ...north }, three),
    );
    expect(pricesOn(store, july).map((line) => line.split(' ').slice(2).join(' '))).toEqual(
      expect.arrayContaining(['77080 40', '77080 41', '77081 30', '77085 50']),
    );
    expect(pricesOn(store, july)).toHaveLength(4);
  });
});

test('a file that an earlier version loaded, which did not keep whose it is, ends nothing and is not ended', async () => {
  const of = (day: string) => ({ payer: 'Alpha Plan', day, path: `${day}_rates.json` });
  const [old, now] = [...(await kept([inNetwork(of(june), four), inNetwork(of(july), three)])).values()];
  if (!old || !now) throw new Error('Both are kept.');
  const before = { ...old, loaded: { ...old.loaded, publication: null } };
  const { store, brought } = await replayed([before, now]);
  expect(pricesOn(store, july)).toHaveLength(7);
  expect(brought[0]?.reports).toEqual([expect.stringContaining('An earlier version loaded it')]);
});

// ---- the law ----

const prices = fc
  .dictionary(fc.constantFrom('77080', '77081', '77085', '77086', '77078'), fc.integer({ min: 1, max: 3 }), {
    minKeys: 1,
  })
  .map((found) => ({ ...found }));
/** Names that any publisher may give any file of any month. */
const names = fc.constantFrom('rates', '2026-06-01_rates', 'rates_1_of_2', 'index', 'synthetic-hospital');
const months = fc.constantFrom(june, july, '2026-08-01');

const payers = fc.constantFrom('Alpha Plan', 'Alpha-Plan', 'Beta Plan', 'Aetna');
const hospitals = fc.constantFrom(
  { state: 'TX', licence: '1' },
  { state: 'LA', licence: '1', npi: '1111111111' },
  { state: 'TX', licence: '2', npi: '1111111111' },
  { state: 'TX', licence: 'pending', npi: '1111111111' },
  { npi: '2222222222' },
);

interface Posted {
  readonly by: string;
  readonly post: (path: string) => Post;
}

const ofPayer = fc
  .record({
    payer: payers,
    day: months,
    name: names,
    late: fc.boolean(),
    prices,
    kind: fc.constantFrom('rates', 'allowed', 'contents'),
  })
  .map(({ payer, day, name, late, prices, kind }): Posted => {
    const file = (folder: string) => ({ payer, day, late, path: `${folder}/${name}.json` });
    return {
      by: payer,
      post: (folder) => {
        if (kind === 'rates') return inNetwork(file(folder), prices);
        if (kind === 'allowed') return allowedAmounts(file(folder), prices);
        return contents(file(folder), Object.keys(prices));
      },
    };
  });

const ofHospital = fc
  .record({ about: hospitals, day: months, name: names, late: fc.boolean(), csv: fc.boolean(), prices })
  .map(
    ({ about, day, name, late, csv, prices }): Posted => ({
      by: JSON.stringify(about),
      post: (folder) =>
        hospital({ ...about, day, late, path: `${folder}/${name}.${csv ? 'csv' : 'json'}` }, prices),
    }),
  );

test.each([
  ['payers', ofPayer],
  ['hospitals', ofHospital],
])(
  'whatever %s publish in whichever order, of each there is what its own files alone give',
  { timeout: 60_000 },
  async (_, posted) => {
    await fc.assert(
      fc.asyncProperty(fc.array(posted, { minLength: 2, maxLength: 6 }), async (all) => {
        const posts = all.map(({ by, post }, index) => ({ by, post: post(String(index)) }));
        const files = await kept(posts.map(({ post }) => post));
        const fileOf = ({ post }: { readonly post: Post }) => files.get(post) ?? [];
        const together = pricesIn((await replayed(posts.flatMap(fileOf))).store);
        const alone: string[] = [];
        for (const own of Map.groupBy(posts, ({ by }) => by).values())
          alone.push(...pricesIn((await replayed(own.flatMap(fileOf))).store));
        expect(together).toEqual(alone.sort());
      }),
      { numRuns: 12 },
    );
  },
);
