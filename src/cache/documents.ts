/** Sends documents that are made of a release, tagged so that clients that have one are not sent it again. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { packed } from '../kit/compress.ts';
import { type CacheKey, cacheKeyOf, matchingTag, tagOf } from './cache-key.ts';
import { ownServerHash } from './server-hash.ts';

/**
 * Caches must revalidate before each use: only then is a new release seen at once, and a page never made of two releases.
 * Revalidation costs neither side much, and the graph nothing.
 */
export const revalidate = 'public, max-age=0, must-revalidate';

/** What decides what a document says, beside the program. */
export interface DocumentKey {
  /** That of which it is made, such as a release; another one has other tags. */
  readonly epoch: string;
  /** All else that it depends on: its own address, its format. */
  readonly parts: readonly string[];
}

/** A document to be sent. */
export interface TaggedDocument {
  readonly type: string;
  readonly text: string;
  readonly cacheControl: string;
  /** When it last changed, where that is known. */
  readonly lastModified?: string | undefined;
  /** Further headers. */
  readonly headers?: Readonly<Record<string, string>>;
}

function keyOf({ headers }: IncomingMessage, { epoch, parts }: DocumentKey): CacheKey {
  const encoding = headers['accept-encoding'];
  const given = { headers: encoding === undefined ? {} : { 'accept-encoding': encoding }, method: 'GET' };
  return cacheKeyOf({ ...given, url: parts.join(' ') }, undefined, ownServerHash(), epoch);
}

/**
 * Answers 304 to a client that has the document, and returns whether it did. Tags are given with documents alone, so the
 * document need not be made for that.
 */
export function sentUnchanged(
  request: IncomingMessage,
  response: ServerResponse,
  key: DocumentKey,
  { cacheControl, lastModified }: Pick<TaggedDocument, 'cacheControl' | 'lastModified'>,
): boolean {
  const { 'if-none-match': tags, 'if-modified-since': since } = request.headers;
  const tag = matchingTag(keyOf(request, key), tags);
  // A tag is the stronger of the two: with one the time does not count.
  const isOld = tags === undefined && since !== undefined && lastModified !== undefined;
  const unchanged = isOld && seconds(lastModified) <= seconds(since);
  if (tag === undefined && !unchanged) return false;
  response.writeHead(304, {
    ...(tag !== undefined && { etag: tag }),
    ...(lastModified !== undefined && { 'last-modified': new Date(lastModified).toUTCString() }),
    'cache-control': cacheControl,
  });
  response.end();
  return true;
}

/** A moment in whole seconds, as far as headers tell it; one that cannot be read comes before all. */
const seconds = (moment: string) => Math.floor((Date.parse(moment) || 0) / 1_000);

/** Sends a document; to HEAD only its headers. */
export async function sendDocument(
  request: IncomingMessage,
  response: ServerResponse,
  key: DocumentKey,
  { type, text, cacheControl, lastModified, headers }: TaggedDocument,
): Promise<void> {
  const cacheKey = keyOf(request, key);
  const { bytes, coding } = await packed(text, cacheKey.coding);
  response.writeHead(200, {
    'content-type': type,
    'content-length': bytes.length,
    ...(coding && { 'content-encoding': coding }),
    etag: tagOf(cacheKey, coding),
    ...(lastModified !== undefined && { 'last-modified': new Date(lastModified).toUTCString() }),
    'cache-control': cacheControl,
    ...headers,
  });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}
