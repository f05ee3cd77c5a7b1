/** Automatic persisted queries: a client registers a document by sending it once with its hash. */

import { describe, expect, test } from 'vitest';
import { sha256 } from '../../../src/graphql/manifest.ts';
import { limits } from '../../../src/limits/limits.ts';
import { ask, codes, get, putRelease, serve } from '../kit/fixture.ts';

const document = 'query Release { release }';

const hashed = (sha256Hash: string) => ({ persistedQuery: { version: 1, sha256Hash } });
const byHash = (of: string) => ({ extensions: hashed(sha256(of)) });
const registering = (of: string) => ({ query: of, ...byHash(of) });
const inAddress = ({ query, extensions }: { query?: string; extensions: object }) => ({
  ...(query && { query }),
  extensions: JSON.stringify(extensions),
});

const answer = { data: { release: 'first' } };

test('an unknown hash is told with 200 and in the words that clients look for, and is never kept', async () => {
  const { url, log } = await serve();
  for (const accept of ['application/json', 'application/graphql-response+json']) {
    const posted = await ask(url, byHash(document), { accept });
    expect(posted.status).toBe(200);
    expect(posted.body).toEqual({
      errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
    });
    const got = await get(url, inAddress(byHash(document)), { accept });
    expect([got.status, JSON.parse(got.text)]).toEqual([200, posted.body]);
    expect(got.headers.get('cache-control')).toBe('no-store');
  }
  expect(log.filter(({ level }) => level === 'error')).toEqual([]);
});

test.each(['POST', 'GET'])(
  'a document sent by %s with its hash is known by the hash, both ways',
  async (method) => {
    const { url } = await serve();
    const send = async (body: { query?: string; extensions: object }): Promise<unknown> =>
      method === 'POST' ? (await ask(url, body)).body : JSON.parse((await get(url, inAddress(body))).text);
    expect(await send(registering(document))).toEqual(answer);
    expect((await ask(url, byHash(document))).body).toEqual(answer);
    const got = await get(url, inAddress(byHash(document)));
    expect(JSON.parse(got.text)).toEqual(answer);
    expect(got.headers.get('etag')).not.toBeNull();
  },
);

test('a document asked before without its hash is not known by it', async () => {
  const { url } = await serve();
  await ask(url, { query: document });
  expect(codes(await ask(url, byHash(document)))).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
});

test.each(['POST', 'GET'])(
  'the hash of another document, sent by %s, is refused and registers nothing',
  async (method) => {
    const { url } = await serve();
    const other = 'query Other { thing { name } }';
    await ask(url, registering(other));
    for (const wrong of [sha256(other), sha256('{ nothing }'), sha256(`${document} `)]) {
      const body = { query: document, extensions: hashed(wrong) };
      const refused =
        method === 'POST'
          ? JSON.stringify((await ask(url, body)).body)
          : (await get(url, inAddress(body))).text;
      expect(refused).toContain('PERSISTED_QUERY_MISMATCH');
      expect(refused).toContain(sha256(document));
      expect(refused).not.toContain('"data"');
    }
    expect((await ask(url, byHash(other))).body).toEqual({ data: { thing: { name: 'thing' } } });
    expect(codes(await ask(url, byHash(document)))).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
    expect(codes(await ask(url, { extensions: hashed(sha256('{ nothing }')) }))).toEqual([
      'PERSISTED_QUERY_NOT_FOUND',
    ]);
  },
);

test('names of what every object has are hashes of nothing', async () => {
  const { url } = await serve();
  for (const name of ['__proto__', 'constructor', 'toString'])
    expect(codes(await ask(url, { documentId: name }))).toEqual(['BAD_REQUEST']);
});

test.each([
  ['does not parse', '{ release'],
  ['is not of this graph', '{ realease }'],
  ['is too long', `{ release } #${'x'.repeat(limits.documentCharacters)}`],
  ['nests too deeply', `{ thing ${'{ parent '.repeat(30)} { name } ${'}'.repeat(30)} }`],
])('a document that %s is not registered', async (_why, bad) => {
  const { url } = await serve();
  expect((await ask(url, registering(bad))).body.errors).toHaveLength(1);
  expect(codes(await ask(url, byHash(bad)))).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
});

describe('what is registered is bounded', () => {
  test('by count: of thousands the first are forgotten, the newest and those in use are known', async () => {
    const { url } = await serve();
    const documents = Array.from(
      { length: limits.registeredOperations + 200 },
      (_, n) => `{ n${n}: release }`,
    );
    await ask(url, registering(document));
    const batch = 20;
    for (let from = 0; from < documents.length; from += batch) {
      await Promise.all(documents.slice(from, from + batch).map((one) => ask(url, registering(one))));
      // Each time with another variable, so that no remembered answer hides what is known.
      expect((await ask(url, { ...byHash(document), variables: { from } })).body).toEqual(answer);
    }
    expect(codes(await ask(url, byHash(documents[0] ?? '')))).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
    expect(codes(await ask(url, byHash(documents.at(-1) ?? '')))).toEqual([]);
  }, 60_000);

  test('by bytes: long documents push out others sooner', async () => {
    const { url } = await serve();
    const long = (n: number) => `{ n${n}: release } #${'x'.repeat(limits.documentCharacters - 40)}`;
    const fit = Math.floor(limits.registeredBytes / Buffer.byteLength(long(100)));
    expect(fit).toBeLessThan(limits.registeredOperations / 2);
    for (let n = 100; n < 100 + fit + 1; n++) await ask(url, registering(long(n)));
    expect(codes(await ask(url, byHash(long(100))))).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
    expect(codes(await ask(url, byHash(long(100 + fit))))).toEqual([]);
  }, 60_000);

  test('and registering again after being forgotten works, though the answer was remembered', async () => {
    const { url } = await serve({ repeatBytes: 64 * 1024 * 1024 });
    await ask(url, registering(document));
    for (let n = 0; n < limits.registeredOperations; n++) await ask(url, registering(`{ n${n}: release }`));
    const fresh = { variables: { again: 1 } };
    expect(codes(await ask(url, { ...byHash(document), ...fresh }))).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
    await ask(url, registering(document));
    expect((await ask(url, { ...byHash(document), ...fresh })).body).toEqual(answer);
  }, 60_000);
});

test('an operation outlives the release that it was registered under', async () => {
  const { url, file, releases } = await serve();
  await ask(url, registering(document));
  putRelease(file, 'second');
  await releases.check();
  expect((await ask(url, byHash(document))).body).toEqual({ data: { release: 'second' } });
});
