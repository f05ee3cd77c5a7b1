/** A statement that counts without end is ended while it runs: at the deadline, and when nobody waits for it any more. */

import { setTimeout as after } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { ask as askOf, codes, serve } from '../kit/fixture.ts';

const query = 'query Scan($cost: Int!) { scans(cost: $cost) }';
const large = 10_000;

async function serveWith(deadlineMs: number) {
  const graph = import.meta.resolve('../kit/fixture-graph.ts');
  return serve({ workers: { graph, threads: 1, deadlineMs, megabytes: 96 }, repeatBytes: 0 });
}

/** Milliseconds that all threads of this process worked within a second. */
async function workOfSecond(): Promise<number> {
  const before = process.cpuUsage();
  await after(1_000);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
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
  const { ask } = await serveWith(300);
  expect(codes(await ask(query, { cost: large }))).toEqual(['DEADLINE_EXCEEDED']);
  await expect.poll(workOfSecond).toBeLessThan(150);
});

test('on a worker thread when its client goes away', async () => {
  const { ask, url } = await serveWith(60_000);
  await ask('query ($cost: Int!) { reads(times: 1, cost: $cost) }', { cost: large });
  const given = askOf(url, { query, variables: { cost: large } }, {}, AbortSignal.timeout(500));
  await expect(given).rejects.toThrow();
  await expect.poll(workOfSecond).toBeLessThan(150);
  expect(codes(await ask('query ($cost: Int!) { reads(times: 2, cost: $cost) }', { cost: large }))).toEqual(
    [],
  );
});
