/** Sends parts as they are produced, with back pressure: no faster than the client reads. */

import type { ServerResponse } from 'node:http';

/** Sends all parts; stops when the client goes away, or takes nothing for `stallMs`. */
export async function sendParts(
  response: ServerResponse,
  parts: AsyncIterable<string | Uint8Array>,
  stallMs: number,
): Promise<void> {
  if (response.destroyed) return;
  for await (const part of parts) {
    if (response.destroyed) return;
    if (part.length === 0) continue;
    if (!response.write(part)) await taken(response, stallMs);
    if (response.destroyed) return;
  }
  response.end();
}

/** Settles when the response can take more, or is closed. */
async function taken(response: ServerResponse, stallMs: number): Promise<void> {
  return new Promise((resolve) => {
    const stalled = setTimeout(() => response.destroy(), stallMs);
    const settle = () => {
      clearTimeout(stalled);
      response.off('drain', settle);
      response.off('close', settle);
      resolve();
    };
    response.once('drain', settle);
    response.once('close', settle);
  });
}
