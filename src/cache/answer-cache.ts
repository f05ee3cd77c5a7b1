/** Caches answers as the bytes that were sent, for repeated requests; bounded in bytes. */

import { LRUCache } from 'lru-cache';
import type { RequestFacts } from '../kit/request.ts';
import type { CacheKey } from './cache-key.ts';

/** An answer as it is sent, and the facts of its request for the log. */
export interface CachedAnswer {
  readonly bytes: Buffer;
  readonly type: string;
  readonly coding: string | undefined;
  readonly facts: Pick<RequestFacts, 'operation' | 'document' | 'cost'>;
}

/** A cache of the answers of one epoch: those of another epoch are neither found nor stored. */
export interface AnswerCache {
  /** Begins an epoch unless it is the current one: the answers of the previous one are dropped. */
  enter(epoch: string): void;
  find(cacheKey: CacheKey): CachedAnswer | undefined;
  keep(cacheKey: CacheKey, kept: CachedAnswer): void;
}

/** Approximate bytes of an entry besides those of the answer. */
const overhead = 1_024;

/** The largest share of the cache that one answer may take. */
const largestPart = 1 / 8;

/** Makes a cache of `maxBytes`; with 0 it stores nothing. */
export function createAnswerCache(maxBytes: number): AnswerCache {
  let epoch = '';
  const answers = new LRUCache<string, CachedAnswer>({
    maxSize: Math.max(1, maxBytes),
    maxEntrySize: Math.max(1, Math.floor(maxBytes * largestPart)),
    sizeCalculation: ({ bytes }) => bytes.length + overhead,
  });
  const keyOf = ({ name, coding }: CacheKey) => `${name} ${coding}`;

  return {
    enter(next) {
      if (next === epoch) return;
      epoch = next;
      answers.clear();
    },
    // A request that has waited since before the last swap is still answered from its own release.
    find: (cacheKey) => (cacheKey.epoch === epoch ? answers.get(keyOf(cacheKey)) : undefined),
    keep(cacheKey, kept) {
      if (cacheKey.epoch === epoch) answers.set(keyOf(cacheKey), kept);
    },
  };
}
