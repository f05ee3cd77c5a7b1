/** An operation has the same answer whichever thread executes it. */

import { basename } from 'node:path';
import { normalizedExecutor } from '@graphql-tools/executor';
import { type ExecutionResult, execute, parse } from 'graphql';
import { afterAll, expect, test } from 'vitest';
import { schema } from '../../../schema/index.ts';
import { graphContext } from '../../../schema/kit/context.ts';
import { createWorkers } from '../../../src/workers/pool.ts';
import { noon, release } from '../../kit/graph.ts';
import { questionFile, questions } from '../../kit/questions.ts';

const graph = import.meta.resolve('../../../src/workers/graph.ts');
const workers = createWorkers({ graph, threads: 1, deadlineMs: 30_000, megabytes: 512 }, () => {});
afterAll(() => workers.close());

const textOf = ({ stringify, data, errors }: ExecutionResult & { stringify?: () => string }) =>
  stringify?.() ?? JSON.stringify({ data, errors });

async function onWorker(document: string, headers: Record<string, string> = {}) {
  const { image, info } = release;
  if (!image) throw new Error('The seeded release is a file.');
  const task = {
    file: image.file,
    info,
    document,
    operationName: undefined,
    variables: {},
    headers: Object.entries(headers),
    now: noon,
    facts: { id: 'synthetic', started: 0, release: info.hash, cost: 7 },
  };
  return textOf(await workers.execute({ task, cost: 1, largestPart: '', whenClosed: () => {} }));
}

async function here(document: string, headers: Record<string, string> = {}) {
  const contextValue = {
    ...graphContext(release, new Headers(headers), noon),
    cost: () => ({ estimated: 7, limit: 50_000 }),
  };
  const { data, errors } = await execute({ schema, document: parse(document), contextValue });
  return textOf({ data: data ?? null, ...(errors && { errors }) });
}

test.each(questions)('%s', async (path) => {
  const document = questionFile(basename(path), 'graphql');
  expect(await onWorker(document)).toBe(await here(document));
});

const onDay = { 'as-of-date-of-service': '2024-03-01', 'as-of-known-at': '2026-11-20T00:00:00Z' };

test('on another day, given in headers', async () => {
  const document =
    '{ billingCode(code: "77080") { coverage(first: 3) { nodes { id validFrom } } } graphInfo { asOf { dateOfService knownAt } } operationCost { estimated } }';
  expect(await onWorker(document, onDay)).toBe(await here(document, onDay));
});

test('errors come before data, as on the front thread', async () => {
  const { image, info } = release;
  const document = '{ known: payer(slug: "aetna") { slug } unknown: payer(slug: "nobody") { slug } }';
  const facts = { id: 'synthetic', started: 0, release: info.hash, cost: 7 };
  const given = { info, document, operationName: undefined, variables: {}, headers: [], now: noon, facts };
  const task = { ...given, file: image?.file ?? '' };
  const there = await workers.execute({ task, cost: 1, largestPart: '', whenClosed: () => {} });
  const contextValue = graphContext(release, new Headers(), noon);
  const here = await normalizedExecutor({ schema, document: parse(document), contextValue });
  expect(Object.keys(there)).toEqual(Object.keys(here));
});

test('with errors beside data, each with its code, path and place', async () => {
  const document =
    '{\n  known: billingCode(code: "77080") { code }\n  unknown: billingCode(code: "00000") { code }\n  none: billingCode(code: "?") { code }\n}';
  expect(await onWorker(document)).toBe(await here(document));
});
