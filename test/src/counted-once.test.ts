/** A server counts all statements once, and answers the same again without reading them; on any thread. */

import { afterAll, expect, test } from 'vitest';
import { currentRequest, type RequestFacts } from '../../src/kit/request.ts';
import { createWorkers } from '../../src/workers/pool.ts';
import { noon, release } from '../kit/graph.ts';
import { serveGraph } from './kit/exporting.ts';
import type { Served } from './kit/fixture.ts';

const document = (argument = '', name = 'Counts') =>
  `query ${name} { statements(first: 0${argument}) { totalCount facets(fields: [RANK, STATEMENT_TYPE]) { field buckets { value count } } } }`;
const otherDay = ', filter: { asOf: { dateOfService: "2024-03-01" } }';

/** The answer, and how many SQL statements were run for it. */
async function counted(served: Served, query: string) {
  const before = served.log.length;
  const { body } = await served.ask(query);
  await expect.poll(() => served.log.length).toBeGreaterThan(before);
  return { data: body.data, run: Number(served.log.at(-1)?.sqlStatements) };
}

test('on the front thread, for each day', async () => {
  const served = await serveGraph({ repeatBytes: 0 });
  await served.ask('{ payers { id } }'); // reads what is kept in memory
  const first = await counted(served, document());
  // Under another name, as one that took long would go to a worker thread.
  const again = await counted(served, document('', 'Again'));
  expect(again.data).toEqual(first.data);
  expect(JSON.stringify(first.data)).toContain('CoverageStatement');
  // The count and two facets; what is left finds the page.
  expect(first.run - again.run).toBe(3);
  const other = await counted(served, document(otherDay, 'OtherDay'));
  expect(other.run).toBe(first.run);
  expect(other.data).not.toEqual(first.data);
});

test('with a condition by which a count can be ended while it runs', async () => {
  const served = await serveGraph({ repeatBytes: 0 });
  const lease = served.releases.lease();
  const run: string[] = [];
  lease?.release.store.observe((sql) => run.push(sql));
  await served.ask('query Counts { statements(first: 0) { totalCount facets(fields: [RANK]) { field } } }');
  await served.ask(
    'query Edges { payers { coverage(first: 0) { totalCount facets(fields: [RANK]) { field } } } }',
  );
  lease?.end();
  const counts = run.filter((sql) => sql.includes('count(*)'));
  expect(counts.length).toBe(4);
  expect(counts.filter((sql) => !sql.includes('in_time()'))).toEqual([]);
});

const graph = import.meta.resolve('../../src/workers/graph.ts');
const workers = createWorkers({ graph, threads: 1, deadlineMs: 30_000, megabytes: 512 }, () => {});
afterAll(() => workers.close());

test('on a worker thread', async () => {
  const { image, info } = release;
  if (!image) throw new Error('The seeded release is a file.');
  const run = async (query: string) => {
    const facts: RequestFacts = { id: 'synthetic', started: 0, release: info.hash };
    const task = {
      ...{ file: image.file, info, document: query, operationName: undefined, variables: {} },
      ...{ headers: [], now: noon, facts },
    };
    const operation = { task, cost: 1, largestPart: '', whenClosed: () => {} };
    const result = await currentRequest.run(facts, () => workers.execute(operation));
    return { text: result.stringify?.(), run: facts.sql?.statements ?? 0 };
  };
  await run('{ payers { id } }');
  const first = await run(document());
  const again = await run(document());
  expect(again.text).toBe(first.text);
  expect(first.run - again.run).toBe(3);
}, 60_000);
