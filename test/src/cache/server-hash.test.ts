/** The hash of the server: of its sources and versions, and not of the packages that the page is built with. */

import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { serverHash } from '../../../src/cache/server-hash.ts';
import { temporaryFolder } from '../kit/fixture.ts';
import { root } from '../kit/process.ts';

test('it changes with a source, and stays when the packages of the page are installed below the sources', () => {
  const copy = temporaryFolder();
  for (const name of ['db', 'schema', 'package-lock.json'])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  mkdirSync(join(copy, 'src', 'graphiql', 'page', 'node_modules', 'one'), { recursive: true });
  const before = serverHash(copy);
  writeFileSync(join(copy, 'src', 'graphiql', 'page', 'node_modules', 'one', 'index.ts'), '');
  expect(serverHash(copy)).toBe(before);
  writeFileSync(join(copy, 'src', 'graphiql', 'page', 'one.ts'), '');
  expect(serverHash(copy)).not.toBe(before);
});
