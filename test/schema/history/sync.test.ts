/** Clients that keep a copy by the feed, over fifty rebuilds with random edits, restarts and reconnections. */

import { expect, test } from 'vitest';
import type { Release } from '../../../db/release/release.ts';
import { billingRule, citation, coverage, source, statementCode } from '../../../db/tables/index.ts';
import { ask } from '../../kit/graph.ts';
import { otherCode, type Rebuilt, rebuilt } from '../../kit/rebuilt.ts';
import { ids } from '../../kit/synthetic.ts';

/** Numbers from 0 to 1 that are the same in every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const content = `... on Statement { rank recorded { to } supersededBy { id } citations { locator source { id retrievedOn } } }
  ... on CoverageStatement { payer { id } summary } ... on BillingRule { summary codes { code } }`;
const nodesQuery = `query ($ids: [ID!]!) { nodes(ids: $ids) { id ${content} } }`;
const changesQuery = `query ($since: String!, $first: Int!, $payers: [ID!]) { changes(since: $since, first: $first, payers: $payers) {
  nodes { cursor statementId previousId } pageInfo { hasNextPage endCursor } } }`;

type Copy = Map<string, unknown>;

interface Page {
  readonly nodes: readonly {
    readonly cursor: string;
    readonly statementId: string;
    readonly previousId: string | null;
  }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

async function fetched(
  of: Release,
  wanted: readonly string[],
): Promise<readonly ({ readonly id: string } | null)[]> {
  return (await ask<{ nodes: ({ id: string } | null)[] }>(nodesQuery, { ids: wanted }, { of })).nodes;
}

/** Everything that a release holds, of a payer or of all. */
async function everything(of: Release, payer?: string): Promise<Copy> {
  const where = payer ? 'payer_id = :payer' : ':payer is null';
  const held = of.store.all<{ id: string }>(`select id from statement where ${where} order by id`, {
    payer: payer ?? null,
  });
  const copy: Copy = new Map();
  for (let i = 0; i < held.length; i += 500) {
    const part = held.slice(i, i + 500).map(({ id }) => id);
    for (const node of await fetched(of, part)) if (node) copy.set(node.id, node);
  }
  return copy;
}

/** A client that holds nothing but its copy and its cursor, and so may be shut down at any moment. */
class Client {
  readonly seen: string[] = [];
  readonly payer: string | undefined;
  copy: Copy = new Map();
  cursor = '';

  constructor(payer?: string) {
    this.payer = payer;
  }

  async start(of: Release): Promise<void> {
    this.cursor = (
      await ask<{ graphInfo: { changeCursor: string } }>('{ graphInfo { changeCursor } }', {}, { of })
    ).graphInfo.changeCursor;
    this.copy = await everything(of, this.payer);
  }

  /** Takes one page; false when there was nothing more. */
  async poll(of: Release, first: number): Promise<boolean> {
    const variables = { since: this.cursor, first, ...(this.payer && { payers: [this.payer] }) };
    const { nodes, pageInfo } = (await ask<{ changes: Page }>(changesQuery, variables, { of })).changes;
    const touched = [
      ...new Set(nodes.flatMap(({ statementId, previousId }) => [statementId, previousId ?? statementId])),
    ];
    for (const [i, node] of (await fetched(of, touched)).entries()) {
      const mine = node && (!this.payer || (node as { payer?: { id: string } }).payer?.id === this.payer);
      if (mine) this.copy.set(node.id, node);
      else this.copy.delete(touched[i] ?? '');
    }
    this.seen.push(...nodes.map(({ cursor }) => cursor));
    this.cursor = pageInfo.endCursor;
    return pageInfo.hasNextPage;
  }
}

/** Edits as a curator makes them, and some that a curator should not. */
function editor(made: Rebuilt, random: () => number) {
  const live: string[] = [];
  /** Statements that others name as their correction; a check keeps them from being taken out. */
  const named = new Set<string>();
  let count = 0;
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const tableOf = (id: string) => (id.startsWith('Billing') ? billingRule : coverage);
  const create = () => {
    count += 1;
    const id =
      random() < 0.3 ? `BillingRule:${count}` : `CoverageStatement:${Math.floor(random() * 1e6)}-${count}`;
    made.state(
      tableOf(id),
      id,
      tableOf(id) === coverage && random() < 0.5 ? { payerId: ids.otherPayer } : {},
    );
    live.push(id);
    return id;
  };
  const edits: readonly ((id: string) => unknown)[] = [
    create,
    create,
    (id) => made.put(tableOf(id), id, { summary: `Words ${random()}` }),
    (id) =>
      made.put(
        tableOf(id),
        id,
        random() < 0.5 ? { rank: 'DEPRECATED', rankReason: 'Wrong.' } : { rank: 'NORMAL', rankReason: null },
      ),
    (id) =>
      made.put(citation, id, {
        locator: `page ${random()}`,
        sourceId: random() < 0.5 ? 'Source:a' : 'Source:b',
      }),
    () => made.put(source, 'a', { retrievedOn: `2026-01-${10 + Math.floor(random() * 20)}` }),
    (id) =>
      tableOf(id) === coverage &&
      made.put(coverage, id, { payerId: random() < 0.5 ? ids.payer : ids.otherPayer }),
    (id) =>
      tableOf(id) === billingRule &&
      made.put(statementCode, id, { codeId: random() < 0.5 ? ids.code : otherCode }),
    (id) => {
      const by = random() < 0.8 ? create() : null;
      if (by) named.add(by);
      made.put(tableOf(id), id, { recordedTo: '2024-01-01T00:00:00Z', supersededBy: by });
    },
    (id) => made.put(tableOf(id), id, { recordedTo: null, supersededBy: null }),
    (id) => {
      if (named.has(id)) return;
      for (const table of [tableOf(id), citation, statementCode]) made.drop(table, id);
      live.splice(live.indexOf(id), 1);
    },
  ];
  return () => {
    for (let n = Math.floor(random() ** 2 * 20); n > 0; n--) {
      const id = pick(live) ?? create();
      pick(edits)?.(id);
    }
  };
}

test('after fifty rebuilds every client holds what the last release holds, having read each event once', async () => {
  const random = randomFrom(2026);
  const made = rebuilt();
  const edit = editor(made, random);
  for (let n = 0; n < 30; n++) edit();
  made.build();
  const clients = [new Client(), new Client(), new Client(ids.payer), new Client(ids.otherPayer)];

  let before = made.open();
  for (const client of clients) await client.start(before);
  const late = new Client();
  let unchanged = 0;
  for (let n = 0; n < 50; n++) {
    edit();
    if (random() < 0.1) made.build(); // twice: the second finds nothing new
    made.build();
    const after = made.open();
    if (before.info.hash === after.info.hash) unchanged += 1;
    if (n === 25) await late.start(before); // copies while a new release comes in
    for (const client of n >= 25 ? [...clients, late] : clients) {
      if (random() < 0.6) continue;
      // A page of one release and the next page of another, as when a build comes in between.
      if (random() < 0.5) await client.poll(before, 1 + Math.floor(random() * 4));
      if (random() < 0.5) while (await client.poll(after, 1 + Math.floor(random() * 10)));
    }
    before.close();
    before = after;
  }

  const last = before;
  const told = last.store.all<{ seq: number }>('select seq from change_event order by seq');
  expect(told.length).toBeGreaterThan(300);
  expect(told.map(({ seq }) => seq)).toEqual(told.map((_, i) => i + 1));
  expect(unchanged).toBeGreaterThan(3);
  for (const client of [...clients, late]) {
    while (await client.poll(last, 100));
    expect(new Set(client.seen).size).toBe(client.seen.length);
    expect(Object.fromEntries(client.copy)).toEqual(Object.fromEntries(await everything(last, client.payer)));
  }
  expect(clients[0]?.seen).toHaveLength(told.length);
  expect(clients[1]?.seen).toEqual(clients[0]?.seen);
  expect(clients[0]?.seen.slice(-late.seen.length)).toEqual(late.seen);
}, 60_000);
