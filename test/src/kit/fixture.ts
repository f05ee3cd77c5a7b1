/** Serves a small graph, that of fixture-graph.ts, on a real, tiny release over real HTTP. */

import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';
import type { WritableStore } from '../../../db/kit/store.ts';
import { insertSql, type Row } from '../../../db/kit/table.ts';
import { programHash } from '../../../db/release/program-hash.ts';
import { release } from '../../../db/tables/index.ts';
import type { LogEntry } from '../../../src/kit/log.ts';
import { openReleases, type Releases } from '../../../src/kit/releases.ts';
import { type RunningServer, type ServerOptions, startServer } from '../../../src/server.ts';
import { createEmpty } from '../../kit/empty-database.ts';
import { context, schema } from './fixture-graph.ts';

/** Takes what is to be done once a thing is needed no more. */
export type Until = (end: () => Promise<void>) => void;

/** For things that last until all tests of a file are over; the last that was made ends first. */
export function untilFileIsOver(): Until {
  const ends: (() => Promise<void>)[] = [];
  afterAll(async () => {
    for (const end of ends.reverse()) await end();
  });
  return (end) => void ends.push(end);
}

/** A folder that is gone when the test is over. */
export function temporaryFolder(until: Until = onTestFinished): string {
  const folder = mkdtempSync(join(tmpdir(), 'coverage-graph-'));
  until(async () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes what a finished database says of itself: synthetic, but for the program, which is this one. */
export function addRelease(store: WritableStore, more: Partial<Row<typeof release>>): void {
  store.run(insertSql(release), {
    ...{ contentHash: 'synthetic', feedId: 'feed', counts: '{}', largestGroups: null },
    ...{ programHash: programHash(), programVersion: '0.0.0', builtAt: '2026-01-01T00:00:00Z' },
    ...more,
  });
}

/** The release that nearly every server of the tests begins with, as it is in its file: made once for each worker. */
let first: Buffer | undefined;

/** Puts a finished, empty release with that hash in place of whatever is at `file`. */
export function putRelease(
  file: string,
  hash: string,
  how: { cutShort?: boolean; builtAt?: string; program?: string } = {},
): void {
  const draft = `${file}.${hash}`;
  const isFirst = hash === 'first' && Object.keys(how).length === 0;
  if (isFirst && first) writeFileSync(draft, first);
  else {
    const store = createEmpty(draft);
    const { program = programHash(), builtAt = '2026-01-01T00:00:00Z' } = how;
    addRelease(store, { contentHash: hash, programHash: program, builtAt });
    store.close();
    if (isFirst) first = readFileSync(draft);
  }
  if (how.cutShort) truncateSync(draft, statSync(draft).size / 2);
  renameSync(draft, file);
}

/** An answer as a client sees it. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    readonly data?: Record<string, unknown> | null;
    readonly errors?: readonly {
      readonly message: string;
      readonly path?: readonly (string | number)[];
      readonly extensions?: Record<string, unknown>;
    }[];
  };
}

/** A server under test. */
export interface Served {
  readonly url: string;
  readonly origin: string;
  readonly file: string;
  readonly server: RunningServer;
  readonly releases: Releases;
  readonly log: readonly LogEntry[];
  ask(query: string, variables?: unknown, headers?: Record<string, string>): Promise<Answer>;
}

/** Serves the graph on a free port until the test is over, from a copy of `database` or a fresh release with the hash `first`. */
export async function serve(
  overrides: Partial<ServerOptions> & { withoutRelease?: boolean; database?: string; until?: Until } = {},
): Promise<Served> {
  const { until = onTestFinished } = overrides;
  const file = join(temporaryFolder(until), 'release.sqlite');
  if (overrides.database) copyFileSync(overrides.database, file);
  else if (!overrides.withoutRelease) putRelease(file, 'first');
  const log: LogEntry[] = [];
  const keep = (entry: LogEntry) => log.push(entry);
  const releases = await openReleases({ file, pollMs: 3_600_000, log: keep });
  const server = await startServer({
    host: '127.0.0.1',
    port: 0,
    maxConnections: 1_000,
    clients: { connections: 1_000, trust: () => false },
    maxSubscriptions: 100,
    maxExports: 4,
    drainMs: 0,
    // No test but those of real processes has clients that are still to come.
    quietMs: 1,
    allowedOrigins: new Set(),
    operations: new Map(),
    persistedOnly: false,
    mcp: true,
    repeatBytes: 1024 * 1024,
    clock: () => new Date(),
    logRequests: true,
    slowMs: 0,
    log: keep,
    schema,
    context,
    workers: {
      graph: import.meta.resolve('./fixture-graph.ts'),
      threads: 1,
      deadlineMs: 20_000,
      megabytes: 96,
    },
    releases,
    ...overrides,
  });
  until(async () => {
    await server.drain();
    releases.close();
  });
  const url = server.url.replace('localhost', '127.0.0.1');
  return {
    url,
    origin: new URL(url).origin,
    file,
    server,
    releases,
    log,
    ask: (document, variables, headers) => ask(url, { query: document, variables }, headers),
  };
}

/** Posts a body as JSON and reads the answer. */
export async function ask(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
  signal: AbortSignal | null = null,
): Promise<Answer> {
  const accept = 'application/graphql-response+json';
  const response = await fetch(url, {
    method: 'POST',
    headers: { accept, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    signal,
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Answer['body'],
  };
}

/** Asks with GET, and reads the answer as text. */
export async function get(
  url: string,
  parameters: Readonly<Record<string, string>>,
  headers: Record<string, string> = {},
): Promise<{ status: number; headers: Headers; text: string }> {
  const accept = 'application/graphql-response+json';
  const response = await fetch(`${url}?${new URLSearchParams(parameters)}`, {
    headers: { accept, ...headers },
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** The codes of an answer's errors. */
export function codes(answer: Answer): readonly unknown[] {
  return (answer.body.errors ?? []).map((error) => error.extensions?.code);
}
