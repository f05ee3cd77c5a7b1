/** The feed of changes: read page by page, or sent as releases come. Neither misses or repeats an event. */

import {
  beginning,
  countChanges,
  endOfFeed,
  firstChanges,
  lastChanges,
  type Position,
} from '../../db/history/feed.ts';
import { changeEvent } from '../../db/tables/index.ts';
import { builder } from '../kit/builder.ts';
import { badInput } from '../kit/errors.ts';
import { grows, passing } from '../kit/growth.ts';
import { defaultPage, maxPage, sizeOf } from '../kit/page.ts';
import { ChangeEvent, type ChangeFact, changeFact, changeFilter, feedArgs } from './change-event.ts';
import { checkFeed, feedCursor, readFeedCursor } from './feed-cursor.ts';

const ChangeConnection = builder.connectionObject(
  { type: ChangeEvent, name: 'ChangeConnection', description: 'A page of changes, the oldest first.' },
  { name: 'ChangeEdge', description: 'A change on a page.' },
);

builder.queryField('changes', (t) =>
  t.field({
    type: ChangeConnection,
    description:
      'What happened to statements since a release that the client knows, the oldest first. To go on, give `pageInfo { endCursor }` as `since`: on an empty page it is the cursor that was given. `totalCount` counts what comes after `since`.',
    args: {
      ...feedArgs,
      after: t.arg.string({
        required: false,
        description:
          'The same as `since`, by the name that Relay clients page on with: a cursor. Give one of the two.',
      }),
      before: t.arg.string({
        required: false,
        description: 'Cursor of an event: only what came before it. With `last`, to page back.',
      }),
      first: t.arg.int({
        required: false,
        description: `Changes on the page, the oldest, from 0 to ${maxPage}. Default: ${defaultPage}.`,
      }),
      last: t.arg.int({
        required: false,
        description: `Changes on the page, the newest, from 0 to ${maxPage}; they too are in the order of the feed.`,
      }),
    },
    // Events are scanned until the matching ones are found.
    ...grows({
      items: (sizes) => sizes.rows(changeEvent),
      work: (_sizes, _args, reach) => passing(2 * reach),
    }),
    resolve: async (_root, { since, after, before, first, last, ...wanted }, context) => {
      const { release, store } = context;
      const { size, backward } = sizeOf({ first, last });
      if (since != null && after != null) {
        throw badInput('after', 'after and since mean the same: give one of the two.');
      }
      const cursor = since ?? after;
      const from =
        cursor == null ? beginning : readFeedCursor(since == null ? 'after' : 'since', cursor, release);
      const until = before == null ? undefined : readFeedCursor('before', before, release);
      const filter = await changeFilter(wanted, context);
      const stretch = { after: from.seq, before: until?.seq };
      const found = (backward ? lastChanges : firstChanges)(store, stretch, filter, size + 1);
      const more = found.length > size;
      const page = backward ? found.slice(0, size).reverse() : found.slice(0, size);
      const edges = page.map((event) => {
        const node = changeFact(release, event);
        return { cursor: node.cursor, node };
      });
      return {
        edges,
        pageInfo: {
          hasNextPage: backward ? until !== undefined : more,
          hasPreviousPage: backward ? more : from.seq > 0,
          startCursor: edges.at(0)?.cursor ?? null,
          endCursor: edges.at(-1)?.cursor ?? feedCursor(release.info.feedId, from),
        },
        totalCount: () => countChanges(store, { after: from.seq }, filter),
      };
    },
  }),
);

builder.subscriptionType({ description: 'What is sent as it happens, as server-sent events.' });

builder.subscriptionField('statementChanged', (t) =>
  t.field({
    type: ChangeEvent,
    description:
      'Sends what happened to statements whenever a new release is served, each change once and in order, answered from that release. With `since` it begins with what came after that cursor, so a client that reconnects with the last `cursor` it saw misses nothing; without, with the next release.',
    args: feedArgs,
    subscribe: async (_root, { since, ...wanted }, context) => {
      const { follow, release } = context;
      if (!follow) throw new Error('A subscription was asked of a context that cannot follow releases.');
      const { feedId } = release.info;
      let position: Position =
        since == null ? endOfFeed(release.store) : readFeedCursor('since', since, release);
      const filter = await changeFilter(wanted, context);
      return follow((current): ChangeFact | undefined => {
        checkFeed('since', current.release, feedId, position);
        const [event] = firstChanges(current.store, { after: position.seq }, filter, 1);
        position = event ?? endOfFeed(current.store);
        return event && changeFact(current.release, event);
      });
    },
    resolve: ({ found }) => found,
  }),
);
