/** What is sent to an address, and which of its answers are taken. */

import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { fileStore, releaseNamed } from './file-store.ts';
import { following, problemOf, statusOf } from './following.ts';

test('what is not what the store states is fetched anew, not refused', async () => {
  let sha256 = '0'.repeat(64);
  const store = await fileStore({ headers: () => ({ 'x-amz-meta-sha256': sha256 }) });
  const bytes = releaseNamed('first');
  store.put(bytes);
  const one = following(store.address);
  await expect.poll(() => problemOf(one)).toMatch(/another SHA-256/);
  sha256 = createHash('sha256').update(bytes).digest('hex');
  await expect.poll(() => statusOf(one)).toBe('current');
});

test('a store that cannot tell a new file from the last one is not followed; one that tells by time is', async () => {
  const [silent, timed] = [
    await fileStore({ validator: 'none' }),
    await fileStore({ validator: 'last-modified' }),
  ];
  silent.put(releaseNamed('first'));
  const one = following(silent.address);
  await expect.poll(() => problemOf(one)).toMatch(/^It sends neither ETag nor Last-Modified/);
  const whole = releaseNamed('first');
  timed.put(whole.subarray(0, 200_000));
  const other = following(timed.address);
  await expect.poll(() => statusOf(other)).toBe('refused');
  // Half a file and the whole one may be of one second.
  timed.put(whole);
  await expect.poll(() => statusOf(other)).toBe('current');
});

test('an encrypted address is not followed to one that is not', async () => {
  const answer = Object.defineProperty(new Response('file'), 'url', {
    value: 'http://elsewhere.example/file',
  });
  const sent = vi.spyOn(globalThis, 'fetch').mockResolvedValue(answer);
  onTestFinished(() => sent.mockRestore());
  const one = following(new URL('https://store.example/coverage.sqlite'));
  await expect.poll(() => problemOf(one)).toBe('It redirects to an address that is not encrypted.');
});

test('a protected address is sent the token, which goes to no other host, and is missed in words', async () => {
  const store = await fileStore({ token: 'right' });
  store.put(releaseNamed('first'));
  const one = following(store.address, { token: 'wrong' });
  await expect.poll(() => problemOf(one)).toMatch(/status 401: DATABASE_TOKEN/);
  one.follower.close();
  const other = following(store.address, { token: 'right' });
  await expect.poll(() => statusOf(other)).toBe('current');

  const elsewhere = createServer((_, response) => {
    response.writeHead(302, { location: store.address.href.replace('127.0.0.1', 'localhost') }).end();
  }).listen(0, '127.0.0.1');
  await once(elsewhere, 'listening');
  onTestFinished(() => void elsewhere.close());
  const { port } = elsewhere.address() as AddressInfo;
  const before = store.answered.length;
  other.follower.close();
  const redirected = following(new URL(`http://127.0.0.1:${port}/coverage.sqlite`), { token: 'right' });
  await expect.poll(() => statusOf(redirected)).toBe('failing');
  expect(store.answered.slice(before).map(({ authorization }) => authorization)).toContain(undefined);
});

test('an address is shown without what signs it', async () => {
  const store = await fileStore();
  store.put(releaseNamed('first'));
  const one = following(new URL(`${store.address}?X-Amz-Signature=secret`));
  await expect.poll(() => statusOf(one)).toBe('current');
  await store.die();
  await expect.poll(() => statusOf(one)).toBe('failing');
  const beside = readFileSync(`${one.file}.followed.json`, 'utf8');
  expect(JSON.stringify([one.log, one.follower.state(), beside])).not.toContain('secret');
});
