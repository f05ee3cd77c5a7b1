/** Puts a process that answers together: settings, database, page, server, and what stops it. */

import { availableParallelism } from 'node:os';
import { ReleaseError } from '../db/kit/errors.ts';
import { openRates } from '../db/rates/open-rates.ts';
import { isAddress } from '../db/release/address.ts';
import { schema } from '../schema/index.ts';
import { graphContext } from '../schema/kit/context.ts';
import { ensureDatabase, makeFolderOf } from './database.ts';
import { explained } from './explained.ts';
import type { Follower } from './follow/follower.ts';
import { namesOf, type Operations, ownManifest, readOperations } from './graphql/manifest.ts';
import { jsonLog, type Log } from './kit/log.ts';
import { openReleases, type Releases } from './kit/releases.ts';
import { catchUncaught } from './kit/uncaught.ts';
import { createRateLimit, type RateLimit } from './limits/rate.ts';
import type { Metrics } from './metrics/metrics.ts';
import { openPages, webPage } from './own-pages.ts';
import type { PageBuild } from './pages/beside.ts';
import { type RunningServer, startServer } from './server.ts';
import { type Config, readConfig } from './settings.ts';
import { workerCount } from './supervisor/count.ts';
import { linkToSupervisor, type SupervisorLink } from './supervisor/link.ts';
import type { Ending } from './supervisor/messages.ts';

/** Starts everything the settings in `env` ask for; says why in a sentence, and sets the exit code, when it cannot. */
export async function start(env: NodeJS.ProcessEnv): Promise<void> {
  const link = linkToSupervisor();
  try {
    const config = readConfig(env);
    if (isAddress(config.DATABASE)) makeFolderOf(config.DATABASE_COPY);
    else if (config.BUILD === 'on') await ensureDatabase(config.DATABASE, announce);
    await serve(config, await openPages(config, announce), link);
  } catch (error) {
    announce(explained(error));
    process.exitCode = 1;
    // Its link would keep it alive.
    if (link) process.exit();
  }
}

async function serve(
  config: Config,
  page: Partial<PageBuild>,
  link: SupervisorLink | undefined,
): Promise<void> {
  const log = logOf(link);
  const share = sharedBy(link ? workerCount(config.WORKERS) : 1);
  const follows = isAddress(config.DATABASE);
  const file = follows ? config.DATABASE_COPY : config.DATABASE;
  const stored = { database: file, rates: config.RATES, password: config.RATES_PASSWORD };
  const rates = openRates(stored);
  const releases = await openReleases({
    ...{ file, pollMs: config.RELEASE_POLL_MS, log, awaited: follows },
    // Beside the database rates may be missing; a store that is named has to have them.
    rates: config.RATES === undefined ? undefined : rates,
  });
  const operations = readOperations([ownManifest, ...config.PERSISTED_OPERATIONS], schema);
  const metrics = await metricsOf(config, operations, link);
  const follower = follows ? await followerOf(config, releases, metrics, log) : undefined;
  const close = () => {
    follower?.close();
    releases.close();
    rates.close();
  };
  const server = await startServer({
    host: config.HOST,
    port: config.PORT,
    maxConnections: share(config.MAX_CONNECTIONS),
    clients: {
      connections: share(config.MAX_CONNECTIONS_PER_ADDRESS, leastPerAddress),
      trust: config.TRUST_PROXY,
      rate: rateOf(config, link),
    },
    maxSubscriptions: share(config.MAX_SUBSCRIPTIONS),
    maxExports: share(config.MAX_EXPORTS),
    drainMs: config.DRAIN_MS,
    quietMs,
    allowedOrigins: config.ALLOWED_ORIGINS,
    operations,
    metrics,
    persistedOnly: config.PERSISTED_ONLY,
    mcp: config.MCP,
    repeatBytes: share(config.REPEAT_CACHE_MB) * 1024 * 1024,
    clock: () => new Date(),
    hooks: config.HOOKS,
    logRequests: config.LOG_REQUESTS,
    slowMs: config.SLOW_MS,
    log,
    schema,
    context: (release, headers, now) => graphContext(release, headers, now, rates),
    rates,
    workers: {
      graph: import.meta.resolve('./workers/graph.ts'),
      rates: stored,
      threads: share(config.LARGE_THREADS || Math.max(1, availableParallelism() - 1)),
      deadlineMs: config.DEADLINE_MS,
      megabytes: config.LARGE_MB,
    },
    releases,
    follows: follower?.state,
    web: page.web,
    hasView: config.PAGE && page.web ? webPage.isAt : undefined,
    publicUrl: config.PUBLIC_URL,
    others: link && {
      turn: () => turnOf(link, releases, file),
      states: () => link.gather('state'),
    },
  });
  const sentence = `The graph is at ${server.url}${page.web ? `, the page for people at ${new URL('/', server.url)}` : ''}.`;
  if (link) {
    link.reports({ state: server.state, metrics: async () => (await metrics?.values()) ?? [] });
    endWithSupervisor(link, server, close);
    catchUncaught(log, () => {
      link.leaving();
      return server.drain('replaced');
    });
    link.ready(sentence);
  } else {
    announce(sentence);
    stopOnSignals(server, close);
    catchUncaught(log, () => server.drain());
  }
  await page.run?.();
  link?.built();
}

/** Shorter, and a client that has just connected may be cut off; longer, and a stop takes longer. */
const quietMs = 100;

/** Begins to follow the address in `DATABASE`; loaded only where there is one. */
async function followerOf(
  { DATABASE, DATABASE_COPY: file, DATABASE_TOKEN: token, DATABASE_POLL_MS: pollMs }: Config,
  releases: Releases,
  metrics: Metrics | undefined,
  log: Log,
): Promise<Follower> {
  const { follow } = await import('./follow/follower.ts');
  const address = new URL(DATABASE);
  return follow({ address, file, token, pollMs, log, placed: releases.check, looked: metrics?.looked });
}

/** The least part of `MAX_CONNECTIONS_PER_ADDRESS`: the connections of one address do not come to all processes alike. */
const leastPerAddress = 20;

/** The part that each of several processes has of a limit on all of them, rounded up; where that is less, `least` of it. */
const sharedBy =
  (processes: number) =>
  (limit: number, least = 0): number =>
    Math.max(Math.ceil(limit / processes), Math.min(limit, least));

/** The log, where several processes write one, with who wrote a line. */
function logOf(link: SupervisorLink | undefined): Log {
  const log = jsonLog((line) => process.stdout.write(line));
  return link ? (entry) => log({ ...entry, worker: process.pid }) : log;
}

/** Milliseconds after which processes tell each other what clients sent. */
const shareMs = 100;

/** The limit on the rate of each client, which all processes together apply. */
function rateOf({ RATE_LIMIT }: Config, link: SupervisorLink | undefined): RateLimit | undefined {
  if (RATE_LIMIT === 'off') return undefined;
  const rate = createRateLimit(RATE_LIMIT);
  link?.onTaken(rate.takeElsewhere);
  setInterval(() => {
    const taken = rate.takenHere();
    if (taken.length > 0) link?.share(taken);
  }, shareMs).unref();
  return rate;
}

/** Waits for this worker's turn. Without a release it would refuse what the others can answer, so it does not start. */
async function turnOf(link: SupervisorLink, releases: Releases, file: string): Promise<void> {
  await link.turn();
  const lease = releases.lease();
  lease?.end();
  if (lease) return;
  const others = await link.gather('state');
  if (others?.workers.some(({ report }) => report?.release))
    throw new ReleaseError(`${file} cannot be served; those that opened an earlier release go on.`);
}

/** Ends as the supervisor says, or on SIGTERM to this worker alone, which another one replaces. */
function endWithSupervisor(link: SupervisorLink, server: RunningServer, last: () => void): void {
  const end = async (ending: Ending) => {
    await server.drain(ending);
    last();
    process.exit(0);
  };
  link.onEnd(end);
  process.once('SIGTERM', () => {
    link.leaving();
    void end('replaced');
  });
}

/** The metrics, with their listener where there is no supervisor; loaded only where they are wanted. */
async function metricsOf(
  config: Config,
  operations: Operations,
  link: SupervisorLink | undefined,
): Promise<Metrics | undefined> {
  const { METRICS_HOST: host, METRICS_PORT: port } = config;
  if (port === undefined) return undefined;
  const { createMetrics } = await import('./metrics/metrics.ts');
  const metrics = createMetrics(namesOf(operations));
  if (link) return metrics; // its supervisor listens, for all
  const { listenForMetrics } = await import('./metrics/listener.ts');
  const { url } = await listenForMetrics({ host, port }, metrics.read);
  announce(`The metrics are at ${url}.`);
  return metrics;
}

function stopOnSignals(server: RunningServer, last: () => void): void {
  const stop = async (signal: string) => {
    announce(`Stopping on ${signal}.`);
    await server.drain();
    last();
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

/** Sentences are for people and go to stderr; stdout is the log. */
function announce(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}
