/** The cost of a second release relative to the first, and of a build with nothing changed: whole commands on a separate graph, as CPU and ratios. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { icd10cm } from './generate.ts';

const program = (name: string) => join(import.meta.dirname, '../../seed', name);

/** CPU seconds of a command, threads included; throws when it fails. */
function cpuOf(database: string, name: string, ...args: readonly string[]): number {
  // `times` prints the CPU of the processes that the shell waited for on its last line.
  const script = '"$0" "$@" >/dev/null 2>&1 || exit 1; times';
  const { status, stdout } = spawnSync('bash', ['-c', script, process.execPath, program(name), ...args], {
    env: { ...process.env, DATABASE: database },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${name} ${args.join(' ')} ended with ${status}.`);
  const spent = stdout.trim().split('\n').at(-1) ?? '';
  return [...spent.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, m, s]) => sum + 60 * Number(m) + Number(s),
    0,
  );
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const shown = (name: string, values: readonly number[], unit: string) =>
  console.log(
    `${name.padEnd(44)} ${median(values).toFixed(2)}${unit} [${Math.min(...values).toFixed(2)}–${Math.max(...values).toFixed(2)}]`,
  );

/** Measures a number of rounds of both releases and of a build with nothing changed, each round on a new graph. */
export function measureSecond(rounds: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'coverage-graph-bench-'));
  try {
    const [first, second] = [{ year: 2025 }, { year: 2026, every: 60 }].map((order) => {
      const { name, text } = icd10cm({ ...order, rows: 100_000 });
      const path = join(folder, name);
      writeFileSync(path, text);
      return path;
    });
    if (!first || !second) throw new Error('Two files were to be made.');
    const seen = Array.from({ length: rounds }, (_, round) => {
      const database = join(folder, `${round}`, 'coverage.sqlite');
      cpuOf(database, 'main.js');
      return {
        first: cpuOf(database, 'load/main.js', first),
        second: cpuOf(database, 'load/main.js', second),
        unchanged: cpuOf(database, 'main.js'),
      };
    });
    shown(
      'first release of 100,000 rows, CPU',
      seen.map((each) => each.first),
      ' s',
    );
    shown(
      'second, with 5,000 changes',
      seen.map((each) => each.second),
      ' s',
    );
    shown(
      'npm run seed with nothing changed',
      seen.map((each) => each.unchanged),
      ' s',
    );
    shown(
      'second to first; target 0.3',
      seen.map((each) => each.second / each.first),
      '',
    );
    shown(
      'nothing changed to first',
      seen.map((each) => each.unchanged / each.first),
      '',
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
