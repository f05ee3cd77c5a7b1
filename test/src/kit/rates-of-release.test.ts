/** A release rests on files of rates: where a store of them is named, one whose rates are not all there is not served. */

import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type RateStore, RatesUnavailable } from '../../../db/rates/rate-store.ts';
import { sqliteRates } from '../../../db/rates/sqlite-store.ts';
import { programHash } from '../../../db/release/program-hash.ts';
import { rateFile } from '../../../db/tables/index.ts';
import type { LogEntry } from '../../../src/kit/log.ts';
import { openReleases } from '../../../src/kit/releases.ts';
import { groupAt, termsWith, writeRates } from '../../db/rates/generated-rates.ts';
import { createEmpty } from '../../kit/empty-database.ts';
import { add } from '../../kit/synthetic.ts';
import { addRelease, temporaryFolder } from './fixture.ts';

/** Puts a release in place that rests on a file with so many rates. */
function putRelease(file: string, hash: string, rows: number): void {
  const draft = `${file}.${hash}`;
  const store = createEmpty(draft);
  add(store, rateFile, { file: 'aaaa', rows });
  addRelease(store, { contentHash: hash, programHash: programHash(), builtAt: '2026-01-01T00:00:00Z' });
  store.close();
  renameSync(draft, file);
}

const rate = { code: '77092', cents: 1, line: 1, terms: termsWith(), group: groupAt() };

async function served(rates: RateStore, file: string) {
  const log: LogEntry[] = [];
  const keep = (entry: LogEntry) => void log.push(entry);
  const releases = await openReleases({ file, pollMs: 3_600_000, log: keep, rates });
  onTestFinished(() => releases.close());
  const hash = () => {
    const lease = releases.lease();
    lease?.end();
    return lease?.release.info.hash;
  };
  return { releases, log, hash };
}

test('with fewer rates than it names is refused, and the last one goes on', async () => {
  const folder = temporaryFolder();
  const rates = sqliteRates(join(folder, 'rates'));
  await writeRates(rates, { aaaa: [rate, rate] });
  const file = join(folder, 'release.sqlite');
  putRelease(file, 'first', 2);
  const { releases, log, hash } = await served(rates, file);
  expect(hash()).toBe('first');
  putRelease(file, 'second', 3);
  await releases.check();
  expect(hash()).toBe('first');
  expect(releases.behind()).toBe('refused');
  expect(log.at(-1)).toMatchObject({ event: 'release refused', kept: 'first' });
  expect(String(log.at(-1)?.message)).toMatch(/such as aaaa with 2 of 3\. Load them into this store/);
  putRelease(file, 'third', 2);
  await releases.check();
  expect(hash()).toBe('third');
});

test('is served where the store cannot be reached: the graph goes on without rates, and the log says so', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'release.sqlite');
  putRelease(file, 'first', 2);
  const counted = () => Promise.reject(new RatesUnavailable('The store of rates does not answer.'));
  const { log, hash } = await served({ ...sqliteRates(folder), counted }, file);
  expect(hash()).toBe('first');
  expect(log).toContainEqual({
    ...{ level: 'warn', event: 'rates unavailable' },
    message: 'The store of rates does not answer.',
  });
});
