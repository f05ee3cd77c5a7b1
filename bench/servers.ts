/** The servers that are measured, each in a separate process: starting them, their use of CPU and memory, stopping them. */

import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A server that listens. */
export interface Server {
  readonly name: 'ours' | 'floor';
  readonly url: string;
  /** Milliseconds of CPU used so far, in user and kernel mode, threads included. */
  cpu(): number;
  /** Megabytes of anonymous memory now: mapped pages of the database file are not counted. */
  rss(): number;
  stop(): Promise<void>;
}

const root = join(import.meta.dirname, '..');
const hasTaskset = spawnSync('taskset', ['-V']).status === 0;

/** The servers share core 0 and are never loaded at the same time; the client runs on core 1. */
export function keepToOtherCore(): void {
  if (hasTaskset) execFileSync('taskset', ['-cp', '1', String(process.pid)]);
}

/** Our server as `npm start` starts it, but without GraphiQL, without a build at start and without the answer cache. */
export async function startOurs(database: string, flags: readonly string[]): Promise<Server> {
  return start('ours', [...flags, join(root, 'src/main.ts')], {
    PORT: '0',
    DATABASE: database,
    BUILD: 'off',
    PAGE: 'off',
    GRAPHIQL: 'off',
    REPEAT_CACHE_MB: '0',
  });
}

export async function startFloor(database: string): Promise<Server> {
  return start('floor', [join(root, 'bench/floor.ts'), database], {});
}

async function start(
  name: Server['name'],
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<Server> {
  const [command, ...before] = hasTaskset ? ['taskset', '-c', '0', process.execPath] : [process.execPath];
  const child = spawn(command ?? process.execPath, [...before, ...args], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', ...settings },
    // Discards the log: the server still writes it, but nobody has to read it.
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const url = await urlSaid(child);
  const { pid = 0 } = child;
  return {
    name,
    url,
    cpu: () => cpuOf(pid),
    rss: () => rssOf(pid),
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** The URL of a server, which both print on stderr when they listen. */
async function urlSaid(child: ChildProcess): Promise<string> {
  const { stderr } = child;
  const said: string[] = [];
  if (!stderr) throw new Error('The server was started without a pipe.');
  for await (const line of createInterface(stderr)) {
    said.push(line);
    const [url] = /http:\/\/\S+?\/graphql/.exec(line) ?? [];
    if (!url) continue;
    stderr.resume();
    return url.replace('localhost', '127.0.0.1');
  }
  const end = child.signalCode ?? child.exitCode ?? 'no code yet';
  throw new Error(`A server did not start (${end}):\n${said.join('\n')}`);
}

const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

function cpuOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name in brackets may contain spaces; utime and stime are fields 14 and 15.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond;
}

function rssOf(pid: number): number {
  const [, kilobytes] = /^RssAnon:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}
