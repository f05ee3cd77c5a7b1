/** The last net: what is done about an error that nothing caught. Whoever wrote the code that lets one through has a mistake to mend. */

import { describeError, type Log } from './log.ts';

/** How long a process whose state is in doubt may take to finish what it is answering, in milliseconds. */
const lastMs = 10_000;

/**
 * Logs what nothing caught. A promise that was rejected with nobody to hear it harms the request it belongs to alone: the
 * process goes on. After an exception no one knows what was left half done: the process drains, then exits with 1.
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
