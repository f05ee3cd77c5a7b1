/** `npm run rates`: what is stored and by whom it is named, and that prune removes the rest and nothing else. All of it synthetic. */

import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { holdLock } from '../../../../db/kit/store.ts';
import { openRates } from '../../../../db/rates/open-rates.ts';
import { loadShard } from '../../../../seed/load/command/shard.ts';
import { prune, storedFiles } from '../../../../seed/load/rates/stored-files.ts';
import { type Loading, loading } from '../../kit/loading.ts';
import { price, priced } from '../../official/prices/synthetic-prices.ts';

const slow = { timeout: 120_000 };
const program = join(import.meta.dirname, '../../../../seed/load/rates/main.ts');
const now = new Date('2026-11-25T12:00:00Z');

const inNetwork = (payer: string, cents = 100) =>
  JSON.stringify({
    ...{ reporting_entity_name: payer, reporting_entity_type: 'issuer', last_updated_on: '2026-06-01' },
    ...{ version: '2.0.0', in_network: [priced([price(cents / 100), price(2 + cents / 100)])] },
  });

const settingsOf = ({ database }: Loading) => ({ database, rates: undefined });
const there = ({ database }: Loading) => readdirSync(`${database}.rates`).sort();

/** Rates that nobody names, and a draft of a writer that was killed. */
async function leave(trial: Loading, file: string): Promise<void> {
  const rates = openRates(settingsOf(trial));
  const writer = await rates.begin(file);
  writer.group(1, { name: null, taxIds: 1, members: [], zips: [] });
  writer.row({ code: '77080', term: 1, group: 1, cents: 100, line: 1 });
  await writer.finish({ payerId: null, facility: null, network: null });
  rates.close();
  writeFileSync(join(`${trial.database}.rates`, 'cut.sqlite.draft'), 'synthetic');
}

test('only what no release, no loaded file and no shard names is removed', slow, async () => {
  const trial = loading();
  await trial.load([trial.put('2026-06-01_released.json', inNetwork('Synthetic Released'))]);
  const [released] = there(trial);
  const old = `${trial.database}.old`;
  copyFileSync(trial.database, old);
  const shard = { number: 1, of: 2 };
  const staged = trial.put('2026-06-01_staged.json', inNetwork('Synthetic Staged'));
  await loadShard({ database: trial.database, paths: [staged], shard, now });
  await leave(trial, '00000000abcd');

  const listed = await storedFiles(settingsOf(trial));
  expect(listed.map(({ inUse, rows, bytes = 0 }) => [inUse?.by, rows, bytes > 10_000]).sort()).toEqual([
    [undefined, 1, true],
    ['release', 2, true],
    ['shard', 2, true],
  ]);
  expect(listed.find(({ inUse }) => inUse?.by === 'release')?.inUse?.source).toMatch(
    /2026-06-01_released\.json/,
  );

  const gone = await prune(settingsOf(trial));
  expect(gone.map(({ file }) => file)).toEqual(['00000000abcd']);
  expect(there(trial)).toHaveLength(2);
  expect(await prune(settingsOf(trial))).toEqual([]);

  // Taken out of the library, it is still what the release in place names.
  rmSync(`${trial.database}.loads`, { recursive: true });
  expect(await prune(settingsOf(trial))).toHaveLength(1);
  expect(there(trial)).toEqual([released]);

  // Another release is in place, and a server still answers from its copy of the last one.
  const served = `${trial.database}.served`;
  mkdirSync(served);
  copyFileSync(old, join(served, '0123456789abcdef.sqlite'));
  const other = loading();
  copyFileSync(other.database, trial.database);
  expect(await prune(settingsOf(trial))).toEqual([]);
  rmSync(served, { recursive: true });
  expect(await prune(settingsOf(trial))).toMatchObject([{ file: released?.replace('.sqlite', ''), rows: 2 }]);
  expect(there(trial)).toEqual([]);
});

test('a loaded file keeps its rates while no release is there', slow, async () => {
  const trial = loading();
  await trial.load([trial.put('2026-06-01_one.json', inNetwork('Synthetic One'))]);
  rmSync(trial.database);
  expect(await storedFiles(settingsOf(trial))).toMatchObject([{ inUse: { by: 'library' } }]);
  expect(await prune(settingsOf(trial))).toEqual([]);
});

test('nothing is removed while a load or a shard runs, nor where a release cannot be read', async () => {
  const trial = loading();
  await leave(trial, '00000000abcd');
  const library = `${trial.database}.loads`;
  mkdirSync(join(library, 'shards', '1-of-2'), { recursive: true });
  for (const lock of ['lock', 'shards/1-of-2.lock']) {
    const letGo = holdLock(join(library, lock));
    await expect(prune(settingsOf(trial))).rejects.toThrow(/is running\. Wait for it to end/);
    letGo?.();
  }
  mkdirSync(`${trial.database}.served`);
  writeFileSync(join(`${trial.database}.served`, '0.sqlite'), 'no database at all, synthetic'.repeat(50));
  await expect(prune(settingsOf(trial))).rejects.toThrow(/not a database/);
  expect(there(trial)).toContain('00000000abcd.sqlite');
});

test('the command lists, removes, and says so', async () => {
  const trial = loading();
  await leave(trial, '00000000abcd');
  const run = (...args: readonly string[]) => {
    const env = { ...process.env, DATABASE: trial.database };
    const { stdout, stderr, status } = spawnSync(process.execPath, [program, ...args], {
      env,
      encoding: 'utf8',
    });
    return { stdout, stderr, status };
  };
  expect(run().stdout).toMatch(
    /^00000000abcd +1 rates +[\d,]+ bytes {2}nobody\n1 file with 1 rate stored\.\n$/,
  );
  expect(run('--help')).toMatchObject({ status: 0, stderr: expect.stringMatching(/^npm run rates/) });
  expect(run('purge')).toMatchObject({ status: 2, stdout: '' });
  expect(JSON.parse(run('prune', '--json').stdout)).toMatchObject([{ file: '00000000abcd', rows: 1 }]);
  expect(there(trial)).toEqual([]);
  expect(run('prune').stdout).toBe('0 files with 0 rates removed.\n');
});
