/** Signals end `npm run load` and `npm run seed` at once, though SQLite calls are synchronous; nothing is left behind. */

import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { icd10cm } from '../../../../bench/loading/generate.ts';
import { type Loading, loading } from '../../kit/loading.ts';
import { exported } from '../../kit/mcd-export.ts';

const slow = { timeout: 240_000 };
/** Within a second on a machine with nothing else to do; what it would run on for otherwise is longer than this. */
const soon = 5_000;
const program = (name: string) => join(import.meta.dirname, '../../../../seed', name);
const rows = 30_000;

interface Ended {
  readonly signal: NodeJS.Signals | null;
  readonly code: number | null;
  readonly stderr: string;
  /** Milliseconds since the signal. */
  readonly after: number;
}

/** Begins a command, sends it a signal when `when` says so, and waits for its end. */
async function stop(
  { database }: Loading,
  [name, ...args]: readonly [string, ...string[]],
  signal: NodeJS.Signals,
  when: (child: ChildProcess) => Promise<unknown>,
): Promise<Ended> {
  const child = spawn(process.execPath, [program(name), ...args], {
    env: { ...process.env, DATABASE: database },
  });
  let stderr = '';
  child.stderr.on('data', (part) => (stderr += part));
  const closed = once(child, 'close');
  await Promise.race([when(child), closed]);
  const sent = performance.now();
  child.kill(signal);
  await closed;
  return { signal: child.signalCode, code: child.exitCode, stderr, after: performance.now() - sent };
}

const milliseconds = (wait: number) => () => new Promise((resolve) => setTimeout(resolve, wait));

/** A while after a line was written. */
const afterLine =
  (line: string, stream: 'stdout' | 'stderr', wait: number) => async (child: ChildProcess) => {
    let written = '';
    await new Promise<void>((resolve) => {
      child[stream]?.on('data', (part) => {
        written += part;
        if (written.includes(line)) resolve();
      });
    });
    await milliseconds(wait)();
  };

const message = (signal: string) =>
  new RegExp(`Stopped by ${signal}\\.\nNothing was changed: .*coverage\\.sqlite is as it was\\.\n$`);

async function withOneLoad(): Promise<Loading> {
  const trial = loading();
  await trial.load([trial.put('a.zip', exported())], { codes: ['77092'] });
  return trial;
}

/** The database by the hash of its bytes, and the names of all files beside it. */
const stateOf = (trial: Loading) => [
  createHash('sha256').update(readFileSync(trial.database)).digest('hex'),
  ...trial.besides(),
];

test(
  'a load that is stopped at any moment ends soon, says so, and leaves everything as it was',
  slow,
  async () => {
    const trial = await withOneLoad();
    const before = stateOf(trial);
    const path = trial.put('icd10cm_order_2026.txt', icd10cm({ rows }).text);
    for (const [index, wait] of [100, 500, 900, 1_400, 2_000].entries()) {
      const signal = index % 2 === 0 ? 'SIGTERM' : 'SIGINT';
      const random = wait * (0.75 + Math.random() / 2);
      const ended = await stop(trial, ['load/main.js', path], signal, milliseconds(random));
      // Before the program listens, the signal ends it without a word.
      if (ended.stderr !== '') expect(ended.stderr).toMatch(message(signal));
      expect(ended.signal).toBe(signal);
      expect(ended.after).toBeLessThan(soon);
      expect(stateOf(trial)).toEqual(before);
    }
    await trial.load([path]);
    expect(
      trial
        .release()
        .store.get('select 1 from diagnosis_code t where t.id = :id', { id: 'DiagnosisCode:ICD_10_CM:A01' }),
    ).toBeDefined();
  },
);

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s ends it in the middle of one long statement',
  slow,
  async (signal) => {
    const trial = await withOneLoad();
    const before = stateOf(trial);
    const path = trial.put('icd10cm_order_2026.txt', icd10cm({ rows }).text);
    const ended = await stop(
      trial,
      ['load/main.js', path],
      signal,
      afterLine('Looking for conflicts', 'stderr', 150),
    );
    expect(ended.stderr).not.toContain('Checking.');
    expect(ended.stderr).toMatch(message(signal));
    expect(ended).toMatchObject({ signal, code: null });
    expect(ended.after).toBeLessThan(soon);
    expect(stateOf(trial)).toEqual(before);
  },
);

test('the build of the seed is stopped in the same way', slow, async () => {
  const trial = await withOneLoad();
  const before = stateOf(trial);
  const ended = await stop(trial, ['main.js'], 'SIGTERM', afterLine('Writing', 'stdout', 0));
  expect(ended.stderr).toMatch(message('SIGTERM'));
  expect(ended.signal).toBe('SIGTERM');
  expect(stateOf(trial)).toEqual(before);
});

test('what another load has on its way is left alone', slow, async () => {
  const trial = await withOneLoad();
  const path = trial.put('icd10cm_order_2026.txt', icd10cm({ rows }).text);
  const first = spawn(process.execPath, [program('load/main.js'), path], {
    env: { ...process.env, DATABASE: trial.database },
  });
  const closed = once(first, 'close');
  await afterLine('Adding', 'stderr', 0)(first);
  const second = await stop(trial, ['main.js'], 'SIGTERM', milliseconds(20));
  expect(second.code === 1 || second.signal === 'SIGTERM').toBe(true);
  await closed;
  expect(first.exitCode).toBe(0);
  expect(
    trial
      .release()
      .store.get('select 1 from diagnosis_code t where t.id = :id', { id: 'DiagnosisCode:ICD_10_CM:A01' }),
  ).toBeDefined();
});
