/** Limits on a client: who counts as one, how many connections it may have, and how many requests it may send. */

import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { LogEntry } from '../../../src/kit/log.ts';
import { clientAt, clientOf, isLoopback, readTrust } from '../../../src/limits/client-address.ts';
import { limitConnections } from '../../../src/limits/clients.ts';
import { createRateLimit } from '../../../src/limits/rate.ts';
import { get, serve } from '../kit/fixture.ts';

const peer = '10.0.0.9';

describe('a client', () => {
  test.each([
    ['nobody is trusted', '', '198.51.100.7', peer],
    ['the proxy is trusted by its address', '10.0.0.9', '198.51.100.7', '198.51.100.7'],
    ['or by its network', '10.0.0.0/8', '198.51.100.7', '198.51.100.7'],
    ['or by the name of its network', 'loopback, uniquelocal', '198.51.100.7', '198.51.100.7'],
    ['another one is trusted', '10.1.0.0/16', '198.51.100.7', peer],
    ['what the client wrote itself does not count', '10.0.0.9', '192.0.2.1, 198.51.100.7', '198.51.100.7'],
    ['two proxies in a row', '2', '192.0.2.1, 198.51.100.7, 10.0.0.8', '198.51.100.7'],
    ['one proxy where there are two', '1', '198.51.100.7, 10.0.0.8', '10.0.0.8'],
    ['a trusted proxy that names nobody', '10.0.0.9', undefined, peer],
    ['what is no address', '10.0.0.9', 'unknown', peer],
    ['a neighbour in one network of IPv6', '1', '2001:db8:1:2:aaaa::1', '2001:db8:1:2::/64'],
  ])('%s', (_, setting, forwarded, client) => {
    const request = { socket: { remoteAddress: peer }, headers: { 'x-forwarded-for': forwarded } };
    expect(clientOf(request as unknown as IncomingMessage, readTrust(setting) ?? (() => false))).toBe(client);
  });

  test.each(['0', '33', 'proxy.example', '10.0.0.0/33', '10.0.0.1;10.0.0.2'])(
    '%s names no proxies',
    (setting) => expect(readTrust(setting)).toBeUndefined(),
  );

  test('is the same by whichever family of addresses it comes', () => {
    expect(clientAt('::ffff:198.51.100.7')).toBe('198.51.100.7');
    expect(['127.0.0.1', '127.1.2.3', '::1', '::ffff:127.0.0.1'].map(isLoopback)).not.toContain(false);
    expect(['198.51.100.7', '', 'unknown'].map(isLoopback)).not.toContain(true);
  });
});

describe('connections', () => {
  /** A server to which every connection seems to come from an address. */
  async function serverFor(address: string, connections: number, trust = '') {
    const server = createServer((_, response) => response.end('here'));
    const log: LogEntry[] = [];
    const limits = { connections, trust: readTrust(trust) ?? (() => false) };
    limitConnections(server, limits, (entry) => log.push(entry));
    server.prependListener('connection', (socket) =>
      Object.defineProperty(socket, 'remoteAddress', { value: address }),
    );
    await once(server.listen(0, '127.0.0.1'), 'listening');
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const { port } = server.address() as AddressInfo;
    return { port, log };
  }

  async function answered(socket: Socket): Promise<boolean> {
    socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    const { promise, resolve } = Promise.withResolvers<boolean>();
    socket.once('data', () => resolve(true)).once('close', () => resolve(false));
    return promise;
  }

  async function open(port: number, count: number) {
    const sockets = Array.from({ length: count }, () => connect(port, '127.0.0.1').on('error', () => {}));
    const results = await Promise.all(sockets.map(answered));
    return { sockets, open: results.filter(Boolean).length };
  }

  test('beyond the limit of an address are closed, said once, and come back with those that end', async () => {
    const { port, log } = await serverFor('198.51.100.7', 3);
    const { sockets, open: first } = await open(port, 5);
    expect(first).toBe(3);
    expect(log).toEqual([
      { level: 'warn', event: 'too many connections', client: '198.51.100.7', connections: 3 },
    ]);
    for (const socket of sockets) socket.destroy();
    await expect.poll(async () => (await open(port, 1)).open).toBe(1);
  });

  test.each([
    ['this machine', '127.0.0.1', ''],
    ['a trusted proxy', peer, '10.0.0.0/8'],
  ])('of %s are not counted', async (_, address, trust) => {
    const { port } = await serverFor(address, 1, trust);
    expect((await open(port, 5)).open).toBe(5);
  });
});

describe('requests', () => {
  const question = { query: '{ __typename }' };
  const as = (address: string) => ({ 'x-forwarded-for': address, origin: 'https://app.example' });

  async function limited() {
    const rate = createRateLimit({ requests: 2, ms: 60_000 }, () => 0);
    const trust = readTrust('loopback') ?? (() => false);
    return serve({
      allowedOrigins: new Set(['https://app.example']),
      clients: { connections: 100, trust, rate },
    });
  }

  test('beyond the rate are refused, with when to come again, and only for that client', async () => {
    const { url } = await limited();
    for (let i = 0; i < 2; i += 1) expect((await get(url, question, as('198.51.100.7'))).status).toBe(200);
    const refused = await get(url, question, as('198.51.100.7'));
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBe(30);
    expect(refused.headers.get('access-control-allow-origin')).toBe('https://app.example');
    expect(JSON.parse(refused.text)).toEqual({
      errors: [
        {
          message: 'A client may send 2 requests at once and in 60 s. Try again in 30 s.',
          extensions: { code: 'TOO_MANY_REQUESTS' },
        },
      ],
    });
    expect((await get(url, question, as('198.51.100.8'))).status).toBe(200);
  });

  test('are refused before their body is read', async () => {
    const { url } = await limited();
    const post = async (body: string) => fetch(url, { method: 'POST', headers: as('198.51.100.7'), body });
    for (let i = 0; i < 2; i += 1) await post('{');
    expect((await post('{')).status).toBe(429);
  });

  test('about health, and what browsers ask beforehand, are not counted', async () => {
    const { url, origin } = await limited();
    for (let i = 0; i < 3; i += 1) {
      expect((await fetch(`${origin}/readyz`, { headers: as('198.51.100.7') })).status).toBe(200);
      expect((await fetch(url, { method: 'OPTIONS', headers: as('198.51.100.7') })).status).toBe(204);
    }
    expect((await get(url, question, as('198.51.100.7'))).status).toBe(200);
  });
});
