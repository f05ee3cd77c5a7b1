/** Says which pages of other origins may read answers: those on the list, and without credentials. */

import type { IncomingMessage, ServerResponse } from 'node:http';

/** What scripts may read beside the few headers that browsers always show. */
const exposed = 'etag, retry-after, x-release, x-request-id';

/** Seconds for which a browser need not ask again whether it may ask. */
const preflightSeconds = '600';

/** Tells a listed origin that it may read the answer; any other, `null` included, is told nothing. */
export function allowOrigin(
  { headers: { origin } }: IncomingMessage,
  response: ServerResponse,
  allowed: ReadonlySet<string>,
): boolean {
  if (!origin || !allowed.has(origin)) return false;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-expose-headers', exposed);
  return true;
}

/** Answers a browser that asks whether a page may ask; one that is not listed finds no permission in it. */
export function answerPreflight(
  request: IncomingMessage,
  response: ServerResponse,
  allowed: ReadonlySet<string>,
): void {
  response.setHeader('vary', 'Origin, Access-Control-Request-Headers');
  if (allowOrigin(request, response, allowed)) {
    response.setHeader('access-control-allow-methods', 'GET, POST');
    response.setHeader('access-control-max-age', preflightSeconds);
    const wanted = request.headers['access-control-request-headers'];
    if (wanted) response.setHeader('access-control-allow-headers', wanted);
  }
  response.writeHead(204, { 'content-length': 0 }).end();
}
