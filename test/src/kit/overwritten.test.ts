/** A database file that is written to in place, as by `cp` or `rsync --inplace`: answers come from the server's own copy of it. */

import {
  appendFileSync,
  copyFileSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openReleases, type Releases } from '../../../src/kit/releases.ts';
import { copiesOf } from '../../../src/kit/snapshot.ts';
import { putRelease, type Served, serve, temporaryFolder } from './fixture.ts';

/** A served release, and the file of another. */
async function servedAndOther() {
  const served = await serve({ repeatBytes: 0 });
  const other = join(temporaryFolder(), 'other.sqlite');
  putRelease(other, 'second');
  return { ...served, other };
}

/** Asks without a pause while `work` runs, and answers with every release that was seen; none may fail or mix two. */
async function askedDuring(served: Served, work: () => Promise<void>): Promise<readonly unknown[]> {
  const seen = new Set<unknown>();
  let working = true;
  const client = async () => {
    while (working) {
      const { body, headers } = await served.ask('{ before: release releaseAfter(ms: 1) }');
      expect(body.errors).toBeUndefined();
      const { before, releaseAfter } = body.data as { before: unknown; releaseAfter: unknown[] };
      expect(new Set([before, ...releaseAfter, headers.get('x-release')]).size).toBe(1);
      seen.add(before);
    }
  };
  const clients = [client(), client()];
  await work().finally(() => {
    working = false;
  });
  await Promise.all(clients);
  return [...seen];
}

const eventsOf = (served: Pick<Served, 'log'>) =>
  served.log.filter(({ level }) => level !== 'info').map(({ event }) => event);

const readiness = async ({ origin }: Served) => {
  const response = await fetch(`${origin}/readyz`);
  return [response.status, ((await response.json()) as { readonly database?: string }).database];
};

test('a release that is copied over the file breaks no answer, and is served once the file is whole', async () => {
  const served = await servedAndOther();
  const { file, other, releases } = served;
  const first = join(temporaryFolder(), 'first.sqlite');
  copyFileSync(file, first);
  const seen = await askedDuring(served, async () => {
    for (let n = 0; n < 4; n++) {
      copyFileSync(n % 2 === 0 ? other : first, file);
      await releases.check();
      expect(await readiness(served)).toEqual([200, 'overwritten']);
      await releases.check();
      expect(await readiness(served)).toEqual([200, undefined]);
    }
  });
  expect(seen.toSorted()).toEqual(['first', 'second']);
  expect(eventsOf(served)).toEqual(Array.from({ length: 4 }, () => 'database overwritten'));
  expect(served.log.find(({ event }) => event === 'database overwritten')?.message).toContain('rename');
});

test('one that is written slowly over it is not tried before it is whole', async () => {
  const served = await servedAndOther();
  const { file, other, releases } = served;
  const bytes = readFileSync(other);
  const step = Math.ceil(bytes.length / 12);
  const descriptor = openSync(file, 'r+');
  const seen = await askedDuring(served, async () => {
    for (let at = 0; at < bytes.length; at += step) {
      writeSync(descriptor, bytes, at, Math.min(step, bytes.length - at), at);
      await releases.check();
    }
  });
  expect(seen).toEqual(['first']);
  await releases.check();
  expect((await served.ask('{ release }')).body.data).toEqual({ release: 'second' });
  expect(eventsOf(served)).toEqual(['database overwritten']);
});

test.each([
  ['cut short', (file: string) => truncateSync(file, 100_000)],
  ['emptied', (file: string) => truncateSync(file, 0)],
  ['overwritten with garbage', (file: string) => writeFileSync(file, 'not a database')],
  ['removed', (file: string) => rmSync(file)],
])(
  'a file that is %s is refused, and the last good release is served on, also by the next start',
  async (_how, damage) => {
    const served = await servedAndOther();
    const { file, releases } = served;
    const seen = await askedDuring(served, async () => {
      damage(file);
      await releases.check();
      await releases.check();
    });
    expect(seen).toEqual(['first']);
    expect(eventsOf(served)).toContain('release refused');
    expect(await readiness(served)).toEqual([200, 'refused']);

    const log: object[] = [];
    const next = await openReleases({ file, pollMs: 3_600_000, log: (entry) => void log.push(entry) });
    expect([hashOf(next), next.behind()]).toEqual(['first', 'refused']);
    expect(log).toContainEqual(expect.objectContaining({ event: 'release refused', kept: 'first' }));
    putRelease(file, 'second');
    await next.check();
    expect([hashOf(next), next.behind()]).toEqual(['second', undefined]);
    next.close();
  },
);

const hashOf = (releases: Releases) => {
  const lease = releases.lease();
  lease?.end();
  return lease?.release.info.hash;
};

/** Starts to serve a file, and the copies that there are then. */
async function opened(file: string) {
  const log: { readonly event: string }[] = [];
  const releases = await openReleases({ file, pollMs: 3_600_000, log: (entry) => void log.push(entry) });
  return { releases, log, copies: copies(file) };
}

const copies = (file: string) => readdirSync(copiesOf(file)).filter((name) => name.endsWith('.sqlite'));

test('several processes and later starts serve one copy of a file', async () => {
  const file = join(temporaryFolder(), 'release.sqlite');
  putRelease(file, 'first');
  const [one, other] = await Promise.all([opened(file), opened(file)]);
  const image = (releases: Releases) => releases.lease()?.release.image?.file;
  expect(image(one.releases)).toBe(image(other.releases));
  for (const { releases } of [one, other]) releases.close();
  const later = await opened(file);
  expect(later.copies).toEqual(copies(file));
  expect(later.copies).toHaveLength(1);
  later.releases.close();
});

test('a copy that somebody wrote to is made anew', async () => {
  const file = join(temporaryFolder(), 'release.sqlite');
  putRelease(file, 'first');
  (await opened(file)).releases.close();
  const [copy = ''] = copies(file);
  appendFileSync(join(copiesOf(file), copy), 'more');
  const { releases } = await opened(file);
  expect(hashOf(releases)).toBe('first');
  expect(readFileSync(join(copiesOf(file), copy)).equals(readFileSync(file))).toBe(true);
  releases.close();
});

test('older copies, and what a killed process left, are removed once the served one is a minute old', async () => {
  const file = join(temporaryFolder(), 'release.sqlite');
  putRelease(file, 'first');
  const { releases } = await opened(file);
  putRelease(file, 'second');
  await releases.check();
  const left = join(copiesOf(file), 'left.sqlite.draft');
  writeFileSync(left, '');
  await releases.check();
  expect(copies(file)).toHaveLength(2);
  const served = releases.lease()?.release.image?.file ?? '';
  utimesSync(`${served}.json`, new Date(), new Date(Date.now() - 61_000));
  await releases.check();
  expect(copies(file).map((name) => join(copiesOf(file), name))).toEqual([served]);
  expect(existsSync(left)).toBe(false);
  releases.close();
});

test('where no copy can be made, the file is served itself, and the log says what to do', async () => {
  const file = join(temporaryFolder(), 'release.sqlite');
  putRelease(file, 'first');
  writeFileSync(copiesOf(file), 'in the way');
  const log: { readonly event: string; readonly message?: unknown }[] = [];
  const releases = await openReleases({ file, pollMs: 3_600_000, log: (entry) => void log.push(entry) });
  expect(releases.lease()?.release.image?.file).toBe(file);
  expect(log[0]).toMatchObject({ event: 'database not copied', message: expect.stringMatching(/rename/) });
  putRelease(file, 'second');
  await releases.check();
  expect(hashOf(releases)).toBe('second');
  releases.close();
});
