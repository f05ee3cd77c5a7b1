/** What `npm run bench` runs: servers over one graph against the floor, interleaved, in ratios. */

import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { graphOf } from './generate.ts';
import { type RaceOptions, race } from './race.ts';
import { type MemoryUse, reportOf, type WorkloadResult } from './report.ts';
import { type ScaleName, scales } from './scale.ts';
import { isPeer, keepToOtherCore, programs, type Server, type ServerName, start } from './servers.ts';
import { type WorkloadName, workloads } from './workloads.ts';

const { values: options } = parseArgs({
  options: {
    /** Every other server, too; at full scale the report goes to `bench/RESULTS.md`. */
    peers: { type: 'boolean', default: false },
    /** Names of servers beside the floor, separated by commas. */
    servers: { type: 'string', default: 'ours' },
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    warmup: { type: 'string' },
    connections: { type: 'string', default: '8' },
    /** Names of workloads, separated by commas. */
    only: { type: 'string' },
    scale: { type: 'string', default: 'full' },
    /** Writes a CPU profile of our server to `.build/bench/`. */
    profile: { type: 'boolean', default: false },
  },
});

const tell = (sentence: string) => process.stderr.write(`${sentence}\n`);

function oneOf<T extends object>(what: string, name: string, among: T): keyof T & string {
  if (Object.hasOwn(among, name)) return name as keyof T & string;
  throw new Error(`There is no ${what} ${name}: give one of ${Object.keys(among).join(', ')}.`);
}

function listOf<T extends object>(what: string, names: string, among: T): readonly (keyof T & string)[] {
  return names.split(',').map((name) => oneOf(what, name, among));
}

const scaleName: ScaleName = oneOf('scale', options.scale, scales);
const scale = scales[scaleName];
// A smoke run shows that everything works, not how fast it is: the warm-up is too short for that.
const quick = scaleName === 'small';
const racing: RaceOptions = {
  scale,
  rounds: Number(options.rounds ?? (quick ? 1 : 5)),
  seconds: Number(options.seconds ?? (quick ? 0.2 : 3)),
  warmup: Number(options.warmup ?? (quick ? 0.2 : 3)),
  connections: Number(options.connections),
};
const chosen: readonly WorkloadName[] = listOf(
  'workload',
  options.only ?? Object.keys(workloads).join(),
  workloads,
);
const everyone = options.peers ? Object.keys(programs).join() : options.servers;
const names = new Set<ServerName>(['floor', ...listOf('server', everyone, programs)]);

if ([...names].some(isPeer)) {
  const install = [join(import.meta.dirname, '../tools/install.js'), 'peers'];
  if (spawnSync(process.execPath, install, { stdio: 'inherit' }).status !== 0) {
    tell('The other servers could not be installed, so nothing is measured.');
    process.exit(1);
  }
}

const database = graphOf(scale, tell);
keepToOtherCore();
const profile = ['--cpu-prof', `--cpu-prof-dir=${join(import.meta.dirname, '../.build/bench')}`];
const servers: Server[] = [];
const loadNow = () => loadavg()[0] ?? 0;

try {
  const loadBefore = loadNow();
  for (const name of names) {
    servers.push(await start(name, database, { flags: name === 'ours' && options.profile ? profile : [] }));
  }
  const rest = servers.map((server) => server.rss());
  const results: WorkloadResult[] = [];
  for (const name of chosen) {
    results.push(await race(name, servers, racing));
    tell(`Measured ${name}.`);
  }
  const memory = new Map<ServerName, MemoryUse>(
    servers.map((server, i) => [server.name, { rest: rest[i] ?? 0, loaded: server.rss() }]),
  );
  const words = process.argv.slice(2);
  const command = ['npm run bench', ...(words.length > 0 ? ['--', ...words] : [])].join(' ');
  const report = reportOf({ ...racing, command, loadAverage: [loadBefore, loadNow()], memory, results });
  process.stdout.write(`${report}\n`);
  if (options.peers && !quick) {
    writeFileSync(join(import.meta.dirname, 'RESULTS.md'), `# Our server beside others\n\n${report}\n`);
  }
  for (const { workload, statements } of results) {
    const [found = 0, most] = [statements.get('ours'), workloads[workload].statements];
    if (found <= most) continue;
    tell(`${workload} takes our server ${found} SQL statements, and ${most} are enough.`);
    process.exitCode = 1;
  }
} finally {
  await Promise.all(servers.map((server) => server.stop()));
}
