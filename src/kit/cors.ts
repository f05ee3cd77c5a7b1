/** CORS headers: pages of listed origins may read answers, without credentials. */

import type { IncomingMessage, ServerResponse } from 'node:http';

/** Response headers that scripts may read besides those that browsers always allow. */
const exposed = 'etag, retry-after, x-release, x-request-id';

/** Seconds for which a browser may cache the answer to a preflight request. */
const preflightSeconds = '600';

/** Sets the headers for a listed origin and returns whether it is listed; for any other, `null` included, sets nothing. */
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

/** Answers a preflight request; for an origin that is not listed the answer contains no permission. */
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
