/** Loads into a copy of a database and kills the command at any moment: what is served is then the old file to the byte, or the new one whole. */

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import fc from 'fast-check';
import { openRelease } from '../../db/release/release.ts';
import { feeCsv } from '../seed/kit/fee-file.ts';
import { each, type FuzzRun, internals, type Ledger } from './faults.ts';

const command = join(import.meta.dirname, '../../seed/load/main.js');

const hashOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

export async function fuzzLoads(run: FuzzRun, seeded: string, found: Ledger): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'coverage-graph-fuzz-'));
  const database = join(folder, 'served', 'coverage.sqlite');
  mkdirSync(join(folder, 'served'));
  copyFileSync(seeded, database);
  /** Loads the file of a release, corrected once more. */
  const load = (correction: number) => {
    const file = join(folder, 'PPRRVU2025_Oct.csv');
    writeFileSync(file, feeCsv([{ code: '77080', work: `${correction}.00` }]));
    return spawn(process.execPath, [command, file], {
      env: { PATH: process.env.PATH, DATABASE: database },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  };
  // How long one takes here, so that moments up to its end are tried.
  const begun = performance.now();
  const first = load(0);
  if ((await once(first, 'exit'))[0] !== 0) found.fault(run.seed, 'a load that nobody kills fails');
  const whole = performance.now() - begun;
  let correction = 1;
  await each(run, async (seed) => {
    const [part = 0] = fc.sample(fc.double({ min: 0, max: 1, noNaN: true }), { seed, numRuns: 1 });
    const before = hashOf(database);
    const child = load(correction);
    const ended = once(child, 'exit');
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    await Promise.race([after(part * whole), ended]);
    const inTime = child.kill('SIGKILL');
    await ended;
    found.count(inTime ? 'killed' : 'ended before');
    if (internals.test(said)) found.fault(seed, `seen: ${said.slice(-300)}`);
    if (hashOf(database) === before) return;
    found.count('new release whole');
    correction += 1;
    try {
      openRelease(database).close();
    } catch (error) {
      found.fault(
        seed,
        `killed after ${Math.round(part * whole)} ms, the file is no release: ${String(error)}`,
      );
    }
  });
  const last = load(correction);
  let said = '';
  last.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const [code] = await once(last, 'exit');
  if (code !== 0 && !/already/.test(said))
    found.fault(run.seed, `the load after all of them fails: ${said.slice(-500)}`);
  openRelease(database).close();
  rmSync(folder, { recursive: true });
}
