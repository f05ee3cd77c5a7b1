/** The program as users start it, in a process of its own. */

import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, onTestFinished, vi } from 'vitest';
import { start } from '../../../src/start.ts';
import { putRelease, temporaryFolder, type Until } from './fixture.ts';

/** The folder of the project. */
export const root = join(import.meta.dirname, '../../..');

/** A server in a process of its own. */
export interface Launched {
  readonly child: ChildProcess;
  /** What it wrote for people. */
  readonly said: () => string;
  /** What it logged. */
  readonly logged: () => readonly Readonly<Record<string, unknown>>[];
  /** Settles with its exit code. */
  readonly stopped: Promise<number | null>;
}

/** What every start is told, unless its environment says otherwise. */
export const quiet = {
  PORT: '0',
  WORKERS: '1',
  BUILD: 'off',
  PAGE: 'off',
  GRAPHIQL: 'off',
  LOG_REQUESTS: 'off',
};

/** Starts the program, with what `flags` have Node load before it. */
export function launch(
  env: Record<string, string>,
  flags: readonly string[] = [],
  until: Until = onTestFinished,
): Launched {
  const program = join(root, 'src', 'main.js');
  const child = spawn(process.execPath, [...flags, program], { env: { ...quiet, ...env } });
  until(async () => void child.kill('SIGKILL'));
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const { promise, resolve } = Promise.withResolvers<number | null>();
  child.on('close', resolve);
  let lines = '';
  child.stdout.on('data', (chunk) => {
    lines += chunk;
  });
  const logged = () =>
    lines
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
  return { child, said: () => said, logged, stopped: promise };
}

/** A start that must fail, in this process: what it says, and the exit code that it sets. */
export async function failedStart(
  env: Record<string, string>,
): Promise<{ readonly said: string; readonly exitCode: typeof process.exitCode }> {
  const before = process.exitCode;
  const said: string[] = [];
  const written = vi.spyOn(process.stderr, 'write').mockImplementation((part) => said.push(String(part)) > 0);
  try {
    await start({ ...quiet, ...env });
    return { said: said.join(''), exitCode: process.exitCode };
  } finally {
    written.mockRestore();
    process.exitCode = before;
  }
}

/** Starts it on a small release, and waits until it listens. */
export async function startProcess(
  env: Record<string, string> = {},
  flags: readonly string[] = [],
  until: Until = onTestFinished,
): Promise<Launched & { readonly url: string; readonly file: string }> {
  const file = join(temporaryFolder(until), 'release.sqlite');
  putRelease(file, 'first');
  const launched = launch({ DATABASE: file, ...env }, flags, until);
  await vi.waitFor(() => expect(launched.said()).toContain('The graph is at '), { timeout: 30_000 });
  const url = /http:\S+\/graphql/.exec(launched.said())?.[0].replace('localhost', '127.0.0.1') ?? '';
  return { ...launched, url, file };
}
