/** Puts the process together: settings, database, page, server, and the signals that stop it. */

import { ReleaseError } from '../db/kit/errors.ts';
import { schema } from '../schema/index.ts';
import { graphContext } from '../schema/kit/context.ts';
import { CheckError, LockError } from '../seed/build/build.ts';
import { SourceError } from '../seed/kit/problems.ts';
import { FileError } from '../seed/load/format/file.ts';
import { ensureDatabase } from './database.ts';
import { ensurePage } from './graphiql/build.ts';
import { readExamples } from './graphiql/examples.ts';
import { serveWeb, type Web } from './graphiql/serve.ts';
import { graphqlPath } from './graphql/handler.ts';
import { OperationsError, ownManifest, readOperations } from './graphql/manifest.ts';
import { describeError, jsonLog } from './kit/log.ts';
import { openReleases } from './kit/releases.ts';
import { catchUncaught } from './kit/uncaught.ts';
import { type RunningServer, startServer } from './server.ts';
import { type Config, ConfigError, readConfig } from './settings.ts';

/** Starts everything the settings in `env` ask for; says why in a sentence, and sets the exit code, when it cannot. */
export async function start(env: NodeJS.ProcessEnv): Promise<void> {
  try {
    const config = readConfig(env);
    const [web] = await Promise.all([webOf(config), config.BUILD && ensureDatabase(config.DATABASE, tell)]);
    await serve(config, web);
  } catch (error) {
    tell(isExplained(error) ? error.message : (describeError(error).stack ?? String(error)));
    process.exitCode = 1;
  }
}

async function serve(config: Config, web: Web | undefined): Promise<void> {
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
    releases,
    web,
  });
  tell(`The graph is at ${server.url}${web ? ', and GraphiQL there in a browser' : ''}.`);
  stopOnSignals(server, () => releases.close());
  catchUncaught(log, server.drain);
}

/** Never fails: a graph without its page is of more use than neither. */
async function webOf(config: Config): Promise<Web | undefined> {
  if (!config.GRAPHIQL || config.PERSISTED_ONLY) return undefined;
  try {
    return serveWeb(await ensurePage(tell), graphqlPath, readExamples());
  } catch (error) {
    tell(`GraphiQL is off, because its page could not be built: ${describeError(error).message}`);
    return undefined;
  }
}

function stopOnSignals(server: RunningServer, last: () => void): void {
  const stop = async (signal: string) => {
    tell(`Stopping on ${signal}.`);
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
    CheckError,
    LockError,
  ].some((kind) => error instanceof kind);
  return ours || ('syscall' in error && error.syscall === 'listen');
}

/** Sentences are for people and go to stderr; stdout is the log. */
function tell(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}
