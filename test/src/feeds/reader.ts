/** A reader of the feeds, written from RFC 4287, RFC 5005 and JSON Feed 1.1: refuses what breaks their rules. */

import { DOMParser, type Element } from '@xmldom/xmldom';
import { expect } from 'vitest';
import { z } from 'zod';

/** An entry as a reader has it, whatever the format. */
export interface ReadEntry {
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  readonly url: string;
  readonly via: string | undefined;
  readonly text: string;
  readonly terms: readonly string[];
}

/** A document as a reader has it. */
export interface ReadFeed {
  readonly id: string;
  readonly self: string;
  readonly updated: string | undefined;
  /** The document with what is older. */
  readonly older: string | undefined;
  readonly archived: boolean;
  readonly entries: readonly ReadEntry[];
}

const atom = 'http://www.w3.org/2005/Atom';
const history = 'http://purl.org/syndication/history/1.0';
/** RFC 3339 with a capital T and a zone. */
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

const children = (of: Element, name: string, space = atom): Element[] =>
  [...of.childNodes].filter(
    (node): node is Element => node.localName === name && node.namespaceURI === space,
  );

function only(of: Element, name: string): Element {
  const found = children(of, name);
  expect([of.localName, name, found.length]).toEqual([of.localName, name, 1]);
  return found[0] as Element; // there is one
}

const textOf = (of: Element, name: string) => only(of, name).textContent ?? '';

function momentOf(of: Element, name: string): string {
  const text = textOf(of, name);
  expect(text).toMatch(moment);
  return text;
}

function idOf(of: Element): string {
  const id = textOf(of, 'id');
  expect(URL.canParse(id)).toBe(true);
  return id;
}

function links(of: Element): ReadonlyMap<string, string> {
  const found = children(of, 'link').map((link) => {
    const href = link.getAttribute('href') ?? '';
    expect(URL.canParse(href)).toBe(true);
    return [link.getAttribute('rel') ?? 'alternate', href] as const;
  });
  // At most one alternate of a type and language (4.1.1), and one of each relation here.
  expect(new Set(found.map(([rel]) => rel)).size).toBe(found.length);
  return new Map(found);
}

/** Reads an Atom document. */
export function readAtom(xml: string): ReadFeed {
  const parser = new DOMParser({
    onError: (level, message) => {
      throw new Error(`${level}: ${message}`);
    },
  });
  const feed = parser.parseFromString(xml, 'application/xml').documentElement as Element; // it was parsed
  expect([feed.namespaceURI, feed.localName]).toEqual([atom, 'feed']);
  expect(textOf(feed, 'title')).not.toBe('');
  expect(textOf(only(feed, 'author'), 'name')).not.toBe('');
  const of = links(feed);
  expect(of.get('next')).toBe(of.get('prev-archive'));
  return {
    id: idOf(feed),
    self: of.get('self') ?? '',
    updated: momentOf(feed, 'updated'),
    older: of.get('prev-archive'),
    archived: children(feed, 'archive', history).length === 1,
    entries: children(feed, 'entry').map(readEntry),
  };
}

function readEntry(entry: Element): ReadEntry {
  const of = links(entry);
  expect(momentOf(entry, 'published') <= momentOf(entry, 'updated')).toBe(true);
  const content = only(entry, 'content');
  expect(content.getAttribute('type')).toBe('html');
  const lines = [...(content.textContent ?? '').matchAll(/<p>(.*?)<\/p>/gs)].map(([, line = '']) =>
    line
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&'),
  );
  return {
    id: idOf(entry),
    title: textOf(entry, 'title'),
    updated: momentOf(entry, 'updated'),
    url: of.get('alternate') ?? '',
    via: of.get('via'),
    text: lines.join('\n'),
    terms: children(entry, 'category').map((category) => category.getAttribute('term') ?? ''),
  };
}

const jsonFeed = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string().min(1),
  home_page_url: z.url(),
  feed_url: z.url(),
  description: z.string(),
  next_url: z.url().optional(),
  authors: z.array(z.strictObject({ name: z.string() })),
  language: z.string(),
  items: z.array(
    z.strictObject({
      id: z.string().min(1),
      url: z.url(),
      external_url: z.url().optional(),
      title: z.string(),
      content_text: z.string(),
      date_published: z.string().regex(moment),
      date_modified: z.string().regex(moment),
      tags: z.array(z.string()),
      _coverage_graph: z.looseObject({ about: z.url(), cursor: z.string() }),
    }),
  ),
});

/** Reads a JSON Feed. */
export function readJsonFeed(text: string): ReadFeed {
  const feed = jsonFeed.parse(JSON.parse(text));
  // A feed must not lead to itself (1.1, next_url).
  expect(feed.next_url).not.toBe(feed.feed_url);
  return {
    id: feed.feed_url,
    self: feed.feed_url,
    updated: undefined,
    older: feed.next_url,
    archived: feed.feed_url.includes('before='),
    entries: feed.items.map((item) => ({
      id: item.id,
      title: item.title,
      updated: item.date_modified,
      url: item.url,
      via: item.external_url,
      text: item.content_text,
      terms: item.tags,
    })),
  };
}
