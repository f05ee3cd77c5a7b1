/** Who is paid what: rates of a code and of a payer, on a synthetic graph with rates beside it. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RateStore, WrittenTerms } from '../../../db/rates/rate-store.ts';
import { sqliteRates } from '../../../db/rates/sqlite-store.ts';
import type { Release } from '../../../db/release/release.ts';
import { payer, rateFile, source, statedPayer, zipArea } from '../../../db/tables/index.ts';
import { groupAt, termsWith, type WholeRate, writeRates } from '../../db/rates/generated-rates.ts';
import { ask, query } from '../../kit/graph.ts';
import { add, ids, releaseOf, serviceStore } from '../../kit/synthetic.ts';

const code = '99999';
const [early, late, other] = ['aaaa00000001', 'aaaa00000002', 'bbbb00000001'];

const rate = (cents: number, given: Partial<WrittenTerms> = {}, ...zips: readonly string[]): WholeRate => ({
  ...{ code, cents, line: 3, terms: termsWith({ modifiers: '[]', payerId: ids.payer, ...given }) },
  group: groupAt(...zips),
});

/** Rates of which each differs in what can be chosen. */
const rates: readonly WholeRate[] = [
  rate(10_000, { network: 'Synthetic PPO' }, '60637'),
  rate(20_000, { network: 'Synthetic HMO', billingClass: 'INSTITUTIONAL' }, '60611'),
  rate(30_000, { modifiers: '["26"]', careSetting: 'INPATIENT' }, '77030'),
  rate(40_000, {
    facility: 'Synthetic Hospital',
    payerStated: 'Synthetic Two [12]',
    payerId: ids.otherPayer,
  }),
  rate(50_000, { amountKind: 'BILLED_CHARGE', payerId: null }, '60637', '77030'),
  rate(0, { negotiatedType: 'PER_DIEM' }, '60637'),
];

const graph = serviceStore();
let folder: string;
let stored: RateStore;
let of: Release;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'coverage-graph-rates-'));
  stored = sqliteRates(folder);
  await writeRates(stored, {
    [early]: [rate(1)],
    [late]: rates,
    [other]: [{ ...rate(60_000), code: '77080' }, rate(70_000, { payerId: ids.otherPayer })],
  });
  const [sourceId] = ['Source:S-SYNTHETIC'];
  add(graph, source, { id: sourceId, slug: 'S-SYNTHETIC', title: 'Synthetic file' });
  add(graph, payer, { id: 'Payer:synthetic-three', slug: 'synthetic-three', label: 'Synthetic payer three' });
  add(graph, statedPayer, { stated: 'Synthetic Two [12]', folded: 'synthetic two [12]', brand: null });
  const files = [
    { file: early, rows: 1, payerId: ids.payer, edition: 1, validFrom: '2026-01-01' },
    { file: late, rows: rates.length, edition: 2, validFrom: '2026-02-01' },
    { file: other, rows: 2, series: 9, validFrom: '2026-01-01' },
  ];
  for (const each of files) add(graph, rateFile, { sourceId, replaces: 1, ...each });
  for (const [zip, latitude, longitude] of [
    ['60637', 41_782_504, -87_602_734],
    ['60611', 41_894_742, -87_615_073],
    ['77030', 29_706_000, -95_402_000],
  ] as const)
    add(graph, zipArea, { zip, latitude, longitude });
  of = releaseOf(graph);
});

afterAll(() => {
  stored.close();
  rmSync(folder, { recursive: true });
});

const answerOf = (document: string) =>
  ask<Record<string, never>>(document, {}, { of, with: { rates: stored } });

async function centsOf(args: string): Promise<readonly string[]> {
  const { billingCode } = await ask<{ billingCode: { rates: { nodes: { asWritten: string }[] } } }>(
    `{ billingCode(code: "${code}") { rates${args} { nodes { asWritten } } } }`,
    {},
    { of, with: { rates: stored } },
  );
  return billingCode.rates.nodes.map(({ asWritten }) => asWritten);
}

describe('rates of a code', () => {
  test('are those of the files in force on the day, file by file as they were written', async () => {
    expect(await centsOf('')).toEqual([
      ...['100.00', '200.00', '300.00', '400.00', '500.00', '0.00'],
      '700.00',
    ]);
    expect(await centsOf('(asOf: { dateOfService: "2026-01-15" })')).toEqual(['0.01', '700.00']);
    expect(await centsOf('(asOf: { dateOfService: "2025-12-31" })')).toEqual([]);
  });

  test.each<[string, readonly string[]]>([
    ['networks: ["Synthetic PPO"]', ['100.00']],
    ['billingClass: INSTITUTIONAL', ['200.00']],
    ['careSetting: INPATIENT', ['300.00']],
    ['modifiers: ["26"]', ['300.00']],
    ['modifiers: []', ['100.00', '200.00', '400.00', '500.00', '0.00', '700.00']],
    ['facilities: ["Synthetic Hospital"]', ['400.00']],
    ['payerStatedContains: "TWO ["', ['400.00']],
    ['payerStatedContains: "nobody"', []],
    ['payers: ["synthetic-two"]', ['400.00', '700.00']],
    ['amountKinds: [BILLED_CHARGE]', ['500.00']],
    ['negotiatedTypes: [PER_DIEM]', ['0.00']],
    ['billingClass: INSTITUTIONAL, networks: ["Synthetic PPO"]', []],
  ])('with %s', async (filter, found) => expect(await centsOf(`(filter: { ${filter} })`)).toEqual(found));

  test('near a place are those of groups with a place there, with the miles; the others are counted', async () => {
    const near = (miles: number) => `(near: { zip: "60637", miles: ${miles} })`;
    expect(await centsOf(near(5))).toEqual(['100.00', '500.00', '0.00']);
    expect(await centsOf(near(10))).toEqual(['100.00', '200.00', '500.00', '0.00']);
    expect(
      await answerOf(`{ billingCode(code: "${code}") {
        rates${near(10)} { totalCount withoutPlace nodes { miles zips } }
        all: rates { withoutPlace nodes { miles } }
      } }`),
    ).toMatchObject({
      billingCode: {
        rates: {
          ...{ totalCount: 4, withoutPlace: 2 },
          nodes: [
            { miles: 0, zips: ['60637'] },
            { miles: 7.8, zips: ['60611'] },
            { miles: 0, zips: ['60637', '77030'] },
            { miles: 0, zips: ['60637'] },
          ],
        },
        all: { withoutPlace: null, nodes: Array(7).fill({ miles: null }) },
      },
    });
  });

  test('come page by page, forward and backward', async () => {
    const page = (args: string) => `{ billingCode(code: "${code}") { rates(${args}) {
      nodes { asWritten } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`;
    type Page = {
      billingCode: {
        rates: {
          nodes: { asWritten: string }[];
          pageInfo: {
            hasNextPage: boolean;
            hasPreviousPage: boolean;
            startCursor: string;
            endCursor: string;
          };
        };
      };
    };
    const read = async (args: string) => ((await answerOf(page(args))) as unknown as Page).billingCode.rates;
    const first = await read('first: 3');
    const second = await read(`first: 3, after: "${first.pageInfo.endCursor}"`);
    const third = await read(`first: 3, after: "${second.pageInfo.endCursor}"`);
    expect([first, second, third].flatMap(({ nodes }) => nodes.map(({ asWritten }) => asWritten))).toEqual(
      await centsOf(''),
    );
    expect([first, second, third].map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, true, false]);
    const back = await read(`last: 2, before: "${third.pageInfo.startCursor}"`);
    expect(back.nodes).toEqual(second.nodes.slice(1));
    expect(back.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: true });
  });

  test('as distributions keep terms and files apart, and leave out what is no price', async () => {
    const { billingCode } = (await answerOf(`{ billingCode(code: "${code}") { rates {
      distributions { n withoutAmount minimum median maximum rate { amount asWritten network } } } } }`)) as unknown as {
      billingCode: { rates: { distributions: Record<string, unknown>[] } };
    };
    const { distributions } = billingCode.rates;
    expect(distributions).toHaveLength(7);
    expect(distributions[0]).toEqual({
      ...{ n: 1, withoutAmount: 0, minimum: '100.00', median: '100.00', maximum: '100.00' },
      rate: { amount: '100.00', asWritten: '100.00', network: 'Synthetic PPO' },
    });
    expect(distributions[5]).toEqual({
      ...{ n: 0, withoutAmount: 1, minimum: null, median: null, maximum: null },
      rate: { amount: null, asWritten: '0.00', network: null },
    });
  });

  test.each([
    ['near: { zip: "6063" }', 'BAD_USER_INPUT', 'near.zip'],
    ['near: { zip: "60000" }', 'BAD_USER_INPUT', 'near.zip'],
    ['near: { zip: "60637", miles: 0 }', 'BAD_USER_INPUT', 'near.miles'],
    ['near: { zip: "60637", miles: 201 }', 'BAD_USER_INPUT', 'near.miles'],
    ['filter: { networks: [] }', 'BAD_USER_INPUT', 'filter.networks'],
    ['filter: { payers: ["nobody"] }', 'UNKNOWN_ID', 'filter.payers[0]'],
    ['filter: { modifiers: ["XYZ"] }', 'BAD_USER_INPUT', 'filter.modifiers'],
    ['after: "Zm9v"', 'BAD_USER_INPUT', 'after'],
  ])('with %s are refused: %s of %s', async (args, error, field) => {
    const document = `{ billingCode(code: "${code}") { rates(${args}) { totalCount } } }`;
    const { errors } = await query(document, {}, { of, with: { rates: stored } });
    expect(errors?.[0]?.extensions).toMatchObject({ code: error, field });
  });

  test('as too many distributions are refused', async () => {
    const document = `{ billingCode(code: "${code}") { rates { distributions(first: 501) { n } } } }`;
    const { errors } = await query(document, {}, { of, with: { rates: stored } });
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', field: 'first' });
  });
});

describe('rates of a payer', () => {
  test('are those that name it, of all codes or some', async () => {
    const found = (await answerOf(`{
      one: payer(slug: "synthetic-one") { rates { totalCount } }
      two: payer(slug: "synthetic-two") { rates { nodes { asWritten code { code } } } }
      three: payer(slug: "synthetic-three") { rates { totalCount } }
      of: payer(slug: "synthetic-one") { rates(codes: ["${code}"]) { totalCount } }
      itself: payer(slug: "synthetic-one") { rates(filter: { payers: ["synthetic-one"] }) { totalCount } }
      others: payer(slug: "synthetic-one") { rates(filter: { payers: ["synthetic-two"] }) { totalCount } }
    }`)) as unknown;
    expect(found).toMatchObject({
      one: { rates: { totalCount: 5 } },
      two: { rates: { nodes: [{ asWritten: '400.00', code: { code } }, { asWritten: '700.00' }] } },
      three: { rates: { totalCount: 0 } },
      of: { rates: { totalCount: 4 } },
      itself: { rates: { totalCount: 5 } },
      others: { rates: { totalCount: 0 } },
    });
  });
});

describe('a rate by its id', () => {
  test('is the rate with its file and line, whatever the day', async () => {
    expect(
      await answerOf(
        `{ node(id: "Rate:${early}/${code}/1") { id ... on Rate { line source { slug } payer { slug } code { code } } } }`,
      ),
    ).toEqual({
      node: {
        ...{ id: `Rate:${early}/${code}/1`, line: 3, source: { slug: 'S-SYNTHETIC' } },
        ...{ payer: { slug: 'synthetic-one' }, code: { code } },
      },
    });
  });

  test.each([`Rate:${early}/${code}/2`, `Rate:${early}/11111/1`, 'Rate:cccc/99999/1', 'Rate:junk'])(
    '%s, which there is not, is null',
    async (id) => expect(await answerOf(`{ node(id: "${id}") { id } }`)).toEqual({ node: null }),
  );

  test('of a file that no release names is null, whatever the store has', async () => {
    await writeRates(stored, { cccc: [rate(1)] });
    expect(await answerOf(`{ node(id: "Rate:cccc/${code}/1") { id } }`)).toEqual({ node: null });
    await stored.forget('cccc');
  });
});

describe('a store of rates that cannot be read', () => {
  const document = `{ billingCode(code: "${code}") { code rates { totalCount } } }`;

  test('is an error of its own beside the rest of the answer, never an empty list', async () => {
    const without = await query(document, {}, { of });
    const lost = await query(document, {}, { of, with: { rates: sqliteRates(join(folder, 'nowhere')) } });
    for (const { data, errors } of [without, lost]) {
      expect(errors?.[0]?.extensions).toEqual({ code: 'RATES_UNAVAILABLE' });
      expect(data).toEqual({ billingCode: { code, rates: null } });
    }
    expect(lost.errors?.[0]?.message).not.toContain(folder);
  });

  test('is not needed where no file has rates on the day', async () => {
    const early = `{ billingCode(code: "${code}", asOf: { dateOfService: "2020-01-01" }) { rates { totalCount withoutPlace distributions { n } } } }`;
    expect(await ask(early, {}, { of })).toEqual({
      billingCode: { rates: { totalCount: 0, withoutPlace: null, distributions: [] } },
    });
  });
});
