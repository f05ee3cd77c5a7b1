/** The export of rates has those that the graph gives, cell by cell, in all three formats; all of it synthetic. */

import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createStore } from '../../../db/kit/store.ts';
import type { RateStore } from '../../../db/rates/rate-store.ts';
import { sqliteRates } from '../../../db/rates/sqlite-store.ts';
import { createTables } from '../../../db/release/schema-sql.ts';
import { billingCode, rateFile, source, zipArea } from '../../../db/tables/index.ts';
import { graphContext } from '../../../schema/kit/context.ts';
import { groupAt, termsWith, type WholeRate, writeRates } from '../../db/rates/generated-rates.ts';
import { add, addService, ids } from '../../kit/synthetic.ts';
import { csvOf, ndjsonOf, requested, serveGraph } from '../kit/exporting.ts';
import { addRelease, type Served, temporaryFolder, untilFileIsOver } from '../kit/fixture.ts';

const many = 12_500;
const members = [{ tin: '11-1111111', tinType: 'ein', npis: ['1234567890', '1234567891'] }];
const names = ['aaaa00000001', 'bbbb00000001'] as const;

const rate = (code: string, cents: number, given = {}, more: Partial<WholeRate> = {}): WholeRate => ({
  ...{ code, cents, line: cents % 1_000, group: groupAt(), ...more },
  terms: termsWith({ modifiers: '[]', payerId: ids.payer, ...given }),
});

const rates = {
  [names[0]]: [
    rate(
      '99999',
      12_345,
      { network: 'Synthetic, Inc. PPO', modifiers: '["26"]' },
      { group: groupAt('60637') },
    ),
    rate('99999', 0, { places: '["11","22"]', expiresOn: '9999-12-31', modifiers: null }),
    rate(
      '99999',
      5_000,
      {},
      { group: { name: 'Synthetic "Group"', taxIds: 2, members, zips: ['60611', '60637'] } },
    ),
    rate('99998', 700, { payerId: ids.otherPayer, billingClass: 'INSTITUTIONAL' }),
  ],
  [names[1]]: Array.from({ length: many }, (_, index) => rate(index % 2 ? '99999' : '99998', 100 + index)),
};

const until = untilFileIsOver();
let stored: RateStore;
let folder: string;
let database: string;

beforeAll(async () => {
  const root = temporaryFolder(until);
  [folder, database] = [join(root, 'rates'), join(root, 'made.sqlite')];
  stored = sqliteRates(folder);
  await writeRates(stored, rates);
  const store = createStore(database);
  createTables(store);
  store.transaction(() => {
    addService(store);
    add(store, billingCode, { id: 'BillingCode:CPT:99998', code: '99998', label: 'Other synthetic code' });
    const sourceId = 'Source:S-SYNTHETIC';
    const url = 'https://synthetic.example/rates.json';
    add(store, source, { id: sourceId, slug: 'S-SYNTHETIC', title: 'Synthetic file', url, officialUrl: url });
    for (const [index, file] of names.entries())
      add(store, rateFile, {
        file,
        sourceId,
        rows: rates[file].length,
        series: index,
        validFrom: '2026-01-01',
      });
    for (const [zip, latitude, longitude] of [
      ['60637', 41_782_504, -87_602_734],
      ['60611', 41_894_742, -87_615_073],
    ] as const)
      add(store, zipArea, { zip, latitude, longitude });
    addRelease(store, { contentHash: 'rates' });
  });
  store.close();
});

afterAll(() => stored.close());

const serveRates = (of: RateStore | undefined = stored) =>
  serveGraph({
    database,
    rates: of,
    context: (release, headers, now) => graphContext(release, headers, now, of),
  });

interface Line {
  readonly id: string;
  readonly code: string;
  readonly asWritten: string;
  readonly [name: string]: unknown;
}

const linesOf = (served: Served, parameters: string) =>
  ndjsonOf<Line>(served, `/export/rates.ndjson?${parameters}`);

async function parquetOf({ origin }: Served, parameters: string) {
  const response = await fetch(`${origin}/export/rates.parquet?${parameters}`);
  expect(response.headers.get('content-type')).toBe('application/vnd.apache.parquet');
  const file = await response.arrayBuffer();
  return { metadata: parquetMetadata(file), rows: await parquetReadObjects({ file }) };
}

test('each row is the rate that the graph gives, with its file, line and address', async () => {
  const served = await serveRates();
  const parameters = 'codes=99999&zip=60637&miles=10';
  const { billingCode } = await requested<{ billingCode: { rates: { nodes: Record<string, unknown>[] } } }>(
    served,
    `{ billingCode(code: "99999") { rates(near: { zip: "60637", miles: 10 }) { nodes {
      id amount asWritten network modifiers places billingClass expiresOn providerName taxIds zips miles line
      providers { tin tinType npis } source { id title url officialUrl } } } } }`,
    {},
  );
  const lines = await linesOf(served, parameters);
  expect(lines).toHaveLength(2);
  expect(lines).toMatchObject(
    billingCode.rates.nodes.map(({ source, miles, taxIds, line, ...rest }) => {
      const { id, title, url, officialUrl } = source as Record<string, string>;
      const counts = { miles: String(miles), taxIds: String(taxIds), line: String(line) };
      return { ...rest, ...counts, source: id, sourceTitle: title, url, officialUrl };
    }),
  );
  expect(lines[1]).toMatchObject({
    ...{
      id: `Rate:${names[0]}/99999/3`,
      file: names[0],
      tins: ['11-1111111'],
      amountKind: 'NEGOTIATED_RATE',
    },
    npis: ['1234567890', '1234567891'],
  });
  const table = await csvOf(served, `/export/rates.csv?${parameters}`);
  const text = (cell: unknown) => (Array.isArray(cell) ? cell.join(' | ') : (cell ?? ''));
  expect(table).toEqual(
    lines.map(({ providers: _, ...cells }) =>
      Object.fromEntries(Object.entries(cells).map(([name, cell]) => [name, text(cell)])),
    ),
  );
});

test('all rates come once: file by file, or code by code where codes are given', async () => {
  const served = await serveRates();
  const all = await linesOf(served, '');
  const total = many + rates[names[0]].length;
  expect([all.length, new Set(all.map(({ id }) => id)).size]).toEqual([total, total]);
  const byCode = await linesOf(served, 'codes=99999,CPT:99998');
  expect(byCode.map(({ code }) => code)).toEqual(byCode.map(({ code }) => code).sort());
  expect(byCode.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort());
});

test.each<[string, readonly string[]]>([
  ['payers=synthetic-two', ['7.00']],
  ['billingClass=INSTITUTIONAL&codes=99998', ['7.00']],
  ['networks=Synthetic, Inc. PPO', ['123.45']],
  ['modifiers=26', ['123.45']],
  ['modifiers=26&networks=Other&networks=Synthetic, Inc. PPO', ['123.45']],
  ['zip=60611&miles=1', ['50.00']],
  ['dateOfService=2025-12-31', []],
])('%s', async (parameters, found) => {
  const lines = await linesOf(await serveRates(), parameters);
  expect(lines.map(({ asWritten }) => asWritten)).toEqual(found);
});

test('an empty list of modifiers is those without any', async () => {
  const lines = await linesOf(await serveRates(), 'modifiers=&codes=99999&zip=60637');
  expect(lines.map(({ asWritten }) => asWritten)).toEqual(['50.00']);
});

test.each([
  ['codes=', 'codes'],
  ['codes=88888', 'codes[0]', 'UNKNOWN_ID'],
  ['payers=nobody', 'payers[0]', 'UNKNOWN_ID'],
  ['zip=6063', 'zip'],
  ['zip=60637&zip=60611', 'zip'],
  ['miles=10', 'zip'],
  ['zip=60637&miles=far', 'miles'],
  ['zip=60637&miles=100000', 'miles'],
  ['billingClass=OTHER', 'billingClass'],
  ['filter=x', 'filter'],
])('%s is refused by name', async (parameters, field, code = 'BAD_USER_INPUT') => {
  const { origin } = await serveRates();
  for (const form of ['csv', 'ndjson', 'parquet']) {
    const response = await fetch(`${origin}/export/rates.${form}?${parameters}`);
    const { errors } = (await response.json()) as { errors: { message: string; extensions: object }[] };
    expect([response.status, errors.map(({ extensions }) => extensions)]).toEqual([400, [{ code, field }]]);
  }
});

test('rates that cannot be had are an error, never an empty file', async () => {
  const away = temporaryFolder();
  const gone = sqliteRates(join(away, 'rates'));
  await writeRates(gone, { [names[0]]: rates[names[0]] });
  rmSync(join(away, 'rates', `${names[0]}.sqlite`));
  for (const served of [await serveRates(gone), await serveGraph({ database })])
    for (const form of ['csv', 'ndjson', 'parquet']) {
      const response = await fetch(`${served.origin}/export/rates.${form}?codes=99999`);
      expect([response.status, response.headers.get('content-disposition')]).toEqual([503, null]);
      expect(await response.json()).toMatchObject({
        errors: [{ extensions: { code: 'RATES_UNAVAILABLE' } }],
      });
    }
});

test('Parquet has the same rows in typed columns, group by group', async () => {
  const served = await serveRates();
  const { metadata, rows } = await parquetOf(served, '');
  const lines = await linesOf(served, '');
  // A group is written with the batch that completes it.
  expect(metadata.row_groups.map(({ num_rows }) => Number(num_rows))).toEqual([
    5_000,
    5_000,
    lines.length - 10_000,
  ]);
  const typed = lines.map(({ amount, asWritten, taxIds, line, miles, providers, ...texts }) => ({
    ...texts,
    ...{ amount: amount === null ? null : Number(amount), asWritten: Number(asWritten) },
    ...{
      taxIds: Number(taxIds),
      line: Number(line),
      miles: miles === null ? null : Number(miles),
      providers,
    },
  }));
  // The reader gives undefined for a list that is null, and multiplies cents by 0.01.
  const dollars = (value: unknown) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value);
  const plain = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, dollars(value) ?? null])),
  );
  expect(plain.filter((row, index) => !isDeepStrictEqual(row, typed[index]))).toEqual([]);
  expect(plain).toHaveLength(typed.length);
  const none = await parquetOf(served, 'dateOfService=2025-12-31');
  expect([none.rows, none.metadata.schema.length]).toEqual([[], metadata.schema.length]);
});

test('a server starts without the library for Parquet', () => {
  const loaded = (then: string) => {
    const code = `
      import { registerHooks } from 'node:module';
      const urls = [];
      registerHooks({ load: (url, context, next) => { urls.push(url); return next(url, context); } });
      await import('./src/start.ts');
      ${then}
      console.log(urls.filter((url) => url.includes('hyparquet')).length);`;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
      cwd: join(import.meta.dirname, '../../..'),
      encoding: 'utf8',
    });
    return Number.parseInt(stdout, 10);
  };
  expect(loaded('')).toBe(0);
  expect(loaded("await import('./src/export/parquet.ts');")).toBeGreaterThan(0);
});
