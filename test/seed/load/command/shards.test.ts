/** Loads spread over processes: shards of a list of price files, one of them killed and run again, make what one load makes. All of it synthetic. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { icd10cm } from '../../../../bench/loading/generate.ts';
import { holdLock, openStore } from '../../../../db/kit/store.ts';
import { mergeShards } from '../../../../seed/load/command/merge-shards.ts';
import { loadShard } from '../../../../seed/load/command/shard.ts';
import { shardNumber, shardSummary } from '../../../../seed/load/command/shard-summary.ts';
import { summary } from '../../../../seed/load/command/summary.ts';
import { type Loading, loading } from '../../kit/loading.ts';
import { price, priced } from '../../official/prices/synthetic-prices.ts';

const slow = { timeout: 240_000 };
const now = new Date('2026-11-25T12:00:00Z');
const program = join(import.meta.dirname, '../../../../seed/load/main.js');

const rate = fc.record({
  cents: fc.integer({ min: 0, max: 90_000 }),
  modifier: fc.constantFrom('', '26', 'TC'),
});
const item = fc.record({
  code: fc.constantFrom('77080', '77081', '77089', '77092', '99213'),
  rates: fc.array(rate, { minLength: 1, maxLength: 6 }),
  tin: fc.integer({ min: 1, max: 9 }),
});
const listed = fc.array(fc.array(item, { minLength: 1, maxLength: 8 }), { minLength: 6, maxLength: 6 });

type Items = typeof item extends fc.Arbitrary<infer Item> ? readonly Item[] : never;

const oneItem: Items = [{ code: '77080', rates: [{ cents: 100, modifier: '' }], tin: 1 }];

/** A file of a payer of its own; `more` items make it take a while to read. */
function inNetwork(number: number, items: Items, more = 0): string {
  const groups = (tin: number) => [{ npi: [tin], tin: { type: 'ein', value: String(tin) } }];
  const of = ({ code, rates, tin }: Items[number]) =>
    priced([], {
      billing_code: code,
      negotiated_rates: [
        {
          provider_groups: groups(tin),
          negotiated_prices: rates.map(({ cents, modifier }) =>
            price(cents / 100, modifier ? { billing_code_modifier: [modifier] } : {}),
          ),
        },
      ],
    });
  const [first] = items;
  const all = [...items, ...Array.from({ length: first ? more : 0 }, () => first as Items[number])];
  return JSON.stringify({
    reporting_entity_name: `Synthetic Plan ${number}`,
    reporting_entity_type: 'issuer',
    last_updated_on: '2026-06-01',
    version: '2.0.0',
    in_network: all.map(of),
  });
}

/** Six files in a folder; the third and the first may be so long that a reader is killed in the middle of them. */
function putFiles(trial: Loading, seed: number, { long = false } = {}): string {
  const [files = []] = fc.sample(listed, { seed, numRuns: 1 });
  const paths = files.map((items, number) => {
    const more = number === 2 ? (long ? 60_000 : 60) : number === 0 && long ? 2_000 : 0;
    return trial.put(`files/2026-06-01_synthetic-${number}.json`, inNetwork(number, items, more));
  });
  return dirname(paths[0] ?? '');
}

/** Runs a shard as a user does, until its end or until `kill` says so. */
async function inProcess({ database }: Loading, args: readonly string[], kill = () => false) {
  const child = spawn(process.execPath, [program, ...args], { env: { ...process.env, DATABASE: database } });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (part) => (stdout += part));
  child.stderr.on('data', (part) => (stderr += part));
  const watch = setInterval(() => kill() && child.kill('SIGKILL'), 1);
  await once(child, 'close');
  clearInterval(watch);
  return { code: child.exitCode, signal: child.signalCode, stdout, stderr };
}

/** All rows of all tables of a file, but for the moment of its building, which is that of its changes. */
function contentOf(file: string) {
  const store = openStore(file);
  const tables = store.all<{ name: string }>(
    "select m.name from sqlite_schema m where m.type = 'table' and m.rootpage > 0 and m.name not like 'sqlite_stat%' and m.name <> 'release' order by m.name",
  );
  const content = tables.map(({ name }) => [
    name,
    store
      .all<object>(`select * from "${name}"`)
      .map((row) => JSON.stringify({ ...row, ...(name === 'change_event' && { at: null }) }))
      .sort(),
  ]);
  store.close();
  return Object.fromEntries(content) as Readonly<Record<string, readonly string[]>>;
}

const ratesOf = ({ database }: Loading) => {
  const folder = `${database}.rates`;
  const names = readdirSync(folder).sort();
  return names.map((name) => [name, contentOf(join(folder, name))]);
};

const merge = ({ database }: Loading, more = {}) =>
  mergeShards({ database, rates: undefined, now, log: () => {}, ...more });

/** When a shard is killed: it has read a file, or is in the middle of one. */
const hasRead = (trial: Loading, shard: string, place: number) => () =>
  existsSync(join(`${trial.database}.loads`, 'shards', shard, String(place)));
const isReading =
  ({ database }: Loading) =>
  () =>
    existsSync(`${database}.rates`) &&
    readdirSync(`${database}.rates`).some((name) => name.endsWith('.draft'));

test('two shards, each killed and run again, make the graph and the rates of one load', slow, async () => {
  const whole = loading();
  await whole.load([putFiles(whole, 1, { long: true })], { now });
  const spread = loading();
  const files = putFiles(spread, 1, { long: true });
  const before = contentOf(spread.database);

  // The longest file is a shard by itself, and the five others are one.
  const killed = [
    await inProcess(spread, [files, '--shard', '1/2'], isReading(spread)),
    await inProcess(spread, [files, '--shard', '2/2'], hasRead(spread, '2-of-2', 0)),
  ];
  expect(killed.map(({ signal }) => signal)).toEqual(['SIGKILL', 'SIGKILL']);
  expect(await merge(spread).catch(String)).toMatch(
    /Not all shards are read to their end: run --shard 1\/2, 2\/2 /,
  );

  const ended = await Promise.all(['1/2', '2/2'].map((part) => inProcess(spread, [files, '--shard', part])));
  expect(ended.map(({ code }) => code)).toEqual([0, 0]);
  expect(ended[0]?.stdout).toMatch(
    /synthetic-2\.json: tic-in-network .*\n {2}rows .* read, [\d,]+ rates stored\n/,
  );
  expect(ended[1]?.stdout).toMatch(/synthetic-0\.json: read before\./);
  expect(ended[1]?.stdout).toMatch(/Shard 2\/2 is read: 5 of 6 price files\. .* --merge\.\n$/);
  expect(contentOf(spread.database)).toEqual(before);

  const report = await merge(spread);
  expect(report.loaded.map(({ path }) => path.slice(-6))).toEqual([0, 1, 2, 3, 4, 5].map((n) => `${n}.json`));
  for (const { rows } of summary(report, false).machine.files) expect(rows.unaccounted).toBe(0);
  expect(contentOf(spread.database)).toEqual(contentOf(whole.database));
  expect(ratesOf(spread)).toEqual(ratesOf(whole));
});

const read = ({ database }: Loading, files: string, shard: string) =>
  loadShard({ database, paths: [files], shard: shardNumber(shard), now });

test('shards of two machines are merged where their folders are copied together', slow, async () => {
  const [one, other] = [loading(), loading()];
  await read(one, putFiles(one, 2), '1/2');
  await read(other, putFiles(other, 2), '2/2');
  const copy = (folder: string) =>
    cpSync(`${other.database}.${folder}`, `${one.database}.${folder}`, { recursive: true });

  expect(await merge(one).catch(String)).toMatch(
    /run --shard 2\/2 .* or copy here what another machine left/,
  );
  copy('loads');
  expect(await merge(one).catch(String)).toMatch(
    /Of its \d+ rates the store has 0 .*Copy them from the machine/,
  );
  copy('rates');
  const dry = await merge(one, { dryRun: true });
  expect(dry.loaded).toHaveLength(6);
  await merge(one);
  const named = one.release().store.all<{ file: string }>('select f.file from rate_file f order by f.file');
  expect(named.map(({ file }) => `${file}.sqlite`)).toEqual(readdirSync(`${one.database}.rates`).sort());

  expect(await merge(one).catch(String)).toMatch(/No shard was read\. Begin with/);
  const again = await read(one, putFiles(one, 2), '2/2');
  expect([again.read, again.alreadyLoaded.length]).toEqual([[], 5]);
});

test('what would lose files, or read one twice at once, is refused', slow, async () => {
  const trial = loading();
  const files = putFiles(trial, 3);
  await read(trial, files, '1/2');
  trial.put('files/2026-06-01_synthetic-6.json', inNetwork(6, oneItem));
  await read(trial, files, '2/2');
  expect(await merge(trial).catch(String)).toMatch(/Shards 1\/2 and 2\/2 are of different lists of files/);
  expect(await read(trial, files, '1/2').catch(String)).toMatch(
    /This shard of another list of files was read and is not merged yet/,
  );
  const letGo = holdLock(join(`${trial.database}.loads`, 'shards', '2-of-2.lock'));
  expect(await read(trial, files, '2/2').catch(String)).toMatch(/Shard 2\/2 is running\. Wait for it to end/);
  expect(await merge(trial).catch(String)).toMatch(/Shard 2\/2 is running\. Wait for it to end/);
  letGo?.();
});

test(
  'a shard that failed with a damaged file begins anew with the list in which it is whole',
  slow,
  async () => {
    const trial = loading();
    const files = putFiles(trial, 4);
    const last = 'files/2026-06-01_synthetic-5.json';
    const whole = readFileSync(trial.put(last, inNetwork(5, oneItem)), 'utf8');
    trial.put(last, whole.slice(0, -20));
    expect(await read(trial, files, '2/2').catch(String)).toMatch(/synthetic-5\.json/);
    trial.put(last, whole);
    const { read: anew, readBefore } = await read(trial, files, '2/2');
    expect([anew.length, readBefore]).toEqual([5, []]);
  },
);

test.each(['0/4', '5/4', '2', '2/1001', '-1/2', 'x/y'])('%s is no shard', (written) => {
  expect(() => shardNumber(written)).toThrow(/is no shard\. Write which of how many, such as 2\/4/);
});

test('other files than those of prices are for an ordinary load', async () => {
  const trial = loading();
  const folder = dirname(trial.put('files/other.txt', 'synthetic'));
  trial.put('files/icd10cm_order_2026.txt', icd10cm({ rows: 20 }).text);
  const report = await read(trial, folder, '1/1');
  expect(report.passedOver.map(({ reason }) => reason)).toEqual([
    'no known format',
    'it is no price file, and is loaded without --shard',
  ]);
  expect(shardSummary(report).text).toContain('Shard 1/1 is read: 0 of 0 price files.');
});
