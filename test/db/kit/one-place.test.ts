/** What is decided in one place is written in one place. */

import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');

test.each([
  ['how an id is cut', /indexOf\(':'\)/i, '{db,schema,seed,src}/**/*.ts', ['id-parts.ts']],
  ['which statements an answer may rest on', /rank <> 'DEPRECATED'/, 'db/**/*.ts', ['as-of.ts']],
])('%s', (_what, written, where, only) => {
  const files = globSync(where, { cwd: root }).filter((path) =>
    written.test(readFileSync(join(root, path), 'utf8')),
  );
  expect(files.map((path) => basename(path))).toEqual(only);
});
