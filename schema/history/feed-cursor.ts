/** The cursor of the feed of changes: which feed, and how far a client has come in it. */

import { GraphQLError } from 'graphql';
import { endOfFeed, hasBeenAt, type Position } from '../../db/history/feed.ts';
import type { Release } from '../../db/release/release.ts';
import { badInput } from '../kit/errors.ts';

/** The cursor of a position in a feed; it is the same in every release that continues the feed. */
export function feedCursor(feedId: string, { seq, at }: Position): string {
  return Buffer.from(`changes ${feedId} ${seq} ${at}`).toString('base64url');
}

/** The cursor after the last event of a release. */
export function endCursor({ info, store }: Release): string {
  return feedCursor(info.feedId, endOfFeed(store));
}

/** The position of a cursor; throws a typed error when it is no cursor, or when this release does not continue its feed. */
export function readFeedCursor(field: string, cursor: string, release: Release): Position {
  const text = Buffer.from(cursor, 'base64url').toString();
  const [, feedId = '', seq = '', at = ''] = /^changes (\S+) (\d{1,15}) (\S*)$/.exec(text) ?? [];
  const position = { seq: Number(seq), at };
  if (!feedId || feedCursor(feedId, position) !== cursor) {
    throw badInput(
      field,
      `${field} is no cursor of the feed: give one that \`changes\` or \`graphInfo { changeCursor }\` returned, or leave it out.`,
    );
  }
  checkFeed(field, release, feedId, position);
  return position;
}

/** Throws when a release does not have a position. */
export function checkFeed(field: string, { info, store }: Release, feedId: string, position: Position): void {
  if (feedId === info.feedId) {
    if (hasBeenAt(store, position)) return;
    if (position.seq > endOfFeed(store).seq) {
      throw refused(
        field,
        false,
        `${field} is ahead of this release, which was built at ${info.builtAt}: another server may have a newer one already. Ask again in some seconds; if it stays so, an older release was put back on purpose: read \`graphInfo { changeCursor }\` and take a fresh copy.`,
      );
    }
  }
  throw refused(
    field,
    true,
    `${field} is a cursor of another feed, which this release does not carry on. Read \`graphInfo { changeCursor }\`, take a fresh copy, and go on from that cursor.`,
  );
}

/** With `freshCopy` a program can tell this from a mistake of its own: going on without a fresh copy would lose changes. */
function refused(field: string, freshCopy: boolean, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', field, freshCopy } });
}
