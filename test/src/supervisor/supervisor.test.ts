/** The supervisor as `npm start` runs it: a worker may crash, hang or be replaced, and no client has to notice. */

import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { sendRequest, startClients } from '../kit/clients.ts';
import { putRelease, untilFileIsOver } from '../kit/fixture.ts';
import { launch, startProcess } from '../kit/process.ts';

/** A process takes seconds to load where a core is shared. */
const patience = { timeout: 60_000, interval: 100 };
const two = { WORKERS: '2', RELEASE_POLL_MS: '100' };
const until = untilFileIsOver();

let server: Awaited<ReturnType<typeof startProcess>>;

beforeAll(async () => {
  server = await startProcess(two, [], until);
}, 60_000);

test('each process tells what all of them can do: two answer, and a third one waits', async () => {
  await expect
    .poll(async () => [...(await statuses()).values()].sort(), patience)
    .toEqual(['ready', 'ready', 'spare']);
  expect(await readiness()).toMatchObject({ status: 'ready', release: 'first', wanted: 2 });
}, 60_000);

test('a crash is noticed by no client that tries again, and the spare takes the place', async () => {
  const [crashed = 0, other] = await pids('ready');
  const [spare] = await pids('spare');
  const clients = startClients(server.url, 8, { retries: true });
  await expect.poll(() => clients.outcomes.length).toBeGreaterThan(50);
  process.kill(crashed, 'SIGKILL');
  await expect.poll(async () => pids('ready'), patience).toEqual([other, spare]);
  await clients.stop();
  expect(clients.seen()).toEqual(new Set([200]));
  expect(server.logged()).toContainEqual(
    expect.objectContaining({ event: 'worker ended', worker: crashed, how: 'SIGKILL' }),
  );
}, 60_000);

test('who was passed to a worker that hangs, hears of its end', async () => {
  const [hanging = 0, other] = await pids('ready');
  process.kill(hanging, 'SIGSTOP');
  // Connections go to one worker after the other, and to none that has not taken the last one.
  const both = [healthz(), healthz()];
  expect(await Promise.race(both)).toMatchObject({ status: 200 });
  expect((await statuses()).get(hanging)).toBe('no answer');
  process.kill(hanging, 'SIGKILL');
  expect((await Promise.all(both)).map(({ status, error }) => status ?? error).sort()).toEqual([
    200,
    'ECONNRESET',
  ]);
  await expect.poll(async () => (await pids('ready')).length, patience).toBe(2);
  expect(await pids('ready')).toContain(other);
}, 60_000);

test('on SIGHUP all are replaced one by one, and no request is dropped', async () => {
  const before = new Set(await pids('ready'));
  const clients = startClients(server.url, 8);
  server.child.kill('SIGHUP');
  await expect
    .poll(async () => (await pids('ready')).filter((pid) => !before.has(pid)).length, patience)
    .toBe(2);
  await expect.poll(async () => (await statuses()).size, patience).toBe(3);
  await clients.stop();
  expect(clients.seen()).toEqual(new Set([200]));
  expect((await pids('ready')).filter((pid) => before.has(pid))).toEqual([]);
}, 120_000);

test('nobody is replaced by a process that cannot serve', async () => {
  const before = await pids('ready');
  writeFileSync(server.file, 'no database');
  // The last good copy could be served, and is taken away too.
  rmSync(`${server.file}.served`, { recursive: true });
  server.child.kill('SIGHUP');
  await expect.poll(server.said, patience).toContain('those that opened an earlier release go on');
  expect(await pids('ready')).toEqual(before);
  expect(await readiness()).toMatchObject({ status: 'ready', release: 'first' });
  putRelease(server.file, 'second');
  await expect.poll(async () => (await pids('spare')).length, patience).toBe(1);
  expect(await pids('ready')).toEqual(before);
  await expect.poll(releases, patience).toEqual(new Set(['second']));
}, 120_000);

test('on SIGTERM no request is dropped, and all of them end', async () => {
  const all = await pids();
  const clients = startClients(server.url, 8);
  await expect.poll(() => clients.outcomes.length).toBeGreaterThan(50);
  server.child.kill('SIGTERM');
  await expect.poll(async () => (await sendRequest(readyz(), { agent: false })).status).toBe(503);
  expect(await server.stopped).toBe(0);
  await clients.ended;
  expect(clients.seen()).toEqual(new Set([200, 'ECONNREFUSED']));
  expect(all.filter(isAlive)).toEqual([]);
}, 60_000);

test('no worker outlives its supervisor', async () => {
  server = await startProcess(two);
  const all = await pids();
  expect(all.filter(isAlive)).not.toEqual([]);
  server.child.kill('SIGKILL');
  await expect.poll(() => all.filter(isAlive), patience).toEqual([]);
}, 60_000);

test('a first worker that cannot start ends the start, with one sentence', async () => {
  const other = createServer();
  onTestFinished(() => void other.close());
  await once(other.listen(0, '127.0.0.1'), 'listening');
  const { port } = other.address() as AddressInfo;
  const { said, stopped } = launch({ WORKERS: '2', PORT: String(port), DATABASE: 'none.sqlite' });
  expect(await stopped).toBe(1);
  expect(said()).toMatch(/^bind EADDRINUSE \S+\n$/);
}, 60_000);

interface Readiness {
  readonly workers: readonly { readonly pid: number; readonly status: string; readonly release?: string }[];
}

const readyz = () => server.url.replace('/graphql', '/readyz');
const healthz = () => sendRequest(server.url.replace('/graphql', '/healthz'), { agent: false });

async function readiness(): Promise<Readiness> {
  const { body = '{}' } = await sendRequest(readyz(), { agent: false });
  return JSON.parse(body) as Readiness;
}

/** The status of each process by its id. */
async function statuses(): Promise<ReadonlyMap<number, string>> {
  return new Map((await readiness()).workers.map(({ pid, status }) => [pid, status]));
}

/** The ids of the processes, oldest first; of those with a status where one is given. */
async function pids(wanted?: string): Promise<readonly number[]> {
  return [...(await statuses())].flatMap(([pid, status]) => (!wanted || status === wanted ? [pid] : []));
}

async function releases(): Promise<ReadonlySet<unknown>> {
  return new Set((await readiness()).workers.flatMap(({ release }) => release ?? []));
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
