/** The licences of packages: which are allowed, and that a package under another one is named. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isAllowed, licensed, lists, page } from '../../tools/licences.js';

test.each([
  ['MIT', true],
  ['Elastic-2.0', false],
  ['(MIT OR GPL-3.0)', true],
  ['MIT AND GPL-3.0', false],
  ['SEE LICENSE IN LICENSE', false],
  [undefined, false],
])('%s is allowed where MIT is: %s', (licence, allowed) => {
  expect(isAllowed(licence, ['MIT', 'ISC'])).toBe(allowed);
});

test('tools of development are left out, and a package that is there says itself what it is under', () => {
  const packages = {
    '': { version: '1.0.0' },
    'node_modules/graph': { version: '1.0.0', license: 'MIT' },
    'node_modules/graph/node_modules/list': { version: '2.0.0', license: 'MIT', optional: true },
    'node_modules/check': { version: '1.0.0', license: 'Elastic-2.0', dev: true },
  };
  const installed = (place: string) => (place === 'node_modules/graph' ? 'Elastic-2.0' : undefined);
  expect(licensed({ packages }, installed)).toEqual([
    { name: 'graph', version: '1.0.0', licence: 'Elastic-2.0', elsewhere: false },
    { name: 'list', version: '2.0.0', licence: 'MIT', elsewhere: true },
  ]);
});

test.each(lists)(
  '$title: every package of the lock file is under a licence that is allowed, and listed',
  ({ title, folder, allowed }) => {
    const root = join(import.meta.dirname, '../..');
    const lock = JSON.parse(readFileSync(join(root, folder, 'package-lock.json'), 'utf8'));
    const packages = licensed(lock, () => undefined);
    expect(packages.length).toBeGreaterThan(30);
    expect(packages.filter(({ licence }) => !isAllowed(licence, allowed))).toEqual([]);
    const [, section] = page([{ title, packages }]).split('\n## ');
    expect(readFileSync(join(root, 'docs/licences.md'), 'utf8')).toContain(`## ${section}`);
  },
);
