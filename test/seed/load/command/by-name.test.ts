/** `npm run load` with names, as a user meets it where nothing is fetched. */

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { loading } from '../../kit/loading.ts';

const program = join(import.meta.dirname, '../../../../seed/load/main.js');
const slow = { timeout: 60_000 };

async function run(args: readonly string[]) {
  const env = { ...process.env, DATABASE: loading().database };
  const ended = promisify(execFile)(process.execPath, [program, ...args], { env });
  const failed = (error: { code: number; stdout: string; stderr: string }) => error;
  const { code, stdout, stderr } = await ended.then((each) => ({ ...each, code: 0 }), failed);
  return { code, stdout, stderr };
}

test('the help tells the names', slow, async () => {
  expect((await run(['--help'])).stderr).toMatch(
    /cms:current .*[\s\S]*Nothing is fetched unless a name or an address is given/,
  );
});

test('the status works without network, for people and for programs', slow, async () => {
  const people = await run(['--status']);
  expect([people.code, people.stderr]).toEqual([0, '']);
  expect(people.stdout).toMatch(
    /^cms:rvu: .*: not loaded\n {2}loaded {4}nothing that is in force\n {2}expected {2}cms:rvu\d\d[a-d]/,
  );
  const programs = JSON.parse((await run(['--status', '--json'])).stdout);
  expect(programs).toContainEqual(
    expect.objectContaining({ name: 'cms:icd10cm', state: 'NOT_LOADED', loaded: null }),
  );
});

test('offline it tells addresses and pages', slow, async () => {
  const { code, stdout } = await run(['cms:ptp-2026q4', 'hospital:hospital.example', '--offline']);
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /ccipra-v323r0-f4\.zip\n {2}agreement American Medical Association[\s\S]*https:\/\/hospital\.example\/cms-hpt\.txt/,
  );
  expect(stdout).toMatch(/Save the files in one folder, and load it: npm run load -- FOLDER\n$/);
});

test('an agreement that is not accepted ends the command with an error', slow, async () => {
  const { code, stderr } = await run(['cms:ptp-2026q4']);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^cms:ptp-2026q4: .*--accept-licence ama.*\nNothing was changed: /);
});
