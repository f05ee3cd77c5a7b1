/** Published operations: asked by their hash alone, and in a server that answers nothing else no way past them. */

import { getIntrospectionQuery } from 'graphql';
import { describe, expect, test } from 'vitest';
import { schema } from '../../../schema/index.ts';
import { ownManifest, readOperations, sha256 } from '../../../src/graphql/manifest.ts';
import { isWhole } from '../../kit/published.ts';
import { serveGraph } from '../kit/exporting.ts';
import { ask, codes, get, serve } from '../kit/fixture.ts';
import { subscribe } from '../kit/sse.ts';

const published = 'query Named($name: String) { thing(name: $name) { name } }';
const hash = sha256(published);
const operations = new Map([[hash, published]]);
const persistedQuery = { version: 1, sha256Hash: hash };
const answer = { data: { thing: { name: 'thing' } } };

const ways: readonly [string, Record<string, unknown>][] = [
  ['extensions.persistedQuery', { extensions: { persistedQuery } }],
  ['documentId', { documentId: hash }],
  ['documentId with its algorithm', { documentId: `sha256:${hash}` }],
  ['id', { id: hash }],
];

/** The parameters as they stand in an address. */
const inAddress = (parameters: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  );

describe.each([false, true])('a published operation (only those: %s)', (persistedOnly) => {
  test.each(ways)('is asked by its hash alone as %s, with variables', async (_way, parameters) => {
    const { url, log } = await serve({ operations, persistedOnly });
    const posted = await ask(url, { ...parameters, variables: { name: 'x' } });
    expect([posted.status, posted.body]).toEqual([200, answer]);
    const got = await get(url, { ...inAddress(parameters), variables: '{"name":"x"}' });
    expect([got.status, JSON.parse(got.text)]).toEqual([200, answer]);
    expect(got.headers.get('etag')).not.toBeNull();
    await expect.poll(() => log.filter(({ event }) => event === 'request').length).toBe(2);
    expect(log.find(({ event }) => event === 'request')).toMatchObject({
      operation: 'Named',
      document: hash.slice(0, 16),
    });
  });

  test('is held to the same limits', async () => {
    const heavy =
      'query Dear($n: Int!) { things(first: $n) { nodes { things(first: $n) { nodes { tags parent { name } } } } } }';
    const { url } = await serve({ operations: new Map([[sha256(heavy), heavy]]), persistedOnly });
    const documentId = sha256(heavy);
    expect(codes(await ask(url, { documentId, variables: { n: 1 } }))).toEqual([]);
    expect(codes(await ask(url, { documentId, variables: { n: 100 } }))).toEqual(['TOO_COSTLY']);
    expect(codes(await ask(url, { documentId, variables: { n: 'x' } }))).toEqual(['BAD_USER_INPUT']);
    expect(codes(await ask(url, { documentId, operationName: 'Other', variables: { n: 1 } }))).toHaveLength(
      1,
    );
  });
});

test.each([
  ['a hash that is none', { documentId: 'hash' }],
  ['a hash of another length', { id: `${hash}0` }],
  ['a hash that is no text', { documentId: 7 }],
  ['an extension that is no object', { extensions: { persistedQuery: hash } }],
  ['another version', { extensions: { persistedQuery: { version: 2, sha256Hash: hash } } }],
  ['no hash in it', { extensions: { persistedQuery: { version: 1 } } }],
  ['a list of hashes', { extensions: { persistedQuery: { version: 1, sha256Hash: [hash] } } }],
  ['two that differ', { documentId: hash, id: 'f'.repeat(64) }],
])('%s is refused, saying what is expected', async (_what, body) => {
  const { url, log } = await serve({ operations });
  const refused = await ask(url, body);
  expect(refused.status).toBe(400);
  expect(codes(refused)).toEqual(['BAD_REQUEST']);
  expect(refused.body.errors?.[0]?.message).toMatch(/hexadecimal|differ/);
  expect(log.filter(({ level }) => level === 'error')).toEqual([]);
});

test('the published operations are listed for whoever wants to ask them', async () => {
  const { origin } = await serve({ operations, persistedOnly: true });
  const response = await fetch(`${origin}/operations.json`);
  expect(await response.json()).toEqual({
    format: 'apollo-persisted-query-manifest',
    version: 1,
    operations: [{ id: hash, name: 'Named', type: 'query', body: published }],
  });
});

describe('where only published operations are answered', () => {
  const only = { operations, persistedOnly: true };
  const other = '{ release }';

  const attempts: readonly [string, Record<string, unknown>][] = [
    ['a document', { query: other }],
    ['the very document that is published', { query: published }],
    ['a document with aliases', { query: `{ ${'a'.repeat(9)}: release }` }],
    ['introspection', { query: getIntrospectionQuery() }],
    ['__typename', { query: '{ __typename }' }],
    ['the federation document', { query: '{ _service { sdl } }' }],
    ['a document beside a published hash', { query: other, extensions: { persistedQuery } }],
    ['a document beside a published id', { query: other, documentId: hash }],
    [
      'the registration of another document',
      { query: other, extensions: { persistedQuery: { version: 1, sha256Hash: sha256(other) } } },
    ],
    ['an unknown hash', { documentId: sha256(other) }],
    [
      'an unknown hash in an extension',
      { extensions: { persistedQuery: { version: 1, sha256Hash: sha256(other) } } },
    ],
    ['a name of an operation alone', { operationName: 'Named' }],
    [
      'the name of another operation in the document',
      { query: `${published} query Other { release }`, operationName: 'Named' },
    ],
    ['nothing', {}],
    ['an empty document', { query: '' }],
    ['a document that is none', { query: { toString: other } }],
    ['a list in the place of a document', { query: [other] }],
  ];

  test.each(attempts)('%s is refused, naming the way out', async (_what, body) => {
    const { url } = await serve(only);
    const posted = await ask(url, body);
    expect(posted.status).toBe(403);
    expect(codes(posted)).toEqual(['OPERATION_NOT_PUBLISHED']);
    expect(posted.body.data).toBeUndefined();
    expect(posted.body.errors?.[0]?.message).toContain('/operations.json');
    const got = await get(url, inAddress(body));
    expect(got.status).toBe(403);
    expect(got.text).toContain('OPERATION_NOT_PUBLISHED');
    expect(got.headers.get('cache-control')).toBe('no-store');
  });

  test('several in one body are refused, published or not', async () => {
    const { url } = await serve(only);
    for (const body of [
      [{ documentId: hash }],
      [{ query: other }],
      [{ documentId: hash }, { query: other }],
      [],
    ]) {
      const refused = await ask(url, body);
      expect(refused.status).toBeGreaterThanOrEqual(400);
      expect(refused.body.data).toBeUndefined();
    }
  });

  test.each([
    ['application/x-www-form-urlencoded', `query=${encodeURIComponent(other)}`],
    ['application/graphql', other],
    ['text/plain', JSON.stringify({ query: other })],
    [
      'multipart/form-data; boundary=x',
      `--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n${JSON.stringify({ query: other })}\r\n--x--\r\n`,
    ],
    ['application/json, application/graphql', other],
  ])('a body of %s is no way around', async (type, body) => {
    const { url } = await serve(only);
    const response = await fetch(`${url}?${new URLSearchParams({ query: other })}`, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    });
    expect(response.status).toBe(415);
    expect(await response.text()).not.toContain('"data"');
  });

  test('a document in the address of a POST is not looked at', async () => {
    const { url } = await serve(only);
    const posted = await ask(`${url}?${new URLSearchParams({ query: other })}`, { documentId: hash });
    expect(posted.body).toEqual(answer);
  });

  test('a body that names a member twice is read once, by the last', async () => {
    const { url } = await serve(only);
    const headers = { 'content-type': 'application/json' };
    const body = `{"query":null,"documentId":"${hash}","query":"${other}"}`;
    expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(403);
  });

  test('a stream is refused as well', async () => {
    const { url } = await serve(only);
    for (const method of ['GET', 'POST'] as const) {
      expect((await subscribe(url, 'subscription { anything }', {}, method)).status).toBe(403);
    }
  });

  test('what another server remembers or registered is not known here', async () => {
    const open = await serve();
    await ask(open.url, {
      query: other,
      extensions: { persistedQuery: { version: 1, sha256Hash: sha256(other) } },
    });
    const closed = await serve({ ...only, releases: open.releases });
    expect((await ask(closed.url, { query: other })).status).toBe(403);
    expect((await ask(closed.url, { documentId: sha256(other) })).status).toBe(403);
  });
});

test('every question of the project is published, valid, within the limits, and answered by its hash', async () => {
  const own = readOperations([ownManifest], schema);
  const { url } = await serveGraph({ operations: own, persistedOnly: true });
  expect(own.size).toBeGreaterThan(20);
  for (const [documentId, document] of own) {
    const { body } = await ask(url, { documentId });
    const messages = body.errors?.map(({ message }) => message) ?? [];
    if (isWhole(document)) expect([documentId, messages]).toEqual([documentId, []]);
    // The page gives the variables of its own; that they are missing says that the operation is known.
    else for (const message of messages) expect(message).toMatch(/^Variable "\$\w+" .* was not provided\.$/);
  }
});
