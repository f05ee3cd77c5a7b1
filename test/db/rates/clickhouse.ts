/** Nodes of the real ClickHouse as ordinary processes, in a temporary folder: Debian's 18.16. */

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RatesAddress } from '../../../db/rates/rates-address.ts';

/** Whether there is an engine to test on; says so where there is none. */
export const hasClickhouse = isInstalled();

function isInstalled(): boolean {
  try {
    execFileSync('sh', ['-c', 'command -v clickhouse-server']);
    return true;
  } catch {
    console.warn('SKIPPED: rates in ClickHouse, as clickhouse-server is not installed (Debian has it)');
    return false;
  }
}

/** A node that can be ended. */
interface ClickhouseNode {
  readonly url: string;
  readonly shard: number;
  /** Ends it at once, as a machine that fails. */
  kill(): Promise<void>;
  /** Stops it, so that it keeps its connections and answers nothing; and lets it go on. */
  pause(isPaused: boolean): void;
  /** Starts it again with its data; returns when it answers. */
  start(): Promise<void>;
}

/** Nodes, and what asks them. */
export interface Clickhouse {
  readonly address: RatesAddress;
  readonly nodes: readonly ClickhouseNode[];
  /** A folder that is removed with them. */
  readonly folder: string;
  /** Runs a statement on one node; its answer as text. */
  run(node: ClickhouseNode, sql: string): Promise<string>;
  end(): Promise<void>;
}

async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map(async (server) => once(server, 'listening')));
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  for (const server of servers) server.close();
  return ports;
}

const user = 'rates';
const password = "synthetic 'password'";
const cluster = 'rates';

interface Ports {
  readonly http: number;
  readonly tcp: number;
}

/** All that a node needs to know; users and profiles are in the same file. */
function configOf(folder: string, { http, tcp }: Ports, shards: readonly (readonly Ports[])[]): string {
  const replica = (ports: Ports) =>
    `<replica><host>127.0.0.1</host><port>${ports.tcp}</port><user>${user}</user><password>${password}</password></replica>`;
  return `<yandex>
    <logger><level>warning</level><log>${folder}/log</log><errorlog>${folder}/errors</errorlog></logger>
    <listen_host>127.0.0.1</listen_host> <http_port>${http}</http_port> <tcp_port>${tcp}</tcp_port>
    <path>${folder}/data/</path> <tmp_path>${folder}/tmp/</tmp_path>
    <users_config>${folder}/config.xml</users_config>
    <default_profile>default</default_profile> <default_database>default</default_database>
    <mark_cache_size>8388608</mark_cache_size>
    <profiles><default><max_threads>2</max_threads><background_pool_size>1</background_pool_size></default></profiles>
    <quotas><default/></quotas>
    <users><${user}>
      <password>${password}</password> <networks><ip>127.0.0.1</ip></networks>
      <profile>default</profile> <quota>default</quota>
    </${user}></users>
    <remote_servers><${cluster}>
      ${shards.map((replicas) => `<shard><internal_replication>false</internal_replication>${replicas.map(replica).join('')}</shard>`).join('\n      ')}
    </${cluster}></remote_servers>
  </yandex>`;
}

function nodeAt(folder: string, { http, tcp }: Ports, shards: readonly (readonly Ports[])[]): ClickhouseNode {
  const url = `http://127.0.0.1:${http}`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'config.xml'), configOf(folder, { http, tcp }, shards));
  let process: ChildProcess | undefined;

  async function answers(): Promise<boolean> {
    const response = await fetch(`${url}/ping`).catch(() => undefined);
    return response?.ok ?? false;
  }

  return {
    url,
    shard: shards.findIndex((replicas) => replicas.some((ports) => ports.tcp === tcp)),
    async kill() {
      if (!process || process.exitCode !== null || process.signalCode !== null) return;
      process.kill('SIGKILL');
      await once(process, 'exit');
    },
    pause: (isPaused) => void process?.kill(isPaused ? 'SIGSTOP' : 'SIGCONT'),
    async start() {
      const started = spawn('clickhouse-server', [`--config-file=${folder}/config.xml`], { stdio: 'ignore' });
      process = started;
      while (!(await answers())) {
        if (started.exitCode !== null) throw new Error(readFileSync(join(folder, 'errors'), 'utf8'));
        await sleep(20);
      }
    },
  };
}

/** Starts so many shards of so many replicas; every row is on all replicas of its shard. */
export async function startClickhouse(shardCount: number, replicaCount: number): Promise<Clickhouse> {
  const folder = mkdtempSync(join(tmpdir(), 'coverage-graph-clickhouse-'));
  const ports = await freePorts(shardCount * replicaCount * 2);
  const shards = Array.from({ length: shardCount }, (_, shard) =>
    Array.from({ length: replicaCount }, (_, replica) => {
      const first = 2 * (shard * replicaCount + replica);
      return { http: ports[first] ?? 0, tcp: ports[first + 1] ?? 0 };
    }),
  );
  const nodes = shards.flat().map((each) => nodeAt(join(folder, String(each.http)), each, shards));
  await Promise.all(nodes.map(async (node) => node.start()));
  return {
    address: {
      urls: nodes.map(({ url }) => url),
      ...{ user, password, database: 'default' },
      cluster: nodes.length > 1 ? cluster : undefined,
    },
    nodes,
    folder,
    async run({ url }, sql) {
      const headers = { 'X-ClickHouse-User': user, 'X-ClickHouse-Key': password };
      const response = await fetch(url, { method: 'POST', headers, body: sql });
      const text = await response.text();
      if (!response.ok) throw new Error(text);
      return text;
    },
    async end() {
      await Promise.all(nodes.map(async (node) => node.kill()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
