/** The whole graph as one file: the database of the release that answers, byte for byte, whole or from where a client was cut off. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Release } from '../../db/release/release.ts';
import { sendError } from '../kit/send-json.ts';
import { sendParts } from '../kit/send-stream.ts';
import { limits } from '../limits/limits.ts';
import { rangeIn } from './byte-range.ts';

/** Sends the file of a release or the range of it that is wanted, or 304 if the client has it already. */
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
  const { bytes } = image;
  const range = request.method === 'GET' ? rangeIn(request.headers, tag, bytes) : undefined;
  response.setHeader('accept-ranges', 'bytes');
  if (range === 'beyond') {
    response.setHeader('content-range', `bytes */${bytes}`);
    sendError(request, response, 416, 'RANGE_NOT_SATISFIABLE', `The file has ${bytes} bytes.`);
    return;
  }
  const { from, to } = range ?? { from: 0, to: bytes };
  response.writeHead(range ? 206 : 200, {
    'content-type': 'application/vnd.sqlite3',
    'content-length': to - from,
    // Of the whole file, also where a range of it is sent (RFC 9530).
    'repr-digest': `sha-256=:${Buffer.from(await image.sha256(), 'hex').toString('base64')}:`,
    ...(range && { 'content-range': `bytes ${from}-${to - 1}/${bytes}` }),
  });
  if (request.method === 'HEAD') response.end();
  else await sendParts(response, image.parts({ from, to }), limits.exportStallMs);
}

function isKnown(header: string | undefined, tag: string): boolean {
  return (header ?? '').split(',').some((part) => part.trim().replace(/^W\//, '') === tag);
}
