/** Every file that shapes stored rows is under the hash of the program. */

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { hashOfProgram, programFiles, programHash } from '../../../db/release/program-hash.ts';

const root = join(import.meta.dirname, '../../..');

/** The files of this project that a file imports, and those that they import. */
function reachedFrom(path: string, reached = new Set<string>()): ReadonlySet<string> {
  if (reached.has(path)) return reached;
  reached.add(path);
  const text = readFileSync(join(root, path), 'utf8');
  for (const [, specifier = ''] of text.matchAll(/(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g))
    reachedFrom(relative(root, join(root, dirname(path), specifier)), reached);
  return reached;
}

test.each(['seed/command.ts', 'seed/load/command/command.ts'])(
  'all that %s imports, near or far',
  (entry) => {
    const reached = reachedFrom(entry);
    expect(reached.size).toBeGreaterThan(100);
    for (const path of [
      'db/fees/rvu-arithmetic.ts',
      'db/kit/decimal.ts',
      'db/findings/derive.ts',
      'db/tables/index.ts',
    ])
      expect(reached).toContain(path);
    const hashed = new Set(programFiles());
    expect([...reached].filter((path) => !hashed.has(path))).toEqual([]);
  },
);

test('one letter in any kind of them, or another name, makes another hash', () => {
  const copy = mkdtempSync(join(tmpdir(), 'coverage-graph-program-'));
  onTestFinished(() => rmSync(copy, { recursive: true }));
  for (const folder of ['db', 'seed']) cpSync(join(root, folder), join(copy, folder), { recursive: true });
  const before = hashOfProgram(copy);
  expect(before).toBe(programHash());
  const seen = new Set([before]);
  for (const path of [
    'db/fees/rvu-arithmetic.ts',
    'db/findings/gaps/coverage.sql',
    'seed/load/merge/statements.ts',
    'seed/official/fees/clfs.ts',
  ]) {
    writeFileSync(join(copy, path), `${readFileSync(join(copy, path), 'utf8')} `);
    seen.add(hashOfProgram(copy));
  }
  writeFileSync(join(copy, 'seed/official/synthetic.ts'), '');
  seen.add(hashOfProgram(copy));
  expect(seen.size).toBe(6);
});
