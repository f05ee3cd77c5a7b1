/** The last resort for errors that nothing caught. Each of them is a bug. */

import { describeError, type Log } from './log.ts';

/** Milliseconds that a process in an unknown state may take to finish its answers. */
const lastMs = 10_000;

/**
 * Logs uncaught errors. An unhandled rejection affects only its own request: the process continues. After an uncaught
 * exception the state of the process is unknown: it drains, then exits with 1. A process that ends in error says so in its last line.
 */
export function catchUncaught(log: Log, drain: () => Promise<void>): void {
  reportFatalErrors();
  let cause: string | undefined;
  process.on('exit', (code) => {
    const seconds = Math.round(process.uptime());
    if (code !== 0) log({ level: 'error', event: 'process ended', code, cause, seconds });
  });
  process.on('unhandledRejection', (reason) => {
    log({ level: 'error', event: 'unhandled rejection', ...describeError(reason) });
  });
  process.once('uncaughtException', (error) => {
    cause = describeError(error).message;
    log({ level: 'error', event: 'uncaught exception', ...describeError(error) });
    // A second exception must not interrupt draining, and nothing may keep the process alive for ever.
    process.on('uncaughtException', (next) =>
      log({ level: 'error', event: 'uncaught exception', ...describeError(next) }),
    );
    setTimeout(() => process.exit(1), lastMs).unref();
    void drain().finally(() => process.exit(1));
  });
}

/**
 * Where V8 ends the process, as when its memory is used up, no code of ours runs any more: Node then writes its report to
 * stdout, as one line of JSON, which is whole where stdout is a file or a pipe. Neither the environment nor anything of a
 * request is in it.
 */
function reportFatalErrors(): void {
  Object.assign(process.report, {
    reportOnFatalError: true,
    filename: 'stdout',
    compact: true,
    excludeEnv: true,
    excludeNetwork: true,
  });
}
