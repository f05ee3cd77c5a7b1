/** The rate at which each client may send requests: a bucket of tokens, of which a request takes one. */

import { LRUCache } from 'lru-cache';

/** So many requests at once, and so many again in that time. */
export interface Rate {
  readonly requests: number;
  readonly ms: number;
}

/** How many requests clients sent. */
export type RequestsTaken = readonly (readonly [client: string, requests: number])[];

/** The buckets of all clients. */
export interface RateLimit {
  readonly rate: Rate;
  /** Takes a token for a request; returns 0, or the milliseconds until there is one. */
  take(client: string): number;
  /** Takes tokens for requests that clients sent to other processes, also those that are not there yet. */
  takeElsewhere(taken: RequestsTaken): void;
  /** The tokens taken here since the last call. */
  takenHere(): RequestsTaken;
}

interface Bucket {
  readonly tokens: number;
  /** The moment for which that is so, in milliseconds. */
  readonly at: number;
}

/** Clients that are remembered. Who is forgotten has a full bucket again. */
const mostClients = 50_000;

const units = { s: 1_000, min: 60_000, h: 3_600_000 } as const;

/** Reads a rate such as `50/s`; undefined where the text is none. */
export function readRate(text: string): Rate | undefined {
  const [, count = '', unit = ''] = /^(\d{1,7})\/(s|min|h)$/.exec(text) ?? [];
  const requests = Number(count);
  return requests > 0 ? { requests, ms: units[unit as keyof typeof units] } : undefined;
}

/** Begins with a full bucket for everyone; `now` is in milliseconds. */
export function createRateLimit(rate: Rate, now: () => number = () => performance.now()): RateLimit {
  const buckets = new LRUCache<string, Bucket>({ max: mostClients });
  const perMs = rate.requests / rate.ms;
  let here = new Map<string, number>();

  function tokensOf(client: string, at: number): number {
    const bucket = buckets.get(client);
    return bucket ? Math.min(rate.requests, bucket.tokens + (at - bucket.at) * perMs) : rate.requests;
  }

  return {
    rate,
    take(client) {
      const at = now();
      const tokens = tokensOf(client, at);
      if (tokens < 1) return (1 - tokens) / perMs;
      buckets.set(client, { tokens: tokens - 1, at });
      here.set(client, (here.get(client) ?? 0) + 1);
      return 0;
    },
    takeElsewhere(taken) {
      const at = now();
      for (const [client, requests] of taken) {
        // Without a debt every process would give out what is refilled.
        const tokens = Math.max(-rate.requests, tokensOf(client, at) - requests);
        buckets.set(client, { tokens, at });
      }
    },
    takenHere() {
      const taken = [...here];
      here = new Map();
      return taken;
    },
  };
}
