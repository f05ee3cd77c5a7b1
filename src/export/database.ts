/** The whole graph as one file: the database of the release that answers, byte for byte. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Release } from '../../db/release/release.ts';
import { sendError } from '../kit/send-json.ts';
import { sendParts } from '../kit/send-stream.ts';
import { limits } from '../limits/limits.ts';

/** Sends the file of a release, or 304 if the client has it already. */
export async function sendDatabase(
  request: IncomingMessage,
  response: ServerResponse,
  { image, info }: Release,
): Promise<void> {
  if (!image) {
    sendError(request, response, 404, 'NOT_FOUND', 'This release is in memory and has no file.');
    return;
  }
  // Two builds of the same data differ in their bytes: by the moment of the build and by their feed of changes.
  const tag = `"${info.hash}-${info.builtAt}"`;
  response.setHeader('etag', tag);
  response.setHeader('cache-control', 'no-cache');
  if (isKnown(request.headers['if-none-match'], tag)) {
    response.writeHead(304).end();
    return;
  }
  response.writeHead(200, {
    'content-type': 'application/vnd.sqlite3',
    'content-length': image.bytes,
    'accept-ranges': 'none',
  });
  if (request.method === 'HEAD') response.end();
  else await sendParts(response, image.parts(), limits.exportStallMs);
}

function isKnown(header: string | undefined, tag: string): boolean {
  return (header ?? '').split(',').some((part) => part.trim().replace(/^W\//, '') === tag);
}
