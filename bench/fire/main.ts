/**
 * What a small query waits beside many heavy ones: `node bench/fire/main.ts --scale full`. Each heavy operation is sent so
 * many times at once, while a canary sends a point query over and over. Prints a table, and fails where one of them was
 * neither answered nor refused, or where the canary was not answered; times are printed and never checked.
 */

import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { graphOf } from '../generate.ts';
import { scales } from '../scale.ts';
import { type Server, start } from '../servers.ts';
import type { Sung } from './canary.ts';
import { type Flood, floods } from './floods.ts';

const { values: options } = parseArgs({
  options: {
    /** The database to serve; else a synthetic one of `--scale`. */
    database: { type: 'string' },
    scale: { type: 'string', default: 'full' },
    times: { type: 'string', default: '60' },
    /** Keeps the server to one core, where its worker threads take turns with its front thread. */
    'one-core': { type: 'boolean', default: false },
    /** Names of floods, separated by commas. */
    only: { type: 'string' },
  },
});

const tell = (sentence: string) => process.stderr.write(`${sentence}\n`);
const times = Number(options.times);
const patienceMs = 120_000;

/** What became of one request: its status, the code of its first error, or why there was no answer. */
async function outcome(url: string, query: string): Promise<string> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body: JSON.stringify({ query }),
      signal: AbortSignal.timeout(patienceMs),
    });
    const text = await response.text();
    const [, code] = /"code":"([A-Z_]+)"/.exec(text.slice(0, 2_000)) ?? [];
    if (response.status === 200 && text.startsWith('{"data"')) return 'answered';
    return code ?? `HTTP ${response.status}`;
  } catch (error) {
    return `no answer (${error instanceof Error ? error.name : 'unknown'})`;
  }
}

interface Row {
  readonly name: string;
  readonly outcomes: ReadonlyMap<string, number>;
  readonly canary: Sung;
  readonly seconds: number;
  readonly cpuMs: number;
  readonly megabytes: number;
}

async function flooded(server: Server, flood: Flood): Promise<Row> {
  const worker = new Worker(new URL('./canary.ts', import.meta.url), {
    workerData: { url: server.url, query: '{ graphInfo { dataVersion } }' },
  });
  const sung = Promise.withResolvers<Sung>();
  worker.once('message', sung.resolve);
  worker.once('error', sung.reject);
  const started = performance.now();
  const cpu = server.cpu();
  let megabytes = 0;
  const watch = setInterval(() => {
    megabytes = Math.max(megabytes, server.rss());
  }, 50);
  const seen = await Promise.all(
    Array.from({ length: times }, (_, n) => outcome(server.url, flood.document(n))),
  );
  clearInterval(watch);
  const seconds = (performance.now() - started) / 1000;
  worker.postMessage('stop');
  const canary = await sung.promise;
  await worker.terminate();
  const outcomes = new Map([...Map.groupBy(seen, (each) => each)].map(([name, all]) => [name, all.length]));
  return { name: flood.name, outcomes, canary, seconds, cpuMs: server.cpu() - cpu, megabytes };
}

function line({ name, outcomes, canary, seconds, cpuMs, megabytes }: Row): string {
  const became = [...outcomes].map(([what, count]) => `${count} ${what}`).join(', ');
  const cells = [
    name,
    became,
    `${Math.round(canary.worst)}`,
    canary.p50.toFixed(1),
    `${canary.answered}${canary.failed ? ` (${canary.failed} failed)` : ''}`,
    seconds.toFixed(1),
    `${Math.round(cpuMs)}`,
    `${megabytes}`,
  ];
  return `| ${cells.join(' | ')} |`;
}

const scale = scales[options.scale as keyof typeof scales];
const database = options.database ?? graphOf(scale, tell);
const server = await start('ours', database, { allCores: !options['one-core'] });
try {
  const chosen = floods.filter(({ name }) => !options.only || options.only.split(',').includes(name));
  const rows: Row[] = [];
  process.stdout.write(
    `| ${times} at once | became | canary worst ms | p50 ms | canaries | s | CPU ms | peak MB |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n`,
  );
  for (const flood of chosen) {
    const row = await flooded(server, flood);
    process.stdout.write(`${line(row)}\n`);
    rows.push(row);
  }
  const lost = rows.filter(
    ({ outcomes, canary }) =>
      canary.failed > 0 || [...outcomes.keys()].some((what) => /^no answer|^HTTP|INTERNAL/.test(what)),
  );
  for (const { name } of lost) tell(`Somebody was left without an answer beside: ${name}.`);
  if (lost.length > 0) process.exitCode = 1;
} finally {
  await server.stop();
}
