/** Releases: a request sees one of them from start to end, and a new one is taken up without a request noticing. */

import { copyFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createStore } from '../../../db/kit/store.ts';
import { changeTimesOf } from '../../../db/release/epoch.ts';
import { checkHere } from '../../../src/kit/check-release.ts';
import { openReleases } from '../../../src/kit/releases.ts';
import { fileState } from '../../../src/kit/snapshot.ts';
import { putRelease, serve, temporaryFolder } from './fixture.ts';

test('a file renamed into place is served from the next request on', async () => {
  const { ask, file, releases } = await serve();
  expect((await ask('{ release }')).body.data).toEqual({ release: 'first' });
  putRelease(file, 'second');
  await releases.check();
  const answer = await ask('{ release }');
  expect(answer.body.data).toEqual({ release: 'second' });
  expect(answer.headers.get('x-release')).toBe('second');
});

test('what was found whole in that state is not read again, and in another state it is', async () => {
  const { file, releases } = await serve();
  const changeTimes = [Date.parse('2099-01-01')];
  const served = () => {
    const lease = releases.lease();
    lease?.end();
    return lease && [lease.release.info.hash, changeTimesOf(lease.release)];
  };
  for (const [hash, times] of [
    ['second', changeTimes],
    ['third', []],
  ] as const) {
    putRelease(file, hash);
    const checked = { ...(await checkHere(file)), changeTimes };
    const { text: state } = await fileState(file);
    await releases.check({ state: hash === 'second' ? state : 'other', checked });
    expect(served()).toEqual([hash, times]);
  }
});

test('a request that began on a release ends on it, and the release is closed after', async () => {
  const { ask, file, releases } = await serve();
  const lease = releases.lease();
  const slow = ask('{ releaseAfter(ms: 300) }');
  // The release is taken when the request arrives: an answer to a later request shows that it has.
  await ask('{ release }');
  putRelease(file, 'second');
  await releases.check();
  expect((await ask('{ release }')).body.data).toEqual({ release: 'second' });
  expect((await slow).body.data).toEqual({ releaseAfter: ['first', 'first'] });
  expect(lease?.release.store.get('select 1 as one')).toEqual({ one: 1 });
  lease?.end();
  lease?.end();
  await expect.poll(() => isOpen(lease?.release)).toBe(false);
});

test('while releases change under load no answer mixes two of them, and none is lost', async () => {
  const { ask, file, releases } = await serve();
  const seen = new Set<unknown>();
  let mixed = 0;
  let answered = 0;
  let changing = true;
  const client = async () => {
    while (changing) {
      const answer = await ask('{ before: release releaseAfter(ms: 3) after: release }');
      const { before, releaseAfter, after } = answer.body.data as Record<string, unknown>;
      const all = [before, ...(releaseAfter as unknown[]), after, answer.headers.get('x-release')];
      if (new Set(all).size !== 1) mixed += 1;
      seen.add(before);
      answered += 1;
    }
  };
  const clients = Array.from({ length: 16 }, client);
  for (let n = 1; n <= 8; n++) {
    putRelease(file, `release-${n}`);
    await releases.check();
    const before = answered;
    while (answered < before + 20) await new Promise(setImmediate);
  }
  changing = false;
  await Promise.all(clients);
  expect(mixed).toBe(0);
  expect(seen.size).toBeGreaterThan(6);
}, 120_000);

test.each([
  ['is garbage', (draft: string) => writeFileSync(draft, 'not a database')],
  ['is empty', (draft: string) => writeFileSync(draft, '')],
  ['is cut short', (draft: string) => putRelease(draft, 'second', { cutShort: true })],
  ['another version built', (draft: string) => putRelease(draft, 'second', { program: 'other' })],
  ['has other tables', (draft: string) => putOtherTables(draft)],
  ['belongs to another program', (draft: string) => copyFileSync(foreignDatabase(), draft)],
  ['is gone', undefined],
])('a file that %s is refused once, and the old release is kept', async (_what, make) => {
  const { ask, file, releases, log } = await serve();
  if (make) {
    make(`${file}.draft`);
    renameSync(`${file}.draft`, file);
  } else rmSync(file);
  await releases.check();
  await releases.check();
  expect((await ask('{ release }')).body.data).toEqual({ release: 'first' });
  const refused = log.filter((entry) => entry.event === 'release refused');
  expect(refused).toHaveLength(1);
  expect(refused[0]).toMatchObject({ level: 'error', kept: 'first' });
  putRelease(file, 'second');
  await releases.check();
  expect((await ask('{ release }')).body.data).toEqual({ release: 'second' });
});

test('a file that appears later makes the server ready', async () => {
  const { file, releases, origin } = await serve({ withoutRelease: true });
  expect((await fetch(`${origin}/readyz`)).status).toBe(503);
  putRelease(file, 'first');
  await releases.check();
  expect((await fetch(`${origin}/readyz`)).status).toBe(200);
});

test('a new file is noticed by itself, and at once on SIGHUP', async () => {
  const file = `${temporaryFolder()}/release.sqlite`;
  putRelease(file, 'first');
  for (const pollMs of [50, 3_600_000]) {
    const releases = await openReleases({ file, pollMs, log: () => {} });
    putRelease(file, `after ${pollMs}`);
    if (pollMs > 50) process.emit('SIGHUP');
    await expect.poll(() => hashOf(releases)).toBe(`after ${pollMs}`);
    releases.close();
  }
});

function hashOf(releases: Awaited<ReturnType<typeof openReleases>>): string | undefined {
  const lease = releases.lease();
  lease?.end();
  return lease?.release.info.hash;
}

function isOpen(release: { store: { get(sql: string): unknown } } | undefined): boolean {
  try {
    release?.store.get('select 1');
    return true;
  } catch {
    return false;
  }
}

/** A release of a version that had a table more. */
function putOtherTables(file: string): void {
  putRelease(file, 'second');
  const store = createStore(file);
  store.exec('create table synthetic (id text) strict');
  store.close();
}

/** SQLite's header is all that tells whose a file is: ours with another application id. */
function foreignDatabase(): string {
  const file = `${temporaryFolder()}/foreign.sqlite`;
  writeFileSync(file, Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(4_080)]));
  return file;
}
