/** The HTTP server: health, the page, the graph, exports, and stopping without dropping a request. */

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as after, setImmediate as nextTurn } from 'node:timers/promises';
import type { GraphQLSchema } from 'graphql';
import { createExports } from './export/handler.ts';
import { createGraphql, graphqlPath } from './graphql/handler.ts';
import { manifestOf, type Operations, operationsPath } from './graphql/manifest.ts';
import { createSubscriptions } from './graphql/subscriptions.ts';
import type { Log } from './kit/log.ts';
import type { Releases } from './kit/releases.ts';
import type { MakeContext } from './kit/request-context.ts';
import { sendError, sendJson } from './kit/send-json.ts';
import { answerer } from './kit/with-release.ts';
import { createQueue } from './limits/queue.ts';
import type { Web } from './pages/serve.ts';
import { createWorkers, type WorkerOptions } from './workers/pool.ts';

/** The dependencies and settings of a server. */
export interface ServerOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly maxConnections: number;
  readonly maxSubscriptions: number;
  readonly maxExports: number;
  readonly drainMs: number;
  readonly allowedOrigins: ReadonlySet<string>;
  /** The published operations, which clients may request by hash. */
  readonly operations: Operations;
  /** Whether only published operations are answered. */
  readonly persistedOnly: boolean;
  /** Size of the answer cache in bytes; 0 turns it off. */
  readonly repeatBytes: number;
  readonly logRequests: boolean;
  readonly log: Log;
  readonly schema: GraphQLSchema;
  readonly context: MakeContext;
  /** The worker threads for large operations; their graph is that of `schema` and `context`. */
  readonly workers: WorkerOptions;
  readonly releases: Releases;
  /** Returns the current time. */
  readonly clock: () => Date;
  /** The pages; without them browsers get the same as programs. */
  readonly web?: Web | undefined;
}

/** A server that listens. */
export interface RunningServer {
  /** The URL of the graph, such as `http://localhost:4000/graphql`. */
  readonly url: string;
  /** Keeps answering for `drainMs` while not ready, then stops; resolves when no connection is open. */
  drain(): Promise<void>;
}

/** Incomplete requests are cut off after seconds, not minutes, and checked for every second. */
const patience = {
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
  maxHeaderSize: 16_384,
};

/** What a program finds at `/`, where browsers get the page. */
const places = {
  graph: graphqlPath,
  operations: operationsPath,
  exports: ['/export/matrix.csv', '/export/statements.csv'],
  health: ['/healthz', '/readyz'],
  note: 'The graph answers GraphQL by GET and POST; browsers that ask for HTML get the page here and GraphiQL there.',
};

/** Milliseconds without an arrival after which the listener closes, and the most for which requests are delayed for that. */
const quietMs = 100;
const longestPauseMs = 1_000;

/** Milliseconds for which a drained server waits for unfinished answers. */
const lastAnswersMs = 1_000;

/** Starts to listen; rejects when the address is not available. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { host, port, releases, web } = options;
  let arrivals = 0;
  const subscriptions = createSubscriptions(options);
  const queue = createQueue(() => arrivals);
  const exports = createExports({ ...options, queue });
  const workers = createWorkers(options.workers, options.log);
  const answer = answerer(
    options,
    createGraphql({ ...options, subscriptions, queue, executeLarge: workers.execute }),
  );
  const manifest = manifestOf(options.operations);
  const sendFile = answerer(options, exports.answer, 'until settled');
  let draining = false;
  /** Settles when requests may be answered again; see `closeListener`. */
  let pause: Promise<void> | undefined;

  const server = createServer(patience, (request, response) => {
    arrivals += 1;
    if (pause) void pause.then(() => route(request, response));
    else route(request, response);
  });
  server.maxConnections = options.maxConnections;
  server.on('connection', () => {
    arrivals += 1;
  });

  function route(request: IncomingMessage, response: ServerResponse): void {
    // The client then opens its next connection to the server that replaces this one.
    if (draining) response.setHeader('connection', 'close');
    const path = request.url?.split('?', 1)[0] ?? '';
    if (path === '/healthz') sendJson(request, response, 200, { status: 'alive' });
    else if (path === '/readyz') sendJson(request, response, ...readiness());
    else if (web?.(request, response, path)) return;
    else if (path === graphqlPath) answer(request, response);
    else if (path === operationsPath) sendJson(request, response, 200, manifest);
    else if (exports.has(path)) sendFile(request, response);
    else if (path === '/') sendJson(request, response, 200, places);
    else
      sendError(
        request,
        response,
        404,
        'NOT_FOUND',
        `There is nothing here. The graph is at ${graphqlPath}.`,
      );
  }

  function readiness(): [status: number, body: object] {
    const lease = releases.lease();
    lease?.end();
    if (draining) return [503, { status: 'draining' }];
    if (!lease) return [503, { status: 'no release' }];
    const { hash, builtAt } = lease.release.info;
    return [200, { status: 'ready', release: hash, builtAt }];
  }

  /**
   * Clients that have connected but were not accepted when a listener closes are cut off. So requests are delayed until
   * none arrives any more: their clients wait instead of reconnecting, and the backlog is empty when the listener closes.
   */
  async function closeListener(): Promise<void> {
    const release = Promise.withResolvers<void>();
    pause = release.promise;
    const until = performance.now() + longestPauseMs;
    let seen: number;
    do {
      seen = arrivals;
      await after(quietMs);
      await nextTurn();
    } while (arrivals !== seen && performance.now() < until);
    const closed = close(server);
    release.resolve();
    await closed;
  }

  await listen(server, port, host);
  return {
    url: urlOf(server, host),
    async drain() {
      if (draining) return;
      draining = true;
      // Streams end first: their clients resume with their cursor at the server that replaces this one.
      subscriptions.end();
      exports.end();
      await after(options.drainMs);
      await closeListener();
      await workers.close();
    },
  };
}

async function listen(server: Server, port: number, host: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(port, host, resolve);
  await promise;
  server.off('error', reject);
}

async function close(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), lastAnswersMs);
  await promise;
  clearTimeout(late);
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  const name = host === '127.0.0.1' || host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}${graphqlPath}`;
}
