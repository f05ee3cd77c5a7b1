/** Caching over HTTP: what may be kept outside of the server, how long it holds, and what may never be kept. */

import { request } from 'node:http';
import { join } from 'node:path';
import { getIntrospectionQuery } from 'graphql';
import { describe, expect, test } from 'vitest';
import { createStore } from '../../../db/kit/store.ts';
import { coverage } from '../../../db/tables/index.ts';
import { add, addService, ids } from '../../kit/synthetic.ts';
import { serveGraph } from '../kit/exporting.ts';
import { get, putRelease, serve, temporaryFolder } from '../kit/fixture.ts';
import { timesSpun } from '../kit/fixture-graph.ts';

const spin = { query: 'query Spin { spin(ms: 0, cost: 1) release }' };

/** Remembering is switched off: what is not executed here is not executed for its tag alone. */
const forgetful = { repeatBytes: 0 };

const tagIn = ({ headers }: { headers: Headers }) => headers.get('etag') ?? '';

describe('a query asked with GET', () => {
  test('may be kept by anyone who asks before each use whether it still holds', async () => {
    const { url } = await serve(forgetful);
    const { headers } = await get(url, spin);
    expect(headers.get('etag')).toMatch(/^"[\w-]{43}"$/);
    expect(headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    expect(headers.get('vary')).toBe('Accept, Accept-Encoding, as-of-date-of-service, as-of-known-at');
  });

  test.each([0, 1_000_000])(
    'is not executed again for a client that holds the answer (%i bytes remembered)',
    async (repeatBytes) => {
      const { url } = await serve({ repeatBytes });
      const first = await get(url, spin);
      const before = timesSpun();
      const again = await get(url, spin, { 'if-none-match': tagIn(first) });
      expect(again.status).toBe(304);
      expect(again.text).toBe('');
      for (const name of ['etag', 'cache-control', 'vary', 'x-release']) {
        expect([name, again.headers.get(name)]).toEqual([name, first.headers.get(name)]);
      }
      expect(timesSpun()).toBe(before);
    },
  );

  test.each(['W/TAG', '"other", TAG', 'TAG, "other"'])('is held by %s', async (form) => {
    const { url } = await serve(forgetful);
    const tag = tagIn(await get(url, spin));
    const again = await get(url, spin, { 'if-none-match': form.replace('TAG', tag) });
    expect(again.status).toBe(304);
  });

  test.each(['*', '""', '"', 'TAG without quotes', '"xTAG"'])('is not held by %s', async (form) => {
    const { url } = await serve(forgetful);
    const tag = tagIn(await get(url, spin)).replaceAll('"', '');
    const again = await get(url, spin, { 'if-none-match': form.replace('TAG', tag) });
    expect(again.status).toBe(200);
    expect(again.text).toContain('"spun"');
  });

  test('has another tag for another document, other variables, another operation and other names', async () => {
    const { url } = await serve(forgetful);
    const document = 'query A($n: String) { thing(name: $n) { name } } query B { release }';
    const asked = [
      { query: '{ release }' },
      { query: '{ other: release }' },
      { query: document, operationName: 'A' },
      { query: document, operationName: 'B' },
      { query: document, operationName: 'A', variables: '{"n":"1"}' },
      { query: document, operationName: 'A', variables: '{"n":"2"}' },
    ];
    const tags = await Promise.all(asked.map(async (parameters) => tagIn(await get(url, parameters))));
    expect(tags).not.toContain('');
    expect(new Set(tags).size).toBe(asked.length);
  });

  test('has another tag in each form and coding, and a client that cannot read one does not hold it', async () => {
    const { url } = await serve(forgetful);
    const long = { query: getIntrospectionQuery() };
    const tags = new Map<string, string>();
    for (const coding of ['identity', 'gzip', 'br']) {
      const answer = await get(url, long, { 'accept-encoding': coding });
      expect(answer.headers.get('content-encoding') ?? 'identity').toBe(coding);
      tags.set(coding, tagIn(answer));
    }
    tags.set(
      'json',
      tagIn(await get(url, long, { 'accept-encoding': 'identity', accept: 'application/json' })),
    );
    expect(new Set(tags.values()).size).toBe(4);
    const ask = async (coding: string, tag: string) =>
      (await get(url, long, { 'accept-encoding': coding, 'if-none-match': tags.get(tag) ?? '' })).status;
    expect(await ask('br', 'br')).toBe(304);
    expect(await ask('gzip', 'gzip')).toBe(304);
    expect(await ask('identity', 'identity')).toBe(304);
    expect(await ask('identity', 'br')).toBe(200);
    expect(await ask('br', 'gzip')).toBe(200);
    expect(await ask('identity', 'json')).toBe(200);
  });

  test('is confirmed to a page of a listed origin, and varies by it', async () => {
    const origin = 'https://app.example';
    const { url } = await serve({ allowedOrigins: new Set([origin]) });
    const first = await get(url, spin, { origin });
    expect(first.headers.get('vary')).toMatch(/, Origin$/);
    const again = await get(url, spin, { origin, 'if-none-match': tagIn(first) });
    expect(again.status).toBe(304);
    expect(again.headers.get('access-control-allow-origin')).toBe(origin);
    const evil = await get(url, spin, { origin: 'https://evil.example', 'if-none-match': tagIn(first) });
    expect(evil.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('an answer does not outlive', () => {
  test.each([forgetful, { repeatBytes: 1_000_000 }])('its release (%o)', async (memory) => {
    const { url, file, releases } = await serve(memory);
    const first = await get(url, spin);
    expect((await get(url, spin, { 'if-none-match': tagIn(first) })).status).toBe(304);
    putRelease(file, 'second');
    await releases.check();
    const second = await get(url, spin, { 'if-none-match': tagIn(first) });
    expect(second.status).toBe(200);
    expect(second.text).toContain('"second"');
    expect(tagIn(second)).not.toBe(tagIn(first));
    // And back again: what the first release said holds once more.
    putRelease(file, 'first');
    await releases.check();
    expect((await get(url, spin, { 'if-none-match': tagIn(second) })).text).toContain('"first"');
    expect((await get(url, spin, { 'if-none-match': tagIn(first) })).status).toBe(304);
  });

  test('a build of the same data: its feed and its files are others', async () => {
    const { url, file, releases } = await serve();
    const first = await get(url, spin);
    putRelease(file, 'first', { builtAt: '2026-01-02T00:00:00Z' });
    await releases.check();
    expect((await get(url, spin, { 'if-none-match': tagIn(first) })).status).toBe(200);
  });

  test.each([forgetful, { repeatBytes: 1_000_000 }])('its day (%o)', async (memory) => {
    const query =
      '{ coverageMatrix(input: { codes: [{ code: "77090" }], payers: ["Payer:aetna"] }) { asOf { dateOfService } } }';
    let now = new Date('2027-03-01T00:00:05Z');
    const { url, ask } = await serveGraph({ ...memory, clock: () => now });
    const first = await get(url, { query });
    expect(first.text).toContain('"2027-03-01"');
    const posted = await ask(query);
    now = new Date('2027-03-01T23:59:59Z');
    expect((await get(url, { query })).text).toBe(first.text);
    expect((await ask(query)).body).toEqual(posted.body);
    expect((await get(url, { query }, { 'if-none-match': tagIn(first) })).status).toBe(304);
    now = new Date('2027-03-02T00:00:00Z');
    const next = await get(url, { query }, { 'if-none-match': tagIn(first) });
    expect(next.status).toBe(200);
    expect(next.text).toContain('"2027-03-02"');
    expect(JSON.stringify((await ask(query)).body)).toContain('"2027-03-02"');
  });

  test('the moment at which something recorded ahead begins or ceases to be known', async () => {
    const asked = { query: '{ statements(first: 5) { totalCount } }' };
    const database = makeAhead('2026-01-01T12:00:00Z', '2026-01-01T13:00:00Z');
    let now = new Date('2026-01-01T10:00:00Z');
    const { url } = await serveGraph({ database, clock: () => now });
    const before = await get(url, asked);
    expect(before.text).toContain('{"totalCount":0}');
    now = new Date('2026-01-01T11:59:59Z');
    expect((await get(url, asked, { 'if-none-match': tagIn(before) })).status).toBe(304);
    now = new Date('2026-01-01T12:00:00Z');
    const known = await get(url, asked, { 'if-none-match': tagIn(before) });
    expect(known.text).toContain('{"totalCount":1}');
    now = new Date('2026-01-01T13:00:00Z');
    const after = await get(url, asked, { 'if-none-match': tagIn(known) });
    expect(after.text).toContain('{"totalCount":0}');
  });

  test('the as-of headers that it was asked with', async () => {
    const query =
      '{ coverageMatrix(input: { codes: [{ code: "77090" }], payers: ["Payer:aetna"] }) { asOf { dateOfService knownAt } } }';
    const { url } = await serveGraph();
    const today = await get(url, { query });
    const headers = { 'if-none-match': tagIn(today) };
    const then = await get(url, { query }, { ...headers, 'as-of-date-of-service': '2025-10-15' });
    expect(then.text).toContain('"2025-10-15"');
    const known = await get(url, { query }, { ...headers, 'as-of-known-at': '2026-11-24T09:00:00Z' });
    expect(known.text).toContain('"2026-11-24T09:00:00Z"');
    const tags = [today, then, known].map(tagIn);
    expect(new Set(tags).size).toBe(3);
    expect((await get(url, { query }, headers)).status).toBe(304);
  });
});

describe('never kept', () => {
  const cases: readonly [what: string, parameters: Record<string, string>, status: number][] = [
    ['a document that is not GraphQL', { query: '{ release' }, 400],
    ['a document of another graph', { query: '{ realease }' }, 400],
    ['nothing', {}, 400],
    ['an error in a field', { query: '{ refuses release }' }, 200],
    ['an error that is masked', { query: '{ fails }' }, 200],
    ['no data at all', { query: '{ required }' }, 200],
    ['what costs too much', { query: '{ spin(ms: 0, cost: 60000) }' }, 400],
    ['a mutation', { query: 'mutation { touch }' }, 405],
    ['an unknown hash', { documentId: 'a'.repeat(64) }, 404],
  ];
  test.each(cases)('is the answer to %s', async (_what, parameters, status) => {
    const { url } = await serve();
    for (const held of ['', '"made-up"', '*']) {
      const answer = await get(url, parameters, { 'if-none-match': held });
      expect(answer.status).toBe(status);
      expect(answer.text).toContain('"errors"');
      expect(answer.headers.get('etag')).toBeNull();
      expect(answer.headers.get('cache-control')).toBe('no-store');
    }
  });

  test('is an answer to a POST, whatever it holds', async () => {
    const { ask } = await serve();
    const answer = await ask(spin.query, undefined, { 'if-none-match': '*' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('etag')).toBeNull();
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test('is an event of a stream', async () => {
    const { url } = await serve();
    const stream = await get(url, { query: '{ release }' }, { accept: 'text/event-stream' });
    expect(stream.headers.get('etag')).toBeNull();
    expect(stream.headers.get('cache-control')).not.toContain('public');
    expect(stream.text).toContain('"first"');
  });
});

test('a tag that holds on one server brings nothing that another refuses', async () => {
  const open = await serve(forgetful);
  const tag = tagIn(await get(open.url, spin));
  const closed = await serve({ ...forgetful, persistedOnly: true, releases: open.releases });
  const refused = await get(closed.url, spin, { 'if-none-match': tag });
  expect(refused.status).toBe(403);
  expect(refused.text).toContain('OPERATION_NOT_PUBLISHED');
});

test('a 304 has neither a body nor a length', async () => {
  const { url } = await serve();
  const tag = tagIn(await get(url, spin));
  const headers = { accept: 'application/graphql-response+json', 'if-none-match': tag };
  const { promise, resolve, reject } = Promise.withResolvers<[number | undefined, string | undefined]>();
  const sent = request(`${url}?${new URLSearchParams(spin)}`, { headers }, (response) => {
    response.resume();
    resolve([response.statusCode, response.headers['content-length']]);
  });
  sent.on('error', reject).end();
  expect(await promise).toEqual([304, undefined]);
});

/** A synthetic release that holds one statement, between two moments after it was built. */
function makeAhead(recordedFrom: string, recordedTo: string): string {
  const file = join(temporaryFolder(), 'ahead.sqlite');
  putRelease(file, 'ahead');
  const store = createStore(file);
  addService(store);
  const { component: componentId, code: codeId, payer: payerId } = ids;
  const id = 'CoverageStatement:synthetic';
  add(store, coverage, { id, componentId, codeId, payerId, covered: 'COVERED', recordedFrom, recordedTo });
  store.close();
  return file;
}
