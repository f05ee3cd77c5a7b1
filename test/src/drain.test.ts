/** Stopping: the process answers on while it says that it is about to go, loses nothing, and exits 0 in time. */

import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { postOperation, sendRequest, startClients } from './kit/clients.ts';
import { temporaryFolder } from './kit/fixture.ts';
import { failedStart, launch, root, startProcess } from './kit/process.ts';

test.each(['SIGTERM', 'SIGINT'] as const)('on %s under load no request is dropped', async (signal) => {
  const { child, url, stopped } = await startProcess();
  const clients = startClients(url, 20);
  const { outcomes } = clients;
  await expect.poll(() => outcomes.length).toBeGreaterThan(200);
  const before = outcomes.length;
  child.kill(signal);
  await expect.poll(async () => (await sendRequest(url.replace('/graphql', '/readyz'))).status).toBe(503);
  expect((await sendRequest(url.replace('/graphql', '/healthz'))).status).toBe(200);
  expect(await stopped).toBe(0);
  await clients.ended;
  expect(outcomes.length).toBeGreaterThan(before + 100);
  expect(clients.seen()).toEqual(new Set([200, 'ECONNREFUSED']));
  const last = outcomes.findLast((outcome) => outcome.status);
  expect(last?.connection).toBe('close');
});

test('a connection that stays open does not keep the process from exiting', async () => {
  const { child, url, stopped } = await startProcess({ DRAIN_MS: '100' });
  const agent = new Agent({ keepAlive: true });
  await postOperation(url, agent);
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
