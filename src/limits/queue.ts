/** Runs operations of some size one after another, so that a small one never waits for more than one of them. */

import { setImmediate as nextTurn } from 'node:timers/promises';
import { limits } from './limits.ts';

/** The queue of the front thread. */
export interface Queue {
  /**
   * Runs `work`, of an estimated cost in values, when its turn comes, and resolves with its result; with undefined when
   * the queue is full, or when `stillWanted` returns false at its turn.
   */
  run<T>(cost: number, stillWanted: () => boolean, work: () => T | Promise<T>): Promise<T | undefined>;
  /** The cost of all that waits or runs. */
  waiting(): number;
}

/** Milliseconds for which an operation lets other requests pass while they keep arriving: more, and steady small requests would starve it. */
const courtesyMs = 10;

/**
 * Makes an empty queue: it decides which operation comes next on this thread. `arrivals` counts connections and requests:
 * as long as it grows there may be small ones among them.
 */
export function createQueue(arrivals: () => number): Queue {
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();

  async function letOthersPass(): Promise<void> {
    const until = performance.now() + courtesyMs;
    let seen: number;
    do {
      seen = arrivals();
      // The first turn may come before sockets are polled again, the second comes after.
      await nextTurn();
      await nextTurn();
    } while (arrivals() !== seen && performance.now() < until);
  }

  return {
    waiting: () => waiting,
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
