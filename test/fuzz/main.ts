/**
 * `npm run fuzz -- [operations|readers|loads] --seconds 60 --seed 1 --times 100`: values from hell to a real server, mutated files
 * through every reader, loads that are killed. Prints its seed; a fault names the one that makes it again.
 */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type FuzzRun, type Ledger, ledger } from './faults.ts';
import { fuzzLoads } from './loads.ts';
import { fuzzOperations } from './operations.ts';
import { fuzzReaders } from './readers.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: 'string' }, seed: { type: 'string' }, times: { type: 'string' } },
});

const folder = mkdtempSync(join(tmpdir(), 'coverage-graph-fuzz-'));
let built: string | undefined;

/** The graph of the seed, built once. */
function seeded(): string {
  if (built) return built;
  built = join(folder, 'coverage.sqlite');
  const seed = join(import.meta.dirname, '../../seed/main.js');
  execFileSync(process.execPath, [seed], {
    env: { PATH: process.env.PATH, DATABASE: built },
    stdio: 'ignore',
  });
  return built;
}

const parts: Readonly<Record<string, (run: FuzzRun, found: Ledger) => Promise<void>>> = {
  operations: async (run, found) => fuzzOperations(run, seeded(), found),
  readers: async (run, found) => fuzzReaders(run, process.env.OFFICIAL_DATA, found),
  loads: async (run, found) => fuzzLoads(run, seeded(), found),
};

const unknown = positionals.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}: give any of ${Object.keys(parts).join(', ')}.`);
  process.exitCode = 1;
} else {
  const run: FuzzRun = {
    seconds: Number(values.seconds ?? (values.times ? 3_600 : 60)),
    seed: Number(values.seed ?? Date.now() % 1_000_000_000),
    times: Number(values.times ?? Number.POSITIVE_INFINITY),
  };
  console.log(`Seed ${run.seed}.`);
  for (const name of positionals.length > 0 ? positionals : Object.keys(parts)) {
    const found = ledger();
    await parts[name]?.(run, found);
    console.log(
      `${name}: ${Object.entries(found.counts)
        .map(([what, n]) => `${what} ${n}`)
        .join(', ')}`,
    );
    for (const fault of found.faults) console.error(`${name} ${fault}`);
    if (found.faults.length > 0) process.exitCode = 1;
  }
}
rmSync(folder, { recursive: true });
