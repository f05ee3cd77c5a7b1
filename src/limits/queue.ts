/** Lets dear operations run one after another, so that a cheap one never waits for more than one of them. */

import { setImmediate as nextTurn } from 'node:timers/promises';
import { limits } from './limits.ts';

/** The line in which dear operations wait. */
export interface Turns {
  /**
   * Runs some work that may cost so many values when its turn comes, and answers with what it answers; undefined
   * when the line is too long to join. Work that `stillWanted` denies is answered with undefined too.
   */
  run<T>(cost: number, stillWanted: () => boolean, work: () => T | Promise<T>): Promise<T | undefined>;
}

/** How long a dear operation lets others pass while they keep arriving, in milliseconds. */
const courtesyMs = 100;

/**
 * Makes an empty line. The thread is never busy with two answers at once; this decides who gets it between two.
 * `arrivals` counts connections and requests: as long as it grows there may be a cheap one among them.
 */
export function createTurns(arrivals: () => number): Turns {
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();

  async function letOthersPass(): Promise<void> {
    const until = performance.now() + courtesyMs;
    let seen: number;
    do {
      seen = arrivals();
      // The first may come before the sockets are looked at again, the second never does.
      await nextTurn();
      await nextTurn();
    } while (arrivals() !== seen && performance.now() < until);
  }

  return {
    async run(cost, stillWanted, work) {
      if (waiting + cost > limits.waiting) return undefined;
      waiting += cost;
      const before = last;
      const turn = Promise.withResolvers<void>();
      last = turn.promise;
      try {
        await before;
        await letOthersPass();
        return stillWanted() ? await work() : undefined;
      } finally {
        waiting -= cost;
        turn.resolve();
      }
    },
  };
}
