/** An operation that took long before goes to a worker thread, whatever it is estimated at, and comes back when it does not any more. */

import { expect, test } from 'vitest';
import { limits } from '../../../src/limits/limits.ts';
import { crowd } from '../kit/crowd.ts';
import { codes, type Served, serve } from '../kit/fixture.ts';

const query = 'query Spin($ms: Int!, $cost: Int!) { release spin(ms: $ms, cost: $cost) }';

/** The threads on which the operations of that name ran, in order, once there are as many. */
async function threadsOf({ log }: Pick<Served, 'log'>, count: number) {
  const lines = () => log.filter(({ event, operation }) => event === 'request' && operation === 'Spin');
  await expect.poll(() => lines().length).toBe(count);
  return lines().map(({ thread }) => thread ?? 'front');
}

test('the first run keeps the front thread, and the next ones do not', async () => {
  const served = await serve({ repeatBytes: 0 });
  await served.ask(query, { ms: 120, cost: 2 });
  expect((await served.ask(query, { ms: 0, cost: 2 })).body.data).toEqual({
    release: 'first',
    spin: 'spun',
  });
  expect(await threadsOf(served, 2)).toEqual(['front', 'worker']);
  const seen = await crowd({
    url: served.url,
    heavy: { query, variables: { ms: 1_000, cost: 2 } },
    times: 1,
    cheap: { query: '{ release }' },
  });
  expect(seen.heavy.map(({ status }) => status)).toEqual([200]);
  // On one thread there would be one: that which waits.
  expect(seen.cheap).toBeGreaterThan(3);
});

test('one of another size, another name or another text is tried by itself', async () => {
  const served = await serve({ repeatBytes: 0 });
  await served.ask(query, { ms: 120, cost: 2 });
  await served.ask(query, { ms: 0, cost: 200 });
  await served.ask(`${query} # another`, { ms: 0, cost: 2 });
  await served.ask(query, { ms: 0, cost: 2 });
  expect(await threadsOf(served, 4)).toEqual(['front', 'front', 'front', 'worker']);
});

test('it comes back to the front thread once it is quick again', async () => {
  const served = await serve({ repeatBytes: 0 });
  await served.ask(query, { ms: 70, cost: 2 });
  const ranOn = async (runs: number) => {
    expect(codes(await served.ask(query, { ms: 0, cost: 2 }))).toEqual([]);
    return (await threadsOf(served, runs)).at(-1);
  };
  expect(await ranOn(2)).toBe('worker');
  // The first of them also opened the release on that thread.
  let runs = 3;
  while ((await ranOn(runs)) === 'worker' && runs < 60) runs += 1;
  expect(runs).toBeLessThan(60);
});

test('past its deadline an operation of the front thread runs no more statements', async () => {
  const graph = import.meta.resolve('../kit/fixture-graph.ts');
  const workers = { graph, threads: 1, deadlineMs: 300, megabytes: 96 };
  const served = await serve({ workers, repeatBytes: 0 });
  const late = await served.ask('query Spin { before: release spin(ms: 400, cost: 1) reads(times: 50) }');
  expect([late.status, codes(late), late.body.data]).toEqual([503, ['DEADLINE_EXCEEDED'], undefined]);
  expect(late.body.errors?.[0]?.message).toContain('300 ms');
  expect(await threadsOf(served, 1)).toEqual(['front']);
  expect(served.log.at(-1)).toMatchObject({ outcome: 'deadline', sqlStatements: 1 });
  expect((await served.ask('{ release }')).body.data).toEqual({ release: 'first' });
});

test('what is much work by its estimate never runs on the front thread, however little it returns', async () => {
  const served = await serve({ repeatBytes: 0 });
  await served.ask(query, { ms: 0, cost: limits.workInFront });
  await served.ask(query, { ms: 0, cost: limits.workInFront + 2 });
  expect(await threadsOf(served, 2)).toEqual(['front', 'worker']);
});
