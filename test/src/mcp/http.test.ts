/** Assistants over HTTP, in both eras of the protocol, on the graph of the seed. */

import { request } from 'node:http';
import { type Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { beforeAll, describe, expect, test } from 'vitest';
import { createRateLimit } from '../../../src/limits/rate.ts';
import { toolsOf } from '../../../src/mcp/tools/index.ts';
import { serveGraph } from '../kit/exporting.ts';
import { type Served, serve, untilFileIsOver } from '../kit/fixture.ts';
import { call, calls, connect, eras, mostTokens, statement, tokensOf } from './assistant.ts';

const until = untilFileIsOver();
const page = 'https://assistant.example';
let served: Served;
const clients: Partial<Record<(typeof eras)[number], Client>> = {};

beforeAll(async () => {
  served = await serveGraph({ until, allowedOrigins: new Set([page]) });
  for (const era of eras) clients[era] = (await connectTo(served, era)).client;
});

const connectTo = ({ origin }: Served, era: (typeof eras)[number]) =>
  connect(new StreamableHTTPClientTransport(new URL(`${origin}/mcp`)), era, until);

function clientOf(era: (typeof eras)[number] = '2026-07-28'): Client {
  const client = clients[era];
  if (!client) throw new Error(`No client of ${era} is connected.`);
  return client;
}

/** Posts a body as it is. */
const post = (body: string, headers: Record<string, string> = {}, { origin }: Served = served) =>
  fetch(`${origin}/mcp`, {
    method: 'POST',
    headers: {
      accept: 'application/json, text/event-stream',
      'content-type': 'application/json',
      ...headers,
    },
    body,
  });

const ping = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'ping' });

describe.each(eras)('in the era of %s', (era) => {
  test('the tools are listed in one order, each with a title, schemas and the hint that it only reads', async () => {
    const { tools } = await clientOf(era).listTools();
    expect(tools.map(({ name }) => name)).toEqual(calls.map(([name]) => name));
    for (const { name, title, inputSchema, outputSchema, annotations } of tools) {
      expect({ name, title, readOnlyHint: annotations?.readOnlyHint }).toEqual({
        name,
        title: expect.stringMatching(/\w/),
        readOnlyHint: true,
      });
      expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false });
      expect(outputSchema).toMatchObject({ type: 'object' });
    }
    expect(JSON.stringify(tools).length / 3.2).toBeLessThan(7_200);
    expect(clientOf(era).getInstructions()).toContain('not "not covered"');
  });

  test.each(calls)('%s answers', async (tool, args, expected) => {
    const result = await call(clientOf(era), tool, args);
    expect(result.isError, result.text).toBeFalsy();
    expect(result.text).toMatch(expected);
    expect(result.structuredContent).toBeTypeOf('object');
    expect(tokensOf(result)).toBeLessThan(mostTokens);
  });

  test('the mission question is answered from here alone: who covers 77092, and where is it written', async () => {
    const { text, structuredContent } = await call(clientOf(era), 'coverage', {
      codes: ['77092'],
      payers: ['Aetna'],
      dateOfService: '2026-11-24',
    });
    const answer = structuredContent as {
      readonly known: readonly {
        readonly state: string;
        readonly statement: string;
        readonly payer: string;
      }[];
      readonly sources: readonly { readonly url: string }[];
      readonly release: string;
    };
    expect(answer.known).toContainEqual(expect.objectContaining({ payer: 'aetna', statement }));
    expect(text).toContain(`For services on 2026-11-24, from release ${answer.release.slice(0, 12)}`);
    const passage = await call(clientOf(era), 'why', { id: statement });
    expect(passage.text).toMatch(/CPB 0134/);
    expect(answer.sources[0]?.url).toMatch(/^https:/);
  });

  test('what is not known is put in words, with the reason and what to ask', async () => {
    const { text } = await call(clientOf(era), 'coverage', { codes: ['77092'], payers: ['medicare', 'uhc'] });
    expect(text).toMatch(/Unknown: no source that was read answers it\. This is not a refusal/);
    expect(text).toMatch(/Ask the payer|Get the text from the payer|Look for the payer's policy/);
  });

  test.each([
    ['coverage', { codes: ['77092'], payers: ['nobody'] }, /^UNKNOWN_ID: .*nobody[\s\S]*`resolve_terms`/],
    ['coverage', { codes: ['77092'], payer: 'aetna' }, /payer/],
    ['coverage', { codes: [] }, /codes/],
    ['coverage', { codes: ['77092'], dateOfService: '2025-02-30' }, /BAD_USER_INPUT|dateOfService/],
    ['why', { id: 'nonsense' }, /^UNKNOWN_ID|^BAD_USER_INPUT/],
    ['why', { id: 'Payer:aetna' }, /no statement: `fetch`/],
    ['fetch', { id: 'Payer:nobody' }, /^UNKNOWN_ID/],
    ['graphql', { query: '{ node(id: "nonsense") { id } graphInfo { builtAt } }' }, /no answer/],
    ['graphql', { query: '{ noField }' }, /noField[\s\S]*`graph_schema`/],
    ['graphql', { query: 'subscription { statementChanged { cursor } }' }, /^BAD_REQUEST/],
    ['graphql', { query: 'mutation { a }' }, /mutation/i],
    [
      'graphql',
      {
        query:
          '{ statements(first: 100) { nodes { subject { statements(first: 100) { nodes { citations { source { id } } } } } } } }',
      },
      /^TOO_COSTLY/,
    ],
    ['graphql', { query: '{ payers { id label kind } }', maxCharacters: 100 }, /^ANSWER_TOO_LARGE/],
  ])('an error is an error, and says what to do: %s %j', async (tool, args, expected) => {
    const result = await call(clientOf(era), tool, args);
    expect(result.isError).toBe(true);
    expect(result.text).toMatch(expected);
    expect(result.text).not.toMatch(/ {4}at |node:|select /);
    expect(result.structuredContent).toBeUndefined();
  });

  test('a tool that is not there is an error of the protocol', async () => {
    await expect(call(clientOf(era), 'no_tool', {})).rejects.toThrow(/no_tool/);
  });
});

test('a call is a request like any: a line in the log with its operation, nothing of its arguments, a thread for large ones', async () => {
  const before = served.log.length;
  const marked = 'SYNTHETICNAME';
  await call(clientOf(), 'check_claim', { payer: marked, lines: [{ code: '77092', diagnoses: [marked] }] });
  await call(clientOf(), 'search', { query: marked });
  await call(clientOf(), 'search', { query: marked, wrong: marked });
  await expect.poll(() => served.log.slice(before).filter(({ event }) => event === 'request').length).toBe(3);
  const lines = served.log.slice(before);
  expect(lines).toContainEqual(
    expect.objectContaining({ operation: 'AssistantSearch', outcome: 'ok', cost: expect.any(Number) }),
  );
  expect(lines).toContainEqual(
    expect.objectContaining({ operation: 'AssistantClaimCheck', outcome: 'partial', codes: ['UNKNOWN_ID'] }),
  );
  await call(clientOf(), 'search', { query: marked });
  await expect
    .poll(() => served.log)
    .toContainEqual(expect.objectContaining({ operation: 'AssistantSearch', outcome: 'ok', repeated: true }));
  await call(clientOf(), 'compare_payers', { left: 'aetna', right: 'cigna', family: 'dxa-vfa' });
  await expect
    .poll(() => served.log)
    .toContainEqual(expect.objectContaining({ operation: 'AssistantComparison', thread: 'worker' }));
  expect(JSON.stringify(served.log)).not.toContain(marked);
});

describe('what is no message of an assistant is refused before anything is executed', () => {
  test.each([
    ['a page of another origin', ping, { origin: 'https://evil.example' }, 403, 'ORIGIN_NOT_ALLOWED'],
    [
      'a page that rebound its name to this machine',
      ping,
      { origin: 'http://localhost:1' },
      403,
      'ORIGIN_NOT_ALLOWED',
    ],
    ['a page without an origin', ping, { origin: 'null' }, 403, 'ORIGIN_NOT_ALLOWED'],
    ['a form', ping, { 'content-type': 'text/plain' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['a list of calls, which would count as one', `[${ping},${ping}]`, {}, 400, 'BAD_REQUEST'],
    ['no JSON', '{', {}, 400, 'BAD_REQUEST'],
    ['JSON that nests too deeply', `{"a":${'['.repeat(9_000)}${']'.repeat(9_000)}}`, {}, 400, 'BAD_REQUEST'],
    ['a long body', `{"a":"${'x'.repeat(300_000)}"}`, {}, 413, 'BODY_TOO_LARGE'],
  ])('%s', async (_what, body, headers, status, code) => {
    const response = await post(body, headers);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code } }] });
  });

  test('GET, as there are no sessions', async () => {
    const response = await fetch(`${served.origin}/mcp`, { headers: { accept: 'text/event-stream' } });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });
});

test('a page of a listed origin may ask', async () => {
  const preflight = await fetch(`${served.origin}/mcp`, {
    method: 'OPTIONS',
    headers: { origin: page, 'access-control-request-headers': 'content-type, mcp-protocol-version' },
  });
  expect(preflight.headers.get('access-control-allow-headers')).toContain('mcp-protocol-version');
  const response = await post(ping, { origin: page });
  expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([200, page]);
  await response.text();
});

test('a stream of changes is refused at once: the tools do not change', async () => {
  const meta = {
    'io.modelcontextprotocol/protocolVersion': '2026-07-28',
    'io.modelcontextprotocol/clientInfo': { name: 'test', version: '1' },
    'io.modelcontextprotocol/clientCapabilities': {},
  };
  const message = {
    jsonrpc: '2.0',
    id: 1,
    method: 'subscriptions/listen',
    params: { notifications: {}, _meta: meta },
  };
  const headers = { 'mcp-protocol-version': '2026-07-28', 'mcp-method': 'subscriptions/listen' };
  const response = await post(JSON.stringify(message), headers);
  expect(await response.text()).toContain('error');
});

test('each call counts for the rate of its client', async () => {
  const rate = createRateLimit({ requests: 2, ms: 60_000 });
  const limited = await serve({ clients: { connections: 10, trust: () => false, rate } });
  const statuses = [];
  for (const body of [ping, ping, ping]) statuses.push((await post(body, {}, limited)).status);
  expect(statuses).toEqual([200, 200, 429]);
});

test('where only published operations are answered, the tools are, and no tool takes a document', async () => {
  const closed = await serveGraph({ persistedOnly: true });
  const { client } = await connectTo(closed, '2026-07-28');
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual(
    calls.map(([name]) => name).filter((name) => !name.startsWith('graph')),
  );
  expect((await call(client, 'search', { query: 'aetna' })).text).toContain('Payer:aetna');
  expect((await closed.ask('{ graphInfo { builtAt } }')).status).toBe(403);
  const [query = ''] =
    toolsOf({ persistedOnly: true }).find(({ name }) => name === 'search')?.documents ?? [];
  expect(await statusOf(closed.url, JSON.stringify({ query, variables: { text: 'aetna' } }))).toBe(403);
});

/** The status of a post with no more headers than it needs, as no program that browses sends it. */
async function statusOf(url: string, body: string): Promise<number | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>();
  request(url, { method: 'POST', headers: { 'content-type': 'application/json' } }, (response) => {
    response.resume();
    resolve(response.statusCode);
  })
    .on('error', reject)
    .end(body);
  return promise;
}

test('without the setting there is nothing', async () => {
  const off = await serve({ mcp: false });
  expect((await post(ping, {}, off)).status).toBe(404);
  expect(await (await fetch(off.origin)).text()).not.toContain('/mcp');
  expect(await (await fetch(served.origin)).text()).toContain('/mcp');
});
