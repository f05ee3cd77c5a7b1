/** How long operations took before: what takes long, whatever its estimate, is left to a worker thread the next time. */

import { LRUCache } from 'lru-cache';
import type { RequestFacts } from '../kit/request.ts';
import { limits } from './limits.ts';

/** The times of the operations of a server. */
export interface PastRuns {
  /** Whether such an operation took longer of late than the front thread should be busy with one. */
  tookLong(request: RequestFacts, cost: number): boolean;
  /** Adds the run of a request that has its result. */
  note(request: RequestFacts, cost: number): void;
}

/** The part that the latest run has in an average. */
const share = 1 / 4;

/**
 * Remembers an average by document, name and size of the estimate: the same document takes longer with larger variables. It
 * follows what the runs take, so that an operation that was slow once, as the first after a start, comes back.
 */
export function createPastRuns(): PastRuns {
  const averages = new LRUCache<string, number>({ max: limits.rememberedRuns });

  return {
    tookLong(request, cost) {
      return (averages.get(keyOf(request, cost)) ?? 0) > limits.inFrontMs;
    },
    note(request, cost) {
      const { runMs, abandoned, document } = request;
      if (runMs === undefined || abandoned || document === undefined) return;
      const key = keyOf(request, cost);
      const average = averages.get(key) ?? runMs;
      averages.set(key, average + (runMs - average) * share);
    },
  };
}

function keyOf({ document, operation }: RequestFacts, cost: number): string {
  return `${document} ${operation} ${Math.ceil(Math.log2(cost + 1))}`;
}
