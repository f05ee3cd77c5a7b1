/** Pages of every connection: forward or backward, in steps of any size, they give each thing once and in one order. */

import fc from 'fast-check';
import {
  type GraphQLOutputType,
  getNamedType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { typeOf } from '../../../db/kit/id-parts.ts';
import { inOrderOf } from '../../../db/kit/order.ts';
import { rowsById } from '../../../db/kit/rows-along-edge.ts';
import { tables } from '../../../db/tables/index.ts';
import { schema } from '../../../schema/index.ts';
import { ask, release } from '../../kit/graph.ts';
import { loadedOnly } from '../../kit/loaded-only.ts';
import { busyDay, edges, idsOf } from '../../kit/walk.ts';

interface Page {
  readonly totalCount: number;
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** Asks a connection of one parent for a page. */
type Ask = (args: string) => Promise<Page>;

const selection =
  'totalCount edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';

const idsIn = (page: Page) => page.edges.map(({ node }) => node.id);

/** A connection of things that have ids; hits of a search and changes have an order of their own, and tests of their own. */
function pagesOfNodes(output: GraphQLOutputType): boolean {
  const connection = getNamedType(output);
  if (!isObjectType(connection) || !connection.getFields().pageInfo) return false;
  const node = getNamedType(connection.getFields().nodes?.type);
  return (isObjectType(node) || isInterfaceType(node)) && 'id' in node.getFields();
}

const roots = Object.values(schema.getQueryType()?.getFields() ?? {})
  .filter(({ type, args }) => pagesOfNodes(type) && !args.some(isRequiredArgument))
  .map(({ name }) => name);

function ofRoot(field: string): Ask {
  return async (args) => {
    const answer = await ask<Record<string, Page>>(
      `{ ${field}${args && `(${args})`} { ${selection} } }`,
      {},
      busyDay,
    );
    return answer[field] as Page; // the field that was asked for
  };
}

function ofParent(parent: string, field: string, id: string): Ask {
  return async (args) => {
    const source = `query ($id: ID!) { node(id: $id) { ... on ${parent} { ${field}${args && `(${args})`} { ${selection} } } } }`;
    const { node } = await ask<{ node: Record<string, Page> }>(source, { id }, busyDay);
    return node[field] as Page; // the field that was asked for
  };
}

/** The parent with the most below it that still fits one page, so that one page can tell the whole. */
async function fullest(parent: string, field: string): Promise<string> {
  const ids = idsOf(parent).slice(0, 300);
  const source = `query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on ${parent} { ${field}(first: 0) { totalCount } } } }`;
  const { nodes } = await ask<{ nodes: Record<string, { totalCount: number }>[] }>(source, { ids }, busyDay);
  const counts = nodes.map((node) => node[field]?.totalCount ?? 0);
  const most = Math.max(...counts.filter((count) => count <= 100));
  return ids[counts.indexOf(most)] ?? ids[0] ?? '';
}

/** Everything, page by page from the front. */
async function forward(page: Ask, size: number): Promise<Page[]> {
  const pages = [await page(`first: ${size}`)];
  while (pages.at(-1)?.pageInfo.hasNextPage)
    pages.push(await page(`first: ${size}, after: "${pages.at(-1)?.pageInfo.endCursor}"`));
  return pages;
}

/** Everything, page by page from the back; the last page comes first. */
async function backward(page: Ask, size: number): Promise<Page[]> {
  const pages = [await page(`last: ${size}`)];
  while (pages.at(-1)?.pageInfo.hasPreviousPage)
    pages.push(await page(`last: ${size}, before: "${pages.at(-1)?.pageInfo.startCursor}"`));
  return pages;
}

/** Ids as their tables declare that rows come, type by type. */
function asDeclared(ids: readonly string[]): string[] {
  const byType = [...Map.groupBy(ids, typeOf)].sort(([a], [b]) => (a < b ? -1 : 1));
  return byType.flatMap(([type, ofType]) => {
    const table = tables.find((candidate) => candidate.type === type);
    if (!table) return ofType.toSorted();
    const rows = rowsById(release.store, table, ofType) as unknown as { readonly id: string }[]; // each was just read
    return rows.sort(inOrderOf(table)).map(({ id }) => id);
  });
}

/** What grows with the graph, as what the root gives does, is never sorted; neither are the sides of a conflict, of which none is better. */
const byIdAlone = new Set(['Source.citedBy', 'Conflict.statements']);

function checkWhole(page: Page, inOrder: boolean): void {
  const ids = idsIn(page);
  expect(ids).toEqual(inOrder ? asDeclared(ids) : ids.toSorted());
  expect(new Set(ids).size).toBe(ids.length);
  expect(page.pageInfo.startCursor).toBe(page.edges.at(0)?.cursor ?? null);
  expect(page.pageInfo.endCursor).toBe(page.edges.at(-1)?.cursor ?? null);
  expect(page.pageInfo.hasPreviousPage).toBe(false);
  expect(page.pageInfo.hasNextPage).toBe(ids.length < page.totalCount);
}

/** The laws of one connection. */
async function checkPages(page: Ask, inOrder: boolean): Promise<void> {
  const largest = await forward(page, 100);
  if (largest[0]) checkWhole(largest[0], inOrder);
  const all = largest.flatMap(idsIn);
  expect(all).toHaveLength(largest[0]?.totalCount ?? -1);
  const most = Math.min(100, all.length + 1);
  const sizes = fc.integer({ min: Math.min(most, Math.ceil(most / 4)), max: most });
  const property = fc.asyncProperty(sizes, async (size) => {
    const front = await forward(page, size);
    expect(front.flatMap(idsIn)).toEqual(all);
    expect(front.map(({ pageInfo }) => pageInfo.hasPreviousPage)).toEqual(front.map((_, i) => i > 0));
    expect(front.every(({ totalCount }) => totalCount === all.length)).toBe(true);
    const back = await backward(page, size);
    expect(back.toReversed().flatMap(idsIn)).toEqual(all);
    expect(back.map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual(back.map((_, i) => i > 0));
  });
  await fc.assert(property, { numRuns: 2, seed: 2026 });
  expect(await page('first: 0')).toMatchObject({ totalCount: all.length, edges: [] });
}

describe('a connection of the root', () => {
  test.each(roots)('%s gives each thing once, whatever the size of the page', (field) =>
    checkPages(ofRoot(field), false),
  );
});

describe('a connection below a node', () => {
  test.each(edges.filter(({ parent, connection }) => connection && !loadedOnly.has(parent)))(
    '$parent.$field gives each thing once, whatever the size of the page',
    async ({ parent, field }) =>
      checkPages(ofParent(parent, field, await fullest(parent, field)), !byIdAlone.has(`${parent}.${field}`)),
  );
});

test('a cursor is good for its field alone', async () => {
  const [first] = (await ofRoot('gaps')('first: 1')).edges;
  await expect(ofRoot('policies')(`after: "${first?.cursor}"`)).rejects.toThrow(/cursor of Query\.gaps/);
});
