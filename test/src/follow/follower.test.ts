/** How an address is followed: what is fetched and kept, what is refused, and who of several asks. */

import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { pauseMs } from '../../../src/follow/pace.ts';
import { putRelease, serve } from '../kit/fixture.ts';
import { failedStart } from '../kit/process.ts';
import { fileStore, releaseNamed } from './file-store.ts';
import { following, newFile, problemOf, statusOf } from './following.ts';

test('a transfer that is cut goes on where it was', async () => {
  const store = await fileStore();
  const bytes = releaseNamed('first');
  store.put(bytes);
  store.cut(100_000);
  const one = following(store.address);
  await expect.poll(() => statusOf(one)).toBe('current');
  expect(store.answered.slice(0, 2)).toMatchObject([
    { status: 200, range: undefined },
    { status: 206, range: 'bytes=100000-' },
  ]);
  expect(readFileSync(one.file).equals(bytes)).toBe(true);
});

test('what came before a restart is not fetched again, unless there is another file by then', async () => {
  const store = await fileStore();
  const file = newFile();
  store.put(releaseNamed('first'));
  store.cut(100_000, 'dies');
  const one = following(store.address, { file });
  await expect.poll(() => statusOf(one)).toBe('failing');
  one.follower.close();
  const second = releaseNamed('second');
  store.put(second);
  await store.back();
  const next = following(store.address, { file });
  await expect.poll(() => statusOf(next)).toBe('current');
  expect(store.answered.at(1)).toMatchObject({ status: 200, range: 'bytes=100000-' });
  expect(readFileSync(file).equals(second)).toBe(true);
});

test('the download of another server is followed, as it takes one release after the other', async () => {
  const served = await serve();
  const one = following(new URL('/download/coverage.sqlite', served.origin));
  await expect.poll(() => statusOf(one)).toBe('current');
  expect(readFileSync(one.file).equals(readFileSync(served.file))).toBe(true);
  putRelease(served.file, 'second');
  await served.releases.check();
  await expect.poll(() => one.log.map(({ release }) => release)).toEqual(['first', 'second']);
  expect(readFileSync(one.file).equals(readFileSync(served.file))).toBe(true);
});

test('of several that share a file one fetches, and another one once it has ended', async () => {
  const store = await fileStore();
  store.put(releaseNamed('first'));
  const one = following(store.address);
  const other = following(store.address, { file: one.file });
  await expect.poll(() => statusOf(one)).toBe('current');
  expect(statusOf(other)).toBe('current');
  expect(store.answered.filter(({ status }) => status === 200)).toHaveLength(1);
  one.follower.close();
  store.put(releaseNamed('second'));
  await expect.poll(() => other.log.map(({ event }) => event)).toEqual(['release fetched']);
});

test('what was refused is not fetched again by a later start, and the next one is', async () => {
  const store = await fileStore();
  const file = newFile();
  store.put(releaseNamed('first').subarray(0, 200_000));
  const one = following(store.address, { file });
  await expect.poll(() => statusOf(one)).toBe('refused');
  expect(problemOf(one)).toMatch(/^What is at http:\/\/127\.0\.0\.1:\d+\/coverage\.sqlite /);
  one.follower.close();
  const next = following(store.address, { file });
  await expect.poll(() => store.answered.length).toBeGreaterThan(3);
  expect(statusOf(next)).toBe('refused');
  expect(store.answered.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(existsSync(file)).toBe(false);
  store.put(releaseNamed('second'));
  await expect.poll(() => statusOf(next)).toBe('current');
});

test('what another version of the program refused is fetched again', async () => {
  const store = await fileStore();
  const file = newFile();
  store.put(releaseNamed('first').subarray(0, 200_000));
  const one = following(store.address, { file });
  await expect.poll(() => statusOf(one)).toBe('refused');
  one.follower.close();
  const record = `${file}.followed.json`;
  writeFileSync(record, readFileSync(record, 'utf8').replace(/"program":"\w+"/, '"program":"other"'));
  const before = store.answered.length;
  following(store.address, { file });
  await expect.poll(() => store.answered.slice(before).map(({ status }) => status)).toContain(200);
});

test('a file that is gone is fetched again, and so is one of another address', async () => {
  const [first, second] = [await fileStore(), await fileStore()];
  first.put(releaseNamed('first'));
  second.put(releaseNamed('second'));
  const one = following(first.address);
  await expect.poll(() => statusOf(one)).toBe('current');
  one.follower.close();
  const other = following(second.address, { file: one.file });
  await expect.poll(() => statusOf(other)).toBe('current');
  rmSync(one.file);
  await expect.poll(() => other.log.map(({ release }) => release)).toEqual(['second', 'second']);
});

test('SIGHUP has it look at once', async () => {
  const store = await fileStore();
  store.put(releaseNamed('first'));
  const one = following(store.address, { pollMs: 3_600_000 });
  await expect.poll(() => statusOf(one)).toBe('current');
  store.put(releaseNamed('second'));
  process.emit('SIGHUP');
  await expect.poll(() => one.log.map(({ release }) => release)).toEqual(['first', 'second']);
});

test('a start that cannot keep what it follows ends with a sentence', async () => {
  const env = {
    DATABASE: 'https://store.example/coverage.sqlite',
    DATABASE_COPY: '/sys/none/followed.sqlite',
  };
  const { said, exitCode } = await failedStart(env);
  expect(exitCode).toBe(1);
  expect(said).toMatch(
    /^What DATABASE names cannot be kept, because \/sys\/none cannot be written \(\w+\)\. .*\n$/,
  );
});

test('looks are apart by the interval, a tenth more or less; failures by twice as much each time, up to a minute', () => {
  const between = (failures: number) => [0, 1].map((random) => Math.round(pauseMs(10_000, failures, random)));
  expect([0, 1, 2, 3, 100].map(between)).toEqual([
    [9_000, 11_000],
    [10_000, 20_000],
    [20_000, 40_000],
    [30_000, 60_000],
    [30_000, 60_000],
  ]);
  expect(pauseMs(3_600_000, 5, 1)).toBe(3_600_000);
});

test('closing ends a look that is under way', async () => {
  const one = following(new URL('http://127.0.0.1:9/coverage.sqlite'));
  one.follower.close();
  await after(100);
  expect(one.log).toEqual([]);
});
