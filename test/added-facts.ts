/**
 * `npm run test:added`: adds a source, a payer, a code with its family and a policy to a copy of the project, and runs
 * the tests of the store and the graph there. A fact that is added must break none.
 */

import { execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readmeFacts } from './seed/kit/readme-facts.ts';

const root = join(import.meta.dirname, '..');
/** Tests that build releases of made-up rows: no fact of the seed reaches them. */
const ofMadeUpRows = /\/(?:rebuilt|synthetic|feed|claim-world|conflicting)\.ts'/;
const tests = globSync('test/{{db,schema}/**/*,seed/concepts/founding,docs*}.test.ts', { cwd: root }).filter(
  (file) => !ofMadeUpRows.test(readFileSync(join(root, file), 'utf8')),
);

if (tests.length < 40)
  throw new Error(`Expected the tests of the store and the graph, found ${tests.length} files.`);

const copy = mkdtempSync(join(tmpdir(), 'coverage-graph-added-'));
try {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
  });
  // A file that is taken away and not yet committed is listed, too.
  for (const path of listed
    .toString()
    .split('\0')
    .filter((each) => each && existsSync(join(root, each))))
    cpSync(join(root, path), join(copy, path), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  for (const { path, text } of readmeFacts()) {
    const file = join(copy, 'seed', path);
    mkdirSync(dirname(file), { recursive: true });
    appendFileSync(file, text);
  }
  const vitest = join(copy, 'node_modules/vitest/vitest.mjs');
  const { status } = spawnSync(process.execPath, [vitest, 'run', ...tests], { cwd: copy, stdio: 'inherit' });
  process.exitCode = status ?? 1;
} finally {
  rmSync(copy, { recursive: true });
}
