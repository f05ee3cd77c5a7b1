/** Turns: however many dear operations come at once, a cheap one is answered soon. */

import { type AddressInfo, connect, createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { limits } from '../../../src/limits/limits.ts';
import { createQueue } from '../../../src/limits/queue.ts';
import { crowd } from '../kit/crowd.ts';
import { codes, serve, timesSpun } from '../kit/fixture.ts';

const query = 'query Spin($ms: Int!, $cost: Int!) { spin(ms: $ms, cost: $cost) }';
const cheap = { query: '{ release }' };

test('a cheap operation does not wait for all the dear ones before it, and every one is answered', async () => {
  const { url } = await serve({ repeatBytes: 0 });
  const seen = await crowd({ url, dear: { query, variables: { ms: 100, cost: 20_000 } }, times: 20, cheap });
  expect(seen.dear.map((answer) => answer.status)).toEqual(Array.from({ length: 20 }, () => 200));
  expect(seen.cheap).toBeGreaterThan(10);
});

test('a dear operation begins only when every connection that waits was taken', async () => {
  let arrivals = 0;
  const turns = createQueue(() => arrivals);
  const seen = Promise.withResolvers<number>();
  const server = createServer(() => {
    arrivals += 1;
    void turns.run(
      1,
      () => true,
      () => seen.resolve(arrivals),
    );
  });
  const { promise: listening, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await listening;
  const { port } = server.address() as AddressInfo;
  const clients = Array.from({ length: 8 }, () => connect(port, '127.0.0.1'));
  onTestFinished(() => {
    for (const client of clients) client.destroy();
    server.close();
  });
  expect(await seen.promise).toBe(clients.length);
});

test('those that cannot wait any more are told to come back, with a status a proxy understands', async () => {
  const { url, ask } = await serve({ repeatBytes: 0 });
  const seen = await crowd({
    url,
    dear: { query, variables: { ms: 50, cost: limits.cost } },
    times: 60,
    cheap,
  });
  const sentAway = seen.dear.filter((answer) => answer.status === 503);
  expect(seen.dear.length - sentAway.length).toBeGreaterThanOrEqual(limits.waiting / limits.cost);
  expect(sentAway.length).toBeGreaterThan(20);
  for (const answer of sentAway) {
    expect(answer.text).toContain('"BUSY"');
    expect(answer.retryAfter).toBe('1');
  }
  expect(codes(await ask(query, { ms: 1, cost: limits.cost }))).toEqual([]);
});

test('one whose client has gone is not worked out', async () => {
  const { ask, url, log } = await serve();
  const before = timesSpun();
  const first = ask('{ releaseAfter(ms: 500, cost: 10000) }');
  const gone = new AbortController();
  const body = JSON.stringify({ query, variables: { ms: 1, cost: 10_000 } });
  const headers = { 'content-type': 'application/json' };
  const second = fetch(url, { method: 'POST', headers, body, signal: gone.signal });
  // An answer to a later request shows that the second waits in line by now.
  await ask('{ release }');
  gone.abort();
  await expect(second).rejects.toThrow();
  expect(codes(await first)).toEqual([]);
  expect(codes(await ask('{ releaseAfter(ms: 1, cost: 10000) }'))).toEqual([]);
  expect(log.filter((entry) => entry.abandoned)).toHaveLength(1);
  expect(timesSpun()).toBe(before);
});
