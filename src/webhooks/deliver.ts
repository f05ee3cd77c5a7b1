/** Delivers changes to subscribers: one message at a time to each, in order, at least once. */

import { setTimeout as after } from 'node:timers/promises';
import { endOfFeed, firstChanges, hasBeenAt, withLicensees } from '../../db/history/feed.ts';
import { rowsById } from '../../db/kit/rows-along-edge.ts';
import type { Store } from '../../db/kit/store.ts';
import type { Table } from '../../db/kit/table.ts';
import type { Release } from '../../db/release/release.ts';
import { billingCode, payer, policy } from '../../db/tables/index.ts';
import type { Log } from '../kit/log.ts';
import type { Delivered, ReachedPosition } from './delivered.ts';
import { type Message, messageOf, restartedMessage } from './message.ts';
import { type Posted, post } from './post.ts';
import { signedHeaders } from './sign.ts';
import type { Subscriber } from './subscribers.ts';

/** What delivering needs. */
export interface DeliverOptions {
  readonly subscribers: readonly Subscriber[];
  readonly delivered: Delivered;
  /** Where clients reach the server, for the addresses in messages. */
  readonly publicUrl: string | undefined;
  readonly log: Log;
  /** Milliseconds between one try and the next. */
  readonly delays?: readonly number[];
}

/** Delivers from one release after the other. */
export interface Deliverer {
  /** Has everybody sent what this release has beyond what they were sent; it is to stay open until another one is given. */
  follow(release: Release): void;
  /** Ends after the tries that are under way. */
  stop(): void;
}

/** 5 s, 1 min, 5 min, 30 min, 2 h: six tries within three hours. */
const usualDelays = [5_000, 60_000, 300_000, 1_800_000, 7_200_000];

/** The most events that are read at once for a subscriber: the feed itself is the queue. */
const batchSize = 100;

/** 410: the subscriber wants no more. */
const goneStatus = 410;

/** Begins to deliver. */
export function createDeliverer(options: DeliverOptions): Deliverer {
  const { subscribers, delivered, publicUrl, log, delays = usualDelays } = options;
  const stopped = new AbortController();
  let release: Release | undefined;
  const busy = new Set<string>();
  const ended = new Set<string>();
  /** Those whose last message was given up: their next one waits for long after its first try. */
  const failing = new Set<string>();

  /** What is to be sent next, from the release as it is now; undefined where nothing is. */
  function next({
    name,
    filter,
  }: Subscriber): { messages: readonly (readonly [Message, ReachedPosition])[] } | undefined {
    if (!release) return undefined;
    const { store, info } = release;
    const { feedId, builtAt } = info;
    const end: ReachedPosition = { feedId, ...endOfFeed(store) };
    const reached = delivered.of(name);
    if (!reached) return { messages: [] };
    if (reached.feedId !== feedId || !hasBeenAt(store, reached)) {
      // One that is ahead of a release that was put back goes on when the feed is there again.
      if (reached.feedId === feedId && reached.seq > end.seq) return undefined;
      return { messages: [[restartedMessage(feedId, builtAt), end]] };
    }
    const payers = filter.payers && withLicensees(store, filter.payers);
    const events = firstChanges(store, { after: reached.seq }, { ...filter, payers }, batchSize);
    const messages = events.map(
      (event) => [messageOf(event, feedId, publicUrl), { feedId, seq: event.seq, at: event.at }] as const,
    );
    return messages.length > 0 ? { messages } : undefined;
  }

  async function serve(subscriber: Subscriber): Promise<void> {
    const { name } = subscriber;
    if (busy.has(name) || ended.has(name)) return;
    busy.add(name);
    try {
      for (let batch = next(subscriber); batch && !stopped.signal.aborted; batch = next(subscriber)) {
        if (batch.messages.length === 0) await begin(name);
        for (const [message, reached] of batch.messages) {
          if (!(await deliver(subscriber, message))) return;
          await delivered.advance(name, reached);
        }
        const count = batch.messages.length;
        if (count > 0) log({ level: 'info', event: 'webhooks settled', subscriber: name, count });
      }
    } catch (error) {
      if (stopped.signal.aborted) return;
      const reason = error instanceof Error ? error.message : String(error);
      log({ level: 'error', event: 'webhooks failed', subscriber: name, message: reason });
    } finally {
      busy.delete(name);
    }
  }

  /** A filter may be for what a later release has, so that it is no reason not to start. */
  function warnOfUnknown(store: Store): void {
    for (const { name, filter } of subscribers) {
      const unknown = [
        ...unknownIn(store, payer, filter.payers),
        ...unknownIn(store, billingCode, filter.codes),
        ...unknownIn(store, policy, filter.policies),
      ];
      if (unknown.length > 0)
        log({ level: 'warn', event: 'webhook filter not in the release', subscriber: name, unknown });
    }
  }

  /** A new subscriber is sent what comes from now on. */
  async function begin(name: string): Promise<void> {
    if (!release) return;
    await delivered.advance(name, { feedId: release.info.feedId, ...endOfFeed(release.store) });
  }

  /** Settles when the message was taken or given up, and tells whether the subscriber wants more. */
  async function deliver(subscriber: Subscriber, { id, payload }: Message): Promise<boolean> {
    const { name, keys } = subscriber;
    const body = JSON.stringify(payload);
    const pauses = failing.has(name) ? [delays.at(-1) ?? 0, ...delays] : delays;
    for (let tries = 1; ; tries += 1) {
      const posted = await post(subscriber, signedHeaders(id, new Date(), body, keys), body);
      const reason = failureOf(posted);
      if (reason === undefined) {
        failing.delete(name);
        return true;
      }
      const isGone = 'status' in posted && posted.status === goneStatus;
      log({ level: 'warn', event: 'webhook not delivered', subscriber: name, webhookId: id, tries, reason });
      const pause = pauses[tries - 1];
      if (isGone || pause === undefined) {
        await delivered.bury({
          time: new Date().toISOString(),
          subscriber: name,
          webhookId: id,
          tries,
          reason,
          payload,
        });
        log({ level: 'error', event: 'webhook given up', subscriber: name, webhookId: id, tries, reason });
        failing.add(name);
        if (isGone) ended.add(name);
        return !isGone;
      }
      // Not all at the same moment, where many subscribers share what failed.
      await after(pause * (0.8 + 0.4 * Math.random()), undefined, { signal: stopped.signal, ref: false });
    }
  }

  return {
    follow(opened) {
      if (!release) warnOfUnknown(opened.store);
      release = opened;
      for (const subscriber of subscribers) void serve(subscriber);
    },
    stop: () => stopped.abort(),
  };
}

function unknownIn(store: Store, table: Table, ids: readonly string[] = []): readonly string[] {
  const rows = rowsById(store, table, ids);
  return ids.filter((_, i) => rows[i] === undefined);
}

/** Why a message was not taken; undefined where it was. */
function failureOf(posted: Posted): string | undefined {
  if ('failure' in posted) return posted.failure;
  return posted.status >= 200 && posted.status < 300 ? undefined : `status ${posted.status}`;
}
