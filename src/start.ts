/** Puts the process together: settings, database, page, server, and the signals that stop it. */

import { ReleaseError } from '../db/kit/errors.ts';
import { schema } from '../schema/index.ts';
import { graphContext } from '../schema/kit/context.ts';
import { FolderError, LockError } from '../seed/build/build.ts';
import { CheckError } from '../seed/build/drafts.ts';
import { SourceError } from '../seed/kit/problems.ts';
import { FileError } from '../seed/load/format/file.ts';
import { ensureDatabase } from './database.ts';
import { OperationsError, ownManifest, readOperations } from './graphql/manifest.ts';
import { describeError, jsonLog } from './kit/log.ts';
import { openReleases } from './kit/releases.ts';
import { catchUncaught } from './kit/uncaught.ts';
import { openPages } from './own-pages.ts';
import type { PageBuild } from './pages/beside.ts';
import { type RunningServer, startServer } from './server.ts';
import { type Config, ConfigError, readConfig } from './settings.ts';

/** Starts everything the settings in `env` ask for; says why in a sentence, and sets the exit code, when it cannot. */
export async function start(env: NodeJS.ProcessEnv): Promise<void> {
  try {
    const config = readConfig(env);
    if (config.BUILD) await ensureDatabase(config.DATABASE, announce);
    await serve(config, await openPages(config, announce));
  } catch (error) {
    announce(isExplained(error) ? error.message : (describeError(error).stack ?? String(error)));
    process.exitCode = 1;
  }
}

async function serve(config: Config, page: Partial<PageBuild>): Promise<void> {
  const log = jsonLog((line) => process.stdout.write(line));
  const releases = await openReleases({ file: config.DATABASE, pollMs: config.RELEASE_POLL_MS, log });
  const server = await startServer({
    host: config.HOST,
    port: config.PORT,
    maxConnections: config.MAX_CONNECTIONS,
    maxSubscriptions: config.MAX_SUBSCRIPTIONS,
    maxExports: config.MAX_EXPORTS,
    drainMs: config.DRAIN_MS,
    allowedOrigins: config.ALLOWED_ORIGINS,
    operations: readOperations([ownManifest, ...config.PERSISTED_OPERATIONS], schema),
    persistedOnly: config.PERSISTED_ONLY,
    repeatBytes: config.REPEAT_CACHE_MB * 1024 * 1024,
    clock: () => new Date(),
    logRequests: config.LOG_REQUESTS,
    log,
    schema,
    context: graphContext,
    workers: {
      graph: import.meta.resolve('./workers/graph.ts'),
      threads: config.WORKER_THREADS,
      deadlineMs: config.DEADLINE_MS,
      megabytes: config.WORKER_MB,
    },
    releases,
    web: page.web,
  });
  announce(
    `The graph is at ${server.url}${page.web ? `, the page for people at ${new URL('/', server.url)}` : ''}.`,
  );
  void page.run?.();
  stopOnSignals(server, () => releases.close());
  catchUncaught(log, server.drain);
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

/** Errors whose message says all that whoever starts the server has to know. */
function isExplained(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const ours = [
    ConfigError,
    OperationsError,
    ReleaseError,
    SourceError,
    FileError,
    FolderError,
    CheckError,
    LockError,
  ].some((kind) => error instanceof kind);
  return ours || ('syscall' in error && error.syscall === 'listen');
}

/** Sentences are for people and go to stderr; stdout is the log. */
function announce(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}
