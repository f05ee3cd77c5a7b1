/** `npm run load` as a user meets it: what it tells, what it refuses, and what is left when it is stopped. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { holdLock } from '../../../../db/kit/store.ts';
import { openRelease } from '../../../../db/release/release.ts';
import { type Loading, loading } from '../../kit/loading.ts';
import { exported } from '../../kit/mcd-export.ts';

/** Each builds the whole database once or twice. */
const slow = { timeout: 120_000 };
const program = join(import.meta.dirname, '../../../../seed/load/main.js');

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function begin({ database }: Loading, args: readonly string[], shell = ''): ChildProcess {
  const env = { ...process.env, DATABASE: database };
  if (!shell) return spawn(process.execPath, [program, ...args], { env });
  return spawn('bash', ['-c', `${shell}; exec "$0" "$@"`, process.execPath, program, ...args], { env });
}

async function run(trial: Loading, args: readonly string[], shell = ''): Promise<Ended> {
  const child = begin(trial, args, shell);
  let [stdout, stderr] = ['', ''];
  child.stdout?.on('data', (part) => (stdout += part));
  child.stderr?.on('data', (part) => (stderr += part));
  await once(child, 'close');
  return { code: child.exitCode, stdout, stderr };
}

const hashOf = ({ database }: Loading) => {
  const release = openRelease(database);
  release.close();
  return release.info.hash;
};

test('without files it tells how it is used', slow, async () => {
  const { code, stderr } = await run(loading(), []);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^npm run load -- <file or folder or zip>…/);
});

test('it tells what each file brought, for people and for programs', slow, async () => {
  const trial = loading();
  const path = trial.put('current_article.zip', exported());
  const people = await run(trial, [path, '--dry-run']);
  expect(people.stdout).toMatch(/current_article_csv\.zip: mcd \d{4}-\d\d-\d\d, from/);
  expect(people.stdout).toMatch(/statements {2}\d+ added, 0 ended, 0 corrected, 0 unchanged/);
  const programs = await run(trial, [path, '--json', '--release', 'SYNTHETIC', '--published', '2026-01-02']);
  const { files, passedOver } = JSON.parse(programs.stdout);
  expect(files).toMatchObject([
    {
      format: 'mcd',
      release: 'SYNTHETIC',
      statements: { ended: 0, corrected: 0, unchanged: 0 },
      rows: { skipped: { 'ARTICLE without a contractor': 1 } },
    },
  ]);
  expect(passedOver).toMatchObject([{ reason: 'no known format' }]);
});

test('a dry run changes nothing', slow, async () => {
  const trial = loading();
  await trial.load([trial.put('a.zip', exported())], { codes: ['77092'] });
  const before = [hashOf(trial), trial.besides()];
  const { code } = await run(trial, [trial.put('b.zip', exported()), '--dry-run']);
  expect(code).toBe(0);
  expect([hashOf(trial), trial.besides()]).toEqual(before);
});

test.each([
  [['--as', 'nonsense'], /--as: There is no format "nonsense"\. Say one of .*mcd/],
  [
    ['--codes', 'nonsense'],
    /--codes: "nonsense" is neither a code such as 77090 nor the short name of a service family/,
  ],
  [['--codes', ' , '], /--codes: This list is empty/],
  [['--nonsense'], /Unknown option '--nonsense'/],
  [['--from', '2025-13-01'], /--from: Expected a day of the calendar/],
  [['--published', 'yesterday'], /--published: Expected a day of the calendar/],
])('%j is refused with what to say instead', slow, async (args, message) => {
  const trial = loading('without database');
  const { code, stderr } = await run(trial, [trial.put('a.zip', exported()), ...args]);
  expect(code).toBe(1);
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/ at .*\.ts:\d+/);
  expect(existsSync(trial.database)).toBe(false);
});

test('a service family stands for its codes', slow, async () => {
  const trial = loading();
  const { stdout } = await run(trial, [
    trial.put('a.zip', exported()),
    '--codes',
    'trabecular-bone-score',
    '--json',
  ]);
  expect(JSON.parse(stdout).files[0].rows.skipped).toMatchObject({ 'ARTICLE that lists no wanted code': 3 });
});

test('a second load into one database is refused while the first runs', slow, async () => {
  const trial = loading();
  await trial.load([trial.put('a.zip', exported())]);
  const letGo = holdLock(join(`${trial.database}.loads`, 'lock'));
  const { code, stderr } = await run(trial, [trial.put('b.zip', exported({ lcd: '' }))]);
  letGo?.();
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /Another load into coverage\.sqlite is running\. Wait for it to end, then load again\./,
  );
});

test(
  'wherever it is killed, the served graph is what it was or what it was to be, and the next load goes through',
  slow,
  async () => {
    const trial = loading();
    await trial.load([trial.put('a.zip', exported())], { codes: ['77092'] });
    const before = hashOf(trial);
    const path = trial.put('b.zip', exported());
    for (const wait of [150, 400, 700, 1_000, 1_400]) {
      const child = begin(trial, [path]);
      await Promise.race([once(child, 'exit'), new Promise((resolve) => setTimeout(resolve, wait))]);
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      if (hashOf(trial) !== before) break;
    }
    await trial.load([path]);
    expect(
      trial.release().store.all('select 1 from policy_listing t where t.recorded_to is null'),
    ).toHaveLength(4);
    expect(trial.besides().filter((name) => /draft|arriving\/./.test(name))).toEqual([]);
  },
);

test(
  'when the disk takes no more, it says so, leaves no litter, and the served graph is what it was',
  slow,
  async () => {
    const trial = loading();
    await trial.load([trial.put('a.zip', exported())], { codes: ['77092'] });
    const [before, beside] = [readFileSync(trial.database), trial.besides()];
    // The limit of a file's size stands for a full disk: writes fail in the same places.
    const { code, stderr } = await run(
      trial,
      [trial.put('b.zip', exported())],
      "trap '' XFSZ; ulimit -f 1000",
    );
    expect(code).toBe(1);
    expect(stderr).toMatch(/Nothing was changed: .*coverage\.sqlite is as it was\./);
    expect(trial.besides()).toEqual(beside);
    expect(readFileSync(trial.database).equals(before)).toBe(true);
  },
);

test(
  'who asks while a load runs is answered from the old release until the new one is in place',
  slow,
  async () => {
    const trial = loading();
    await trial.load([trial.put('a.zip', exported())], { codes: ['77092'] });
    const old = trial.release();
    const listed = () => old.store.all('select 1 from policy_listing').length;
    const child = begin(trial, [trial.put('b.zip', exported())]);
    const answers = new Set<number>();
    while (child.exitCode === null) {
      answers.add(listed());
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(child.exitCode).toBe(0);
    expect([...answers, listed()]).toEqual([1, 1]);
    expect(trial.release().store.all('select 1 from policy_listing').length).toBeGreaterThan(1);
  },
);
