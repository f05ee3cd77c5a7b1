/** The last resort for errors that nothing caught. Each of them is a bug in the code that let it through. */

import { describeError, type Log } from './log.ts';

/** How long a process whose state is in doubt may take to finish what it is answering, in milliseconds. */
const lastMs = 10_000;

/**
 * Logs what nothing caught. An unhandled rejection affects the request that it belongs to alone: the process goes on. After
 * an uncaught exception the state of the process is unknown: it drains, then exits with 1.
 */
export function catchUncaught(log: Log, drain: () => Promise<void>): void {
  process.on('unhandledRejection', (reason) => {
    log({ level: 'error', event: 'unhandled rejection', ...describeError(reason) });
  });
  process.once('uncaughtException', (error) => {
    log({ level: 'error', event: 'uncaught exception', ...describeError(error) });
    // A second one must not stop the first from being drained, and nothing may keep the process for ever.
    process.on('uncaughtException', (next) =>
      log({ level: 'error', event: 'uncaught exception', ...describeError(next) }),
    );
    setTimeout(() => process.exit(1), lastMs).unref();
    void drain().finally(() => process.exit(1));
  });
}
