/** The cursor of the feed of changes: what holds of every one, and which are refused. */

import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Release } from '../../../db/release/release.ts';
import { coverage } from '../../../db/tables/index.ts';
import { changes, cursorNow, type Event, feedQuery, graph, one, two } from '../../kit/feed.ts';
import { query } from '../../kit/graph.ts';

let long: Buffer | undefined;

/** A feed of 24 events: built by the first test that takes it, a copy for the others. */
async function longFeed() {
  const made = graph();
  for (let n = 0; n < 12; n++) {
    for (const id of [one, two]) made.put(coverage, id, { summary: `Words ${n}.` });
    if (!long) made.build();
  }
  if (long) writeFileSync(made.file, long);
  else long = readFileSync(made.file);
  return { made, release: made.open() };
}

test('a cursor parts the feed: what comes after it is the rest, whatever the size of the page', async () => {
  const { release } = await longFeed();
  const { nodes: all } = await changes(release, { first: 100 });
  expect(all).toHaveLength(24);
  for (const [i, { cursor }] of all.entries()) {
    const page = await changes(release, { since: cursor, first: 5 });
    expect(page.nodes).toEqual(all.slice(i + 1, i + 6));
    expect(page.totalCount).toBe(all.length - i - 1);
    expect(page.pageInfo.hasNextPage).toBe(i + 6 < all.length);
    expect(page.pageInfo.endCursor).toBe(page.nodes.at(-1)?.cursor ?? cursor);
  }
  expect(await cursorNow(release)).toBe(all.at(-1)?.cursor);
});

test('paged back from the end, the feed tells the same in the same order, down to where the client began', async () => {
  const { release } = await longFeed();
  const { nodes: all } = await changes(release, { first: 100 });
  for (const since of [undefined, all[6]?.cursor]) {
    const wanted = since === undefined ? all : all.slice(7);
    let before: string | undefined;
    const found: Event[] = [];
    for (let more = true; more; ) {
      const { nodes, pageInfo, totalCount } = await changes(release, { since, before, last: 5 });
      expect(nodes).toEqual(
        wanted.slice(Math.max(0, wanted.length - found.length - 5)).slice(0, nodes.length),
      );
      expect(totalCount).toBe(wanted.length);
      expect(pageInfo.hasNextPage).toBe(before !== undefined);
      expect(pageInfo.hasPreviousPage).toBe(found.length + nodes.length < wanted.length);
      found.unshift(...nodes);
      before = pageInfo.startCursor ?? undefined;
      more = pageInfo.hasPreviousPage;
    }
    expect(found).toEqual(wanted);
  }
  const [first, , third] = all;
  expect((await changes(release, { before: third?.cursor, first: 1 })).nodes).toEqual([first]);
});

test('a cursor stays where it is on an empty page, even with nothing ever told', async () => {
  const made = graph();
  const release = made.open();
  const since = await cursorNow(release);
  for (const variables of [{ since }, { since, first: 0 }, { since, last: 0 }, {}]) {
    expect((await changes(release, variables)).pageInfo).toEqual({
      hasNextPage: false,
      hasPreviousPage: false,
      startCursor: null,
      endCursor: since,
    });
  }
});

test.each(['', 'abc', 'Y2hhbmdlcw', Buffer.from('changes x 1 2 3').toString('base64url')])(
  'that is none is refused: %j',
  async (since) => {
    const { errors } = await query(feedQuery, { since }, { of: graph().open() });
    expect(errors?.[0]?.message).toContain('since is no cursor of the feed');
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', field: 'since' });
  },
);

test('a cursor to page back from is read with the same care, and named', async () => {
  const { errors } = await query(feedQuery, { before: 'abc', last: 1 }, { of: graph().open() });
  expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', field: 'before' });
});

const refused = async (of: Release, since: string, freshCopy = true) => {
  const { errors } = await query(feedQuery, { since }, { of });
  expect(errors?.[0]?.message).toContain('take a fresh copy');
  expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', field: 'since', freshCopy });
};

test.each<[string, (file: string) => void]>([
  ['is gone', (file) => rmSync(file)],
  ['cannot be read', (file) => writeFileSync(file, 'no database')],
])(
  'a cursor of a feed whose database %s is refused by the next, which begins another',
  async (_what, spoil) => {
    const { made, release } = await longFeed();
    const since = await cursorNow(release);
    spoil(made.file);
    made.build();
    expect((await changes(made.open())).totalCount).toBe(0);
    await refused(made.open(), since);
  },
);

test('a cursor is refused by a release that is older, and for good once another came in its place', async () => {
  const { made, release } = await longFeed();
  const copy = `${made.file}.copy`;
  copyFileSync(made.file, copy);
  const kept = await cursorNow(release);
  // Moments are told to the second; the event that is lost must not fall into that of the one in its place.
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  made.put(coverage, one, { summary: 'Lost.' });
  made.build();
  const lost = await cursorNow(made.open());
  copyFileSync(copy, made.file);
  await refused(made.open(), lost, false);
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  made.put(coverage, one, { summary: 'Another.' });
  made.build();
  await refused(made.open(), lost);
  expect((await changes(made.open(), { since: kept })).nodes).toHaveLength(1);
});
