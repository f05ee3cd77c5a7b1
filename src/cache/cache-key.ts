/** The cache key of a request, and the entity tags of its answers. */

import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { asOfValues } from '../kit/as-of-headers.ts';
import { type ContentCoding, codingOf } from '../kit/compress.ts';

/** The identity of a request for caching: two with the same `name` have the same answer, to the byte. */
export interface CacheKey {
  /** The release and the moment of the answer; see `epochOf`. */
  readonly epoch: string;
  /** A hash over the program, the epoch and every part of the request that the answer depends on. */
  readonly name: string;
  /** The coding in which a long answer is sent. */
  readonly coding: ContentCoding | undefined;
  /** Whether the answer has a tag: only answers to GET are cached outside the server. */
  readonly tagged: boolean;
}

/** What of a request decides its answer, beside its body. */
export type KeyedRequest = Pick<IncomingMessage, 'headers' | 'method' | 'url'>;

/** The identity of a GET, or of a POST with that body. */
export function cacheKeyOf(
  request: KeyedRequest,
  body: string | undefined,
  program: string,
  epoch: string,
): CacheKey {
  const { headers, method = '', url = '' } = request;
  const accept = headers.accept ?? '';
  // Neither a header nor an address can contain a line end, and the body comes last: the joined text is unambiguous.
  const state = [program, epoch, method, accept, ...asOfValues(headers), url, body];
  return {
    epoch,
    name: createHash('sha256').update(state.join('\n')).digest('base64url'),
    coding: codingOf(headers['accept-encoding']),
    tagged: method === 'GET',
  };
}

/** The entity tag of an answer in a coding. It is a strong one: each coding has its own. */
export function tagOf({ name }: CacheKey, coding: string | undefined): string {
  return `"${coding ? `${name}.${coding}` : name}"`;
}

/** The tag in an If-None-Match header that matches an answer to this request; undefined where none does. */
export function matchingTag(cacheKey: CacheKey, header: string | undefined): string | undefined {
  if (!cacheKey.tagged || !header) return undefined;
  const given = new Set(header.match(/"[^"]*"/g));
  return [undefined, cacheKey.coding].map((coding) => tagOf(cacheKey, coding)).find((tag) => given.has(tag));
}
