/** Reads the body of a request, up to a limit. */

import type { IncomingMessage } from 'node:http';

/** A body as text, or why there is none. */
export type Body = { readonly text: string } | 'too long' | 'broken off';

/** Reads at most `maxBytes`, whatever length the request states. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Body> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return 'too long';
  const parts: Buffer[] = [];
  let length = 0;
  try {
    // Destroying the request would close its connection, before the error could be sent.
    for await (const part of request.iterator({ destroyOnReturn: false })) {
      parts.push(part as Buffer);
      length += (part as Buffer).length;
      if (length > maxBytes) return 'too long';
    }
  } catch (error) {
    if (request.complete) throw error;
    return 'broken off';
  }
  return { text: Buffer.concat(parts).toString() };
}
