/** Metrics: what the requests of a real server add to them, on a listener of their own. */

import { setTimeout as after } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { namesOf, sha256 } from '../../../src/graphql/manifest.ts';
import { listenForMetrics } from '../../../src/metrics/listener.ts';
import { createMetrics } from '../../../src/metrics/metrics.ts';
import { ask as askOf, putRelease, serve } from '../kit/fixture.ts';
import { startProcess } from '../kit/process.ts';

const published = 'query Published($cost: Int!) { reads(times: 3, cost: $cost) many(count: 2) { name } }';
const large = 10_000;

/** Serves the graph with metrics, and one published operation. */
async function serveMeasured(overrides: Parameters<typeof serve>[0] = {}) {
  const operations = new Map([[sha256(published), published]]);
  const metrics = createMetrics(namesOf(operations));
  const listener = await listenForMetrics({ host: '127.0.0.1', port: 0 }, metrics.read);
  onTestFinished(listener.close);
  const served = await serve({ ...overrides, metrics, operations });
  return { ...served, metricsUrl: listener.url };
}

/** The samples by name and labels, once as many requests were counted: that is done after the answer. */
async function samplesOf({ metricsUrl }: { metricsUrl: string }, requests: number) {
  const read = async () => {
    const text = await (await fetch(metricsUrl)).text();
    const lines = text.split('\n').filter((line) => line && !line.startsWith('#'));
    return new Map(lines.map((line) => /^(.*) (\S+)$/.exec(line)?.slice(1, 3) as [string, string]));
  };
  const counted = (samples: ReadonlyMap<string, string>) =>
    [...samples].reduce((sum, [name, n]) => sum + (/_requests_total/.test(name) ? Number(n) : 0), 0);
  await expect.poll(async () => counted(await read())).toBe(requests);
  const samples = await read();
  return (name: string) => {
    const found = samples.get(`coverage_graph_${name}`) ?? samples.get(name);
    return found === undefined ? undefined : Number(found);
  };
}

describe('requests', () => {
  test('are counted by published operation, outcome and code; others together', async () => {
    const served = await serveMeasured();
    await served.ask(published, { cost: 1 });
    await served.ask('query Made1 { release }');
    await served.ask('query Made2 { release a: refuses }');
    await served.ask('{ fails }');
    await served.ask('{ things(first: 101) { totalCount } }');
    const sample = await samplesOf(served, 5);
    const label = (operation: string, outcome: string, code: string) =>
      sample(`requests_total{operation="${operation}",outcome="${outcome}",code="${code}"}`);
    expect(label('Published', 'ok', '')).toBe(1);
    expect(label('other', 'ok', '')).toBe(1);
    expect(label('other', 'partial', 'UNKNOWN_ID')).toBe(1);
    expect(label('other', 'failed', 'INTERNAL_SERVER_ERROR')).toBe(1);
    expect(label('other', 'refused', 'BAD_USER_INPUT')).toBe(1);
    expect(sample('request_seconds_count{operation="other"}')).toBe(4);
    expect(sample('request_seconds_count{operation="Published"}')).toBe(1);
  });

  test.each([
    ['front', 1],
    ['worker', large],
  ])('with what they took on a thread: %s', async (thread, cost) => {
    const served = await serveMeasured();
    await served.ask(published, { cost });
    const sample = await samplesOf(served, 1);
    expect(sample(`run_seconds_count{operation="Published",thread="${thread}"}`)).toBe(1);
    expect(sample(`queue_seconds_count{thread="${thread}"}`)).toBe(1);
    expect(sample('sql_statements_total{operation="Published"}')).toBe(3);
    expect(sample('sql_rows_total{operation="Published"}')).toBe(3);
    expect(sample('sql_seconds_count{operation="Published"}')).toBe(1);
    expect(sample('sql_seconds_sum{operation="Published"}')).toBeGreaterThan(0);
    expect(sample('estimated_values_total{operation="Published"}')).toBe(cost + 20);
    expect(sample('returned_values_total{operation="Published"}')).toBe(4);
    // Only where there is something to estimate.
    expect(sample('work_ratio_count{operation="Published"}')).toBe(cost === large ? 1 : undefined);
  });

  test('that found no room, were late, or whose clients went away', async () => {
    const graph = import.meta.resolve('../kit/fixture-graph.ts');
    const workers = { graph, threads: 1, deadlineMs: 400, megabytes: 96 };
    const served = await serveMeasured({ workers, maxExports: 0 });
    await served.ask('query ($cost: Int!) { spin(ms: 60000, cost: $cost) }', { cost: large });
    await fetch(`${served.origin}/export/statements.csv`);
    const given = askOf(served.url, { query: '{ releaseAfter(ms: 1000) }' }, {}, AbortSignal.timeout(200));
    await expect(given).rejects.toThrow();
    const sample = await samplesOf(served, 3);
    const other = (outcome: string, code: string) =>
      sample(`requests_total{operation="other",outcome="${outcome}",code="${code}"}`);
    expect(other('deadline', 'DEADLINE_EXCEEDED')).toBe(1);
    expect(other('shed', 'TOO_MANY_EXPORTS')).toBe(1);
    expect(other('abandoned', '')).toBe(1);
  });

  test('that were answered out of memory', async () => {
    const served = await serveMeasured();
    for (const _ of [1, 2, 3]) await served.ask('{ release }');
    const sample = await samplesOf(served, 3);
    expect(sample('repeated_answers_total')).toBe(2);
    expect(sample('run_seconds_count{operation="other",thread="front"}')).toBe(1);
  });
});

test('what waits is seen while it does', async () => {
  const served = await serveMeasured({ repeatBytes: 0 });
  const answer = served.ask('query ($cost: Int!) { spin(ms: 1500, cost: $cost) }', { cost: large });
  await after(100);
  const during = await samplesOf(served, 0);
  expect(during('waiting_values{thread="worker"}')).toBe(large);
  await answer;
  const afterwards = await samplesOf(served, 1);
  expect(afterwards('waiting_values{thread="worker"}')).toBe(0);
  expect(afterwards('waiting_values{thread="front"}')).toBe(0);
});

test('the release, and that another took its place', async () => {
  const served = await serveMeasured();
  const before = await samplesOf(served, 0);
  expect(before('release_info{release="first"}')).toBe(1);
  expect(before('release_built_timestamp_seconds')).toBe(Date.parse('2026-01-01T00:00:00Z') / 1000);
  expect(before('release_swaps_total')).toBe(0);
  putRelease(served.file, 'second', { builtAt: '2026-02-01T00:00:00Z' });
  await served.releases.check();
  const later = await samplesOf(served, 0);
  expect(later('release_info{release="first"}')).toBeUndefined();
  expect(later('release_info{release="second"}')).toBe(1);
  expect(later('release_built_timestamp_seconds')).toBe(Date.parse('2026-02-01T00:00:00Z') / 1000);
  expect(later('release_swaps_total')).toBe(1);
});

test('the process: lag of its loop and memory', async () => {
  const sample = await samplesOf(await serveMeasured(), 0);
  expect(sample('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThanOrEqual(0);
  expect(sample('process_resident_memory_bytes')).toBeGreaterThan(10_000_000);
});

describe('the listener', () => {
  test('has one path, and the public one has it not', async () => {
    const served = await serveMeasured();
    const found = await fetch(served.metricsUrl);
    expect([found.status, found.headers.get('content-type')]).toEqual([
      200,
      'text/plain; version=0.0.4; charset=utf-8',
    ]);
    expect((await fetch(new URL('/other', served.metricsUrl))).status).toBe(404);
    expect((await fetch(`${served.origin}/metrics`)).status).toBe(404);
  });

  /** On a signal the process says which of its modules are those of metrics. */
  const listing = [
    '--import',
    `data:text/javascript,${encodeURIComponent(`import module from 'node:module';
      process.on('SIGUSR2', () => console.error('loaded ' + Object.keys(module._cache).filter((path) => path.includes('prom-client')).length + '.'));`)}`,
  ];

  test.each([
    ['is opened where it is wanted', { METRICS_PORT: '0' }, /loaded [1-9]\d*\./, true],
    ['is not, and nothing of it is loaded, where it is not', {}, /loaded 0\./, false],
  ])(
    '%s',
    async (_name, env, loaded, listens) => {
      const server = await startProcess(env, listing);
      server.child.kill('SIGUSR2');
      await expect.poll(server.said).toMatch(loaded);
      const [url] = /http:\S+\/metrics/.exec(server.said()) ?? [];
      expect(url !== undefined).toBe(listens);
      if (url)
        expect(await (await fetch(url)).text()).toContain('coverage_graph_release_info{release="first"} 1');
    },
    30_000,
  );
});
