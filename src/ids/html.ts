/** The page of a thing that no view shows: plain HTML without scripts, to be read and linked to. */

import { createHash } from 'node:crypto';
import { escaped } from '../feeds/atom.ts';
import { pathOfId } from '../feeds/entry.ts';
import { daysInWords, isReference, type ShownCitation, type ShownPage, type ShownThing } from './thing.ts';

const style =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}dt{font-weight:600}dd{margin:0 0 .5rem}blockquote{margin:1rem 0;padding-left:1rem;border-left:3px solid}li{margin-bottom:.5rem}';

/** Nothing but that style is loaded or run. */
const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The headers of every such page. */
export const htmlHeaders = {
  'content-security-policy': policy,
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
} as const;

/** What a page is made of beside the thing. */
export interface PageOptions {
  /** What things of its type are, in the words of the schema. */
  readonly description: string;
  /** The feed of changes about it, where there is one. */
  readonly feed: string | undefined;
}

const words = (name: string) => name.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const link = (href: string, text: string) => `<a href="${escaped(href)}">${escaped(text)}</a>`;

/** Addresses of sources are links only where they are of the web. */
const outward = (url: string) => (/^https?:/.test(url) ? link(url, url) : escaped(url));

/** Whether a value nests further than the fields of one object: JSON of another standard, which is shown as such. */
const isDeep = (value: unknown) =>
  typeof value === 'object' &&
  value !== null &&
  !isReference(value) &&
  !Array.isArray(value) &&
  Object.values(value).some((inner) => typeof inner === 'object' && inner !== null);

function shown(value: unknown): string {
  if (isReference(value)) return link(pathOfId(value.id), value.label ?? value.text ?? value.id);
  if (Array.isArray(value)) return value.map(shown).join(', ');
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .filter(([, inner]) => inner !== null)
      .map(([name, inner]) => `${escaped(words(name))}: ${shown(inner)}`)
      .join('; ');
  return typeof value === 'string' && /^https?:/.test(value) ? outward(value) : escaped(String(value));
}

function citation({ role, locator, part, url, source }: ShownCitation): string {
  const { id, title, publisher, officialUrl } = source;
  const where = [locator, part].filter((each) => each !== null).map((each) => `, ${escaped(each)}`);
  const addresses = [...new Set([url, officialUrl])].filter((each) => each !== null).map(outward);
  const roleInWords = role.toLowerCase().replaceAll('_', ' ');
  return `${link(pathOfId(id), title)}, ${escaped(publisher)}${where.join('')} (${roleInWords})${addresses.map((each) => `<br>${each}`).join('')}`;
}

/** A citation is addressed by its number behind the id: `/id/CoverageStatement:…#0` is the primary one. */
function citationList(citations: readonly ShownCitation[]): string {
  if (citations.length === 0) return '';
  const items = citations.map((each, i) => `<li id="${i}">${citation(each)}</li>`);
  return `<h2>Sources</h2>\n<ol start="0">\n${items.join('\n')}\n</ol>`;
}

function pageList(title: string, page: ShownPage | null, id: string): string {
  if (!page || page.totalCount === 0) return '';
  const items = page.nodes.map(({ id: each, label, text, validity, citations = [] }) => {
    const days = validity ? ` (${daysInWords(validity)})` : '';
    const cited = citations.map((one) => `<br>${citation(one)}`).join('');
    return `<li>${link(pathOfId(each), text ?? label ?? each)}${escaped(days)}${cited}</li>`;
  });
  const { hasNextPage, endCursor } = page.pageInfo;
  const more =
    hasNextPage && endCursor
      ? `\n<p>${link(`${pathOfId(id)}?after=${encodeURIComponent(endCursor)}`, 'More')}</p>`
      : '';
  return `<h2>${title} (${page.totalCount.toLocaleString('en-US')})</h2>\n<ul>\n${items.join('\n')}\n</ul>${more}`;
}

/** The page. */
export function htmlOf(thing: ShownThing, { description, feed }: PageOptions): string {
  const { id, type, name, text, validity, citations, statements, citedBy, fields } = thing;
  const filled = Object.entries(fields).filter(([, value]) => !Array.isArray(value) || value.length > 0);
  const rows = filled.map(
    ([field, value]) =>
      `<dt>${escaped(words(field))}</dt><dd>${isDeep(value) ? `<code>${escaped(JSON.stringify(value))}</code>` : shown(value)}</dd>`,
  );
  const parts = [
    `<h1>${escaped(name)}</h1>`,
    `<p><strong>${escaped(words(type))}</strong>: ${escaped(description)}</p>`,
    ...(text !== null && text !== name ? [`<blockquote>${escaped(text)}</blockquote>`] : []),
    ...(validity ? [`<p>It holds ${escaped(daysInWords(validity))}.</p>`] : []),
    `<dl>\n<dt>Id</dt><dd><code>${escaped(id)}</code></dd>\n${rows.join('\n')}\n</dl>`,
    citationList(citations),
    pageList('Statements', statements, id),
    pageList('Cited by', citedBy, id),
    `<p>The same as data: send <code>Accept: application/ld+json</code> or <code>application/json</code> to this address.${feed ? ` ${link(feed, 'Changes as a feed')}.` : ''} ${link('/', 'Coverage Graph')}</p>`,
  ];
  return documentWith(name, parts, [
    `<link rel="alternate" type="application/ld+json" href="${escaped(pathOfId(id))}">`,
    ...(feed
      ? [`<link rel="alternate" type="application/atom+xml" title="Changes" href="${escaped(feed)}">`]
      : []),
  ]);
}

/** A page that has only a message, and things that may be meant. */
export function noticeOf(
  title: string,
  message: string,
  near: readonly { readonly id: string; readonly label: string }[],
): string {
  const items = near.map(
    ({ id, label }) => `<li>${link(pathOfId(id), label)} <code>${escaped(id)}</code></li>`,
  );
  const list = items.length > 0 ? [`<p>Near:</p>\n<ul>\n${items.join('\n')}\n</ul>`] : [];
  return documentWith(title, [`<h1>${escaped(title)}</h1>`, `<p>${escaped(message)}</p>`, ...list], []);
}

function documentWith(title: string, parts: readonly string[], links: readonly string[]): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)} · Coverage Graph</title>
<style>${style}</style>
${links.join('\n')}
</head>
<body>
<main>
${parts.filter(Boolean).join('\n')}
</main>
</body>
</html>
`;
}
