/** Three servers that follow one store, and clients that try the next server: nobody has to notice what happens to either. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { beforeAll, expect, test, vi } from 'vitest';
import { openRelease } from '../../../db/release/release.ts';
import { temporaryFolder, untilFileIsOver } from '../kit/fixture.ts';
import { type Launched, launch } from '../kit/process.ts';
import { damaged, type FileStore, fileStore, releaseNamed } from './file-store.ts';

const until = untilFileIsOver();
/** Each release is checked on threads of their own, which start slowly where cores are shared. */
const slow = { timeout: 120_000 };
const patience = { timeout: 30_000, interval: 50 };
const token = 'synthetic-token';

interface FollowingServer extends Launched {
  readonly origin: string;
  readonly copy: string;
}

let store: FileStore;
let servers: readonly FollowingServer[];

/** Starts a server, which keeps what it follows in `copy`. */
async function start(copy: string): Promise<FollowingServer> {
  const env = {
    ...{ DATABASE: store.address.href, DATABASE_COPY: copy, DATABASE_TOKEN: token },
    ...{ DATABASE_POLL_MS: '100', RELEASE_POLL_MS: '100', METRICS_PORT: '0' },
  };
  const launched = launch(env, [], until);
  await vi.waitFor(() => expect(launched.said()).toContain('The graph is at '), patience);
  const port = /localhost:(\d+)/.exec(launched.said())?.[1];
  return { ...launched, origin: `http://127.0.0.1:${port}`, copy };
}

interface Readiness {
  readonly status: string;
  readonly release?: string;
  readonly follows: { readonly status: string; readonly problem?: string; readonly lagSeconds?: number };
}

async function readiness({ origin }: FollowingServer): Promise<Readiness & { readonly code: number }> {
  const response = await fetch(`${origin}/readyz`);
  return { code: response.status, ...((await response.json()) as Readiness) };
}

/** What all servers tell of what they follow; one thing, once they agree. */
async function all(tells: (one: Readiness) => unknown): Promise<readonly unknown[]> {
  return [...new Set((await Promise.all(servers.map(readiness))).map(tells))];
}

const served = () => all(({ release, follows }) => `${release} ${follows.status}`);

/** Puts a release in the store, and waits until every server has it. */
async function publish(name: string): Promise<void> {
  store.put(releaseNamed(name, until));
  await expect.poll(served, patience).toEqual([`${name} current`]);
}

const seen = { answered: 0, retries: 0, failed: 0, mixed: [] as string[], releases: new Set<string>() };
let asking = true;

interface Body {
  readonly data: {
    readonly graphInfo: { readonly dataVersion: string };
    readonly payers: { label: string }[];
  };
}

/** Asks one server after the other, and the next one where one does not answer. */
async function client(first: number): Promise<void> {
  const body = JSON.stringify({ query: '{ graphInfo { dataVersion } payers { label } }' });
  const headers = { 'content-type': 'application/json' };
  for (let next = first; asking; next += 1) {
    let answer: Body | undefined;
    for (let tries = 0; !answer && tries < servers.length; tries += 1) {
      const server = servers[(next + tries) % servers.length];
      const response = await fetch(`${server?.origin}/graphql`, { method: 'POST', headers, body }).catch(
        () => undefined,
      );
      if (response?.ok) answer = (await response.json()) as Body;
      else seen.retries += 1;
    }
    if (answer) {
      const { graphInfo, payers } = answer.data;
      seen.answered += 1;
      seen.releases.add(graphInfo.dataVersion);
      if (payers[0]?.label !== `Synthetic payer of ${graphInfo.dataVersion}`)
        seen.mixed.push(JSON.stringify(answer));
    } else seen.failed += 1;
    await after(10);
  }
}

let clients: readonly Promise<void>[] = [];

beforeAll(async () => {
  store = await fileStore({ token }, until);
  const folder = temporaryFolder(until);
  const copies = ['one', 'two', 'three'].map((name) => join(folder, name, 'followed.sqlite'));
  servers = await Promise.all(copies.map(start));
}, 120_000);

test('a first start without a file waits, and says for what', slow, async () => {
  await expect
    .poll(() => all(({ follows }) => follows.problem))
    .toEqual(['It answers with status 404, and with no file.']);
  const [server] = servers;
  expect(await readiness(server as FollowingServer)).toMatchObject({
    ...{ code: 503, status: 'no release' },
    follows: { address: store.address.href, status: 'failing' },
  });
  const response = await fetch(`${server?.origin}/graphql?query={__typename}`);
  expect([response.status, await response.text()]).toEqual([
    503,
    expect.stringContaining('the first one is being fetched'),
  ]);
  await publish('first');
  clients = [0, 1, 2, 3].map(client);
});

test('every server takes each release that is published, and fetches it once', slow, async () => {
  const before = store.answered.filter(({ status }) => status === 200).length;
  for (const name of ['second', 'third', 'fourth', 'fifth', 'sixth']) await publish(name);
  expect(store.answered.filter(({ status }) => status === 200).length - before).toBe(5 * servers.length);
});

test('while the store is dead the last release goes on, and /readyz tells since when', slow, async () => {
  await store.die();
  await expect.poll(served, patience).toEqual(['sixth failing']);
  const tells = ({ follows }: Readiness) =>
    (follows.lagSeconds ?? 0) >= 1 && /does not answer/.test(follows.problem ?? '');
  await expect.poll(() => all(tells), patience).toEqual([true]);
  expect(await all(({ status }) => status)).toEqual(['ready']);
  await store.back();
  await publish('seventh');
});

test('a damaged file and half a file are refused, and the good one stays, on disk too', slow, async () => {
  const whole = releaseNamed('eighth', until);
  for (const bad of [damaged(whole), whole.subarray(0, whole.length / 2)]) {
    const before = store.answered.length;
    store.put(bad);
    await expect.poll(served, patience).toEqual(['seventh refused']);
    await after(300);
    // What was refused is not fetched again.
    expect(store.answered.slice(before).filter(({ status }) => status === 200)).toHaveLength(servers.length);
    for (const { copy } of servers) {
      const release = openRelease(copy);
      release.close();
      expect(release.info.hash).toBe('seventh');
    }
    await publish('seventh');
  }
});

test(
  'a server that is killed starts with its last good release, although the store is dead',
  slow,
  async () => {
    await store.die();
    const [killed, ...others] = servers;
    killed?.child.kill('SIGKILL');
    await killed?.stopped;
    const again = await start(killed?.copy ?? '');
    expect(await readiness(again)).toMatchObject({ code: 200, release: 'seventh' });
    servers = [again, ...others];
    await store.back();
    await publish('eighth');
  },
);

test('no client failed, and none saw two releases in one answer', async () => {
  asking = false;
  await Promise.all(clients);
  expect(seen).toMatchObject({ failed: 0, mixed: [] });
  expect(seen.answered).toBeGreaterThan(100);
  expect(seen.retries).toBeGreaterThan(0); // of the server that was killed
  expect([...seen.releases]).toEqual(
    expect.arrayContaining(['first', 'second', 'sixth', 'seventh', 'eighth']),
  );
});

test('the metrics have the lag, and what came of the looks', async () => {
  const [again, other] = await Promise.all(
    servers.map(async ({ said }) => {
      const url = /The metrics are at (\S+)\.\n/.exec(said())?.[1] ?? '';
      const text = await (await fetch(url)).text();
      return (name: string) => Number(text.split(`\ncoverage_graph_follow_${name} `)[1]?.split('\n')[0]);
    }),
  );
  expect(other?.('lag_seconds')).toBeLessThan(10);
  expect(other?.('looks_total{outcome="refused"}')).toBe(2);
  expect(again?.('looks_total{outcome="taken"}')).toBe(1);
  for (const outcome of ['unchanged', 'failed'])
    expect(other?.(`looks_total{outcome="${outcome}"}`)).toBeGreaterThan(0);
});

test('the log has each release and each refusal, and nothing has the token', () => {
  for (const { logged, said, copy } of servers) {
    const events = logged().map(({ event }) => event);
    expect(events).toContain('release fetched');
    const files = [copy, `${copy}.followed.json`].map((file) => readFileSync(file, 'latin1'));
    for (const text of [JSON.stringify(logged()), said(), ...files]) expect(text).not.toContain(token);
  }
  const events = servers[1]?.logged().map(({ event }) => event) ?? [];
  expect(events.filter((event) => event === 'fetched release refused')).toHaveLength(2);
  expect(events).toContain('address reached again');
});
