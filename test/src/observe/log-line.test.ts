/** The line of a request: what it was, what became of it and what it took; and the line of an operation that was slow. */

import { describe, expect, test } from 'vitest';
import type { LogEntry } from '../../../src/kit/log.ts';
import { limits } from '../../../src/limits/limits.ts';
import { ask as askOf, codes, type Served, serve } from '../kit/fixture.ts';

const large = 10_000;

/** The lines of one event, once there are as many; a line is written when the answer was sent. */
async function linesOf({ log }: Pick<Served, 'log'>, event: string, count = 1): Promise<readonly LogEntry[]> {
  const found = () => log.filter((entry) => entry.event === event);
  await expect.poll(() => found().length).toBe(count);
  return found();
}

describe('what an operation took', () => {
  test.each([
    ['on the front thread', 1, undefined],
    ['on a worker thread', large, 'worker'],
  ])('%s', async (_where, cost, thread) => {
    const served = await serve();
    await served.ask('query Read($cost: Int!) { reads(times: 7, cost: $cost) many(count: 3) { name } }', {
      cost,
    });
    const [line] = await linesOf(served, 'request');
    expect(line).toMatchObject({
      ...{ level: 'info', outcome: 'ok', status: 200, operation: 'Read', thread },
      // Each of the three things is a value, and so is its name; a list that says nothing is estimated at ten.
      ...{ cost: cost + 20, values: 6 },
      ...{ sqlStatements: 7, sqlRows: 7, codes: undefined },
    });
    for (const name of ['ms', 'runMs', 'sqlMs']) expect(line?.[name]).toBeGreaterThan(0);
    expect(line?.queuedMs).toBeGreaterThanOrEqual(0);
  });

  test('with the time that it waited for its turn', async () => {
    const served = await serve({ repeatBytes: 0 });
    const query = 'query ($ms: Int!) { spin(ms: $ms, cost: 400) }';
    // Less than what is left to a worker thread the next time; one that arrives while another spins is read after it.
    const ms = limits.inFrontMs - 10;
    await Promise.all(Array.from({ length: 5 }, async () => served.ask(query, { ms })));
    const lines = await linesOf(served, 'request', 5);
    const waited = lines.map(({ queuedMs }) => Number(queuedMs));
    // A turn begins when the operation is read, which may be shortly after the one before it began.
    expect(Math.max(...waited)).toBeGreaterThan(ms / 2);
    expect(Math.min(...waited)).toBeLessThan(Math.max(...waited));
    for (const { runMs } of lines) expect(runMs).toBeGreaterThanOrEqual(ms);
  });
});

describe('what became of it', () => {
  test.each([
    ['refused', ['TOO_DEEP'], `{ thing ${'{ parent '.repeat(20)}{ name }${' }'.repeat(21)}`],
    ['refused', ['GRAPHQL_VALIDATION_FAILED'], '{ noField, norThis }'],
    ['refused', ['GRAPHQL_PARSE_FAILED'], '{'],
    ['refused', ['BAD_USER_INPUT'], '{ things(first: 101) { totalCount } }'],
    ['partial', ['UNKNOWN_ID'], '{ release a: refuses b: refuses }'],
    ['failed', ['INTERNAL_SERVER_ERROR'], '{ release fails }'],
    ['failed', ['INTERNAL_SERVER_ERROR', 'UNKNOWN_ID'], '{ fails refuses }'],
  ])('%s with %j', async (outcome, expected, document) => {
    const served = await serve();
    await served.ask(document);
    expect(await linesOf(served, 'request')).toMatchObject([{ outcome, codes: expected }]);
  });

  test('refused before it is read as GraphQL', async () => {
    const served = await serve();
    await fetch(served.url, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: '{ release }',
    });
    await fetch(served.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' });
    expect(await linesOf(served, 'request', 2)).toMatchObject([
      { outcome: 'refused', status: 415, codes: ['UNSUPPORTED_MEDIA_TYPE'] },
      { outcome: 'refused', codes: ['BAD_REQUEST'] },
    ]);
  });

  test('abandoned', async () => {
    const served = await serve();
    const gone = AbortSignal.timeout(200);
    const given = askOf(served.url, { query: '{ releaseAfter(ms: 1000) }' }, {}, gone);
    await expect(given).rejects.toThrow();
    expect(await linesOf(served, 'request')).toMatchObject([{ outcome: 'abandoned', abandoned: true }]);
  });
});

const trace = '0af7651916cd43dd8448eb211c80319c';
const span = 'b7ad6b7169203331';

describe('the trace that a client names in `traceparent`', () => {
  test.each([
    ['of version 00', `00-${trace}-${span}-01`, trace],
    ['of a later version, which may go on', `cc-${trace}-${span}-01-what-the-future-brings`, trace],
    ['of version 00 that goes on', `00-${trace}-${span}-01-more`, undefined],
    ['of version ff', `ff-${trace}-${span}-01`, undefined],
    ['in capital letters', `00-${trace.toUpperCase()}-${span}-01`, undefined],
    ['of zeros', `00-${'0'.repeat(32)}-${span}-01`, undefined],
    ['with a span of zeros', `00-${trace}-${'0'.repeat(16)}-01`, undefined],
    ['that is too short', `00-${trace.slice(1)}-${span}-01`, undefined],
    ['with something else in it', `00-${trace}-${span}-01\t`.replace('b7', 'b"'), undefined],
  ])('%s', async (_name, traceparent, traceId) => {
    const served = await serve();
    await served.ask('{ release }', undefined, { traceparent });
    const parentSpanId = traceId && span;
    expect(await linesOf(served, 'request')).toMatchObject([{ traceId, parentSpanId }]);
  });
});

describe('a slow operation', () => {
  const query = 'query Slow($ms: Int!, $cost: Int!) { reads(times: 5, cost: $cost) spin(ms: $ms, cost: 1) }';

  test.each([
    ['on the front thread', 1, undefined],
    ['on a worker thread', large, 'worker'],
  ])('%s has a line with its slowest statements, and no value', async (_where, cost, thread) => {
    const served = await serve({ slowMs: 150 });
    await served.ask(query, { ms: 160, cost });
    const lines = await linesOf(served, 'slow operation');
    const statement = { ms: expect.any(Number), rows: 1, sql: 'select content_hash as hash from release' };
    expect(lines).toMatchObject([
      {
        ...{ level: 'warn', outcome: 'ok', operation: 'Slow', document: expect.any(String), thread },
        ...{ cost: cost + 1, sqlStatements: 5, slowest: [statement, statement, statement] },
      },
    ]);
    expect(lines[0]?.runMs).toBeGreaterThanOrEqual(160);
  });

  test('that was ended has the statements that it had begun', async () => {
    const graph = import.meta.resolve('../kit/fixture-graph.ts');
    const workers = { graph, threads: 1, deadlineMs: 500, megabytes: 96 };
    const served = await serve({ workers, slowMs: 150 });
    expect(codes(await served.ask(query, { ms: 60_000, cost: large }))).toEqual(['DEADLINE_EXCEEDED']);
    expect(await linesOf(served, 'slow operation')).toMatchObject([
      {
        ...{ outcome: 'deadline', codes: ['DEADLINE_EXCEEDED'], sqlStatements: 5 },
        slowest: [{ sql: 'select content_hash as hash from release', unfinished: true }],
      },
    ]);
  });

  test.each([
    ['none is slow', 0],
    ['it was quicker', 10_000],
  ])('has none where %s', async (_why, slowMs) => {
    const served = await serve({ slowMs });
    await served.ask(query, { ms: 50, cost: 1 });
    await linesOf(served, 'request');
    expect(served.log.filter(({ level }) => level === 'warn')).toEqual([]);
  });
});
