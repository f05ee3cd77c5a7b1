/** Large exports: no more is made than the client takes, others are answered meanwhile, and an end is an end. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import type { Release } from '../../../db/release/release.ts';
import { limits } from '../../../src/limits/limits.ts';
import { bytesOf, makeMany, serveGraph, unread } from '../kit/exporting.ts';
import { putRelease, type Served } from '../kit/fixture.ts';

const count = 20_000;
const path = '/export/statements.ndjson';
let database = '';

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'coverage-graph-'));
  database = join(folder, 'many.sqlite');
  makeMany(database, 'many', count, 1_000);
  return () => rmSync(folder, { recursive: true, force: true });
});

interface Watched extends Served {
  readonly release: Release;
  /** How many batches were read so far. */
  batches(): number;
}

async function watched(overrides: Parameters<typeof serveGraph>[0] = {}): Promise<Watched> {
  const served = await serveGraph({ database, ...overrides });
  const lease = served.releases.lease();
  if (!lease) throw new Error('There is no release.');
  lease.end();
  let batches = 0;
  lease.release.store.observe((sql) => {
    if (sql.includes('from statement t')) batches += 1;
  });
  return { ...served, release: lease.release, batches: () => batches };
}

/** Waits until no batch was read for a while. */
async function still({ batches }: Watched): Promise<number> {
  for (let last = -1; last !== batches(); await after(300)) last = batches();
  return batches();
}

const isOpen = ({ store }: Release): boolean => {
  try {
    store.get('select 1');
    return true;
  } catch {
    return false;
  }
};

test('a client that does not read stops the reading; when it reads on it gets every statement once, in order', async () => {
  const served = await watched();
  const response = await unread(served.origin + path);
  // What is beyond is in the buffers of two sockets.
  expect(await still(served)).toBeLessThan(count / limits.exportBatch / 3);
  const lines = (await bytesOf(response)).toString().trimEnd().split('\n');
  expect(served.batches()).toBe(count / limits.exportBatch + 1);
  const ids = lines.map((line) => (JSON.parse(line) as { id: string }).id);
  expect(ids).toHaveLength(count);
  expect(ids.every((id, n) => id === `CoverageStatement:${String(n).padStart(6, '0')}`)).toBe(true);
}, 60_000);

test('while as many exports run as may, others are answered', async () => {
  const { ask, origin } = await watched();
  let ended = 0;
  const exports = await Promise.all(Array.from({ length: 4 }, () => unread(origin + path)));
  for (const response of exports) {
    response.on('end', () => {
      ended += 1;
    });
    response.resume();
  }
  for (let n = 0; n < 20; n++) expect((await ask('{ payers { slug } }')).status).toBe(200);
  expect(ended).toBe(0);
}, 60_000);

test('a client that goes away ends the work, and the release is let go', async () => {
  const served = await watched();
  const response = await unread(served.origin + path);
  await still(served);
  putRelease(served.file, 'second');
  await served.releases.check();
  expect(isOpen(served.release)).toBe(true);
  const before = served.batches();
  response.destroy();
  await expect.poll(() => isOpen(served.release)).toBe(false);
  expect(served.batches()).toBe(before);
  const { log } = served;
  expect(log.filter(({ level }) => level === 'error')).toEqual([]);
  expect(log.findLast(({ event }) => event === 'request')).toMatchObject({
    abandoned: true,
    release: 'many',
  });
});

test('more exports than may run are told to come again, and may when one has ended', async () => {
  const { origin } = await watched({ maxExports: 1 });
  const response = await unread(origin + path);
  for (const other of ['/export/statements.csv', '/export/matrix.csv', '/download/coverage.sqlite']) {
    const refused = await fetch(origin + other);
    expect([other, refused.status, refused.headers.get('retry-after')]).toEqual([other, 503, '5']);
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'TOO_MANY_EXPORTS' } }] });
  }
  response.destroy();
  const again = () => fetch(`${origin}/export/statements.csv?types=ApcRate`);
  await expect.poll(async () => (await again()).status).toBe(200);
});

test('an export that is refused for its parameters takes no place', async () => {
  const { origin } = await watched({ maxExports: 1 });
  for (let n = 0; n < 3; n++) expect((await fetch(`${origin}/export/statements.csv?x=1`)).status).toBe(400);
});

test('a server that stops begins no export, cuts off one that hangs and closes its release', async () => {
  const served = await watched({ drainMs: 300 });
  const response = await unread(served.origin + path);
  const drained = served.server.drain();
  expect((await fetch(`${served.origin}/export/statements.csv`)).status).toBe(503);
  await drained;
  served.releases.close();
  await expect.poll(() => isOpen(served.release)).toBe(false);
  await expect(bytesOf(response)).rejects.toThrow('aborted');
  expect(served.log.filter(({ level }) => level === 'error')).toEqual([]);
});
