/** What one request holds: one release from start to end, and its default as-of. Loaders keep by it what they read (see loader.ts). */

import type { GraphQLResolveInfo } from 'graphql';
import { type AsOf, asOfNow, parseDay, parseInstant } from '../../db/kit/as-of.ts';
import type { Store } from '../../db/kit/store.ts';
import type { RateStore } from '../../db/rates/rate-store.ts';
import type { CountMemory } from '../../db/release/counted.ts';
import type { Release } from '../../db/release/release.ts';
import { type Memory, memoryOf } from '../../db/release/small-tables.ts';
import { parsed } from './errors.ts';

/** Headers by which a gateway or a client sets the default as-of of a whole request. */
export const asOfHeaders = { dateOfService: 'as-of-date-of-service', knownAt: 'as-of-known-at' } as const;

export interface GraphContext {
  readonly release: Release;
  readonly store: Store;
  readonly memory: Memory;
  /** The as-of where no argument gives another; fixed once for the request. */
  readonly asOf: AsOf;
  readonly now: Date;
  /** What the operation was estimated at; there where the server counts. */
  readonly cost?: () => CountedCost | undefined;
  /** Counts the items of the answer; there where the server bounds it. */
  readonly answerSize?: AnswerSize;
  /** Counts that were worked out before; there where the server keeps them. */
  readonly counts?: CountMemory;
  /** The rates that are stored row by row; there where the server has a store of them. */
  readonly rates?: RateStore;
  /** How a subscription moves from release to release; there where the server can send more than one answer. */
  readonly follow?: Follow;
}

/** What an operation may return, and the most that is answered. */
export interface CountedCost {
  readonly estimated: number;
  readonly limit: number;
}

/** Counts the items of an answer; `take` throws when they exceed the limit, `check` when they did before. */
export interface AnswerSize {
  take(items: number, info: GraphQLResolveInfo): void;
  check(): void;
  /** Begins anew where what was counted is not sent, unless it exceeded the limit. */
  restart(): void;
}

/** Something found in a release, and the context to answer it from: that release, with loaders of its own. */
interface Followed<T> {
  readonly found: T;
  readonly context: GraphContext;
}

/**
 * Looks into the served release until nothing more is found, and again whenever another takes its place. `look`
 * must not wait: so nothing can be swapped in between what it sees and what it makes of it.
 */
type Follow = <T>(look: (context: GraphContext) => T | undefined) => AsyncIterable<Followed<T>>;

/** The context of a request on a release. Throws a typed error when an as-of header is malformed. */
export function graphContext(release: Release, headers: Headers, now: Date, rates?: RateStore): GraphContext {
  const today = asOfNow(now);
  const day = headers.get(asOfHeaders.dateOfService);
  const moment = headers.get(asOfHeaders.knownAt);
  const asOf: AsOf = {
    dateOfService: day ? parsed(asOfHeaders.dateOfService, () => parseDay(day)) : today.dateOfService,
    knownAt: moment ? parsed(asOfHeaders.knownAt, () => parseInstant(moment)) : today.knownAt,
  };
  const { store } = release;
  return { release, store, memory: memoryOf(release), asOf, now, ...(rates && { rates }) };
}
