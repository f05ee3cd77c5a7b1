/** Streams of events under stress and at their limits: swaps, clients that come and go, and the end of the server. */

import { expect, onTestFinished, test } from 'vitest';
import { coverage } from '../../../db/tables/index.ts';
import { schema } from '../../../schema/index.ts';
import { graphContext } from '../../../schema/kit/context.ts';
import { openReleases } from '../../../src/kit/releases.ts';
import type { ServerOptions } from '../../../src/server.ts';
import { rebuilt } from '../../kit/rebuilt.ts';
import { serve } from '../kit/fixture.ts';
import { subscribe } from '../kit/sse.ts';

const statement = 'CoverageStatement:one';
const live = `subscription ($since: String) { statementChanged(since: $since) {
  cursor statement { id ... on CoverageStatement { summary note } } } }`;

/** A server of a synthetic graph that is reworded at will. */
async function served(options: Partial<ServerOptions> = {}) {
  const made = rebuilt();
  made.state(coverage, statement, { summary: 'Words 0', note: 'Words 0' });
  made.state(coverage, 'CoverageStatement:two', { summary: 'Words 0', note: 'Words 0' });
  made.build();
  const releases = await openReleases({ file: made.file, pollMs: 3_600_000, log: () => {} });
  onTestFinished(() => releases.close());
  const server = await serve({ withoutRelease: true, schema, context: graphContext, releases, ...options });
  const reword = async (n: number, more = '') => {
    for (const id of [statement, 'CoverageStatement:two'])
      made.put(coverage, id, { summary: `Words ${n}${more}`, note: `Words ${n}${more}` });
    made.build();
    await releases.check();
  };
  const cursors = async () => {
    const { body } = await server.ask(
      '{ graphInfo { changeCursor } changes(first: 100) { nodes { cursor } } }',
    );
    const data = body.data as {
      graphInfo: { changeCursor: string };
      changes: { nodes: { cursor: string }[] };
    };
    return { now: data.graphInfo.changeCursor, all: data.changes.nodes.map(({ cursor }) => cursor) };
  };
  return { server, releases, reword, cursors };
}

interface Event {
  readonly cursor: string;
  readonly statement: { readonly summary: string; readonly note: string };
}

test('through 20 swaps, clients that come and go hear of every event once, each told from one release', async () => {
  const { server, reword, cursors } = await served();
  const { now } = await cursors();
  const last = 20;
  const client = async (stay: number): Promise<string[]> => {
    const heard: string[] = [];
    for (;;) {
      const stream = await subscribe(server.url, live, { since: heard.at(-1) ?? now });
      for (let n = 0; n < stay; n++) {
        const event = (await stream.next())?.data?.statementChanged as Event;
        expect(event.statement.note).toBe(event.statement.summary);
        heard.push(event.cursor);
        if (heard.length === 2 * last) return heard;
      }
      stream.leave();
    }
  };
  const clients = [1, 2, 3, 5, 8, 1_000, 1_000].map(client);
  for (let n = 1; n <= last; n++) {
    await reword(n);
    if (n % 3 === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const { all } = await cursors();
  expect(all).toHaveLength(2 * last);
  for (const heard of await Promise.all(clients)) expect(heard).toEqual(all);
}, 60_000);

test('while nothing happens the server says that it is there', async () => {
  const { server, reword } = await served();
  const stream = await subscribe(server.url, live);
  const waiting = stream.next();
  await expect.poll(stream.comments, { timeout: 5_000 }).toBeGreaterThan(2);
  await reword(1);
  expect((await waiting)?.data).toBeTruthy();
});

test('more streams than the setting allows are refused, and one that is left makes room', async () => {
  const { server } = await served({ maxSubscriptions: 1 });
  const first = await subscribe(server.url, live);
  const refused = await (await subscribe(server.url, live)).next();
  expect(refused?.errors?.[0]?.extensions?.code).toBe('TOO_MANY_SUBSCRIPTIONS');
  expect(refused?.errors?.[0]?.message).toContain('poll `changes`');
  first.leave();
  const room = async () => {
    const stream = await subscribe(server.url, live);
    const found = await Promise.race([
      stream.next(),
      new Promise<undefined>((resolve) => setTimeout(resolve, 100)),
    ]);
    return found?.errors?.[0]?.message ?? 'open';
  };
  await expect.poll(room, { timeout: 5_000 }).toBe('open');
});

test('a stream that cannot be opened takes no room', async () => {
  const { server } = await served({ maxSubscriptions: 1 });
  for (let n = 0; n < 3; n++) {
    const result = await (await subscribe(server.url, live, { since: 'nonsense' })).next();
    expect(result?.errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', field: 'since' });
  }
});

test('a server that stops ends its streams, says so, and takes no new ones', async () => {
  const { server, releases } = await served({ drainMs: 500 });
  const stream = await subscribe(server.url, live);
  const held = releases.lease();
  held?.end();
  const ended = stream.next();
  const drained = server.server.drain();
  expect(await ended).toBeUndefined();
  expect(stream.completed()).toBe(true);
  const late = await (await subscribe(server.url, live)).next();
  expect(late?.errors?.[0]?.extensions?.code).toBe('BUSY');
  await drained;
  releases.close();
  expect(() => held?.release.store.get('select 1')).toThrow('not open');
});

test('a client that reads nothing keeps no release open', async () => {
  const { server, releases, reword, cursors } = await served();
  const { now } = await cursors();
  // Each event tells the words of now: those of the last are enough to make all of them large.
  for (let n = 1; n < 15; n++) await reword(n);
  await reword(15, 'x'.repeat(1_000_000));
  const lease = releases.lease();
  lease?.end();
  const stalled = await subscribe(server.url, live, { since: now });
  // Until no more is sent, because what was sent is not taken.
  await new Promise((resolve) => setTimeout(resolve, 500));
  await reword(16);
  expect(() => lease?.release.store.get('select 1')).toThrow('not open');
  for (let n = 0; n < 32; n++) expect((await stalled.next())?.data).toBeTruthy();
});

test('an event that asks for too much is refused before the stream begins', async () => {
  const { server } = await served();
  // However little the release holds, each step may lead to a statement, and that to further steps.
  const steps = (inner: string) => `explanation { steps { note statement { ${inner} } } }`;
  const heavy = steps(steps(steps(steps('id'))));
  const result = await (
    await subscribe(server.url, `subscription { statementChanged { statement { ${heavy} } } }`)
  ).next();
  expect(result?.errors?.[0]?.extensions?.code).toBe('TOO_COSTLY');
});

test('a client that cannot read a stream is told which header to send', async () => {
  const { server } = await served();
  const answer = await server.ask(live);
  expect(answer.status).toBe(400);
  expect(answer.body.errors?.[0]?.message).toContain('text/event-stream');
});
