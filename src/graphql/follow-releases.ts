/** Follows the served release for one subscription: holds a release while an event is answered, and none while waiting. */

import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Release } from '../../db/release/release.ts';
import type { Releases } from '../kit/releases.ts';

/** Something found in a release, the context of that release, and how to let go of it. */
export interface Step<C, T> {
  readonly found: T;
  readonly context: C;
  end(): void;
}

/**
 * Looks into the served release again and again while `look` finds something, then whenever another one is served,
 * until it is stopped. What was found is to be answered before the next step is asked for.
 */
export async function* follow<C, T>(
  releases: Releases,
  make: (release: Release) => C,
  look: (context: C) => T | undefined,
  stop: AbortSignal,
): AsyncGenerator<Step<C, T>, void> {
  while (!stop.aborted) {
    const lease = releases.lease();
    try {
      const context = lease && make(lease.release);
      const found = context && look(context);
      if (lease && context && found !== undefined) {
        yield { found, context, end: lease.end };
        // Others come between two events, however many there are.
        await nextTurn();
        continue;
      }
    } finally {
      lease?.end();
    }
    // Nothing was awaited since the look: no release can have come in between unheard of.
    await swapped(releases, stop);
  }
}

/** Settles when another release is served, or when it no longer matters. */
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
