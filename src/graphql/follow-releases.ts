/** Follows the served release for one subscription: has a lease while an event is answered, and none while waiting. */

import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Release } from '../../db/release/release.ts';
import type { Releases } from '../kit/releases.ts';

/** Something found in a release, the context of that release, and the end of its lease. */
export interface ReleaseStep<C, T> {
  readonly found: T;
  readonly context: C;
  end(): void;
}

/**
 * Calls `look` on the served release repeatedly while it finds something, then whenever another release is served, until
 * it is stopped. Each step must be answered before the next one is requested.
 */
export async function* follow<C, T>(
  releases: Releases,
  make: (release: Release) => C,
  look: (context: C) => T | undefined,
  stop: AbortSignal,
): AsyncGenerator<ReleaseStep<C, T>, void> {
  while (!stop.aborted) {
    const lease = releases.lease();
    try {
      const context = lease && make(lease.release);
      const found = context && look(context);
      if (lease && context && found !== undefined) {
        yield { found, context, end: lease.end };
        // Lets other requests run between two events, however many there are.
        await nextTurn();
        continue;
      }
    } finally {
      lease?.end();
    }
    // Nothing was awaited since `look`: no swap can have been missed in between.
    await swapped(releases, stop);
  }
}

/** Settles when another release is served, or when stopped. */
async function swapped(releases: Releases, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      forget();
      stop.removeEventListener('abort', done);
      resolve();
    };
    const forget = releases.onSwap(done);
    stop.addEventListener('abort', done);
  });
}
