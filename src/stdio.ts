/** What `npm run mcp` runs: answers an assistant on this machine over standard input and output, of which nothing else is written to. */

import { randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { openRates } from '../db/rates/open-rates.ts';
import { isAddress } from '../db/release/address.ts';
import { schema } from '../schema/index.ts';
import { graphContext } from '../schema/kit/context.ts';
import { ensureDatabase } from './database.ts';
import { explained } from './explained.ts';
import { createGraphql, type Graphql } from './graphql/handler.ts';
import { ownManifest, readOperations } from './graphql/manifest.ts';
import { createSubscriptions } from './graphql/subscriptions.ts';
import { describeError, jsonLog } from './kit/log.ts';
import { refusal } from './kit/refusal.ts';
import { openReleases, type Releases } from './kit/releases.ts';
import { currentRequest, type RequestFacts } from './kit/request.ts';
import type { MakeContext } from './kit/request-context.ts';
import type { EndedRequest } from './kit/with-release.ts';
import { createQueue } from './limits/queue.ts';
import { assistantServer, type ExecuteInner } from './mcp/assistant.ts';
import { requestLine, slowLine } from './observe/request-lines.ts';
import { type Config, ConfigError, readConfig } from './settings.ts';
import { createWorkers } from './workers/pool.ts';

/** Answers until its input ends. */
export async function run(env: NodeJS.ProcessEnv): Promise<void> {
  try {
    const config = readConfig(env);
    if (isAddress(config.DATABASE))
      throw new ConfigError(
        'DATABASE is an address, which servers follow: connect the assistant to /mcp of such a server, or let DATABASE name a file.',
      );
    if (config.BUILD === 'on') await ensureDatabase(config.DATABASE, announce);
    await answer(config);
  } catch (error) {
    announce(explained(error));
    process.exitCode = 1;
  }
}

async function answer(config: Config): Promise<void> {
  const { DATABASE, PERSISTED_ONLY: persistedOnly } = config;
  const log = jsonLog((line) => process.stderr.write(line));
  const releases = await openReleases({ file: DATABASE, pollMs: config.RELEASE_POLL_MS, log });
  const deadlineMs = config.DEADLINE_MS;
  const stored = { database: DATABASE, rates: config.RATES, password: config.RATES_PASSWORD };
  const rates = openRates(stored);
  const context: MakeContext = (release, headers, now) => graphContext(release, headers, now, rates);
  const workers = createWorkers(
    {
      graph: import.meta.resolve('./workers/graph.ts'),
      rates: stored,
      threads: config.LARGE_THREADS || Math.max(1, availableParallelism() - 1),
      deadlineMs,
      megabytes: config.LARGE_MB,
    },
    log,
  );
  let calls = 0;
  const graphql = createGraphql({
    ...{ schema, context, log, deadlineMs, persistedOnly },
    ...{ allowedOrigins: config.ALLOWED_ORIGINS, repeatBytes: config.REPEAT_CACHE_MB * 1024 * 1024 },
    clock: () => new Date(),
    operations: readOperations([ownManifest, ...config.PERSISTED_OPERATIONS], schema),
    subscriptions: createSubscriptions({ releases, context, maxSubscriptions: 0 }),
    queue: createQueue(() => calls),
    executeLarge: workers.execute,
  });
  const execute = executor(graphql, releases, (request) => {
    calls += 1;
    if (config.LOG_REQUESTS) log(requestLine(request));
    const slow = slowLine(request, config.SLOW_MS);
    if (slow) log(slow);
  });
  process.on('unhandledRejection', (reason) =>
    log({ level: 'error', event: 'unhandled rejection', ...describeError(reason) }),
  );
  // Threads that wait for work would keep the process alive.
  process.stdin.once('close', () => process.exit());
  process.stdin.once('end', () => process.exit());
  serveStdio(() => assistantServer({ schema, persistedOnly, log }, execute), { maxSubscriptions: 0 });
  announce('Ready: it speaks the Model Context Protocol on standard input and output.');
}

/** Executes each operation as a request of its own: with a release from start to end, and a line in the log. */
function executor(
  graphql: Graphql,
  releases: Releases,
  ended: (request: EndedRequest) => void,
): ExecuteInner {
  return async (operation) => {
    const lease = releases.lease();
    if (!lease) return { errors: [refusal('NO_RELEASE', 'There is no release to answer from yet.', 503)] };
    const { release } = lease;
    const facts: RequestFacts = { id: randomUUID(), started: performance.now(), release: release.info.hash };
    const closed = Promise.withResolvers<void>();
    const whenClosed = (listener: () => void) => void closed.promise.then(listener);
    try {
      return await currentRequest.run(facts, () =>
        graphql.execute(operation, { release, letGo: lease.end, whenClosed }),
      );
    } finally {
      closed.resolve();
      lease.end();
      ended({ facts, method: 'MCP', status: 200, ms: performance.now() - facts.started });
    }
  };
}

/** Sentences are for people; clients show or keep what comes on standard error. */
function announce(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}
