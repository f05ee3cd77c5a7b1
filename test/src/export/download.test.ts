/** The whole graph as a file: it is the one that is served, byte for byte, whatever is put in its place meanwhile. */

import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openRelease } from '../../../db/release/release.ts';
import { bytesOf, makeMany, requested, serveGraph, unread } from '../kit/exporting.ts';
import { putRelease, type Served, temporaryFolder } from '../kit/fixture.ts';

const path = '/download/coverage.sqlite';

interface Info {
  readonly graphInfo: {
    readonly dataVersion: string;
    readonly builtAt: string;
    readonly downloads: readonly {
      readonly format: string;
      readonly url: string;
      readonly bytes: number | null;
      readonly sha256: string | null;
    }[];
  };
}

const infoOf = (served: Served) =>
  requested<Info>(served, '{ graphInfo { dataVersion builtAt downloads { format url bytes sha256 } } }', {});

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('the graph tells where it is to be had, and the file has the length and hash that it tells', async () => {
  const served = await serveGraph();
  const { graphInfo } = await infoOf(served);
  const [database, ...exports] = graphInfo.downloads;
  expect(database).toMatchObject({ format: 'SQLITE', url: path });
  for (const { url, bytes, sha256: hash } of exports) {
    expect([bytes, hash]).toEqual([null, null]);
    const response = await fetch(`${served.origin}${url}${url.includes('matrix') ? '?codes=77090' : ''}`);
    expect([url, response.status]).toEqual([url, 200]);
    await response.arrayBuffer();
  }
  const response = await fetch(served.origin + path);
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(response.headers.get('content-length')).toBe(String(database?.bytes));
  expect(bytes).toHaveLength(database?.bytes ?? 0);
  expect(sha256(bytes)).toBe(database?.sha256);
  expect(response.headers.get('etag')).toBe(`"${graphInfo.dataVersion}-${graphInfo.builtAt}"`);
});

test('the file opens as a release, the same as the one that is served', async () => {
  const { origin } = await serveGraph();
  const response = await fetch(origin + path);
  const copy = join(temporaryFolder(), 'copy.sqlite');
  writeFileSync(copy, Buffer.from(await response.arrayBuffer()));
  const release = openRelease(copy);
  expect(release.info.hash).toBe(response.headers.get('x-release'));
  expect(release.store.get<{ n: number }>('select count(*) as n from statement')?.n).toBeGreaterThan(1_000);
  release.close();
});

test('a client that has the release is not sent it again', async () => {
  const { file, origin, releases } = await serveGraph();
  const etag = (await fetch(origin + path, { method: 'HEAD' })).headers.get('etag') ?? '';
  for (const known of [etag, `"other", W/${etag}`]) {
    const response = await fetch(origin + path, { headers: { 'if-none-match': known } });
    expect([known, response.status, await response.text()]).toEqual([known, 304, '']);
  }
  putRelease(file, 'second');
  await releases.check();
  expect((await fetch(origin + path, { headers: { 'if-none-match': etag } })).status).toBe(200);
});

test('a release that comes in during a download leaves it whole, and the old file is closed after it', async () => {
  const database = join(temporaryFolder(), 'many.sqlite');
  makeMany(database, 'many', 6_000, 6_000);
  const before = readFileSync(database);
  expect(before.length).toBeGreaterThan(30_000_000);
  const served = await serveGraph({ database });
  const lease = served.releases.lease();
  lease?.end();
  const { graphInfo } = await infoOf(served);
  const response = await unread(served.origin + path);
  putRelease(served.file, 'second');
  await served.releases.check();
  const bytes = await bytesOf(response);
  expect(bytes.equals(before)).toBe(true);
  expect(sha256(bytes)).toBe(graphInfo.downloads[0]?.sha256);
  expect(response.headers['x-release']).toBe('many');
  await expect.poll(() => lease?.release.image?.parts().next().catch(String)).toMatch(/was closed/);
  const after = await infoOf(served);
  expect(after.graphInfo.downloads[0]?.sha256).toBe(sha256(readFileSync(served.file)));
}, 60_000);

test('a file that is renamed into place before it is looked at is not mixed into a download', async () => {
  const served = await serveGraph();
  const { graphInfo } = await infoOf(served);
  const draft = join(temporaryFolder(), 'draft.sqlite');
  putRelease(draft, 'second');
  renameSync(draft, served.file);
  const response = await fetch(served.origin + path);
  expect(sha256(Buffer.from(await response.arrayBuffer()))).toBe(graphInfo.downloads[0]?.sha256);
});

test('a client that was cut off goes on where it was, as long as the file is the same', async () => {
  const { file, origin, releases } = await serveGraph();
  const whole = readFileSync(file);
  const ask = async (headers: Record<string, string>, method = 'GET') => {
    const response = await fetch(origin + path, { headers, method });
    const bytes = Buffer.from(await response.arrayBuffer());
    return { response, bytes, status: response.status, range: response.headers.get('content-range') };
  };
  const { response } = await ask({}, 'HEAD');
  expect(response.headers.get('accept-ranges')).toBe('bytes');
  const digest = createHash('sha256').update(whole).digest('base64');
  expect(response.headers.get('repr-digest')).toBe(`sha-256=:${digest}:`);
  const tag = response.headers.get('etag') ?? '';
  const size = whole.length;
  for (const [range, from, to] of [
    ['bytes=300000-', 300_000, size],
    ['bytes=5-9', 5, 10],
    [`bytes=100-${size + 5}`, 100, size],
    ['bytes=-7', size - 7, size],
  ] as const) {
    const part = await ask({ range, 'if-range': tag });
    expect([part.status, part.range]).toEqual([206, `bytes ${from}-${to - 1}/${size}`]);
    expect(part.bytes.equals(whole.subarray(from, to))).toBe(true);
    expect(part.response.headers.get('repr-digest')).toBe(`sha-256=:${digest}:`);
  }
  for (const range of ['bytes=9-5', 'bytes=0-1,3-4', 'lines=1-2', 'bytes=-'])
    expect([range, (await ask({ range })).status]).toEqual([range, 200]);
  expect(await ask({ range: `bytes=${size}-` })).toMatchObject({ status: 416, range: `bytes */${size}` });
  putRelease(file, 'second');
  await releases.check();
  const next = await ask({ range: 'bytes=300000-', 'if-range': tag });
  expect([next.status, next.bytes.equals(readFileSync(file))]).toEqual([200, true]);
});
