/** A document of a feed as Atom (RFC 4287), one archived by RFC 5005. */

import { type FeedEntry, tagRoot } from './entry.ts';
import type { FeedDocument } from './feed-document.ts';

/** Characters that XML cannot contain, not even escaped: control characters, and two that are none. */
const forbidden = /[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu;

const marks: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as it may be anywhere in XML or HTML. */
export function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(forbidden, '')
    .replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);
}

function link(rel: string, href: string, type?: string): string {
  return `<link rel="${rel}" href="${escaped(href)}"${type ? ` type="${type}"` : ''}/>`;
}

/** The type of Atom. */
export const atomType = 'application/atom+xml; charset=utf-8';

/** The document as text. */
export function atomOf(feed: FeedDocument): string {
  const { self, current, previous, base } = feed;
  const type = 'application/atom+xml';
  const parts = [
    `<id>${escaped(feed.id)}</id>`,
    `<title>${escaped(feed.title)}</title>`,
    `<subtitle>${escaped(feed.description)}</subtitle>`,
    `<updated>${feed.updated}</updated>`,
    '<author><name>Coverage Graph</name></author>',
    link('self', self, type),
    link('alternate', `${base}/`, 'text/html'),
    ...(feed.archived ? ['<fh:archive/>', link('current', current, type)] : []),
    // Readers of paged feeds follow `next`, those of archives `prev-archive`: both lead to what is older.
    ...(previous ? [link('prev-archive', previous, type), link('next', previous, type)] : []),
    ...feed.entries.map((entry) => atomEntry(entry, base)),
  ];
  const spaces = 'xmlns="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0"';
  return `<?xml version="1.0" encoding="utf-8"?>\n<feed ${spaces} xml:lang="en">\n${parts.join('\n')}\n</feed>\n`;
}

function atomEntry(
  { id, title, updated, lines, categories, alternate, via }: FeedEntry,
  base: string,
): string {
  const html = lines.map((line) => `<p>${escaped(line)}</p>`).join('');
  return [
    '<entry>',
    `<id>${escaped(id)}</id>`,
    `<title>${escaped(title)}</title>`,
    `<updated>${updated}</updated>`,
    `<published>${updated}</published>`,
    link('alternate', base + alternate, 'text/html'),
    ...(via ? [link('via', base + via)] : []),
    ...categories.map(({ list, term }) => `<category scheme="${tagRoot}${list}" term="${escaped(term)}"/>`),
    `<content type="html">${escaped(html)}</content>`,
    '</entry>',
  ].join('\n');
}
