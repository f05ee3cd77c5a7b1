/** A build replaces the database whole or not at all, and its hash tells what is in it. */

import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { holdLock } from '../../../db/kit/store.ts';
import { openRelease } from '../../../db/release/release.ts';
import { contentHash } from '../../../seed/build/content-hash.ts';
import { trial } from '../kit/seed-trial.ts';

const hashOf = (database: string): string => {
  const { info, close } = openRelease(database);
  close();
  return info.hash;
};

test('the same text gives the same hash, however often it is built, and so does a look at it without a build', async () => {
  const seed = trial();
  const first = await seed.build();
  const second = await seed.build();
  expect(second.contentHash).toBe(first.contentHash);
  expect(hashOf(inject('database'))).toBe(first.contentHash);
  expect(contentHash(seed.database)).toBe(first.contentHash);
});

test('a word that changes in the text changes the hash', async () => {
  const seed = trial();
  seed.change('data/policies/payers.yaml', 'label: Aetna', 'label: Aetna Inc.');
  const second = await seed.build();
  expect(second.contentHash).not.toBe(hashOf(inject('database')));
});

test('the release opens for serving and says what it is', async () => {
  const seed = trial();
  const report = await seed.build();
  const release = openRelease(seed.database);
  expect(release.info.hash).toBe(report.contentHash);
  expect(release.info.counts).toEqual(report.counts);
  release.close();
});

test('data that breaks a rule is refused with the rule, the rows and what to do', async () => {
  const seed = trial();
  seed.takeBuilt();
  const before = readFileSync(seed.database);
  seed.change(
    'data/fees/fee-schedule.csv',
    '0.83,0.83,3,XXX,0,0,0,0,0,01,99,34.6062,2.36,2.36,0.03,28.72,',
    '0.83,0.83,3,XXX,0,0,0,0,0,01,99,34.6062,2.36,2.36,0.03,28.73,',
  );
  const message = await seed.failure();
  expect(message).toContain('fee-schedule-arithmetic: A fee-schedule amount is there exactly where');
  expect(message).toContain(
    'FeeScheduleEntry:CPT:77091/2022-01-01: has 2873 and none cents, should have 2872',
  );
  expect(message).toContain('Correct the text of these rows, or the rule in db/findings/checks.');
  expect(readFileSync(seed.database).equals(before)).toBe(true);
  expect(seed.besides()).toEqual(['coverage.sqlite', 'coverage.sqlite.lock']);
});

test('a second build at the same time fails at once and says why', async () => {
  const seed = trial();
  seed.takeBuilt();
  const letGo = holdLock(`${seed.database}.lock`);
  expect(await seed.failure()).toBe(
    'Another build of coverage.sqlite is running. Wait for it to end, then start again.',
  );
  letGo?.();
  await seed.build();
});

test('the command ends with an error when it could not build, and says that nothing was changed', async () => {
  const seed = trial();
  seed.takeBuilt();
  const letGo = holdLock(`${seed.database}.lock`);
  const main = join(import.meta.dirname, '../../../seed/main.js');
  const env = { ...process.env, DATABASE: seed.database };
  const ended = spawnSync(process.execPath, [main], { env, encoding: 'utf8' });
  letGo?.();
  expect(ended.status).toBe(1);
  expect(ended.stderr).toContain('Another build of coverage.sqlite is running.');
  expect(ended.stderr).toContain(`Nothing was changed: ${seed.database} is as it was.`);
});

test('a build that is killed leaves the served database, and the next build goes through', async () => {
  const seed = trial();
  seed.takeBuilt();
  const before = readFileSync(seed.database);
  const child = fork(new URL('../kit/child.ts', import.meta.url), [seed.database], { stdio: 'ignore' });
  await once(child, 'message');
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(readFileSync(seed.database).equals(before)).toBe(true);
  const second = await seed.build();
  expect(second.contentHash).toBe(hashOf(inject('database')));
  expect(seed.besides()).toEqual(['coverage.sqlite', 'coverage.sqlite.lock']);
});
