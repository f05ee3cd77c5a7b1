/** Limits: each is refused with its own code and a message that says what to trim; honest queries pass. */

import { getIntrospectionQuery } from 'graphql';
import { describe, expect, test } from 'vitest';
import { ask, codes, serve } from '../kit/fixture.ts';

const nested = (depth: number) =>
  `${'{ thing '.repeat(1)}${'{ parent '.repeat(depth)}{ name }${' }'.repeat(depth + 1)}`;

describe('a document is refused before it is validated', () => {
  const cases: readonly [string, string, string][] = [
    ['DOCUMENT_TOO_LONG', 'for its length, comments included', `{ release } #${'x'.repeat(30_000)}`],
    ['TOO_MANY_TOKENS', 'for its tokens', `{ ${'release '.repeat(3_000)} }`],
    ['TOO_MANY_TOKENS', 'for nested braces that would overflow a stack', '{ thing'.repeat(4_000)],
    ['TOO_DEEP', 'for its depth', nested(20)],
    ['TOO_MANY_ALIASES', 'for its aliases', `{ ${many(61, (n) => `a${n}: release`)} }`],
    ['TOO_MANY_ALIASES', 'for aliases of __typename', `{ ${many(61, (n) => `a${n}: __typename`)} }`],
    ['TOO_MANY_DIRECTIVES', 'for its directives', `{ release ${'@include(if: true) '.repeat(61)} }`],
    ['TOO_MANY_OPERATIONS', 'for its operations', many(51, (n) => `query Q${n} { release }`)],
    [
      'TOO_MANY_FRAGMENTS',
      'for its fragments',
      `{ release } ${many(101, (n) => `fragment F${n} on Query { release }`)}`,
    ],
    ['TOO_MANY_FIELDS', 'for the fields of fragments that spread each other 2^16 times', doubling(16)],
  ];
  test.each(cases)('%s %s', async (code, _why, document) => {
    const { ask: post } = await serve();
    const answer = await post(document);
    expect(codes(answer)).toEqual([code]);
    expect(answer.body.errors?.[0]?.message).toMatch(/.*\..*\.$/);
    expect(answer.body.data).toBeUndefined();
    expect(answer.status).toBeGreaterThanOrEqual(400);
  });

  test('and each limit is exact', async () => {
    const { ask: post } = await serve();
    expect(codes(await post(nested(18)))).toEqual([]);
    expect(codes(await post(`{ ${many(60, (n) => `a${n}: release`)} }`))).toEqual([]);
    expect(codes(await post(`{ release } #${'x'.repeat(30_000 - 13)}`))).toEqual([]);
    expect(codes(await post(`{ ${'release '.repeat(600)} }`))).toEqual([]);
    expect(codes(await post(`{ ${'release '.repeat(601)} }`))).toEqual(['TOO_MANY_FIELDS']);
  });

  test('or refused, whatever it holds, and never worked at without end', async () => {
    const { ask: post } = await serve();
    const worst = [
      doubling(90),
      `{ ${'thing { name } '.repeat(300)} }`,
      `{ ${'thing { thing: parent { name } } '.repeat(200)} }`,
      `{ thing(name: ${'['.repeat(1_400)}${']'.repeat(1_400)}) { name } }`,
      `{ ${many(100, (n) => `...F${n}`)} } ${many(100, (n) => `fragment F${n} on Query { release thing { name } }`)}`,
      `{ ...F0 } ${many(99, (n) => `fragment F${n} on Query { thing { name } ...F${n + 1} }`)} fragment F99 on Query { ...F0 }`,
    ];
    // Without its limit the first of them alone would run for longer than a test may.
    for (const document of worst) expect((await post(document)).status).toBeLessThan(500);
  });
});

// Which of the two limits is met first depends on how much of the stack a frame of the parser takes, compiled or not.
test('brackets that nest so deeply that a stack would overflow are refused by one limit or the other', async () => {
  const { ask: post } = await serve();
  const answer = await post(`{ thing(name: ${'['.repeat(20_000)}`);
  expect(['TOO_DEEP', 'TOO_MANY_TOKENS']).toContain(codes(answer)[0]);
});

test('a body of more than 256 kB is refused, with and without a declared length', async () => {
  const { url } = await serve();
  const large = { query: '{ release }', variables: { text: 'x'.repeat(256 * 1024) } };
  const declared = await ask(url, large);
  expect(declared.status).toBe(413);
  expect(codes(declared)).toEqual(['BODY_TOO_LARGE']);
  const chunks = new Blob([JSON.stringify(large)]).stream();
  const headers = { 'content-type': 'application/json' };
  const init = { method: 'POST', headers, body: chunks, duplex: 'half' };
  const streamed = await fetch(url, init);
  expect(streamed.status).toBe(413);
  expect(JSON.stringify(await streamed.json())).toContain('BODY_TOO_LARGE');
});

test('no more than ten validation errors are told, and then that there are more', async () => {
  const { ask: post } = await serve();
  const answer = await post(`{ ${many(50, (n) => `unknown${n}`)} }`);
  expect(answer.body.errors).toHaveLength(11);
});

describe('what an operation may cost', () => {
  const wide =
    'query ($n: Int = 100) { things(first: $n) { nodes { things(first: $n) { nodes { name tags parent { name } } } } } }';

  test('is refused above the limit, naming the dearest fields', async () => {
    const { ask: post } = await serve();
    const answer = await post(
      '{ things(first: 100) { edges { node { things(first: 100) { nodes { name tags parent { name } } } } } } }',
    );
    expect(codes(answer)).toEqual(['TOO_COSTLY']);
    expect(answer.body.errors?.[0]?.message).toMatch(
      /the limit is 50,000\. Most come from `things\.edges\.node\.things\.nodes/,
    );
  });

  test.each([
    ['a literal', wide.replace('($n: Int = 100)', '').replaceAll('$n', '100'), undefined],
    ['a variable', wide.replace(' = 100', ''), { n: 100 }],
    ["a variable's default", wide, undefined],
    [
      'an alias',
      `query ($n: Int = 100) { a: things(first: $n) ${wide.slice(wide.indexOf('{ nodes'))}`,
      undefined,
    ],
    [
      'a fragment',
      `query ($n: Int = 100) { ...F } fragment F on Query ${wide.slice(wide.indexOf('{ things'))}`,
      undefined,
    ],
    ['`last`', wide.replaceAll('first', 'last'), undefined],
  ])('counts a page size given by %s', async (_how, document, variables) => {
    const { ask: post } = await serve();
    expect(codes(await post(document, variables))).toEqual(['TOO_COSTLY']);
  });

  test('is counted with the variables of each request, not those the document first came with', async () => {
    const { ask: post } = await serve();
    expect(codes(await post(wide, { n: 1 }))).toEqual([]);
    expect(codes(await post(wide, { n: 100 }))).toEqual(['TOO_COSTLY']);
    expect(codes(await post(wide, { n: 1 }))).toEqual([]);
  });

  test('is that of the chosen operation alone', async () => {
    const { url } = await serve();
    const query = `query Cheap { release } ${wide.replace('query', 'query Dear')}`;
    expect(codes(await ask(url, { query, operationName: 'Cheap' }))).toEqual([]);
    expect(codes(await ask(url, { query, operationName: 'Dear' }))).toEqual(['TOO_COSTLY']);
  });

  test('does not count a page twice at `edges` and at `node`', async () => {
    const { ask: post, log } = await serve();
    await post('{ things(first: 100) { totalCount edges { cursor node { name } } } }');
    // things, totalCount, and of each of 100 edges: itself, its cursor, its node, the name.
    expect(log.findLast((entry) => entry.event === 'request')?.cost).toBe(402);
  });

  test('counts `_entities` by the number of representations', async () => {
    const { ask: post } = await serve();
    const document =
      'query ($of: [Any!]!) { _entities(representations: $of) { things(first: 50) { nodes { name tags } } } }';
    const of = (count: number) => ({ of: Array.from({ length: count }, () => ({})) });
    expect(codes(await post(document, of(2)))).toEqual([]);
    expect(codes(await post(document, of(500)))).toEqual(['TOO_COSTLY']);
  });
});

test.each([
  ['first', 101],
  ['first', -1],
  ['last', 101],
])('a page with %s: %i is refused, with the largest there is', async (side, size) => {
  const { ask: post } = await serve();
  const answer = await post(`query ($n: Int) { things(${side}: $n) { totalCount } }`, { n: size });
  expect(codes(answer)).toEqual(['BAD_USER_INPUT']);
  expect(answer.body.errors?.[0]).toMatchObject({ extensions: { field: side } });
  expect(answer.body.errors?.[0]?.message).toContain('from 0 to 100');
});

test('a list argument of more than 500 items is refused, however deep it is', async () => {
  const { ask: post } = await serve();
  const names = Array.from({ length: 501 }, (_, n) => `n${n}`);
  const flat = await post('query ($names: [String!]!) { thingsByName(names: $names) { name } }', { names });
  const deep = await post('query ($of: [Any!]!) { _entities(representations: $of) { name } }', {
    of: [{ names }],
  });
  for (const answer of [flat, deep]) {
    expect(codes(answer)).toEqual(['BAD_USER_INPUT']);
    expect(answer.body.errors?.[0]?.message).toContain('501 items; the most is 500');
  }
});

describe('an answer that grows beyond what was estimated', () => {
  test('is ended at three times what an operation may cost, with one error and without a part of it', async () => {
    const { ask: post } = await serve();
    const many = '{ many(count: 50000) { name parent { name } } }';
    // An item and its three fields: 200,000 values.
    const { status, body } = await post(many);
    expect([status, body.data, body.errors?.length]).toEqual([400, undefined, 1]);
    expect(body.errors?.[0]?.extensions?.code).toBe('ANSWER_TOO_LARGE');
    expect(body.errors?.[0]?.message).toMatch(/more than 150,000 values.* Most came from `many`/);
    expect(codes(await post('{ many(count: 37500) { name parent { name } } }'))).toEqual([]);
  });

  test('is refused before it is written out where it is too long', async () => {
    const { ask: post } = await serve();
    const { status, body } = await post('{ a: text(length: 9000000) b: text(length: 9000000) }');
    expect([status, body.data, body.errors?.length]).toEqual([400, undefined, 1]);
    expect(body.errors?.[0]?.message).toMatch(/more than 16,777,216 characters/);
    expect(codes(await post('{ a: text(length: 9000000) }'))).toEqual([]);
  });
});

describe('introspection', () => {
  const everything = {
    inputValueDeprecation: true,
    schemaDescription: true,
    specifiedByUrl: true,
    directiveIsRepeatable: true,
  };

  test("passes as GraphiQL's own query and as the fullest there is", async () => {
    const { ask: post } = await serve();
    for (const options of [{}, everything]) {
      const answer = await post(getIntrospectionQuery(options));
      expect(codes(answer)).toEqual([]);
      expect(answer.body.data).toHaveProperty('__schema');
    }
  });

  test('is refused when it asks for the schema many times over', async () => {
    const { ask: post } = await serve();
    const types = 'types { fields { args { name description defaultValue type { name } } } }';
    const answer = await post(`{ ${many(60, (n) => `s${n}: __schema { ${types} }`)} }`);
    expect(codes(answer)).toEqual(['INTROSPECTION_TOO_COSTLY']);
  });

  test('is refused when it goes round in circles', async () => {
    const { ask: post } = await serve();
    const answer = await post(
      '{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }',
    );
    expect(answer.body.data).toBeUndefined();
    expect(answer.status).toBe(400);
  });
});

test('variables that do not fit are named, with a code', async () => {
  const { ask: post } = await serve();
  const answer = await post('query ($names: [String!]!) { thingsByName(names: $names) { name } }', {
    names: [1],
  });
  expect(codes(answer)).toEqual(['BAD_USER_INPUT']);
  expect(answer.status).toBe(400);
});

function many(count: number, one: (n: number) => string): string {
  return Array.from({ length: count }, (_, n) => one(n)).join(' ');
}

function doubling(times: number): string {
  const fragments = many(times, (n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`);
  return `{ ...F0 } ${fragments} fragment F${times} on Query { release }`;
}
