/** Reads the body of a request, up to a limit. */

import type { IncomingMessage } from 'node:http';

/** A body as text, or why there is none. */
export type Body = { readonly text: string } | 'too long' | 'broken off';

/** Reads at most `maxBytes`, whatever length the request states. By events: an iterator costs more than a small query does. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Body> {
  const { promise, resolve } = Promise.withResolvers<Body>();
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) resolve('too long');
  const parts: Buffer[] = [];
  let length = 0;
  request.on('data', (part: Buffer) => {
    length += part.length;
    // The rest is read and dropped: destroying the request would close its connection, before the error could be sent.
    if (length > maxBytes) resolve('too long');
    else parts.push(part);
  });
  request.once('end', () => resolve({ text: Buffer.concat(parts).toString() }));
  for (const event of ['error', 'close']) request.once(event, () => resolve('broken off'));
  return promise;
}
