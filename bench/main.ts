/** What `npm run bench` runs: our server against the floor, interleaved, in ratios. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Comparison, compare } from './compare.ts';
import { graphOf } from './generate.ts';
import { load } from './load.ts';
import { type Measured, type Round, summaryOf, tableOf, type WorkloadResult } from './report.ts';
import { type ScaleName, scales } from './scale.ts';
import { keepToOtherCore, type Server, startFloor, startOurs } from './servers.ts';
import { bodiesOf, type WorkloadName, workloads } from './workloads.ts';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    warmup: { type: 'string' },
    connections: { type: 'string', default: '8' },
    /** Names of workloads, separated by commas. */
    only: { type: 'string' },
    scale: { type: 'string', default: 'full' },
    /** Writes the numbers to `bench/last.json`. */
    save: { type: 'boolean', default: false },
    /** Writes a CPU profile of our server to `.build/bench/`. */
    profile: { type: 'boolean', default: false },
  },
});

const tell = (sentence: string) => process.stderr.write(`${sentence}\n`);

function oneOf<T extends object>(what: string, name: string, among: T): keyof T & string {
  if (Object.hasOwn(among, name)) return name as keyof T & string;
  throw new Error(`There is no ${what} ${name}: give one of ${Object.keys(among).join(', ')}.`);
}

const scaleName: ScaleName = oneOf('scale', options.scale, scales);
const scale = scales[scaleName];
// A smoke run shows that everything works, not how fast it is: the warm-up is too short for that.
const quick = scaleName === 'small';
const rounds = Number(options.rounds ?? (quick ? 1 : 5));
const seconds = Number(options.seconds ?? (quick ? 0.2 : 3));
const warmup = Number(options.warmup ?? (quick ? 0.2 : 3));
const connections = Number(options.connections);
const names: readonly WorkloadName[] = (options.only?.split(',') ?? Object.keys(workloads)).map((name) =>
  oneOf('workload', name, workloads),
);

async function measure(
  server: Server,
  bodies: readonly string[],
  compared: Comparison,
  forSeconds: number,
): Promise<Measured> {
  const before = server.cpu();
  const lengths = compared[server.name];
  const { requests, p50 } = await load({
    url: server.url,
    bodies,
    lengths,
    connections,
    seconds: forSeconds,
  });
  return { requests, p50, cpu: (server.cpu() - before) / requests };
}

async function resultOf(workload: WorkloadName, ours: Server, floor: Server): Promise<WorkloadResult> {
  const bodies = bodiesOf(workload, scale);
  const compared = await compare(ours, floor, bodies);
  for (const server of [floor, ours]) await measure(server, bodies, compared, warmup);
  const measured: Round[] = [];
  for (let i = 0; i < rounds; i += 1) {
    // The order alternates between rounds: a machine that slows down must not favour one server.
    const order = i % 2 === 0 ? [floor, ours] : [ours, floor];
    const round: Partial<Record<Server['name'], Measured>> = {};
    for (const server of order) round[server.name] = await measure(server, bodies, compared, seconds);
    if (round.ours && round.floor) measured.push({ ours: round.ours, floor: round.floor });
  }
  tell(`Measured ${workload}.`);
  const answerBytes = compared.ours.reduce((sum, length) => sum + length, 0) / bodies.length;
  return { workload, answerBytes: Math.round(answerBytes), sameBytes: compared.sameBytes, rounds: measured };
}

const database = graphOf(scale, tell);
keepToOtherCore();
const flags = options.profile
  ? ['--cpu-prof', `--cpu-prof-dir=${join(import.meta.dirname, '../.build/bench')}`]
  : [];
const started: Server[] = [];

try {
  const floor = await startFloor(database);
  started.push(floor);
  const ours = await startOurs(database, flags);
  started.push(ours);
  const results: WorkloadResult[] = [];
  for (const name of names) results.push(await resultOf(name, ours, floor));
  const command = [
    'npm run bench',
    ...(process.argv.length > 2 ? ['--', ...process.argv.slice(2)] : []),
  ].join(' ');
  const rssMegabytes = { ours: ours.rss(), floor: floor.rss() };
  const summary = summaryOf({ command, seconds, connections, scale, results, rssMegabytes });
  process.stdout.write(`${tableOf(summary)}\n`);
  if (options.save) {
    writeFileSync(join(import.meta.dirname, 'last.json'), `${JSON.stringify(summary, null, 2)}\n`);
  }
} finally {
  await Promise.all(started.map((server) => server.stop()));
}
