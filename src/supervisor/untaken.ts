/** What a worker that is gone has not taken. */

import type { Worker } from 'node:cluster';

/**
 * Closes, when a worker is gone, the connection that was passed to it last: node:cluster has one under way to each worker,
 * and would leave open for ever what a worker that ended or hung has not taken. Closing one that was taken does nothing.
 */
export function closeUntaken({ process: child }: Worker): void {
  let passed: { close(): void } | undefined;
  const pass = child.send.bind(child) as (...given: readonly unknown[]) => boolean;
  child.send = (...given: readonly unknown[]) => {
    const [, handle] = given;
    if (typeof handle === 'object' && handle && 'close' in handle) passed = handle as typeof passed;
    return pass(...given);
  };
  child.once('exit', () => passed?.close());
}
