/** The queue of exports: a part of one begins only when whoever came in the meantime was answered. */

import { type AddressInfo, connect, createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createQueue } from '../../../src/limits/queue.ts';

test('a part begins only when every connection that waits was taken', async () => {
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
