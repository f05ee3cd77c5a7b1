/** The HTTP server: health, the page, the graph, and how it stops without dropping a request. */

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as after, setImmediate as nextTurn } from 'node:timers/promises';
import type { GraphQLSchema } from 'graphql';
import { createExports } from './export/handler.ts';
import type { Web } from './graphiql/serve.ts';
import { createGraphql, graphqlPath } from './graphql/handler.ts';
import { manifestOf, type Operations, operationsPath } from './graphql/manifest.ts';
import { createSubscriptions } from './graphql/subscriptions.ts';
import type { Log } from './kit/log.ts';
import type { Releases } from './kit/releases.ts';
import type { MakeContext } from './kit/request-context.ts';
import { sendError, sendJson } from './kit/send-json.ts';
import { answerer } from './kit/with-release.ts';

/** What a server is made of. */
export interface ServerOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly maxConnections: number;
  readonly maxSubscriptions: number;
  readonly maxExports: number;
  readonly drainMs: number;
  readonly allowedOrigins: ReadonlySet<string>;
  /** The operations that clients may name by their hash. */
  readonly operations: Operations;
  /** Whether nothing else is answered. */
  readonly persistedOnly: boolean;
  /** Bytes of answers that are remembered for those who ask the same again; 0 remembers none. */
  readonly repeatBytes: number;
  readonly logRequests: boolean;
  readonly log: Log;
  readonly schema: GraphQLSchema;
  readonly context: MakeContext;
  readonly releases: Releases;
  /** Tells what time it is. */
  readonly clock: () => Date;
  /** The GraphiQL page; without it browsers get what programs get. */
  readonly web?: Web | undefined;
}

/** A server that listens. */
export interface RunningServer {
  /** Where the graph is, such as `http://localhost:4000/graphql`. */
  readonly url: string;
  /** Answers on for `drainMs` while saying it is about to go, then stops; resolves when nothing is open. */
  drain(): Promise<void>;
}

/** Half-sent requests are cut off after seconds, not minutes, and looked for every second. */
const patience = {
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
  maxHeaderSize: 16_384,
};

/** How long requests are held while the listener closes, in milliseconds. */
const holdMs = 50;

/** How long a drained server waits for answers still on their way, in milliseconds. */
const lastAnswersMs = 1_000;

/** Starts to listen; rejects when the address cannot be had. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { host, port, releases, web } = options;
  let arrivals = 0;
  const subscriptions = createSubscriptions(options);
  const counted = { ...options, arrivals: () => arrivals };
  const exports = createExports(counted);
  const answer = answerer(options, createGraphql({ ...counted, subscriptions }));
  const manifest = manifestOf(options.operations);
  const sendFile = answerer(options, exports.answer, 'until settled');
  let draining = false;
  /** Settles when requests may be answered again; see `closeListener`. */
  let held: Promise<void> | undefined;

  const server = createServer(patience, (request, response) => {
    arrivals += 1;
    if (held) void held.then(() => route(request, response));
    else route(request, response);
  });
  server.maxConnections = options.maxConnections;
  server.on('connection', () => {
    arrivals += 1;
  });

  function route(request: IncomingMessage, response: ServerResponse): void {
    // A client that is told so opens its next connection to whatever comes after this server.
    if (draining) response.setHeader('connection', 'close');
    const path = request.url?.split('?', 1)[0] ?? '';
    if (path === '/healthz') sendJson(request, response, 200, { status: 'alive' });
    else if (path === '/readyz') sendJson(request, response, ...readiness());
    else if (web?.(request, response, path)) return;
    else if (path === graphqlPath) answer(request, response);
    else if (path === operationsPath) sendJson(request, response, 200, manifest);
    else if (exports.has(path)) sendFile(request, response);
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
   * Whoever has connected but not been accepted when a listener closes is cut off. So requests are held for a
   * moment: their clients wait instead of connecting anew, and the queue is empty when the listener goes.
   */
  async function closeListener(): Promise<void> {
    const release = Promise.withResolvers<void>();
    held = release.promise;
    await after(holdMs);
    await nextTurn();
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
      // Streams end first: their clients come again with the cursor they have, to whatever comes after this server.
      subscriptions.end();
      exports.end();
      await after(options.drainMs);
      await closeListener();
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
