/** A statement that counts without end is ended while it runs: at the deadline, and when nobody waits for it any more. */

import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { ask as askOf, codes, type Served, serve } from '../kit/fixture.ts';

const query = 'query Scan($cost: Int!) { scans(cost: $cost) }';
const large = 10_000;

async function serveWith(deadlineMs: number) {
  const graph = import.meta.resolve('../kit/fixture-graph.ts');
  return serve({ workers: { graph, threads: 1, deadlineMs, megabytes: 96 }, repeatBytes: 0 });
}

/** How many threads this process has, that of a worker in the middle of a statement among them. */
const threads = async () => (await readdir('/proc/self/task')).length;

/** Begins a worker thread, and returns how many threads there are with it. */
async function withWorker({ ask }: Served): Promise<number> {
  expect(codes(await ask('query ($cost: Int!) { reads(times: 1, cost: $cost) }', { cost: large }))).toEqual(
    [],
  );
  await threads(); // begins those on which Node reads files
  return threads();
}

test('on the front thread at the deadline, and others are answered', async () => {
  const { ask, log } = await serveWith(300);
  const answers = await Promise.all([ask(query, { cost: 1 }), ask('{ release }')]);
  expect(answers.map(codes)).toEqual([['DEADLINE_EXCEEDED'], []]);
  expect(answers[0]?.body.data).toBeUndefined();
  await expect
    .poll(() => log.find(({ outcome }) => outcome === 'deadline'))
    .toMatchObject({ operation: 'Scan' });
});

test('on a worker thread at the deadline', async () => {
  const served = await serveWith(1_000);
  const before = await withWorker(served);
  expect(codes(await served.ask(query, { cost: large }))).toEqual(['DEADLINE_EXCEEDED']);
  await expect.poll(threads).toBeLessThan(before);
});

test('on a worker thread when its client goes away', async () => {
  const served = await serveWith(60_000);
  const before = await withWorker(served);
  const given = askOf(served.url, { query, variables: { cost: large } }, {}, AbortSignal.timeout(500));
  await expect(given).rejects.toThrow();
  await expect.poll(threads).toBeLessThan(before);
});
