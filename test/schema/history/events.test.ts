/** What payers and others did: the latest first page by page, by payer, code, kind and day. */

import { expect, test } from 'vitest';
import { ask } from '../../kit/graph.ts';

interface Event {
  readonly id: string;
  readonly happenedOn: string;
  readonly kind: string;
  readonly payer: { readonly slug: string } | null;
  readonly codes: readonly { readonly code: string }[];
}

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly Event[];
  readonly pageInfo: { readonly hasPreviousPage: boolean; readonly startCursor: string };
}

const document = `query ($payers: [ID!], $codes: [Code!], $kinds: [PolicyEventKind!], $since: Date, $last: Int, $before: String) {
  events(payers: $payers, codes: $codes, kinds: $kinds, since: $since, last: $last, before: $before) {
    totalCount nodes { id happenedOn kind payer { slug } codes { code } } pageInfo { hasPreviousPage startCursor } } }`;

const events = async (variables: Record<string, unknown>) =>
  (await ask<{ events: Page }>(document, variables)).events;

test('all pages together are all events, each once, by their years', async () => {
  const all = await events({ last: 100 });
  const seen: Event[] = [];
  let before: string | undefined;
  for (;;) {
    const page = await events({ last: 30, before });
    seen.unshift(...page.nodes);
    if (!page.pageInfo.hasPreviousPage) break;
    before = page.pageInfo.startCursor;
  }
  expect(seen).toEqual(all.nodes);
  expect(seen).toHaveLength(all.totalCount);
  const years = seen.map(({ happenedOn }) => happenedOn.slice(0, 4));
  expect(years).toEqual(years.toSorted());
});

test('each filter lets through what it says; those of an association are what its licensees did', async () => {
  const { nodes } = await events({ last: 100 });
  const only = async (variables: Record<string, unknown>, holds: (event: Event) => boolean) => {
    const found = await events({ last: 100, ...variables });
    expect(found.nodes).toEqual(nodes.filter(holds));
    expect(found.nodes.length).toBeGreaterThan(0);
  };
  await only({ payers: ['cigna'] }, ({ payer }) => payer?.slug === 'cigna');
  await only({ kinds: ['TRANSMITTAL'] }, ({ kind }) => kind === 'TRANSMITTAL');
  await only({ since: '2026-01-01' }, ({ happenedOn }) => happenedOn >= '2026-01-01');
  await only({ codes: ['77092'] }, ({ codes }) => codes.some(({ code }) => code === '77092'));
  const blue = (await events({ last: 100, payers: ['bcbs'] })).nodes.map(({ payer }) => payer?.slug);
  expect(blue).toContain('bcbsal');
});
