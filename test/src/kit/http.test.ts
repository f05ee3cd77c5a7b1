/** HTTP: which requests are answered, what headers answers carry, and what every other path says. */

import { connect } from 'node:net';
import { getIntrospectionQuery } from 'graphql';
import { serverAudits } from 'graphql-http';
import { expect, test } from 'vitest';
import { ask, codes, serve } from './fixture.ts';

test('passes the audits of GraphQL over HTTP, every limit on', async () => {
  const { url } = await serve();
  const failed: string[] = [];
  for (const audit of serverAudits({ url, fetchFn: fetch })) {
    const result = await audit.fn();
    if (result.status !== 'ok') failed.push(`${result.name}: ${result.reason}`);
  }
  expect(failed).toEqual([]);
}, 30_000);

test.each([
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain',
  'application/graphql',
])('a POST of %s is refused, for a browser sends some of them unasked', async (type) => {
  const { url } = await serve();
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': type },
    body: 'query=%7Brelease%7D',
  });
  expect(response.status).toBe(415);
  expect(await response.json()).toMatchObject({
    errors: [{ extensions: { code: 'UNSUPPORTED_MEDIA_TYPE' } }],
  });
});

test('a POST without a content type is refused', async () => {
  const { url } = await serve();
  const response = await fetch(url, { method: 'POST', body: new Uint8Array([123, 125]) });
  expect(response.status).toBe(415);
});

test('several operations in one body are refused', async () => {
  const { url } = await serve();
  const answer = await ask(url, [{ query: '{ release }' }, { query: '{ release }' }]);
  expect(answer.status).toBe(400);
  expect(answer.body.data).toBeUndefined();
});

test.each(['https://evil.example', 'null'])('%s is not told that it may read answers', async (origin) => {
  const { url } = await serve({ allowedOrigins: new Set(['https://app.example', 'https://other.example']) });
  for (const method of ['OPTIONS', 'POST']) {
    const response = await fetch(url, {
      method,
      headers: { origin, 'content-type': 'application/json', 'access-control-request-method': 'POST' },
      ...(method === 'POST' && { body: '{"query":"{ release }"}' }),
    });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
  }
});

test('a listed origin may read answers, without credentials', async () => {
  const origin = 'https://app.example';
  const { ask: post, url } = await serve({ allowedOrigins: new Set([origin]) });
  const answer = await post('{ release }', undefined, { origin });
  expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
  expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
  const preflight = await fetch(url, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-headers')).toBe('content-type');
  expect(preflight.headers.get('vary')).toContain('Origin');
  expect(answer.headers.get('vary')).toContain('Origin');
  expect(answer.headers.get('access-control-expose-headers')).toContain('x-release');
});

test('without a list no origin may read answers', async () => {
  const { ask: post } = await serve();
  const answer = await post('{ release }', undefined, { origin: 'https://app.example' });
  expect(answer.headers.get('access-control-allow-origin')).toBeNull();
});

test('/healthz and /readyz answer at exactly these paths', async () => {
  const { origin } = await serve();
  expect((await fetch(`${origin}/healthz`)).status).toBe(200);
  const ready = await fetch(`${origin}/readyz`);
  expect(ready.status).toBe(200);
  expect(await ready.json()).toMatchObject({ status: 'ready', release: 'first' });
  for (const path of [
    '/health',
    '/x/healthz',
    '/healthz/',
    '/HEALTHZ',
    '/x/readyz',
    '/graphql/x',
    '/favicon.ico',
  ]) {
    const response = await fetch(origin + path);
    expect([path, response.status]).toEqual([path, 404]);
    expect(await response.text()).toContain('/graphql');
  }
});

test.each(['/graphql?x=/health', '/graphql?x=/healthz', '/graphql?x=/readyz'])(
  '%s is a request to the graph, not for health',
  async (path) => {
    const { origin } = await serve();
    const response = await fetch(origin + path, { headers: { accept: 'application/graphql-response+json' } });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('query');
  },
);

test('without a release the server lives, is not ready, and says so to those who ask', async () => {
  const { origin, ask: post } = await serve({ withoutRelease: true });
  expect((await fetch(`${origin}/healthz`)).status).toBe(200);
  expect((await fetch(`${origin}/readyz`)).status).toBe(503);
  const answer = await post('{ release }');
  expect(answer.status).toBe(503);
  expect(answer.headers.get('retry-after')).toBe('5');
  expect(codes(answer)).toEqual(['NO_RELEASE']);
});

test('a request id that fits a log is kept, any other is replaced', async () => {
  const { ask: post, log } = await serve();
  const kept = await post('{ release }', undefined, { 'x-request-id': 'gateway_7-b' });
  expect(kept.headers.get('x-request-id')).toBe('gateway_7-b');
  for (const id of ['x'.repeat(65), 'a b', '{"level":"error"}']) {
    const replaced = await post('{ release }', undefined, { 'x-request-id': id });
    expect(replaced.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  }
  await expect.poll(() => log.filter((entry) => entry.event === 'request').length).toBe(4);
  expect(log.find((entry) => entry.event === 'request')?.requestId).toBe('gateway_7-b');
});

test('a request is logged by its name and hash, never by its variables', async () => {
  const { ask: post, log, url } = await serve();
  const document = 'query Who($name: String) { thing(name: $name) { name } }';
  await post(document, { name: 'Jane Doe' });
  await fetch(
    `${url}?query=${encodeURIComponent(document)}&variables=${encodeURIComponent('{"name":"Jane Doe"}')}`,
  );
  const requests = () => log.filter((entry) => entry.event === 'request');
  await expect.poll(() => requests().length).toBe(2);
  for (const entry of requests()) {
    expect(entry).toMatchObject({ level: 'info', status: 200, release: 'first', operation: 'Who', cost: 2 });
    expect(entry.document).toMatch(/^[0-9a-f]{16}$/);
    expect(entry.ms).toBeGreaterThan(0);
  }
  expect(JSON.stringify(log)).not.toContain('Jane');
});

test('answers name the release they come from', async () => {
  const { ask: post } = await serve();
  expect((await post('{ release }')).headers.get('x-release')).toBe('first');
});

test('a long answer is packed for those who can unpack it', async () => {
  const { url } = await serve();
  const post = (encoding: string) =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-encoding': encoding },
      body: JSON.stringify({ query: getIntrospectionQuery() }),
    });
  const plain = await post('identity');
  expect(plain.headers.get('content-encoding')).toBeNull();
  expect(plain.headers.get('vary')).toContain('Accept-Encoding');
  const answer: unknown = await plain.json();
  for (const encoding of ['gzip', 'br']) {
    const packed = await post(`${encoding}, deflate`);
    expect(packed.headers.get('content-encoding')).toBe(encoding);
    expect(await packed.json()).toEqual(answer);
  }
  expect((await post('gzip;q=0, br;q=0.0')).headers.get('content-encoding')).toBeNull();
});

test.each(['[', 'a b', '%%', 'x:99999', '"><script>'])(
  'the Host %s is refused without a word of our insides',
  async (host) => {
    const { url } = await serve();
    const body = '{"query":"{ release }"}';
    const head = `POST /graphql HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nConnection: close`;
    const answer = await sendRaw(url, `${head}\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).not.toContain('node_modules');
  },
);

test.each([
  ['GET', '?query={release}&variables={'],
  ['GET', '?query={release}&extensions=['],
  ['POST', ''],
])('a %s with JSON that is none is told so, and not what it sent', async (method, search) => {
  const { url, log } = await serve();
  const headers = { accept: 'application/graphql-response+json', 'content-type': 'application/json' };
  const response = await fetch(url + search, {
    method,
    headers,
    ...(method === 'POST' && { body: '{"secret"' }),
  });
  const text = await response.text();
  expect(response.status).toBe(400);
  expect(text).toContain('BAD_REQUEST');
  expect(text).toContain('is not valid JSON.');
  expect(text).not.toMatch(/secret|SyntaxError/);
  expect(log.filter((entry) => entry.level === 'error')).toEqual([]);
});

test.each(['{ release ... @defer { thing { name } } }', '{ thing { tags @stream(initialCount: 1) } }'])(
  'an answer comes whole: %s is refused',
  async (query) => {
    const { ask: post } = await serve();
    const answer = await post(query, undefined, {
      accept: 'multipart/mixed, application/graphql-response+json',
    });
    expect(codes(answer)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(answer.body.errors?.[0]?.message).toMatch(/Unknown directive "@(?:defer|stream)"/);
  },
);

test('a client that goes away in the middle of its body is no error of ours', async () => {
  const { url, log } = await serve();
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.write(
    'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"query":',
  );
  await expect.poll(() => log.some(({ event }) => event === 'release opened')).toBe(true);
  // An answer to a later request shows that the first has arrived.
  await ask(url, { query: '{ release }' });
  socket.destroy();
  await expect.poll(() => log.filter(({ event }) => event === 'request').length).toBe(2);
  expect(log.filter(({ level }) => level === 'error')).toEqual([]);
  expect(log.at(-1)).toMatchObject({ abandoned: true });
});

test('a connection that sends half a request is cut off', async () => {
  const { url } = await serve();
  // It ends when the server closes the connection; left alone Node would keep it for a minute.
  expect(await sendRaw(url, 'POST /graphql HTTP/1.1\r\nHost: x\r\n')).toContain(' 408 ');
});

/** Writes bytes to the server and reads until it closes the connection. */
async function sendRaw(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', () => resolve(answer));
  });
}
