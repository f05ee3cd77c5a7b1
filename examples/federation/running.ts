/** Parts of the example that run, and how a part that is a process ends. */

import type { ChildProcess } from 'node:child_process';

/** A part of the example that runs. */
export interface Running {
  readonly url: string;
  stop(): Promise<void>;
}

/** Asks a process to end and waits until it has. */
export async function stopProcess(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  process.once('exit', () => resolve());
  process.kill('SIGTERM');
  await promise;
}
