/** The HTTP server: health, the page, the limits on clients, and stopping without dropping a request. What else it answers: `routes.ts`. */

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, Server as NetServer } from 'node:net';
import { setTimeout as after, setImmediate as nextTurn } from 'node:timers/promises';
import type { FollowState } from './follow/state.ts';
import { graphqlPath } from './graphql/handler.ts';
import { createSubscriptions } from './graphql/subscriptions.ts';
import { sendJson } from './kit/send-json.ts';
import type { EndedRequest } from './kit/with-release.ts';
import { type ClientLimits, limitConnections, refusedByRate } from './limits/clients.ts';
import { createQueue } from './limits/queue.ts';
import type { Metrics } from './metrics/metrics.ts';
import { requestLine, slowLine } from './observe/request-lines.ts';
import type { Web } from './pages/serve.ts';
import { createRoutes, type RouteOptions } from './routes.ts';
import type { Ending, GatheredReports, ServerState } from './supervisor/messages.ts';
import { createWorkers, type WorkerOptions } from './workers/pool.ts';

/** The dependencies and settings of a server. */
export interface ServerOptions extends RouteOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly maxConnections: number;
  /** The limits on each client. */
  readonly clients: ClientLimits;
  readonly maxSubscriptions: number;
  readonly drainMs: number;
  /** Milliseconds without an arrival after which a server that stops closes its listener. */
  readonly quietMs: number;
  readonly logRequests: boolean;
  /** Milliseconds from which an operation is logged as slow; 0 logs none. */
  readonly slowMs: number;
  /** The worker threads for large operations; their graph is that of the routes. */
  readonly workers: WorkerOptions;
  /** How the address that is followed compares with what is served; none where a file is. */
  readonly follows?: (() => FollowState) | undefined;
  /** What is measured, where it is wanted. */
  readonly metrics?: Metrics | undefined;
  /** The pages; without them browsers get the same as programs. */
  readonly web?: Web | undefined;
  /** The processes that listen at the same address; without it this one is alone. */
  readonly others?: OtherProcesses | undefined;
}

/** The processes of one supervisor. */
export interface OtherProcesses {
  /** Resolves when this process is to listen. */
  turn(): Promise<void>;
  /** The states of all, this process included; undefined where they cannot be had now. */
  states(): Promise<GatheredReports<ServerState> | undefined>;
}

/** A server that listens. */
export interface RunningServer {
  /** The URL of the graph, such as `http://localhost:4000/graphql`. */
  readonly url: string;
  /** What it can do now. */
  state(): ServerState;
  /**
   * Ends; resolves when no connection is open. When the whole stops, it keeps answering for `drainMs` while not ready. When it
   * is replaced, it finishes what it has begun.
   */
  drain(ending?: Ending): Promise<void>;
}

/** Incomplete requests are cut off after seconds, not minutes, and checked for every second. */
const patience = {
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
  maxHeaderSize: 16_384,
};

/** The most milliseconds for which requests are delayed until none arrives any more. */
const longestPauseMs = 1_000;

/** Milliseconds for which a request may still come on a connection to a server that stops, and for which the last one waits for the others. */
const lateRequestsMs = 500;
const othersMs = 3_000;

/** Milliseconds for which a drained server waits for unfinished answers. */
const lastAnswersMs = 1_000;

/** Milliseconds for which a server that is replaced waits for its clients: idle ones go long before, downloads take longer. */
const longestLeaveMs = 60_000;

/** Starts to listen; rejects when the address is not available. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { host, port, releases, web, log, metrics } = options;
  let arrivals = 0;
  const subscriptions = createSubscriptions(options);
  const queue = createQueue(() => arrivals);
  const workers = createWorkers(options.workers, log);
  const routes = createRoutes({
    ...options,
    subscriptions,
    queue,
    executeLarge: workers.execute,
    deadlineMs: options.workers.deadlineMs,
    awaited: options.follows !== undefined,
    ended,
  });
  metrics?.watch({
    waiting: () => ({ front: queue.waiting(), workers: workers.waiting() }),
    release() {
      const lease = releases.lease();
      lease?.end();
      return lease?.release.info;
    },
    follows: () => options.follows?.(),
  });
  if (metrics) releases.onSwap(metrics.swapped);
  /** How this server ends, once it does. */
  let ending: Ending | undefined;
  const hurried = Promise.withResolvers<void>();
  /** Settles when requests may be answered again; see `closeListener`. */
  let pause: Promise<void> | undefined;

  const server = createServer(patience, (request, response) => {
    arrivals += 1;
    if (pause) void pause.then(() => route(request, response));
    else route(request, response);
  });
  server.maxConnections = options.maxConnections;
  // Beside others, node:cluster would offer it to one after the other until one has room.
  Object.assign(server, { dropMaxConnection: true });
  limitConnections(server, options.clients, options.log);
  server.on('connection', () => {
    arrivals += 1;
  });

  function route(request: IncomingMessage, response: ServerResponse): void {
    // The client then opens its next connection to the server that replaces this one.
    if (ending) response.setHeader('connection', 'close');
    const path = request.url?.split('?', 1)[0] ?? '';
    if (path === '/healthz') sendJson(request, response, 200, { status: 'alive' });
    else if (path === '/readyz') void sendReadiness(request, response);
    else if (web?.(request, response, path)) return;
    else if (refusedByRate(request, response, options.clients, options.allowedOrigins)) return;
    else routes.answer(request, response, path);
  }

  function ended(request: EndedRequest): void {
    metrics?.record(request);
    if (options.logRequests) log(requestLine(request));
    const slow = slowLine(request, options.slowMs);
    if (slow) log(slow);
  }

  function state(): ServerState {
    const lease = releases.lease();
    lease?.end();
    // One that is replaced answers what still comes to it, and the whole is ready.
    if (ending && ending !== 'replaced') return { status: 'draining' };
    const follows = options.follows?.();
    if (!lease) return { status: 'no release', ...(follows && { follows }) };
    const { hash, builtAt } = lease.release.info;
    const ageSeconds = Math.round((options.clock().getTime() - Date.parse(builtAt)) / 1000);
    const behind = releases.behind();
    return {
      ...{ status: 'ready', release: hash, builtAt },
      ...(behind && { database: behind }),
      ...(follows && { follows: { ...follows, ageSeconds } }),
    };
  }

  async function sendReadiness(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const own = state();
    const all = await options.others?.states();
    const workers = all?.workers.map(({ pid, phase, report }) => ({
      pid,
      status: phase === 'ready' ? (report?.status ?? 'no answer') : phase,
      release: report?.release,
    }));
    const body = { ...own, ...(all && { wanted: all.wanted, workers }) };
    sendJson(request, response, own.status === 'ready' ? 200 : 503, body);
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
      await after(options.quietMs);
      await nextTurn();
    } while (arrivals !== seen && performance.now() < until);
    const closed = close(server);
    await listenerClosed();
    release.resolve();
    await closed;
  }

  /**
   * Settles when no connection comes any more. The supervisor, which accepts them, hears later that this worker listens no
   * more; what it answers after that comes after all that it passed on before, which this worker has then sent back.
   */
  async function listenerClosed(): Promise<void> {
    await options.others?.states();
  }

  /** Takes no connection any more, but closes none; resolves when the last one is closed by its client, or has been idle. */
  async function stopListening(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    // That of an HTTP server closes connections on which a request may be under way.
    NetServer.prototype.close.call(server, () => resolve());
    await listenerClosed();
    await promise;
  }

  /** Waits until the clients of all others have come here: clients that connect while the last listener closes would be cut off. */
  async function othersGone(): Promise<void> {
    const until = performance.now() + othersMs;
    while (performance.now() < until) {
      const all = await options.others?.states();
      if (!all || all.workers.length <= 1) return;
      await after(options.quietMs / 2);
    }
  }

  async function end(how: Ending): Promise<void> {
    ending = how;
    // Streams end first: their clients resume with their cursor at the server that replaces this one.
    subscriptions.end();
    if (how === 'replaced') {
      await Promise.race([stopListening(), after(longestLeaveMs), hurried.promise]);
      await close(server);
    } else {
      routes.endExports();
      await after(options.drainMs);
      if (how === 'last') {
        await othersGone();
        await closeListener();
      } else {
        // Clients that have connected but sent nothing yet would be cut off.
        await Promise.race([stopListening(), after(lateRequestsMs)]);
        await close(server);
      }
    }
    await workers.close();
  }

  let draining: Promise<void> | undefined;
  await options.others?.turn();
  await listen(server, port, host);
  return {
    url: urlOf(server, host),
    state,
    drain(how = 'last') {
      if (how !== 'replaced') hurried.resolve();
      draining ??= end(how);
      return draining;
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
