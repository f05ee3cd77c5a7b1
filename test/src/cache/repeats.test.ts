/** Repeats: who asks what was asked before gets the same bytes, only theirs, and only while the answer holds. */

import { describe, expect, test } from 'vitest';
import type { LogEntry } from '../../../src/kit/log.ts';
import type { MakeContext } from '../../../src/kit/request-context.ts';
import { serveGraph } from '../kit/exporting.ts';
import { type Answer, ask, codes, get, putRelease, type Served, serve } from '../kit/fixture.ts';
import { timesSpun } from '../kit/fixture-graph.ts';

const document = 'query Spin($ms: Int = 0) { spin(ms: $ms, cost: 1) release }';

/** How often the field was worked out for these requests, one after another. */
async function worked(...requests: readonly (() => Promise<unknown>)[]): Promise<number> {
  const before = timesSpun();
  for (const asked of requests) await asked();
  return timesSpun() - before;
}

test('the same body is worked out once, and answered with the same bytes', async () => {
  const { url } = await serve();
  const post = async () => {
    const body = JSON.stringify({ query: document });
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    return { text: await response.text(), headers: response.headers };
  };
  const before = timesSpun();
  const [first, again] = [await post(), await post()];
  expect(timesSpun()).toBe(before + 1);
  expect(again.text).toBe(first.text);
  expect(first.headers.get('x-request-id')).not.toBe(again.headers.get('x-request-id'));
  const headersOf = ({ headers }: { headers: Headers }) =>
    [...headers].filter(([name]) => name !== 'x-request-id' && name !== 'date');
  expect(headersOf(again)).toEqual(headersOf(first));
});

test('a repeat is logged like any other request, and as one', async () => {
  const { ask: post, log } = await serve();
  for (const id of ['one', 'two']) await post(document, { ms: 0 }, { 'x-request-id': id });
  const requests = () => log.filter((entry) => entry.event === 'request');
  await expect.poll(() => requests().length).toBe(2);
  const [first, again] = requests();
  expect(first?.repeated).toBeUndefined();
  const { operation, document: hash, cost, status } = first as LogEntry;
  expect(operation).toBe('Spin');
  expect(again).toMatchObject({ requestId: 'two', repeated: true, operation, document: hash, cost, status });
});

test('with no bytes to remember in, everything is worked out anew', async () => {
  const { ask: post } = await serve({ repeatBytes: 0 });
  expect(
    await worked(
      () => post(document),
      () => post(document),
    ),
  ).toBe(2);
});

describe('nothing that differs in what it asks is taken for a repeat', () => {
  test('by its variables, its operation, its aliases, its place in the body', async () => {
    const { url } = await serve();
    const two = 'query A($n: String = "1") { thing(name: $n) { name } } query B { release }';
    const bodies = [
      { query: two, operationName: 'A' },
      { query: two, operationName: 'B' },
      { query: two, operationName: 'A', variables: { n: '2' } },
      { query: '{ release }' },
      { query: '{ a: release }' },
      { query: '{ b: release }' },
      { query: '{ release a: release }' },
    ];
    const texts = async () =>
      Promise.all(bodies.map(async (body) => JSON.stringify((await ask(url, body)).body)));
    const first = await texts();
    expect(await texts()).toEqual(first);
    expect(first.slice(3)).toEqual([
      '{"data":{"release":"first"}}',
      '{"data":{"a":"first"}}',
      '{"data":{"b":"first"}}',
      '{"data":{"release":"first","a":"first"}}',
    ]);
  });

  test('by the header that decides its form', async () => {
    const { ask: post } = await serve();
    for (const accept of ['application/json', 'application/graphql-response+json', 'application/json']) {
      const { headers } = await post('{ release }', undefined, { accept });
      expect(headers.get('content-type')).toBe(`${accept}; charset=utf-8`);
    }
    expect((await post('{ release }', undefined, { accept: 'application/json' })).status).toBe(200);
    const { url } = await serve();
    expect((await get(url, { query: '{ release }' }, { accept: 'image/png' })).status).toBe(406);
  });

  test('by the as-of headers, however they are written', async () => {
    const served = await serveGraph();
    const query =
      '{ coverageMatrix(input: { codes: [{ code: "77090" }], payers: ["Payer:aetna"] }) { asOf { dateOfService } } }';
    const day = async (headers: Record<string, string>) => dayIn(await served.ask(query, undefined, headers));
    const today = await day({});
    for (let round = 0; round < 2; round++) {
      expect(await day({ 'as-of-date-of-service': '2022-06-01' })).toBe('2022-06-01');
      expect(await day({ 'As-Of-Date-Of-Service': '2025-10-15' })).toBe('2025-10-15');
      expect(await day({})).toBe(today);
      const malformed = await served.ask(query, undefined, {
        'as-of-date-of-service': '2022-06-01, 2025-10-15',
      });
      expect(codes(malformed)).toEqual(['BAD_USER_INPUT']);
    }
  });

  test('and the graph sees no other header', async () => {
    const seen: string[][] = [];
    const context: MakeContext = (held, headers) => {
      seen.push([...headers.keys()]);
      return { held };
    };
    const { ask: post } = await serve({ context });
    await post('{ release }', undefined, { 'as-of-known-at': '2026-01-01T00:00:00Z', 'x-tenant': 'one' });
    expect(seen).toEqual([['as-of-known-at']]);
  });

  test('and none gets into an answer that others are given', async () => {
    const { url } = await serve({ allowedOrigins: new Set(['https://app.example']) });
    const poison = {
      origin: 'https://evil.example',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'gopher',
      'x-original-url': '/graphql?query={required}',
      'x-http-method-override': 'DELETE',
      'x-request-id': 'poisoned',
      'content-type': 'application/json; charset=utf-16',
      'accept-language': 'poisoned',
      'if-none-match': '"poisoned"',
      'apollo-require-preflight': 'poisoned',
      cookie: 'poisoned=1',
      authorization: 'Bearer poisoned',
      range: 'bytes=0-1',
      'accept-encoding': 'br',
    };
    await ask(url, { query: document }, poison);
    await get(url, { query: document }, poison);
    const before = timesSpun();
    const clean = { origin: 'https://app.example', 'accept-encoding': 'br' };
    const answers = [await ask(url, { query: document }, clean), await get(url, { query: document }, clean)];
    expect(timesSpun()).toBe(before);
    for (const { status, headers } of answers) {
      expect(status).toBe(200);
      expect(JSON.stringify([...headers])).not.toMatch(/evil|poison|gopher/);
      expect(headers.get('access-control-allow-origin')).toBe('https://app.example');
    }
    expect(answers[0]?.headers.get('etag')).toBeNull();
  });
});

describe('what is not an answer is not remembered', () => {
  test.each(['{ fails spin(ms: 0, cost: 1) }', '{ refuses spin(ms: 0, cost: 1) }'])('%s', async (query) => {
    const { ask: post } = await serve();
    const once = await worked(() => post(query));
    expect(once).toBeGreaterThan(0);
    expect(await worked(() => post(query))).toBe(once);
    expect((await post(query)).body.errors).toHaveLength(1);
  });

  test('such as that the server is too busy', async () => {
    const { ask: post } = await serve();
    const heavy = 'query Dear($ms: Int!) { releaseAfter(ms: $ms, cost: 50000) }';
    const crowd = await Promise.all(Array.from({ length: 15 }, () => post(heavy, { ms: 500 })));
    expect(crowd.some((answer) => codes(answer).includes('BUSY'))).toBe(true);
    expect(codes(await post(heavy, { ms: 500 }))).toEqual([]);
  });
});

describe('when the release is swapped', () => {
  test('nobody is given what the last one said, not even out of an answer that was on its way', async () => {
    const { ask: post, file, releases } = await serve();
    const slow = 'query Slow { release releaseAfter(ms: 300) }';
    await post('{ release }');
    const onItsWay = post(slow);
    await post('{ other: release }'); // the slow one has arrived by now
    putRelease(file, 'second');
    await releases.check();
    expect((await post('{ release }')).body.data).toEqual({ release: 'second' });
    expect((await onItsWay).body.data).toMatchObject({ release: 'first' });
    expect((await post(slow)).body.data).toEqual({ release: 'second', releaseAfter: ['second', 'second'] });
    expect((await post(slow)).headers.get('x-release')).toBe('second');
  });

  test('what is remembered of the last one is dropped, and worked out anew when it comes back', async () => {
    const { ask: post, file, releases } = await serve();
    const swapTo = async (hash: string) => {
      putRelease(file, hash);
      await releases.check();
      return worked(
        () => post(document),
        () => post(document),
      );
    };
    await post(document);
    expect(await swapTo('second')).toBe(1);
    expect(await swapTo('first')).toBe(1);
  });

  test('under load every answer is of the release that it names', async () => {
    const { ask: post, url, file, releases } = await serve();
    const seen = new Set<unknown>();
    let mixed = 0;
    let changing = true;
    const client = async (method: string) => {
      let held: Record<string, string> = {};
      while (changing) {
        const { headers, data } = await asked(method, held);
        const named = headers.get('x-release');
        if (data && data !== named) mixed += 1;
        held = { 'if-none-match': headers.get('etag') ?? '' };
        seen.add(named);
      }
    };
    const asked = async (method: string, held: Record<string, string>) => {
      if (method === 'POST') {
        const { headers, body } = await post('{ release }');
        return { headers, data: body.data?.release };
      }
      const { headers, status, text } = await get(url, { query: '{ release }' }, held);
      const release = status === 304 ? undefined : (JSON.parse(text) as Answer['body']).data?.release;
      return { headers, data: release };
    };
    const clients = Array.from({ length: 8 }, (_, n) => client(n % 2 ? 'POST' : 'GET'));
    for (let n = 1; n <= 15; n++) {
      putRelease(file, `release-${n}`);
      await releases.check();
      await expect.poll(() => seen.has(`release-${n}`)).toBe(true);
    }
    changing = false;
    await Promise.all(clients);
    expect(mixed).toBe(0);
  }, 30_000);
});

describe('what is remembered is bounded', () => {
  const named = (name: string) => `{ ${name}: release ${'x'.repeat(50)}${name}: spin(ms: 0, cost: 1) }`;

  test('by bytes: the answers unused longest are forgotten first', async () => {
    const { ask: post } = await serve({ repeatBytes: 12_000 });
    expect(
      await worked(
        () => post(named('a')),
        () => post(named('a')),
      ),
    ).toBe(1);
    const flood = Array.from({ length: 30 }, (_, n) => () => post(named(`flood${n}`)));
    await worked(...flood);
    expect(await worked(() => post(named('flood29')))).toBe(0);
    expect(await worked(() => post(named('a')))).toBe(1);
  });

  test('and one answer never takes the place of many', async () => {
    const { ask: post } = await serve({ repeatBytes: 12_000 });
    const large = `{ spin(ms: 0, cost: 1) ${Array.from({ length: 60 }, (_, n) => `alias${n}: release`).join(' ')} }`;
    await post(named('a'));
    expect(
      await worked(
        () => post(large),
        () => post(large),
      ),
    ).toBe(2);
    expect(await worked(() => post(named('a')))).toBe(0);
  });
});

function dayIn({ body }: Awaited<ReturnType<Served['ask']>>): unknown {
  return (body.data as { coverageMatrix: { asOf: { dateOfService: string } } }).coverageMatrix.asOf
    .dateOfService;
}
