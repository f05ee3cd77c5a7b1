/** The servers that are measured, each in a separate process: starting them, their use of CPU and memory, stopping them. */

import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';

/** A server that listens. */
export interface Server {
  readonly name: ServerName;
  readonly url: string;
  /** Milliseconds of CPU used so far, in user and kernel mode, threads included. */
  cpu(): number;
  /** Megabytes of anonymous memory now: mapped pages of the database file are not counted. */
  rss(): number;
  /** SQL statements run so far, by all threads. */
  statements(): Promise<number>;
  stop(): Promise<void>;
}

interface Program {
  readonly file: string;
  readonly words?: readonly string[];
  readonly settings?: Readonly<Record<string, string>>;
}

const root = join(import.meta.dirname, '..');
const counting = join(root, 'bench/count-statements.ts');
const hasTaskset = spawnSync('taskset', ['-V']).status === 0;

/** Other servers over the same graph; their packages are installed apart. */
const peers = {
  apollo: { file: 'bench/peers/apollo.ts' },
  'apollo-memory': { file: 'bench/peers/apollo.ts', words: ['memory'] },
  mercurius: { file: 'bench/peers/mercurius.ts' },
  'mercurius-memory': { file: 'bench/peers/mercurius.ts', words: ['memory'] },
  yoga: { file: 'bench/peers/yoga.ts' },
  'yoga-memory': { file: 'bench/peers/yoga.ts', words: ['memory'] },
} as const satisfies Record<string, Program>;

/** Every server by name; the others are measured against the floor. */
export const programs = {
  floor: { file: 'bench/floor.ts' },
  // As `npm start` starts it, but in one process, without GraphiQL, a build at start and the answer cache.
  ours: {
    file: 'src/main.js',
    settings: { PORT: '0', BUILD: 'off', PAGE: 'off', GRAPHIQL: 'off', REPEAT_CACHE_MB: '0', WORKERS: '1' },
  },
  ...peers,
} as const satisfies Record<string, Program>;

export type ServerName = keyof typeof programs;

export const isPeer = (name: ServerName): boolean => name in peers;

/** The servers share core 0 and are never loaded at the same time; the client runs on core 1. */
export function keepToOtherCore(): void {
  if (hasTaskset) execFileSync('taskset', ['-cp', '1', String(process.pid)]);
}

/**
 * Starts a server in a process of its own, on one core: servers are compared by what they cost. With `allCores` it has what
 * users give it, so that its worker threads run beside its front thread. `flags` are for Node.
 */
export async function start(
  name: ServerName,
  database: string,
  { flags = [], allCores = false }: { readonly flags?: readonly string[]; readonly allCores?: boolean } = {},
): Promise<Server> {
  const { file, words = [], settings = {} }: Program = programs[name];
  const [command, ...before] =
    hasTaskset && !allCores ? ['taskset', '-c', '0', process.execPath] : [process.execPath];
  const args = [...before, '--import', counting, ...flags, join(root, file), database, ...words];
  const child = spawn(command ?? process.execPath, args, {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', DATABASE: database, ...settings },
    // Discards the log: the server still writes it, but nobody has to read it.
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const lines = createInterface(child.stderr);
  const [, url = ''] = await lineWith(/(http:\/\/\S+?\/graphql)/, child, lines);
  const { pid = 0 } = child;
  return {
    name,
    url: url.replace('localhost', '127.0.0.1'),
    cpu: () => cpuOf(pid),
    rss: () => rssOf(pid),
    async statements() {
      child.kill('SIGUSR2');
      const [, count] = await lineWith(/^(\d+) statements$/, child, lines);
      return Number(count);
    },
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** The next line on stderr that matches; rejects when the server ends before it. */
async function lineWith(form: RegExp, child: ChildProcess, lines: Interface): Promise<RegExpExecArray> {
  const { promise, resolve, reject } = Promise.withResolvers<RegExpExecArray>();
  const before: string[] = [];
  const read = (line: string) => {
    before.push(line);
    const found = form.exec(line);
    if (found) resolve(found);
  };
  const end = () => {
    const code = child.signalCode ?? child.exitCode ?? 'no code yet';
    reject(new Error(`A server ended (${code}):\n${before.join('\n')}`));
  };
  lines.on('line', read).once('close', end);
  return promise.finally(() => lines.off('line', read).off('close', end));
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
