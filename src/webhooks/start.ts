/** Follows the database file for those who are sent changes: in one process, whichever others answer. */

import { openAgain, type Release } from '../../db/release/release.ts';
import { describeError, type Log } from '../kit/log.ts';
import { snapshotOf } from '../kit/snapshot.ts';
import { createDeliverer, type DeliverOptions } from './deliver.ts';
import { openDelivered } from './delivered.ts';
import { readSubscribers } from './subscribers.ts';

/** What is followed, and for whom. */
export interface WebhookOptions extends Pick<DeliverOptions, 'publicUrl' | 'delays'> {
  /** The file of subscribers. */
  readonly file: string;
  readonly database: string;
  readonly pollMs: number;
  readonly log: Log;
}

/** Starts to deliver; returns how to stop. Throws WebhooksError where the file of subscribers cannot be used. */
export function startWebhooks(options: WebhookOptions): () => void {
  const { file, database, pollMs, publicUrl, log, delays } = options;
  const subscribers = readSubscribers(file);
  const delivered = openDelivered(database);
  const deliverer = createDeliverer({ subscribers, delivered, publicUrl, log, ...(delays && { delays }) });
  let release: Release | undefined;

  /** Opens the copy that is served once a process that answers has found it whole. */
  async function look(): Promise<void> {
    const snapshot = await snapshotOf(database);
    if (!snapshot || snapshot.file === release?.image?.file) return;
    const opened = openAgain(snapshot.file, snapshot.info);
    if (!opened) return;
    const last = release;
    release = opened;
    deliverer.follow(opened);
    // Nothing is read from it across a wait.
    last?.close();
  }

  let looking = Promise.resolve();
  const next = () => {
    looking = looking
      .then(look)
      .catch((error: unknown) => log({ level: 'error', event: 'webhooks failed', ...describeError(error) }));
  };
  next();
  const timer = setInterval(next, pollMs);
  timer.unref();
  return () => {
    clearInterval(timer);
    deliverer.stop();
    void looking.then(() => release?.close());
  };
}
