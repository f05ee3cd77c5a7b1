/** `/id/…`: every thing that the graph has by its id, in the form that the client accepts best. */

import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { ask } from '../../kit/graph.ts';
import { nodeTypes } from '../../kit/walk.ts';
import { serveGraph } from '../kit/exporting.ts';
import { type Served, untilFileIsOver } from '../kit/fixture.ts';

const [ld, html, json] = ['application/ld+json', 'text/html', 'application/json'];
const until = untilFileIsOver();
let served: Served;

beforeAll(async () => {
  served = await serveGraph({ hasView: (path) => /^\/code\//.test(path), until });
});

const got = (id: string, accept?: string, headers: Record<string, string> = {}) =>
  fetch(`${served.origin}/id/${id}`, {
    redirect: 'manual',
    headers: { ...(accept && { accept }), ...headers },
  });

/** One of each type that the seed has. */
const each = nodeTypes.flatMap(({ type, ids }) => (ids[0] ? [{ type: type.name, id: ids[0] }] : []));

describe.each(each)('$type', ({ type, id }) => {
  test(`${id} is answered as JSON-LD, JSON and HTML`, async () => {
    const thing = (await (await got(id, ld)).json()) as Record<string, unknown>;
    expect(thing).toMatchObject({ '@id': `${served.origin}/id/${id}`, id, name: expect.any(String) });
    expect(thing['@type']).toContain(type);
    const plain = (await (await got(id, json)).json()) as Record<string, unknown>;
    expect(plain).toMatchObject({ id, type, self: `${served.origin}/id/${id}`, name: thing.name });
    const page = await got(id, `${html},*/*;q=0.8`);
    if (type === 'BillingCode') {
      expect([page.status, page.headers.get('location')]).toEqual([303, `/code/${id.split(':').at(-1)}`]);
      return;
    }
    expect(page.status).toBe(200);
    const text = await page.text();
    expect(text).toContain(`<code>${id}</code>`);
    expect(text).not.toMatch(/<script|undefined|\[object/);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});

test('whatever node(id:) answers has an address, and whatever it does not is not found', async () => {
  const all = nodeTypes.flatMap(({ ids }) => ids);
  const found = fc.constantFrom(...all);
  const made = fc.tuple(found, fc.constantFrom('x', '/', ':', '.')).map(([id, more]) => id + more);
  await fc.assert(
    fc.asyncProperty(fc.oneof(found, made), async (id) => {
      const { node } = await ask<{ node: object | null }>('query ($id: ID!) { node(id: $id) { id } }', {
        id,
      });
      expect([id, (await got(id, json)).status]).toEqual([id, node ? 200 : 404]);
    }),
    { numRuns: 40 },
  );
});

const coverage = nodeTypes.find(({ type }) => type.name === 'CoverageStatement')?.ids[0] ?? '';

test('a statement is shown with its text, its days, what it is about and each citation with an address of its own', async () => {
  const { node } = await ask<{
    node: { text: string; subject: { id: string }; citations: { locator: string; source: { id: string } }[] };
  }>(
    'query ($id: ID!) { node(id: $id) { ... on Statement { text subject { id } citations { locator source { id } } } } }',
    { id: coverage },
  );
  const thing = (await (await got(coverage, ld)).json()) as {
    text: string;
    about: object;
    validity: object;
    citation: object[];
  };
  expect(thing.text).toBe(node.text);
  expect(thing.about).toMatchObject({ '@id': `${served.origin}/id/${node.subject.id}` });
  expect(thing.citation).toMatchObject(
    node.citations.map(({ locator, source }) => ({ '@id': `${served.origin}/id/${source.id}`, locator })),
  );
  const page = await (await got(coverage, html)).text();
  for (const [i, { source }] of node.citations.entries())
    expect(page).toMatch(new RegExp(`<li id="${i}"><a href="/id/${source.id}">`));
});

test('statements about a thing come page by page', async () => {
  const seen: string[] = [];
  let total = 0;
  for (let after = ''; ; ) {
    const { statements } = (await (
      await got(`BillingCode:CPT:77080${after && `?after=${after}`}`, json)
    ).json()) as {
      statements: {
        totalCount: number;
        pageInfo: { hasNextPage: boolean; endCursor: string };
        nodes: { id: string }[];
      };
    };
    seen.push(...statements.nodes.map(({ id }) => id));
    total = statements.totalCount;
    if (!statements.pageInfo.hasNextPage) break;
    after = statements.pageInfo.endCursor;
  }
  expect(total).toBeGreaterThan(25);
  expect([seen.length, new Set(seen).size]).toEqual([total, total]);
});

test.each([
  [undefined, ld],
  ['*/*', ld],
  ['application/*', ld],
  ['text/*', html],
  ['text/html,application/xhtml+xml,*/*;q=0.8', html],
  ['application/json;q=0.9, text/html;q=0.5', json],
  ['application/ld+json;q=0, */*', html],
  ['image/png, application/json', json],
])('for Accept %s it is %s', async (accept, type) => {
  const response = await got('Payer:aetna', accept);
  expect(response.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
  expect(response.headers.get('vary')).toContain('Accept');
});

test('what cannot be had is refused in words, with what there is', async () => {
  const refused = async (id: string, accept = json) => {
    const response = await got(id, accept);
    return [response.status, JSON.stringify(await response.json())];
  };
  expect(await refused('Payer:aetna', 'image/png')).toEqual([
    406,
    expect.stringContaining('application/ld+json'),
  ]);
  expect(await refused('Payer:aetnaa')).toEqual([404, expect.stringContaining('"Payer:aetna"')]);
  expect(await refused('77092')).toEqual([404, expect.stringContaining('BillingCode:CPT:77092')]);
  expect(await refused('%E0%A4%A')).toEqual([404, expect.stringContaining('UNKNOWN_ID')]);
  const page = await got('Payer:aetnaa%3Cb%3E', html);
  expect([page.status, await page.text()]).toEqual([404, expect.not.stringContaining('<b>')]);
  expect((await fetch(`${served.origin}/id/Payer:aetna`, { method: 'DELETE' })).status).toBe(405);
});

test('a client that has it is not sent it again, and a header chooses the state of knowledge', async () => {
  const first = await got(coverage, ld);
  const tag = first.headers.get('etag') ?? '';
  expect((await got(coverage, ld, { 'if-none-match': tag })).status).toBe(304);
  expect((await got(coverage, json, { 'if-none-match': tag })).status).toBe(200);
  const then = { 'as-of-known-at': '2020-01-01T00:00:00Z' };
  expect((await got(coverage, ld, { 'if-none-match': tag, ...then })).status).toBe(200);
  const head = await fetch(`${served.origin}/id/${coverage}`, {
    method: 'HEAD',
    headers: { accept: ld ?? '' },
  });
  expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([200, '', tag]);
});
