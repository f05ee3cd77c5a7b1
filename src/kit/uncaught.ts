/** The last resort for errors that nothing caught. Each of them is a bug. */

import { describeError, type Log } from './log.ts';

/** Milliseconds that a process in an unknown state may take to finish its answers. */
const lastMs = 10_000;

/**
 * Logs uncaught errors. An unhandled rejection affects only its own request: the process continues. After an uncaught
 * exception the state of the process is unknown: it drains, then exits with 1.
 */
export function catchUncaught(log: Log, drain: () => Promise<void>): void {
  process.on('unhandledRejection', (reason) => {
    log({ level: 'error', event: 'unhandled rejection', ...describeError(reason) });
  });
  process.once('uncaughtException', (error) => {
    log({ level: 'error', event: 'uncaught exception', ...describeError(error) });
    // A second exception must not interrupt draining, and nothing may keep the process alive for ever.
    process.on('uncaughtException', (next) =>
      log({ level: 'error', event: 'uncaught exception', ...describeError(next) }),
    );
    setTimeout(() => process.exit(1), lastMs).unref();
    void drain().finally(() => process.exit(1));
  });
}
