/** Stopping: the process answers on while it says that it is about to go, loses nothing, and exits 0 in time. */

import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from './kit/fixture.ts';
import { failedStart, launch, root, startProcess } from './kit/process.ts';

test.each(['SIGTERM', 'SIGINT'] as const)('on %s under load no request is dropped', async (signal) => {
  const { child, url, stopped } = await startProcess();
  const agent = new Agent({ keepAlive: true });
  const outcomes: Outcome[] = [];
  const client = async () => {
    for (;;) {
      const outcome = await post(url, agent);
      outcomes.push(outcome);
      if (outcome.error) return;
      await after(10); // twenty clients keep requests under way without taking both cores
    }
  };
  const clients = Array.from({ length: 20 }, client);
  await expect.poll(() => outcomes.length).toBeGreaterThan(200);
  const before = outcomes.length;
  child.kill(signal);
  await expect.poll(async () => (await get(url.replace('/graphql', '/readyz'))).status).toBe(503);
  expect((await get(url.replace('/graphql', '/healthz'))).status).toBe(200);
  expect(await stopped).toBe(0);
  await Promise.all(clients);
  expect(outcomes.length).toBeGreaterThan(before + 100);
  expect(new Set(outcomes.map((outcome) => outcome.error ?? outcome.status))).toEqual(
    new Set([200, 'ECONNREFUSED']),
  );
  const last = outcomes.findLast((outcome) => outcome.status);
  expect(last?.connection).toBe('close');
});

test('a connection that stays open does not keep the process from exiting', async () => {
  const { child, url, stopped } = await startProcess({ DRAIN_MS: '100' });
  const agent = new Agent({ keepAlive: true });
  await post(url, agent);
  child.kill('SIGTERM');
  expect(await stopped).toBe(0);
});

test('settings that cannot be used end the start with a sentence each and no stack', async () => {
  const { said, stopped } = launch({ PORT: 'x', DRAIN_MS: 'soon' });
  expect(await stopped).toBe(1);
  expect(said()).toBe(
    'PORT must be a whole number from 0 to 65535; "x" is not.\nDRAIN_MS must be a whole number from 0 to 60000; "soon" is not.\n',
  );
});

test('a port that is taken ends the start with a sentence', async () => {
  const other = createServer();
  onTestFinished(() => void other.close());
  await once(other.listen(0), 'listening');
  const { said, stopped } = launch({
    PORT: String((other.address() as AddressInfo).port),
    DATABASE: join(temporaryFolder(), 'none.sqlite'),
  });
  expect(await stopped).toBe(1);
  expect(said()).toContain('EADDRINUSE');
  expect(said()).not.toContain('    at ');
});

test('a file that is not ours is neither served nor built over', async () => {
  const { said, exitCode } = await failedStart({ BUILD: 'on', DATABASE: join(root, 'package.json') });
  expect(exitCode).toBe(1);
  expect(said).toMatch(
    /package\.json is not a Coverage Graph database\. Set DATABASE to another path, or move it\.\n$/,
  );
});

test('what tells of a loaded file is named when it cannot be read', async () => {
  const DATABASE = join(temporaryFolder(), 'none.sqlite');
  mkdirSync(`${DATABASE}.loads`);
  writeFileSync(join(`${DATABASE}.loads`, 'damaged.json'), '{');
  const { said, exitCode } = await failedStart({ BUILD: 'on', DATABASE });
  expect(exitCode).toBe(1);
  expect(said).toMatch(/damaged\.json: This is to tell what was loaded and cannot be read: /);
  expect(said).not.toContain('    at ');
});

interface Outcome {
  readonly status?: number | undefined;
  readonly connection?: string | undefined;
  readonly error?: string;
}

async function send(url: string, options: object, body?: string): Promise<Outcome> {
  return new Promise((resolve) => {
    const sent = request(url, options, (response) => {
      response.on('error', (error: NodeJS.ErrnoException) => resolve({ error: error.code ?? error.message }));
      response.on('end', () =>
        resolve({ status: response.statusCode, connection: response.headers.connection }),
      );
      response.resume();
    });
    sent.on('error', (error: NodeJS.ErrnoException) => resolve({ error: error.code ?? error.message }));
    sent.end(body);
  });
}

const get = (url: string) => send(url, {});

const post = (url: string, agent: Agent) =>
  send(
    url,
    { method: 'POST', agent, headers: { 'content-type': 'application/json' } },
    '{"query":"{ __typename }"}',
  );
