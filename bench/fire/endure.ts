/**
 * What clients notice when a server under load is hurt, replaced, given another release and stopped:
 * `node bench/fire/endure.ts --database FILE --seconds 60`. Runs `npm start`'s server with two processes on a copy of the
 * database. Prints a table, and fails where a request was dropped that must not be, or an answer mixed two releases.
 */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as after } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { graphOf } from '../generate.ts';
import { type ScaleName, scales } from '../scale.ts';

const { values: options } = parseArgs({
  options: {
    /** The database to serve; else a synthetic one of `--scale`. */
    database: { type: 'string' },
    scale: { type: 'string', default: 'small' },
    seconds: { type: 'string', default: '30' },
    clients: { type: 'string', default: '16' },
  },
});

const say = (sentence: string) => process.stderr.write(`${sentence}\n`);
const root = join(import.meta.dirname, '../..');
const port = 40_000 + (process.pid % 20_000);
const origin = `http://127.0.0.1:${port}`;
const folder = mkdtempSync(join(tmpdir(), 'coverage-graph-endure-'));
const served = join(folder, 'served.sqlite');

const releaseName = (n: number) => `release-${n}`;
const markOf = (n: number) => ` (synthetic, ${releaseName(n)})`;

/** Puts the release of a number in place of the served one, as a build does: every payer's name says which one it is. */
function put(database: string, n: number): void {
  const draft = join(folder, `${releaseName(n)}.sqlite`);
  copyFileSync(database, draft);
  const store = new Database(draft);
  store.prepare('update payer set label = label || ?').run(markOf(n));
  store.prepare('update release set content_hash = ?').run(releaseName(n));
  store.close();
  renameSync(draft, served);
}

const spareWaits = async () => (await readyPids('spare')).length === 1;

interface Workers {
  readonly workers?: readonly { readonly pid: number; readonly status: string; readonly release?: string }[];
}

async function readyPids(wanted = 'ready'): Promise<readonly number[]> {
  const found = await fetch(`${origin}/readyz`, { headers: { connection: 'close' } }).catch(() => undefined);
  const { workers = [] } = ((await found?.json()) ?? {}) as Workers;
  return workers.flatMap(({ pid, status }) => (status === wanted ? [pid] : []));
}

async function until(what: () => Promise<boolean>): Promise<number> {
  const started = performance.now();
  while (!(await what())) {
    if (performance.now() - started > 300_000) throw new Error('It did not come about in five minutes.');
    await after(20);
  }
  return performance.now() - started;
}

/** What the clients saw in a phase. */
const none = { answered: 0, dropped: 0, refused: 0, mixed: 0, back: 0, worstMs: 0 };
let seen = { ...none };
let running = true;
let stopping = false;

/** Makes the documents differ, so that not all answers come from memory. */
let queries = 0;

async function client(): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  /** The last release of each connection. */
  const last = new WeakMap<object, number>();
  while (running) {
    const started = performance.now();
    const query = {
      query: `{ graphInfo { dataVersion } payers { label } serviceFamilies { id } a${queries++ % 500}: __typename }`,
    };
    const headers = { 'content-type': 'application/json' };
    const sent = request(`${origin}/graphql`, { method: 'POST', agent, headers });
    sent.end(JSON.stringify(query));
    try {
      const [response] = await once(sent, 'response');
      const { socket } = response; // it has none any more once it was read
      const body = JSON.parse(await text(response));
      if (response.statusCode !== 200 || body.errors) seen.refused += 1;
      else {
        seen.answered += 1;
        const { dataVersion: release } = body.data.graphInfo;
        const n = Number(release.split('-')[1]);
        const labels: readonly { readonly label: string }[] = body.data.payers;
        if (
          response.headers['x-release'] !== release ||
          labels.some(({ label }) => !label.endsWith(markOf(n)))
        )
          seen.mixed += 1;
        if (n < (last.get(socket) ?? 0)) seen.back += 1;
        last.set(socket, n);
      }
    } catch (error) {
      // A process that stops listening refuses new connections; nothing that it accepted is dropped by that.
      if (stopping && (error as NodeJS.ErrnoException).code === 'ECONNREFUSED') return;
      seen.dropped += 1;
    }
    seen.worstMs = Math.max(seen.worstMs, performance.now() - started);
    await after(5);
  }
  agent.destroy();
}

function megabytes(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    const [, kilobytes] = /^RssAnon:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return sum + Math.round(Number(kilobytes) / 1024);
  }, 0);
}

let failed = false;

async function phase(name: string, mayDrop: boolean, run: () => Promise<string>): Promise<void> {
  seen = { ...none };
  const note = await run();
  const { answered, dropped, refused, mixed, back, worstMs } = seen;
  const cells = [name, answered, dropped, refused, mixed, back, Math.round(worstMs), note];
  process.stdout.write(`| ${cells.join(' | ')} |\n`);
  if ((dropped > 0 && !mayDrop) || refused > 0 || mixed > 0 || back > 0) failed = true;
}

function startServer(): ChildProcess {
  const settings = {
    WORKERS: '2',
    PORT: String(port),
    DATABASE: served,
    BUILD: 'off',
    PAGE: 'off',
    GRAPHIQL: 'off',
  };
  const stdio = ['ignore', 'ignore', 'inherit'] as const;
  return spawn(process.execPath, [join(root, 'src/main.js')], {
    env: { ...process.env, ...settings },
    stdio: [...stdio],
  });
}

const seconds = Number(options.seconds);
const database = options.database ?? graphOf(scales[options.scale as ScaleName], say);
put(database, 1);
const server = startServer();
const exited = once(server, 'exit');
try {
  await until(async () => (await readyPids()).length === 2);
  await until(spareWaits);
  const clients = Array.from({ length: Number(options.clients) }, client);
  process.stdout.write(
    '| | answered | dropped | refused | mixed | back | worst ms | |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n',
  );
  await phase('soak', false, async () => {
    await after((seconds * 1000) / 4); // warm
    const before = megabytes(await readyPids());
    await after((seconds * 1000 * 3) / 4);
    return `both together ${before} MB after a quarter, ${megabytes(await readyPids())} MB at the end`;
  });
  await phase('kill -9 of a worker', true, async () => {
    const [killed = 0] = await readyPids();
    process.kill(killed, 'SIGKILL');
    const ms = await until(async () => {
      const pids = await readyPids();
      return pids.length === 2 && !pids.includes(killed);
    });
    await after(2_000);
    return `two answer again after ${Math.round(ms)} ms`;
  });
  await until(spareWaits);
  await phase('another release, eight times', false, async () => {
    for (let n = 2; n <= 9; n += 1) {
      put(database, n);
      await after(4_000);
    }
    return 'both look for one each second';
  });
  await phase('SIGHUP', false, async () => {
    const before = new Set(await readyPids());
    server.kill('SIGHUP');
    const ms = await until(async () => {
      const pids = await readyPids();
      return pids.length === 2 && pids.every((pid) => !before.has(pid));
    });
    await after(7_000);
    return `both were replaced after ${(ms / 1000).toFixed(1)} s`;
  });
  await phase('SIGTERM', false, async () => {
    const started = performance.now();
    stopping = true;
    server.kill('SIGTERM');
    const [code] = await exited;
    const ms = performance.now() - started;
    running = false;
    await Promise.all(clients);
    if (code !== 0) failed = true;
    return `ended with ${code} after ${(ms / 1000).toFixed(1)} s`;
  });
  if (failed) process.exitCode = 1;
} finally {
  server.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}
