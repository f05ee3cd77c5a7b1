/** The real graph behind a real server, and files as a client gets them. */

import { get, type IncomingMessage } from 'node:http';
import { parse } from 'csv-parse/sync';
import { inject, onTestFinished } from 'vitest';
import { createStore } from '../../../db/kit/store.ts';
import { createTables } from '../../../db/release/schema-sql.ts';
import { citation, coverage, source } from '../../../db/tables/index.ts';
import { schema } from '../../../schema/index.ts';
import { graphContext } from '../../../schema/kit/context.ts';
import { textWriter } from '../../../seed/kit/text-editions.ts';
import { add, addService, ids, rowWith } from '../../kit/synthetic.ts';
import { addRelease, type Served, serve } from './fixture.ts';

/** Serves a copy of a database, that of the seed unless another is named, until the test is over. */
export async function serveGraph(overrides: Parameters<typeof serve>[0] = {}): Promise<Served> {
  const graph = import.meta.resolve('../../../src/workers/graph.ts');
  const workers = { graph, threads: 1, deadlineMs: 30_000, megabytes: 512 };
  return serve({ schema, context: graphContext, workers, database: inject('database'), ...overrides });
}

/** What GraphQL answers; throws when it refuses. */
export async function requested<T>({ ask }: Served, document: string, variables: unknown): Promise<T> {
  const { body } = await ask(document, variables);
  if (body.errors) throw new Error(body.errors.map(({ message }) => message).join('\n'));
  return body.data as T;
}

type Cells = Readonly<Record<string, string>>;

/** The rows of a CSV file, without the apostrophes that keep cells from being run. */
export async function csvOf({ origin }: Served, path: string): Promise<readonly Cells[]> {
  const text = await (await fetch(origin + path)).text();
  const rows = parse(text, { columns: true }) as Cells[];
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell.replace(/^'(?=\W)/, '')])),
  );
}

/** The objects of an NDJSON file. */
export async function ndjsonOf<T>({ origin }: Served, path: string): Promise<readonly T[]> {
  const text = await (await fetch(origin + path)).text();
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

/** An answer of which nothing is read yet. */
export async function unread(url: string): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const sent = get(url, { agent: false }, resolve);
  sent.on('error', reject);
  const response = await promise;
  response.on('error', () => {}); // when it is broken off on purpose
  onTestFinished(() => void response.destroy());
  return response;
}

/** The whole of an answer. */
export async function bytesOf(response: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** Makes a finished release of so many statements, each with a summary that long. */
export function makeMany(file: string, hash: string, count: number, summaryLength: number): void {
  // Not from the empty database of other tests, whose pages are too small for so many rows.
  const store = createStore(file);
  createTables(store);
  store.transaction(() => {
    addService(store);
    add(store, source, { id: 'Source:one', slug: 'one', title: 'One' });
    const { component: componentId, code: codeId, payer: payerId } = ids;
    const text = textWriter(store);
    for (let n = 0; n < count; n++) {
      const id = `CoverageStatement:${String(n).padStart(6, '0')}`;
      const summary = `${n} `.padEnd(summaryLength, 'x');
      text.add(
        coverage,
        rowWith(coverage, { id, componentId, codeId, payerId, covered: 'COVERED', summary }),
      );
      const cited = { subjectId: id, seq: 0, sourceId: 'Source:one', locator: `page ${n}` };
      text.add(citation, rowWith(citation, cited));
    }
    text.settle();
    addRelease(store, { contentHash: hash, counts: JSON.stringify({ coverage: count }) });
  });
  store.close();
}
