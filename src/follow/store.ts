/** The place that is followed, by HTTP: object storage, a web server, or the download of another server. */

import { type Client, userAgent } from '../../seed/load/fetch/client.ts';
import { silenceWatch, unanswered, watched } from '../../seed/load/fetch/silence.ts';
import { Unreachable } from '../../seed/load/fetch/unreachable.ts';

/** What is at an address. */
export interface FollowedStore {
  /** The address as it may be shown: without what signs it. */
  readonly shown: string;
  readonly get: Client['get'];
  /** The SHA-256 of the whole file in hexadecimal digits, as the last answer states it; undefined where it does not. */
  sha256(): string | undefined;
}

/** Milliseconds without a byte after which a request is given up. */
const silenceMs = 30_000;

/** Sends requests to an address, with a token where there is one, until `closing` is aborted. The caller waits between two: see pace.ts. */
export function storeAt(address: URL, token: string, closing: AbortSignal): FollowedStore {
  const shown = `${address.origin}${address.pathname}`;
  let last = new Headers();

  async function get(_: string, more: Readonly<Record<string, string>> = {}) {
    const watch = silenceWatch(silenceMs);
    try {
      const headers = {
        ...{ 'user-agent': userAgent, 'accept-encoding': 'identity', accept: '*/*' },
        ...(token && { authorization: `Bearer ${token}` }), // fetch sends it to no other host that is redirected to
        ...more,
      };
      const response = await fetch(address, { headers, signal: AbortSignal.any([watch.signal, closing]) });
      watch.extend();
      last = response.headers;
      const problem = problemOf(address, response);
      if (problem || response.status === 304) {
        watch.end();
        await response.body?.cancel();
      }
      if (problem) throw new Unreachable(shown, problem);
      const { status, url } = response;
      return { status, headers: last, url, chunks: () => watched(response, watch, shown) };
    } catch (error) {
      watch.end();
      throw error instanceof Unreachable ? error : unanswered(shown, error);
    }
  }

  return { shown, get, sha256: () => digestIn(last) };
}

/** Why an answer cannot be used; undefined where it can. */
function problemOf(address: URL, { status, url, headers }: Response): string | undefined {
  if (address.protocol === 'https:' && new URL(url).protocol !== 'https:')
    return 'It redirects to an address that is not encrypted.';
  if (status === 401 || status === 403)
    return `It answers with status ${status}: DATABASE_TOKEN has to be one that may read it.`;
  if (![200, 206, 304, 416].includes(status)) return `It answers with status ${status}, and with no file.`;
  if (status === 200 && !headers.has('etag') && !headers.has('last-modified'))
    return 'It sends neither ETag nor Last-Modified, so that a new release could not be distinguished from the last one.';
  return undefined;
}

/** As a server of ours and RFC 9530 state it, or as `npm run publish` has object storage keep it. */
function digestIn(headers: Headers): string | undefined {
  const [, digest] = /\bsha-256=:([\w+/]{43}=):/.exec(headers.get('repr-digest') ?? '') ?? [];
  return digest
    ? Buffer.from(digest, 'base64').toString('hex')
    : (headers.get('x-amz-meta-sha256') ?? undefined);
}
