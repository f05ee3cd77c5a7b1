/** Worker threads: whatever a large operation does, others are answered meanwhile, and it ends. */

import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { copiesOf } from '../../../src/kit/snapshot.ts';
import { limits } from '../../../src/limits/limits.ts';
import { crowd } from '../kit/crowd.ts';
import { ask as askOf, codes, putRelease, serve, temporaryFolder } from '../kit/fixture.ts';

const query =
  'query Spin($ms: Int!, $cost: Int!, $mark: String) { release spin(ms: $ms, cost: $cost, mark: $mark) }';
const large = 10_000;
const cheap = { query: '{ release }' };

/** Serves the graph with a deadline, its worker thread begun. */
async function serveWith(deadlineMs: number) {
  const graph = import.meta.resolve('../kit/fixture-graph.ts');
  const served = await serve({ workers: { graph, threads: 1, deadlineMs, megabytes: 96 }, repeatBytes: 0 });
  await served.ask(query, { ms: 0, cost: large });
  return served;
}

test('a cheap operation does not wait for the large ones before it, and every one is answered', async () => {
  const { url } = await serveWith(20_000);
  const heavy = { query, variables: { ms: 100, cost: 20_000 } };
  const seen = await crowd({ url, heavy, times: 20, cheap });
  expect(seen.heavy.map((answer) => answer.status)).toEqual(Array.from({ length: 20 }, () => 200));
  expect(seen.cheap).toBeGreaterThan(40);
});

test('those that cannot wait any more are sent away, with a status that a proxy understands', async () => {
  const { url, ask } = await serveWith(20_000);
  const heavy = { query, variables: { ms: 50, cost: limits.cost - 1 } };
  const seen = await crowd({ url, heavy, times: 60, cheap });
  const sentAway = seen.heavy.filter((answer) => answer.status === 503);
  expect(seen.heavy.length - sentAway.length).toBeGreaterThanOrEqual(limits.waiting / limits.cost);
  expect(sentAway.length).toBeGreaterThan(20);
  for (const answer of sentAway) {
    expect(answer.text).toContain('"BUSY"');
    expect(answer.retryAfter).toBe('1');
  }
  expect(codes(await ask(query, { ms: 1, cost: limits.cost - 1 }))).toEqual([]);
});

describe('the deadline', () => {
  test('ends an operation, names what to trim, and leaves the next ones whole', async () => {
    const { ask } = await serveWith(300);
    const late = await ask('query Loop($cost: Int!) { release loops(cost: $cost) }', { cost: large });
    expect(late.status).toBe(503);
    expect(codes(late)).toEqual(['DEADLINE_EXCEEDED']);
    expect(late.body.errors?.[0]?.message).toContain('`loops`');
    expect(late.body.errors?.[0]?.message).toContain('300 ms');
    expect((await ask(query, { ms: 1, cost: large })).body.data).toEqual({ release: 'first', spin: 'spun' });
  });

  test('counts what runs and not what waits', async () => {
    const { ask } = await serveWith(1_500);
    const waiting = Array.from({ length: 5 }, () => ask(query, { ms: 500, cost: large }));
    expect((await Promise.all(waiting)).flatMap(codes)).toEqual([]);
  });
});

test.each([
  ['that runs', 0],
  ['that waits', 1],
])('work %s is ended when its client goes away', async (_name, before) => {
  const { ask, url, log } = await serveWith(20_000);
  const mark = join(temporaryFolder(), 'mark');
  const first = Array.from({ length: before }, () => ask(query, { ms: 600, cost: large }));
  const gone = new AbortController();
  const given = askOf(url, { query, variables: { ms: 600, cost: large, mark } }, {}, gone.signal);
  await Promise.all([expect(given).rejects.toThrow(), after(300).then(() => gone.abort())]);
  expect((await Promise.all(first)).flatMap(codes)).toEqual([]);
  expect(codes(await ask(query, { ms: 800, cost: large }))).toEqual([]);
  expect(existsSync(mark)).toBe(false);
  expect(log.filter((entry) => entry.abandoned)).toHaveLength(1);
});

test('an operation that needs more memory than there is for one is ended, and nothing else is', async () => {
  const { ask } = await serveWith(60_000);
  expect(codes(await ask('query Hoard($cost: Int!) { hoard(cost: $cost) }', { cost: large }))).toEqual([
    'ANSWER_TOO_LARGE',
  ]);
  expect(codes(await ask(query, { ms: 0, cost: large }))).toEqual([]);
}, 60_000);

test('an internal error is masked and logged as on the front thread', async () => {
  const { ask, log } = await serveWith(20_000);
  const answer = await ask('query Bad($cost: Int!) {\n  bad: failsLarge(cost: $cost)\n}', { cost: large });
  const [error] = answer.body.errors ?? [];
  expect(answer.body.data).toEqual({ bad: null });
  expect(error).toMatchObject({ path: ['bad'], locations: [{ line: 2, column: 3 }] });
  expect(JSON.stringify(answer.body)).not.toContain('secrets');
  const logged = log.filter((entry) => entry.event === 'internal error');
  expect(logged).toMatchObject([{ message: 'SQLITE_ERROR: no such table: secrets', path: 'bad' }]);
  expect(error?.extensions?.requestId).toBe(answer.headers.get('x-request-id'));
});

test('a release is never mixed with the one that took its place', async () => {
  const { ask, file, releases } = await serveWith(20_000);
  const dated = () => ask(query, { ms: 0, cost: large });
  expect((await dated()).body.data).toMatchObject({ release: 'first' });
  putRelease(file, 'second');
  expect((await dated()).body.data).toMatchObject({ release: 'first' });
  await releases.check();
  expect((await dated()).body.data).toMatchObject({ release: 'second' });
  putRelease(file, 'third');
  putRelease(file, 'fourth');
  await releases.check();
  putRelease(file, 'fifth');
  // No thread has opened the fourth yet, and the fifth is not served: the copy of the fourth is.
  expect((await dated()).body.data).toMatchObject({ release: 'fourth' });
  putRelease(file, 'sixth');
  await releases.check();
  rmSync(copiesOf(file), { recursive: true });
  expect(codes(await dated())).toEqual(['BUSY']); // no thread has opened the sixth, and its copy is gone
});

test('operations of the front thread take turns, and a small one waits for one of them only', async () => {
  const { url } = await serve({ repeatBytes: 0 });
  const seen = await crowd({ url, heavy: { query, variables: { ms: 50, cost: 1_000 } }, times: 20, cheap });
  expect(seen.heavy.map((answer) => answer.status)).toEqual(Array.from({ length: 20 }, () => 200));
  expect(seen.cheap).toBeGreaterThan(10);
});
