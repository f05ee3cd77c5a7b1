/** The messages that subscribers are sent, by the Standard Webhooks convention: a type, a moment and the data. */

import type { ChangeEvent } from '../../db/history/feed.ts';
import { feedCursor } from '../../schema/history/feed-cursor.ts';
import { type ChangeFacts, entryOf } from '../feeds/entry.ts';

/** A message. */
export interface Message {
  /** The same on every try, and after a restart. */
  readonly id: string;
  readonly payload: {
    /** `change.` and the kind, such as `change.updated`; `feed.restarted` where another feed began. */
    readonly type: string;
    readonly timestamp: string;
    readonly data: object;
  };
}

const listIn = (json: string) => JSON.parse(json) as readonly string[];

/** The message of an event; addresses are paths where it is not known where clients reach the server. */
export function messageOf(event: ChangeEvent, feedId: string, publicUrl = ''): Message {
  const { seq: _seq, payerIds, codeIds, policyIds, ...rest } = event;
  const cursor = feedCursor(feedId, event);
  const facts: ChangeFacts = {
    cursor,
    ...rest,
    payerIds: listIn(payerIds),
    codeIds: listIn(codeIds),
    policyIds: listIn(policyIds),
  };
  const { id, title, alternate, lines } = entryOf(facts);
  return {
    id: `chg_${cursor}`,
    payload: {
      type: `change.${event.kind.toLowerCase()}`,
      timestamp: event.at,
      data: { id, title, url: publicUrl + alternate, content: lines.join('\n'), ...facts },
    },
  };
}

/** The message that another feed began, which does not carry on the one before: only a fresh copy has all. */
export function restartedMessage(feedId: string, builtAt: string): Message {
  return {
    id: `feed_${feedId}`,
    payload: {
      type: 'feed.restarted',
      timestamp: builtAt,
      data: {
        feedId,
        note: 'The feed of changes began anew. Take a fresh copy; what comes from now on is sent.',
      },
    },
  };
}
