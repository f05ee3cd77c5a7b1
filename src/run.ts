/** What `npm start` runs: one process that answers, or a supervisor of several. */

import cluster from 'node:cluster';
import { isAddress } from '../db/release/address.ts';
import { jsonLog, type Log } from './kit/log.ts';
import { type Config, readConfig } from './settings.ts';
import { workerCount } from './supervisor/count.ts';
import { type SuperviseOptions, supervise } from './supervisor/supervise.ts';

/** How the supervisor listens for those who read metrics; undefined where there are to be none. */
function metricsListener(
  config: Config,
  announce: (sentence: string) => void,
): SuperviseOptions['listenForMetrics'] {
  const { METRICS_HOST: host, METRICS_PORT: port } = config;
  if (port === undefined) return undefined;
  return async (gather) => {
    const { addedUp } = await import('./metrics/added-up.ts');
    const { listenForMetrics } = await import('./metrics/listener.ts');
    const { url } = await listenForMetrics({ host, port }, async () => addedUp(await gather()));
    announce(`The metrics are at ${url}.`);
  };
}

/** Sends changes to those who are configured, from this process alone; loaded only where there are any. */
async function sendChanges(config: Config, log: Log): Promise<void> {
  const { WEBHOOKS: file, DATABASE, DATABASE_COPY, RELEASE_POLL_MS: pollMs, PUBLIC_URL: publicUrl } = config;
  if (file === undefined) return;
  const { startWebhooks } = await import('./webhooks/start.ts');
  const database = isAddress(DATABASE) ? DATABASE_COPY : DATABASE;
  startWebhooks({ file, database, pollMs, publicUrl, log });
}

/** Milliseconds beyond `DRAIN_MS` after which workers that were to end are ended. */
const lastMs = 10_000;

/** Runs what the settings in `env` ask for. */
export async function run(env: NodeJS.ProcessEnv): Promise<void> {
  const announce = (sentence: string) => void process.stderr.write(`${sentence}\n`);
  try {
    const config = readConfig(env);
    const log = jsonLog((line) => process.stdout.write(line));
    if (!cluster.isWorker) await sendChanges(config, log);
    if (cluster.isWorker || config.WORKERS === 1) {
      // The graph takes memory and a second to load: the supervisor, which answers nothing, does without.
      const { start } = await import('./start.ts');
      await start(env);
      return;
    }
    const stopMs = config.DRAIN_MS + lastMs;
    const workers = workerCount(config.WORKERS);
    const listenForMetrics = metricsListener(config, announce);
    process.exit(
      await supervise({ workers, build: config.BUILD === 'on', stopMs, log, announce, listenForMetrics }),
    );
  } catch (error) {
    // Those of webhooks are known by name: their class is loaded only where there are any.
    const isExplained = error instanceof Error && ['ConfigError', 'WebhooksError'].includes(error.name);
    if (!isExplained) throw error;
    announce(error.message);
    process.exitCode = 1;
  }
}
