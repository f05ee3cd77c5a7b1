/** A document of a feed as JSON Feed 1.1. */

import type { FeedDocument } from './feed-document.ts';

/** The type of JSON Feed. */
export const jsonFeedType = 'application/feed+json; charset=utf-8';

/** The document as text. */
export function jsonFeedOf(feed: FeedDocument): string {
  const { base, previous } = feed;
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: `${base}/`,
    feed_url: feed.self,
    description: feed.description,
    ...(previous && { next_url: previous }),
    authors: [{ name: 'Coverage Graph' }],
    language: 'en',
    items: feed.entries.map(({ id, title, updated, lines, categories, alternate, via, facts }) => ({
      id,
      url: base + alternate,
      ...(via && { external_url: base + via }),
      title,
      content_text: lines.join('\n'),
      date_published: updated,
      date_modified: updated,
      tags: categories.map(({ term }) => term),
      // What begins with an underscore is for an extension's own data.
      _coverage_graph: { about: `${base}/`, ...facts },
    })),
  });
}
